"""The tables of the store, as docs/store.md describes them."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

APPLICATION_ID = 0x4D434853
"""Marks a database as a store of this tool (``MCHS``)."""
SCHEMA_VERSION = 1
"""Goes up only where a table or column changes its meaning or goes; new ones may be added."""

ADDED = (
    ("programmes", "ocr_pages", "TEXT NOT NULL DEFAULT '[]'"),
    ("quotes", "ocr", "INTEGER NOT NULL DEFAULT 0"),
)
"""Columns that an older store gets when a scan writes in it, and until then seems to have."""

PROGRAMME_COLUMNS = (
    "id",
    "path",
    "sha256",
    "settings",
    "status",
    "pages",
    "words",
    "title",
    "unreadable_pages",
    "reason_code",
    "reason_nl",
    "reason_en",
    "ocr_pages",
)
"""Columns of ``programmes`` that the tool fills; all others are the user's own."""

TABLES = """
CREATE TABLE settings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    recommendations TEXT NOT NULL,
    recommendations_path TEXT NOT NULL,
    version TEXT NOT NULL,
    verdict_model TEXT NOT NULL,
    options TEXT NOT NULL,
    components TEXT NOT NULL
);
CREATE TABLE sources (
    recommendations TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (recommendations, id)
) WITHOUT ROWID;
CREATE TABLE themes (
    recommendations TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    counted INTEGER NOT NULL,
    PRIMARY KEY (recommendations, id)
) WITHOUT ROWID;
CREATE TABLE measures (
    recommendations TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    recommendation TEXT NOT NULL,
    text TEXT NOT NULL,
    counted INTEGER NOT NULL,
    PRIMARY KEY (recommendations, id)
) WITHOUT ROWID;
CREATE TABLE programmes (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    sha256 TEXT,
    settings INTEGER NOT NULL REFERENCES settings (id),
    status TEXT NOT NULL CHECK (status IN ('read', 'partly-read', 'unreadable')),
    pages INTEGER,
    words INTEGER,
    title TEXT,
    unreadable_pages TEXT NOT NULL,
    reason_code TEXT,
    reason_nl TEXT,
    reason_en TEXT,
    ocr_pages TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX programmes_by_content ON programmes (sha256, settings);
CREATE TABLE verdicts (
    programme INTEGER NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
    measure TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('covered', 'partial', 'absent', 'opposed')),
    confidence REAL NOT NULL,
    p_found REAL NOT NULL,
    uncertain INTEGER NOT NULL,
    PRIMARY KEY (programme, measure)
) WITHOUT ROWID;
CREATE TABLE quotes (
    programme INTEGER NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
    measure TEXT NOT NULL,
    rank INTEGER NOT NULL,
    page INTEGER NOT NULL,
    page_end INTEGER NOT NULL,
    page_label TEXT,
    line INTEGER,
    section TEXT NOT NULL,
    quote TEXT NOT NULL,
    score REAL NOT NULL,
    ocr INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (programme, measure, rank)
) WITHOUT ROWID;
CREATE TABLE theme_coverage (
    programme INTEGER NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    coverage REAL,
    covered INTEGER NOT NULL,
    partial INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    opposed INTEGER NOT NULL,
    PRIMARY KEY (programme, theme)
) WITHOUT ROWID;
CREATE TABLE source_coverage (
    programme INTEGER NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    coverage REAL,
    covered INTEGER NOT NULL,
    partial INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    opposed INTEGER NOT NULL,
    PRIMARY KEY (programme, source)
) WITHOUT ROWID;
"""
VIEWS = """
CREATE VIEW all_verdicts AS
    SELECT p.path, p.status, v.measure, m.recommendation, m.theme, m.source, m.text,
           m.counted, v.verdict, v.confidence, v.p_found, v.uncertain, v.programme
    FROM verdicts v
    JOIN programmes p ON p.id = v.programme
    JOIN settings s ON s.id = p.settings
    JOIN measures m ON m.recommendations = s.recommendations AND m.id = v.measure;
CREATE VIEW all_themes AS
    SELECT p.path, p.status, c.theme, t.source, t.title, t.counted, c.coverage,
           c.covered, c.partial, c.absent, c.opposed, c.programme
    FROM theme_coverage c
    JOIN programmes p ON p.id = c.programme
    JOIN settings s ON s.id = p.settings
    JOIN themes t ON t.recommendations = s.recommendations AND t.id = c.theme;
CREATE VIEW all_quotes AS
    SELECT p.path, q.measure, m.theme, m.source, m.text, v.verdict, q.rank, q.page, q.page_end,
           q.page_label, q.line, q.section, q.quote, q.score, q.ocr, q.programme
    FROM quotes q
    JOIN programmes p ON p.id = q.programme
    JOIN verdicts v ON v.programme = q.programme AND v.measure = q.measure
    JOIN settings s ON s.id = p.settings
    JOIN measures m ON m.recommendations = s.recommendations AND m.id = q.measure;
CREATE VIEW made_with AS
    SELECT u.settings, 'manifesto-check' AS component, s.version, u.programmes
    FROM (SELECT settings, count(*) AS programmes FROM programmes GROUP BY settings) u
    JOIN settings s ON s.id = u.settings
    UNION ALL
    SELECT u.settings, c.key, c.value, u.programmes
    FROM (SELECT settings, count(*) AS programmes FROM programmes GROUP BY settings) u
    JOIN settings s ON s.id = u.settings
    JOIN json_each(s.components) c;
"""


def add_columns(connection: sqlite3.Connection) -> None:
    """Give a store the columns and views that came after it was made."""
    if not _lacking(connection) and _has_views(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table, column, kind in _lacking(connection):  # another scan may have been first
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
        make_views(connection)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def show_columns(connection: sqlite3.Connection) -> None:
    """Let a store that is only read seem to have the columns that came after it was made."""
    for table, column, kind in _lacking(connection):
        default = kind.partition("DEFAULT ")[2]
        connection.execute(
            f"CREATE TEMP VIEW {table} AS SELECT *, {default} AS {column} FROM main.{table}"
        )


def _lacking(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    def known(table: str) -> list[str]:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]

    return [added for added in ADDED if added[1] not in known(added[0])]


def _has_views(connection: sqlite3.Connection) -> bool:
    query = "SELECT count(*) FROM sqlite_master WHERE type = 'view'"
    return bool(connection.execute(query).fetchone()[0] == VIEWS.count("CREATE VIEW"))


def make_views(connection: sqlite3.Connection) -> None:
    """Make the views, in the place of those that there are."""
    for statement in VIEWS.split(";\n"):
        if name := statement.split(maxsplit=3)[2:3]:
            connection.execute(f"DROP VIEW IF EXISTS {name[0]}")
        connection.execute(statement)
