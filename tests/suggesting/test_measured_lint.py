"""Advice that is measured on programmes."""

from __future__ import annotations

from pathlib import Path

import pytest

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.matching.corpus import build_corpus
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.model import (
    Concept,
    Measure,
    Recommendation,
    RecommendationList,
    Source,
    Theme,
)
from manifesto_check.sources import read_programme
from manifesto_check.suggesting.measured_lint import ProgrammeLint, lint_wants

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/brede-dijk.pdf"


def measure(name: str, *terms: str) -> Measure:
    return Measure(name, name, (Concept(name, terms),))


def test_what_matches_everything_and_what_matches_the_same_is_told() -> None:
    measures = [
        measure("alles", "de", "het", "een", "wij"),
        measure("een", "wij"),
        measure("ander", "wij", "huis-dat-er-niet-staat"),
        measure("zeldzaam", "nachtopvang"),
    ]
    counted = ProgrammeLint(measures)
    assert counted.findings() == ()
    counted.add([build_corpus(read_programme(EXAMPLE), dutch_pipeline())])
    found = [(finding.measure, finding.code) for finding in counted.findings()]
    assert ("alles", "matches-everything") in found
    assert ("ander", "same-passages") in found
    assert not [code for name, code in found if name == "zeldzaam"]


def test_the_list_that_ships_matches_nothing_everywhere() -> None:
    counted = ProgrammeLint(load_recommendations().measures)
    counted.add([build_corpus(read_programme(EXAMPLE), dutch_pipeline())])
    whole = [f for f in counted.findings() if "komen samen" in f.message]
    assert whole == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kap geen gezonde bomen.", ["wants-unclear"]),
        ("Geen reclame voor gokken.", []),
        ("De hondenbelasting wordt afgeschaft.", []),
        ("Meer bomen in de straat.", []),
    ],
)
def test_a_text_that_denies_something_unclear_is_pointed_out(text: str, codes: list[str]) -> None:
    measure = Measure("A1.1a", text)
    theme = Theme("A1", "Wensen", (Recommendation("A1.1", (measure,)),))
    own = RecommendationList("own.yaml", "0" * 64, (Source("A", "Eigen", "", (theme,)),))
    assert [finding.code for finding in lint_wants(own)] == codes


def test_the_list_that_ships_says_what_it_wants() -> None:
    assert lint_wants(load_recommendations()) == ()
