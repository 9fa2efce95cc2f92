"""Lists as they would be had nobody read the programme that is being judged.

Whoever writes terms with annotated programmes at hand adds words that only
one of them uses. Judged with those, that programme looks better than a new
one would. So each training programme is judged by a list without the terms
and parts that it and few others meet, but for words that are known to have
been written without these programmes at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

import numpy as np

from manifesto_check.matching.atoms import lookalikes_of
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.matching.corpus import Corpus
from manifesto_check.recommendations.model import Concept, Measure, NotMeant

FEW = 0.23
"""A term that no larger share of the programmes meets may have been added for one of them.

Chosen so that the figures on programmes that nothing was tuned on come out
as those of leave one out (docs/accuracy.md)."""


def thinned(
    measures: Sequence[Measure], corpora: Sequence[Corpus], not_meant: Sequence[NotMeant] = ()
) -> list[tuple[Measure, ...]]:
    """Return for each programme the measures without the terms that it and few others meet.

    Args:
        measures: of the whole list.
        corpora: all programmes, at least two; with one, nothing is left out.
        not_meant: words of programmes that the list's words do not mean.
    """
    if len(corpora) < 2:
        return [tuple(measures) for _ in corpora]
    terms = sorted({t for m in measures for c in m.concepts for t in c.terms})
    parts = sorted({p for m in measures for c in m.concepts for p in c.parts})
    matcher = ConceptMatcher(
        [*(Concept(t, (t,)) for t in terms), *(Concept(p, (), (p,)) for p in parts)],
        lookalikes_of(not_meant),
    )
    rows = [[len(tokens) > 0 for tokens in matcher.match(c).tokens] for c in corpora]
    met = np.array(rows, dtype=bool).reshape(len(corpora), -1)
    few = max(1, round(FEW * len(corpora)))
    unread = written_unread()
    may_be_for_one = np.array([word not in unread for word in (*terms, *parts)], dtype=bool)
    alone = met & (met.sum(axis=0) <= few) & may_be_for_one
    return [
        tuple(
            _without(
                measure,
                {t for t, is_alone in zip(terms, row[: len(terms)], strict=True) if is_alone},
                {p for p, is_alone in zip(parts, row[len(terms) :], strict=True) if is_alone},
            )
            for measure in measures
        )
        for row in alone
    ]


@cache
def written_unread() -> frozenset[str]:
    """Return the words of the list that ships that no annotated programme was read for."""
    file = resources.files("manifesto_check.evaluation").joinpath("words_written_unread.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _without(measure: Measure, terms: set[str], parts: set[str]) -> Measure:
    concepts = tuple(
        replace(
            concept,
            terms=tuple(t for t in concept.terms if t not in terms),
            parts=tuple(p for p in concept.parts if p not in parts),
        )
        for concept in measure.concepts
    )
    return replace(measure, concepts=concepts)
