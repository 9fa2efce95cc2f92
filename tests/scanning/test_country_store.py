"""The benchmark's store as large as a country: what ``export`` and ``overview`` are tried on."""

import sqlite3
import subprocess
import sys
from pathlib import Path

from scan_helpers import outcome

from manifesto_check.model import Verdict
from manifesto_check.reports.interface import Language
from manifesto_check.scanning.overview.pages import overview_pages
from manifesto_check.scanning.settings import Settings
from manifesto_check.scanning.store import Store

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "country_store.py"


def test_it_fills_every_column_of_the_store_of_today(tmp_path: Path, settings: Settings) -> None:
    small, large = tmp_path / "small.db", tmp_path / "large.db"
    with Store.create(small) as store:
        number = store.add_settings(settings)
        for name, verdict in (("a.pdf", Verdict.COVERED), ("b.pdf", Verdict.PARTIAL)):
            store.record(name, name, number, outcome(verdict, "Wij bouwen huizen."), {})
    command = [sys.executable, str(SCRIPT), str(small), str(large), "--programmes", "25"]
    subprocess.run(command, check=True)
    with sqlite3.connect(large) as connection:
        (programmes,) = connection.execute("SELECT count(*) FROM programmes").fetchone()
        (towns,) = connection.execute(
            "SELECT count(DISTINCT municipality) FROM programmes"
        ).fetchone()
        (quoted,) = connection.execute("SELECT count(DISTINCT programme) FROM quotes").fetchone()
    connection.close()
    assert (programmes, towns, quoted) == (25, 23, 25)
    with Store.read_only(large) as store:
        pages = dict(overview_pages(store, tmp_path, Language.NL))
    assert len(pages) == 1 + programmes
