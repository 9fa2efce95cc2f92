"""The PDF source: opens a file, reads its pages and makes a programme of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pypdfium2 as _pypdfium2

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Page, Programme, Reason
from manifesto_check.sources.pdf.blocks import build_blocks
from manifesto_check.sources.pdf.contents import contents
from manifesto_check.sources.pdf.furniture import margins
from manifesto_check.sources.pdf.labels import labels
from manifesto_check.sources.pdf.layout import Line, Sheet, usual_size
from manifesto_check.sources.pdf.order import columns
from manifesto_check.sources.pdf.recognised import in_order, recognised
from manifesto_check.sources.pdf.spreads import halves
from manifesto_check.sources.pdf.states import is_junk, page_states, why_unreadable
from manifesto_check.sources.pdf.tables import join_rows
from manifesto_check.sources.pdf.textpage import TextPage
from manifesto_check.sources.pdf.titles import cover_title, usable_title

if TYPE_CHECKING:
    from manifesto_check.ocr.engine import Ocr

pypdfium2: Any = _pypdfium2  # without types
pdfium: Any = _pypdfium2.raw
MAX_PAGES = 5000
MAX_CHARS = 20_000_000


class PdfSource:
    """Reads PDF files with pdfium."""

    def __init__(self, ocr: Ocr | None = None) -> None:
        """Make a source that reads pictures of text with ``ocr``, where it is given."""
        self._ocr = ocr

    def with_ocr(self, ocr: Ocr | None) -> PdfSource:
        """Return a source that does; see :class:`~manifesto_check.sources.PictureSource`."""
        return PdfSource(ocr)

    def read(self, data: bytes, path: str, *, password: str | None = None) -> Programme:
        """Read a whole PDF; see :class:`~manifesto_check.sources.ProgrammeSource`."""
        document = open_document(data, path, password)
        try:
            return _programme(document, data, path, password, self._ocr)
        except ProgrammeError:
            raise
        except Exception as error:
            raise ProgrammeError.of(Problem.ODD, path, detail=type(error).__name__) from error
        finally:
            document.close()


def open_document(data: bytes, path: str, password: str | None) -> Any:
    """Open a PDF in pdfium.

    Raises:
        ProgrammeError: it is broken, encrypted, or has no or too many pages.
    """
    try:
        document = pypdfium2.PdfDocument(data, password=password)
        pages = len(document)
    except Exception as error:
        raise ProgrammeError.of(_problem(error, password), path) from None
    if not 0 < pages <= MAX_PAGES:
        document.close()
        problem = Problem.TOO_MANY_PAGES if pages else Problem.NO_PAGES
        raise ProgrammeError.of(problem, path, limit=MAX_PAGES)
    return document


def _problem(error: Exception, password: str | None) -> Problem:
    code = getattr(error, "err_code", None)
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return Problem.ENCRYPTED if password is None else Problem.WRONG_KEY
    return Problem.BROKEN


def _programme(
    document: Any, data: bytes, path: str, password: str | None, ocr: Ocr | None
) -> Programme:
    sheets = _sheets(document, path)
    count = len(sheets)
    read = recognised(document, sheets, page_states(document, sheets), ocr)
    sheets, states = read.sheets, read.states
    reason = why_unreadable(states, sheets, read.reason)
    legible = [] if reason else [sheet for sheet in sheets if not is_junk(sheet)]
    size = usual_size(line for sheet in legible for line in sheet.lines)
    parts = halves(legible)
    found = margins(parts, size)
    join_rows(parts, found.lines, data, password)
    flows = _flows(parts, found.lines, size)
    left_out = contents(flows, count)
    flows = [[line for line in flow if id(line) not in left_out] for flow in flows]
    blocks = build_blocks([flow for flow in flows if flow], size)
    own = [_own_label(document, index) for index in range(count)]
    printed = labels(count, found.rule, own)
    return Programme(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=tuple(
            Page(number, label, state, read.legible.get(number))
            for number, (label, state) in enumerate(zip(printed, states, strict=True), start=1)
        ),
        blocks=tuple(blocks),
        title=usable_title(_title(document)) or cover_title(blocks),
        unreadable_reason=reason or (None if blocks else Reason.NOTHING),
    )


def _sheets(document: Any, path: str) -> list[Sheet]:
    sheets = []
    total = 0
    for index in range(len(document)):
        try:
            with TextPage(document.raw, index) as page:
                sheet = page.sheet()
        except ValueError:
            sheet = Sheet(index + 1, 595.0, 842.0)
        total += sheet.characters
        if total > MAX_CHARS:
            raise ProgrammeError.of(Problem.TOO_MUCH_TEXT, path, limit=MAX_CHARS // 1_000_000)
        sheets.append(sheet)
    return sheets


def _flows(sheets: Sequence[Sheet], furniture: set[int], size: float) -> list[list[Line]]:
    flows: list[list[Line]] = []
    for sheet in sheets:
        lines = [line for line in sheet.lines if id(line) not in furniture]
        for column in in_order(lines) if sheet.recognised else columns(lines, size):
            for line in column:
                line.flow = len(flows)
            flows.append(column)
    return flows


def _own_label(document: Any, index: int) -> str | None:
    try:
        return document.get_page_label(index) or None
    except (pypdfium2.PdfiumError, UnicodeError):
        return None


def _title(document: Any) -> str:
    try:
        return str(document.get_metadata_value("Title"))
    except (pypdfium2.PdfiumError, UnicodeError):
        return ""
