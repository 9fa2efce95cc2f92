from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pairs import ABSENT, COVERED, PARTIAL, evidence, pair, random_pairs

from manifesto_check.evaluation.baselines import (
    NO_READING,
    adopted_by_others,
    baselines,
    thresholds,
)
from manifesto_check.evaluation.metrics import ORDER, kappa
from manifesto_check.evaluation.similarity import Method, Nearest
from manifesto_check.model import FOUND, Verdict


def test_thresholds_that_part_the_verdicts() -> None:
    values = np.array([0.9, 0.8, 0.5, 0.4, 0.2, 0.1])
    verdicts = [COVERED, COVERED, PARTIAL, PARTIAL, ABSENT, ABSENT]
    assert thresholds(values, verdicts) == (0.4, 0.8)


def test_where_nothing_helps_everything_is_called_found() -> None:
    partial, _ = thresholds(np.array([0.5, 0.5]), [COVERED, ABSENT])
    assert partial == 0.5


def _verdict(value: float, partial: float, covered: float) -> Verdict:
    if value < partial:
        return ABSENT
    return COVERED if value >= covered else PARTIAL


CASES = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(ORDER)), min_size=2, max_size=25)


@settings(deadline=None)
@given(CASES)
def test_no_other_thresholds_do_better(cases: list[tuple[int, Verdict]]) -> None:
    values = np.array([float(v) for v, _ in cases])
    want = [verdict for _, verdict in cases]

    def f1(partial: float) -> float:
        says = values >= partial
        found = np.array([v in FOUND for v in want])
        return 2 * (says & found).sum() / max(says.sum() + found.sum(), 1)

    def weighted(partial: float, covered: float) -> float:
        got = [_verdict(v, partial, covered) for v in values]
        return kappa(want, got, weighted=True)

    partial, covered = thresholds(values, want)
    assert covered >= partial
    for other, high in product(sorted(set(values)), repeat=2):
        assert f1(other) <= f1(partial) + 1e-9
        if high >= partial:
            assert weighted(partial, high) <= weighted(partial, covered) + 1e-9


def test_how_often_the_others_adopt_a_measure() -> None:
    pairs = [
        pair(COVERED, ABSENT, programme="een"),
        pair(PARTIAL, ABSENT, programme="twee"),
        pair(ABSENT, ABSENT, programme="drie"),
        pair(COVERED, ABSENT, programme="een", measure="T.b"),
    ]
    assert adopted_by_others(pairs).tolist() == [0.5, 0.5, 1.0, 0.0]


def test_similarity_is_grounded_by_its_own_quotes() -> None:
    pairs = [
        pair(COVERED, ABSENT, measure="T.a"),
        pair(PARTIAL, ABSENT, measure="T.b"),
        pair(ABSENT, ABSENT, measure="T.c"),
    ]
    right, wrong = evidence(), evidence(page=9)
    nearest = {
        "T.a": Nearest(0.9, (wrong, right)),
        "T.b": Nearest(0.6, (wrong,)),
        "T.c": Nearest(0.1, (right,)),
    }
    found = baselines(pairs, {"een": dict.fromkeys(Method, nearest)})
    assert [b.name for b in found] == ["token_set_ratio", "bm25", "use_cosine"]
    assert found[0].scores.found_f1 == found[0].scores.auc == found[0].scores.weighted == 1.0
    assert found[0].scores.grounded_f1 == pytest.approx(0.5)
    assert (found[0].partial_from, found[0].covered_from) == (0.6, 0.9)


def test_not_reading_has_no_quotes() -> None:
    (found,) = baselines(random_pairs(2), {})
    assert found.name == NO_READING
    assert found.scores.grounded_f1 == 0.0
    assert baselines(random_pairs(2, programmes=1), {}) == ()
