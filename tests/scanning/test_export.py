"""A store as tables: the same rows in every format, harmless, and few in memory at a time."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pyarrow import parquet
from scan_helpers import environment, outcome

from manifesto_check.model import Verdict
from manifesto_check.scanning.export import formats
from manifesto_check.scanning.export.formats import write_table, write_workbook
from manifesto_check.scanning.export.names import ExportFormat, TableName
from manifesto_check.scanning.export.tables import Table
from manifesto_check.scanning.outcomes import Cause, Outcome
from manifesto_check.scanning.settings import Settings
from manifesto_check.scanning.store import Store

EVIL = '=HYPERLINK("http://x","klik")'


@pytest.fixture
def path(tmp_path: Path, settings: Settings) -> Path:
    """A store with a good programme, one with hostile text, and an unreadable one."""
    path = tmp_path / "results.db"
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.add_columns(["party", "year", "verdict"])
        good = {"party": "De Dijk", "year": 2026, "verdict": "eigen"}
        store.record("b.pdf", "ab", number, outcome(), good)
        evil = outcome(Verdict.OPPOSED, quote=f"{EVIL}\x1b[31m <script>")
        store.record("a.pdf", "cd", number, evil, {"party": "@evil", "year": 2022})
        store.record("c.pdf", "ef", number, Outcome(cause=Cause("EMPTY")), {"party": "Leeg"})
    return path


def export(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "manifesto_check", "export", *map(str, arguments)],
        capture_output=True,
        env=environment(),
        check=False,
        timeout=120,
    )


def as_bytes(path: Path, name: TableName, form: ExportFormat) -> bytes:
    file = io.BytesIO()
    with Store.read_only(path) as store:
        write_table(Table(store, name), form, file)
    return file.getvalue()


def read_csv(data: bytes) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def read_json(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(data)
    return found


def read_parquet(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(io.BytesIO(data)).to_pylist()
    return found


def read_xlsx(data: bytes) -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


READERS: dict[ExportFormat, Callable[[bytes], list[dict[str, Any]]]] = {
    ExportFormat.CSV: read_csv,
    ExportFormat.JSON: read_json,
    ExportFormat.PARQUET: read_parquet,
    ExportFormat.XLSX: read_xlsx,
}


@pytest.mark.parametrize("form", ExportFormat)
def test_every_format_holds_the_same_rows(path: Path, form: ExportFormat) -> None:
    read = {name: READERS[form](as_bytes(path, name, form)) for name in TableName}
    assert {name.value: len(rows) for name, rows in read.items()} == {
        "programmes": 3,
        "measures": 6,
        "themes": 4,
        "quotes": 2,
    }
    measures = read[TableName.MEASURES]
    assert [row["path"] for row in measures] == ["a.pdf"] * 3 + ["b.pdf"] * 3
    assert [row["measure"] for row in measures[3:]] == ["A1.1a", "A1.1b", "A2.1a"]
    assert [row["verdict"] for row in measures[3:]] == ["covered", "absent", "absent"]
    assert [str(row["year"]) for row in measures[2:4]] == ["2022", "2026"]
    assert [str(row["counted"]).lower() for row in measures[3:]] == ["true", "true", "false"]
    assert [float(row["confidence"]) for row in measures[3:]] == [0.9] * 3
    assert [row["verdict_given"] for row in measures[3:]] == ["eigen"] * 3
    unread = read[TableName.PROGRAMMES][2]
    assert (unread["status"], unread["reason_code"]) == ("unreadable", "EMPTY")
    assert unread["reason_en"].startswith("this file is empty")
    themes = read[TableName.THEMES]
    assert [row["coverage"] in (None, "") for row in themes[2:]] == [False, True]


def test_numbers_are_numbers_where_the_format_has_them(path: Path) -> None:
    for form in (ExportFormat.JSON, ExportFormat.PARQUET, ExportFormat.XLSX):
        row = READERS[form](as_bytes(path, TableName.QUOTES, form))[1]
        assert (row["page"], row["page_end"], row["rank"], row["score"]) == (2, 3, 1, 0.8)
        assert row["year"] == 2026


def test_no_spreadsheet_takes_text_for_a_formula(path: Path) -> None:
    row = read_csv(as_bytes(path, TableName.QUOTES, ExportFormat.CSV))[0]
    assert row["quote"].startswith("'=HYPERLINK")
    assert row["party"] == "'@evil"
    book = openpyxl.load_workbook(io.BytesIO(as_bytes(path, TableName.QUOTES, ExportFormat.XLSX)))
    cells = [cell for line in book.worksheets[0].iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert [cell for cell in cells if str(cell.value).startswith("=HYPERLINK")]
    assert not [cell for cell in cells if "\x1b" in str(cell.value)]


def test_json_shows_no_control_characters(path: Path) -> None:
    data = as_bytes(path, TableName.QUOTES, ExportFormat.JSON)
    assert b"\x1b" not in data
    assert json.loads(data)[0]["quote"] == f"{EVIL}\x1b[31m <script>"


def test_a_workbook_has_a_sheet_for_each_table_and_splits_long_ones(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "SHEET_ROWS", 4)
    file = io.BytesIO()
    with Store.read_only(path) as store:
        write_workbook([Table(store, name) for name in TableName], file)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["programmes", "measures", "measures~2", "themes", "quotes"]
    assert [book[name].max_row for name in book.sheetnames] == [4, 5, 3, 5, 3]


def test_the_same_store_gives_the_same_bytes(path: Path) -> None:
    for form in ExportFormat:
        one, other = (as_bytes(path, TableName.MEASURES, form) for _ in range(2))
        assert one == other


def test_a_column_with_numbers_and_words_is_text(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE programmes SET year = 'najaar' WHERE path = 'a.pdf'")
    connection.close()
    rows = read_parquet(as_bytes(path, TableName.PROGRAMMES, ExportFormat.PARQUET))
    assert [row["year"] for row in rows] == ["najaar", "2026", None]


def test_the_command_writes_one_table_or_a_folder_or_a_workbook(path: Path, tmp_path: Path) -> None:
    done = export(path, "--format", "csv", "--table", "themes")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == as_bytes(path, TableName.THEMES, ExportFormat.CSV)
    folder = tmp_path / "nieuw" / "map"
    assert export(path, "--format", "parquet", "--output-dir", folder).returncode == 0
    assert sorted(file.name for file in folder.iterdir()) == [
        "measures.parquet",
        "programmes.parquet",
        "quotes.parquet",
        "themes.parquet",
    ]
    assert export(path, "--format", "xlsx", "--output", tmp_path / "r.xlsx").returncode == 0
    assert len(openpyxl.load_workbook(tmp_path / "r.xlsx").sheetnames) == 4


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "csv"], "--table"),
        (["--format", "csv", "--table", "quotes", "--output", "weg/x.csv"], "bestaat niet"),
        (["--format", "xlsx", "--output", "results.db"], "overschrijven"),
        (["--format", "xlsx", "--output", "x", "--output-dir", "y"], "--output"),
    ],
)
def test_wrong_use_is_told(path: Path, arguments: list[str], says: str) -> None:
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "manifesto_check", "export", path.name, *arguments],
        capture_output=True,
        text=True,
        cwd=path.parent,
        env=environment(),
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="SIGPIPE is of POSIX")
def test_a_reader_that_goes_away_before_a_workbook_is_no_fault(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "manifesto_check", "export", str(path), "--format", "xlsx"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141
