"""Rows of a store: a list, a programme, its results and its metadata as SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from manifesto_check.model import FileType
from manifesto_check.recommendations.model import RecommendationList
from manifesto_check.reports.interface import Language
from manifesto_check.scanning.outcomes import Outcome
from manifesto_check.scanning.schema import PROGRAMME_COLUMNS

Metadata = Mapping[str, str | int | float | None]
"""What is known of a programme besides its text, such as party, municipality, year."""


def quoted(name: str) -> str:
    """Return the name of a column as SQL can have it, whatever stands in it."""
    return '"' + name.replace('"', '""').replace("\0", "") + '"'


def columns_of(connection: sqlite3.Connection, table: str = "programmes") -> list[str]:
    """Return the names of a table's columns, in their order."""
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def add_list(connection: sqlite3.Connection, recommendations: RecommendationList) -> None:
    """Insert the sources, themes and measures of a list, where they are not there yet."""
    digest = recommendations.sha256
    themes: dict[str, tuple[Any, ...]] = {}
    measures: list[tuple[Any, ...]] = []
    for source, theme, recommendation, measure in recommendations.entries():
        counted = not theme.title_only
        row = (digest, theme.id, len(themes), source.id, theme.title, counted)
        themes.setdefault(theme.id, row)
        place = (digest, measure.id, len(measures), source.id, theme.id, recommendation.id)
        measures.append((*place, measure.text, counted))
    sources = [(digest, s.id, n, s.title) for n, s in enumerate(recommendations.sources)]
    for table, rows in (("sources", sources), ("themes", themes.values()), ("measures", measures)):
        marks = ", ".join("?" * len(columns_of(connection, table)))
        connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


def _has_pages(programme: Mapping[str, Any]) -> bool:
    return FileType(programme.get("type", FileType.PDF)).has_pages


def insert_programme(
    connection: sqlite3.Connection,
    path: str,
    sha256: str | None,
    settings: int,
    outcome: Outcome,
) -> int:
    """Insert what is known of a programme and how its check ended, and return its id."""
    about, cause = outcome.programme, outcome.cause
    values = (
        path,
        about.get("sha256", sha256),
        settings,
        outcome.status.value,
        about.get("pages") if _has_pages(about) else None,
        about.get("words"),
        _clean(about.get("title")),
        json.dumps(about.get("unreadable_pages", [])),
        cause and cause.code,
        cause and _clean(cause.told(Language.NL)),
        cause and _clean(cause.told(Language.EN)),
        json.dumps(about.get("ocr_pages", [])),
    )
    columns = ", ".join(PROGRAMME_COLUMNS[1:])
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(f"INSERT INTO programmes ({columns}) VALUES ({marks})", values)
    assert cursor.lastrowid is not None  # noqa: S101 - a row was inserted
    return cursor.lastrowid


def insert_results(
    connection: sqlite3.Connection, programme: int, report: Mapping[str, Any]
) -> None:
    """Insert verdicts, quotes and coverage of a programme from its report as plain data."""
    verdicts, quotes = [], []
    for measure in report["measures"]:
        chances = (measure["confidence"], measure["p_found"], measure["uncertain"])
        verdicts.append((programme, measure["id"], measure["verdict"], *chances))
        for rank, evidence in enumerate(measure["evidence"], start=1):
            place = (evidence["page"], evidence["page_end"], _clean(evidence["page_label"]))
            text = (_clean(evidence["section"]), _clean(evidence["quote"]))
            about = (*text, evidence["score"], evidence.get("ocr", False))
            quotes.append((programme, measure["id"], rank, *place, evidence.get("line"), *about))
    insert = connection.executemany
    insert("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?)", verdicts)
    insert("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", quotes)
    names = ("id", "coverage", "covered", "partial", "absent", "opposed")
    for table, key in (("theme_coverage", "themes"), ("source_coverage", "sources")):
        rows = [(programme, *(row[name] for name in names)) for row in report[key]]
        insert(f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def describe(connection: sqlite3.Connection, path: str, metadata: Metadata) -> None:
    """Write metadata into the columns of their names."""
    if not metadata:
        return
    assignments = ", ".join(f"{quoted(name)} = ?" for name in metadata)
    values = [_clean(value) for value in metadata.values()]
    connection.execute(
        f"UPDATE programmes SET {assignments} WHERE path = ?",
        (*values, path),
    )


def _clean(value: Any) -> Any:
    """Return a text without lone surrogates, which a database of UTF-8 cannot hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return value
