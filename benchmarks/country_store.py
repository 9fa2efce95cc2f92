"""Make a store as large as a country out of a small one, by copying and varying real results.

python benchmarks/country_store.py results.db country.db [--programmes 3400] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import sys
from pathlib import Path

MUNICIPALITIES = 342
PARTIES = 40
CHANGED = 0.1
"""Share of the verdicts that are changed to another programme's."""


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--programmes", type=int, default=3400)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    enlarge(arguments.source, arguments.target, arguments.programmes, arguments.seed)
    return 0


def enlarge(source: Path, target: Path, programmes: int, seed: int) -> None:
    """Copy a store, and fill it up to a number of programmes."""
    random_ = random.Random(seed)
    shutil.copyfile(source, target)
    with sqlite3.connect(target) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(programmes)")]
        for name in ("party", "municipality", "year"):
            if name not in columns:
                connection.execute(f"ALTER TABLE programmes ADD COLUMN {name}")
        real = [row[0] for row in connection.execute("SELECT id FROM programmes ORDER BY path")]
        for number in range(len(real), programmes):
            _copy(connection, random_.choice(real), number, random_)
    connection.close()


def _copy(connection: sqlite3.Connection, one: int, number: int, random_: random.Random) -> None:
    party = min(int(random_.expovariate(0.15)), PARTIES - 1)
    town = number % MUNICIPALITIES
    path = f"gemeente-{town:03}/partij-{party:02}-{number:04}.pdf"
    cursor = connection.execute(
        "INSERT INTO programmes (path, sha256, settings, status, pages, words, title, "
        "unreadable_pages, reason_code, reason_nl, reason_en, party, municipality, year) "
        "SELECT ?, hex(randomblob(32)), settings, status, pages, words, title, unreadable_pages, "
        "reason_code, reason_nl, reason_en, ?, ?, ? FROM programmes WHERE id = ?",
        (
            path,
            f"Partij {party:02}",
            f"Gemeente {town:03}",
            random_.choice([2018, 2022, 2026]),
            one,
        ),
    )
    new = cursor.lastrowid
    for table, rest in (
        ("verdicts", "measure, verdict, confidence, p_found, uncertain"),
        (
            "quotes",
            "measure, rank, page, page_end, page_label, line, section, quote, score",
        ),
        ("theme_coverage", "theme, coverage, covered, partial, absent, opposed"),
        ("source_coverage", "source, coverage, covered, partial, absent, opposed"),
    ):
        connection.execute(
            f"INSERT INTO {table} SELECT ?, {rest} FROM {table} WHERE programme = ?", (new, one)
        )
    found = connection.execute(
        "SELECT measure FROM verdicts WHERE programme = ? AND verdict IN ('covered', 'partial')",
        (new,),
    ).fetchall()
    for (measure,) in found:
        if random_.random() < CHANGED:
            other = random_.choice(["covered", "partial", "opposed"])
            connection.execute(
                "UPDATE verdicts SET verdict = ? WHERE programme = ? AND measure = ?",
                (other, new, measure),
            )


if __name__ == "__main__":
    sys.exit(main())
