"""Which candidates may be said to oppose their measure."""

from __future__ import annotations

import numpy as np
import pytest

from manifesto_check.matching.opposition import (
    may_oppose,
    plainly_opposes,
    reads_opposed,
    speaks_for,
)
from manifesto_check.matching.signals import PASSAGE_SIGNALS, Signals

REJECTED = {"against": 1, "own_least": 1, "wording_lead": 1, "turns_down": 1}
"""A passage that turns down what its measure wants, in its own words."""
NAN = float("nan")


def signals(
    *rows: dict[str, float], measures: list[int] | None = None, refuses: bool = False
) -> Signals:
    """Return signals that are 0 but for those named."""
    values = np.zeros((len(rows), len(PASSAGE_SIGNALS)), dtype=np.float32)
    for row, given in enumerate(rows):
        for name, value in given.items():
            values[row, PASSAGE_SIGNALS.index(name)] = value
    numbers = np.array(measures or [0] * len(rows), dtype=np.int32)
    passages = np.arange(len(rows), dtype=np.int32)
    looked_at = np.full(len(rows), np.nan)
    refused = np.full(len(rows), refuses)
    none, named = np.zeros(len(rows), dtype=bool), np.ones(len(rows), dtype=bool)
    held, unsaid = [frozenset()] * len(rows), np.full(len(rows), None)
    return Signals(numbers, passages, values, held, refused, none, looked_at, named, unsaid)


def plainly(given: dict[str, float], *, supported: float = 0.9, refuses: bool = False) -> bool:
    """Say whether a passage plainly opposes, beside another that supports so much."""
    both = signals(given, {}, refuses=refuses)
    return bool(plainly_opposes(both, np.array([0.001, supported]))[0])


@pytest.mark.parametrize(
    ("change", "opposes"),
    [
        ({}, True),
        ({"turns_down": 0}, False),
        ({"turns_down": -2, "figure": -1}, True),
        ({"against": 0}, False),
        ({"against": 0, "figure": -1}, True),
        ({"against": 0, "figure": -0.5}, False),
        ({"favours": 1}, False),
        ({"own_least": 0}, False),
        ({"wording_lead": 0}, False),
        ({"wording_lead": NAN}, True),
    ],
)
def test_what_may_oppose_is_contrary_rejects_and_means_this_measure(change, opposes):
    assert may_oppose(signals({**REJECTED, **change})).tolist() == [opposes]


def test_what_reads_like_a_rejection_opposes_plainly_whatever_else_is_there():
    assert plainly(REJECTED, supported=0.9)


@pytest.mark.parametrize(
    ("change", "supported", "opposes"),
    [
        ({}, 0.1, True),
        ({}, 0.9, False),
        ({"turns_down": -2}, 0.1, False),
        ({"describes": 1}, 0.1, False),
        ({"boasts": 1}, 0.1, False),
        ({"wording_lead": 0}, 0.1, False),
        ({"against": 0}, 0.1, False),
    ],
)
def test_where_nothing_supports_a_measure_a_rejection_may_be_mild(change, supported, opposes):
    assert plainly({**REJECTED, "turns_down": -0.5, **change}, supported=supported) is opposes


@pytest.mark.parametrize("lead", [1, -3])
def test_a_figure_on_the_wrong_side_is_plain_by_itself(lead):
    figure = {"figure": -1, "own_least": 1, "wording_lead": lead, "turns_down": -2}
    assert plainly(figure)
    assert not plainly({**figure, "own_least": 0})


@pytest.mark.parametrize(
    ("change", "opposes"),
    [
        ({}, True),
        ({"describes": 1}, False),
        ({"against": 0}, False),
        ({"favours": 1}, False),
        ({"own_least": 0}, False),
        ({"wording_lead": 0}, True),
        ({"wording_lead": -0.1}, False),
        ({"wording_lead": NAN}, True),
    ],
)
def test_to_refuse_the_very_thing_is_plain_however_it_reads(change, opposes):
    given = {**REJECTED, "turns_down": -3, **change}
    assert plainly(given, refuses=True) is opposes
    assert not plainly(given)


OPPOSITE = {"against": 1, "opposite": 1, "turns_down": -3, "wording_lead": -3}
"""A passage that wants the opposite of its measure, in words of its own."""


@pytest.mark.parametrize(
    ("change", "opposes"),
    [
        ({}, True),
        ({"opposite": 0}, False),
        ({"favours": 1}, False),
        ({"describes": 1}, False),
        ({"boasts": 1}, False),
    ],
)
def test_who_wants_the_opposite_opposes_however_it_reads(change, opposes):
    given = {**OPPOSITE, **change}
    assert may_oppose(signals(given)).tolist() == [opposes]
    assert plainly(given) is opposes


def test_what_supports_another_measure_is_no_support():
    rejected = {**REJECTED, "turns_down": -0.5}
    two = signals(rejected, {}, measures=[0, 1])
    assert plainly_opposes(two, np.array([0.001, 0.9])).tolist() == [True, False]


def test_phrasing_words_and_vector_must_all_say_that_it_is_the_opposite():
    opposite = {"turns_down": 1, "words_apart_opposed": -1, "apart_opposed": -1}
    changed = [{**opposite, name: -value} for name, value in opposite.items()]
    assert reads_opposed(signals(opposite, *changed)).tolist() == [True, False, False, False]


@pytest.mark.parametrize("how", ["wants_less", "rejects"])
def test_who_turns_down_what_the_measure_wants_less_of_does_not_read_opposed(how):
    reads_so = {"turns_down": 1, "words_apart_opposed": -1, "apart_opposed": -1}
    for_it = {**reads_so, "favours": 1, how: 1}
    only_wants = {**reads_so, "favours": 1, "wants": 1}
    assert reads_opposed(signals(for_it, only_wants)).tolist() == [False, True]


def test_who_wants_it_or_goes_its_way_speaks_for_it():
    rows = [{"wants": 1}, {"favours": 1, "wants_less": 1}, {"wants_less": 1}, {}]
    assert speaks_for(signals(*rows)).tolist() == [True, True, False, False]


def test_no_candidates_at_all():
    nothing = signals()
    assert may_oppose(nothing).tolist() == []
    assert plainly_opposes(nothing, np.zeros(0)).tolist() == []
