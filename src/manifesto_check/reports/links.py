"""Links that open a programme at a page, from where the report stands."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from manifesto_check.model import Evidence, ProgrammeInfo
from manifesto_check.sources.interface import STDIN


def files_of(info: ProgrammeInfo) -> list[str]:
    """Return the paths of a programme's files: mostly one."""
    return [path for path, _ in info.files] or [info.path]


def file_link(path: str, folder: Path | None) -> str | None:
    """Return a link that opens a programme; None for standard input, which cannot be opened."""
    return None if path == STDIN else page_link(path, None, folder)


def evidence_link(info: ProgrammeInfo, evidence: Evidence, folder: Path | None) -> str | None:
    """Return a link that opens a programme where the evidence stands.

    A programme of several files numbers its pages on through them: the link
    opens the right file at the file's own page. None for standard input.
    """
    if info.path == STDIN:
        return None
    path, page = file_and_page(info, evidence.page)
    return page_link(path, page if evidence.line is None else None, folder)


def file_and_page(info: ProgrammeInfo, page: int) -> tuple[str, int]:
    """Return the file of a programme that holds a page, and the page's number in that file."""
    path = info.path
    for path, pages in info.files:  # noqa: B007 - the last one where no file has the page
        if page <= pages:
            break
        page -= pages
    return path, page


def page_link(path: str, page: int | None, folder: Path | None) -> str:
    """Return a link to a file, at ``page`` where it has pages.

    Relative to the folder, so that report and programme can be moved and
    mailed together. Browsers open ``programma.pdf#page=12`` at the twelfth page.

    Args:
        path: of the programme, as the user gave it.
        page: counted from 1; None for the whole, and for formats without pages.
        folder: where the report will stand; None is the current folder.

    Returns:
        A relative URL; a ``file:`` URL where there is no way from the one to
        the other (two drives of Windows). No name of a file can make it
        anything else: colons and the like are escaped.
    """
    try:
        url = _escaped(os.path.relpath(path, folder or Path()))
    except ValueError:
        url = _without_way(path)
    return url if page is None else f"{url}#page={page}"


def _without_way(path: str) -> str:
    """Return a link to a file on another drive, or to a name that no system can hold."""
    try:
        return Path(path).absolute().as_uri()
    except ValueError:
        return _escaped(path)


def _escaped(path: str) -> str:
    path = path.replace(os.sep, "/")
    try:
        data = path.encode("utf-8", "surrogateescape")  # bytes of a name that is not UTF-8
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    return quote(data)
