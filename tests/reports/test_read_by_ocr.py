"""Every format says which quotes were read by OCR, and no other."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from well_formed import csv_table

from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.formats.registry import ComparisonFormatName, comparison_format
from manifesto_check.model import Report
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.json_reading import read_reports
from manifesto_check.reports.registry import FormatName, report_format

OPTIONS = ReportOptions(verbose=True, language=Language.EN)


@pytest.fixture
def by_ocr(report: Report) -> Report:
    """The report with its very first quote read by OCR."""
    first, *others = report.measures
    quote, *more = first.judgement.evidence
    evidence = (replace(quote, ocr=True), *more)
    read = replace(first, judgement=replace(first.judgement, evidence=evidence))
    info = replace(report.programme, ocr_pages=(12, 13))
    return replace(report, programme=info, measures=(read, *others))


def rendered(report: Report, form: FormatName) -> bytes:
    return report_format(form).render([report], OPTIONS)


@pytest.mark.parametrize("form", [FormatName.TERMINAL, FormatName.HTML, FormatName.MARKDOWN])
def test_people_read_it_beside_the_page_and_above(
    report: Report, by_ocr: Report, form: FormatName
) -> None:
    text = " ".join(rendered(by_ocr, form).decode().split())
    assert text.count(", read by OCR") == 1
    assert "read by OCR: 12–13" in text
    assert "OCR" not in rendered(report, form).decode()


def test_tables_have_a_column_for_it(by_ocr: Report) -> None:
    rows = csv_table(rendered(by_ocr, FormatName.CSV))
    quotes = [row["ocr"] for row in rows if row["kind"] == "quote"]
    assert quotes == ["true", *["false"] * (len(quotes) - 1)]
    assert rows[0]["note"] == "pages read by OCR: 12–13"
    book = openpyxl.load_workbook(io.BytesIO(rendered(by_ocr, FormatName.XLSX)))
    sheet = book["Quotes"]
    column = [cell.value for cell in next(iter(sheet.columns))]
    assert column
    marked = [row for row in sheet.iter_rows(values_only=True) if "read by OCR" in row]
    assert len(marked) == 1


def test_json_says_it_and_is_read_back(report: Report, by_ocr: Report, tmp_path: Path) -> None:
    data = rendered(by_ocr, FormatName.JSON)
    found = json.loads(data)
    assert found["programme"]["ocr_pages"] == [12, 13]
    quotes = [e.get("ocr") for m in found["measures"] for e in m["evidence"]]
    assert quotes == [True, *[None] * (len(quotes) - 1)]
    assert "ocr" not in rendered(report, FormatName.JSON).decode()
    path = tmp_path / "report.json"
    path.write_bytes(data)
    [again] = read_reports(path)
    assert again.programme.ocr_pages == (12, 13)
    assert rendered(again, FormatName.JSON) == data


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "csv", "xlsx", "json"])
def test_comparisons_say_it_too(by_ocr: Report, form: str) -> None:
    comparison = compare([by_ocr], ["Waterdam"])
    data = comparison_format(ComparisonFormatName(form)).render(comparison, OPTIONS)
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        cells = [v for sheet in book for row in sheet.iter_rows(values_only=True) for v in row]
        assert "read by OCR" in cells
        return
    text = " ".join(data.decode().split())
    if form == "json":
        assert '"ocr": true' in text
        assert '"ocr_pages"' in text
    elif form == "csv":
        assert next(r["ocr"] for r in csv_table(data) if r["kind"] == "quote") == "true"
    else:
        assert text.count(", read by OCR") >= 1
        assert "read by OCR, which may misread: 12–13" in text
