"""Programmes are found in folders, patterns and lists, with what is known of them."""

import os
from pathlib import Path

import pytest

from manifesto_check.errors import UsageError
from manifesto_check.scanning.inputs import ProgrammeFile, find_programmes


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-1.4")


def paths(found: list[ProgrammeFile], folder: Path) -> list[str]:
    return [os.path.relpath(one.path, folder) for one in found]


def test_folders_are_searched_to_the_bottom_in_order(tmp_path: Path) -> None:
    touch(tmp_path / "b/2.PDF", tmp_path / "a/1.pdf", tmp_path / "0.pdf")
    touch(tmp_path / "a/._1.pdf", tmp_path / ".trash/x.pdf", tmp_path / "a/foto.jpg")
    assert paths(find_programmes([tmp_path]), tmp_path) == ["0.pdf", "a/1.pdf", "b/2.PDF"]


def test_all_types_are_taken_from_folders_and_of_the_same_name_one(tmp_path: Path) -> None:
    names = ("a.pdf", "a.docx", "b.DOCX", "b.md", "c.odt", "d.html", "e.htm", "f.md", "g.txt")
    touch(*(tmp_path / name for name in names))
    left = ("README.md", "LICENSE.txt", "~$b.docx", "._c.odt", "x.json", "d_files/ad.html")
    touch(*(tmp_path / name for name in left))
    expected = ["a.pdf", "b.DOCX", "c.odt", "d.html", "e.htm", "f.md", "g.txt"]
    assert paths(find_programmes([tmp_path]), tmp_path) == expected
    named = find_programmes([tmp_path / "README.md", tmp_path / "a.docx"])
    assert paths(named, tmp_path) == ["README.md", "a.docx"]


def test_patterns_and_files_are_found_once(tmp_path: Path) -> None:
    touch(tmp_path / "x/1.pdf", tmp_path / "x/2.pdf", tmp_path / "los")
    found = find_programmes([f"{tmp_path}/**/2.pdf", tmp_path / "los", tmp_path])
    assert paths(found, tmp_path) == ["x/2.pdf", "los", "x/1.pdf"]


def test_a_name_with_brackets_that_exists_is_no_pattern(tmp_path: Path) -> None:
    touch(tmp_path / "concept [2].pdf")
    found = find_programmes([tmp_path / "concept [2].pdf"])
    assert paths(found, tmp_path) == ["concept [2].pdf"]


def test_what_is_known_comes_from_the_list_beside_the_files(tmp_path: Path) -> None:
    touch(tmp_path / "a/1.pdf", tmp_path / "a/2.pdf")
    beside = "- {file: 1.pdf, party: Dijk, year: 2026}\n- {file: weg.pdf, party: Weg}\n"
    (tmp_path / "a/programmes.yaml").write_text(beside, encoding="utf-8")
    found = find_programmes([tmp_path])
    assert [one.metadata for one in found] == [{"party": "Dijk", "year": 2026}, {}]


def test_a_list_goes_before_what_stands_beside(tmp_path: Path) -> None:
    touch(tmp_path / "a/1.pdf")
    (tmp_path / "a/programmes.yaml").write_text("- {file: 1.pdf, party: Oud, level: national}\n")
    table = tmp_path / "lijst.csv"
    table.write_text("bestand;partij\na/1.pdf;Nieuw\nweg/niet.pdf;Er\n", encoding="utf-8")
    found = find_programmes([table])
    assert found[0].metadata == {"party": "Nieuw", "level": "national"}
    assert paths(found, tmp_path) == ["a/1.pdf", "weg/niet.pdf"]  # told later that it is missing


@pytest.mark.parametrize(
    ("given", "says"), [("weg", "bestaat niet"), ("*.pdf", "geen programma"), ("", "bestaat niet")]
)
def test_nothing_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=says):
        find_programmes([given or "x"])
