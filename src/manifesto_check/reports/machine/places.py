"""Where a finding stands, as the platforms want to be told: a file below the working directory."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from manifesto_check.model import Evidence, ProgrammeInfo
from manifesto_check.reports.links import file_and_page, files_of, page_link
from manifesto_check.reports.text import place
from manifesto_check.reports.texts import Texts


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a programme.

    Attributes:
        path: of the file, from the working directory, with forward slashes; as
            it is, so that it is escaped wherever it is shown.
        uri: the same as a relative URI.
        line: counted from 1, for formats that have lines.
        page: of the file, counted from 1, for formats that have pages; None for the whole file.
        words: the place for a reader, such as ``p. 12 (gedrukt 11)``; empty for the whole file.
    """

    path: str
    uri: str
    line: int | None = None
    page: int | None = None
    words: str = ""


def place_of(info: ProgrammeInfo, evidence: Evidence | None, texts: Texts) -> Place:
    """Return where a quote stands; where there is none the programme as a whole.

    Args:
        info: the programme; of several files, the one that holds the page.
        evidence: the quote.
        texts: in the language of the report.
    """
    if evidence is None:
        path = files_of(info)[0]
        return Place(relative(path), page_link(path, None, None))
    path, page = file_and_page(info, evidence.page)
    return Place(
        relative(path),
        page_link(path, None, None),
        evidence.line,
        page if evidence.line is None else None,
        place(evidence, texts),
    )


def relative(path: str) -> str:
    """Return a path from the working directory, with forward slashes.

    A path to another drive of Windows, and a name that no system can hold, stay as they are.
    """
    with suppress(ValueError):
        path = os.path.relpath(path, Path())
    return path.replace(os.sep, "/")
