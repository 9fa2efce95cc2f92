"""What a bare text is about: the words that tell it from other text.

Of other measures many words, or examples, tell that. A bare text has few words, some of which
stand in any programme, and likeness in meaning finds something for all: so what supports it must
hold one of its two rarest words, or what says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.background import Background
from manifesto_check.recommendations.model import Concept

TELLING = 2
"""So many words of a text are its required concepts: the rarest in programmes in general."""
COMMON = 0.03
"""A word in a larger share of all sentences tells nothing, however short the text."""


def frequency(background: Background, word: str) -> float:
    """Return in which share of all sentences of programmes a word stands, never 0."""
    return float(background.frequency([word])[0])


def telling(words: Iterable[str], background: Background) -> list[str]:
    """Return the words that the measure cannot do without: the rarest in programmes in general."""
    rare = sorted(words, key=lambda word: frequency(background, word))
    return [word for word in rare if frequency(background, word) < COMMON][:TELLING] or rare[:1]


def telling_concepts(concepts: Sequence[Concept], background: Background) -> list[Concept]:
    """Return the required concepts that tell what a measure is about, the rarest first."""
    required = {_commonest(c, background): c for c in concepts if not c.optional and c.terms}
    return [required[word] for word in telling(required, background)]


def names_it(
    measure: NDArray[np.int32],
    passage: NDArray[np.int32],
    columns: Sequence[Sequence[int]],
    presence: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Return (pairs,), whether candidates hold a word of what their measure is about.

    Args:
        measure: (pairs,), the numbers of the candidates' measures.
        passage: (pairs,), of their passages.
        columns: of each measure, the numbers of its telling concepts; none where it is no bare
            text, and any passage will do.
        presence: (passages, concepts), whether each is met.
    """
    found = np.ones(len(measure), dtype=bool)
    for number in np.unique(measure).tolist():
        if columns[number]:
            rows = np.flatnonzero(measure == number)
            found[rows] = presence[np.ix_(passage[rows], columns[number])].any(axis=1)
    return found


def _commonest(concept: Concept, background: Background) -> str:
    """Return the word of a concept that stands most often in programmes in general."""
    words = [min(t.split(), key=lambda w: frequency(background, w)) for t in concept.terms]
    return max(words, key=lambda word: frequency(background, word))
