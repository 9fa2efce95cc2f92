"""XLSX and Dutch CSV opened by LibreOffice, as a user's spreadsheet would open them."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from test_hostile_text import HOSTILE, report_of

from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.formats.xlsx import XlsxComparison
from manifesto_check.model import Report
from manifesto_check.reports.interface import CsvDialect, ReportOptions
from manifesto_check.reports.registry import FormatName, report_format
from manifesto_check.reports.text import printable

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
EVERY_SHEET_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
DUTCH_CSV = "CSV:59,34,76,1,,1043,false,true"  # semicolons, UTF-8, numbers as in the Netherlands

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice"),
]


def convert(file: Path, to: str, *options: str) -> None:
    profile = (file.parent / "profile").as_uri()
    done = subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation={profile}", "--headless", *options,
            "--convert-to", to, "--outdir", str(file.parent), str(file),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def sheets_of(folder: Path, data: bytes) -> dict[str, list[list[str]]]:
    """What LibreOffice shows of each sheet, by its name."""
    file = folder / "report.xlsx"
    file.write_bytes(data)
    convert(file, EVERY_SHEET_AS_CSV)
    sheets = {}
    for path in folder.glob("report-*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            sheets[path.stem.removeprefix("report-")] = list(csv.reader(stream))
    return sheets


def test_a_workbook_opens_with_all_its_sheets(report: Report, tmp_path: Path) -> None:
    data = report_format(FormatName.XLSX).render([report], ReportOptions())
    sheets = sheets_of(tmp_path, data)
    names = {"Overzicht", "Maatregelen", "Citaten", "V1", "V2", "N1", "N2", "Toelichting"}
    assert set(sheets) == names
    head, *rows = sheets["Maatregelen"]
    assert [row[head.index("Maatregel")] for row in rows] == [m.id for m in report.measures]
    assert [row[head.index("Oordeel")] for row in rows][:2] == ["gedekt", "deels"]
    assert [row[head.index("Zekerheid")] for row in rows][:2] == ["83%", "52%"]
    head, *rows = sheets["Citaten"]
    quotes = [e.quote for m in report.measures for e in m.judgement.evidence]
    assert [row[head.index("Citaat")] for row in rows] == quotes


def test_a_comparison_opens_with_all_its_sheets(report: Report, tmp_path: Path) -> None:
    comparison = compare([report, report], ["=A1", "@SUM"])
    data = XlsxComparison().render(comparison, ReportOptions())
    sheets = sheets_of(tmp_path, data)
    names = {"Partijen", "Dekking per thema", "Wie belooft wat", "Citaten", "Uitleg"}
    assert set(sheets) == names
    head, *rows = sheets["Wie belooft wat"]
    assert head[3:5] == ["=A1", "@SUM"]
    assert [row[1] for row in rows] == [m.id for m in report.measures]


def test_hostile_text_is_shown_and_not_calculated(tmp_path: Path) -> None:
    kinds = ("formula", "plus", "excel escape", "html", "sheet", "control", "wide", "full width")
    reports = [report_of(HOSTILE[kind]) for kind in kinds]
    data = report_format(FormatName.XLSX).render(reports, ReportOptions(many=True))
    sheets = sheets_of(tmp_path, data)
    head, *rows = sheets["Citaten"]
    quotes = [row[head.index("Citaat")] for row in rows][::2]
    for kind, quote in zip(kinds, quotes, strict=True):
        assert quote == printable(HOSTILE[kind])


def test_dutch_csv_has_its_numbers_and_letters_right(report: Report, tmp_path: Path) -> None:
    hostile = report_of(HOSTILE["plus"])
    options = ReportOptions(csv_dialect=CsvDialect.EXCEL_NL)
    file = tmp_path / "report.csv"
    file.write_bytes(report_format(FormatName.CSV).render([report, hostile], options))
    convert(file, "xlsx", f"--infilter={DUTCH_CSV}")
    (sheet,) = openpyxl.load_workbook(tmp_path / "report.xlsx")
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    table = [dict(zip(head, row, strict=True)) for row in rows]
    first = next(row for row in table if row["kind"] == "measure")
    assert first["confidence"] == 0.83
    assert first["text"] == report.measures[0].text
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
