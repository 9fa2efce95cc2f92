"""How far a scan is, on stderr: live on a terminal, else a line for each programme."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from manifesto_check.cli.guard import say
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.scan_texts import ScanTexts, scan_texts_in
from manifesto_check.cli.screen import is_dumb, is_terminal, uses_colour
from manifesto_check.counting import Count
from manifesto_check.model import FileType, Status
from manifesto_check.reports.interface import FEW_WORDS, Language
from manifesto_check.scanning.outcomes import Outcome

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

REFRESH = 4
"""Times a second that a live display is drawn."""
SHOWN_WORKERS = 16


class ScanDisplay(Protocol):
    """What a scan tells its user; also the observer of the scan and its pool."""

    def known(self, path: str, code: str) -> None:
        """Tell that a programme was in the store already."""
        ...

    def done(self, path: str, outcome: Outcome) -> None:
        """Tell that a programme is checked and stored."""
        ...

    def step(self, worker: int, path: str, step: str) -> None:
        """Tell what a worker begins with; called from the threads of the workers."""
        ...


@contextmanager
def scan_display(total: int, language: Language, *, quiet: bool) -> Iterator[ScanDisplay]:
    """Show how a scan of ``total`` programmes goes while the block runs."""
    if quiet:
        yield _Errors(language)
        return
    if is_dumb() or not is_terminal(sys.stderr):
        yield _Lines(total, language)
        return
    from rich.console import Console
    from rich.live import Live

    console = Console(stderr=True, no_color=not uses_colour(sys.stderr))
    display = _Live(total, language, console)
    with Live(
        get_renderable=display.render,
        console=console,
        refresh_per_second=REFRESH,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ):
        yield display


def told(path: str, outcome: Outcome, language: Language) -> str:
    """Return in a line what came of a programme."""
    texts = scan_texts_in(language)
    status = texts.statuses[outcome.status]
    if outcome.cause is not None:
        return f"{path}: {status}: {outcome.cause.told(language)}"
    said = [status]
    if FileType(outcome.programme.get("type", FileType.PDF)).has_pages:
        said.append(texts.pages.format(count=Count(outcome.programme["pages"])))
    words = outcome.programme["words"]
    if words < FEW_WORDS:
        said.append(texts.few_words.format(least=FEW_WORDS, words=words))
    return f"{path}: {', '.join(said)}"


class _Errors:
    """Tells only which programmes could not be read."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def known(self, path: str, code: str) -> None:
        pass

    def step(self, worker: int, path: str, step: str) -> None:
        pass

    def done(self, path: str, outcome: Outcome) -> None:
        if outcome.status is Status.UNREADABLE:
            error = messages_in(self._language).error
            say(error.format(message=told(path, outcome, self._language)))


class _Lines:
    """A line for each programme, with how many of how many are done."""

    def __init__(self, total: int, language: Language) -> None:
        self._total = total
        self._language = language
        self._done = 0

    def known(self, path: str, code: str) -> None:
        self._done += 1

    def step(self, worker: int, path: str, step: str) -> None:
        pass

    def done(self, path: str, outcome: Outcome) -> None:
        self._done += 1
        say(f"[{self._done}/{self._total}] {told(path, outcome, self._language)}")


class _Live:
    """A bar with counts, rate and time left; under it what each worker is at."""

    def __init__(self, total: int, language: Language, console: Console) -> None:
        self._total = total
        self._language = language
        self._console = console
        self._texts: ScanTexts = scan_texts_in(language)
        self._steps = messages_in(language).steps
        self._workers: dict[int, tuple[str, str, float]] = {}
        self._lock = threading.Lock()
        self._start: float | None = None
        self._done = self._known = self._failed = 0

    def known(self, path: str, code: str) -> None:
        self._known += 1
        self._failed += bool(code)

    def step(self, worker: int, path: str, step: str) -> None:
        with self._lock:
            name, _, since = self._workers.get(worker, ("", "", 0.0))
            start = since if name == path else monotonic()
            self._workers[worker] = (path, step, start)
            if self._start is None and path:
                self._start = monotonic()

    def done(self, path: str, outcome: Outcome) -> None:
        from rich.text import Text

        from manifesto_check.reports.text import printable

        self._done += 1
        if outcome.status is Status.UNREADABLE:
            self._failed += 1
            error = messages_in(self._language).error
            line = error.format(message=told(path, outcome, self._language))
            self._console.print(Text(printable(line)), soft_wrap=True)

    def render(self) -> RenderableType:
        """Return what is shown now."""
        from rich.console import Group
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        finished = self._done + self._known
        head = Table.grid(padding=(0, 1))
        head.add_row(
            ProgressBar(total=self._total, completed=finished, width=20),
            Text(self._counts(finished)),
        )
        with self._lock:
            workers = sorted(self._workers.items())
        lines = [Text(self._at_work(*row), no_wrap=True, overflow="ellipsis") for row in workers]
        return Group(head, *lines[:SHOWN_WORKERS])

    def _counts(self, finished: int) -> str:
        texts = self._texts
        parts = [texts.counts.format(done=finished, total=self._total, failed=self._failed)]
        seconds = monotonic() - self._start if self._start is not None else 0.0
        if self._done and seconds:
            rate = self._done / seconds
            parts.append(texts.rate.format(rate=f"{60 * rate:.0f}"))
            parts.append(texts.left.format(left=clock((self._total - finished) / rate)))
        return ", ".join(parts)

    def _at_work(self, worker: int, at: tuple[str, str, float]) -> str:
        from manifesto_check.reports.text import printable

        path, step, since = at
        if not path:
            return f"  {worker + 1}: {self._texts.idle}"
        word = self._steps.get(step, step)
        return f"  {worker + 1}: {printable(path)[-60:]}: {word} ({monotonic() - since:.0f} s)"


def clock(seconds: float) -> str:
    """Return seconds as ``1:23:45`` or ``2:05``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
