"""What the user's terminal can show: how wide it is, and whether colours are wanted."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from manifesto_check.cli.output import is_stdout
from manifesto_check.reports.interface import PLAIN_WIDTH, ReportOptions


def fitted(options: ReportOptions, output: Path | None = None) -> ReportOptions:
    """Return the options with the width and colours of where the result goes.

    A file gets neither, so that its bytes do not depend on the terminal.
    """
    if not is_stdout(output):
        return options
    return replace(options, width=width(sys.stdout), colour=uses_colour(sys.stdout))


def uses_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether to write ANSI colours to ``stream``.

    ``NO_COLOR`` (no-color.org) forbids them, ``FORCE_COLOR`` asks for them;
    else they go to terminals that are not dumb.
    """
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return is_terminal(stream) and not is_dumb(environment)


def is_dumb(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal cannot move its cursor or show colours."""
    return environment.get("TERM", "").lower() in ("dumb", "unknown")


def width(stream: TextIO, environment: Mapping[str, str] = os.environ) -> int:
    """Return the columns to use: ``COLUMNS``, the terminal's, or 100 where there is none."""
    columns = environment.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and 0 < int(columns) < 100_000:
        return int(columns)
    return (
        shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
        if is_terminal(stream)
        else (PLAIN_WIDTH)
    )


def is_terminal(stream: TextIO) -> bool:
    """Return whether a person is likely to look at ``stream``."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):  # replaced or closed by whoever started us
        return False
