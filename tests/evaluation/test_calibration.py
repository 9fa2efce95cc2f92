import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pairs import ABSENT, COVERED, PARTIAL, pair

from manifesto_check.evaluation.calibration import calibration, of_confidence, of_p_found


def test_two_bins_worked_out_by_hand() -> None:
    found = calibration([0.9, 0.1, 0.7, 0.3], [True, False, True, True], bins=2)
    low, high = found.bins
    assert (low.cases, low.least, low.most, low.came_true) == (2, 0.1, 0.3, 0.5)
    assert (high.cases, high.least, high.most, high.came_true) == (2, 0.7, 0.9, 1.0)
    assert low.said == pytest.approx(0.2)
    assert found.error == pytest.approx(0.5 * 0.3 + 0.5 * 0.2)
    assert found.auroc == 1.0
    assert found.came_true == 0.75


def test_bins_have_equal_counts_as_far_as_that_goes() -> None:
    found = calibration([n / 25 for n in range(25)], [True] * 25)
    assert [b.cases for b in found.bins] == [3] * 5 + [2] * 5
    assert len(calibration([0.5, 0.5], [True, False]).bins) == 2


def test_always_the_same_chance_that_always_holds() -> None:
    found = calibration([0.5] * 20, [True, False] * 10, bins=10)
    assert found.error == 0.0
    assert found.auroc == 0.5


def test_confidence_is_about_the_verdict_and_p_found_about_the_measure() -> None:
    pairs = [
        pair(COVERED, PARTIAL, confidence=0.2, p_found=0.9),
        pair(ABSENT, ABSENT, confidence=0.8, p_found=0.1),
    ]
    assert of_confidence(pairs).error == pytest.approx(0.2)
    assert of_p_found(pairs).error == pytest.approx(0.1)


CASES = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


@given(CASES)
def test_every_case_is_in_one_bin_and_the_error_is_a_share(cases: list[tuple[float, bool]]) -> None:
    found = calibration([p for p, _ in cases], [y for _, y in cases])
    assert sum(b.cases for b in found.bins) == len(cases)
    assert 0 <= found.error <= 1
    for one, following in zip(found.bins, found.bins[1:], strict=False):
        assert one.least <= one.most <= following.least
