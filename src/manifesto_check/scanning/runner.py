"""The scan itself: hands programmes to an executor and stores what comes of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from typing import Protocol

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Status
from manifesto_check.scanning.changes import Change, changes
from manifesto_check.scanning.inputs import ProgrammeFile
from manifesto_check.scanning.interrupts import held_interrupts
from manifesto_check.scanning.outcomes import LOCKED, RETRIED, Cause, Failure, Outcome
from manifesto_check.scanning.pool import Task
from manifesto_check.scanning.settings import Settings
from manifesto_check.scanning.store import Store

TRIES = 3
"""How often a programme is handed out again when what it was handed to is lost."""
LOOK_EVERY = 1.0
"""Seconds after which the number of places is asked for again."""


class Observer(Protocol):
    """What a scan tells as it goes."""

    def known(self, path: str, code: str) -> None:
        """Tell that a programme was in the store already; ``code`` is of its cause, if any."""
        ...

    def done(self, path: str, outcome: Outcome) -> None:
        """Tell that a programme is checked and stored."""
        ...


@dataclass(frozen=True, slots=True)
class Places:
    """Where programmes are checked.

    Attributes:
        executor: runs the tasks: threads here, or a cluster.
        check: what it runs for each; must be importable there.
        count: how many tasks there is room for now.
        sends_content: whether tasks hold the bytes of their file.
        is_lost: whether an error means that a worker went away, and the task may be tried again.
    """

    executor: Executor
    check: Callable[[Task], Outcome]
    count: Callable[[], int]
    sends_content: bool = False
    is_lost: Callable[[BaseException], bool] = lambda error: False


@dataclass(slots=True)
class Tally:
    """How many programmes of a scan ended how.

    Attributes:
        statuses: of all, also those that were in the store already.
        known: how many were in the store already.
        failed: how many ``retry_failed`` would do again.
        faults: how many show a fault of the tool.
    """

    statuses: dict[Status, int] = field(default_factory=lambda: dict.fromkeys(Status, 0))
    known: int = 0
    failed: int = 0
    faults: int = 0

    @property
    def total(self) -> int:
        """All programmes."""
        return sum(self.statuses.values())

    def count(self, status: Status, code: str) -> None:
        """Count one programme."""
        self.statuses[status] += 1
        self.failed += code in RETRIED
        self.faults += code == Failure.FAULT.name


@dataclass(frozen=True, slots=True)
class _Job:
    programme: ProgrammeFile
    sha256: str
    tries: int = 1


class Scan:
    """Scans programmes into a store; what is there already is not done again."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        observer: Observer,
        *,
        retry_failed: bool = False,
    ) -> None:
        """Prepare a scan.

        Args:
            store: where results go, and what was done before is found.
            settings: what is checked against.
            observer: is told how it goes.
            retry_failed: do programmes again on which the work failed (timeout,
                memory, crash, fault, a file that could not be opened).
        """
        self._store = store
        self._settings = settings
        self._observer = observer
        self._retry_failed = retry_failed
        self._id = store.add_settings(settings)
        self.tally = Tally()

    def run(self, programmes: Sequence[ProgrammeFile], places: Places) -> Tally:
        """Check all programmes that need it, and store each as soon as it is done.

        Raises:
            StoreError: a result cannot be stored.
            UsageError: no checker can be started.
            KeyboardInterrupt: Ctrl-C was pressed; what was done is stored.
        """
        self._store.add_columns([name for p in programmes for name in p.metadata])
        with held_interrupts() as check_interrupt:
            self._run(self._jobs(programmes, check_interrupt), places, check_interrupt)
        return self.tally

    def _run(
        self, jobs: Iterator[_Job], places: Places, check_interrupt: Callable[[], None]
    ) -> None:
        running: dict[Future[Outcome], _Job] = {}
        again: list[_Job] = []
        is_more = True
        try:
            while running or again or is_more:
                check_interrupt()
                while len(running) < places.count():
                    job = again.pop() if again else next(jobs, None)
                    if job is None:
                        is_more = False
                        break
                    if (task := self._task(job, places)) is not None:
                        running[places.executor.submit(places.check, task)] = job
                for future in _some(running):
                    again += self._finished(running.pop(future), future, places)
        finally:
            for future in running:
                future.cancel()

    def _jobs(
        self, programmes: Iterable[ProgrammeFile], check_interrupt: Callable[[], None]
    ) -> Iterator[_Job]:
        """Yield what is to be done, large files first; the rest is told and counted.

        A large file that came last would keep one worker busy while the others have nothing to do.
        """
        for programme in sorted(programmes, key=_size, reverse=True):
            check_interrupt()
            try:
                sha256 = _digest(Path(programme.path))
            except ProgrammeError as error:
                self._record(programme, None, Outcome(cause=Cause.of_error(error)))
                continue
            if not self._is_known(programme, sha256):
                yield _Job(programme, sha256)

    def _is_known(self, programme: ProgrammeFile, sha256: str) -> bool:
        code = self._store.find(programme.name, sha256, self._id)
        if code is None:
            if not self._store.copy(programme.name, sha256, self._id, programme.metadata):
                return False
            code = self._store.find(programme.name, sha256, self._id) or ""
        elif self._is_done_again(code):
            return False
        else:
            self._store.describe(programme.name, programme.metadata)
        self.tally.known += 1
        self.tally.count(self._store.status(programme.name), code)
        self._observer.known(programme.name, code)
        return True

    def _is_done_again(self, code: str) -> bool:
        if code in LOCKED:
            return self._settings.password is not None
        return self._retry_failed and code in RETRIED

    def _task(self, job: _Job, places: Places) -> Task | None:
        path = job.programme.path
        if not places.sends_content:
            return Task(path)
        try:
            return Task(path, Path(path).read_bytes())
        except OSError as error:
            gone = ProgrammeError.of(Problem.UNOPENED, path, detail=error.strerror or error)
            self._record(job.programme, job.sha256, Outcome(cause=Cause.of_error(gone)))
            return None

    def _finished(self, job: _Job, future: Future[Outcome], places: Places) -> list[_Job]:
        """Store what came of a job; return it where it is to be done again."""
        error = CancelledError() if future.cancelled() else future.exception()
        if error is None:
            self._record(job.programme, job.sha256, future.result())
        elif not places.is_lost(error):
            raise error
        elif job.tries < TRIES:
            return [_Job(job.programme, job.sha256, job.tries + 1)]
        else:
            cause = Cause.failure(Failure.CRASH, detail=type(error).__name__)
            self._record(job.programme, job.sha256, Outcome(cause=cause))
        return []

    def _record(self, programme: ProgrammeFile, sha256: str | None, outcome: Outcome) -> None:
        self._store.record(programme.name, sha256, self._id, outcome, programme.metadata)
        self.tally.count(outcome.status, outcome.cause.code if outcome.cause else "")
        self._observer.done(programme.name, outcome)


def outdated(
    store: Store, settings: Settings, programmes: Iterable[ProgrammeFile]
) -> list[tuple[int, list[Change]]]:
    """Return how many results are in a store that are made again, and what changed since.

    Returns:
        A count with its changes for each of the settings that some were made with.
    """
    others = store.made_otherwise(store.add_settings(settings))
    counts = Counter(others[p.name] for p in programmes if p.name in others)
    return [
        (count, changes(store.described(then), settings.description))
        for then, count in sorted(counts.items())
    ]


def _some(running: Iterable[Future[Outcome]]) -> set[Future[Outcome]]:
    """Wait a while until some are ready; also where there are none, as no worker is there yet."""
    waiting = list(running)
    if not waiting:
        sleep(LOOK_EVERY / 10)
        return set()
    return wait(waiting, LOOK_EVERY, FIRST_COMPLETED).done


def _size(programme: ProgrammeFile) -> int:
    """Return the bytes of a programme's file, 0 where that is not known."""
    with suppress(OSError, ValueError):
        return Path(programme.path).stat().st_size
    return 0


def _digest(path: Path) -> str:
    """Return the sha256 of a file's bytes.

    Raises:
        ProgrammeError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise ProgrammeError.of(Problem.MISSING, path) from None
    except PermissionError:
        raise ProgrammeError.of(Problem.FORBIDDEN, path) from None
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or error
        raise ProgrammeError.of(Problem.UNOPENED, path, detail=detail) from None
