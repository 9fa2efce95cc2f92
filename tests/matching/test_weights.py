"""The copy of the encoder's weights that is not compressed."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import pytest

from manifesto_check.matching.encoder import UniversalSentenceEncoder
from manifesto_check.matching.weights import unpacked

ARRAYS = {"one": np.arange(500), "two": np.ones((3, 4), dtype=np.float32)}


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "packed.npz"
    np.savez_compressed(path, **ARRAYS)
    return path


def read(path: Path) -> dict[str, np.ndarray]:
    with np.load(path) as kept:
        return {name: kept[name] for name in kept.files}


def test_a_copy_holds_the_same_and_is_made_once(packed, tmp_path):
    copy = unpacked(packed, tmp_path / "cache")
    assert copy != packed
    assert all(np.array_equal(read(copy)[name], array) for name, array in ARRAYS.items())
    made = copy.stat().st_mtime_ns
    assert unpacked(packed, tmp_path / "cache") == copy
    assert copy.stat().st_mtime_ns == made
    assert list((tmp_path / "cache").iterdir()) == [copy]


def test_a_copy_that_is_used_stays(packed, tmp_path):
    copy = unpacked(packed, tmp_path / "cache")
    os.utime(copy, (0, 0))
    assert unpacked(packed, tmp_path / "cache") == copy
    assert copy.stat().st_mtime > 0


def test_other_weights_have_another_copy(packed, tmp_path):
    other = tmp_path / "other.npz"
    np.savez_compressed(other, one=np.arange(501))
    assert unpacked(packed, tmp_path) != unpacked(other, tmp_path)


def test_a_copy_that_is_cut_off_is_made_anew(packed, tmp_path):
    copy = unpacked(packed, tmp_path)
    whole = copy.read_bytes()
    copy.write_bytes(whole[:-40])
    assert unpacked(packed, tmp_path).read_bytes()[-40:] == whole[-40:]


def test_a_changed_byte_does_not_go_unnoticed(packed, tmp_path):
    copy = unpacked(packed, tmp_path)
    whole = bytearray(copy.read_bytes())
    whole[len(whole) // 2] ^= 1
    copy.write_bytes(whole)
    with pytest.raises(BadZipFile):
        read(copy)


def test_without_a_folder_the_archive_itself_is_read(packed, tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert unpacked(packed, None) == packed
    assert unpacked(packed, tmp_path / "file" / "cache") == packed


def test_vectors_are_the_same_with_a_copy_a_damaged_one_and_none(tmp_path, monkeypatch):
    texts = ["Wij openen een nachtopvang."]
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")
    without = UniversalSentenceEncoder().encode(texts)
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path))
    first = UniversalSentenceEncoder().encode(texts)
    (copy,) = tmp_path.iterdir()
    whole = bytearray(copy.read_bytes())
    whole[len(whole) // 2] ^= 255
    copy.write_bytes(whole)
    damaged = UniversalSentenceEncoder().encode(texts)
    assert not copy.exists()
    again = UniversalSentenceEncoder().encode(texts)
    assert np.array_equal(without, first)
    assert np.array_equal(without, damaged)
    assert np.array_equal(without, again)
