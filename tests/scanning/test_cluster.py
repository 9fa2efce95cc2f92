"""A scan on a Dask cluster on this machine: a real scheduler and workers, some of them killed."""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest
from scan_helpers import EXAMPLES, command, environment, rows, scan

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a part of a cluster; all are ended after the test."""
    started = []

    def run(part: str, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{part}", *arguments, "--no-dashboard"],
            stderr=subprocess.DEVNULL,
            cwd=tmp_path,
            env=environment(),
        )
        started.append(process)
        return process

    yield run
    for process in reversed(started):
        process.kill()
        process.wait()


@pytest.fixture
def address(start: Start) -> str:
    """A scheduler without workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start("scheduler", "--host", "127.0.0.1", "--port", str(port))
    deadline = monotonic() + 60
    while monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(0.2)
        else:
            return f"tcp://127.0.0.1:{port}"
    raise TimeoutError("no scheduler")


def worker(start: Start, address: str) -> subprocess.Popen[bytes]:
    return start("worker", address, "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_gives_the_results_of_one_machine(
    tmp_path: Path, folder: Callable[[int], Path], list_file: Path, start: Start, address: str
) -> None:
    programmes = folder(24)
    (programmes / "kapot.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    doomed, _ = worker(start, address), worker(start, address)
    cluster, local = tmp_path / "cluster.db", tmp_path / "local.db"
    options = ("--recommendations", list_file)
    process = subprocess.Popen(
        command(programmes, "--store", cluster, *options, "--dask", address),
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    assert process.stderr is not None
    lines = [process.stderr.readline() for _ in range(6)]
    assert lines[-1].startswith("[6/25]"), lines
    checkers = psutil.Process(doomed.pid).children(recursive=True)
    assert checkers
    doomed.send_signal(signal.SIGKILL)
    rest = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=300) == 3, rest
    assert "Traceback" not in rest
    assert psutil.wait_procs(checkers, timeout=10)[1] == []
    assert scan(programmes, "--store", local, *options).returncode == 3
    assert rows(cluster) == rows(local)
    assert len(rows(local)["programmes"]) == 25


@pytest.mark.slow
def test_a_cluster_whose_scheduler_goes_keeps_what_is_done(
    tmp_path: Path, folder: Callable[[int], Path], list_file: Path, start: Start, address: str
) -> None:
    worker(start, address)
    options = (folder(20), "--store", tmp_path / "r.db", "--recommendations", list_file)
    process = subprocess.Popen(
        command(*options, "--dask", address), stderr=subprocess.PIPE, text=True, env=environment()
    )
    assert process.stderr is not None
    assert process.stderr.readline().startswith("[1/20]")
    for part in psutil.process_iter(["cmdline"]):
        words = part.info["cmdline"] or []
        if "distributed.cli.dask_scheduler" in words and address.rpartition(":")[2] in words:
            part.kill()
    rest = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=120) == 2
    assert "Dask-scheduler antwoordt niet meer" in rest.splitlines()[-1]
    assert "Traceback" not in rest
    assert rows(tmp_path / "r.db")["programmes"]


def test_no_scheduler_is_told(tmp_path: Path, list_file: Path) -> None:
    options = ("--store", tmp_path / "r.db", "--recommendations", list_file)
    for address, says in (
        ("tcp://127.0.0.1:1", "antwoordt geen Dask-scheduler"),
        ("x", "zoals tcp://"),
    ):
        done = scan(EXAMPLES[0], *options, "--dask", address)
        assert done.returncode == 2, done.stderr
        assert done.stderr.count("\n") == 1
        assert says in done.stderr
