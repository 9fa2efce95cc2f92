"""How far the concepts of a measure come together in and around a passage."""

from __future__ import annotations

import numpy as np
import pytest

from manifesto_check.matching.context import concept_table, fewest, in_context, rarity, share
from manifesto_check.recommendations.model import Concept, Measure

PLACES = {
    "in the passage": ("# Kop\nInleiding van de hele lijst:\n- Hier staat X.", 2),
    "in the introduction": ("# Kop\nInleiding van X:\n- Hier staat niets.", 2),
    "in the heading": ("# X\nEen zin.", 1),
    "in the sentence before": ("Wij noemen X in deze zin. Hier noemen wij verder niets.", 1),
    "in the sentence after": ("Hier noemen wij verder niets. Wij noemen X in deze zin.", 0),
    "in an outer heading": ("# X\n## Kop\nEen zin.", 2),
    "elsewhere": ("# Kop\nEen zin.\n# X\nEen zin.", 1),
}


def weight(read, place):
    """Return what the concept X counts for in the passage that PLACES points at."""
    text, passage = PLACES[place]
    corpus = read(text)
    presence = np.array([["X" in text.rstrip(".:").split()] for text in corpus.texts])
    return float(in_context(presence, corpus)[passage, 0])


def test_a_concept_counts_for_less_the_further_away_it_stands(read):
    weights = [weight(read, place) for place in PLACES]
    assert weights[0] == 1.0
    assert weights[-1] == 0.0
    assert weights == sorted(weights, reverse=True)
    before, after = weight(read, "in the sentence before"), weight(read, "in the sentence after")
    assert before == after


@pytest.mark.parametrize("place", list(PLACES)[1:-1])
def test_around_the_passage_counts_for_less_than_inside(read, place):
    assert 0 < weight(read, place) < 1


def test_the_nearest_place_counts(read):
    corpus = read("# X\nWij noemen X in deze zin.")
    presence = np.array([[True], [True]])
    assert in_context(presence, corpus).tolist() == [[1.0], [1.0]]


def test_no_passages(read):
    assert in_context(np.zeros((0, 3), dtype=bool), read("")).shape == (0, 3)


def test_rarity_falls_with_frequency():
    presence = np.array([[passage < often for often in (0, 1, 5, 20)] for passage in range(20)])
    values = rarity(presence).tolist()
    assert values == sorted(values, reverse=True)
    assert values[0] == pytest.approx(1.0)
    assert 0 < values[-1] < 0.05


def test_share_is_weighted():
    met = np.array([[1, 0, 1], [0, 1, 0]], dtype=np.float32)
    wanted = np.array([[1, 1, 0], [0, 0, 0]], dtype=np.float32)
    weights = np.array([3, 1, 9], dtype=np.float32)
    result = share(met, wanted, weights)
    assert result[0].tolist() == [0.75, 0.25]
    assert result[1].tolist() == [0.0, 0.0]  # a measure without concepts


def test_fewest_is_the_least_met_concept():
    met = np.array([[1.0, 0.5, 0.0], [1.0, 0.9, 0.0]], dtype=np.float32)
    wanted = np.array([[1, 1, 0], [1, 1, 1], [0, 0, 0]], dtype=np.float32)
    assert fewest(met, wanted) == pytest.approx(np.array([[0.5, 0.9], [0, 0], [0, 0]]))


def test_a_table_numbers_each_concept_once():
    shelter = Concept("opvang", ("opvang",))
    maybe = Concept("ook opvang", ("opvang",), optional=True)
    homeless = Concept("dakloos", (), parts=("dakloz",))
    measures = [
        Measure("A", "a", concepts=(shelter, homeless)),
        Measure("B", "b", concepts=(homeless, maybe)),
        Measure("C", "c"),
    ]
    table = concept_table(measures)
    assert len(table.concepts) == 2
    assert table.required.tolist() == [[1, 1], [0, 1], [0, 0]]
    assert table.optional.tolist() == [[0, 0], [1, 0], [0, 0]]
    assert table.column(maybe) == table.column(shelter) == 0
