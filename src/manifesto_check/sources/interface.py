"""What every source offers, and the one function that the rest of the tool calls.

A source is one module (or package) with one class that has the method of
:class:`ProgrammeSource`; it is named in :data:`SOURCES` and imported only when
a file of its type is read, so that ``--help`` does not pay for it. Which type a
file has is for :mod:`manifesto_check.sources.detecting`.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Block, FileType, Page, Programme

if TYPE_CHECKING:
    from manifesto_check.ocr.engine import Ocr

HEAD_BYTES = 2048
MAX_BYTES = 512 * 1024 * 1024
FEW_WORDS = 300
"""A text that is called a PDF or Word file and has fewer words is none of both, nor a programme."""
STDIN = "-"
"""Stands for standard input where a path is asked for."""
SOURCES = {
    FileType.PDF: ("manifesto_check.sources.pdf", "PdfSource"),
    FileType.DOCX: ("manifesto_check.sources.docx", "DocxSource"),
    FileType.ODT: ("manifesto_check.sources.odt", "OdtSource"),
    FileType.HTML: ("manifesto_check.sources.html", "HtmlSource"),
    FileType.MARKDOWN: ("manifesto_check.sources.markdown", "MarkdownSource"),
    FileType.TEXT: ("manifesto_check.sources.text", "TextSource"),
}


class ProgrammeSource(Protocol):
    """One type of file."""

    def read(self, data: bytes, path: str, *, password: str | None = None) -> Programme:
        """Read a whole file.

        Args:
            data: the bytes of the file.
            path: the path as the user gave it, for messages and the report.
            password: opens an encrypted file.

        Raises:
            ProgrammeError: the file is broken, encrypted or not of this type.
        """
        ...


@runtime_checkable
class PictureSource(ProgrammeSource, Protocol):
    """A type of file whose pages may be pictures of text."""

    def with_ocr(self, ocr: Ocr | None) -> Self:
        """Return a source that reads such pages by OCR, unless that is None."""
        ...


def source_for(type_: FileType, ocr: Ocr | None = None) -> ProgrammeSource:
    """Return the source of a type of file; its module is imported now.

    Where its pages may be pictures of text, they are read with ``ocr``.
    """
    module, name = SOURCES[type_]
    source: ProgrammeSource = getattr(import_module(module), name)()
    return source.with_ocr(ocr) if isinstance(source, PictureSource) else source


def read_programme(
    path: str | Path,
    *,
    password: str | None = None,
    type_: FileType | None = None,
    ocr: Ocr | None = None,
) -> Programme:
    """Read one programme; its type is found from the file's content.

    Args:
        path: the file; ``-`` is standard input.
        password: opens an encrypted PDF.
        type_: of the file, where that is known better.
        ocr: reads pages whose text is only a picture; without it they stay unreadable.

    Returns:
        The programme. Where no page has readable text it has no blocks and an
        ``unreadable_reason``.

    Raises:
        ProgrammeError: the file is missing, cannot be opened, is not of a type
            that can be read, or is broken or encrypted. The message is one
            Dutch line that says what is wrong and what to do.
    """
    from manifesto_check.sources.detecting import (
        KINDS_OF_TEXT,
        checked_type,
        claimed_type,
        file_type,
    )

    name = str(path)
    data = _stdin() if name == STDIN else _bytes(Path(path))
    found = file_type(data, name) if type_ is None else checked_type(data, name, type_)
    try:
        programme = source_for(found, ocr).read(data, name, password=password)
    except (ProgrammeError, MemoryError):
        raise
    except Exception as error:
        # A file that a library stumbles over is the file's fault, whatever it raises.
        problem = Problem.ODD if found is FileType.PDF else Problem.DAMAGED
        detail = type(error).__name__
        raise ProgrammeError.of(problem, name, kind=found.name, detail=detail) from error
    claimed = claimed_type(name)
    is_misnamed = claimed not in (None, found) and type_ is None and found in KINDS_OF_TEXT
    if claimed is not None and is_misnamed and programme.words < FEW_WORDS:
        # What a site answers in place of a file must not pass for a programme of few words.
        raise ProgrammeError.of(Problem.MISNAMED, name, kind=claimed.name)
    return programme


def _stdin() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    try:
        data: bytes = b"" if stream is None else stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ProgrammeError.of(Problem.UNOPENED, STDIN, detail=error) from None
    if len(data) > MAX_BYTES:
        raise ProgrammeError.of(Problem.TOO_LARGE, STDIN, limit=MAX_BYTES >> 20)
    if not data:
        raise ProgrammeError.of(Problem.EMPTY, STDIN)
    return data


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ProgrammeError.of(Problem.FOLDER, path)
        if path.stat().st_size > MAX_BYTES:
            raise ProgrammeError.of(Problem.TOO_LARGE, path, limit=MAX_BYTES >> 20)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ProgrammeError.of(Problem.MISSING, path) from None
    except PermissionError:
        raise ProgrammeError.of(Problem.FORBIDDEN, path) from None
    except (OSError, ValueError) as error:
        raise ProgrammeError.of(Problem.UNOPENED, path, detail=error) from None
    if not data:
        raise ProgrammeError.of(Problem.EMPTY, path)
    return data


def join_programmes(programmes: Sequence[Programme]) -> Programme:
    """Make one programme of several files, such as a programme with its annexes (``--as-one``).

    Pages are numbered on through the files, in the order given: page 1 of the
    second file is the first file's last page plus one. Printed labels stay as
    they are; a file without pages is one page, labelled with its name. ``path`` is
    the paths with `` + `` between them, ``sha256`` the hash of the files' hashes, one a
    line. A file in which nothing can be read counts as unreadable pages; only when
    that is all of them is the whole unreadable, for the first file's reason.

    Args:
        programmes: at least one.

    Returns:
        The whole; the programme itself where there is only one.

    Raises:
        ValueError: there are no programmes.
    """
    if not programmes:
        raise ValueError("at least one programme is needed")
    if len(programmes) == 1:
        return programmes[0]
    pages: list[Page] = []
    blocks: list[Block] = []
    for programme in programmes:
        shift = len(pages)
        label = None if programme.type.has_pages else Path(programme.path).name
        pages += [
            replace(page, number=page.number + shift, label=label or page.label)
            for page in programme.pages
        ]
        blocks += [_shifted(block, shift) for block in programme.blocks]
    hashes = "\n".join(programme.sha256 for programme in programmes)
    reasons = [programme.unreadable_reason for programme in programmes]
    return Programme(
        path=" + ".join(programme.path for programme in programmes),
        sha256=hashlib.sha256(hashes.encode()).hexdigest(),
        pages=tuple(pages),
        blocks=tuple(blocks),
        title=next((programme.title for programme in programmes if programme.title), None),
        unreadable_reason=reasons[0] if all(reasons) else None,
        files=tuple((programme.path, len(programme.pages)) for programme in programmes),
        type=next((p.type for p in programmes if p.type.has_pages), programmes[0].type),
    )


def _shifted(block: Block, shift: int) -> Block:
    anchors = tuple((offset, page + shift) for offset, page in block.anchors)
    return replace(block, anchors=anchors)
