"""Earlier reports: which one belongs to which programme, and which cannot be used."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from small_reports import report, unreadable

from manifesto_check.conditions.baseline import Baseline, read_baseline
from manifesto_check.errors import ReportError, ReportProblem
from manifesto_check.model import Report
from manifesto_check.recommendations.loading import load_recommendations
from manifesto_check.recommendations.model import RecommendationList
from manifesto_check.reports.interface import ReportOptions, Selection
from manifesto_check.reports.json_format import JsonFormat

LIST = """\
schema_version: 1
sources:
- {id: V, title: V, file: v.pdf, themes: [
  {id: V1, title: V1, recommendations: [
    {id: V1.1, measures: [{id: V1.1a, text: Een eerste.}, {id: V1.1b, text: Een tweede.}]},
    {id: V1.2, measures: [{id: V1.2a, text: Een derde.}]}]},
  {id: V2, title: V2, recommendations: [{id: V2.1, measures: [{id: V2.1a, text: Een vierde.}]}]}]}
- {id: N, title: N, file: n.pdf, themes: [
  {id: N2, title: N2, title_only: true, recommendations: [
    {id: N2.1, measures: [{id: N2.1a, text: Een vijfde.}]}]}]}
"""


@pytest.fixture
def measures(tmp_path: Path) -> RecommendationList:
    path = tmp_path / "lijst.yaml"
    path.write_text(LIST, encoding="utf-8")
    return load_recommendations(path)


@pytest.fixture
def old(measures: RecommendationList) -> Report:
    return replace(report(), recommendations_sha256=measures.sha256)


def written(folder: Path, *reports: Report, **options: object) -> Path:
    path = folder / "oud.json"
    data = JsonFormat().render(reports, ReportOptions(**options))  # type: ignore[arg-type]
    path.write_bytes(data)
    return path


def test_it_is_read_back(tmp_path: Path, measures: RecommendationList, old: Report) -> None:
    path = written(tmp_path, old)
    assert read_baseline(path, "0.1.0", measures) == Baseline(str(path), [old])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"version": "0.0.9"}, ReportProblem.BASELINE_VERSION),
        ({"recommendations_sha256": "c" * 64}, ReportProblem.BASELINE_LIST),
    ],
)
def test_verdicts_of_others_are_refused_with_how_to_renew_them(
    tmp_path: Path,
    measures: RecommendationList,
    old: Report,
    changes: dict[str, str],
    problem: ReportProblem,
) -> None:
    path = written(tmp_path, replace(old, **changes))  # type: ignore[arg-type]
    with pytest.raises(ReportError) as caught:
        read_baseline(path, "0.1.0", measures)
    assert caught.value.problem is problem
    assert f"--no-baseline en --output {path}" in str(caught.value)
    assert caught.value.exit_code == 2


def test_what_holds_no_verdicts_is_refused(
    tmp_path: Path, measures: RecommendationList, old: Report
) -> None:
    unread = replace(unreadable(), recommendations_sha256=measures.sha256)
    with pytest.raises(ReportError, match="geen enkel oordeel"):
        read_baseline(written(tmp_path, unread), "0.1.0", measures)
    path = written(tmp_path, old, selection=Selection(frozenset({"V1.1a"})))
    with pytest.raises(ReportError, match="niet alle maatregelen"):
        read_baseline(path, "0.1.0", measures)
    with pytest.raises(ReportError, match="bestaat niet"):
        read_baseline(tmp_path / "weg.json", "0.1.0", measures)
    path.write_text(json.dumps({"schema_version": 1}), encoding="utf-8")
    with pytest.raises(ReportError, match="geen JSON-rapport"):
        read_baseline(path, "0.1.0", measures)


def test_a_programme_that_could_not_be_read_then_is_in_the_way_of_none_but_itself(
    tmp_path: Path, measures: RecommendationList, old: Report
) -> None:
    unread = replace(unreadable("leeg.pdf"), recommendations_sha256=measures.sha256)
    path = written(tmp_path, old, unread)
    found = read_baseline(path, "0.1.0", measures)
    assert found.report_of(old.programme.path, alone=True) == old
    with pytest.raises(ReportError, match=r"leeg\.pdf kon niet gelezen worden"):
        found.report_of("leeg.pdf", alone=False)


def test_a_report_belongs_to_the_programme_of_its_path_or_name() -> None:
    reports = [report(path=path) for path in ("x/a.pdf", "y/a.pdf", "x/b.pdf")]
    found = Baseline("oud.json", reports)
    assert found.report_of("x\\a.pdf", alone=False) is reports[0]
    assert found.report_of("elders/b.pdf", alone=False) is reports[2]
    assert found.report_of("elders/a.pdf", alone=False) is None
    assert found.report_of("elders/c.pdf", alone=True) is None
    alone = Baseline("oud.json", reports[:1])
    assert alone.report_of("definitief.pdf", alone=True) is reports[0]
    assert alone.report_of("definitief.pdf", alone=False) is None


def test_programmes_of_then_that_are_not_given_now_are_known() -> None:
    reports = [report(path=path) for path in ("x/a.pdf", "y/a.pdf", "x/b.pdf", "x/c.pdf")]
    found = Baseline("oud.json", reports)
    assert found.missing(["x\\a.pdf", "elders/b.pdf", "nieuw.pdf"]) == ["y/a.pdf", "x/c.pdf"]
    assert found.missing(["elders/a.pdf"]) == [one.programme.path for one in reports]
