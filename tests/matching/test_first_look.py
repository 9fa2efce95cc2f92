"""Which candidates are worth a closer look."""

from __future__ import annotations

import numpy as np
import pytest
from small_programmes import MEASURES, WATERDAM, make_maker, make_model

from manifesto_check.matching.first_look import MOST, first_look, without_meaning
from manifesto_check.matching.judging import judge, look_by_preparation
from manifesto_check.matching.logistic import LogisticModel
from manifesto_check.matching.meaning import MEANING_SIGNALS
from manifesto_check.matching.signals import MEANING, PASSAGE_SIGNALS, Signals
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.model import Measure

OWN = PASSAGE_SIGNALS.index("own")


def by_own(weight: float = 10.0, bias: float = -5.0) -> LogisticModel:
    """Return a look at one signal alone: half of ``own`` gives a chance of a half."""
    weights = np.zeros((1, len(PASSAGE_SIGNALS)))
    weights[0, OWN] = weight
    width = len(PASSAGE_SIGNALS)
    return LogisticModel(np.zeros(width), np.ones(width), weights, np.array([bias]))


def signals(measures: list[int], own: list[float], **others: list[float]) -> Signals:
    """Return signals that are 0 but for those named."""
    values = np.zeros((len(own), len(PASSAGE_SIGNALS)), dtype=np.float32)
    for name, column in {"own": own, **others}.items():
        values[:, PASSAGE_SIGNALS.index(name)] = column
    numbers = np.array(measures, dtype=np.int32)
    passages = np.arange(len(own), dtype=np.int32)
    looked_at = np.full(len(own), np.nan)
    return Signals(
        numbers,
        passages,
        values,
        [frozenset()] * len(own),
        np.zeros(len(own), dtype=bool),
        np.zeros(len(own), dtype=bool),
        looked_at,
        np.ones(len(own), dtype=bool),
        np.full(len(own), None),
    )


def is_close(model: LogisticModel, all_of_them: Signals, least: float) -> np.ndarray:
    """Return which candidates are looked at closely."""
    return np.isnan(first_look(model, all_of_them, least))


def test_only_likely_candidates_are_looked_at_closely():
    three = signals([0, 0, 1], [0.0, 0.6, 0.4])
    assert is_close(by_own(), three, 0.5).tolist() == [False, True, False]


def test_the_others_are_left_at_their_chance():
    left = first_look(by_own(), signals([0, 0], [0.5, 0.3]), 0.6)
    assert left == pytest.approx([0.5, 1 / (1 + np.exp(2.0))])


def test_with_0_all_are_kept_however_many():
    many = signals([0] * (MOST + 5), [0.0] * (MOST + 5))
    assert is_close(by_own(), many, 0.0).all()


def test_the_best_of_each_measure_are_kept():
    own = np.linspace(0.6, 0.9, MOST + 2).tolist()
    both = signals([3] * (MOST + 2) + [5], [*own, 0.6])
    assert is_close(by_own(), both, 0.5).tolist() == [False, False, *[True] * MOST, True]


def test_of_equals_the_first_are_kept():
    alike = signals([0] * (MOST + 1), [0.7] * (MOST + 1))
    assert is_close(by_own(), alike, 0.5).tolist() == [*[True] * MOST, False]


@pytest.mark.parametrize(
    "why", [{"figure": [-1.0]}, {"against": [1.0]}], ids=["wrong figure", "rejects"]
)
def test_what_opposes_a_measure_in_its_own_words_is_kept(why):
    meets = signals([0], [0.1], own_least=[1.0], **why)
    misses = signals([0], [0.1], own_least=[0.0], **why)
    assert is_close(by_own(), meets, 0.5).all()
    assert not is_close(by_own(), misses, 0.5).any()


def test_what_wants_the_opposite_of_a_measure_is_kept_in_whatever_words():
    wants = signals([0], [0.1], against=[1.0], opposite=[1.0])
    assert is_close(by_own(), wants, 0.5).all()


def test_what_also_wants_it_does_not_oppose_it():
    mixed = signals([0], [0.1], own_least=[1.0], against=[1.0], favours=[1.0])
    assert not is_close(by_own(), mixed, 0.5).any()


def test_meaning_is_not_looked_at():
    known = signals([0, 0], [0.2, 0.8], examples_likeness=[9.0, -9.0])
    model = by_own()
    model.weights[0, PASSAGE_SIGNALS.index("examples_likeness")] = 100.0
    assert is_close(model, known, 0.5).tolist() == [False, True]


def test_without_meaning_leaves_the_signals_as_they_are():
    known = signals([0], [0.5], text_likeness=[0.4])
    looked_at = without_meaning(known.values)
    names = [name for n, name in enumerate(PASSAGE_SIGNALS) if np.isnan(looked_at[0, n])]
    assert names == list(MEANING_SIGNALS)
    assert known.column("text_likeness").tolist() == pytest.approx([0.4])


def test_no_candidates_at_all():
    assert is_close(by_own(), signals([], []), 0.5).tolist() == []


def test_a_close_look_gives_the_signals_that_there_are_without_a_first_one(read):
    maker, corpus = make_maker(MEASURES), read(WATERDAM)
    all_of_them, _ = maker.signals(corpus)
    some, _ = maker.signals(corpus, lambda s: np.where(s.column("own") > 0.9, np.nan, 0.1))
    close = all_of_them.column("own") > 0.9
    assert 0 < close.sum() < len(close)
    assert some.is_close.tolist() == close.tolist()
    left = all_of_them.left_at(np.where(close, np.nan, 0.1))
    np.testing.assert_allclose(some.values, left.values, atol=1e-6)
    np.testing.assert_array_equal(some.at_first, left.at_first)
    assert np.isnan(some.values[~close][:, MEANING]).all()
    assert not np.isnan(some.values[close][:, MEANING]).all()


def test_at_the_first_look_meaning_is_not_known(read):
    seen = []

    def look(first: Signals):
        seen.append(first)
        return np.full(len(first.measure), np.nan)

    make_maker(MEASURES).signals(read(WATERDAM), look)
    columns = [PASSAGE_SIGNALS.index(name) for name in MEANING_SIGNALS]
    assert np.isnan(seen[0].values[:, columns]).all()


def test_a_judgement_rests_on_the_first_look_where_there_is_no_other(read):
    maker, corpus = make_maker(MEASURES), read(WATERDAM)
    closely = judge(corpus, maker, make_model())
    quickly = judge(corpus, maker, make_model(least_worth=0.99))
    rows = quickly.signals.of(0)
    assert len(rows) == len(closely.signals.of(0)) > 0
    assert quickly.scores[rows, 0] == pytest.approx(0.5)  # this model's first look knows nothing
    assert closely.scores[closely.signals.of(0), 0].max() > 0.9


def test_a_bare_text_is_looked_at_whole_and_a_prepared_measure_beside_it_is_not():
    bare = Measure("B", "Er komt opvang voor dakloze mensen.")
    prepared = next(m for m in load_recommendations(None).measures if m.id == "V1.5a")
    unlikely = signals([0, 1], [0.0, 0.0])
    assert np.isnan(look_by_preparation([bare, prepared])(unlikely)).tolist() == [True, False]
