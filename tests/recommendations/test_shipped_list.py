"""The list that ships holds the three sources, whole and fit for use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.lint import Severity, lint
from manifesto_check.recommendations.model import RecommendationList

GOLD = Path(__file__).resolve().parents[2] / ".." / "shared" / "gold" / "measures.yaml"


@pytest.fixture(scope="module")
def shipped() -> RecommendationList:
    return load_recommendations()


def test_three_sources_sixteen_themes_and_all_their_measures(shipped: RecommendationList) -> None:
    themes = [theme for source in shipped.sources for theme in source.themes]
    recommendations = [item for theme in themes for item in theme.recommendations]

    assert [source.id for source in shipped.sources] == ["V", "L", "N"]
    assert all(source.title and source.file for source in shipped.sources)
    assert (len(themes), len(recommendations), len(shipped.measures)) == (16, 71, 114)
    assert [theme.id for theme in themes if theme.title_only] == ["N2"]


def test_every_measure_can_be_found(shipped: RecommendationList) -> None:
    assert [m.id for m in shipped.measures if not m.concepts] == []
    assert [m.id for m in shipped.measures if len(m.examples) < 3] == []


def test_references_go_both_ways(shipped: RecommendationList) -> None:
    related = {(m.id, other) for m in shipped.measures for other in m.related}
    conflicts = {(m.id, other) for m in shipped.measures for other in m.conflicts}

    assert {(b, a) for a, b in related} == related
    assert {(b, a) for a, b in conflicts} == conflicts
    assert ("V4.2a", "L3.4a") in related
    assert ("V1.5a", "N1.2a") in conflicts


def test_lint_warns_of_nothing(shipped: RecommendationList) -> None:
    warnings = [finding for finding in lint(shipped) if finding.severity is Severity.WARNING]

    assert warnings == []


@pytest.mark.shared
def test_ids_and_texts_are_those_of_the_annotations(shipped: RecommendationList) -> None:
    if not GOLD.is_file():
        pytest.skip("needs the folder ../shared with the annotations")
    gold: Any = yaml.safe_load(GOLD.read_text(encoding="utf-8"))

    def of_gold() -> dict[str, Any]:
        return {
            source["id"]: {
                "file": source["file"],
                "themes": {
                    theme["id"]: {
                        "title": theme["title"],
                        "title_only": theme.get("title_only", False),
                        "measures": {
                            item["id"]: item["measures"] for item in theme["recommendations"]
                        },
                    }
                    for theme in source["themes"]
                },
            }
            for source in gold["sources"]
        }

    def of_list() -> dict[str, Any]:
        return {
            source.id: {
                "file": source.file,
                "themes": {
                    theme.id: {
                        "title": theme.title,
                        "title_only": theme.title_only,
                        "measures": {
                            item.id: {measure.id: measure.text for measure in item.measures}
                            for item in theme.recommendations
                        },
                    }
                    for theme in source.themes
                },
            }
            for source in shipped.sources
        }

    assert of_list() == of_gold()
