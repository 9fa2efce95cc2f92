"""What is drawn on a page, and not written: rules of tables, and bullets.

A PDF can draw the sign before an item of a list as a small square or disc, or as a
picture of one. Nothing of it is in the text, so that without a look at the drawing
all items of a list become one paragraph.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple

import pypdfium2.raw

from manifesto_check.sources.pdf.layout import Line, usual_size

pdfium: Any = pypdfium2.raw  # made at run time, without types

MAX_OBJECTS = 3000  # on a page that is looked at
MIN_ACROSS = 3  # long horizontal rules of a table
MIN_DOWN = 2  # vertical ones
LONG, HIGH, THIN = 60.0, 12.0, 3.0  # points
SMALL = (0.15, 0.95)  # sides of a bullet, in font sizes
SQUARE = 1.8  # the longer side of a bullet is at most so many times the shorter
NEAR = (0.1, 2.5)  # from the right of a bullet to its item, in font sizes
DRAWN = "• "  # stands in the text of a line for the bullet that is drawn before it


class Shape(NamedTuple):
    """The box of something drawn, in the page's own coordinates (points; y goes up)."""

    left: float
    bottom: float
    right: float
    top: float
    picture: bool = False


def shapes(page: Any) -> list[Shape]:
    """Return what is drawn on an open page of pdfium; nothing where it is too much, or turned."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > MAX_OBJECTS or pdfium.FPDFPage_GetRotation(page):
        return []
    sides = [ctypes.c_float() for _ in range(4)]
    refs = [ctypes.byref(side) for side in sides]
    found = []
    for index in range(count):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, *refs):
            left, bottom, right, top = (side.value for side in sides)
            picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
            found.append(Shape(left, bottom, right, top, picture))
    return found


def is_ruled(drawn: Sequence[Shape]) -> bool:
    """Say whether a page has the rules of a table: lines across and down."""
    across = down = 0
    for shape in drawn:
        if not shape.picture:
            across += shape.right - shape.left > LONG and shape.top - shape.bottom < THIN
            down += shape.top - shape.bottom > HIGH and shape.right - shape.left < THIN
    return across >= MIN_ACROSS and down >= MIN_DOWN


def give_bullets(lines: Sequence[Line], drawn: Sequence[Shape], left: float, top: float) -> None:
    """Begin the lines before which a small square or disc is drawn with a bullet.

    A sign beside a line in another style adorns a heading, and is left alone.

    Args:
        lines: upright lines of the page.
        drawn: what is drawn on it.
        left: where the page begins, in the page's own coordinates.
        top: where it ends there.
    """
    size = usual_size(lines)
    small = [shape for shape in drawn if _is_small(shape, size)]
    if not small:
        return
    plain = [line for line in lines if abs(line.size - size) < 0.1 * size and not line.bold]
    for shape in small:
        start, end = shape.left - left, shape.right - left
        middle = top - (shape.top + shape.bottom) / 2
        beside = [line for line in lines if line.top < middle < line.bottom and line.x1 > start]
        item = min(beside, key=lambda line: line.x0, default=None)
        if item is None or not any(item is line for line in plain):
            continue
        if NEAR[0] * size < item.x0 - end < NEAR[1] * size and not item.text.startswith(DRAWN):
            item.text, item.x0 = DRAWN + item.text, start


def _is_small(shape: Shape, size: float) -> bool:
    """Say whether something drawn can be a bullet beside text of a font size."""
    sides = sorted((shape.right - shape.left, shape.top - shape.bottom))
    least, most = (share * size for share in SMALL)
    return least < sides[0] and sides[1] < most and sides[1] < SQUARE * sides[0]
