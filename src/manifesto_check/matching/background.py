"""How programmes in general write: what a passage must differ from to speak of a measure.

Counted over programmes that are not annotated and that no list was written
for (``scripts/count_background.py``): in how many sentences each content word
stands, and how the sentences' vectors are spread. No sentence can be read back
from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

FEWEST = 2
"""Words of fewer sentences are not kept: an unseen word is as good as one seen once."""


@dataclass(frozen=True)
class Background:
    """Counts over the sentences of many programmes.

    Attributes:
        sentences: how many were counted.
        counts: for each content word in how many of them it stands.
        encoder: the name of the encoder of the vectors.
        mean: (dimensions,), the mean of the sentences' vectors.
        covariance: (dimensions, dimensions), theirs.
    """

    sentences: int
    counts: Mapping[str, int]
    encoder: str
    mean: NDArray[np.float64]
    covariance: NDArray[np.float64]

    @property
    def digest(self) -> str:
        """A digest of how the vectors are spread."""
        spread = self.mean.tobytes() + self.covariance.tobytes()
        return hashlib.sha256(spread).hexdigest()

    def frequency(self, words: Iterable[str]) -> NDArray[np.float64]:
        """Return (words,), the share of sentences that hold each word, never 0."""
        counts = np.array([self.counts.get(word, 0) for word in words], dtype=np.float64)
        return (counts + 0.5) / (self.sentences + 1)


@cache
def shipped_background() -> Background:
    """Return the background that comes with the package."""
    path = resources.files("manifesto_check.matching").joinpath("background.npz")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        words = str(kept["words"]).split("\n")
        half = np.zeros((len(kept["mean"]),) * 2)
        half[np.tril_indices(len(half))] = kept["covariance"]
        return Background(
            sentences=int(kept["sentences"]),
            counts=dict(zip(words, kept["counts"].tolist(), strict=True)),
            encoder=str(kept["encoder"]),
            mean=kept["mean"].astype(np.float64),
            covariance=half + np.tril(half, -1).T,
        )
