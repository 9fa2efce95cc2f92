"""From signals to the four verdicts, and the model that ships."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from small_programmes import MEASURES, make_maker, make_model

from manifesto_check.matching.logistic import LogisticModel
from manifesto_check.matching.signals import PASSAGE_SIGNALS, Signals
from manifesto_check.matching.verdict import (
    COVERED_SIGNALS,
    FOUND_SIGNALS,
    LEAST_CHANCE,
    LEAST_WISHES,
    LIKELY,
    MEASURE_SIGNALS,
    OPPOSED_SIGNAL,
    OUTCOMES,
    PLAIN,
    QUESTIONS,
    VERDICTS,
    VerdictModel,
    best_rows,
    measure_signals,
    passage_scores,
    shipped_model,
)
from manifesto_check.model import Verdict


def text_only_model():
    return shipped_model(text_only=True)


SHIPPED = pytest.mark.parametrize(
    "model_of", [shipped_model, text_only_model], ids=["shipped", "text_only"]
)
ANY_MODEL = pytest.mark.parametrize(
    "model_of",
    [make_model, shipped_model, text_only_model],
    ids=["simple", "shipped", "text_only"],
)


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
        np.zeros(len(measures), dtype=bool),
        np.zeros(len(measures), dtype=bool),
        np.full(len(measures), np.nan),
        np.ones(len(measures), dtype=bool),
        np.full(len(measures), None),
    )


def scored(*supports, covers=(), opposes=()):
    """Return scores; what is not given covers with a half and opposes with a small chance."""
    whole = [*covers, *[0.5] * (len(supports) - len(covers))]
    against = [*opposes, *[0.01] * (len(supports) - len(opposes))]
    return np.column_stack([supports, whole, against])


def named(row):
    return dict(zip(MEASURE_SIGNALS, row.tolist(), strict=True))


@given(arrays(np.float64, (4, 3), elements=st.floats(-1e6, 1e6)))
def test_chances_are_between_0_and_1(values):
    chances = logistic().chances(values)
    assert chances.shape == (4, 2)
    assert ((chances >= 0) & (chances <= 1)).all()


def test_contributions_add_up_to_the_chance():
    model, values = logistic(), np.array([[0.1, 2.0, -1.0]])
    log_odds = model.contributions(values).sum(axis=2) + model.bias
    assert model.chances(values) == pytest.approx(1 / (1 + np.exp(-log_odds)))


@given(arrays(np.float64, (2, 3), elements=st.floats(-10, 10)), st.integers(0, 2))
def test_a_signal_that_cannot_be_computed_adds_nothing(values, column):
    model = logistic()
    values[:, column] = np.nan
    contributions = model.contributions(values)
    assert (contributions[:, :, column] == 0).all()
    others = [n for n in range(3) if n != column]
    without = LogisticModel(
        model.mean[others], model.scale[others], model.weights[:, others], model.bias
    )
    assert model.chances(values) == pytest.approx(without.chances(values[:, others]))


def test_each_outcome_can_have_its_own_mean_and_scale():
    model, values = logistic(), np.array([[0.1, 2.0, -1.0]])
    twice = LogisticModel(
        np.stack([model.mean, model.mean + 1]),
        np.stack([model.scale, model.scale * 2]),
        model.weights,
        model.bias,
    )
    first, second = twice.chances(values)[0]
    assert first == model.chances(values)[0, 0]
    assert second == pytest.approx(model.chances((values - 1 - model.mean) / 2 + model.mean)[0, 1])


def test_a_logistic_model_survives_json():
    model, values = logistic(), np.array([[0.1, 2.0, -1.0], [0, 0, 0]])
    again = LogisticModel.from_json(json.loads(json.dumps(model.to_json())))
    assert again.chances(values) == pytest.approx(model.chances(values), abs=1e-4)


def test_a_verdict_model_survives_json():
    model = make_model(least_worth=0.3)
    again = VerdictModel.from_json(json.loads(json.dumps(model.to_json())))
    assert again.least_worth == 0.3
    signals = some_signals([0, 0, 1])
    assert again.passage_scores(signals) == pytest.approx(model.passage_scores(signals))


def test_a_figure_that_falls_short_does_not_cover():
    signals = some_signals([0, 0])
    signals.values[:, PASSAGE_SIGNALS.index("figure")] = [-0.5, 1.0]
    covers = make_model().passage_scores(signals)[:, 1]
    assert covers[0] < 0.01 < covers[1]


def test_what_undoes_a_measure_does_not_support_it():
    signals = some_signals([0, 0])
    before = make_model().passage_scores(signals)[:, 0]
    undone = replace(signals, undoes=np.array([True, False]))
    after = make_model().passage_scores(undone)[:, 0]
    assert after[0] <= 0.001
    assert after[1] == before[1]


@pytest.mark.parametrize("step", ["passage_signals", "measure_signals"])
def test_a_model_trained_on_other_signals_is_refused(step):
    data = make_model().to_json()
    data[step] = data[step][::-1]
    with pytest.raises(ValueError, match="train it again"):
        VerdictModel.from_json(data)


@SHIPPED
def test_a_shipped_model_fits_the_signals(model_of):
    model = model_of()
    assert model.passage.weights.shape == (len(OUTCOMES), len(PASSAGE_SIGNALS))
    assert model.measure.weights.shape == (len(QUESTIONS), len(MEASURE_SIGNALS))
    for step in (model.passage, model.measure):
        assert np.isfinite(step.weights).all()
        assert np.isfinite(step.bias).all()
        assert (step.scale > 0).all()


def test_the_measure_signals_begin_with_what_found_rests_on():
    # ``explain`` shows these together with what they add.
    assert MEASURE_SIGNALS[: len(FOUND_SIGNALS)] == FOUND_SIGNALS
    assert len(set(MEASURE_SIGNALS)) == len(MEASURE_SIGNALS)


def test_each_passage_has_a_chance_for_every_outcome():
    signals = some_signals([0, 0, 1])
    scores = make_model().passage_scores(signals)
    assert scores.shape == (3, len(OUTCOMES))
    assert ((scores > 0) & (scores < 1)).all()


def test_what_goes_against_a_measure_opposes_it_and_does_not_support_it():
    signals = some_signals([0, 0])
    signals.values[:] = 1.0
    signals.values[:, PASSAGE_SIGNALS.index("against")] = [0, 1]
    signals.values[:, PASSAGE_SIGNALS.index("favours")] = [1, 0]
    (for_it, _, not_opposed), (not_for_it, _, opposed) = make_model().passage_scores(signals)
    assert for_it > 0.9 > 0.1 > not_for_it
    assert opposed > 0.9 > 0.1 > not_opposed


def test_a_figure_on_the_wrong_side_does_not_support():
    signals, model = some_signals([0, 0, 0]), logistic(len(OUTCOMES), len(PASSAGE_SIGNALS))
    plain = model.chances(signals.values)
    signals.values[:, PASSAGE_SIGNALS.index("figure")] = [1, 0, -1]
    scores = passage_scores(model, signals)
    assert scores[2, 0] == LEAST_CHANCE
    assert scores[:2, 0] == pytest.approx(model.chances(signals.values)[:2, 0])
    assert plain.shape == scores.shape


def test_a_figure_that_falls_short_speaks_neither_for_the_opposite_nor_against_support():
    signals, model = some_signals([0]), logistic(len(OUTCOMES), len(PASSAGE_SIGNALS))
    for name, value in {"figure": -0.5, "against": 0, "turns_down": -1}.items():
        signals.values[:, PASSAGE_SIGNALS.index(name)] = value
    assert not signals.contrary.any()
    assert passage_scores(model, signals)[0, 0] == model.chances(signals.values)[0, 0]


@pytest.mark.parametrize(
    ("found", "opposed", "verdict"),
    [
        (0.65, PLAIN, Verdict.OPPOSED),  # both cannot be
        (0.65, 0.60, Verdict.COVERED),
        (0.90, PLAIN, Verdict.COVERED),
        (0.30, PLAIN, Verdict.OPPOSED),
        (0.30, 0.20, Verdict.ABSENT),
    ],
)
def test_the_likelier_of_found_and_opposed_outweighs_the_other(found, opposed, verdict):
    odds = np.log(np.array([found, 0.99, opposed]) / (1 - np.array([found, 0.99, opposed])))
    width = len(MEASURE_SIGNALS)
    questions = LogisticModel(np.zeros(width), np.ones(width), np.zeros((2, width)), odds[:2])
    model = replace(make_model(), measure=questions)
    values = np.zeros((1, width))
    values[0, MEASURE_SIGNALS.index(OPPOSED_SIGNAL)] = odds[2]
    (chances,) = model.verdict_chances(values)
    assert chances.sum() == pytest.approx(1)
    assert (chances >= 0).all()
    assert model.decide(chances) is verdict
    if verdict is Verdict.COVERED:
        assert chances[:2].sum() == pytest.approx(found)


def with_values(measures: list[int], **values: float) -> Signals:
    """Return signals by chance but for those named."""
    signals = some_signals(measures)
    for name, value in values.items():
        signals.values[:, PASSAGE_SIGNALS.index(name)] = value
    return signals


CONTRARY_ONE = {"figure": 0, "against": 1, "favours": 0, "own_least": 1, "wording_lead": 1}


def test_what_was_left_at_a_first_look_keeps_its_chance_and_opposes_nothing():
    signals, model = with_values([0, 0], against=0, figure=0, turns_down=-1), make_model()
    left = replace(signals, at_first=np.array([0.07, np.nan]))
    scores = model.passage_scores(left)
    assert scores[0, [0, 2]].tolist() == [pytest.approx(0.07), LEAST_CHANCE]
    assert scores[1].tolist() == model.passage_scores(signals)[1].tolist()


def test_what_opposes_plainly_has_a_fair_chance_whatever_was_learned():
    never = make_model(bias=-9.0)
    never.passage.weights[OUTCOMES.index("opposes")] = 0.0
    plain = with_values([0], **CONTRARY_ONE, turns_down=2, wishes_around=1)
    opposes = OUTCOMES.index("opposes")
    assert never.passage_scores(plain)[0, opposes] == PLAIN
    assert passage_scores(never.passage, plain)[0, opposes] < PLAIN


@pytest.mark.parametrize(
    ("speaks", "same", "supports"),
    [
        ({}, True, False),
        ({"wants": 1}, True, True),  # "minder X, meer Y"
        ({"favours": 1}, True, True),  # "minder X" where less of it is asked
        ({}, False, True),
    ],
)
def test_what_plainly_opposes_one_measure_supports_no_other_that_it_does_not_speak_for(
    speaks, same, supports
):
    both = with_values([0, 1], **CONTRARY_ONE, turns_down=2, wishes_around=1, wants=0)
    for name, value in {"against": 0, "turns_down": -1, **speaks}.items():
        both.values[1, PASSAGE_SIGNALS.index(name)] = value
    signals = replace(both, passage=np.array([4, 4 if same else 5], dtype=np.int32))
    score = make_model().passage_scores(signals)[1, 0]
    assert (score > LEAST_CHANCE) is np.bool_(supports)


def test_nothing_is_opposed_in_a_text_that_proposes_nothing():
    plain = with_values([0], **CONTRARY_ONE, turns_down=2, wishes_around=LEAST_WISHES - 0.01)
    assert make_model().passage_scores(plain).tolist() == [[LEAST_CHANCE] * len(OUTCOMES)]


@ANY_MODEL
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
        (0.1, 0.1, LIKELY, Verdict.OPPOSED),
        (0.1, 0.1, LIKELY - 0.01, Verdict.ABSENT),
        (0.3, 0.25, 0.4, Verdict.COVERED),  # likelier found than opposed
    ],
)
def test_decide(covered, partial, opposed, verdict):
    chances = np.array([covered, partial, 1 - covered - partial - opposed, opposed])
    assert make_model().decide(chances) is verdict


def test_best_rows_are_the_measures_own_by_score():
    signals = some_signals([0, 1, 1, 1, 2])
    scores = scored(0.9, 0.1, 0.8, 0.1, 0.7, opposes=[0.1, 0.3, 0.2, 0.9, 0.1])
    assert best_rows(signals, scores, 1).tolist() == [2, 1, 3]
    assert best_rows(signals, scores, 1, "opposes").tolist() == [3, 1, 2]
    assert best_rows(signals, scores, 3).tolist() == []


def test_a_measures_signals_say_what_its_passages_say_together():
    signals = some_signals([0, 0, 0, 0, 0, 2])
    covers = [0.9, 0.8, 0.2, 0.1, 0.4]
    scores = scored(1e-12, 1.0, 0.5, 0.2, 0.9, 1e-12, covers=covers, opposes=[0.5, 0.25])
    together = measure_signals(signals, scores, 4)
    assert together.shape == (4, len(MEASURE_SIGNALS))
    assert np.isfinite(together).all()
    first = named(together[0])
    assert first["score_sum"] == pytest.approx(np.log1p(scores[:5, 0].sum()))
    assert first["opposed_1"] == pytest.approx(0.0)  # the log-odds of 0.5
    # The best three: the others do not weigh in how far it is covered.
    assert first["covers_mean"] == pytest.approx((0.8 * 1.0 + 0.4 * 0.9 + 0.2 * 0.5) / 2.4)
    assert first["covers_sum"] == pytest.approx(np.log1p(0.8 + 0.36 + 0.1 + 0.02))


def test_a_measure_is_covered_as_its_best_passages_cover_it():
    signals, model = some_signals([0, 0, 1, 1]), make_model()
    scores = scored(0.9, 0.8, 0.9, 0.8, covers=[0.9, 0.8, 0.1, 0.2])
    whole, half = model.verdict_chances(measure_signals(signals, scores, 2))
    assert model.decide(whole) is Verdict.COVERED
    assert model.decide(half) is Verdict.PARTIAL
    assert whole[:2].sum() == pytest.approx(half[:2].sum())


@pytest.mark.parametrize(
    ("better", "names"),
    [
        (scored(0.8, 0.3, opposes=[0.2, 0.2]), (*FOUND_SIGNALS, "covers_sum")),
        (scored(0.4, 0.3, opposes=[0.2, 0.6]), (OPPOSED_SIGNAL,)),
        (scored(0.4, 0.3, covers=[0.6, 0.5], opposes=[0.2, 0.2]), COVERED_SIGNALS),
    ],
)
def test_a_better_passage_says_more_and_only_of_its_own_outcome(better, names):
    signals = some_signals([0, 0])
    before = named(measure_signals(signals, scored(0.4, 0.3, opposes=[0.2, 0.2]), 1)[0])
    after = named(measure_signals(signals, better, 1)[0])
    assert tuple(name for name in MEASURE_SIGNALS if after[name] > before[name]) == names
    assert all(after[name] >= before[name] for name in MEASURE_SIGNALS)


@ANY_MODEL
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
