"""What every source offers, and the one function that the rest of the tool calls.

A source is one module with one class that has the two methods of
:class:`ProgrammeSource`; it is named in :data:`SOURCES` and imported only when
a file is read, so that ``--help`` does not pay for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Block, Page, Programme

if TYPE_CHECKING:
    from manifesto_check.ocr.engine import Ocr

HEAD_BYTES = 2048
MAX_BYTES = 512 * 1024 * 1024
SOURCES = (("manifesto_check.sources.pdf", "PdfSource"),)


class ProgrammeSource(Protocol):
    """One type of file."""

    def accepts(self, head: bytes, name: str) -> bool:
        """Say whether a file that begins with ``head`` and is called ``name`` is of this type."""
        ...

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


def sources() -> Iterator[ProgrammeSource]:
    """Yield an instance of every source, imported one by one."""
    for module, name in SOURCES:
        yield getattr(import_module(module), name)()


def read_programme(
    path: str | Path, *, password: str | None = None, ocr: Ocr | None = None
) -> Programme:
    """Read one programme; its type is found from the file's content.

    Args:
        path: the file.
        password: opens an encrypted PDF.
        ocr: reads pages whose text is only a picture; without it they stay unreadable.

    Returns:
        The programme. Where no page has readable text it has no blocks and an
        ``unreadable_reason``.

    Raises:
        ProgrammeError: the file is missing, cannot be opened, is not of a type
            that can be read, or is broken or encrypted. The message is one
            Dutch line that says what is wrong and what to do.
    """
    data = _bytes(Path(path))
    for source in sources():
        if source.accepts(data[:HEAD_BYTES], Path(path).name):
            if isinstance(source, PictureSource):
                source = source.with_ocr(ocr)
            return source.read(data, str(path), password=password)
    raise ProgrammeError.of(Problem.NO_PDF, path)


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
    they are. ``path`` is the paths with `` + `` between them, ``sha256`` the
    hash of the files' hashes, one a line. A file in which nothing can be read
    counts as unreadable pages; only when that is all of them is the whole
    unreadable, for the first file's reason.

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
        pages += [replace(page, number=page.number + shift) for page in programme.pages]
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
    )


def _shifted(block: Block, shift: int) -> Block:
    anchors = tuple((offset, page + shift) for offset, page in block.anchors)
    return replace(block, anchors=anchors)
