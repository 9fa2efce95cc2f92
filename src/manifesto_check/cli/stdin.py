"""Standard input in the place of a file: ``-``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from manifesto_check.cli.messages import Messages
from manifesto_check.errors import UsageError
from manifesto_check.sources import interface

STDIN = Path(interface.STDIN)
NAME = "stdin"


def check_stdin(files: Sequence[Path], messages: Messages) -> None:
    """See to it that standard input is asked for once: it cannot be read twice.

    Raises:
        UsageError: it is asked for more often.
    """
    if list(files).count(STDIN) > 1:
        raise UsageError(messages.stdin_twice)


def name_of(file: Path) -> str:
    """Return what files that are made of a programme are called, without extension."""
    return NAME if file == STDIN else file.stem
