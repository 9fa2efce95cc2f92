"""What is computed from a list alone is kept, and found again only where it would be the same."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from manifesto_check.matching import compiled as module
from manifesto_check.matching.compiled import Arrays, compiled, packed, unpacked_words


class Computer:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Arrays:
        self.times += 1
        return {"numbers": np.arange(5), "words": packed(["één", "twee"])}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path))
    return tmp_path


def test_it_is_computed_once(folder: Path):
    compute = Computer()
    first, second = (compiled("kind", ["a", "b"], compute) for _ in range(2))
    assert compute.times == 1
    assert first["numbers"].tolist() == second["numbers"].tolist() == [0, 1, 2, 3, 4]
    assert unpacked_words(second["words"]) == ["één", "twee"]


def test_what_is_used_is_known_as_used(folder: Path):
    compiled("kind", ["a"], Computer())
    (file,) = folder.iterdir()
    os.utime(file, (0, 0))
    compiled("kind", ["a"], Computer())
    assert file.stat().st_mtime > 0


@pytest.mark.parametrize(
    ("kind", "sources"), [("other", ["a", "b"]), ("kind", ["a", "c"]), ("kind", ["ab"])]
)
def test_something_else_is_computed_by_itself(folder: Path, kind: str, sources: list[str]):
    compute = Computer()
    compiled("kind", ["a", "b"], compute)
    compiled(kind, sources, compute)
    assert compute.times == 2


def test_other_code_computes_it_again(folder: Path, monkeypatch: pytest.MonkeyPatch):
    compute = Computer()
    compiled("kind", ["a"], compute)
    monkeypatch.setattr(module, "digest_of_code", lambda patterns, libraries: "other")
    compiled("kind", ["a"], compute)
    assert compute.times == 2


def test_the_code_is_that_of_dutch_and_matching():
    package = Path(module.__file__).parents[1]
    seen = {path.relative_to(package).as_posix() for p in module._CODE for path in package.glob(p)}
    assert {"dutch/lemmas.py", "dutch/data/lemmas.tsv", "matching/wording.py"} <= seen
    assert "matching/background.npz" in seen


@pytest.mark.parametrize("damage", [b"", b"junk", None])
def test_a_damaged_file_is_passed_over(folder: Path, damage: bytes | None):
    compute = Computer()
    compiled("kind", ["a"], compute)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"twee", b"tree") if damage is None else damage)
    assert unpacked_words(compiled("kind", ["a"], compute)["words"]) == ["één", "twee"]
    assert compute.times == 2
    assert file.read_bytes()  # mended
    compiled("kind", ["a"], compute)
    assert compute.times == 2


def test_nothing_is_kept_where_keeping_is_switched_off(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")
    compute = Computer()
    for _ in range(2):
        compiled("kind", ["a"], compute)
    assert compute.times == 2


def test_a_folder_that_cannot_be_made_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path / "file"))
    assert compiled("kind", ["a"], Computer())["numbers"].size == 5


def test_no_words_are_no_words():
    assert unpacked_words(packed([])) == []
