"""What the overview shows, read from a store."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from manifesto_check.model import Status, Verdict
from manifesto_check.reports.text import page_ranges
from manifesto_check.scanning.rows import quoted
from manifesto_check.scanning.store import Store

LETTERS = {Verdict.COVERED: "c", Verdict.PARTIAL: "p", Verdict.ABSENT: "a", Verdict.OPPOSED: "o"}
GROUPS = ("party", "municipality", "year")
"""The columns of metadata that the overview chooses and groups by."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure of the list with its theme's title."""

    id: str
    text: str
    theme: str
    theme_title: str
    counted: bool


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme; ``verdicts`` has a letter for each measure, and none where it is unreadable.

    ``unread`` are the pages that could not be read, as ``3, 7-9``; ``words`` is None where it is
    unreadable.
    """

    number: int
    path: str
    name: str
    page: str
    groups: tuple[str, ...]
    status: Status
    reasons: dict[str, str | None]
    pages: int | None
    words: int | None
    unread: str
    verdicts: str


@dataclass(frozen=True, slots=True)
class OverviewData:
    """All of the first page.

    Attributes:
        other_lists: programmes that were checked against another list than
            most were; they are left out.
    """

    recommendations: str
    measures: list[MeasureRow]
    programmes: list[ProgrammeRow]
    other_lists: int


def read_overview(store: Store) -> OverviewData:
    """Read what the first page shows; one letter for each verdict, so that a country fits."""
    connection = store.connection
    counts = connection.execute(
        "SELECT s.recommendations, count(*) FROM programmes p JOIN settings s ON s.id = p.settings "
        "GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()
    if not counts:
        return OverviewData("", [], [], 0)
    digest = counts[0][0]
    measures = [
        MeasureRow(row[0], row[1], row[2], row[3], bool(row[4]))
        for row in connection.execute(
            "SELECT m.id, m.text, m.theme, t.title, m.counted FROM measures m "
            "JOIN themes t ON t.recommendations = m.recommendations AND t.id = m.theme "
            "WHERE m.recommendations = ? ORDER BY m.position",
            (digest,),
        )
    ]
    programmes = list(_programmes(store, digest, measures))
    return OverviewData(digest, measures, programmes, sum(n for _, n in counts[1:]))


def _programmes(store: Store, digest: str, measures: list[MeasureRow]) -> Iterator[ProgrammeRow]:
    own = set(store.own_columns())
    groups = ", ".join(f"p.{quoted(name)}" if name in own else "NULL" for name in GROUPS)
    query = (
        "SELECT p.id, p.path, p.title, p.status, p.reason_nl, p.reason_en, p.pages, "
        "p.words, p.unreadable_pages, "
        f"{groups} FROM programmes p JOIN settings s ON s.id = p.settings "
        "WHERE s.recommendations = ? ORDER BY p.path"
    )
    places = {measure.id: index for index, measure in enumerate(measures)}
    for count, row in enumerate(store.connection.execute(query, (digest,)).fetchall(), start=1):
        number, path, title, status, nl, en, pages, words, unread, *about = row
        letters = ["a"] * len(measures)
        found = store.connection.execute(
            "SELECT measure, verdict FROM verdicts WHERE programme = ?", (number,)
        ).fetchall()
        for measure, verdict in found:
            letters[places[measure]] = LETTERS[Verdict(verdict)]
        yield ProgrammeRow(
            number=number,
            path=path,
            name=_name(about, title, path),
            page=f"p/{count:04}-{_slug(path)}.html",
            groups=tuple("" if value is None else str(value) for value in about),
            status=Status(status),
            reasons={"nl": nl, "en": en},
            pages=pages,
            words=words if found else None,
            unread=page_ranges(json.loads(unread)) if found else "",
            verdicts="".join(letters) if found else "",
        )


def _name(groups: list[Any], title: str | None, path: str) -> str:
    """Return how people call a programme: party, place and year, else its title or file."""
    known = [str(value) for value in groups if value is not None]
    return " ".join(known) if groups[0] is not None else title or PurePosixPath(path).name


def _slug(path: str) -> str:
    """Return letters and digits of a file's name, fit for any file system."""
    plain = unicodedata.normalize("NFKD", PurePosixPath(path).stem).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")[:60] or "programma"
