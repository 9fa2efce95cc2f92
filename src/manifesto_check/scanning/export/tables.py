"""The tables that a store is exported as, read row by row so that any number fits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from manifesto_check.reports.cells import Cell
from manifesto_check.scanning.export.names import TableName
from manifesto_check.scanning.rows import quoted
from manifesto_check.scanning.store import Store


class Kind(StrEnum):
    """What the values of a column are, besides None."""

    TEXT = "text"
    WHOLE = "whole"
    REAL = "real"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    kind: Kind


_FIRST = (Column("path", Kind.TEXT),)
_PROGRAMME = (
    Column("status", Kind.TEXT),
    Column("reason_code", Kind.TEXT),
    Column("reason_nl", Kind.TEXT),
    Column("reason_en", Kind.TEXT),
    Column("pages", Kind.WHOLE),
    Column("words", Kind.WHOLE),
    Column("title", Kind.TEXT),
    Column("unreadable_pages", Kind.TEXT),
    Column("ocr_pages", Kind.TEXT),
    Column("sha256", Kind.TEXT),
    Column("version", Kind.TEXT),
    Column("recommendations", Kind.TEXT),
)
_MEASURE = (
    Column("status", Kind.TEXT),
    Column("source", Kind.TEXT),
    Column("theme", Kind.TEXT),
    Column("recommendation", Kind.TEXT),
    Column("measure", Kind.TEXT),
    Column("text", Kind.TEXT),
    Column("counted", Kind.TRUTH),
    Column("verdict", Kind.TEXT),
    Column("confidence", Kind.REAL),
    Column("p_found", Kind.REAL),
    Column("uncertain", Kind.TRUTH),
)
_COUNTS = ("covered", "partial", "absent", "opposed")
_THEME = (
    Column("status", Kind.TEXT),
    Column("source", Kind.TEXT),
    Column("theme", Kind.TEXT),
    Column("title", Kind.TEXT),
    Column("counted", Kind.TRUTH),
    Column("coverage", Kind.REAL),
    *(Column(name, Kind.WHOLE) for name in _COUNTS),
)
_QUOTE = (
    Column("source", Kind.TEXT),
    Column("theme", Kind.TEXT),
    Column("measure", Kind.TEXT),
    Column("verdict", Kind.TEXT),
    Column("rank", Kind.WHOLE),
    Column("page", Kind.WHOLE),
    Column("page_end", Kind.WHOLE),
    Column("page_label", Kind.TEXT),
    Column("line", Kind.WHOLE),
    Column("section", Kind.TEXT),
    Column("quote", Kind.TEXT),
    Column("score", Kind.REAL),
    Column("ocr", Kind.TRUTH),
)
_COLUMNS = {
    TableName.PROGRAMMES: _PROGRAMME,
    TableName.MEASURES: _MEASURE,
    TableName.THEMES: _THEME,
    TableName.QUOTES: _QUOTE,
}
# What follows the columns of the programme, of one programme (:id) and its list (:list).
_QUERIES = {
    TableName.PROGRAMMES: """
        SELECT p.status, p.reason_code, p.reason_nl, p.reason_en, p.pages, p.words, p.title,
               p.unreadable_pages, p.ocr_pages, p.sha256, s.version, s.recommendations
        FROM programmes p JOIN settings s ON s.id = p.settings WHERE p.id = :id""",
    TableName.MEASURES: """
        SELECT :status, m.source, m.theme, m.recommendation, m.id, m.text, m.counted,
               v.verdict, v.confidence, v.p_found, v.uncertain
        FROM verdicts v JOIN measures m ON m.recommendations = :list AND m.id = v.measure
        WHERE v.programme = :id ORDER BY m.position""",
    TableName.THEMES: """
        SELECT :status, t.source, t.id, t.title, t.counted, c.coverage, c.covered, c.partial,
               c.absent, c.opposed
        FROM theme_coverage c JOIN themes t ON t.recommendations = :list AND t.id = c.theme
        WHERE c.programme = :id ORDER BY t.position""",
    TableName.QUOTES: """
        SELECT m.source, m.theme, m.id, v.verdict, q.rank, q.page, q.page_end, q.page_label,
               q.line, q.section, q.quote, q.score, q.ocr
        FROM quotes q JOIN measures m ON m.recommendations = :list AND m.id = q.measure
        JOIN verdicts v ON v.programme = :id AND v.measure = q.measure
        WHERE q.programme = :id ORDER BY m.position, q.rank""",
}


class Table:
    """One table of a store."""

    def __init__(self, store: Store, name: TableName) -> None:
        """Find out which columns it has; rows are read later."""
        self.name = name
        self._connection = store.connection
        self._own = store.own_columns()
        own = [_own_column(self._connection, column) for column in self._own]
        taken = {column.name for column in _COLUMNS[name]}
        renamed = [Column(f"{c.name}_given", c.kind) if c.name in taken else c for c in own]
        self.columns: Sequence[Column] = (*_FIRST, *renamed, *_COLUMNS[name])

    def rows(self) -> Iterator[list[Cell]]:
        """Yield all rows: programmes by path, their measures in the list's order."""
        own = "".join(f", p.{quoted(column)}" for column in self._own)
        programmes = self._connection.execute(
            f"SELECT p.id, s.recommendations, p.status, p.path{own} "
            "FROM programmes p JOIN settings s ON s.id = p.settings ORDER BY p.path"
        )
        truths = [i for i, column in enumerate(self.columns) if column.kind is Kind.TRUTH]
        texts = [i for i, c in enumerate(self.columns[: len(self._own) + 1]) if c.kind is Kind.TEXT]
        for number, listed, status, *about in programmes:
            values = {"id": number, "list": listed, "status": status}
            for row in self._connection.execute(_QUERIES[self.name], values):
                cells = [*about, *row]
                for index in truths:
                    cells[index] = bool(cells[index])
                for index in texts:  # a column of one's own may mix texts and numbers
                    cells[index] = None if cells[index] is None else str(cells[index])
                yield cells


def _own_column(connection: sqlite3.Connection, name: str) -> Column:
    """Return a column of metadata with what its values are."""
    query = f"SELECT DISTINCT typeof({quoted(name)}) FROM programmes"
    types = {row[0] for row in connection.execute(query)} - {"null"}
    if types == {"integer"}:
        return Column(name, Kind.WHOLE)
    return Column(name, Kind.REAL if types and types <= {"integer", "real"} else Kind.TEXT)
