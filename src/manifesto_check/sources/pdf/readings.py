"""Pages drawn as pictures, in one of their four turns, and what OCR makes of them.

The recogniser gets none of the file itself but pictures of its pages, drawn by
pdfium in sizes that are bounded: nothing that a hostile PDF holds reaches it,
and an encrypted one needs no password there.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pypdfium2 as _pypdfium2

from manifesto_check.ocr.engine import (
    PAGES_AT_ONCE,
    TextLayer,
    dutch_words,
    is_legible,
    is_text,
    legibility,
)
from manifesto_check.sources.pdf.layout import Line, Sheet, usual_size
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
_MISREAD_BULLET = re.compile(r"[e©¢®°«¤](?=\s+\w)")  # no Dutch line begins with one of these alone


@dataclass(frozen=True)
class Reading:
    """What OCR made of a page in one of its turns.

    Attributes:
        sheet: the text, as it stands on the page in that turn.
        words: all of them, in order.
        legible: the share of them that is Dutch; 1 for another language.
        turn: quarter turns clockwise in which the page was read.
        layer: where its text stands, if text layers are kept.
    """

    sheet: Sheet
    words: Sequence[str] = field(repr=False)
    legible: float
    turn: int = 0
    layer: TextLayer | None = None

    @property
    def is_usable(self) -> bool:
        """Whether it was read well enough to judge what stands there."""
        return is_legible(self.legible) and len(self.words) >= MIN_WORDS

    @cached_property
    def is_upright(self) -> bool:
        """Whether it is usable, a text, and its lines run from left to right.

        OCR reads some of the words of a page that lies sideways too: columns of text from
        bottom to top. Such a page is legible, but two thirds of it are not there.
        """
        return self.is_usable and self.sheet.turn == 0 and is_text(self.words)

    @cached_property
    def worth(self) -> float:
        """How many Dutch words were read; 0 where it is not usable."""
        return dutch_words(self.words) if self.is_usable else 0.0


def read_pages(document: Any, turns: Mapping[int, int], ocr: Ocr) -> dict[int, Reading]:
    """Return the pages that OCR could take, whatever it made of them.

    Args:
        document: an open pypdfium2 document.
        turns: for the number of each page the quarter turns clockwise to read it in.
        ocr: reads them.
    """
    read: dict[int, Reading] = {}
    numbers = list(turns)
    ocr.tell(len(numbers))
    for first in range(0, len(numbers), PAGES_AT_ONCE):
        drawn, pictures = _pictures(document, numbers[first : first + PAGES_AT_ONCE], turns)
        data = ocr.text_layer(pictures, len(drawn)) if drawn else None
        if data is None:
            continue
        for index, sheet in enumerate(_sheets(data, drawn)):
            words = [word for line in sheet.lines for word in line.text.split()]
            turn = turns[sheet.page]
            layer = TextLayer(data, index, turn) if ocr.keeps_layers else None
            read[sheet.page] = Reading(sheet, words, legibility(words), turn, layer)
    return read


def _pictures(
    document: Any, numbers: Sequence[int], turns: Mapping[int, int]
) -> tuple[list[int], bytes]:
    """Draw pages; return the numbers of those that could be drawn, and a PDF of the pictures."""
    drawn: list[int] = []
    with pypdfium2.PdfDocument.new() as pictures:
        for number in numbers:
            try:
                _draw(document[number - 1], pictures, turns[number])
            except (pypdfium2.PdfiumError, ValueError, MemoryError):
                continue
            drawn.append(number)
        buffer = io.BytesIO()
        pictures.save(buffer)
    return drawn, buffer.getvalue()


def _draw(page: Any, pictures: Any, turn: int) -> None:
    width, height = page.get_size()
    inches = max(width * height, 1.0) / 72**2
    dpi = min(DPI, (MAX_PIXELS / inches) ** 0.5)
    bitmap = page.render(scale=dpi / 72, grayscale=True, rotation=90 * turn)
    page.close()
    if turn % 2:
        width, height = height, width
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
            mend_bullets(sheet.lines)
            sheet.page = number
            for line in sheet.lines:
                line.page = number
            yield sheet


def _even_sizes(lines: Sequence[Line]) -> None:
    """Give all lines of running text one font size: OCR measures each line by its letters."""
    usual = usual_size(lines)
    for line in lines:
        if abs(line.size - usual) < SAME_SIZE * usual:
            line.size = usual


def mend_bullets(lines: Sequence[Line]) -> None:
    """Give back the bullet at the beginning of lines where OCR took it for a letter or sign."""
    for line in lines:
        if _MISREAD_BULLET.match(line.text):
            line.text = f"•{line.text[1:]}"
