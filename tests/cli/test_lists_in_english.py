"""Errors on lists in English, with the line, the column and the advice that the Dutch ones have."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_checking import LIST, Run

WRONG = LIST.replace("id: A1.1b", "id: A1.1a").replace("related: [B1.1a]", "relatd: [B1.1c]")
ENGLISH = ("--language", "en")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("check", "a.pdf", "--recommendations"),
        ("explain", "a.pdf", "A1.1a", "--recommendations"),
        ("recommendations", "lint"),
    ],
)
def test_what_is_wrong_in_a_list(run: Run, wrong: Path, command: tuple[str, ...]) -> None:
    result = run(*command, wrong, *ENGLISH)
    assert (result.code, result.out) == (2, "")
    head, *lines = result.err.splitlines()
    assert head == f"error: {wrong}: 2 errors in this list of recommendations:"
    assert [line.removeprefix(f"{wrong}:") for line in lines] == [
        "17:9: unknown key 'relatd' in this measure; did you mean 'related'?",
        "18:13: id 'A1.1a' is that of a measure on line 12 already; give each its own id",
    ]
    dutch = run(*command, wrong).err
    assert "17:9: onbekende sleutel 'relatd' in deze maatregel; bedoelde u 'related'?" in dutch


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: b: c", "1:5: no valid YAML: there can be no ': ' here; put the text between"),
        ("a:\n\t- b", "indent with spaces"),
        ("a: [1", "1:4: no valid YAML: the list with [ that begins here is not closed"),
        ("", "1:1: the file is empty; expected the keys schema_version and sources"),
        (LIST.replace("id: A1.1b", "id: 1.1"), "1.1, which YAML reads as a number; put it between"),
        (
            LIST.replace("id: A1.1b", "id: A 1"),
            "18:13: id: 'A 1' cannot be an id; expected",
        ),
        (LIST.replace("schema_version: 1", "schema_version: 2"), "expected 1, but here stands '2'"),
    ],
)
def test_one_error_of_each_kind(run: Run, tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    result = run("recommendations", "lint", path, *ENGLISH)
    assert result.code == 2
    assert result.err.startswith(f"error: {path}: 1 error in this list of recommendations:\n")
    assert says in result.err


def test_lists_that_are_not_there_or_do_not_go_together(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    def check(*lists: Path) -> str:
        given = [part for one in lists for part in ("--recommendations", one)]
        result = run("check", "a.pdf", *given, *ENGLISH)
        assert (result.code, result.err.count("\n")) == (2, 1)
        return result.err

    gone, other = tmp_path / "gone.yaml", tmp_path / "other.yaml"
    other.write_text(LIST + "# of another office\n", encoding="utf-8")
    assert check(gone) == f"error: {gone}: there is no such list of recommendations\n"
    assert "is a folder; expected a YAML file" in check(tmp_path)
    assert "this is the same list as" in check(list_file, list_file)
    both = check(list_file, other)
    assert f"these ids are in {list_file} too: 'A', 'A1'" in both
    assert f"recommendations merge {list_file} {other} --prefix --output both.yaml" in both
    merged = run("recommendations", "merge", list_file, other, *ENGLISH)
    assert "or put the file's name before them with --prefix" in merged.err


def test_ids_that_are_not_in_the_list(run: Run, list_file: Path) -> None:
    own = ("--recommendations", list_file, *ENGLISH)
    for arguments, says in (
        (
            ("explain", "a.pdf", "A1.1c"),
            "no measure 'A1.1c' in the list; did you mean 'A1",
        ),
        (("check", "a.pdf", "--theme", "Q9"), "no theme 'Q9' in the list; choose from: A1, B1"),
        (("check", "a.pdf", "--theme", "A"), "'A' is a source, not a theme"),
        (("check", "a.pdf", "--require", "A1.1c"), "--require A1.1c: there is no measure 'A1.1c'"),
        (("recommendations", "show", "A1.1c"), "A1.1c' in the list; did you mean 'A1.1"),
    ):
        result = run(*arguments, *own)
        assert (result.code, result.err.count("\n")) == (2, 1)
        assert says in result.err


def test_files_that_no_list_can_be_made_of(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4")
    result = run("recommendations", "import", path, *ENGLISH)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"error: {path}: no list can be taken from a file of this kind. "
        "Give an Excel file (.xlsx), a CSV file or a Word file (.docx).\n"
    )


def test_advice_on_a_list(run: Run, list_file: Path) -> None:
    result = run("recommendations", "lint", list_file, *ENGLISH)
    assert (result.code, result.err) == (0, "")
    out = " ".join(result.out.split())
    assert "A1.1b hint no concepts; they will be derived from the text [no-concepts]" in out
    assert "related: A1.1a is not in related of B1.1a [related-one-way]" in out
    assert "geen begrippen (concepts)" in run("recommendations", "lint", list_file).out
