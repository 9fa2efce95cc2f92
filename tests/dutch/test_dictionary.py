"""simplemma's dictionary, kept in the cache folder."""

from __future__ import annotations

import pytest
from simplemma.strategies import DefaultDictionaryFactory

from manifesto_check.dutch.dictionary import dutch_dictionary

ORIGINAL = DefaultDictionaryFactory().get_dictionary("nl")
WORDS = [*list(ORIGINAL)[::997], "woningen", "xyzzy", "één", ""]


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def is_whole() -> bool:
    dictionary = dutch_dictionary()
    return all(dictionary.get(word) == ORIGINAL.get(word) for word in WORDS)


def test_it_says_what_the_original_says_kept_or_not(cache, monkeypatch):
    assert is_whole()
    (path,) = cache.iterdir()
    made = path.stat().st_mtime_ns
    assert is_whole()
    assert path.stat().st_mtime_ns == made
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")
    assert is_whole()


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b[:9] + b"\n" + b[10:], lambda b: b""]
)
def test_a_damaged_file_is_passed_over_and_made_anew(cache, damage):
    dutch_dictionary()
    (path,) = cache.iterdir()
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert is_whole()
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path / "file" / "cache"))
    assert is_whole()
