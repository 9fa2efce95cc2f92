"""Which weights judge a measure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from manifesto_check.matching.preparedness import (
    RICH,
    Preparation,
    least_preparation,
    preparation_of,
)
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.model import Concept, Measure

MANY = Concept("fiets", tuple(f"woord{n}" for n in range(int(RICH))))
FEW = Concept("geld", ("geld",), ("geld",))
BARE = Measure("a", "Er komen fietspaden.")


def test_every_measure_of_the_list_that_ships_is_fully_prepared() -> None:
    assert least_preparation(load_recommendations().measures) is Preparation.FULL


@pytest.mark.parametrize(
    ("concepts", "is_rich"),
    [
        ((), False),
        ((FEW,), False),
        ((MANY,), True),
        ((MANY, FEW), False),
        ((MANY, replace(FEW, optional=True)), True),
        ((replace(MANY, optional=True),), False),
    ],
)
def test_it_goes_by_the_words_of_what_is_required_and_by_examples(
    concepts: tuple[Concept, ...], is_rich: bool
) -> None:
    without = replace(BARE, concepts=concepts)
    examples = replace(without, examples=("Wij leggen fietspaden aan.",))
    full, few, text = Preparation
    assert preparation_of(without) is (full if is_rich else text)
    assert preparation_of(examples) is (full if is_rich else few)


def test_the_least_prepared_measure_counts_for_a_list() -> None:
    examples = replace(BARE, examples=("Ja.",))
    assert least_preparation([examples]) is Preparation.FEW_WORDS
    assert least_preparation([examples, BARE]) is Preparation.TEXT_ONLY
