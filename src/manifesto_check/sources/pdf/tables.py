"""Ruled tables: the cells of a row read together, each row a bullet of its own.

Without this a table is read as columns of text, so that the figure beside a
measure of two lines ends up in the middle of its sentence. pdfplumber finds the
cells from the ruling; the text stays pdfium's. As pdfplumber costs much more
time than pdfium, it looks only at pages with the lines of a table.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from manifesto_check.sources.pdf.layout import Line, Sheet

Box = tuple[float, float, float, float]
Row = list[list[Line]]

MAX_TABLE_PAGES = 4  # of a programme that pdfplumber looks at
MIN_ROWS = 3
MOSTLY = 0.5  # share of the filled rows that have two cells or more
MAX_CELL_LINES = 6  # a cell with more is a frame round running text
SLACK = 3.0  # points that a line may stick out of its cell


def join_rows(
    sheets: Sequence[Sheet], furniture: set[int], data: bytes, password: str | None
) -> None:
    """Put rows in the place of the lines that stand in ruled tables.

    Args:
        sheets: all sheets; those with a table get other lines.
        furniture: ids of lines that are no text.
        data: the bytes of the PDF.
        password: opens it where it is encrypted.
    """
    ruled = [sheet for sheet in sheets if sheet.ruled][:MAX_TABLE_PAGES]
    if not ruled:
        return
    try:
        found = _tables(data, password, ruled)
    except Exception:  # a page that pdfplumber cannot take is read without tables
        return
    for sheet in ruled:
        for table in found.get(sheet.page, []):
            _join(sheet, table, furniture)


def _tables(
    data: bytes, password: str | None, sheets: Sequence[Sheet]
) -> dict[int, list[list[list[Box]]]]:
    """Return the cells of the rows of the tables of each page."""
    import pdfplumber

    numbers = [sheet.page for sheet in sheets]
    sizes = {sheet.page: (sheet.width, sheet.height) for sheet in sheets}
    found: dict[int, list[list[list[Box]]]] = {}
    with _silent(), pdfplumber.open(io.BytesIO(data), pages=numbers, password=password) as document:
        document.rsrcmgr = _without_text()
        for page in document.pages:
            width, height = sizes[page.page_number]
            if max(abs(a - b) for a, b in zip(page.bbox, (0, 0, width, height), strict=True)) > 1:
                continue  # cropped: its places are not those of pdfium
            found[page.page_number] = [
                [[cell for cell in row.cells if cell] for row in table.rows]
                for table in page.find_tables()
            ]
    return found


def _without_text() -> Any:
    """Return what gives pdfminer a font of no letters: placing text takes most of its time."""
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFResourceManager

    class Blank(PDFFont):
        def decode(self, _: bytes) -> tuple[int, ...]:
            return ()

    class Resources(PDFResourceManager):
        def get_font(self, *_: object) -> PDFFont:
            return Blank({}, {})

    return Resources()


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what pdfminer says of odd files off the user's screen."""
    logger = logging.getLogger("pdfminer")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _join(sheet: Sheet, table: Sequence[Sequence[Box]], furniture: set[int]) -> None:
    free = [line for line in sheet.lines if id(line) not in furniture]
    rows: list[Row] = []
    for boxes in table:
        cells = [[line for line in free if _is_inside(line, box)] for box in boxes]
        if any(_sticks_out(line, box) for box, c in zip(boxes, cells, strict=True) for line in c):
            return
        if filled := [sorted(cell, key=lambda line: line.baseline) for cell in cells if cell]:
            rows.append(filled)
    if not _is_table(rows):
        return
    gone = {id(line) for row in rows for cell in row for line in cell}
    kept = [line for line in sheet.lines if id(line) not in gone]
    sheet.lines = kept + [line for row in rows for line in _row_lines(row)]


def _is_inside(line: Line, box: Box) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _sticks_out(line: Line, box: Box) -> bool:
    return line.x0 < box[0] - SLACK or line.x1 > box[2] + SLACK


def _is_table(rows: Sequence[Row]) -> bool:
    """Say whether rows of cells are a table, and not a frame or a grid behind running text."""
    several = sum(len(row) > 1 for row in rows)
    deepest = max((len(cell) for row in rows for cell in row), default=0)
    return len(rows) >= MIN_ROWS and several >= MOSTLY * len(rows) and deepest <= MAX_CELL_LINES


def _row_lines(row: Row) -> list[Line]:
    """Return a row as one line; where a cell has more lines, the lines of each cell with words.

    Only so the words stand in an order in which another reader finds them too.
    """
    if all(len(cell) == 1 for cell in row):
        lines = [cell[0] for cell in row]
        whole = replace(
            lines[0],
            text="• " + " ".join(line.text.strip() for line in lines),
            x1=max(line.x1 for line in lines),
            bottom=max(line.bottom for line in lines),
            closes=True,
        )
        return [whole]
    made = []
    for cell in row:
        if any(char.isalpha() for line in cell for char in line.text):
            lines = [replace(line) for line in cell]
            lines[0].text = f"• {lines[0].text}"
            lines[-1].closes = True
            made += lines
    return made
