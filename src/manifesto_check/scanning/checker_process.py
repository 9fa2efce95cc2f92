"""One checker in a process of its own, which can be killed: the scan's side of it."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from manifesto_check.errors import UsageError
from manifesto_check.scanning.changes import different
from manifesto_check.scanning.clock import Clock
from manifesto_check.scanning.frames import Message, read_frame, write_frame
from manifesto_check.scanning.outcomes import Cause, Failure, Outcome
from manifesto_check.scanning.phrases import ScanPhrase
from manifesto_check.scanning.settings import Settings
from manifesto_check.telling import ToldUsageError

Watch = Callable[[str], None]
"""Called with the name of each step as it begins, from the thread that waits for it."""

START_SECONDS = 900.0
"""How long a checker may take to load: the vectors of a large list of one's own take minutes."""
LOOK_EVERY = 0.05
"""Seconds between two looks at the memory of a checker."""
RENEW_AFTER = 100
"""Programmes that a process serves: its vocabulary grows by about a megabyte with each."""
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one programme may cost.

    Attributes:
        seconds: of wall time, without the loading of a new checker and without OCR,
            which has its own limit for each page.
        memory: bytes that a checker may hold at any moment, with what OCR takes for it.
    """

    seconds: float = 120.0
    memory: int = 1500 * MEGABYTE


class StoppedError(Exception):
    """The scan is being stopped: there is no outcome."""


class CheckerProcess:
    """A checker in its own process, started when needed and replaced when it had to be killed.

    One thread at a time may use it; :meth:`kill` may be called from any other.
    """

    def __init__(self, settings: Settings, limits: Limits) -> None:
        """Start nothing yet."""
        self._settings = settings
        self._limits = limits
        self._running: _Running | None = None
        self._stopped = False
        self._lock = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The number of the process, None where none runs."""
        running = self._running
        return None if running is None else running.pid

    def check(self, path: str, file: Path, watch: Watch) -> Outcome:
        """Check one programme, within the limits.

        A crash, or too much memory, in a process that had checked others
        before may be their fault: the programme then gets a second chance in a
        new one.

        Args:
            path: how reports name the programme.
            file: where it is.
            watch: is told of each step.

        Raises:
            UsageError: no checker can be started with these settings and limits.
            StoppedError: the process was killed by :meth:`kill`.
        """
        outcome, was_fresh = self._attempt(path, file, watch)
        again = (Failure.CRASH.name, Failure.MEMORY.name)
        if outcome.cause is not None and outcome.cause.code in again and not was_fresh:
            outcome, _ = self._attempt(path, file, watch)
        return outcome

    def kill(self, *, for_good: bool = True) -> None:
        """End the process now; with ``for_good`` no other will be started."""
        with self._lock:
            self._stopped = self._stopped or for_good
            running, self._running = self._running, None
        if running is not None:
            running.kill()

    def _attempt(self, path: str, file: Path, watch: Watch) -> tuple[Outcome, bool]:
        running = self._started(watch)
        was_fresh = running.served == 0
        running.served += 1
        outcome = self._answer(running, path, file, watch)
        if self._stopped:
            raise StoppedError
        if outcome.cause is not None and outcome.cause.code in Failure.__members__:
            self.kill(for_good=False)
        elif running.served >= RENEW_AFTER or running.memory() > self._limits.memory // 2:
            self.kill(for_good=False)  # the next programme begins with a small one
        return outcome, was_fresh

    def _started(self, watch: Watch) -> _Running:
        with self._lock:
            if self._stopped:
                raise StoppedError
            if self._running is not None and self._running.is_alive:
                return self._running
            self._running = running = _Running()
        watch("loading")
        limits = {"seconds": self._limits.seconds, "memory": self._limits.memory}
        components = self._settings.description["components"]
        settings = self._settings.to_message()
        running.send({"settings": settings, "limits": limits, "components": components})
        answer, failure = running.answer(START_SECONDS, self._limits.memory, lambda step: None)
        if answer is not None and "ready" in answer:
            return running
        self.kill(for_good=False)
        if self._stopped:
            raise StoppedError
        if answer is not None and "refused" in answer:
            raise UsageError(str(answer["refused"]))
        if answer is not None and "components" in answer:
            raise _other_components(answer, components)
        raise ToldUsageError.of(
            ScanPhrase.NO_START,
            reason=failure or running.how_it_ended(),
            limit=self._limits.memory // MEGABYTE,
        )

    def _answer(self, running: _Running, path: str, file: Path, watch: Watch) -> Outcome:
        megabytes = self._limits.memory // MEGABYTE
        running.send({"path": path, "file": str(file), "memory_mb": megabytes})
        answer, failure = running.answer(self._limits.seconds, self._limits.memory, watch)
        if answer is not None and "outcome" in answer:
            with suppress(KeyError, TypeError, ValueError, AttributeError):
                return Outcome.from_message(answer["outcome"])
        if failure is Failure.TIMEOUT:
            return Outcome(cause=Cause.failure(failure, limit=f"{self._limits.seconds:g}"))
        if failure is Failure.MEMORY or running.peak > 0.8 * self._limits.memory:
            return Outcome(cause=Cause.failure(Failure.MEMORY, limit=megabytes))
        return Outcome(cause=Cause.failure(Failure.CRASH, detail=running.how_it_ended()))


def _other_components(answer: Message, ours: Mapping[str, str]) -> ToldUsageError:
    """Return that a machine would not give the results that the scan's own would."""
    unlike = list(different(ours, answer["components"]))
    here = ", ".join(f"{name} {version or '-'}" for name, version, _ in unlike)
    there = ", ".join(f"{name} {version or '-'}" for name, _, version in unlike)
    machine = answer["machine"]
    return ToldUsageError.of(ScanPhrase.OTHER_COMPONENTS, machine=machine, here=here, there=there)


class _Running:
    """A started process with the thread that reads its answers."""

    def __init__(self) -> None:
        self.served = 0
        self.peak = 0
        self._has_children = False
        debug = bool(os.environ.get("MANIFESTO_CHECK_DEBUG"))
        command = [sys.executable, "-P", "-m", "manifesto_check.scanning.worker"]
        # A group of its own: Ctrl-C in the terminal is for the scan, which ends its checkers.
        apart: dict[str, Any] = {"process_group": 0}
        if sys.platform == "win32":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if debug else subprocess.DEVNULL,
            env={"OPENBLAS_NUM_THREADS": "1", **os.environ},
            **apart,
        )
        self._answers: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        assert self._process.stdout is not None  # noqa: S101 - for the type checker
        thread = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def send(self, message: Message) -> None:
        """Send a request; that nobody reads it shows as an end without an answer."""
        assert self._process.stdin is not None  # noqa: S101 - for the type checker
        with suppress(OSError, ValueError):
            write_frame(self._process.stdin, message)  # type: ignore[arg-type]

    def answer(
        self, seconds: float, memory: int, watch: Watch
    ) -> tuple[Message | None, Failure | None]:
        """Wait for an answer that is no step, within the limits.

        Returns:
            The answer, or None with the limit that was passed; None and None
            where the process ended without one.
        """
        clock = Clock(seconds)
        while True:
            try:
                message = self._answers.get(timeout=LOOK_EVERY)
            except queue.Empty:
                if self.memory() > memory:
                    self.kill()
                    return None, Failure.MEMORY
                if clock.is_over:
                    self.kill()
                    return None, Failure.TIMEOUT
                continue
            if message is None or "step" not in message:
                return message, None
            extra = float(message.get("seconds", 0.0))
            self._has_children = extra > 0
            clock.step(extra)
            watch(str(message["step"]))

    def memory(self) -> int:
        """Return the bytes that the process holds now, with those of OCR; 0 where it is gone."""
        import psutil

        try:
            process = psutil.Process(self.pid)
            held = int(process.memory_info().rss)
            for child in process.children(recursive=True) if self._has_children else ():
                with suppress(psutil.Error):
                    held += int(child.memory_info().rss)
        except psutil.Error:
            return 0
        self.peak = max(self.peak, held)
        return held

    def kill(self) -> None:
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if stream is self._process.stdin and stream is not None:
                    stream.close()

    def how_it_ended(self) -> str:
        """Return the signal or exit code with which the process ended."""
        import signal

        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)
        code = self._process.poll()
        if code is not None and code < 0:
            with suppress(ValueError):
                return signal.Signals(-code).name
        return f"exit {code}"

    def _listen(self, stream: IO[bytes]) -> None:
        message: Message | None = {}
        while message is not None:
            try:
                message = read_frame(stream)  # type: ignore[arg-type]
            except (OSError, ValueError):
                message = None
            self._answers.put(message)
        stream.close()
