"""Where on its pages a quote stands: a box round the words of each of its lines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as _pypdfium2

from manifesto_check.model import Evidence
from manifesto_check.ocr.engine import TextLayer
from manifesto_check.sources.pdf.letters import LINE_END, Run, find_runs, letters_of, page_letters
from manifesto_check.sources.pdf.points import Point, turned, turned_size
from manifesto_check.sources.pdf.reader import open_document
from manifesto_check.sources.pdf.textpage import Glyph, TextPage

ASCENT, DESCENT = 0.78, 0.22  # of a box above and below the baseline, in font sizes
NEW_LINE = 0.5  # font sizes between the baselines of characters that are not on one line
NEW_COLUMN = 4.0  # font sizes between characters that are not in one column
FINE = 1_000_000  # steps across a page in which a place on it is told
SAME_DIRECTION = 0.99  # cosine of the angle between the baselines of one line

pypdfium2: Any = _pypdfium2  # without types
pdfium: Any = _pypdfium2.raw
Quad = tuple[Point, Point, Point, Point]
"""Top left, top right, bottom left and bottom right of words as they are read."""


@dataclass(frozen=True, slots=True)
class Place:
    """The boxes of a quote on one page, one for each line.

    Attributes:
        page: number of the PDF page, from 1.
        quads: in the page's own coordinates: points, y going up, before the page is turned.
    """

    page: int
    quads: tuple[Quad, ...]


def find_places(
    data: bytes,
    path: str,
    evidence: Sequence[Evidence],
    password: str | None = None,
    layers: Mapping[int, TextLayer] | None = None,
) -> list[tuple[Place, ...]]:
    """Find quotes in a PDF.

    Args:
        data: the bytes of the file.
        path: of the file, for messages.
        evidence: the quotes, in any order.
        password: opens an encrypted file.
        layers: where the text of pages stands that were read by OCR, by their numbers.

    Returns:
        For each quote the places that it stands at, one a page; none where it
        is not found as a whole.

    Raises:
        ProgrammeError: the file is broken or encrypted.
    """
    document = open_document(data, path, password)
    found: list[tuple[Place, ...]] = [()] * len(evidence)
    opened: dict[int, _OpenPage] = {}
    try:
        for index in sorted(range(len(evidence)), key=lambda index: evidence[index].page):
            quote = evidence[index]
            _close(opened, before=quote.page)
            if not 0 < quote.page <= quote.page_end <= len(document):
                continue
            for number in range(quote.page, quote.page_end + 1):
                if number not in opened:
                    opened[number] = _opened(document, number, (layers or {}).get(number))
            found[index] = tuple(_places(quote, opened))
    finally:
        _close(opened)
        document.close()
    return found


def _opened(document: Any, number: int, layer: TextLayer | None) -> _OpenPage:
    return _OpenPage(document, number) if layer is None else _ReadPage(document, number, layer)


def _close(opened: dict[int, _OpenPage], before: int | None = None) -> None:
    for number in [number for number in opened if before is None or number < before]:
        opened.pop(number).close()


def _places(quote: Evidence, opened: dict[int, _OpenPage]) -> Iterator[Place]:
    pages = [opened[number] for number in range(quote.page, quote.page_end + 1)]
    runs = find_runs(quote.quote, [page.letters for page in pages])
    for page in pages:
        own = [page.with_signs(run, quote.quote) for run in runs if run.page == page.letters.page]
        quads = tuple(quad for run in own for quad in page.quads(run))
        if quads:
            yield Place(page.letters.page, quads)


class _OpenPage:
    """A page that stays open as long as quotes on it are looked for."""

    def __init__(self, document: Any, number: int) -> None:
        try:
            self._page: TextPage | None = TextPage(document.raw, number - 1)
        except ValueError:  # a page that cannot be loaded has no text
            self._page = None
        self.letters = page_letters(number, self._page.text() if self._page else "")

    def close(self) -> None:
        if self._page:
            self._page.close()

    def with_signs(self, run: Run, quote: str) -> Run:
        """Return the run with the signs round it that are the quote's too, such as a full stop."""
        text, first, last = self.letters.text, run.first, run.last
        signs = {char for char in quote if not letters_of(char) and not char.isspace()}
        while first > 0 and text[first - 1] in signs:
            first -= 1
        while last + 1 < len(text) and text[last + 1] in signs:
            last += 1
        return Run(run.page, first, last)

    def quads(self, run: Run) -> Iterator[Quad]:
        """Return a box for each line of a run."""
        if self._page is None:
            return
        line: list[Glyph] = []
        for index in range(run.first, run.last + 1):
            char = self.letters.text[index]
            if char.isspace() or char in LINE_END:
                continue
            glyph = self._page.glyph(index)
            if glyph is None or not _has_ink(glyph):
                continue
            if line and not _goes_on(line[-1], glyph):
                yield _quad(line)
                line = []
            line.append(glyph)
        if line:
            yield _quad(line)


class _ReadPage(_OpenPage):
    """A page that was read by OCR: its text stands in a layer of its own."""

    def __init__(self, document: Any, number: int, layer: TextLayer) -> None:
        self._document = document
        self._number = number
        self._layer = pypdfium2.PdfDocument(layer.data)
        self._turn = layer.turn
        self._page = TextPage(self._layer.raw, layer.index)
        self.letters = page_letters(number, self._page.text())

    def close(self) -> None:
        super().close()
        self._layer.close()

    def quads(self, run: Run) -> Iterator[Quad]:
        """Return a box for each line of a run, in the coordinates of the programme's page."""
        page = self._document[self._number - 1]
        try:
            for top_left, top_right, bottom_left, bottom_right in super().quads(run):
                yield (
                    _on_page(page, top_left, self._turn),
                    _on_page(page, top_right, self._turn),
                    _on_page(page, bottom_left, self._turn),
                    _on_page(page, bottom_right, self._turn),
                )
        finally:
            page.close()


def _on_page(page: Any, point: Point, turn: int) -> Point:
    """Turn a point of the page as it was read into one of the page before it is turned or cut.

    Args:
        page: an open pypdfium2 page.
        point: on the page as it is seen after ``turn``.
        turn: quarter turns clockwise in which it was read.
    """
    size: Point = page.get_size()
    seen = turned(point, turned_size(size, turn), -turn)
    x, y = ctypes.c_double(), ctypes.c_double()
    left, down = round(seen[0] / size[0] * FINE), round((1 - seen[1] / size[1]) * FINE)
    pdfium.FPDF_DeviceToPage(page.raw, 0, 0, FINE, FINE, 0, left, down, x, y)
    return x.value, y.value


def _has_ink(glyph: Glyph) -> bool:
    left, bottom, right, top = glyph.box
    return right - left > 0.01 or top - bottom > 0.01


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    """Say whether a character stands on the line of the one before it."""
    (a, b), (c, d) = before.along, glyph.along
    if a * c + b * d < SAME_DIRECTION:
        return False
    x, y = glyph.origin[0] - before.origin[0], glyph.origin[1] - before.origin[1]
    size = max(before.size, glyph.size)
    return abs(a * y - b * x) < NEW_LINE * size and -size < a * x + b * y < NEW_COLUMN * size


def _quad(line: Sequence[Glyph]) -> Quad:
    """Return the box round the characters of one line, as high as their font."""
    a, b = line[0].along
    corners = [corner for glyph in line for corner in _corners(glyph)]
    along = [a * x + b * y for x, y in corners]
    across = [a * y - b * x for x, y in corners]
    baseline = a * line[0].origin[1] - b * line[0].origin[0]
    size = max(glyph.size for glyph in line)
    low, high = baseline - DESCENT * size, baseline + ASCENT * size
    if not low < (min(across) + max(across)) / 2 < high:  # a font whose size means nothing
        low, high = min(across), max(across)
    left, right = min(along), max(along)
    return (
        (a * left - b * high, b * left + a * high),
        (a * right - b * high, b * right + a * high),
        (a * left - b * low, b * left + a * low),
        (a * right - b * low, b * right + a * low),
    )


def _corners(glyph: Glyph) -> Iterator[Point]:
    left, bottom, right, top = glyph.box
    yield from ((left, bottom), (left, top), (right, bottom), (right, top))
