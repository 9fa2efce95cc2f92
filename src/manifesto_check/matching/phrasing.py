"""How a passage is phrased, whatever it is about: does it propose, how firmly, or turn down?

Three logistic regressions on words and pairs of words, learned from the own
sentences of the list that ships, of all its measures together
(``scripts/train_phrasing.py``). They name no measure and serve any list: on
measures that they were not trained on they do nearly as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.phrases import Phrases, Words

Floats = NDArray[np.float32]

PHRASING_SIGNALS = ("proposes", "firm", "turns_down")
FILE = "phrasing.npz"


@dataclass(frozen=True)
class Phrasing:
    """The weights of each phrase.

    Attributes:
        phrases: those that count.
        weights: (phrases, len(PHRASING_SIGNALS)).
        bias: (len(PHRASING_SIGNALS),).
    """

    phrases: Phrases
    weights: Floats
    bias: Floats

    def scores(self, words: Words) -> Floats:
        """Return (passages, len(PHRASING_SIGNALS)), log-odds.

        Args:
            words: of the passages. A passage is a vector of length 1, so that
                a long one weighs no more than a short one.
        """
        row, phrase = self.phrases.find(words)
        n = words.texts
        length = np.sqrt(np.maximum(np.bincount(row, minlength=n), 1))
        sums = [np.bincount(row, weights=column[phrase], minlength=n) for column in self.weights.T]
        return np.asarray(np.stack(sums, axis=1) / length[:, None] + self.bias, dtype=np.float32)


@cache
def shipped_phrasing() -> Phrasing:
    """Return the weights that come with the package."""
    path = resources.files("manifesto_check.matching").joinpath(FILE)
    with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        names = str(kept["phrases"]).split("\n")
        phrases = Phrases.named(names)
        place = {name: n for n, name in enumerate(names)}
        order = [place[name] for name in phrases.names]
        weights = kept["weights"].astype(np.float32)[order]
        return Phrasing(phrases, weights, kept["bias"].astype(np.float32))
