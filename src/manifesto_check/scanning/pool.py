"""Checker processes that the threads of an executor share: as many as there are threads at work."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from manifesto_check.scanning.checker_process import CheckerProcess, Limits, StoppedError
from manifesto_check.scanning.outcomes import Outcome
from manifesto_check.scanning.settings import Settings

Steps = Callable[[int, str, str], None]
"""Called with the number of a worker (from 0), the path of its programme and the step it begins;
an empty path and step where it has nothing to do."""


@dataclass(frozen=True, slots=True)
class Task:
    """One programme to check.

    Attributes:
        path: how reports name it; also where it is, unless ``content`` is given.
        content: the bytes of the file, for a checker on another machine.
    """

    path: str
    content: bytes | None = field(default=None, repr=False)


class CheckerPool:
    """Lends checker processes to tasks, and starts one where none is free."""

    def __init__(self, settings: Settings, limits: Limits, steps: Steps | None = None) -> None:
        """Start nothing yet.

        Args:
            settings: what is checked against.
            limits: of one programme.
            steps: is told what each worker is at, from the thread of its task.
        """
        self._settings = settings
        self._limits = limits
        self._steps = steps or (lambda worker, path, step: None)
        self._lock = threading.Lock()
        self._all: list[CheckerProcess] = []
        self._free: list[int] = []
        self._closed = False

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that run now."""
        return [process.pid for process in self._all if process.pid is not None]

    def check(self, task: Task) -> Outcome:
        """Check one programme in a process of its own.

        Raises:
            UsageError: no checker can be started.
            StoppedError: the pool was closed.
        """
        number = self._borrow()

        def watch(step: str) -> None:
            self._steps(number, task.path, step)

        try:
            if task.content is None:
                return self._all[number].check(task.path, Path(task.path), watch)
            with tempfile.TemporaryDirectory(prefix="manifesto-check-") as folder:
                # Its name may tell what type of file it is.
                file = Path(folder) / f"programme{PurePath(task.path).suffix[:20]}"
                file.write_bytes(task.content)
                return self._all[number].check(task.path, file, watch)
        finally:
            self._steps(number, "", "")
            with self._lock:
                self._free.append(number)

    def close(self) -> None:
        """Kill all processes; tasks at work end with :class:`StoppedError`."""
        with self._lock:
            self._closed = True
            processes = list(self._all)
        for process in processes:
            process.kill()

    def _borrow(self) -> int:
        with self._lock:
            if self._closed:
                raise StoppedError
            if self._free:
                return self._free.pop()
            self._all.append(CheckerProcess(self._settings, self._limits))
            return len(self._all) - 1
