"""How far the work is, shown on stderr where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from manifesto_check.cli.guard import say
from manifesto_check.cli.messages import Messages
from manifesto_check.cli.screen import is_dumb, is_terminal, uses_colour

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

STEPS = ("reading", "ocr", "loading", "dutch", "matching", "verdict")


class Progress(Protocol):
    """What the commands tell as they go."""

    def file(self, position: int, name: str) -> None:
        """Tell that the work on file number ``position`` (from 0) begins."""
        ...

    def step(self, name: str) -> None:
        """Tell that a step (one of :data:`STEPS`) of that file begins."""
        ...

    def say(self, message: str) -> None:
        """Print a message on stderr, where the display is not in its way."""
        ...


class _Silence:
    def file(self, position: int, name: str) -> None:
        pass

    def step(self, name: str) -> None:
        pass

    def say(self, message: str) -> None:
        say(message)


@contextmanager
def progress_display(files: int, messages: Messages, *, quiet: bool) -> Iterator[Progress]:
    """Show a bar on stderr while the block runs; nothing when quiet or not on a terminal."""
    if quiet or is_dumb() or not is_terminal(sys.stderr):
        yield _Silence()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as RichDisplay

    console = Console(stderr=True, no_color=not uses_colour(sys.stderr))
    columns = (BarColumn(20), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    # What is written past the bar must not be wrapped to the width of the terminal.
    with RichDisplay(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as display:
        yield _Bar(display, files, messages)


class _Bar:
    def __init__(self, display: RichProgress, files: int, messages: Messages) -> None:
        self._display = display
        self._messages = messages
        self._files = files
        self._position = 0
        self._name = ""
        self._task = display.add_task("", total=files * len(STEPS))

    def file(self, position: int, name: str) -> None:
        from manifesto_check.reports.text import printable

        self._position = position
        count = f"{position + 1}/{self._files} " if self._files > 1 else ""
        self._name = count + printable(name)[-40:]

    def step(self, name: str) -> None:
        number = STEPS.index(name) if name in STEPS else 0
        word = self._messages.steps.get(name, name)
        self._display.update(
            self._task,
            completed=self._position * len(STEPS) + number,
            description=f"{self._name}: {word}",
        )

    def say(self, message: str) -> None:
        self._display.stop()  # takes the bar off the screen
        say(message)
        self._display.start()
