"""From signals to the four verdicts, and the model that ships."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from small_programmes import MEASURES, make_maker, make_model

from manifesto_check.matching.signals import PASSAGE_SIGNALS, Signals
from manifesto_check.matching.verdict import (
    MEASURE_SIGNALS,
    QUESTIONS,
    VERDICTS,
    LogisticModel,
    VerdictModel,
    best_rows,
    measure_signals,
    shipped_model,
)
from manifesto_check.model import Verdict


def logistic(outcomes=2, signals=3):
    random = np.random.default_rng(7)
    return LogisticModel(
        random.normal(size=signals),
        1 + random.random(signals),
        random.normal(size=(outcomes, signals)),
        random.normal(size=outcomes),
    )


def some_signals(measures, seed=0):
    """Return signals by chance: a row for each number in ``measures``."""
    values = np.random.default_rng(seed).random((len(measures), len(PASSAGE_SIGNALS)))
    return Signals(
        np.array(measures, dtype=np.int32),
        np.arange(len(measures), dtype=np.int32),
        values.astype(np.float32),
        [frozenset()] * len(measures),
    )


@given(arrays(np.float64, (4, 3), elements=st.floats(-1e6, 1e6)))
def test_chances_are_between_0_and_1(values):
    chances = logistic().chances(values)
    assert chances.shape == (4, 2)
    assert ((chances >= 0) & (chances <= 1)).all()


def test_contributions_add_up_to_the_chance():
    model, values = logistic(), np.array([[0.1, 2.0, -1.0]])
    log_odds = model.contributions(values).sum(axis=2) + model.bias
    assert model.chances(values) == pytest.approx(1 / (1 + np.exp(-log_odds)))


def test_a_logistic_model_survives_json():
    model, values = logistic(), np.array([[0.1, 2.0, -1.0], [0, 0, 0]])
    again = LogisticModel.from_json(json.loads(json.dumps(model.to_json())))
    assert again.chances(values) == pytest.approx(model.chances(values), abs=1e-4)


def test_a_verdict_model_survives_json():
    model = make_model(found=0.42, opposed=0.3)
    again = VerdictModel.from_json(json.loads(json.dumps(model.to_json())))
    assert (again.found, again.opposed) == (0.42, 0.3)
    signals = some_signals([0, 0, 1])
    assert again.passage_scores(signals) == pytest.approx(model.passage_scores(signals))


@pytest.mark.parametrize("step", ["passage_signals", "measure_signals"])
def test_a_model_trained_on_other_signals_is_refused(step):
    data = make_model().to_json()
    data[step] = data[step][::-1]
    with pytest.raises(ValueError, match="train it again"):
        VerdictModel.from_json(data)


def test_the_shipped_model_fits_the_signals():
    model = shipped_model()
    assert model.passage.weights.shape == (1, len(PASSAGE_SIGNALS))
    assert model.measure.weights.shape == (len(QUESTIONS), len(MEASURE_SIGNALS))
    assert 0 < model.found < 1
    assert 0 < model.opposed < 1
    for step in (model.passage, model.measure):
        assert np.isfinite(step.weights).all()
        assert np.isfinite(step.bias).all()
        assert (step.scale > 0).all()


@pytest.mark.parametrize("model_of", [make_model, shipped_model], ids=["simple", "shipped"])
@given(values=arrays(np.float64, (5, len(MEASURE_SIGNALS)), elements=st.floats(-50, 50)))
def test_the_four_chances_sum_to_one(model_of, values):
    chances = model_of().verdict_chances(values)
    assert chances.shape == (5, len(VERDICTS))
    assert chances.sum(axis=1) == pytest.approx(np.ones(5))
    assert (chances >= -1e-12).all()
    assert (chances <= 1 + 1e-12).all()


@pytest.mark.parametrize(
    ("covered", "partial", "opposed", "verdict"),
    [
        (0.6, 0.2, 0.0, Verdict.COVERED),
        (0.2, 0.6, 0.0, Verdict.PARTIAL),
        (0.3, 0.2, 0.0, Verdict.COVERED),  # just at the threshold of found
        (0.25, 0.24, 0.0, Verdict.ABSENT),
        (0.0, 0.0, 0.0, Verdict.ABSENT),
        (0.1, 0.1, 0.7, Verdict.OPPOSED),
        (0.1, 0.1, 0.35, Verdict.OPPOSED),  # just at the threshold of opposed
        (0.1, 0.1, 0.34, Verdict.ABSENT),
        (0.3, 0.25, 0.4, Verdict.COVERED),  # likelier found than opposed
    ],
)
def test_decide(covered, partial, opposed, verdict):
    chances = np.array([covered, partial, 1 - covered - partial - opposed, opposed])
    assert make_model(found=0.5, opposed=0.35).decide(chances) is verdict


def test_best_rows_are_the_measures_own_by_score():
    signals = some_signals([0, 1, 1, 1, 2])
    scores = np.array([0.9, 0.1, 0.8, 0.1, 0.7])
    assert best_rows(signals, scores, 1).tolist() == [2, 1, 3]
    assert best_rows(signals, scores, 3).tolist() == []


def test_a_measures_signals_are_finite_and_named():
    signals = some_signals([0, 0, 0, 0, 0, 2])
    scores = np.array([1e-12, 1.0, 0.5, 0.2, 0.9, 1e-12])
    together = measure_signals(signals, scores, 4)
    assert together.shape == (4, len(MEASURE_SIGNALS))
    assert not np.isinf(together).any()
    first = dict(zip(MEASURE_SIGNALS, together[0].tolist(), strict=True))
    assert first["score_sum"] == pytest.approx(np.log1p(scores[:5].sum()))
    assert first["first_own"] == pytest.approx(float(signals.values[1, 0]))


def test_a_better_passage_never_makes_it_worse():
    signals = some_signals([0, 0])
    worse = measure_signals(signals, np.array([0.4, 0.3]), 1)[0]
    better = measure_signals(signals, np.array([0.8, 0.3]), 1)[0]
    for name in ("score_1", "score_sum"):
        column = MEASURE_SIGNALS.index(name)
        assert better[column] > worse[column]


@pytest.mark.parametrize("model_of", [make_model, shipped_model], ids=["simple", "shipped"])
def test_measures_without_candidates_all_have_the_same_chances(read, model_of):
    model = model_of()
    maker = make_maker(MEASURES)
    signals, _ = maker.signals(read("Er komt meer opvang voor dakloze mensen."))
    together = measure_signals(signals, model.passage_scores(signals), len(MEASURES))
    empty, _ = maker.signals(read("Wij bouwen ook een nieuw zwembad."))
    nothing = measure_signals(empty, model.passage_scores(empty), len(MEASURES))
    assert set(signals.measure.tolist()) == {0}
    assert not len(empty.measure)
    chances = model.verdict_chances(np.vstack([nothing, together[1:]]))
    assert (chances == chances[0]).all()
    assert model.decide(chances[0]) is Verdict.ABSENT
