"""What the words and pairs of words of a passage tell, for a measure and whatever it is about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.contrast import PhraseCounts, WordContrast
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.phrases import Words
from manifesto_check.matching.phrasing import PHRASING_SIGNALS, shipped_phrasing
from manifesto_check.recommendations.model import Measure

Floats = NDArray[np.float32]

FOUND = ("examples", "partial_examples")
WORDWISE_SIGNALS = (
    "words_apart_absent",
    "words_apart_opposed",
    "words_opposed_apart_absent",
    *PHRASING_SIGNALS,
)


class WordwiseMatcher:
    """The contrasts of a list in words, counted once for many programmes."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        """Count the phrases of the sentences of ``measures``."""
        self._counts = PhraseCounts(measures)
        self._contrasts = [
            WordContrast(self._counts, FOUND, ("absent_examples",)),
            WordContrast(self._counts, FOUND, ("opposed_by",)),
            WordContrast(self._counts, ("opposed_by",), ("absent_examples",)),
        ]
        self._phrasing = shipped_phrasing()

    def signals(
        self, corpus: Corpus, measure: NDArray[np.int32], passage: NDArray[np.int32]
    ) -> Floats:
        """Return (pairs, len(WORDWISE_SIGNALS)) for pairs of a measure and a passage."""
        chosen, where = np.unique(passage, return_inverse=True)
        words = Words([corpus.texts[p] for p in chosen.tolist()])
        met = self._counts.met(words, measure, where)
        apart = [contrast.scores(measure, *met) for contrast in self._contrasts]
        return np.column_stack([*apart, self._phrasing.scores(words)[where]]).astype(np.float32)
