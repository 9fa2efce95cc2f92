"""Text of one page out of pdfium, as lines with place and style.

pdfium gives a page's text in one call and the boxes of any run of characters
in a few, which is what keeps reading cheap: a call for every character would
cost more than all else together. The style is asked for at the first and last
character of a line.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdfium2.raw

from manifesto_check.sources.pdf.bullets import is_alone
from manifesto_check.sources.pdf.layout import Line, Sheet
from manifesto_check.sources.pdf.shapes import give_bullets, is_ruled, shapes

pdfium: Any = pypdfium2.raw  # made at run time, without types
# A gap of this many font sizes inside a line can be the gap between columns.
COLUMN_GAP = 0.9
MAX_PAGE_CHARS = 400_000
_LINE = re.compile(r"[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_JUNK = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(rb"italic|oblique|kursiv", re.IGNORECASE)
ITALIC = 64  # bit of a font's flags (PDF 32000-1, table 123)


@dataclass(slots=True)
class _Piece:
    """A run of characters ``first`` up to ``last`` in one box: left, top, right, bottom."""

    first: int
    last: int
    box: tuple[float, float, float, float]
    turn: int
    line: Line


@dataclass(frozen=True, slots=True)
class Glyph:
    """Where a character stands, in the page's own coordinates (points; y goes up).

    Attributes:
        box: left, bottom, right and top of its ink.
        origin: where it begins on the baseline.
        size: of its font as seen, in points.
        along: the direction of its baseline, a vector of length 1.
    """

    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    along: tuple[float, float]


class TextPage:
    """A page that is open in pdfium; use it as a context."""

    def __init__(self, document: Any, index: int) -> None:
        self.page = pdfium.FPDF_LoadPage(document, index)
        if not self.page:
            raise ValueError(f"page {index + 1} cannot be loaded")
        self.text_page = pdfium.FPDFText_LoadPage(self.page)
        self.number = index + 1
        self._box = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(value) for value in self._box]
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(200)
        self._flags = ctypes.c_int()
        self._rgba = [ctypes.c_uint() for _ in range(4)]
        self._rgba_refs = [ctypes.byref(part) for part in self._rgba]

    def __enter__(self) -> TextPage:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the page; a document can only be closed after its pages."""
        if self.text_page:
            pdfium.FPDFText_ClosePage(self.text_page)
        pdfium.FPDF_ClosePage(self.page)

    def sheet(self, *, recognised: bool = False) -> Sheet:
        """Read all lines of the page, in the order of its content.

        Args:
            recognised: whether OCR wrote it, which knows where a line ends; others are cut
                at gaps between columns.
        """
        bounds = self._bounds()
        text = self.text()
        pieces = [
            piece
            for match in _LINE.finditer(text)
            if not match[0].isspace()
            for piece in self._pieces(text, match.start(), match.end(), whole=recognised)
        ]
        turns: Counter[int] = Counter()
        for piece in pieces:
            turns[piece.turn] += piece.last - piece.first
        upright = turns.most_common(1)[0][0] if turns else 0
        width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
        if upright % 2:
            width, height = height, width
        lines = [
            line
            for piece in pieces
            if piece.turn == upright and (line := _placed(piece, bounds, width, height))
        ]
        sheet = Sheet(self.number, width, height, lines, recognised=recognised, turn=upright)
        sheet.characters = sum(len(line.text) for line in lines)
        sheet.junk = len(_JUNK.findall(text))
        drawn = shapes(self.page)
        sheet.ruled = is_ruled(drawn)
        if upright == 0 and not recognised:
            give_bullets(lines, drawn, bounds[0], bounds[3])
        return sheet

    def _bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of what is seen of the page."""
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(self.page, ctypes.byref(rect)):
            return (0.0, 0.0, 595.0, 842.0)
        return (rect.left, rect.bottom, rect.right, rect.top)

    def text(self) -> str:
        """Return all characters of the page: the place of each is pdfium's index of it."""
        if not self.text_page:
            return ""
        count = min(pdfium.FPDFText_CountChars(self.text_page), MAX_PAGE_CHARS)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(self.text_page, 0, count, buffer)
        raw = bytes(buffer)[: 2 * max(written - 1, 0)]
        text = raw.decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        # Characters without meaning are left out of the text, so that places in
        # it are no longer pdfium's indices: take the characters one by one.
        unicode = pdfium.FPDFText_GetUnicode
        codes = (unicode(self.text_page, index) for index in range(count))
        return "".join(
            chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            for code in codes
        )

    def glyph(self, index: int) -> Glyph | None:
        """Return where a character stands on the page; None where pdfium does not know."""
        left, top, right, bottom = self._box
        refs = self._refs
        if not pdfium.FPDFText_GetCharBox(
            self.text_page, index, *(refs[side] for side in (0, 2, 3, 1))
        ):
            return None
        box = (left.value, bottom.value, right.value, top.value)
        if not pdfium.FPDFText_GetCharOrigin(self.text_page, index, *refs[:2]):
            return None
        origin = (left.value, top.value)
        size, matrix = pdfium.FPDFText_GetFontSize(self.text_page, index), self._matrix
        along = (1.0, 0.0)
        if pdfium.FPDFText_GetMatrix(self.text_page, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
            length = math.hypot(matrix.a, matrix.b)
            along = (matrix.a / length, matrix.b / length) if length else along
        return Glyph(box, origin, size, along)

    def _pieces(self, text: str, first: int, last: int, *, whole: bool) -> list[_Piece]:
        """Cut the line ``text[first:last]`` where it jumps to another place, unless it is whole."""
        while last > first and text[last - 1] in " \xa0\t":
            last -= 1
        while first < last and text[first] in " \xa0\t":
            first += 1
        boxes = self._boxes(first, last - first)
        if not boxes:
            return []
        size, turn = self._size_and_turn(first)
        cuts = [first]
        parts = [[boxes[0]]]
        for before, box in itertools.pairwise(boxes):
            if not whole and _jumps(before, box, size, turn):
                start = self._index_at(box, turn, cuts[-1] + 1, last)
                if start is not None:
                    cuts.append(start)
                    parts.append([box])
                    continue
            parts[-1].append(box)
        cuts.append(last)
        return [
            self._piece(text, start, stop, part)
            for start, stop, part in zip(cuts, cuts[1:], parts, strict=False)
            if text[start:stop].strip()
        ]

    def _boxes(self, first: int, count: int) -> list[tuple[float, float, float, float]]:
        left, top, right, bottom = self._box
        return [
            (left.value, top.value, right.value, bottom.value)
            for index in range(pdfium.FPDFText_CountRects(self.text_page, first, count))
            if pdfium.FPDFText_GetRect(self.text_page, index, *self._refs)
        ]

    def _size_and_turn(self, index: int) -> tuple[float, int]:
        """Font size in points as seen, and how many quarter turns the text makes."""
        size = pdfium.FPDFText_GetFontSize(self.text_page, index)
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self.text_page, index, ctypes.byref(matrix)):
            return size, 0
        size *= math.hypot(matrix.c, matrix.d)
        if matrix.b == 0 and matrix.a > 0:
            return size, 0
        return size, round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4

    def _index_at(
        self, box: tuple[float, float, float, float], turn: int, first: int, last: int
    ) -> int | None:
        """Index of the first character in a box, searched from ``first`` up to ``last``."""
        left, top, right, bottom = self._box
        for index in range(first, last):
            if not pdfium.FPDFText_GetCharBox(
                self.text_page, index, *(self._refs[i] for i in (0, 2, 3, 1))
            ):
                continue
            inside = (
                left.value >= box[0] - 0.6
                and right.value <= box[2] + 0.6
                and bottom.value >= box[3] - 0.6
                and top.value <= box[1] + 0.6
            )
            if inside and right.value - left.value + top.value - bottom.value > 0.01:
                return index
        return None

    def _piece(
        self, text: str, first: int, last: int, boxes: list[tuple[float, float, float, float]]
    ) -> _Piece:
        box = (
            min(box[0] for box in boxes),
            max(box[1] for box in boxes),
            max(box[2] for box in boxes),
            min(box[3] for box in boxes),
        )
        while text[last - 1] in " \xa0\t":
            last -= 1
        styled = first + _marker_length(text[first:last])
        size, turn = self._size_and_turn(styled)
        line = Line(text[first:last], 0, 0, 0, 0, 0, size)
        line.bold, line.italic = self._emphasis(styled)
        if line.bold or line.italic:
            bold, italic = self._emphasis(last - 1)
            line.bold, line.italic = line.bold and bold, line.italic and italic
        line.colour, line.page = self._colour(styled), self.number
        left, top = self._box[:2]
        if pdfium.FPDFText_GetCharOrigin(self.text_page, styled, *self._refs[:2]):
            line.x0, line.baseline = left.value, top.value
        return _Piece(first, last, box, turn, line)

    def _emphasis(self, index: int) -> tuple[bool, bool]:
        """Whether a character is bold, and whether it is italic."""
        flags = self._flags
        length = pdfium.FPDFText_GetFontInfo(
            self.text_page, index, self._name, 200, ctypes.byref(flags)
        )
        bold, italic = _emphasis_of(self._name.value if 0 < length <= 200 else b"")
        bold = bold or pdfium.FPDFText_GetFontWeight(self.text_page, index) >= 600
        return bold, italic or bool(flags.value & ITALIC)

    def _colour(self, index: int) -> int:
        if not pdfium.FPDFText_GetFillColor(self.text_page, index, *self._rgba_refs):
            return 0
        red, green, blue, alpha = (part.value for part in self._rgba)
        return red << 24 | green << 16 | blue << 8 | alpha


@lru_cache(maxsize=1 << 10)
def _emphasis_of(name: bytes) -> tuple[bool, bool]:
    """Say whether a font is bold and whether it is italic, by its name."""
    return bool(_BOLD.search(name)), bool(_ITALIC.search(name))


def _marker_length(text: str) -> int:
    """Return how long a bullet or number before the text is: it has a style of its own."""
    token, space, rest = text.partition(" ")
    return len(token) + 1 + len(rest) - len(rest.lstrip()) if space and is_alone(token) else 0


def _jumps(
    before: tuple[float, float, float, float],
    box: tuple[float, float, float, float],
    size: float,
    turn: int,
) -> bool:
    """Say whether text in ``box`` is not the plain continuation of that in ``before``."""
    if turn % 2:
        return False
    along = (box[0] - before[2]) if turn == 0 else (before[0] - box[2])
    if along > COLUMN_GAP * size or along < -3 * size:
        return True
    middle = (box[1] + box[3]) / 2
    return not before[3] - 0.5 * size < middle < before[1] + 0.5 * size


def _placed(
    piece: _Piece, bounds: tuple[float, float, float, float], width: float, height: float
) -> Line | None:
    """Turn a piece's box so that its text is upright; None where it is off the page."""
    left, bottom, right, top = bounds
    x0, y1, x1, y0 = piece.box
    line = piece.line
    origin_x, origin_y = line.x0, line.baseline
    if piece.turn == 0:
        place = (x0 - left, top - y1, x1 - left, top - y0)
        line.baseline = top - origin_y
    elif piece.turn == 1:
        place = (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        line.baseline = origin_x - left
    elif piece.turn == 2:
        place = (right - x1, y0 - bottom, right - x0, y1 - bottom)
        line.baseline = origin_y - bottom
    else:
        place = (top - y1, right - x1, top - y0, right - x0)
        line.baseline = right - origin_x
    line.x0, line.top, line.x1, line.bottom = place
    if line.x1 < 0 or line.x0 > width or line.bottom < 0 or line.top > height:
        return None
    return line
