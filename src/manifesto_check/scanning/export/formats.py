"""Tables as CSV, JSON and Parquet (a file each) and as XLSX (a file for all), row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib import import_module
from itertools import islice
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO

from manifesto_check.reports.cells import Cell, cell_text, write_csv
from manifesto_check.reports.interface import CsvDialect
from manifesto_check.reports.json_format import to_json_text
from manifesto_check.reports.sheets import sheet_name
from manifesto_check.scanning.export.names import ExportFormat
from manifesto_check.scanning.export.tables import Column, Kind, Table

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

BATCH = 20_000
"""Rows that a Parquet file takes at a time."""
SHEET_ROWS = 1_048_575
"""Rows below the heading that a sheet of Excel holds."""
_WIDTHS = {"path": 40, "text": 60, "quote": 80, "section": 30, "title": 40, "reason_nl": 60}
_CREATED = datetime(1980, 1, 1)


def write_table(
    table: Table, form: ExportFormat, file: BinaryIO, dialect: CsvDialect = CsvDialect.PLAIN
) -> None:
    """Write one table.

    Args:
        table: what to write.
        form: CSV in ``dialect``, JSON (an array with an object a row), Parquet
            or XLSX.
        file: where to, open for bytes.
        dialect: of CSV.

    Raises:
        ModuleNotFoundError: Parquet without pyarrow (the extra ``parquet``).
    """
    if form is ExportFormat.CSV:
        write_csv(file, [column.name for column in table.columns], table.rows(), dialect)
    elif form is ExportFormat.JSON:
        _write_json(table, file)
    elif form is ExportFormat.PARQUET:
        _write_parquet(table, file)
    else:
        write_workbook([table], file)


def write_workbook(tables: Sequence[Table], file: BinaryIO) -> None:
    """Write tables as sheets of one XLSX file; what is too long for a sheet goes on in a next.

    Text is always written as text, never as a formula, link or number.
    """
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    # A zip file cannot be closed when what reads it went away: so it is made aside.
    with TemporaryFile() as aside:
        _fill_workbook(tables, xlsxwriter.Workbook(aside, options))
        aside.seek(0)
        copyfileobj(aside, file)


def _fill_workbook(tables: Sequence[Table], workbook: Workbook) -> None:
    with workbook as book:
        book.set_properties({"created": _CREATED})
        taken: set[str] = set()
        for table in tables:
            rows = table.rows()
            first: list[Cell] | None = next(rows, None)
            while True:
                page = book.add_worksheet(sheet_name(table.name.value, taken))
                count = _write_sheet(book, page, table.columns, first, rows)
                page.autofilter(0, 0, count, len(table.columns) - 1)
                first = next(rows, None)
                if first is None:
                    break


def _write_sheet(
    book: Workbook,
    page: Worksheet,
    columns: Sequence[Column],
    first: list[Cell] | None,
    rows: Iterator[list[Cell]],
) -> int:
    """Write as many rows as fit, and return how many those are."""
    head = book.add_format({"bold": True, "bottom": 1})
    page.freeze_panes(1, 0)
    for number, column in enumerate(columns):
        page.set_column(number, number, _WIDTHS.get(column.name, 14))
    for number, column in enumerate(columns):
        page.write_string(0, number, cell_text(column.name), head)
    if first is None:
        return 0
    line = 0
    for line, row in enumerate(_first_and(first, islice(rows, SHEET_ROWS - 1)), start=1):
        for number, cell in enumerate(row):
            if cell is None:
                continue
            if isinstance(cell, str):
                page.write_string(line, number, cell_text(cell))
            elif isinstance(cell, bool):
                page.write_boolean(line, number, cell)
            else:
                page.write_number(line, number, cell)
    return line


def _first_and(first: list[Cell], rest: Iterator[list[Cell]]) -> Iterator[list[Cell]]:
    yield first
    yield from rest


def _write_json(table: Table, file: BinaryIO) -> None:
    names = [column.name for column in table.columns]
    before = b"[\n"
    for row in table.rows():
        entry = to_json_text(dict(zip(names, row, strict=True)))
        file.write(before + entry.encode("utf-8"))
        before = b",\n"
    file.write(b"[]\n" if before == b"[\n" else b"\n]\n")


def _write_parquet(table: Table, file: BinaryIO) -> None:
    pyarrow: Any = import_module("pyarrow")  # without types
    parquet: Any = import_module("pyarrow.parquet")
    types: dict[Kind, Any] = {
        Kind.TEXT: pyarrow.string(),
        Kind.WHOLE: pyarrow.int64(),
        Kind.REAL: pyarrow.float64(),
        Kind.TRUTH: pyarrow.bool_(),
    }
    schema = pyarrow.schema([(column.name, types[column.kind]) for column in table.columns])
    rows = table.rows()
    with parquet.ParquetWriter(file, schema) as writer:
        while batch := list(islice(rows, BATCH)):
            columns = [
                pyarrow.array(list(values), field.type)
                for values, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_batch(pyarrow.record_batch(columns, schema=schema))
