"""Whatever happens to a scan or its files, nothing that was done is lost, and every file counts."""

import importlib.util
import os
import random
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import sleep
from types import ModuleType

import pytest
from scan_helpers import ROOT, command, environment, rows, scan

KILLS = 20
MUTATED = 1000


@pytest.fixture
def mutate_pdfs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutate_pdfs", ROOT / "scripts/mutate_pdfs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def accounted(store: Path) -> dict[str, int]:
    """How many programmes have each status; every unreadable one has a reason in two languages."""
    with sqlite3.connect(store) as connection:
        assert connection.execute(
            "SELECT count(*) FROM programmes WHERE (status = 'unreadable') <> "
            "(coalesce(reason_code, '') <> '' AND coalesce(reason_nl, '') <> '' "
            "AND coalesce(reason_en, '') <> '')"
        ).fetchone() == (0,)
        query = "SELECT status, count(*) FROM programmes GROUP BY status"
        found = dict(connection.execute(query).fetchall())
    connection.close()
    return found


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_scan_that_is_killed_twenty_times_ends_as_an_undisturbed_one(
    tmp_path: Path, folder: Callable[[int], Path], list_file: Path
) -> None:
    programmes = folder(60)
    (programmes / "kapot.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    options = ("--recommendations", list_file, "--workers", "2")
    disturbed, calm = tmp_path / "disturbed.db", tmp_path / "calm.db"
    moments = random.Random(20)
    kept = 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            command(programmes, "--store", disturbed, *options),
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert process.stderr is not None
        # Some while it starts, most at a random moment after some programmes.
        for _ in range(moments.randrange(4)):
            process.stderr.readline()
        sleep(moments.uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stderr.close()
        if disturbed.exists():
            with sqlite3.connect(disturbed, timeout=60) as connection:
                known = "SELECT count(*) FROM sqlite_master WHERE name = 'programmes'"
                if connection.execute(known).fetchone()[0]:
                    count = connection.execute("SELECT count(*) FROM programmes").fetchone()[0]
                    assert count >= kept
                    kept = count
            connection.close()
    assert 10 < kept < 61
    assert scan(programmes, "--store", disturbed, *options).returncode == 3
    assert scan(programmes, "--store", calm, *options).returncode == 3
    assert rows(disturbed) == rows(calm)
    assert len(rows(calm)["programmes"]) == 61


@pytest.mark.slow
def test_damaged_programmes_are_all_accounted_for(
    tmp_path: Path, list_file: Path, mutate_pdfs: ModuleType
) -> None:
    mutate_pdfs.mutate(tmp_path / "damaged", MUTATED, seed=1)
    store = tmp_path / "r.db"
    done = scan(
        tmp_path / "damaged", "--store", store, "--recommendations", list_file, timeout=1200
    )
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    found = accounted(store)
    assert sum(found.values()) == MUTATED
    assert found["read"] > MUTATED / 10
    assert found["unreadable"] > MUTATED / 10


def test_the_same_seed_makes_the_same_damage(tmp_path: Path, mutate_pdfs: ModuleType) -> None:
    one, other = (mutate_pdfs.mutate(tmp_path / name, 8, seed=3) for name in ("one", "other"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
    assert len({path.read_bytes() for path in one}) == 8


@pytest.mark.slow
@pytest.mark.shared
def test_odd_pdfs_of_public_test_suites_are_all_accounted_for(
    tmp_path: Path, list_file: Path
) -> None:
    odd = ROOT / ".." / "shared" / "odd-pdfs"
    if not odd.is_dir():
        pytest.skip("needs the folder shared beside the repository")
    store = tmp_path / "r.db"
    done = scan(odd, "--store", store, "--recommendations", list_file, timeout=900)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert sum(accounted(store).values()) == len(list(odd.rglob("*.pdf")))
