"""Reports on programmes without pages: lines where others have pages."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from manifesto_check.model import FileType, MeasureResult, Report
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.json_reading import read_reports
from manifesto_check.reports.links import evidence_link, file_link
from manifesto_check.reports.programme_words import programme_size
from manifesto_check.reports.registry import FormatName, report_format
from manifesto_check.reports.texts import texts_in

LINE = 4123
"""A number that is nowhere else in the reports."""


def with_lines(measure: MeasureResult) -> MeasureResult:
    quotes = tuple(
        replace(quote, page=1, page_end=1, page_label=None, line=LINE)
        for quote in measure.judgement.evidence
    )
    return replace(measure, judgement=replace(measure.judgement, evidence=quotes))


@pytest.fixture
def draft(report: Report) -> Report:
    """The report as that of a draft in Markdown."""
    info = replace(report.programme, path="concept.md", pages=1, type=FileType.MARKDOWN)
    return replace(
        report, programme=info, measures=tuple(with_lines(measure) for measure in report.measures)
    )


def rendered(draft: Report, form: FormatName, language: Language = Language.NL) -> bytes:
    return report_format(form).render([draft], ReportOptions(language=language, verbose=True))


@pytest.mark.parametrize("form", [FormatName.TERMINAL, FormatName.HTML, FormatName.MARKDOWN])
def test_what_people_read_names_the_line_and_no_page(draft: Report, form: FormatName) -> None:
    for language, line in ((Language.NL, f"regel {LINE}"), (Language.EN, f"line {LINE}")):
        text = rendered(draft, form, language).decode("utf-8")
        assert line in text
        assert "p. 1" not in text
        assert "#page=" not in text


def test_a_workbook_has_a_column_for_lines_and_leaves_pages_empty(draft: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered(draft, FormatName.XLSX)))
    rows = [
        dict(zip([cell.value for cell in sheet[1]], [cell.value for cell in row], strict=True))
        for sheet in book
        for row in sheet.iter_rows(min_row=2)
    ]
    found = [row for row in rows if row.get("Regel") is not None]
    assert found
    assert {(row["Regel"], row["Pagina (pdf)"]) for row in found} == {(LINE, None)}


def test_a_table_has_page_1_and_the_line(draft: Report) -> None:
    text = rendered(draft, FormatName.CSV).decode("utf-8")
    quotes = [row for row in csv.DictReader(io.StringIO(text)) if row["kind"] == "quote"]
    assert {(row["page"], row["line"]) for row in quotes} == {("1", str(LINE))}


def test_lines_and_the_type_come_back_from_json(draft: Report, tmp_path: Path) -> None:
    path = tmp_path / "rapport.json"
    path.write_bytes(rendered(draft, FormatName.JSON))
    (read,) = read_reports(path)
    assert read.programme.type is FileType.MARKDOWN
    assert read.measures[0].judgement.evidence[0].line == LINE


def test_the_size_is_told_without_pages(draft: Report) -> None:
    shown = programme_size(draft.programme, texts_in(Language.NL), Language.NL)
    assert shown.endswith(" woorden")
    assert "pagina" not in shown


def test_a_link_leads_to_the_file_and_from_standard_input_nowhere(draft: Report) -> None:
    quote = draft.measures[0].judgement.evidence[0]
    assert evidence_link(draft.programme, quote, None) == "concept.md"
    assert evidence_link(replace(draft.programme, path="-"), quote, None) is None


def test_standard_input_cannot_be_opened() -> None:
    assert file_link("-", None) is None
    assert file_link("a.md", None) == "a.md"
