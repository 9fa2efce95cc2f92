"""Lists of bare texts: who adopts a measure is found to, who wants the contrary is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from manifesto_check.checking import Checker
from manifesto_check.model import FOUND, Block, BlockKind, Page, Programme, Report, Verdict
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.loading import parse_recommendations

CASES = yaml.safe_load((Path(__file__).parent / "data/bare_texts.yaml").read_text("utf-8"))["cases"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def checker() -> Checker:
    recommendations: list[dict[str, Any]] = [
        {"id": f"A1.{n}", "measures": [{"id": f"A1.{n}a", "text": case["measure"]}]}
        for n, case in enumerate(CASES, 1)
    ]
    theme = {"id": "A1", "title": "Wensen", "recommendations": recommendations}
    source = {"id": "A", "title": "Eigen lijst", "themes": [theme]}
    data = json.dumps({"schema_version": 1, "sources": [source]}).encode()
    return Checker(parse_recommendations(data, "own.yaml"))


def checked(checker: Checker, sentences: list[str]) -> Report:
    blocks = [Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in sentences]
    return checker.check(Programme("p.md", "", (Page(1),), tuple(blocks)))


def verdicts(report: Report) -> dict[str, Verdict]:
    return {measure.text: measure.judgement.verdict for measure in report.measures}


def test_who_adopts_a_measure_is_found_to(checker: Checker) -> None:
    found = verdicts(checked(checker, [case["for"] for case in CASES]))
    assert {text for text, verdict in found.items() if verdict not in FOUND} == set()


def test_who_wants_the_contrary_is_not(checker: Checker) -> None:
    found = verdicts(checked(checker, [case["against"] for case in CASES]))
    assert {text for text, verdict in found.items() if verdict in FOUND} == set()
    assert list(found.values()).count(Verdict.OPPOSED) >= 4


def test_the_examples_of_a_list_never_oppose_its_measures() -> None:
    recommendations = load_recommendations(EXAMPLES / "fietsen.yaml")
    checker = Checker(recommendations)
    for number in range(3):
        examples = [measure.examples[number] for measure in recommendations.measures]
        assert Verdict.OPPOSED not in verdicts(checked(checker, examples)).values()
