"""Measures are chosen by the ids that a user gives, in any case and at any level."""

from __future__ import annotations

from pathlib import Path

import pytest

from manifesto_check.errors import UsageError
from manifesto_check.recommendations import load_recommendations, select
from manifesto_check.recommendations.model import RecommendationList

ALL = {"B1.1a", "B1.1b", "b2-streng"}


@pytest.fixture(scope="module")
def wishes() -> RecommendationList:
    return load_recommendations(Path(__file__).parent / "data" / "sample.yaml")


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ({}, ALL),
        ({"sources": ["B"]}, ALL),
        ({"themes": ["B1"]}, {"B1.1a", "B1.1b"}),
        ({"themes": ["b1", "B2"]}, ALL),
        ({"measures": ["B2-STRENG"]}, {"b2-streng"}),
        ({"measures": ["b1.1"]}, {"B1.1a", "B1.1b"}),
        ({"themes": ["B2"], "measures": [" B1.1b "]}, {"b2-streng", "B1.1b"}),
    ],
)
def test_what_is_named_is_chosen(
    given: dict[str, list[str]], chosen: set[str], wishes: RecommendationList
) -> None:
    assert select(wishes, **given) == chosen


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"sources": ["X"]}, "er is geen bron 'X' in de lijst; kies uit: B"),
        ({"themes": ["B11"]}, "er is geen thema 'B11' in de lijst; bedoelde u 'B1'?"),
        (
            {"measures": ["b2streng"]},
            "geen maatregel 'b2streng' in de lijst; bedoelde u 'b2-streng'?",
        ),
        ({"themes": ["b1.1a"]}, "'B1.1a' is een maatregel, geen thema"),
        ({"measures": ["B1"]}, "'B1' is een thema, geen maatregel"),
        ({"measures": [""]}, "er is geen maatregel '' in de lijst; kies uit"),
    ],
)
def test_a_wrong_id_names_the_nearest(
    given: dict[str, list[str]], message: str, wishes: RecommendationList
) -> None:
    with pytest.raises(UsageError) as caught:
        select(wishes, **given)

    assert message in str(caught.value)
