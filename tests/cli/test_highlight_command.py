"""``highlight``: what it refuses, what it tells, and that the programme stays as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fake_checking import Run
from pypdf import PdfReader

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A copy of an example, which may be spoiled."""
    return Path(shutil.copy(EXAMPLES / "koers-en-ruimte.pdf", tmp_path / "programma.pdf"))


def test_it_writes_a_marked_copy_and_leaves_the_programme_alone(run: Run, programme: Path) -> None:
    before = programme.read_bytes()
    copy = programme.with_name("kopie.pdf")
    result = run("highlight", programme, "--output", copy, "--theme", "V1")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith(f"{copy}: ")
    assert "citaten gemarkeerd" in result.err
    assert programme.read_bytes() == before
    kinds = [
        annotation.get_object()["/Subtype"]
        for page in PdfReader(copy).pages
        for annotation in page.annotations or ()
    ]
    assert kinds.count("/Highlight") >= 3


def same_path(programme: Path) -> Path:
    return programme


def another_spelling(programme: Path) -> Path:
    return programme.parent / "." / ".." / programme.parent.name / programme.name


def symlink(programme: Path) -> Path:
    link = programme.with_name("verwijzing.pdf")
    link.symlink_to(programme)
    return link


def hard_link(programme: Path) -> Path:
    link = programme.with_name("tweede-naam.pdf")
    link.hardlink_to(programme)
    return link


@pytest.mark.parametrize("way", [same_path, another_spelling, symlink, hard_link])
def test_the_programme_is_never_overwritten(run: Run, programme: Path, way: object) -> None:
    before = programme.read_bytes()
    output = way(programme)  # type: ignore[operator]
    result = run("highlight", programme, "--output", output)
    assert (result.code, result.out) == (2, "")
    assert "--output zou een bestand overschrijven" in result.err
    assert programme.read_bytes() == before


def test_nothing_is_written_of_a_programme_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    wrong, copy = tmp_path / "wrong.pdf", tmp_path / "kopie.pdf"
    wrong.write_text("no PDF at all")
    result = run("highlight", wrong, "--output", copy)
    assert (result.code, copy.exists()) == (3, False)
    assert str(wrong) in result.err


def test_wrong_use(run: Run, programme: Path) -> None:
    assert run("highlight", programme).code == 2
    lost = run("highlight", programme, "--output", programme.parent / "nergens" / "x.pdf")
    assert (lost.code, "nergens" in lost.err) == (2, True)
    unknown = run("highlight", programme, "-o", programme.with_name("x.pdf"), "--theme", "Q9")
    assert (unknown.code, programme.with_name("x.pdf").exists()) == (2, False)


def test_a_copy_on_stdout(run: Run, programme: Path, tmp_path: Path) -> None:
    """The bytes go through as they are (the capture decodes them, so only the head is sure)."""
    result = run("highlight", programme, "--output", "-", "--measure", "V1.1a", "--quiet")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("%PDF-")
