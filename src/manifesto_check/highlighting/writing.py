"""Highlights and bookmarks written into a copy of a PDF, with pypdf."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.highlighting.bookmarks import Bookmark
from manifesto_check.highlighting.colours import BEHIND_TEXT, OF_TEXT
from manifesto_check.highlighting.marks import Mark
from manifesto_check.sources.copies import COPY_OF
from manifesto_check.sources.pdf.reader import open_document

if TYPE_CHECKING:
    from pypdf import PdfWriter

pdfium: Any = pypdfium2.raw  # made at run time, without types
AUTHOR = "manifesto-check"
NOT_ENCRYPTED = -1  # what pdfium gives as the revision of the security of a plain PDF


@dataclass(frozen=True, slots=True)
class Written:
    """A PDF, and whether the one it was made from is encrypted."""

    data: bytes
    was_encrypted: bool


def with_marks(
    data: bytes,
    path: str,
    marks: Sequence[Mark],
    outline: Bookmark | None,
    password: str | None = None,
) -> Written:
    """Return a copy of a PDF with highlights and bookmarks added to what it has.

    Args:
        data: the bytes of the PDF.
        path: of the PDF, for messages.
        marks: the highlights.
        outline: goes below the PDF's own bookmarks.
        password: opens an encrypted PDF; the copy is not encrypted.

    Raises:
        ProgrammeError: the PDF cannot be written again.
    """
    identity = hashlib.sha256(data).digest()
    document = open_document(data, path, password)
    try:
        was_encrypted = pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != NOT_ENCRYPTED
        # pypdf opens no encrypted PDF without a cryptography package, and fewer broken
        # ones than pdfium, which writes them in good order.
        attempts = (_saved,) if was_encrypted else (lambda _: data, _saved)
        for attempt in attempts:
            try:
                plain = attempt(document)
                return Written(_written(plain, identity, marks, outline), was_encrypted)
            except Exception as error:
                failure = error
    finally:
        document.close()
    raise ProgrammeError.of(Problem.ODD, path, detail=type(failure).__name__) from failure


def _saved(document: Any) -> bytes:
    """Return an open PDF as pdfium writes it, without encryption."""
    saved = io.BytesIO()
    document.save(saved, flags=pdfium.FPDF_REMOVE_SECURITY)
    return saved.getvalue()


def _written(
    data: bytes, identity: bytes, marks: Sequence[Mark], outline: Bookmark | None
) -> bytes:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, ByteStringObject, NameObject

    with _quiet():
        reader = PdfReader(io.BytesIO(data))
        # pdfium makes up a new one each time; the same file is to give the same bytes.
        both = ArrayObject([ByteStringObject(identity[:16]), ByteStringObject(identity[:16])])
        reader.trailer[NameObject("/ID")] = both
        writer = PdfWriter(clone_from=reader)
        for number, mark in enumerate(marks, start=1):
            writer.add_annotation(mark.place.page - 1, _annotation(mark, number))
        if outline is not None:
            _add_bookmark(writer, outline, None)
        writer.add_metadata({COPY_OF: identity.hex()})
        written = io.BytesIO()
        writer.write(written)
    return written.getvalue()


def _annotation(mark: Mark, number: int) -> Any:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    quads = mark.place.quads
    numbers = [coordinate for quad in quads for point in quad for coordinate in point]
    xs, ys = numbers[0::2], numbers[1::2]
    annotation = Highlight(
        rect=(round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2)),
        quad_points=ArrayObject(FloatObject(round(value, 2)) for value in numbers),
        highlight_color=BEHIND_TEXT[mark.verdict].removeprefix("#"),
        printing=True,
        title_bar=AUTHOR,
    )
    annotation[NameObject("/Contents")] = TextStringObject(mark.note)
    annotation[NameObject("/NM")] = TextStringObject(f"{AUTHOR}-{number}")
    return annotation


def _add_bookmark(writer: PdfWriter, bookmark: Bookmark, parent: Any) -> None:
    from pypdf.generic import Fit

    item = writer.add_outline_item(
        title=bookmark.title,
        page_number=bookmark.page - 1,
        parent=parent,
        color=OF_TEXT[bookmark.verdict] if bookmark.verdict else None,
        bold=parent is None,
        fit=Fit.fit() if bookmark.top is None else Fit.xyz(top=round(bookmark.top + 20, 2)),
        is_open=parent is None,
    )
    for child in bookmark.below:
        _add_bookmark(writer, child, item)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf from telling on stderr what it mends."""
    logger = logging.getLogger("pypdf")
    level, logger.level = logger.level, logging.CRITICAL
    try:
        yield
    finally:
        logger.level = level
