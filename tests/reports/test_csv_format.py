from well_formed import csv_table

from manifesto_check.model import Report
from manifesto_check.reports.csv_format import COLUMNS, CsvFormat
from manifesto_check.reports.interface import Language, ReportOptions, Selection


def table(*reports: Report, **options: object) -> list[dict[str, str]]:
    return csv_table(CsvFormat().render(reports, ReportOptions(**options)))  # type: ignore[arg-type]


def of(kind: str, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [row for row in rows if row["kind"] == kind]


def test_there_is_a_row_for_each_measure_and_each_quote(report: Report) -> None:
    rows = table(report)
    assert tuple(rows[0]) == COLUMNS
    assert [row["measure"] for row in of("measure", rows)] == [m.id for m in report.measures]
    quotes = [e.quote for m in report.measures for e in m.judgement.evidence]
    assert [row["quote"] for row in of("quote", rows)] == quotes
    assert [row["number"] for row in of("quote", rows)] == ["1", "2", "1", "1"]
    first = of("quote", rows)[0]
    assert (first["measure"], first["verdict"]) == ("V1.1a", "covered")
    assert (first["page"], first["page_end"], first["page_label"]) == ("12", "12", "11")
    assert first["score"] == "0.7812"


def test_measures_have_the_values_of_json(report: Report) -> None:
    row = of("measure", table(report))[1]
    assert row["verdict"] == "partial"
    assert (row["confidence"], row["p_found"], row["uncertain"]) == ("0.52", "0.1234", "true")
    assert row["quote"] == ""
    assert of("measure", table(report))[-1]["counted"] == "false"


def test_coverage_is_that_of_sources_and_themes(report: Report) -> None:
    rows = table(report)
    assert [row["coverage"] for row in of("source", rows)] == ["37.5", "0.0"]
    assert [row["coverage"] for row in of("theme", rows)] == ["50.0", "0.0", "0.0", ""]
    assert of("programme", rows)[0]["coverage"] == ""
    assert of("programme", table(report, overall=True))[0]["coverage"] == "30.0"


def test_what_was_not_read_is_told_and_has_no_measures(
    unreadable: Report, partly_read: Report
) -> None:
    (row,) = table(unreadable)
    assert (row["kind"], row["status"]) == ("programme", "unreadable")
    assert row["note"] == "de pagina's zijn afbeeldingen zonder tekst"
    rows = table(partly_read)
    assert rows[0]["note"] == "unreadable pages: 4, 9–11"
    notes = {row["verdict"]: row["note"] for row in of("measure", rows)}
    assert notes["absent"] == "not found on the pages that were read"
    assert notes["covered"] == ""


def test_selection_narrows_and_language_changes_nothing(report: Report) -> None:
    chosen = Selection(measures=frozenset({"V1.3a"}))
    assert [r["kind"] for r in table(report, selection=chosen)] == [
        *("programme", "source", "theme", "measure", "quote")
    ]
    assert table(report, language=Language.EN) == table(report)


def test_several_programmes_stand_below_each_other(report: Report, unreadable: Report) -> None:
    rows = table(report, unreadable, report)
    assert len(of("programme", rows)) == 3
    assert len(of("measure", rows)) == 12
