"""Checkers in processes of their own: killed, crashed, too slow, too large, and going on after."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest
from scan_helpers import EXAMPLES

from manifesto_check.errors import UsageError
from manifesto_check.model import Status
from manifesto_check.scanning import checker_process
from manifesto_check.scanning.checker_process import MEGABYTE, Limits, StoppedError
from manifesto_check.scanning.pool import CheckerPool, Task
from manifesto_check.scanning.settings import Settings

Made = Callable[..., CheckerPool]


@pytest.fixture
def made(settings: Settings) -> Iterator[Made]:
    """Make a pool, which is closed after the test."""
    pools = []

    def make(**options: object) -> CheckerPool:
        limits = Limits(**{k: v for k, v in options.items() if k != "steps"})  # type: ignore[arg-type]
        pools.append(CheckerPool(settings, limits, options.get("steps")))  # type: ignore[arg-type]
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


def test_a_programme_is_checked_and_its_steps_are_told(made: Made) -> None:
    told: list[tuple[int, str, str]] = []
    pool = made(steps=lambda *step: told.append(step))
    path = str(EXAMPLES[0])
    done = pool.check(Task(path))
    assert done.status is Status.READ
    assert done.programme["path"] == path
    assert [step for _, _, step in told] == ["loading", "reading", "dutch", "matching", ""]
    assert {worker for worker, _, _ in told} == {0}


def test_content_from_elsewhere_is_checked_under_its_own_name(made: Made) -> None:
    here = made()
    sent = here.check(Task("elders/x.pdf", EXAMPLES[0].read_bytes()))
    assert sent.programme["path"] == "elders/x.pdf"
    assert sent.report is not None
    local = here.check(Task(str(EXAMPLES[0]))).report
    assert local is not None
    assert local["measures"] == sent.report["measures"]


def test_one_process_serves_many_and_ends_with_the_pool(made: Made) -> None:
    pool = made()
    pool.check(Task(str(EXAMPLES[0])))
    [pid] = pool.pids
    pool.check(Task(str(EXAMPLES[1])))
    assert pool.pids == [pid]
    pool.close()
    assert not psutil.pid_exists(pid)
    with pytest.raises(StoppedError):
        pool.check(Task(str(EXAMPLES[0])))


def test_a_process_is_renewed_before_it_has_grown_large(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker_process, "RENEW_AFTER", 2)
    pool = made()
    pool.check(Task(str(EXAMPLES[0])))
    [pid] = pool.pids
    assert pool.check(Task(str(EXAMPLES[1]))).status is Status.READ
    assert not psutil.pid_exists(pid)
    assert pool.check(Task(str(EXAMPLES[2]))).status is Status.READ


def test_a_file_that_is_no_programme_is_the_files_fault(made: Made, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.pdf"
    broken.write_bytes(b"%PDF-1.7 en dan niets")
    cause = made().check(Task(str(broken))).cause
    assert cause is not None
    assert cause.code == "BROKEN"


def test_what_takes_too_long_is_killed_and_the_next_goes_on(made: Made) -> None:
    pool = made(seconds=0.05)
    cause = pool.check(Task(str(EXAMPLES[0]))).cause
    assert cause is not None
    assert (cause.code, cause.values) == ("TIMEOUT", {"limit": "0.05"})
    assert pool.pids == []
    assert pool.check(Task("weg.pdf")).cause is not None  # a new process answers


def test_what_takes_too_much_memory_is_killed(made: Made, tmp_path: Path) -> None:
    large = tmp_path / "groot.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(450 * MEGABYTE)  # read whole, so more than the limit
    pool = made(memory=400 * MEGABYTE)
    cause = pool.check(Task(str(large))).cause
    assert cause is not None
    assert (cause.code, cause.values) == ("MEMORY", {"limit": "400"})
    assert pool.check(Task(str(EXAMPLES[0]))).status is Status.READ


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_crash_takes_only_its_own_programme_down(made: Made) -> None:
    crashing = threading.Event()
    pool: CheckerPool

    def steps(worker: int, path: str, step: str) -> None:
        if path == str(EXAMPLES[0]) and step == "reading":
            pid = pool._all[worker].pid
            assert pid is not None
            os.kill(pid, signal.SIGSEGV)
            crashing.set()

    pool = made(steps=steps)
    with ThreadPoolExecutor(2) as executor:
        bad = executor.submit(pool.check, Task(str(EXAMPLES[0])))
        good = executor.submit(pool.check, Task(str(EXAMPLES[1])))
        cause = bad.result().cause
        assert cause is not None
        assert (cause.code, cause.values) == ("CRASH", {"detail": "SIGSEGV"})
        assert good.result().status is Status.READ
    assert crashing.is_set()


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_crash_of_a_process_that_served_before_gets_a_second_chance(made: Made) -> None:
    killed = []

    def steps(worker: int, path: str, step: str) -> None:
        if path == str(EXAMPLES[1]) and step == "reading" and not killed:
            killed.append(pool.pids[0])
            os.kill(killed[0], signal.SIGKILL)

    pool = made(steps=steps)
    pool.check(Task(str(EXAMPLES[0])))
    assert pool.check(Task(str(EXAMPLES[1]))).status is Status.READ
    assert len(killed) == 1


def test_closing_ends_what_is_at_work(made: Made) -> None:
    pool = made()
    with ThreadPoolExecutor(1) as executor:
        future = executor.submit(pool.check, Task(str(EXAMPLES[0])))
        while not pool.pids:
            sleep(0.01)
        start = monotonic()
        pool.close()
        with pytest.raises(StoppedError):
            future.result(timeout=30)
    assert monotonic() - start < 10


def test_settings_that_no_checker_can_use_are_told(settings: Settings) -> None:
    from dataclasses import replace

    pool = CheckerPool(replace(settings, dutch_model="geen_model"), Limits())
    with pytest.raises(UsageError, match="geen_model"):
        pool.check(Task(str(EXAMPLES[0])))
    pool.close()


def test_too_little_memory_to_start_is_told(settings: Settings) -> None:
    pool = CheckerPool(settings, Limits(memory=60 * MEGABYTE))
    with pytest.raises(UsageError, match="--memory-limit"):
        pool.check(Task(str(EXAMPLES[0])))
    pool.close()
