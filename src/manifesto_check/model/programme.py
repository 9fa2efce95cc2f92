"""What was read of a programme: its pages, its blocks of text, and how much could be read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How much of a programme could be read."""

    READ = "read"
    PARTLY_READ = "partly-read"
    UNREADABLE = "unreadable"


class Reason(StrEnum):
    """Why nothing of a programme can be read: each is the Dutch text that reports give."""

    NO_TEXT = (
        "de pagina's zijn afbeeldingen zonder leesbare tekst; OCR is nodig: installeer "
        "manifesto-check[ocr] met pip, en tesseract met Nederlands "
        "(apt install tesseract-ocr tesseract-ocr-nld)"
    )
    OCR_OFF = (
        "de pagina's zijn afbeeldingen zonder leesbare tekst; OCR is nodig en staat uit (--ocr off)"
    )
    OCR_JUNK = (
        "de pagina's zijn afbeeldingen die ook OCR niet kan lezen: te veel van wat eruit komt "
        "zijn geen Nederlandse woorden; zoek een betere scan"
    )
    OCR_FAILED = (
        "de pagina's zijn afbeeldingen en OCR maakte er geen tekst van; zoek een betere scan"
    )
    NOTHING = "de pagina's zijn leeg of bevatten alleen beeld"
    JUNK = (
        "de letters in dit bestand hebben geen betekenis (lettertypen zonder Unicode); "
        "OCR is nodig: installeer manifesto-check[ocr] met pip, en tesseract met Nederlands "
        "(apt install tesseract-ocr tesseract-ocr-nld)"
    )
    NO_WORDS = "er staat geen tekst in dit bestand"
    NO_MAIN_TEXT = (
        "in deze webpagina staat geen lopende tekst buiten menu's en dergelijke; bewaar haar "
        "opnieuw wanneer zij geheel geladen is, of bewaar haar als PDF"
    )
    OTHER_LANGUAGE = (
        "het programma is voor het grootste deel niet in het Nederlands; "
        "deze versie leest alleen Nederlandse programma's"
    )


class FileType(StrEnum):
    """The types of file that a programme can be; each is what reports and ``--type`` call it."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"

    @property
    def has_pages(self) -> bool:
        """Whether places in it are pages; in others they are lines."""
        return self is FileType.PDF


class PageState(StrEnum):
    """What one page holds: text, nothing to read (blank, photo, divider), or text in an image."""

    READ = "read"
    BLANK = "blank"
    UNREADABLE = "unreadable"


class BlockKind(StrEnum):
    """The kinds of block that a source tells apart."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        number: from 1.
        label: what is printed on it as its number, where there is one.
        state: whether it was read.
        legible: of a page that was read by OCR, the share of its words that is
            Dutch (0 to 1); else None.
    """

    number: int
    label: str | None = None
    state: PageState = PageState.READ
    legible: float | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or bullet, joined over line, column and page breaks.

    Attributes:
        kind: heading, paragraph or bullet.
        text: the text with white space folded and end-of-line hyphens mended;
            a bullet's sign is not part of it.
        anchors: ``(offset, page)`` pairs, ascending: from character ``offset``
            on, the text stands on page ``page``. The first offset is 0.
        section: the headings above the block, outermost first; for a heading
            those above itself.
        level: depth of a heading (1 is the outermost) or of a bullet's indent.
        line: the line where the block begins, for formats without pages.
        lines: where such a block has several lines: ``(offset, line)`` pairs,
            ascending, as ``anchors`` are for pages.
    """

    kind: BlockKind
    text: str
    anchors: tuple[tuple[int, int], ...]
    section: tuple[str, ...] = ()
    level: int = 1
    line: int | None = None
    lines: tuple[tuple[int, int], ...] = ()

    def page_at(self, offset: int) -> int:
        """Return the number of the page on which character ``offset`` of the text stands."""
        return _at(self.anchors, offset)

    def line_at(self, offset: int) -> int | None:
        """Return the line on which character ``offset`` stands; None for formats with pages."""
        return _at(self.lines, offset) if self.lines else self.line


def _at(anchors: tuple[tuple[int, int], ...], offset: int) -> int:
    return anchors[max(bisect_right(anchors, (offset, 1 << 30)) - 1, 0)][1]


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as its source read it.

    Attributes:
        path: the path as the user gave it.
        sha256: of the file's bytes, hexadecimal.
        pages: all pages, in order.
        blocks: all blocks in reading order; running headers and footers, page
            numbers and the table of contents are left out.
        title: from the file's metadata or its cover, where there is one.
        unreadable_reason: why nothing could be read (for a status of
            unreadable that the pages do not show, such as another language);
            one of :class:`Reason` where this package made the programme.
        files: path and number of pages of each file, where several are one
            programme; else empty.
        type: of the file; of several files PDF where one of them is, else that of the first.
    """

    path: str
    sha256: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    title: str | None = None
    unreadable_reason: str | None = None
    files: tuple[tuple[str, int], ...] = ()
    type: FileType = FileType.PDF

    @property
    def words(self) -> int:
        """The number of words in all blocks."""
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def unreadable_pages(self) -> tuple[int, ...]:
        """The numbers of the pages whose text could not be read."""
        return tuple(p.number for p in self.pages if p.state is PageState.UNREADABLE)

    @property
    def ocr_pages(self) -> tuple[int, ...]:
        """The numbers of the pages that were read by OCR."""
        return tuple(p.number for p in self.pages if p.legible is not None)

    @property
    def status(self) -> Status:
        """Read, partly read (some pages hold text that is only an image) or unreadable."""
        if self.unreadable_reason is not None or not self.blocks:
            return Status.UNREADABLE
        return Status.PARTLY_READ if self.unreadable_pages else Status.READ
