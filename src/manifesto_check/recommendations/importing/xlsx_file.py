"""XLSX by openpyxl, row by row, so that a file with a million empty cells takes no memory."""

from __future__ import annotations

import datetime
import io
import warnings
from collections.abc import Iterable
from typing import Any

from manifesto_check.recommendations.importing.found import (
    MAX_COLUMNS,
    MAX_ROWS,
    ImportFileError,
    Note,
    NoteCode,
    Row,
    Table,
    clean,
)
from manifesto_check.recommendations.importing.packages import check_package
from manifesto_check.recommendations.importing.phrases import ImportPhrase

_LIMIT_GAP = 1_000
"""So many empty rows after each other end a sheet."""


def read_xlsx(data: bytes, path: str, notes: list[Note]) -> list[Table]:
    """Return the visible sheets of a workbook; formulas give the value that was last computed.

    Cells that were merged have their value in the first of them; the rest is empty.

    Raises:
        ImportFileError: it cannot be read, or all sheets are hidden.
    """
    check_package(data, path, "xl/workbook.xml", "Excel")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that do not matter here
            return _tables(data, path, notes)
    except ImportFileError:
        raise
    except Exception as error:  # openpyxl raises anything for a damaged file
        detail = f"{type(error).__name__}: {' '.join(str(error).split())[:80]}"
        raise ImportFileError.of(ImportPhrase.DAMAGED_EXCEL, path=path, detail=detail) from None


def _tables(data: bytes, path: str, notes: list[Note]) -> list[Table]:
    from openpyxl import load_workbook

    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    tables = []
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            notes.append(Note.of(NoteCode.HIDDEN_SHEET, sheet=clean(sheet.title)))
            continue
        tables.append(_table(sheet, formulas[sheet.title], notes))
    if not tables:
        raise ImportFileError.of(ImportPhrase.ALL_HIDDEN, path=path)
    return tables


def _table(sheet: Any, formulas: Any, notes: list[Note]) -> Table:
    table = Table(clean(sheet.title))
    gap = 0
    for number, (row, written) in enumerate(
        zip(_rows(sheet), _rows(formulas), strict=False), start=1
    ):
        cells = []
        for column, value in enumerate(row):
            where = f"{table.name}!{_letter(column)}{number}"
            formula = written[column] if column < len(written) else None
            cells.append(_shown(value, formula, where, notes))
        gap = 0 if any(cells) else gap + 1
        table.rows.append(Row(number, cells))
        if number >= MAX_ROWS:
            notes.append(Note.of(NoteCode.TOO_MANY, limit=MAX_ROWS))
            break
        if gap >= _LIMIT_GAP:
            break
    return table


def _rows(sheet: Any) -> Iterable[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what a file states of its size need not be so
    for row in sheet.iter_rows(values_only=True):
        yield row[:MAX_COLUMNS]


def _shown(value: Any, formula: Any, where: str, notes: list[Note]) -> str:
    if value is None:
        if isinstance(formula, str) and formula.startswith("="):
            notes.append(Note.of(NoteCode.FORMULA, where=where))
        return ""
    if isinstance(value, str) and value.startswith("#") and value.isupper() and " " not in value:
        notes.append(Note.of(NoteCode.ERROR_VALUE, where=where, value=clean(value)))
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if isinstance(value, float):
        value = int(value) if value.is_integer() else str(value).replace(".", ",")
    return clean(str(value))


def _letter(column: int) -> str:
    high, low = divmod(column, 26)
    return (_letter(high - 1) if high else "") + chr(ord("A") + low)
