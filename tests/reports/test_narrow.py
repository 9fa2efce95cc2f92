from manifesto_check.model import Coverage, Report, Verdict
from manifesto_check.reports.interface import Selection
from manifesto_check.reports.narrow import narrowed, overall


def test_nothing_selected_shows_everything(report: Report) -> None:
    assert narrowed(report, Selection()) == report


def test_coverage_of_a_theme_stays_that_of_the_whole_theme(report: Report) -> None:
    shown = narrowed(report, Selection(measures=frozenset({"V1.1a"})))
    assert [m.id for m in shown.measures] == ["V1.1a"]
    assert [(t.id, t.coverage) for t in shown.themes] == [("V1", Coverage(1, 1, 1, 0))]
    assert [s.id for s in shown.sources] == ["V"]


def test_a_verdict_narrows_the_measures_only(report: Report) -> None:
    shown = narrowed(report, Selection(verdicts=(Verdict.OPPOSED, Verdict.PARTIAL)))
    assert [m.id for m in shown.measures] == ["V1.3a", "N1.2a"]
    assert shown.themes == report.themes
    assert shown.sources == report.sources


def test_overall_weighs_every_measure_the_same(report: Report) -> None:
    assert overall(report) == Coverage(1, 1, 2, 1)
    assert overall(report).percentage == 30.0
