"""Files in the cache folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

import pytest

from manifesto_check import keeping
from manifesto_check.keeping import checked, digest_of_code, keep_few, read_checked


def write(file: IO[bytes]) -> None:
    file.write(b"content")


def test_the_oldest_of_a_kind_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(keeping, "MOST", 2)
    (tmp_path / "else.npz").write_bytes(b"")
    for age, name in enumerate(["a-1", "a-2", "a-3"]):
        keep_few(tmp_path / name, write, "a-*")
        os.utime(tmp_path / name, (age, age))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2", "a-3", "else.npz"]


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
