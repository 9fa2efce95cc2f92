"""Which formats go where: one to stdout or a file, or several into a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from manifesto_check.cli.messages import Messages
from manifesto_check.cli.output import (
    check_output,
    deliver,
    format_of,
    is_stdout,
    make_folder,
)
from manifesto_check.cli.screen import fitted, is_terminal
from manifesto_check.errors import UsageError
from manifesto_check.reports.interface import ReportOptions

SEVERAL = "report"
"""The name, before the extension, of a file in ``--output-dir`` that holds several programmes."""


Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True)
class Formats(Generic[Name]):
    """The formats of a command.

    Attributes:
        extensions: the format that a file's extension stands for.
        default: where neither ``--format`` nor an extension says which.
        is_binary: whether a format is unfit for a terminal.
    """

    extensions: Mapping[str, Name]
    default: Name
    is_binary: Callable[[Name], bool]


@dataclass(frozen=True, slots=True)
class Destination(Generic[Name]):
    """A format and the file to write; None is stdout."""

    form: Name
    output: Path | None


def destinations(
    known: Formats[Name],
    formats: Sequence[Name],
    output: Path | None,
    folder: Path | None,
    name: str,
    inputs: Sequence[Path | None],
    messages: Messages,
    *,
    quiet: bool = False,
) -> list[Destination[Name]]:
    """Find out before the work begins what is to be written, and whether it can be.

    Args:
        known: the formats that there are.
        formats: as asked for; empty takes the format of ``output``.
        output: the file of ``--output``; None and ``-`` mean stdout.
        folder: the folder of ``--output-dir``, which need not be there yet.
        name: of the files in that folder, without extension.
        inputs: the files that are read, which must not be overwritten.
        messages: in the user's language.
        quiet: say nothing of an extension that stands for another format.

    Raises:
        UsageError: the options contradict each other, or a file cannot be written.
    """
    formats = list(dict.fromkeys(formats))
    if folder is not None:
        if output is not None:
            raise UsageError(messages.output_twice)
        if not formats:
            raise UsageError(messages.which_formats)
        return _in_folder(known, formats, folder, name, inputs, messages)
    if len(formats) > 1:
        raise UsageError(messages.several_formats.format(count=len(formats)))
    check_output(output, inputs, messages)
    asked = formats[0] if formats else None
    form = format_of(output, known.extensions, known.default, messages, asked=asked, quiet=quiet)
    if is_stdout(output) and is_terminal(sys.stdout) and known.is_binary(form):
        raise UsageError(messages.not_for_screen.format(format=str(form)))
    return [Destination(form, None if is_stdout(output) else output)]


def shows_on_screen(goals: Sequence[Destination[Name]], form: Name) -> bool:
    """Return whether a result goes to stdout in the format that is for reading on a screen."""
    return any(goal.output is None and goal.form == form for goal in goals)


def deliver_all(
    render: Callable[[Name, ReportOptions], bytes],
    goals: Sequence[Destination[Name]],
    options: ReportOptions,
    messages: Messages,
) -> None:
    """Render a result in every format, then write it: where one fails, nothing is written.

    Raises:
        UsageError: a file or stdout cannot be written.
        BrokenPipeError: the reader of stdout went away.
    """
    done = []
    for goal in goals:
        here = options if goal.output is None else replace(options, folder=goal.output.parent)
        data = render(goal.form, fitted(here, goal.output))
        done.append((data, goal.output))
    for data, output in done:
        if output is not None:
            make_folder(output.parent, messages)
        deliver(data, output, messages)


def _in_folder(
    known: Formats[Name],
    formats: Sequence[Name],
    folder: Path,
    name: str,
    inputs: Sequence[Path | None],
    messages: Messages,
) -> list[Destination[Name]]:
    nearest = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if nearest.exists() and not nearest.is_dir():
        raise UsageError(messages.not_a_folder.format(path=nearest))
    extensions = {form: extension for extension, form in known.extensions.items()}
    goals = [Destination(form, folder / f"{name}{extensions[form]}") for form in formats]
    for goal in goals:
        if goal.output is not None and goal.output.parent.is_dir():
            check_output(goal.output, inputs, messages)
    return goals
