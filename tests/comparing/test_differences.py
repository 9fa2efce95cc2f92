"""A difference is called clear only where the errors of the verdicts do not explain it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from compared_reports import AGAINST, HALF, MAYBE_NOT, NOT, SURE, Said, judgement
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.comparing.differences import (
    WIDENING,
    clear_pairs,
    critical,
    estimate,
    interval,
    margin,
    squared_error,
    standings,
)
from manifesto_check.comparing.model import Estimate, Standing
from manifesto_check.model import Judgement, Verdict

shares = st.floats(0, 1)
judgements = st.builds(
    Judgement, st.just("V1"), st.sampled_from(list(Verdict)), shares, shares, st.just(())
)
estimates = st.dictionaries(
    st.sampled_from("ABCDEFGH"), st.builds(Estimate, st.floats(0, 100), st.floats(0.1, 60))
)


def judged(*said: Said) -> list[Judgement]:
    return [judgement("V1", one, "ik") for one in said]


def test_the_coverage_is_that_of_the_report() -> None:
    assert estimate(judged(SURE, HALF, NOT, AGAINST)).percentage == pytest.approx(37.5)


def test_the_error_is_what_the_probabilities_say() -> None:
    (half,) = judged(HALF)  # 0.7 partial, 0.2 covered, 0.1 not there
    assert squared_error(half) == pytest.approx(0.2 * 0.25 + 0.1 * 0.25)
    one, four = estimate([half]), estimate([half] * 4)
    assert one.error == pytest.approx(WIDENING * 100 * 0.075**0.5)
    assert four.error == pytest.approx(one.error / 2)
    assert margin(one) == pytest.approx(1.96 * one.error, rel=0.001)


def test_unsure_verdicts_have_a_larger_error() -> None:
    assert estimate(judged(MAYBE_NOT)).error > 2 * estimate(judged(NOT)).error
    certain = Judgement("V1", Verdict.COVERED, 1.0, 1.0)
    assert estimate([certain]).error == 0


@given(some=st.lists(judgements, min_size=1, max_size=20))
def test_an_interval_holds_the_coverage_and_no_impossible_ones(some: list[Judgement]) -> None:
    found = estimate(some)
    low, high = interval(found)
    assert 0 <= low <= found.percentage <= high <= 100
    assert high - low <= 2 * margin(found) + 1e-9


def test_an_interval_is_the_margin_to_both_sides_where_there_is_room() -> None:
    assert interval(Estimate(50, 10)) == pytest.approx((30.4, 69.6), abs=0.01)
    assert interval(Estimate(95, 10)) == pytest.approx((75.4, 100), abs=0.01)
    assert interval(Estimate(0, 10)) == pytest.approx((0, 19.6), abs=0.01)


@given(some=st.lists(judgements, min_size=1, max_size=20))
def test_an_error_is_never_more_than_all(some: list[Judgement]) -> None:
    found = estimate(some)
    assert 0 <= found.percentage <= 100
    assert 0 <= found.error <= WIDENING * 100


@given(known=estimates)
def test_clear_pairs_have_an_order_that_never_runs_in_a_circle(
    known: Mapping[str, Estimate],
) -> None:
    for more, less in clear_pairs(known):
        assert known[more].percentage > known[less].percentage


@given(known=estimates)
def test_standings_say_nothing_of_one_party_and_follow_the_figures(
    known: Mapping[str, Estimate],
) -> None:
    found = standings(known)
    assert set(found) == (set(known) if len(known) > 1 else set())
    highest = max((e.percentage for e in known.values()), default=0)
    for key, standing in found.items():
        if known[key].percentage == highest:
            assert standing is not Standing.BELOW


def test_more_parties_need_a_larger_difference() -> None:
    assert critical(1) == pytest.approx(1.96, abs=0.001)
    assert critical(105) > 3
    two = {"A": Estimate(60, 10), "B": Estimate(30, 10)}
    assert clear_pairs(two) == (("A", "B"),)
    assert ("A", "B") not in clear_pairs(two | {f"C{n}": Estimate(45, 10) for n in range(13)})


def test_parties_that_say_the_same_are_rarely_called_different() -> None:
    """Fifteen programmes with the same truth, read with errors as the probabilities have them."""
    random.seed(7)
    wrong = sum(bool(clear_pairs(same_truth(15, 12))) for _ in range(200))
    assert wrong <= 0.05 * 200


def test_a_real_difference_is_seen() -> None:
    known = {"A": estimate(judged(*[SURE] * 12)), "B": estimate(judged(*[NOT] * 12))}
    assert clear_pairs(known) == (("A", "B"),)
    assert standings(known) == {"A": Standing.ABOVE, "B": Standing.BELOW}


def test_of_pages_that_could_not_be_read_it_is_not_said_that_they_hold_less() -> None:
    known = {"A": estimate(judged(*[SURE] * 12)), "B": estimate(judged(*[NOT] * 12))}
    assert clear_pairs(known, {"B"}) == ()
    assert standings(known, {"B"}) == {"A": Standing.UNCLEAR, "B": Standing.UNCLEAR}
    more = known | {"C": estimate(judged(*[NOT] * 12))}
    assert standings(more, {"B"})["A"] is Standing.ABOVE  # it exceeds C, which was read whole
    assert clear_pairs(known, {"A"}) == (("A", "B"),)
    assert standings(known, {"A"}) == {"A": Standing.ABOVE, "B": Standing.BELOW}


def test_the_page_on_the_method_has_the_figures_of_the_code() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/comparison.md").read_text(encoding="utf-8")
    assert f"**widened {WIDENING} times**" in page
    for tests, shown in ((1, "1.96"), (3, "2.4"), (105, "3.5")):
        assert round(critical(tests), len(shown) - 2) == float(shown)
        assert shown in page


def same_truth(parties: int, measures: int) -> dict[str, Estimate]:
    """Coverages of programmes with the same half of the measures; a fifth of verdicts is wrong."""
    found = {}
    for party in range(parties):
        said = []
        for number in range(measures):
            is_there = number % 2 == 0
            is_right = random.random() < 0.8
            covered = is_there == is_right
            verdict = Verdict.COVERED if covered else Verdict.ABSENT
            said.append(Judgement("V1", verdict, 0.8, 0.8 if covered else 0.2))
        found[f"P{party}"] = estimate(said)
    assert all(0 <= e.percentage <= 100 for e in found.values())
    return found
