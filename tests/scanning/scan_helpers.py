"""A small list, results on it, and the command in a process of its own."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from manifesto_check.model import Status
from manifesto_check.scanning.outcomes import Outcome
from manifesto_check.scanning.rows import quoted

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.pdf"))
LIST = """\
schema_version: 1
sources:
- id: A
  title: Een eigen lijst
  file: lijst.pdf
  themes:
  - id: A1
    title: Wonen
    recommendations:
    - id: A1.1
      measures:
      - id: A1.1a
        text: Bouw meer sociale huurwoningen
      - id: A1.1b
        text: Ga huisuitzettingen tegen
  - id: A2
    title: Alleen genoemd
    title_only: true
    recommendations:
    - id: A2.1
      measures:
      - id: A2.1a
        text: Laat de bus ook in de avond rijden
"""
TABLES = ("verdicts", "quotes", "theme_coverage", "source_coverage")


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "manifesto_check", "scan", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "MANIFESTO_CHECK_LANGUAGE": "nl", **more}


def scan(*arguments: str | Path, timeout: float = 300) -> subprocess.CompletedProcess[str]:
    """Run a scan to its end."""
    return subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        timeout=timeout,
        check=False,
    )


def rows(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that a store says of programmes, with their paths instead of their numbers."""
    with sqlite3.connect(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = {}
        for table in TABLES:
            query = f"SELECT p.path, t.* FROM {table} t JOIN programmes p ON p.id = t.programme"
            found[table] = sorted((r[0], *r[2:]) for r in connection.execute(query))
        columns = [row[1] for row in connection.execute("PRAGMA table_info(programmes)")]
        shown = [f"p.{quoted(name)}" for name in columns if name not in ("id", "settings")]
        chosen = ", ".join([*shown, "s.key"])
        query = f"SELECT {chosen} FROM programmes p JOIN settings s ON s.id = p.settings"
        found["programmes"] = sorted(connection.execute(query))
    connection.close()
    return found


def report(verdict: str = "covered", quote: str = "Wij bouwen huizen.") -> dict[str, Any]:
    """A report of a programme in the form of the JSON contract, on the small list."""
    evidence = {
        "page": 2,
        "page_end": 3,
        "page_label": "1",
        "section": "Wonen",
        "quote": quote,
        "score": 0.8,
    }
    measures = [
        {
            "id": name,
            "verdict": verdict if name == "A1.1a" else "absent",
            "confidence": 0.9,
            "p_found": 0.7,
            "uncertain": False,
            "evidence": [evidence] if name == "A1.1a" and verdict != "absent" else [],
        }
        for name in ("A1.1a", "A1.1b", "A2.1a")
    ]
    counts = {"coverage": 50.0, "covered": 1, "partial": 0, "absent": 1, "opposed": 0}
    none = {"coverage": None, "covered": 0, "partial": 0, "absent": 0, "opposed": 0}
    return {
        "programme": {
            "path": "x.pdf",
            "sha256": "ab",
            "pages": 12,
            "words": 3400,
            "status": Status.READ.value,
            "unreadable_pages": [],
            "title": "Samen",
        },
        "sources": [{"id": "A", **counts}],
        "themes": [{"id": "A1", **counts}, {"id": "A2", **none}],
        "measures": measures,
    }


def outcome(verdict: str = "covered", quote: str = "Wij bouwen huizen.") -> Outcome:
    return Outcome.of_report(report(verdict, quote))
