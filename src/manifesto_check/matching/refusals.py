"""Where a programme turns down the very thing that a measure cannot do without."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.stance import REJECTIONS, StanceScope
from manifesto_check.matching.concepts import ConceptHits
from manifesto_check.matching.corpus import NONE, Corpus

Flags = NDArray[np.bool_]


def refused_among(tokens: Sequence[int], scopes: Sequence[StanceScope]) -> list[int]:
    """Return those of some tokens that are the very thing of which less is wanted.

    Args:
        tokens: indices into a Doc.
        scopes: those of a sentence of it.
    """
    things = [s.thing for s in scopes if s.thing and s.category in REJECTIONS]
    return [token for token in tokens if any(token in thing for thing in things)] if things else []


def refusals(of_measures: NDArray[np.intp], hits: ConceptHits, corpus: Corpus) -> Flags:
    """Return (measures, passages), whether a passage refuses what a measure cannot do without.

    Args:
        of_measures: (measures,), the number of that concept; NONE where there is none.
        hits: where the concepts are met.
        corpus: the programme.
    """
    result = np.zeros((len(of_measures), len(corpus.passages)), dtype=bool)
    refused = _refused_tokens(corpus)
    for measure in np.flatnonzero(of_measures != NONE).tolist():
        tokens = hits.tokens[int(of_measures[measure])]
        result[measure, corpus.passage_of[tokens[refused[tokens]]]] = True
    return result


def _refused_tokens(corpus: Corpus) -> Flags:
    """Return (tokens,), whether each is part of a thing of which less is wanted."""
    refused = np.zeros(len(corpus.passage_of), dtype=bool)
    offsets = {p.block: p.first - p.start for p in corpus.passages}
    for block, offset in offsets.items():
        for scope in corpus.docs[block]._.stances:
            if scope.category in REJECTIONS and scope.thing:
                refused[[offset + token for token in scope.thing]] = True
    return refused
