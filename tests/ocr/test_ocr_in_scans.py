"""Scans of programmes with pages that are pictures."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from time import monotonic, sleep

import psutil
from ocr_helpers import EXAMPLE, needs_ocr, scanned

from manifesto_check.ocr.mode import OcrMode
from manifesto_check.scanning.checker_process import MEGABYTE, Limits, StoppedError
from manifesto_check.scanning.outcomes import Failure
from manifesto_check.scanning.pool import CheckerPool, Task
from manifesto_check.scanning.reports import reports_of
from manifesto_check.scanning.settings import Settings
from manifesto_check.scanning.store import Store

pytestmark = needs_ocr
SETTINGS = Settings.load(None, ocr=OcrMode.AUTO)


def scan_file(folder: Path, pages: tuple[int, ...]) -> Path:
    path = folder / "scan.pdf"
    path.write_bytes(scanned(EXAMPLE.read_bytes(), pages, dpi=200))
    return path


def test_the_store_says_what_ocr_read_and_a_change_of_ocr_is_a_change(tmp_path: Path) -> None:
    path, store = scan_file(tmp_path, (2, 3)), tmp_path / "r.db"

    def scan(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "manifesto_check", "scan", str(path), "--store"]
        return subprocess.run(
            [*command, str(store), *options], capture_output=True, text=True, check=False
        )

    assert scan("--ocr", "off").returncode == 3
    with sqlite3.connect(store) as connection:
        reason = connection.execute("SELECT reason_code FROM programmes").fetchone()
    assert reason == ("OCR_OFF",)
    done = scan()
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(store) as connection:
        status, pages = connection.execute("SELECT status, ocr_pages FROM programmes").fetchone()
        quotes = connection.execute("SELECT DISTINCT ocr FROM quotes").fetchall()
    connection.close()
    assert (status, json.loads(pages), quotes) == ("read", [1, 2], [(1,)])
    assert "1 daarvan stond al in" in scan().stderr


def test_versions_that_ocr_reads_are_compared(tmp_path: Path) -> None:
    path, store = scan_file(tmp_path, (2, 3)), tmp_path / "r.db"

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "manifesto_check", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert run("diff", str(path), str(path), "--ocr", "off").returncode == 3
    same = run("diff", str(path), str(path), "--fail-on-loss")
    assert same.returncode == 0, same.stderr
    assert run("scan", str(path), "--store", str(store)).returncode == 0
    since = run("scan", str(path), "--store", str(store), "--baseline", str(store))
    assert since.returncode == 0, since.stderr
    with Store.read_only(store) as opened:
        [report] = reports_of(opened)
    assert report.programme.ocr_pages == (1, 2)
    assert {e.ocr for m in report.measures for e in m.judgement.evidence} == {True}


def test_memory_of_ocr_counts_and_nothing_is_left_of_it(tmp_path: Path) -> None:
    path = scan_file(tmp_path, tuple(range(6)))
    before = {process.pid for process in psutil.process_iter()}
    pool = CheckerPool(SETTINGS, Limits(memory=1500 * MEGABYTE))
    try:
        pool.check(Task(str(EXAMPLE)))  # loads
        held = psutil.Process(pool.pids[0]).memory_info().rss
        pool._limits = Limits(memory=held + 60 * MEGABYTE)
        pool._all[0]._limits = pool._limits
        done = pool.check(Task(str(path)))
    finally:
        pool.close()
    assert done.cause is not None
    assert done.cause.code == Failure.MEMORY.name
    _gone(before)


def test_a_scan_that_is_stopped_leaves_no_ocr_behind(tmp_path: Path) -> None:
    path = scan_file(tmp_path, tuple(range(6)))
    before = {process.pid for process in psutil.process_iter()}
    begun = threading.Event()
    pool = CheckerPool(SETTINGS, Limits(), lambda *step: step[2] == "ocr" and begun.set())
    stopped: list[BaseException] = []

    def check() -> None:
        try:
            pool.check(Task(str(path)))
        except StoppedError as error:
            stopped.append(error)

    thread = threading.Thread(target=check)
    thread.start()
    assert begun.wait(180)
    sleep(2)
    pool.close()
    thread.join(20)
    assert stopped
    _gone(before)


def _gone(before: set[int]) -> None:
    """Wait until no process of OCR is there that was not there before."""
    ends = monotonic() + 20
    while new := [name for name in _ocr_processes(before) if name]:
        assert monotonic() < ends, new
        sleep(0.1)


def _ocr_processes(before: set[int]) -> list[str]:
    me = psutil.Process()
    found = []
    for process in psutil.process_iter():
        try:
            line = " ".join(process.cmdline()[:4])
        except psutil.Error:
            continue
        of_ocr = any(word in line for word in ("tesseract", "ocrmypdf", "ocr.keeper"))
        if of_ocr and process.pid not in before and process.pid != me.pid:
            found.append(line)
    return found
