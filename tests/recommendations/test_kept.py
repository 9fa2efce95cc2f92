"""Lists that are kept from run to run."""

from __future__ import annotations

from pathlib import Path

import pytest

from manifesto_check.recommendations.kept import keep_list, kept_list
from manifesto_check.recommendations.loading import (
    load_recommendations,
    parse_recommendations,
    shipped_path,
)
from manifesto_check.recommendations.problems import RecommendationsFileError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path))
    return tmp_path


def test_the_list_that_ships_is_the_same_kept_or_not(folder: Path):
    first, second = load_recommendations(), load_recommendations()
    assert len(list(folder.iterdir())) == 1
    assert first == second == kept_list(first.sha256)
    assert [type(m.wants) for m in second.measures] == [type(m.wants) for m in first.measures]


def test_a_list_has_the_path_that_it_was_read_from(folder: Path):
    data = shipped_path().read_bytes()
    assert parse_recommendations(data, "one.yaml").path == "one.yaml"
    assert parse_recommendations(data, "two.yaml").path == "two.yaml"


def test_another_list_is_read_by_itself(folder: Path):
    data = shipped_path().read_bytes()
    other = data.replace(b"Wonen Eerst", b"Eerst een huis")
    assert parse_recommendations(data, "a") != parse_recommendations(other, "a")
    assert len(list(folder.iterdir())) == 2


def test_a_list_with_mistakes_is_not_kept(folder: Path):
    for _ in range(2):
        with pytest.raises(RecommendationsFileError):
            parse_recommendations(b"schema_version: 1", "a.yaml")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"{}", None])
def test_a_damaged_file_is_passed_over_and_mended(folder: Path, damage: bytes | None):
    whole = load_recommendations()
    (path,) = folder.iterdir()
    before = path.read_bytes()
    path.write_bytes(before[:-9] if damage is None else damage)
    assert load_recommendations() == whole
    assert path.read_bytes() == before


def test_nothing_is_kept_where_keeping_is_switched_off(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")
    found = load_recommendations()
    keep_list(found)
    assert kept_list(found.sha256) is None
