"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` into ``path`` so that a reader sees the old file or the new one, never half.

    The bytes go to a temporary file in the same folder, which then takes the
    place of ``path``; a symbolic link keeps pointing at the file that it points
    at. A device or pipe cannot be replaced and is written to directly.

    Args:
        path: the file to make or replace; its folder must exist.
        data: the whole content.

    Raises:
        OSError: when the file cannot be written; what was there before is untouched.
    """
    with writing_whole(path) as stream:
        stream.write(data)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """Like :func:`write_whole`, for what is written bit by bit: an error leaves no half file.

    Args:
        path: the file to make or replace; its folder must exist.

    Raises:
        OSError: when the file cannot be written; what was there before is untouched.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as stream:
            yield stream
        return
    target = path.resolve()
    mode = _mode(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        os.replace(temporary, target)  # noqa: PTH105 - the seam that a test makes fail
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the old file, or those that a new one would get by default."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
