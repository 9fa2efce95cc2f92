"""The programmes of a scan: found in folders, by patterns and in lists."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from manifesto_check.scanning.lists import LIST_EXTENSIONS, Value, read_list
from manifesto_check.scanning.phrases import ScanPhrase
from manifesto_check.sources.copies import is_marked_copy
from manifesto_check.sources.detecting import EXTENSIONS
from manifesto_check.telling import ToldUsageError

NO_PROGRAMMES = frozenset(("readme", "license", "licence", "changelog", "contributing", "robots"))
"""Names of texts in folders that are no programmes; a file that is named is one."""
SAVED_WITH = ("_files", "_bestanden")
"""How folders end that a browser makes for what belongs to a saved page."""
BESIDE = "programmes.yaml"
"""The list beside files that says what is known of them."""


class NothingFoundError(ToldUsageError):
    """There is no programme where programmes were looked for."""


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """A file to scan.

    Attributes:
        path: as given, with forward slashes.
        metadata: what is known of it, by column.
    """

    path: str
    metadata: dict[str, Value] = field(default_factory=dict)

    @property
    def name(self) -> str:
        r"""The path as results name it, bytes that are no UTF-8 written out (``caf\xe9.pdf``)."""
        return self.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find_programmes(
    given: Iterable[str | Path], left_out: Callable[[str], None] | None = None
) -> list[ProgrammeFile]:
    """Find all programmes in folders (with all folders in them), patterns and lists.

    Each file is there once, under its first path; folders give theirs in the
    order of their names. What a list says of a file goes before what a
    ``programmes.yaml`` beside it says.

    Args:
        given: folders; patterns such as ``2026/*.pdf`` (``**`` for folders in
            folders), which find the same kinds of file; lists (CSV, TSV, YAML); programmes.
        left_out: is told of each copy with highlights in folders and patterns, which is no
            programme of its own; one that is named is taken.

    Raises:
        NothingFoundError: nothing is found.
        UsageError: something is not there, or a list is wrong.
    """
    found: dict[str, dict[str, Value]] = {}
    copies: dict[str, None] = {}
    for one in map(str, given):
        for path, metadata in _found(one):
            if metadata is None:
                copies[path] = None
            else:
                found.setdefault(path, {}).update(metadata)
    if left_out is not None:
        for path in copies:
            if path not in found:
                left_out(path)
    if not found:
        raise NothingFoundError.of(ScanPhrase.NOTHING_FOUND)
    beside = _Beside()
    return [
        ProgrammeFile(path, {**beside.metadata(path), **known}) for path, known in found.items()
    ]


def _found(given: str) -> Iterator[tuple[str, dict[str, Value] | None]]:
    """Yield each file with what is known of it; None where it is left out."""
    path = Path(given)
    try:
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            if path.suffix.lower() in LIST_EXTENSIONS:
                yield from _listed(path)
            else:
                yield _named(path), {}
        elif glob.has_magic(given):
            for name in sorted(glob.glob(given, recursive=True)):  # noqa: PTH207 - also absolute ones
                if Path(name).is_dir():
                    yield from _walk(Path(name))
                elif _may_be_programme(Path(name).name):
                    yield _named(Path(name)), None if is_marked_copy(Path(name)) else {}
        else:
            raise ToldUsageError.of(ScanPhrase.MISSING, path=given)
    except (OSError, ValueError) as error:
        raise ToldUsageError.of(ScanPhrase.UNOPENED, path=given, detail=error) from None


def _listed(path: Path) -> Iterator[tuple[str, dict[str, Value]]]:
    for file, metadata in read_list(path):
        yield _named(path.parent / file), metadata


def _walk(folder: Path) -> Iterator[tuple[str, dict[str, Value] | None]]:
    """Yield the programmes in a folder; not those of macOS's ``._`` shadows or hidden folders.

    Behind the path of a copy with highlights stands None.

    Of files that differ in their type only, such as ``a.pdf`` and ``a.docx``,
    those whose type comes first in
    :data:`~manifesto_check.sources.detecting.EXTENSIONS`: they are one programme.
    Links to folders are followed, each folder once.
    """
    order = list(EXTENSIONS)
    seen = {os.path.realpath(folder)}
    for parent, folders, files in os.walk(folder, followlinks=True):
        folders[:] = [name for name in sorted(folders) if _is_entered(Path(parent, name), seen)]
        possible = sorted(filter(_may_be_programme, files))
        copies = [name for name in possible if is_marked_copy(Path(parent, name))]
        yield from ((_named(Path(parent, name)), None) for name in copies)
        programmes = [name for name in possible if name not in copies]
        first: dict[str, int] = {}
        for name in programmes:
            rank = order.index(_extension(name))
            first[Path(name).stem] = min(rank, first.get(Path(name).stem, rank))
        for name in programmes:
            if order.index(_extension(name)) == first[Path(name).stem]:
                yield _named(Path(parent, name)), {}


def _is_entered(folder: Path, seen: set[str]) -> bool:
    """Say whether a folder is gone into: not twice, nor what a browser or the system made."""
    real = os.path.realpath(folder)
    if real in seen or folder.name.startswith(".") or folder.name.endswith(SAVED_WITH):
        return False
    seen.add(real)
    return True


def _extension(name: str) -> str:
    return Path(name).suffix.lower()


def _may_be_programme(name: str) -> bool:
    """Say whether a file that is not named itself is one: not Word's and macOS's own, a README."""
    extension = _extension(name)
    if extension not in EXTENSIONS or name.startswith(("._", "~$")):
        return False
    return extension == ".pdf" or Path(name).stem.lower() not in NO_PROGRAMMES


def _named(path: Path) -> str:
    return Path(os.path.normpath(path)).as_posix()


class _Beside:
    """The lists beside files, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, dict[str, dict[str, Value]]] = {}

    def metadata(self, path: str) -> dict[str, Value]:
        folder = Path(path).parent
        if folder not in self._read:
            file = folder / BESIDE
            rows = dict(_listed(file)) if file.is_file() else {}
            self._read[folder] = rows
        return self._read[folder].get(path, {})
