"""Files in the user's cache folder, which only save time from run to run."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import IO

from manifesto_check import __version__

MOST = 30
"""Files of a kind that are kept; the oldest go."""
_DIGEST = 64
"""Characters of the checksum that a checked file begins with."""


def cache_folder() -> Path | None:
    """Return this user's cache folder, or None where keeping is switched off.

    ``MANIFESTO_CHECK_CACHE`` names another folder, or none where it is empty.
    """
    named = os.environ.get("MANIFESTO_CHECK_CACHE")
    if named is not None:
        return Path(named) if named else None
    with suppress(RuntimeError):
        if sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library/Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return base / "manifesto-check"
    return None


def keep(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file, whole or not at all, and make its folder where it is not there.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        try:
            write(part)
        except BaseException:
            part.close()
            Path(part.name).unlink()
            raise
    Path(part.name).replace(path)


def keep_few(path: Path, write: Callable[[IO[bytes]], None], pattern: str) -> None:
    """Write a file as :func:`keep` does, and remove the oldest like it beyond MOST.

    Args:
        path: the file.
        write: writes it.
        pattern: what the names of such files are like.

    Raises:
        OSError: it cannot be written.
    """
    keep(path, write)
    ages = []
    for one in path.parent.glob(pattern):
        with suppress(OSError):  # another process has removed it
            ages.append((one.stat().st_mtime, one))
    for _, old in sorted(ages, reverse=True)[MOST:]:
        with suppress(OSError):
            old.unlink()


def checked(content: bytes) -> bytes:
    """Return content after its checksum."""
    return hashlib.sha256(content).hexdigest().encode() + content


def read_checked(path: Path) -> bytes | None:
    """Return the content of a file that begins with its checksum; None where it is not so."""
    with suppress(OSError):
        whole = path.read_bytes()
        content = whole[_DIGEST:]
        if checked(content) == whole:
            return content
    return None


@cache
def digest_of_code(patterns: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """Return a digest of the package's version, some of its files and versions of libraries.

    What is kept under a name with this digest is found only by what would compute the same.

    Args:
        patterns: of files, such as ``dutch/*.py``.
        libraries: names of distributions.
    """
    versions = " ".join([__version__, *map(version, libraries)])
    digest = hashlib.sha256(versions.encode())
    package = Path(__file__).resolve().parent
    for pattern in patterns:
        for path in sorted(package.glob(pattern)):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
