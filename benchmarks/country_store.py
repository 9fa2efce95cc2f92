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
        known = _columns(connection, "programmes")
        for name in ("party", "municipality", "year"):
            if name not in known:
                connection.execute(f"ALTER TABLE programmes ADD COLUMN {name}")
        real = [row[0] for row in connection.execute("SELECT id FROM programmes ORDER BY path")]
        for number in range(len(real), programmes):
            _copy(connection, random_.choice(real), number, random_)
    connection.close()


def _copy(connection: sqlite3.Connection, one: int, number: int, random_: random.Random) -> None:
    party = min(int(random_.expovariate(0.15)), PARTIES - 1)
    town = number % MUNICIPALITIES
    path = f"gemeente-{town:03}/partij-{party:02}-{number:04}.pdf"
    changed = {
        "path": path,
        "party": f"Partij {party:02}",
        "municipality": f"Gemeente {town:03}",
        "year": random_.choice([2018, 2022, 2026]),
    }
    kept = ", ".join(_columns(connection, "programmes", "id", "sha256", *changed))
    cursor = connection.execute(
        f"INSERT INTO programmes ({', '.join(changed)}, sha256, {kept}) "
        f"SELECT ?, ?, ?, ?, hex(randomblob(32)), {kept} FROM programmes WHERE id = ?",
        (*changed.values(), one),
    )
    new = cursor.lastrowid
    for table in ("verdicts", "quotes", "theme_coverage", "source_coverage"):
        kept = ", ".join(_columns(connection, table, "programme"))
        connection.execute(
            f"INSERT INTO {table} (programme, {kept}) "
            f"SELECT ?, {kept} FROM {table} WHERE programme = ?",
            (new, one),
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


def _columns(connection: sqlite3.Connection, table: str, *without: str) -> list[str]:
    rows = connection.execute(f"PRAGMA table_info({table})")
    return [name for _, name, *_ in rows if name not in without]


if __name__ == "__main__":
    sys.exit(main())
