"""What the parties of a comparison are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from manifesto_check.model import Report
from manifesto_check.reports.programme_words import programme_name
from manifesto_check.reports.text import printable

NAMES_FILE = "programmes.yaml"
MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Compared:
    """A report, and the file that the user gave: a programme, or a JSON report on it."""

    report: Report
    file: Path


def names_of(compared: Sequence[Compared], given: Sequence[str] = ()) -> list[str]:
    """Return a name for each, all different and safe to show.

    That is the one given; else the party in a ``programmes.yaml`` beside the
    file; else the programme's title, or the name of its file. Where two are
    the same the year or the place is added, else a number.

    Args:
        compared: what is compared.
        given: names in the same order; there may be fewer.
    """
    rows = [_row(one) for one in compared]
    names = []
    for number, (one, row) in enumerate(zip(compared, rows, strict=True)):
        own = given[number] if number < len(given) else row.get("party", "")
        names.append(printable(own) or programme_name(one.report.programme) or "?")
    for field in ("year", "municipality"):
        twice = {name for name, count in Counter(names).items() if count > 1}
        names = [
            f"{name} {row[field]}" if name in twice and row.get(field) and n >= len(given) else name
            for n, (name, row) in enumerate(zip(names, rows, strict=True))
        ]
    return _numbered(names)


def _numbered(names: Sequence[str]) -> list[str]:
    taken: set[str] = set()
    different = []
    for name in names:
        number, shown = 1, name
        while shown in taken:
            number += 1
            shown = f"{name} ({number})"
        taken.add(shown)
        different.append(shown)
    return different


def _row(one: Compared) -> dict[str, str]:
    file = one.report.programme.path.replace("\\", "/").rsplit("/", 1)[-1]
    return _rows(one.file.parent / NAMES_FILE).get(file, {})


@cache
def _rows(path: Path) -> dict[str, dict[str, str]]:
    """Return party, year and municipality by file; nothing where the list cannot be read.

    Only names are taken from it, so a list of another form is not an error.
    """
    import yaml

    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return {}
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return {}
    rows = data if isinstance(data, list) else []
    return {
        row["file"]: {k: _plain(row.get(k)) for k in ("party", "year", "municipality")}
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("file"), str)
    }


def _plain(value: Any) -> str:
    return printable(str(value)) if isinstance(value, str | int) else ""
