"""Lists of programmes with what is known of them: CSV or YAML."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Mapping
from math import isfinite
from pathlib import Path
from typing import Any

from manifesto_check.scanning.phrases import ScanPhrase
from manifesto_check.scanning.schema import PROGRAMME_COLUMNS
from manifesto_check.telling import ToldUsageError

MAX_BYTES = 50_000_000
FILE_NAMES = ("file", "path", "bestand", "pad")
"""What the column with the file may be called."""
LIST_EXTENSIONS = (".csv", ".tsv", ".yaml", ".yml")

_DUTCH = {"partij": "party", "gemeente": "municipality", "jaar": "year", "niveau": "level"}

Value = str | int | float | None
Row = tuple[str, dict[str, Value]]
"""The file as the list names it, and all other columns."""


def read_list(path: Path) -> list[Row]:
    """Read a list of programmes.

    A CSV has a heading line, a YAML is a list of entries; one column is the
    file (``file``, ``path``, ``bestand`` or ``pad``), all others are kept.
    ``partij``, ``gemeente``, ``jaar`` and ``niveau`` become ``party``,
    ``municipality``, ``year`` and ``level``. A column that would be in the way
    of one of the tool's own gets ``_given`` behind its name.

    Raises:
        UsageError: it cannot be read, or an entry has no file.
    """
    text = _text(path)
    is_yaml = path.suffix.lower() in (".yaml", ".yml")
    entries = _yaml_entries(path, text) if is_yaml else _csv_entries(path, text)
    rows = []
    for number, entry in entries:
        row = _row(entry)
        if row is None:
            names = ", ".join(FILE_NAMES)
            raise ToldUsageError.of(ScanPhrase.NO_FILE, path=path, number=number, names=names)
        rows.append(row)
    return rows


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            raise ToldUsageError.of(ScanPhrase.LIST_TOO_LARGE, path=path, limit=limit)
        data = path.read_bytes()
    except OSError as error:
        detail = error.strerror or str(error)
        raise ToldUsageError.of(ScanPhrase.LIST_UNOPENED, path=path, detail=detail) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # as spreadsheets on Windows write


def _csv_entries(path: Path, text: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for entry in reader:
            if any(value for value in entry.values()):
                if None in entry:
                    raise ToldUsageError.of(
                        ScanPhrase.TOO_MANY_FIELDS, path=path, line=reader.line_num
                    )
                yield reader.line_num, {k: _number(v) for k, v in entry.items()}
    except csv.Error as error:
        raise ToldUsageError.of(
            ScanPhrase.NOT_CSV, path=path, line=reader.line_num, detail=error
        ) from None


def _yaml_entries(path: Path, text: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        entries = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        detail = " ".join(str(error).split())[:200]
        raise ToldUsageError.of(ScanPhrase.NOT_YAML, path=path, detail=detail) from None
    if not isinstance(entries, list):
        raise ToldUsageError.of(ScanPhrase.NO_LIST, path=path)
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            raise ToldUsageError.of(ScanPhrase.NO_FIELDS, path=path, number=number)
        for name, value in entry.items():
            if isinstance(value, list | dict | set | bytes):
                raise ToldUsageError.of(ScanPhrase.NO_VALUE, path=path, number=number, name=name)
        yield number, {str(name): _scalar(value) for name, value in entry.items()}


def _scalar(value: Any) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int) and abs(value) >= 1 << 63:  # more than a database holds
        return str(value)
    if isinstance(value, float) and not isfinite(value):  # no JSON and no sheet has a number for it
        return str(value)
    return value if isinstance(value, int | float | None) else str(value)


def _number(value: Any) -> Value:
    """Return a whole number as such, so that years sort and compare; codes keep their zeros."""
    text = (value or "").strip()
    plain = text.isascii() and text.isdigit() and len(text) < 10
    if plain and (text == "0" or not text.startswith("0")):
        return int(text)
    return text or None


def _row(entry: Mapping[str, Any]) -> Row | None:
    file = None
    others: dict[str, Value] = {}
    for given, value in entry.items():
        name = str(given).strip().lower()
        if not name:
            continue
        if file is None and name in FILE_NAMES:
            file = None if value is None else str(value)
            continue
        name = _DUTCH.get(name, name)
        others[f"{name}_given" if name in PROGRAMME_COLUMNS else name] = value
    return None if not file else (file, others)
