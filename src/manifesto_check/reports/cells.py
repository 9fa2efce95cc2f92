"""Text and numbers made safe and fit for the cells of CSV and XLSX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import BinaryIO

from manifesto_check.reports.interface import CsvDialect
from manifesto_check.reports.text import printable

Cell = str | int | float | bool | None

LONGEST = 32_767
"""Characters that a cell of Excel can hold."""

_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_ELLIPSIS = "…"
# What begins a cell for a program that expects the other separator.
_OTHER_CELL = {
    CsvDialect.PLAIN: re.compile(r"(;\s*)(?=[=+\-@＝＋－＠])"),
    CsvDialect.EXCEL_NL: re.compile(r"(,\s*)(?=[=+\-@＝＋－＠])"),
}


@lru_cache(maxsize=8192)  # tables of many programmes repeat most of their texts
def cell_text(text: str) -> str:
    """Return text on one line, without control characters, that fits into a cell."""
    shown = printable(text)
    fits = clipped(shown, LONGEST)
    return shown if fits == shown else clipped(shown, LONGEST - 1) + _ELLIPSIS


def clipped(text: str, longest: int) -> str:
    """Return the beginning of a text of at most ``longest`` characters, as Excel counts them.

    Those outside the basic plane, such as emoji, count twice; none is cut in two.
    """
    if len(text) * 2 <= longest:
        return text
    return text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")


def defused(text: str, dialect: CsvDialect = CsvDialect.PLAIN) -> str:
    """Return the text of a CSV cell so that no spreadsheet takes it for a formula.

    An apostrophe goes before a sign that would begin one: at the beginning of
    the text, and behind the separator of the other dialect, where a program
    that expects that one begins a new cell. The text itself stays readable.
    """
    text = _OTHER_CELL[dialect].sub(r"\1'", cell_text(text))
    return f"'{text}" if _FORMULA.match(text) else text


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Cell]], dialect: CsvDialect) -> bytes:
    """Return a CSV file with one line of headings.

    Args:
        head: names of the columns.
        rows: the cells; None is an empty one. Text is defused, numbers get the
            dialect's decimal sign.
        dialect: plain is RFC 4180 in UTF-8; excel-nl has semicolons, decimal
            commas and a byte-order mark.

    Returns:
        UTF-8 with CR LF at line ends.
    """
    file = io.BytesIO()
    write_csv(file, head, rows, dialect)
    return file.getvalue()


def write_csv(
    file: BinaryIO, head: Sequence[str], rows: Iterable[Sequence[Cell]], dialect: CsvDialect
) -> None:
    """Write a CSV file as :func:`csv_bytes` makes it, row by row."""
    excel = dialect is CsvDialect.EXCEL_NL
    text = io.TextIOWrapper(file, "utf-8-sig" if excel else "utf-8", newline="")
    writer = csv.writer(text, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_csv_cell(cell, dialect) for cell in row])
    text.flush()
    text.detach()  # the file stays open: it is the caller's


def _csv_cell(cell: Cell, dialect: CsvDialect) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return defused(cell, dialect)
    text = repr(cell)
    return text.replace(".", ",") if dialect is CsvDialect.EXCEL_NL else text
