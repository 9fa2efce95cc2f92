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
        doc, start, end = corpus.docs[passage.block], passage.start, passage.end
        result[number] = any(
            start <= scope.trigger_start < end
            and not scope.weak
            and (scope.category is Stance.WANTS or _does_away(scope, doc, start))
            for scope in doc._.stances
        )
    return result


def _does_away(scope: StanceScope, doc: Doc, start: int) -> bool:
    """Say whether a stance does away with some thing; with "geen" in the first word alone."""
    if scope.category is not Stance.WANTS_LESS or not scope.thing:
        return False
    trigger = range(scope.trigger_start, scope.trigger_end)
    is_first = scope.trigger_start == start
    return is_first or not any(doc[token].lower_ in _NEGATIVES for token in trigger)


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
