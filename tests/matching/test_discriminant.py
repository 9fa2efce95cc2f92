"""Which measure a passage is about, from its vector."""

from __future__ import annotations

import numpy as np
import pytest

from manifesto_check.matching.background import Background
from manifesto_check.matching.discriminant import discriminant


def background(spread: list[float]) -> Background:
    n = len(spread)
    return Background(100, {}, "test", np.zeros(n), np.diag(np.square(spread)))


def test_a_vector_scores_best_for_the_measure_that_it_is_nearest_to():
    own = [np.array([[1.0, 0, 0]]), np.array([[0, 1.0, 0]])]
    scores = discriminant(own, background([1, 1, 1])).scores(np.array([[0.9, 0.1, 0], [0, 2, 0]]))
    assert scores.argmax(axis=1).tolist() == [0, 1]


def test_directions_in_which_all_sentences_differ_count_less():
    own = [np.array([[1.0, 1.0]])]
    noisy, quiet = np.array([[2.0, 0]]), np.array([[0, 2.0]])
    directions = discriminant(own, background([3, 0.5]))
    assert directions.scores(quiet) > directions.scores(noisy)


def test_what_is_as_near_to_the_background_as_to_the_measure_scores_nothing():
    directions = discriminant([np.array([[2.0, 0]])], background([1, 1]))
    assert directions.scores(np.array([[1.0, 0]])) == pytest.approx(0)


def test_the_spread_of_a_measures_own_sentences_counts_too():
    wide = np.array([[1.0, y] for y in (-3, 3) for _ in range(50)])
    narrow = np.array([[1.0, 0]] * 100)
    passage = np.array([[1.0, 1.0]])
    flat, spread = (
        discriminant([own, -own], background([1, 1])).scores(passage) for own in (narrow, wide)
    )
    assert np.isfinite(flat).all()
    assert np.isfinite(spread).all()
    assert flat[0, 0] > 0 > flat[0, 1]
    assert spread[0, 0] > 0 > spread[0, 1]
