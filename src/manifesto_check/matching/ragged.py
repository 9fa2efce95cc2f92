"""Groups of different sizes that stand one after another in a flat array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def members(lengths: NDArray[np.integer], groups: NDArray[np.integer]) -> tuple[Numbers, Numbers]:
    """Return the members of some groups.

    Args:
        lengths: how many members each group has.
        groups: the numbers of groups; any may come more than once.

    Returns:
        For each member its place in ``groups``, ascending, and its place in the flat array.
    """
    each = lengths[groups]
    place = np.repeat(np.arange(len(groups)), each)
    starts = np.cumsum(lengths) - lengths
    before = np.cumsum(each) - each
    return place, np.arange(len(place)) + (starts[groups] - before)[place]
