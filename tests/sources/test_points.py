"""Points of a page that is turned."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.sources.pdf.points import Point, turned, turned_size

LENGTHS = st.floats(1, 5000)
SHARES = st.floats(0, 1)
TURNS = st.integers(-7, 7)


@pytest.mark.parametrize(
    ("turns", "expected"), [(0, (0, 800)), (1, (800, 600)), (2, (600, 0)), (3, (0, 0))]
)
def test_the_top_left_corner_goes_round_clockwise(turns: int, expected: Point) -> None:
    assert turned((0, 800), (600, 800), turns) == expected


@given(size=st.tuples(LENGTHS, LENGTHS), across=SHARES, up=SHARES, turns=TURNS)
def test_what_is_turned_back_stands_where_it_stood(
    size: Point, across: float, up: float, turns: int
) -> None:
    point = across * size[0], up * size[1]
    there = turned(point, size, turns)
    width, height = turned_size(size, turns)
    assert -1e-6 <= there[0] <= width + 1e-6
    assert -1e-6 <= there[1] <= height + 1e-6
    assert turned(there, (width, height), -turns) == pytest.approx(point, abs=1e-6)


@given(size=st.tuples(LENGTHS, LENGTHS), across=SHARES, up=SHARES, turns=TURNS, more=TURNS)
def test_two_turns_are_one(size: Point, across: float, up: float, turns: int, more: int) -> None:
    point = across * size[0], up * size[1]
    twice = turned(turned(point, size, turns), turned_size(size, turns), more)
    assert twice == pytest.approx(turned(point, size, turns + more), abs=1e-6)


@given(size=st.tuples(LENGTHS, LENGTHS), across=SHARES, up=SHARES, turns=TURNS)
def test_distances_stay(size: Point, across: float, up: float, turns: int) -> None:
    point, middle = (across * size[0], up * size[1]), (size[0] / 2, size[1] / 2)
    there = math.dist(turned(point, size, turns), turned(middle, size, turns))
    assert there == pytest.approx(math.dist(point, middle), abs=1e-6)
