"""A workbook of plain tables: what reports and comparisons need of XLSX, and nothing else.

Text is always written as text, never as a formula, link or number. There are
no time stamps: the same tables give the same bytes.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from manifesto_check.model import Verdict
from manifesto_check.reports.cells import Cell, cell_text, clipped

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_NAME = 31
"""Characters in the name of a sheet, which Excel limits."""

LINE = 15
"""Points of a line of text."""

HIGHEST = 400
"""Points of the highest row; Excel allows 409."""

SHARE = "0.00%"
"""How a probability of four decimals is shown, with every digit: fewer would be rounded up."""

VERDICT_COLOURS = {
    Verdict.COVERED: "#0F4D66",
    Verdict.PARTIAL: "#2A6680",
    Verdict.ABSENT: "#5C5850",
    Verdict.OPPOSED: "#A03A08",
}
"""Those of the HTML pages."""

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_CREATED = datetime(1980, 1, 1)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, and how its numbers are shown.

    ``number_format`` is Excel's, such as ``0%``; ``verdicts`` says that the cells
    are words for verdicts, to be coloured as such.
    """

    heading: str
    width: float
    number_format: str = "General"
    verdicts: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with frozen headings and a filter on each column."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]] = field(default=())


def workbook_bytes(sheets: Sequence[Sheet], verdict_words: dict[Verdict, str]) -> bytes:
    """Return an XLSX file.

    Args:
        sheets: at least one; names may be anything, and are made fit and different.
        verdict_words: the words that columns of verdicts hold, for their colours.
    """
    import xlsxwriter

    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": _CREATED})
        taken: set[str] = set()
        for sheet in sheets:
            _write(book, sheet, sheet_name(sheet.name, taken), verdict_words)
    return file.getvalue()


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name that Excel allows and that no other sheet has; it is added to ``taken``."""
    base = _NOT_IN_NAMES.sub("-", cell_text(wanted)).strip("' ")
    base = clipped(base, LONGEST_NAME).rstrip("' ")
    if not base or base.lower() == "history":  # which Excel keeps for itself
        base = f"{base or '-'}_"
    name, count = base, 1
    while name.lower() in taken:
        count += 1
        name = f"{clipped(base, LONGEST_NAME - len(str(count)) - 1)}~{count}"
    taken.add(name.lower())
    return name


def _write(book: Workbook, sheet: Sheet, name: str, verdict_words: dict[Verdict, str]) -> None:
    page = book.add_worksheet(name)
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EFECE4"}
    )
    written = book.add_format({"text_wrap": True, "valign": "top"})
    # A number stands at the right of its cell: indented, so that it does not touch the next text.
    numbers = [
        book.add_format(
            {"valign": "top", "align": "right", "indent": 1, "num_format": column.number_format}
        )
        for column in sheet.columns
    ]
    coloured = {
        cell_text(word): book.add_format(
            {"bold": True, "valign": "top", "font_color": VERDICT_COLOURS[verdict]}
        )
        for verdict, word in verdict_words.items()
    }
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, cell_text(column.heading), head)
    page.set_row(0, 2 * LINE)
    for line, row in enumerate(sheet.rows, start=1):
        page.set_row(line, _height(row, sheet.columns))
        for number, cell in enumerate(row):
            look = written if cell is None or isinstance(cell, str | bool) else numbers[number]
            if sheet.columns[number].verdicts and isinstance(cell, str):
                look = coloured.get(cell_text(cell), look)
            _cell(page, line, number, cell, look)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _height(row: Sequence[Cell], columns: Sequence[Column]) -> float:
    """Return a height in points that shows wrapped text whole, which not every program measures."""
    lines = max(
        (
            math.ceil(len(cell_text(cell)) / column.width)
            for cell, column in zip(row, columns, strict=True)
            if isinstance(cell, str)
        ),
        default=1,
    )
    return float(min(LINE * max(lines, 1), HIGHEST))


def _cell(page: Worksheet, line: int, column: int, cell: Cell, look: Format) -> None:
    if cell is None or cell == "":
        page.write_blank(line, column, None, look)
    elif isinstance(cell, bool):
        page.write_boolean(line, column, cell, look)
    elif isinstance(cell, str):
        page.write_string(line, column, cell_text(cell), look)
    else:
        page.write_number(line, column, cell, look)
