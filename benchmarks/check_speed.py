"""How much time and memory ``manifesto-check check`` takes, against pdfplumber in the same run.

    python benchmarks/check_speed.py [PROGRAMME.pdf] [--repeat N] [--assert]

Everything runs in processes of its own, in turns, so that other work on the
machine falls on all alike; figures are medians. CPU time is that of user and
system together. All run with compiled bytecode, as pip leaves it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
COMMAND = (sys.executable, "-m", "manifesto_check")
PDFPLUMBER = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as document:
    for page in document.pages:
        page.extract_text()
        {after}
"""
PLAIN = PDFPLUMBER.format(after="pass")
CLOSING = PDFPLUMBER.format(after="page.close()")
"""Forgets each page after use: less memory, and so less for Python to clear up."""
HELP_RUNS = 10
MAX_RATIO = 0.5
MAX_BYTES = 1_000_000_000
MAX_HELP_SECONDS = 0.3


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of CPU, seconds on the clock, bytes at its peak."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True)
class Row:
    """A line of the table: a figure, and the target that it has to meet if there is one."""

    what: str
    figure: str
    target: str = ""
    is_met: bool = True


def main() -> int:
    """Measure, print the table, and return the exit code."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        rows = _rows(arguments.programme, arguments.repeat, Path(folder))
    _print(arguments.programme, rows)
    missed = not all(row.is_met for row in rows)
    return int(missed and arguments.must)


def _rows(programme: Path, repeat: int, folder: Path) -> list[Row]:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    environment["MANIFESTO_CHECK_CACHE"] = str(folder / "cache")
    check = (*COMMAND, "check", str(programme), "--format", "json", "--quiet")
    measure(check, environment)  # fills the cache, and compiles the bytecode of all
    measure((sys.executable, "-c", "import pdfplumber"), environment)
    plain, closing, warm, cold = [], [], [], []
    for number in range(repeat):
        plain.append(measure((sys.executable, "-c", PLAIN, str(programme)), environment))
        closing.append(measure((sys.executable, "-c", CLOSING, str(programme)), environment))
        warm.append(measure(check, environment))
        empty = {**environment, "MANIFESTO_CHECK_CACHE": str(folder / f"empty-{number}")}
        cold.append(measure(check, empty))
    shown = [measure((*COMMAND, "--help"), environment).wall for _ in range(HELP_RUNS)]
    ratio = _cpu(warm) / _cpu(plain)
    peak = max(run.peak for run in (*warm, *cold))
    help_seconds = median(shown)
    return [
        Row("pdfplumber's extract_text, CPU s", _seconds(plain)),
        Row("the same, each page closed after use, CPU s", _seconds(closing)),
        Row("check, first time for a list (cold), CPU s", _seconds(cold)),
        Row("check, later (warm), CPU s", _seconds(warm)),
        Row("warm / pdfplumber", f"{ratio:.2f}", f"< {MAX_RATIO}", ratio < MAX_RATIO),
        Row("warm / pdfplumber, pages closed", f"{_cpu(warm) / _cpu(closing):.2f}"),
        Row("check, most memory, MB", f"{peak / 1e6:.0f}", "< 1000", peak < MAX_BYTES),
        Row(
            f"--help, seconds, median of {HELP_RUNS}",
            f"{help_seconds:.2f}",
            f"< {MAX_HELP_SECONDS}",
            help_seconds < MAX_HELP_SECONDS,
        ),
    ]


def measure(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit)


def _cpu(runs: Sequence[Run]) -> float:
    return median(run.cpu for run in runs)


def _seconds(runs: Sequence[Run]) -> str:
    seconds = sorted(run.cpu for run in runs)
    return f"{median(seconds):.2f} ({seconds[0]:.2f} to {seconds[-1]:.2f})"


def _print(programme: Path, rows: Sequence[Row]) -> None:
    load = "/".join(f"{part:.1f}" for part in os.getloadavg())
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"{programme.name}; Python {version}; {os.cpu_count()} cores, load {load}")
    width = max(len(row.what) for row in rows)
    for row in rows:
        verdict = "" if not row.target else "ok" if row.is_met else "MISSED"
        print(f"{row.what:{width}}  {row.figure:22}{row.target:8}{verdict}".rstrip())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "programme",
        nargs="?",
        type=Path,
        help="a programme (default: the largest example)",
    )
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="runs of each (3)")
    parser.add_argument(
        "--assert", dest="must", action="store_true", help="exit with 1 if a target is missed"
    )
    arguments = parser.parse_args()
    if arguments.programme is None:
        arguments.programme = max(EXAMPLES.glob("*.pdf"), key=lambda path: path.stat().st_size)
    if not arguments.programme.is_file():
        parser.error(f"no such file: {arguments.programme}")
    if arguments.repeat < 1:
        parser.error("--repeat must be at least 1")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
