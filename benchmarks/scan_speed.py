"""Pages per second of ``manifesto-check scan`` against pdfplumber, and the memory of its workers.

    python benchmarks/scan_speed.py FOLDER... [--workers N] [--rounds N] [--assert]

The scan does all of its work (reading, matching, judging, storing); pdfplumber
only extracts the text of the same files, in the same number of processes. In
each round there is a scan before pdfplumber and one after it, so that a machine
that grows slower or faster does not favour either; the files have other bytes
each time, so that nothing is known from before. One scan of all together shows
whether workers grow.
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import psutil

MIN_RATIO = 4.0
MAX_BYTES = 800_000_000
MAX_GROWTH = 1.1
WORKER = "manifesto_check.scanning.worker"


@dataclass(frozen=True)
class Run:
    """What one scan took: seconds, CPU seconds, pages, and the memory of its workers over time."""

    seconds: float
    cpu: float
    pages: int
    memory: list[int]


def main() -> int:
    """Measure, print, and return the exit code."""
    arguments = _arguments()
    files = sorted(path for folder in arguments.folders for path in folder.rglob("*.pdf"))
    ratios: list[float] = []
    cpu: list[float] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for number in range(arguments.rounds):
            before, copies = _scanned(files, folder, f"{number}-before", arguments.workers)
            seconds, plumb_cpu = _plumb(copies, arguments.workers)
            after, _ = _scanned(files, folder, f"{number}-after", arguments.workers)
            pages = before.pages
            mine, my_cpu = (before.seconds + after.seconds) / 2, (before.cpu + after.cpu) / 2
            ratios.append(seconds / mine)
            cpu.append(plumb_cpu / my_cpu)
            print(f"round {number + 1}: {pages} pages; pages/s: scan {pages / mine:.1f}, ", end="")
            print(f"pdfplumber {pages / seconds:.1f}, ratio {ratios[-1]:.2f}; ", end="")
            print(f"CPU s a page: {my_cpu / pages:.4f}, {plumb_cpu / pages:.4f}")
        memory = _scan(
            sorted(f for f in folder.iterdir() if f.is_dir()), folder / "all.db", arguments.workers
        ).memory
    ratio = median(ratios)
    half = len(memory) // 2
    growth = max(memory[half:]) / max(memory[:half])
    print(f"median of the ratios {ratio:.2f} (at least {MIN_RATIO}); of CPU time {median(cpu):.2f}")
    print(f"most memory of a worker {max(memory) / 1e6:.0f} MB (under {MAX_BYTES / 1e6:.0f})")
    print(
        f"second half of a scan of {len(files) * arguments.rounds * 2} files over the first: ",
        end="",
    )
    print(f"{growth:.2f} (under {MAX_GROWTH})")
    met = ratio >= MIN_RATIO and max(memory) < MAX_BYTES and growth < MAX_GROWTH
    return int(arguments.must and not met)


def _scanned(files: list[Path], folder: Path, name: str, workers: int) -> tuple[Run, list[Path]]:
    """Scan copies of the files in a folder of their own; return these too."""
    copies = _copied(files, folder / name, name)
    return _scan([folder / name], folder / f"{name}.db", workers), copies


def _copied(files: list[Path], folder: Path, mark: str) -> list[Path]:
    folder.mkdir()
    copies = []
    for index, path in enumerate(files):
        copies.append(folder / f"{index:03}-{path.name}")
        copies[-1].write_bytes(path.read_bytes() + f"\n% {mark}\n".encode())
    return copies


def _scan(folders: list[Path], store: Path, workers: int) -> Run:
    command = [sys.executable, "-m", "manifesto_check", "scan", *map(str, folders)]
    command += ["--store", str(store), "--workers", str(workers), "--quiet", "--ocr", "off"]
    start, cpu = perf_counter(), _cpu()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    memory = []
    while process.poll() is None:
        memory.append(_largest_worker(process.pid))
        sleep(0.2)
    seconds = perf_counter() - start
    if process.returncode not in (0, 3):  # 3: some of the files are scans without text
        raise subprocess.CalledProcessError(process.returncode, command)
    with sqlite3.connect(store) as connection:
        pages = connection.execute("SELECT sum(pages) FROM programmes").fetchone()[0]
    connection.close()
    return Run(seconds, _cpu() - cpu, pages, memory)


def _largest_worker(pid: int) -> int:
    largest = 0
    try:
        for child in psutil.Process(pid).children(recursive=True):
            if WORKER in child.cmdline():
                largest = max(largest, child.memory_info().rss)
    except psutil.Error:
        pass
    return largest


def _cpu() -> float:
    """Return the CPU seconds of all processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _plumb(files: list[Path], workers: int) -> tuple[float, float]:
    start, cpu = perf_counter(), _cpu()
    with get_context("spawn").Pool(workers) as pool:
        for _ in pool.imap_unordered(_extract, map(str, files)):
            pass
        pool.close()
        pool.join()
    return perf_counter() - start, _cpu() - cpu


def _extract(path: str) -> None:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--assert", dest="must", action="store_true", help="exit with 1 if a target is missed"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
