"""Every way in which a command can end, turned into an exit code and at most one message.

0 done; 1 done, but a condition is not met; 2 wrong use or a bad recommendations
file; 3 a programme could not be read; 4 a fault of the tool; 130 interrupted;
141 the reader of the output went away (as the shell gives for SIGPIPE).
"""

from __future__ import annotations

import functools
import os
import re
import sys
from collections.abc import Callable
from typing import ParamSpec

import typer

from manifesto_check.cli.messages import Messages, messages_in, told
from manifesto_check.errors import ManifestoCheckError
from manifesto_check.reports.interface import Language

DONE = 0
UNMET = 1
UNREADABLE = 3
FAULT = 4
INTERRUPTED = 130
PIPE_CLOSED = 141

Arguments = ParamSpec("Arguments")


def guarded(command: Callable[Arguments, int]) -> Callable[Arguments, None]:
    """Wrap a command that returns its exit code, so that no exception leaves it unexplained."""

    @functools.wraps(command)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        language = kwargs.get("language")
        messages = messages_in(language if isinstance(language, Language) else Language.NL)
        raise typer.Exit(exit_code(lambda: command(*args, **kwargs), messages))

    return run


def exit_code(job: Callable[[], int], messages: Messages) -> int:
    """Run ``job`` and return its exit code, or that of the exception that ended it."""
    try:
        return job()
    except ManifestoCheckError as error:
        say(told(error, messages))
        return error.exit_code
    except KeyboardInterrupt:
        say(messages.interrupted)
        return INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        return PIPE_CLOSED
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        say(fault(error, messages))
        return FAULT


def say(message: str) -> None:
    """Print a message on stderr; what stands in it is shown harmless, line by line."""
    from manifesto_check.reports.text import printable

    lines = [_no_command(printable(line)) for line in message.splitlines()]
    try:
        sys.stderr.write("".join(f"{line}\n" for line in lines))
        sys.stderr.flush()
    except (OSError, AttributeError):  # closed or missing
        return  # nobody listens; the exit code still tells


def _no_command(line: str) -> str:
    """Return a line that GitHub, which reads stderr too, does not take for a workflow command."""
    return re.sub(r"^\s*::", ": :", line).replace("##[", "# #[")


def fault(error: Exception, messages: Messages) -> str:
    """Return what to say of a fault of the tool; shows where it is if the user debugs."""
    from manifesto_check import __version__

    if os.environ.get("MANIFESTO_CHECK_DEBUG"):
        import traceback

        traceback.print_exception(error)
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "?"
    if trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        place = f"{module}:{trace.tb_lineno}"
    detail = " ".join(str(error).split())[:300]
    return messages.fault.format(
        error=f"{type(error).__name__}: {detail}" if detail else type(error).__name__,
        place=place,
        version=__version__,
        python=".".join(map(str, sys.version_info[:3])),
    )


def _close_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
