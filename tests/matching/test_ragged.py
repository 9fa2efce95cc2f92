"""Members of groups of different sizes that stand one after another."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.matching.ragged import members

LENGTHS = st.lists(st.integers(0, 4), min_size=1, max_size=8)


@given(LENGTHS, st.data())
def test_as_a_loop_over_the_groups_finds_them(lengths, data):
    groups = data.draw(st.lists(st.integers(0, len(lengths) - 1), max_size=10))
    starts = [sum(lengths[:n]) for n in range(len(lengths))]
    expected = [
        (place, starts[group] + at)
        for place, group in enumerate(groups)
        for at in range(lengths[group])
    ]
    place, where = members(np.array(lengths), np.array(groups, dtype=np.int64))
    assert list(zip(place.tolist(), where.tolist(), strict=True)) == expected
