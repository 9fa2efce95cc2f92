"""The sentence encoder's weights, unpacked once: to inflate them takes 0.25 s of every start."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from manifesto_check.keeping import Kind, keep_few, kept_name, mark_used

Contents = list[tuple[str, int, int]]
"""Of each member of an archive its name, checksum and size."""


def unpacked(packed: Path, folder: Path | None) -> Path:
    """Return a copy of an archive of arrays (``.npz``) that is not compressed.

    Args:
        packed: the archive, which stays as it is.
        folder: where copies are kept; None for nowhere.

    Returns:
        The copy, or the archive itself where there can be none. The copy is named
        after its contents, and lists the same checksums, by which every read of it
        is checked.
    """
    if folder is None:
        return packed
    contents = _contents(packed)
    copy = folder / kept_name(Kind.WEIGHTS, repr(contents), "npz")
    with suppress(OSError, BadZipFile):
        if _contents(copy) == contents:
            mark_used(copy)
            return copy

    def write(file: IO[bytes]) -> None:
        with ZipFile(packed) as source, ZipFile(file, "w", ZIP_STORED) as target:
            for name in source.namelist():
                target.writestr(name, source.read(name))

    try:
        keep_few(copy, write)
    except OSError:
        return packed
    return copy


def _contents(archive: Path) -> Contents:
    with ZipFile(archive) as file:
        return [(member.filename, member.CRC, member.file_size) for member in file.infolist()]
