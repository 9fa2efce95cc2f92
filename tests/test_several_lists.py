"""Several lists in one run: each gives what it would give alone, and reports name them all."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from manifesto_check.checking import Checker, read
from manifesto_check.model import Report
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.joining import load_lists
from manifesto_check.recommendations.model import RecommendationList
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import JsonFormat
from manifesto_check.reports.json_reading import read_reports
from manifesto_check.scanning.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
FIRST = ROOT / "tests/recommendations/data/sample.yaml"
SECOND = """\
schema_version: 1
sources:
- id: F
  title: Fietsagenda
  themes:
  - id: F1
    title: Routes
    recommendations:
    - id: F1.1
      measures:
      - id: F1.1a
        text: Er komen meer vrijliggende fietspaden.
      - id: F1.1b
        text: De snelheid wordt hooguit 30 kilometer per uur.
        examples: [Binnen de bebouwde kom wordt 30 de norm.]
"""


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    second = tmp_path_factory.mktemp("lists") / "fiets.yaml"
    second.write_text(SECOND, encoding="utf-8")
    return [FIRST, second]


@pytest.fixture(scope="module")
def report(paths: list[Path]) -> Report:
    return checked(load_lists(paths))


def checked(recommendations: RecommendationList) -> Report:
    (programme,) = read([ROOT / "examples/brede-dijk.pdf"])
    return Checker(recommendations).check(programme)


def test_no_list_changes_the_verdicts_of_another(paths: list[Path], report: Report) -> None:
    alone = [checked(load_recommendations(path)) for path in paths]
    assert report.measures == tuple(m for one in alone for m in one.measures)
    assert report.themes == tuple(t for one in alone for t in one.themes)


def test_explain_finds_the_measure_of_the_second_list(paths: list[Path], report: Report) -> None:
    (programme,) = read([ROOT / "examples/brede-dijk.pdf"])
    explanation = Checker(load_lists(paths)).explain(programme, "F1.1b")
    assert explanation.measure == report.measures[-1]
    assert explanation.passages[0].evidence == report.measures[-1].judgement.evidence[0]


def test_the_json_names_each_list_and_reads_back(
    paths: list[Path], report: Report, tmp_path: Path
) -> None:
    data = json.loads(JsonFormat().render([report], ReportOptions()))
    schema = json.loads((ROOT / "docs/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    loaded = [load_recommendations(path) for path in paths]
    assert data["recommendations"]["lists"] == [
        {"path": one.path, "sha256": one.sha256} for one in loaded
    ]
    assert data["recommendations"]["sha256"] == load_lists(paths).sha256
    file = tmp_path / "report.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert read_reports(file)[0].lists == report.lists


def test_a_report_on_one_list_is_as_it_always_was() -> None:
    report = checked(load_recommendations(FIRST))
    data = json.loads(JsonFormat().render([report], ReportOptions()))
    assert set(data["recommendations"]) == {"path", "sha256"}


def test_a_scan_carries_all_lists_to_its_checkers(paths: list[Path]) -> None:
    settings = Settings.load(paths)
    again = Settings.from_message(json.loads(json.dumps(settings.to_message())))
    assert again.recommendations == settings.recommendations == load_lists(paths)
    assert again.key == settings.key
    keys = {Settings.load(order).key for order in (paths, paths[:1], paths[1:], paths[::-1])}
    assert len(keys) == 4
    assert Settings.load(paths[0]).key == Settings.load(paths[:1]).key
