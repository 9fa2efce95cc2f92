from dataclasses import replace

import openpyxl
from test_html_report import ACCURACY
from well_formed import xlsx

from manifesto_check.model import Report
from manifesto_check.reports.interface import Language, ReportOptions, Selection
from manifesto_check.reports.xlsx_format import XlsxFormat


def book(*reports: Report, **options: object) -> openpyxl.Workbook:
    return xlsx(XlsxFormat().render(reports, ReportOptions(**options)))  # type: ignore[arg-type]


def rows(workbook: openpyxl.Workbook, sheet: str) -> list[dict[str, object]]:
    head, *rest = workbook[sheet].values
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


def test_there_is_an_overview_all_measures_all_quotes_and_a_sheet_per_theme(
    report: Report,
) -> None:
    names = ["Overzicht", "Maatregelen", "Citaten", "V1", "V2", "N1", "N2", "Toelichting"]
    assert book(report).sheetnames == names


def test_every_sheet_has_filters_and_frozen_headings(report: Report) -> None:
    for sheet in book(report):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"


def test_there_is_a_row_for_each_measure_and_each_quote(report: Report) -> None:
    made = book(report)
    measures = rows(made, "Maatregelen")
    assert [row["Maatregel"] for row in measures] == [m.id for m in report.measures]
    assert [row["Oordeel"] for row in measures][:3] == ["gedekt", "deels", "niet gevonden"]
    assert [row["Zekerheid"] for row in measures][:2] == [0.83, 0.52]
    assert [row["Onzeker"] for row in measures][:2] == [None, "onzeker"]
    assert [row["Citaten"] for row in measures][:3] == [2, 1, 0]
    quotes = [e.quote for m in report.measures for e in m.judgement.evidence]
    assert [row["Citaat"] for row in rows(made, "Citaten")] == quotes
    assert rows(made, "Citaten")[0]["Pagina (pdf)"] == 12
    assert rows(made, "Citaten")[0]["Gedrukt nummer"] == "11"


def test_a_theme_has_its_measures_with_their_quotes(report: Report) -> None:
    theme = rows(book(report), "V1")
    assert [row["Maatregel"] for row in theme] == ["V1.1a", "V1.1a", "V1.3a", "V1.5b"]
    assert theme[3]["Citaat"] is None


def test_the_overview_has_coverage_and_what_was_not_read(
    report: Report, unreadable: Report
) -> None:
    overview = rows(book(report, unreadable), "Overzicht")
    coverage = {row["Nummer"]: row["Dekking"] for row in overview if row["Nummer"]}
    assert coverage == {"V": 37.5, "N": 0, "V1": 50, "V2": 0, "N1": 0, "N2": None}
    assert overview[6]["Opmerking"] == "niet meegeteld"
    assert overview[-1]["Gelezen"] == "niet leesbaar"
    assert "geen enkele maatregel beoordeeld" in str(overview[-1]["Opmerking"])
    assert overview[-1]["Dekking"] is None
    total = rows(book(report, overall=True), "Overzicht")[0]
    assert (total["Soort"], total["Dekking"]) == ("alle bronnen", 30)


def test_what_absent_means_is_said_where_pages_were_not_read(partly_read: Report) -> None:
    notes = [row["Opmerking"] for row in rows(book(partly_read), "Maatregelen")]
    assert notes[0] is None
    assert notes[2] == "niet gevonden op de pagina's die gelezen konden worden"


def test_selection_language_and_accuracy(report: Report) -> None:
    chosen = Selection(measures=frozenset({"V1.3a"}))
    made = book(replace(report, accuracy=ACCURACY), selection=chosen, language=Language.EN)
    assert made.sheetnames == ["Overview", "Measures", "Quotes", "V1", "How to read"]
    notes = [str(row["How to read"]) for row in rows(made, "How to read")]
    assert any("1,469 verdicts in 13 programmes" in note for note in notes)


def test_nothing_to_report_is_a_workbook_too() -> None:
    assert book().sheetnames == ["Overzicht", "Maatregelen", "Citaten", "Toelichting"]


def test_numbers_do_not_touch_the_text_in_the_next_cell(report: Report) -> None:
    sheet = book(report)["Maatregelen"]
    confidence, uncertain = sheet["G3"].offset(0, 1), sheet["G3"].offset(0, 2)
    assert (confidence.value, uncertain.value) == (0.52, "onzeker")
    assert (confidence.alignment.horizontal, confidence.alignment.indent) == ("right", 1)
    assert uncertain.alignment.horizontal != "right"
