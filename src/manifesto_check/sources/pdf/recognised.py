"""Pages whose text is only a picture, read by OCR.

The recogniser gets none of the file itself but pictures of its pages, drawn by
pdfium in sizes that are bounded: nothing that a hostile PDF holds reaches it,
and an encrypted one needs no password there.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pypdfium2 as _pypdfium2

from manifesto_check.model import PageState, Reason
from manifesto_check.ocr.engine import (
    MAX_PAGES,
    PAGES_AT_ONCE,
    TextLayer,
    is_legible,
    legibility,
)
from manifesto_check.sources.pdf.layout import Line, Sheet, usual_size
from manifesto_check.sources.pdf.states import is_junk
from manifesto_check.sources.pdf.textpage import TextPage

if TYPE_CHECKING:
    from manifesto_check.ocr.engine import Ocr

pypdfium2: Any = _pypdfium2  # without types
DPI = 300  # of a picture: what tesseract was trained on
MAX_PIXELS = (
    9_000_000  # of a picture: an A4 page at 300 dots per inch; larger ones are drawn coarser
)
SAME_SIZE = 0.25  # share by which the letters of a line may differ in size from the running text
MIN_WORDS = 5  # a page that looks like text has more


@dataclass
class Recognised:
    """What OCR made of a programme.

    Attributes:
        sheets: all sheets; those that were read have the text that was read.
        states: of all pages.
        legible: for each page that was read the share of its words that is Dutch.
        reason: why pages are unread, in the place of that they are pictures.
    """

    sheets: list[Sheet]
    states: list[PageState]
    legible: dict[int, float] = field(default_factory=dict)
    reason: Reason | None = None


def recognised(
    document: Any, sheets: Sequence[Sheet], states: Sequence[PageState], ocr: Ocr | None
) -> Recognised:
    """Read the pages that are unreadable by OCR, where it is there.

    Args:
        document: an open pypdfium2 document.
        sheets: one for each page.
        states: of each page.
        ocr: None where it is not wanted.
    """
    found = Recognised(list(sheets), list(states))
    wanted = [s.page for s, state in zip(sheets, states, strict=True) if _is_unread(state)]
    if ocr is not None:
        ocr.layers.clear()
    if not wanted:
        return found
    if ocr is None or not ocr.is_installed:
        if ocr is None and not any(is_junk(sheet) for sheet in sheets):
            found.reason = Reason.OCR_OFF
        return found
    read = _read(document, wanted, ocr)
    words = [word for sheet in read.values() for word in _words(sheet)]
    found.reason = Reason.OCR_JUNK if words else Reason.OCR_FAILED
    if not is_legible(legibility(words)):
        ocr.layers.clear()
        return found
    for number, sheet in read.items():
        share = legibility(_words(sheet))
        if is_legible(share) and len(_words(sheet)) >= MIN_WORDS:
            found.legible[number] = share
            found.sheets[number - 1] = sheet
            found.states[number - 1] = PageState.READ
    return found


def in_order(lines: Sequence[Line]) -> list[list[Line]]:
    """Sort the lines of a page that OCR read into columns: one ends where a line stands higher."""
    flows: list[list[Line]] = []
    for line in lines:
        if not flows or line.baseline < flows[-1][-1].baseline - line.size / 2:
            flows.append([])
        flows[-1].append(line)
    return flows


def _even_sizes(lines: Sequence[Line]) -> None:
    """Give all lines of running text one font size: OCR measures each line by its letters."""
    usual = usual_size(lines)
    for line in lines:
        if abs(line.size - usual) < SAME_SIZE * usual:
            line.size = usual


def _is_unread(state: PageState) -> bool:
    return state is PageState.UNREADABLE


def _words(sheet: Sheet) -> list[str]:
    return [word for line in sheet.lines for word in line.text.split()]


def _read(document: Any, wanted: Sequence[int], ocr: Ocr) -> dict[int, Sheet]:
    """Return the sheets of the pages that OCR could take, whatever it made of them."""
    read: dict[int, Sheet] = {}
    wanted = wanted[:MAX_PAGES]
    ocr.tell(len(wanted))
    for first in range(0, len(wanted), PAGES_AT_ONCE):
        drawn, pictures = _pictures(document, wanted[first : first + PAGES_AT_ONCE])
        layer = ocr.text_layer(pictures, len(drawn)) if drawn else None
        if layer is None:
            continue
        for index, sheet in enumerate(_sheets(layer, drawn)):
            read[sheet.page] = sheet
            if ocr.keeps_layers:
                ocr.layers[sheet.page] = TextLayer(layer, index)
    ocr.tell(0)
    return read


def _pictures(document: Any, numbers: Sequence[int]) -> tuple[list[int], bytes]:
    """Draw pages; return the numbers of those that could be drawn, and a PDF of the pictures."""
    drawn: list[int] = []
    with pypdfium2.PdfDocument.new() as pictures:
        for number in numbers:
            try:
                _draw(document[number - 1], pictures)
            except (pypdfium2.PdfiumError, ValueError, MemoryError):
                continue
            drawn.append(number)
        buffer = io.BytesIO()
        pictures.save(buffer)
    return drawn, buffer.getvalue()


def _draw(page: Any, pictures: Any) -> None:
    width, height = page.get_size()
    inches = max(width * height, 1.0) / 72**2
    dpi = min(DPI, (MAX_PIXELS / inches) ** 0.5)
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    page.close()
    image = pypdfium2.PdfImage.new(pictures)
    image.set_bitmap(bitmap)
    bitmap.close()
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    copy = pictures.new_page(width, height)
    copy.insert_obj(image)
    copy.gen_content()
    copy.close()


def _sheets(layer: bytes, numbers: Sequence[int]) -> Iterator[Sheet]:
    """Yield the pages of a text layer as sheets with their numbers in the programme."""
    with pypdfium2.PdfDocument(layer) as document:
        if len(document) != len(numbers):
            return
        for index, number in enumerate(numbers):
            with TextPage(document.raw, index) as page:
                sheet = page.sheet(recognised=True)
            _even_sizes(sheet.lines)
            sheet.page = number
            for line in sheet.lines:
                line.page = number
            yield sheet
