"""Two-page spreads that were saved as one landscape page: cut into their two pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from manifesto_check.sources.pdf.layout import Line, Sheet

LANDSCAPE = 1.2  # width over height from which a page can be a spread
_MAX_ACROSS = 0.03


def halves(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Cut the spreads among the sheets in two; other sheets stay as they are.

    Landscape pages count as spreads where next to no line of all of them
    together runs across the middle: then headings keep to one half too.
    """
    wide = [sheet for sheet in sheets if sheet.width > LANDSCAPE * sheet.height]
    lines = [line for sheet in wide for line in sheet.lines]
    across = sum(_is_across(line, sheet.width / 2) for sheet in wide for line in sheet.lines)
    if not lines or across > _MAX_ACROSS * len(lines):
        return list(sheets)
    cut = {id(sheet) for sheet in wide}
    return [half for sheet in sheets for half in (_cut(sheet) if id(sheet) in cut else [sheet])]


def _is_across(line: Line, middle: float) -> bool:
    return line.x0 < middle - 2 and line.x1 > middle + 2


def _cut(sheet: Sheet) -> list[Sheet]:
    middle = sheet.width / 2
    if any(_is_across(line, middle) and len(line.text) > 30 for line in sheet.lines):
        return [sheet]
    left = [line for line in sheet.lines if (line.x0 + line.x1) / 2 < middle]
    right = [line for line in sheet.lines if (line.x0 + line.x1) / 2 >= middle]
    return [
        replace(sheet, width=middle, lines=left),
        replace(sheet, width=middle, lines=right, left=middle),
    ]
