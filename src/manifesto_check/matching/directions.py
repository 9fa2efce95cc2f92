"""Directions in the space of sentence vectors: one for each measure of a list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.encoder import Vectors


@dataclass(frozen=True)
class Directions:
    """How far a vector lies in the direction of each measure.

    Attributes:
        towards: (dimensions, measures).
        offset: (measures,), where 0 is; NaN for a measure that has no direction.
    """

    towards: NDArray[np.float64]
    offset: NDArray[np.float64]

    def scores(self, vectors: Vectors) -> NDArray[np.float32]:
        """Return (passages, measures), for vectors (passages, dimensions)."""
        return np.asarray(vectors @ self.towards - self.offset, dtype=np.float32)
