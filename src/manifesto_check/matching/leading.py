"""How much better a passage fits one measure than the others of the list."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

RIVALS = 20
"""In a list of no more measures it says little which of them a passage fits best."""


def lead(
    scores: Floats, measure: NDArray[np.int32], passage: NDArray[np.intp] | NDArray[np.int32]
) -> Floats:
    """Return (pairs,) how much better a passage fits its measure than the best other one.

    Args:
        scores: (measures, passages).
        measure: (pairs,), numbers of measures.
        passage: (pairs,), numbers of passages.

    Returns:
        Negative where another measure fits better; NaN in a list of RIVALS or fewer.
    """
    mine = scores[measure, passage]
    if len(scores) <= RIVALS:
        return np.full_like(mine, np.nan)
    second, best = np.partition(scores, -2, axis=0)[-2:]
    return np.asarray(mine - np.where(mine >= best[passage], second[passage], best[passage]))
