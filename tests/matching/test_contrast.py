"""On which side a passage is of a measure's own sentences and of those that only look like it."""

from __future__ import annotations

import numpy as np
import pytest

from manifesto_check.matching.contrast import Gathered, PhraseCounts, WordContrast, vector_contrast
from manifesto_check.matching.directions import Directions
from manifesto_check.matching.phrases import Words
from manifesto_check.recommendations.model import Measure

SHELTER = Measure(
    "A1",
    "Meer opvang.",
    examples=("Er komt meer opvang in de stad.", "Wij openen een opvang."),
    absent_examples=("De opvang in de stad is vol.", "De opvang is een probleem."),
)
POOL = Measure(
    "A2",
    "Een zwembad.",
    examples=("Er komt een zwembad.",),
    absent_examples=("Het zwembad is gesloten.",),
)
BARE = Measure("A3", "Een park.")


def words(measures: list[Measure], pairs: list[tuple[int, str]]) -> list[float]:
    counts = PhraseCounts(measures)
    contrast = WordContrast(counts, ("examples",), ("absent_examples",))
    measure = np.array([m for m, _ in pairs], dtype=np.int32)
    there = Words([text for _, text in pairs])
    met = counts.met(there, measure, np.arange(len(pairs)))
    return contrast.scores(measure, *met).tolist()


def contrast(ones: list[np.ndarray], others: list[np.ndarray]) -> Directions:
    return vector_contrast(Gathered.of(ones), Gathered.of(others))


def test_a_vector_is_on_the_side_that_it_is_nearer_to():
    ones = [np.array([[1.0, 0, 0], [1, 0, 0.1]])]
    others = [np.array([[0, 1.0, 0], [0, 1, 0.1]])]
    scores = contrast(ones, others).scores(np.array([[0.9, 0.2, 0], [0.2, 0.9, 0]]))
    assert scores[0, 0] > 0 > scores[1, 0]


def test_the_middle_is_on_neither_side():
    between = contrast([np.array([[1.0, 0]])], [np.array([[0, 1.0]])])
    assert between.scores(np.array([[0.5, 0.5]])) == pytest.approx(0)


def test_a_measure_without_others_has_no_contrast_and_spoils_none():
    some, none = np.array([[1.0, 0]]), np.empty((0, 2))
    scores = contrast([some, some], [np.array([[0, 1.0]]), none]).scores(some)
    assert scores[0, 0] > 0
    assert np.isnan(scores[0, 1])


def test_kinds_that_are_added_are_as_if_gathered_together():
    random = np.random.default_rng(1)
    one, other = ([random.normal(size=(n, 3)) for n in sizes] for sizes in ((4, 0, 2), (1, 3, 5)))
    together = Gathered.of([np.concatenate(pair) for pair in zip(one, other, strict=True)])
    added = Gathered.of(one) + Gathered.of(other)
    assert added.counts.tolist() == together.counts.tolist() == [5, 3, 7]
    assert added.centres == pytest.approx(together.centres)
    assert added.scatter == pytest.approx(together.scatter)


def test_the_scatter_is_around_each_measures_own_centre():
    far_apart = Gathered.of([np.array([[1.0, 0], [3, 0]]), np.array([[9.0, 1], [9, 1]])])
    assert far_apart.scatter == pytest.approx(np.array([[2.0, 0], [0, 0]]))


def test_words_that_only_proposals_have_speak_for_them():
    proposes, describes = words(
        [SHELTER, POOL], [(0, "Er komt opvang."), (0, "Opvang is een probleem.")]
    )
    assert proposes > 0 > describes


def test_each_measure_has_its_own_weights_and_unknown_words_none():
    of_shelter, of_pool, unknown = words(
        [SHELTER, POOL], [(0, "gesloten"), (1, "gesloten"), (1, "xyz")]
    )
    assert of_shelter == pytest.approx(unknown)
    assert of_pool < unknown


def test_words_of_a_measure_without_others_say_nothing():
    there, missing = words([SHELTER, BARE], [(0, "Er komt opvang."), (1, "Er komt een park.")])
    assert there > 0
    assert np.isnan(missing)


def test_a_list_without_any_others_says_nothing():
    assert np.isnan(words([BARE], [(0, "Er komt een park.")])).all()


def test_no_pairs_have_no_scores():
    assert words([SHELTER], []) == []
