"""A checker in a process of its own: ``python -m manifesto_check.scanning.worker``.

It reads messages (:mod:`manifesto_check.scanning.frames`) from stdin: first the
settings and limits, which it answers with ``ready`` or ``refused``, or with its
``components`` where these are not the scan's; then one programme after another,
each answered with its steps as they begin and with its outcome. It ends when
stdin does, so that it never outlives its scan, and when a programme takes far
longer than allowed, should nobody have killed it.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import platform
import queue
import sys
import threading
from typing import TYPE_CHECKING, Any, BinaryIO

from manifesto_check.errors import ManifestoCheckError, ProgrammeError
from manifesto_check.ocr.mode import OcrMode
from manifesto_check.scanning.clock import Clock
from manifesto_check.scanning.components import components
from manifesto_check.scanning.frames import Message, read_frame, write_frame
from manifesto_check.scanning.outcomes import Cause, Failure, Outcome
from manifesto_check.scanning.settings import Settings

if TYPE_CHECKING:
    from manifesto_check.checking import Checker

GRACE = 30.0
"""Seconds after its time limit when a checker that nobody killed ends itself."""


def main() -> None:
    """Serve the scan at the other end of stdin and stdout."""
    # Millions of objects live to the end: looking for cycles among them would cost a tenth.
    gc.set_threshold(1_000_000, 50, 100)
    requests, answers = _channels()
    hello = read_frame(requests)
    if hello is None:
        return
    limits = hello["limits"]
    limit_memory(int(limits["memory"]))
    settings = Settings.from_message(hello["settings"])
    theirs = hello.get("components", {})
    ours = components(settings.dutch_model, settings.ocr)
    if theirs != ours:
        write_frame(answers, {"machine": platform.node(), "components": ours})
        return
    try:
        checker = _checker(settings)
    except ManifestoCheckError as error:
        write_frame(answers, {"refused": str(error)})
        return
    gc.freeze()  # what was loaded stays
    write_frame(answers, {"ready": True})
    for request in _incoming(requests):
        faulthandler.dump_traceback_later(float(limits["seconds"]) + GRACE, exit=True)
        outcome = _outcome(checker, request, settings, _Teller(answers, float(limits["seconds"])))
        faulthandler.cancel_dump_traceback_later()
        write_frame(answers, {"outcome": outcome.to_message()})
        if outcome.cause is not None and outcome.cause.code == Failure.MEMORY.name:
            return  # whatever took the memory may still hold it
        # While the scan stores the outcome. What is left is kept for the programmes to come: the
        # next collection need not go through it again.
        gc.collect()
        gc.freeze()


def _channels() -> tuple[BinaryIO, BinaryIO]:
    """Take stdin and stdout for messages alone: what libraries print goes to stderr."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers


def limit_memory(limit: int) -> None:
    """Let the system refuse memory beyond ``limit`` bytes, where it can.

    The scan kills a checker that grows too large, but looks only every now and
    then: this limit is for what comes in one go.
    """
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _checker(settings: Settings) -> Checker:
    from manifesto_check.checking import Checker

    checker = Checker(settings.recommendations, dutch_model=settings.dutch_model)
    checker.load()
    return checker


def _incoming(requests: BinaryIO) -> Any:
    """Yield requests; a thread waits for them, to end the process at once when the scan does."""
    waiting: queue.SimpleQueue[Message] = queue.SimpleQueue()

    def listen() -> None:
        while (message := read_frame(requests)) is not None:
            waiting.put(message)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        yield waiting.get()


class _Teller:
    """Tells the scan each step as it begins; while OCR reads pages, they bring their own time."""

    def __init__(self, answers: BinaryIO, seconds: float) -> None:
        self._answers = answers
        self._clock = Clock(seconds + GRACE)

    def __call__(self, step: str) -> None:
        write_frame(self._answers, {"step": step})

    def ocr(self, pages: int) -> None:
        """Tell that OCR begins to read pages, perhaps once more, or with 0 that it is done."""
        from manifesto_check.ocr.engine import seconds_for

        seconds = seconds_for(pages) if pages else 0.0
        self._clock.step(seconds)
        faulthandler.dump_traceback_later(max(self._clock.left, 1.0), exit=True)
        if pages:
            write_frame(self._answers, {"step": "ocr", "seconds": seconds})
        else:
            self("reading")


def _outcome(checker: Checker, request: Message, settings: Settings, tell: _Teller) -> Outcome:
    try:
        return _checked(checker, request, settings, tell)
    except ProgrammeError as error:
        return Outcome(cause=Cause.of_error(error))
    except MemoryError:
        return Outcome(cause=Cause.failure(Failure.MEMORY, limit=request["memory_mb"]))
    except Exception as error:
        return Outcome(cause=Cause.failure(Failure.FAULT, detail=_where(error)))


def _checked(checker: Checker, request: Message, settings: Settings, tell: _Teller) -> Outcome:
    from dataclasses import replace

    from manifesto_check.checking import read
    from manifesto_check.ocr.engine import Ocr
    from manifesto_check.reports.interface import ReportOptions
    from manifesto_check.reports.json_format import report_object

    tell("reading")
    ocr = Ocr(tell=tell.ocr) if settings.ocr is OcrMode.AUTO else None
    (programme,) = read([request["file"]], password=settings.password, ocr=ocr)
    report = checker.check(replace(programme, path=request["path"]), tell)
    return Outcome.of_report(report_object(report, ReportOptions()))


def _where(error: Exception) -> str:
    """Return an error and the place in the tool where it happened, on one line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = ""
    if trace is not None:
        place = f", {trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
    detail = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {detail}{place}"


if __name__ == "__main__":
    try:
        main()
    except OSError:  # the scan is gone
        sys.exit(1)
