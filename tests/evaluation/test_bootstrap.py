from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pairs import COVERED, pair, random_pairs

from manifesto_check.evaluation.bootstrap import Counts, figures, intervals
from manifesto_check.evaluation.calibration import of_confidence
from manifesto_check.evaluation.metrics import Pair, score


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 3), min_size=4, max_size=4).filter(any))
def test_a_draw_has_the_figures_of_the_programmes_it_holds(seed: int, times: list[int]) -> None:
    pairs = random_pairs(seed)
    drawn: list[Pair] = []
    for number, count in enumerate(times):
        for copy in range(count):  # each copy is a programme of its own
            drawn += [
                Pair(f"{p.programme}-{copy}", p.theme, p.annotation, p.judgement)
                for p in pairs
                if p.programme == f"programma-{number}"
            ]
    found = figures(Counts.of(pairs), np.array([times], dtype=np.float64))
    expected = {**asdict(score(drawn)), "confidence_auroc": of_confidence(drawn).auroc}
    for name, values in found.items():
        assert values[0] == pytest.approx(expected[name]), name


def test_an_interval_holds_the_figure_and_is_the_same_every_time() -> None:
    pairs = random_pairs(3)
    found = intervals(pairs)
    assert found == intervals(pairs)
    assert found != intervals(pairs, seed=1)
    for name in ("found_f1", "auc", "weighted", "theme_mae"):
        value = getattr(score(pairs), name)
        assert found[name].low <= value <= found[name].high
        assert found[name].low < found[name].high


def test_programmes_that_are_all_alike_leave_no_doubt() -> None:
    pairs = [pair(COVERED, COVERED, programme=name) for name in ("een", "twee", "drie")]
    interval = intervals(pairs)["found_f1"]
    assert (interval.low, interval.high) == (1.0, 1.0)


def test_one_programme_has_no_intervals() -> None:
    assert intervals([pair(COVERED, COVERED)]) == {}
