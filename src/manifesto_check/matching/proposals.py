"""Whether the text around a passage proposes anything: it may only describe, report or complain.

A sentence on homelessness in a news page or a chapter of complaints reads much
like one in a programme. What tells them apart stands around it: where a party
proposes, about every second sentence wants something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.stance import Stance, StanceScope
from manifesto_check.matching.corpus import Corpus

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]

REACH = 10
"""Passages before and after that are looked at."""
ASSUMED = 3
"""So many passages are assumed besides; a short text tells little."""
_NEGATIVES = frozenset({"geen", "niet", "nooit", "niemand", "minder"})
USUAL = 1 / 3
"""The share of wishes among passages that are assumed, or missing around a short text's."""


def wishes(corpus: Corpus) -> NDArray[np.bool_]:
    """Return (passages,), whether a passage plainly wants something.

    To do away with some thing is a wish too. What is only rejected does not count, but in the
    first word of a passage: complaints are full of "niemand" and "geen".
    """
    result = np.zeros(len(corpus.passages), dtype=bool)
    for number, passage in enumerate(corpus.passages):
        doc = corpus.docs[passage.block]
        result[number] = any(
            passage.start <= scope.trigger_start < passage.end
            and _is_wish(scope, doc, first=scope.trigger_start == passage.start)
            for scope in doc._.stances
        )
    return result


def _is_wish(scope: StanceScope, doc: Doc, *, first: bool) -> bool:
    """Say whether a stance is a wish; "geen" is one where a passage begins with it."""
    if scope.weak or scope.category is Stance.WANTS:
        return not scope.weak
    trigger = range(scope.trigger_start, scope.trigger_end)
    is_act = scope.category is Stance.WANTS_LESS and bool(scope.thing)
    return is_act and (first or not any(doc[token].lower_ in _NEGATIVES for token in trigger))


def wishes_around(corpus: Corpus) -> Floats:
    """Return (passages,), the share of the passages around each that want something, 0 to 1.

    1 for a passage that does so itself.
    """
    holds = wishes(corpus)
    number = np.arange(len(holds))
    first, last = np.maximum(number - REACH, 0), np.minimum(number + REACH + 1, len(holds))
    sums = np.concatenate(([0], np.cumsum(holds)))
    full = 2 * REACH + 1 + ASSUMED
    around = (sums[last] - sums[first] + USUAL * (full - (last - first))) / full
    return np.where(holds, 1.0, around).astype(np.float32)
