"""Where a result goes: to stdout, or to a file that is written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

from manifesto_check.cli.guard import say
from manifesto_check.cli.messages import Messages
from manifesto_check.errors import UsageError
from manifesto_check.reports.writing import write_whole, writing_whole

Name = TypeVar("Name")


def is_stdout(output: Path | None) -> bool:
    """Return whether the result goes to stdout: without ``--output``, or with ``-``."""
    return output is None or output == Path("-")


def check_output(output: Path | None, inputs: Iterable[Path | None], messages: Messages) -> None:
    """Find out before the work begins whether ``output`` can be written.

    Args:
        output: the file to make; None and ``-`` mean stdout.
        inputs: the files that are read, which must not be overwritten.
        messages: in the user's language.

    Raises:
        UsageError: its folder is missing, it is a folder, or it is one of the inputs.
    """
    if output is None or is_stdout(output):
        return
    try:
        if output.is_dir():
            raise UsageError(messages.is_folder.format(path=output))
        if not output.parent.is_dir():
            raise UsageError(messages.no_folder.format(path=output, folder=output.parent))
        if any(path is not None and _same(output, path) for path in inputs):
            raise UsageError(messages.overwrites_input.format(path=output))
    except (OSError, ValueError) as error:
        raise _cannot_write(output, error, messages) from None


def format_of(
    output: Path | None,
    extensions: Mapping[str, Name],
    default: Name,
    messages: Messages,
    *,
    asked: Name | None = None,
    quiet: bool = False,
) -> Name:
    """Return the format that was asked for, else the one that the file's extension stands for.

    Where a file is to hold another format than its extension says, that is told.

    Args:
        output: the file to make.
        extensions: the formats that there are, by extension.
        default: the format of stdout, and of a file without an extension (such
            as ``/dev/stderr``).
        messages: in the user's language.
        asked: for with ``--format``; None where none was.
        quiet: tell nothing.

    Raises:
        UsageError: no format has the extension.
    """
    if asked is not None:
        if not quiet:
            tell_extension(asked, output, extensions, messages)
        return asked
    if output is None or is_stdout(output) or not output.suffix:
        return default
    found = _of_extension(output, extensions)
    if found is None:
        known = ", ".join(extensions)
        raise UsageError(
            messages.unknown_format.format(path=output, suffix=output.suffix, known=known)
        )
    return found


def tell_extension(
    form: Name, output: Path | None, extensions: Mapping[str, Name], messages: Messages
) -> None:
    """Say on stderr where a file's extension stands for another format than it is written in."""
    if output is None or is_stdout(output):
        return
    other = _of_extension(output, extensions)
    # What is code quality for GitLab may be called .json too: its own extension is .gitlab.json.
    own = next((ending for ending, name in extensions.items() if name == form), "")
    if other not in (None, form) and not own.endswith(output.suffix.lower()):
        text = messages.other_extension.format(path=output, format=form, other=other)
        say(messages.warning.format(message=text))


def _of_extension(output: Path, extensions: Mapping[str, Name]) -> Name | None:
    """Return the format that a file's extension stands for, None where it is no format's."""
    # Formats that share an extension with another have a double one: .gitlab.json.
    double = "".join(output.suffixes[-2:]).lower()
    return extensions.get(double) or extensions.get(output.suffix.lower())


def make_folder(folder: Path, messages: Messages) -> None:
    """Make a folder, and those that it stands in, where it is not there yet.

    Raises:
        UsageError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(messages.not_a_folder.format(path=folder)) from None
    except OSError as error:
        raise _cannot_write(folder, error, messages) from None


def deliver(data: bytes, output: Path | None, messages: Messages) -> None:
    """Write a finished result to stdout or to a file.

    Raises:
        UsageError: the file or stdout cannot be written, such as on a full disk.
        BrokenPipeError: the reader of stdout went away.
    """
    if output is not None and not is_stdout(output):
        try:
            write_whole(output, data)
        except OSError as error:
            raise _cannot_write(output, error, messages) from None
        return
    if sys.stdout is None:  # closed by whoever started us
        raise UsageError(messages.cannot_print.format(reason="stdout"))
    try:
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            sys.stdout.write(data.decode("utf-8"))
        else:
            sys.stdout.flush()
            stream.write(data)
            stream.flush()
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(messages.cannot_print.format(reason=reason)) from None


@contextmanager
def delivering(output: Path | None, messages: Messages) -> Iterator[BinaryIO]:
    """Open stdout or a file for a result that is written bit by bit, as :func:`deliver` does.

    Raises:
        UsageError: the file or stdout cannot be written, such as on a full disk.
        BrokenPipeError: the reader of stdout went away.
    """
    if output is not None and not is_stdout(output):
        try:
            with writing_whole(output) as file:
                yield file
        except OSError as error:
            raise _cannot_write(output, error, messages) from None
        return
    if sys.stdout is None:  # closed by whoever started us
        raise UsageError(messages.cannot_print.format(reason="stdout"))
    try:
        yield sys.stdout.buffer
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(messages.cannot_print.format(reason=reason)) from None


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _cannot_write(path: Path, error: Exception, messages: Messages) -> UsageError:
    reason = getattr(error, "strerror", None) or str(error)
    return UsageError(messages.cannot_write.format(path=path, reason=reason))
