"""The results of scans in a SQLite database: one transaction for each programme.

Write-ahead logging lets others read while a scan writes, and lets two scans
write in turns. Each commit is on the disk before the next programme is
counted as done.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from time import monotonic, sleep
from typing import Any, Self

from manifesto_check.model import Status
from manifesto_check.scanning.outcomes import LOCKED, RETRIED, Outcome, as_text
from manifesto_check.scanning.phrases import ScanPhrase
from manifesto_check.scanning.rows import (
    Metadata,
    add_list,
    columns_of,
    describe,
    insert_programme,
    insert_results,
    quoted,
)
from manifesto_check.scanning.schema import (
    APPLICATION_ID,
    PROGRAMME_COLUMNS,
    SCHEMA_VERSION,
    TABLES,
    add_columns,
    make_views,
    show_columns,
)
from manifesto_check.scanning.settings import Settings
from manifesto_check.telling import ToldUsageError

BUSY_SECONDS = 120
MAX_COLUMNS = 500
"""Columns of one's own: more are no description of a programme (SQLite holds 2,000)."""

_CODES = (
    ("SQLITE_FULL", ScanPhrase.STORE_FULL),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), ScanPhrase.STORE_BUSY),
    ("SQLITE_NOTADB", ScanPhrase.NO_DATABASE),
    ("SQLITE_CORRUPT", ScanPhrase.STORE_CORRUPT),
    (("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM"), ScanPhrase.STORE_CLOSED),
)
"""What SQLite's codes begin with, and what is said of them."""


class StoreError(ToldUsageError):
    """A store that cannot be opened, read or written (exit code 2)."""


class Store:
    """An open store, for one thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take an open connection; use :meth:`create` and :meth:`read_only`."""
        self.connection = connection
        self.path = path

    @classmethod
    def create(cls, path: Path) -> Self:
        """Open a store to write in; make it where there is none yet.

        Raises:
            StoreError: the path cannot be written or holds something else.
        """
        with _explained(path):
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                connection.execute("PRAGMA foreign_keys = ON")
                _prepare(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(connection, path)

    @classmethod
    def read_only(cls, path: Path) -> Self:
        """Open a store to read from; a scan may write in it meanwhile.

        Raises:
            StoreError: there is no store of this tool at the path.
        """
        if not path.is_file():
            raise StoreError.of(ScanPhrase.NO_STORE, path=path)
        with _explained(path):
            address = path.resolve().as_uri()
            try:
                connection = _opened(f"{address}?mode=ro")
            except sqlite3.OperationalError:  # a folder that may not be written, such as a CD's
                connection = _opened(f"{address}?mode=ro&immutable=1")
            if not _is_store(connection, path):
                connection.close()
                raise StoreError.of(ScanPhrase.STORE_EMPTY, path=path)
            show_columns(connection)
        return cls(connection, path)

    def close(self) -> None:
        """Close the store; the log file beside it is merged into it where nobody else uses it."""
        with suppress(sqlite3.Error):
            self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def add_settings(self, settings: Settings) -> int:
        """Store what a scan checks against, and return its id."""
        about = settings.description
        values = (
            settings.key,
            about["recommendations"],
            settings.recommendations.path,
            about["version"],
            about["verdict_model"],
            as_text(about["options"]),
            as_text(about["components"]),
        )
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO settings (key, recommendations, recommendations_path, "
                "version, verdict_model, options, components) VALUES (?, ?, ?, ?, ?, ?, ?)",
                values,
            )
            add_list(connection, settings.recommendations)
            query = "SELECT id FROM settings WHERE key = ?"
            return int(connection.execute(query, (settings.key,)).fetchone()[0])

    def made_otherwise(self, settings: int) -> dict[str, int]:
        """Return the paths of results that were made with other settings, with the id of these."""
        query = "SELECT path, settings FROM programmes WHERE settings <> ? ORDER BY path"
        with _explained(self.path):
            return dict(self.connection.execute(query, (settings,)).fetchall())

    def described(self, settings: int) -> dict[str, Any]:
        """Return what :attr:`Settings.description` was when these settings were stored."""
        columns = ("recommendations", "version", "verdict_model", "options", "components")
        query = f"SELECT {', '.join(columns)} FROM settings WHERE id = ?"
        with _explained(self.path):
            row = self.connection.execute(query, (settings,)).fetchone()
        return dict(zip(columns, (*row[:3], *map(json.loads, row[3:])), strict=True))

    def add_columns(self, names: list[str]) -> None:
        """Make sure that programmes have a column for each of these names of metadata.

        Raises:
            StoreError: there are too many.
        """
        with self._transaction() as connection:
            known = {name.lower() for name in columns_of(connection)}
            new = [name for name in dict.fromkeys(names) if name.lower() not in known]
            if len(known) + len(new) > MAX_COLUMNS:
                raise StoreError.of(ScanPhrase.MANY_COLUMNS, path=self.path, limit=MAX_COLUMNS)
            for name in new:
                connection.execute(f"ALTER TABLE programmes ADD COLUMN {quoted(name)}")

    def own_columns(self) -> list[str]:
        """Return the names of the columns of metadata, in the order in which they came."""
        return [n for n in columns_of(self.connection) if n not in PROGRAMME_COLUMNS]

    def find(self, path: str, sha256: str, settings: int) -> str | None:
        """Return what came of a programme with this content under these settings before.

        Returns:
            ``""`` where it was read, the code of the cause where it was not;
            None where it is not in the store.
        """
        query = (
            "SELECT coalesce(reason_code, '') FROM programmes "
            "WHERE path = ? AND sha256 = ? AND settings = ?"
        )
        with _explained(self.path):
            row = self.connection.execute(query, (path, sha256, settings)).fetchone()
        return None if row is None else str(row[0])

    def status(self, path: str) -> Status:
        """Return how much was read of a programme that is in the store."""
        query = "SELECT status FROM programmes WHERE path = ?"
        with _explained(self.path):
            return Status(self.connection.execute(query, (path,)).fetchone()[0])

    def copy(self, path: str, sha256: str, settings: int, metadata: Metadata) -> bool:
        """Give a programme the result of another file with the same content and extension.

        The extension tells Markdown from text where the content does not.

        Returns:
            Whether there was one; results of failed work are not copied.
        """
        failed = ", ".join("?" * len(RETRIED | LOCKED))
        with self._transaction() as connection:
            rows = connection.execute(
                "SELECT id, path FROM programmes WHERE sha256 = ? AND settings = ? AND path <> ? "
                f"AND (reason_code IS NULL OR reason_code NOT IN ({failed}))",
                (sha256, settings, path, *sorted(RETRIED | LOCKED)),
            )
            row = next((row for row in rows if _extension(row[1]) == _extension(path)), None)
            if row is None:
                return False
            connection.execute("DELETE FROM programmes WHERE path = ?", (path,))
            taken = ", ".join(PROGRAMME_COLUMNS[2:])
            connection.execute(
                f"INSERT INTO programmes (path, {taken}) SELECT ?, {taken} "
                "FROM programmes WHERE id = ?",
                (path, row[0]),
            )
            new = connection.execute("SELECT last_insert_rowid()").fetchone()[0]
            for table in ("verdicts", "quotes", "theme_coverage", "source_coverage"):
                columns = ", ".join(columns_of(connection, table)[1:])
                connection.execute(
                    f"INSERT INTO {table} SELECT ?, {columns} FROM {table} WHERE programme = ?",
                    (new, row[0]),
                )
            describe(connection, path, metadata)
        return True

    def describe(self, path: str, metadata: Metadata) -> None:
        """Store what is known of a programme that is in the store already."""
        with self._transaction() as connection:
            describe(connection, path, metadata)

    def record(
        self, path: str, sha256: str | None, settings: int, outcome: Outcome, metadata: Metadata
    ) -> None:
        """Store what came of a programme, in the place of what came of it before.

        Args:
            path: how reports name it.
            sha256: of the file's bytes; None where they could not be read.
            settings: the id that :meth:`add_settings` returned.
            outcome: the result.
            metadata: of columns that :meth:`add_columns` made.

        Raises:
            StoreError: it cannot be written, such as on a full disk; nothing of
                it is then in the store.
        """
        with self._transaction() as connection:
            connection.execute("DELETE FROM programmes WHERE path = ?", (path,))
            programme = insert_programme(connection, path, sha256, settings, outcome)
            if outcome.report is not None:
                insert_results(connection, programme, outcome.report)
            describe(connection, path, metadata)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
                raise


def _opened(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _is_store(connection: sqlite3.Connection, path: Path) -> bool:
    """Return whether there are tables of this tool in a database; False where it is empty.

    Raises:
        StoreError: it holds something else, or tables of a later version.
    """
    # In one statement, so that another scan cannot make its tables in between.
    owner, version, tables = connection.execute(
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master)"
        " FROM pragma_application_id, pragma_user_version"
    ).fetchone()
    if owner == APPLICATION_ID and version == SCHEMA_VERSION:
        return True
    if owner == APPLICATION_ID:
        raise StoreError.of(ScanPhrase.OTHER_VERSION, path=path)
    if tables:
        raise StoreError.of(ScanPhrase.OTHER_DATABASE, path=path)
    return False


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if _is_store(connection, path):
        add_columns(connection)
    else:
        _write_to_log(connection)
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not _is_store(connection, path):  # another scan may have been first
                for statement in TABLES.split(";\n"):
                    connection.execute(statement)
                make_views(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    connection.execute("PRAGMA synchronous = FULL")


def _write_to_log(connection: sqlite3.Connection) -> None:
    """Let a new database have a log (WAL).

    SQLite does not wait by itself where another scan does the same at this moment.
    """
    ends = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or monotonic() > ends:
                raise
            sleep(0.02)
        else:
            return


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into an error that tells what to do."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "") or ""
        known = (phrase for starts, phrase in _CODES if code.startswith(starts))
        phrase = next(known, ScanPhrase.STORE_FAILS)
        raise StoreError.of(phrase, path=path, detail=error) from None


def _extension(path: str) -> str:
    return PurePath(path).suffix.lower()
