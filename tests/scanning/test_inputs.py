"""Programmes are found in folders, patterns and lists, with what is known of them."""

import os
from pathlib import Path

import pytest

from manifesto_check.checking import Checker
from manifesto_check.errors import UsageError
from manifesto_check.highlighting import highlight
from manifesto_check.recommendations import load_recommendations
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.scanning.inputs import NothingFoundError, ProgrammeFile, find_programmes
from manifesto_check.sources import read_programme
from manifesto_check.sources.copies import is_marked_copy

EXAMPLES = Path(__file__).parents[2] / "examples"


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


@pytest.fixture(scope="module")
def marked_copy() -> bytes:
    """A copy with highlights, as ``highlight`` makes it."""
    programme = EXAMPLES / "brede-dijk.pdf"
    report = Checker(load_recommendations()).check(read_programme(programme))
    return highlight(programme.read_bytes(), report, ReportOptions()).data


def test_copies_with_highlights_are_left_out_unless_they_are_named(
    tmp_path: Path, marked_copy: bytes
) -> None:
    programme, copy = tmp_path / "a.pdf", tmp_path / "b.pdf"
    touch(programme)
    copy.write_bytes(marked_copy)
    for given in (tmp_path, tmp_path / "*.pdf"):
        left_out: list[str] = []
        found = find_programmes([given], left_out.append)
        assert [one.path for one in found] == [programme.as_posix()]
        assert left_out == [copy.as_posix()]
    left_out.clear()
    assert len(find_programmes([tmp_path, copy], left_out.append)) == 2
    assert left_out == []


def test_a_copy_takes_no_place_of_a_programme_of_another_type(
    tmp_path: Path, marked_copy: bytes
) -> None:
    (tmp_path / "a.pdf").write_bytes(marked_copy)
    left_out: list[str] = []
    with pytest.raises(NothingFoundError):
        find_programmes([tmp_path], left_out.append)
    assert len(left_out) == 1
    touch(tmp_path / "a.docx")
    assert paths(find_programmes([tmp_path]), tmp_path) == ["a.docx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes")
def test_what_is_no_plain_file_is_no_copy_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.pdf")
    for name in ("pijp.pdf", "weg.pdf", "."):
        assert not is_marked_copy(tmp_path / name)


def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    touch(tmp_path / "scan/a.pdf", tmp_path / "elders/b.pdf")
    (tmp_path / "scan/link").symlink_to(tmp_path / "elders", target_is_directory=True)
    (tmp_path / "scan/nog eens").symlink_to(tmp_path / "elders", target_is_directory=True)
    (tmp_path / "elders/terug").symlink_to(tmp_path / "scan", target_is_directory=True)
    assert paths(find_programmes([tmp_path / "scan"]), tmp_path) == [
        "scan/a.pdf",
        "scan/link/b.pdf",
    ]


def test_two_of_one_type_and_name_are_two_programmes(tmp_path: Path) -> None:
    touch(tmp_path / "A.PDF", tmp_path / "A.pdf", tmp_path / "A.md")
    if len(list(tmp_path.iterdir())) < 3:
        pytest.skip("names in capitals and small letters are one name on this file system")
    assert paths(find_programmes([tmp_path]), tmp_path) == ["A.PDF", "A.pdf"]


def test_patterns_find_the_same_kinds_of_file(tmp_path: Path) -> None:
    touch(tmp_path / "a.pdf", tmp_path / "foto.jpg", tmp_path / "lijst.yaml")
    touch(tmp_path / "results.db", tmp_path / "README.md", tmp_path / "._a.pdf")
    assert paths(find_programmes([f"{tmp_path}/*"]), tmp_path) == ["a.pdf"]
    with pytest.raises(UsageError):
        find_programmes([f"{tmp_path}/*.jpg"])


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
