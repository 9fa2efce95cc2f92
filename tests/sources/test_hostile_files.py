"""Files made to take a reader down: each ends soon, in a programme or in one line of error."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_documents import W, docx, odt, package, paragraph

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.sources import read_programme

TEXT = "Wie geen thuis heeft krijgt van ons eerst een huis. "
SECONDS = 60.0
"""Far more than any of them takes, but for a machine that is busy."""
_LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{other};" * 10}">'
    for other, name in zip("abcdefgh", "bcdefghi", strict=True)
)
ODT = "application/vnd.oasis.opendocument.text"
LAUGHS = f'<!DOCTYPE x [<!ENTITY a "haha">{_LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def document(definitions: str) -> str:
    body = "<w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body>"
    return f'<?xml version="1.0"?>{definitions}<w:document xmlns:w="{W}">{body}</w:document>'


def word(xml: str | bytes) -> bytes:
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def bomb(name: str, mimetype: str) -> bytes:
    """A part of 500 MB of spaces in an archive of half a megabyte."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("mimetype", mimetype)
        with archive.open(name, "w") as file:
            for _ in range(500):
                file.write(b" " * (1 << 20))
    return buffer.getvalue()


def outcome(tmp_path: Path, name: str, data: bytes) -> Problem | str:
    path = tmp_path / name
    path.write_bytes(data)
    begin = time.process_time()
    try:
        programme = read_programme(path)
    except ProgrammeError as error:
        return error.problem if error.problem and "\n" not in str(error) else str(error)
    finally:
        assert time.process_time() - begin < SECONDS
    return programme.status.value


CASES = {
    "a bomb.docx": (lambda: bomb("word/document.xml", "x"), Problem.UNPACKS_TOO_LARGE),
    "a bomb.odt": (lambda: bomb("content.xml", ODT), Problem.UNPACKS_TOO_LARGE),
    "a billion laughs.docx": (lambda: word(document(LAUGHS)), Problem.UNSAFE),
    "an entity from outside.docx": (lambda: word(document(OUTSIDE)), Problem.UNSAFE),
    "laughs in UTF-16.docx": (lambda: word(document(LAUGHS).encode("utf-16")), Problem.UNSAFE),
    "a billion laughs.odt": (lambda: odt(**{"content.xml": document(LAUGHS)}), Problem.UNSAFE),
    "an entity in the styles.odt": (
        lambda: odt(**{"styles.xml": document(OUTSIDE)}),
        Problem.UNSAFE,
    ),
    "deep.docx": (lambda: docx("<w:sdt><w:sdtContent>" * 90_000), Problem.DAMAGED),
    "deep.odt": (lambda: odt("<text:list><text:list-item>" * 90_000), Problem.DAMAGED),
    "half.docx": (lambda: docx(paragraph(TEXT))[:300], Problem.DAMAGED),
    "no XML.docx": (lambda: word("<w:document"), Problem.DAMAGED),
    "noughts.docx": (lambda: word(bytes(100)), Problem.DAMAGED),
    "deep.html": (lambda: "<html>" + "<div>" * 200_000 + TEXT, "unreadable"),
    "comments.html": (lambda: "<html>" + "<!--" * 250_000, "unreadable"),
    "scripts.html": (lambda: "<html>" + "<script>" * 200_000, "unreadable"),
    "brackets.html": (lambda: "<html><p>" + "<" * 2_000_000, Problem.TOO_LONG),
    "long.html": (lambda: "<html>" + f"<p>{TEXT}</p>" * 20_000, "read"),
    "classes.html": (lambda: f'<html class="{"a-b " * 900_000}"><p>{TEXT}', "read"),
    "quotes in quotes.md": (lambda: ">" * 200_000 + TEXT, "read"),
    "brackets.md": (lambda: "[" * 1_000_000, "unreadable"),
    "half links.md": (lambda: "[a](" * 500_000, "read"),
    "half links in paragraphs.md": (lambda: ("[a](" * 10_000 + "\n\n") * 20, "read"),
    "stars.md": (lambda: "*a **b " * 200_000, "read"),
    "a wide table.md": (lambda: f"{'|' * 2000}\n{'-|' * 2000}\n" + "a|" * 400_000, "read"),
    "deep lists.md": (lambda: "\n".join(f"{'  ' * i}- a b" for i in range(2000)), "read"),
    "lines.txt": (lambda: "a\n" * 2_000_000, Problem.TOO_LONG),
    "long.txt": (lambda: TEXT * 200_000, Problem.TOO_LONG),
    "spaces.txt": (lambda: " " * 4_000_000 + TEXT, "read"),
    "signs.txt": (lambda: "# " + " #" * 1_000_000, "unreadable"),
    "a menu.txt": (lambda: "Home | " * 600_000, "read"),
    "cookies.txt": (lambda: "wij gebruiken cookies op deze site " * 100_000, "read"),
    "news.txt": (lambda: "Laatste nieuws\n\n" * 100_000, "read"),
    "hyphens.txt": (lambda: "huur-\n" * 400_000, "read"),
    "noughts.txt": (lambda: bytes(1_000_000), Problem.NO_TEXT_FILE),
    "half JSON.txt": (lambda: "[" * 200_000, "unreadable"),
    "blank.md": (lambda: "\n \n", "unreadable"),
    "nothing.md": (lambda: b"", Problem.EMPTY),
}


@pytest.mark.parametrize("name", CASES)
def test_it_ends_soon_and_says_what_is_wrong(tmp_path: Path, name: str) -> None:
    make, expected = CASES[name]
    data = make()
    assert outcome(tmp_path, name, data.encode() if isinstance(data, str) else data) == expected


def test_macros_and_what_a_file_points_to_are_left_alone(tmp_path: Path) -> None:
    link = '<Relationship Id="r" TargetMode="External" Target="file:///etc/passwd" Type="t"/>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{link}</Relationships>"
    )
    parts = zipfile.ZipFile(io.BytesIO(docx(paragraph(TEXT))))
    files: dict[str, str | bytes] = {name: parts.read(name) for name in parts.namelist()}
    files |= {"word/vbaProject.bin": b"macro", "word/_rels/document.xml.rels": relations}
    path = tmp_path / "concept.docm"
    path.write_bytes(package(files))
    (block,) = read_programme(path).blocks
    assert block.text == TEXT.strip()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
@pytest.mark.skipif(sys.platform == "win32", reason="the file stays open there for a moment")
def test_a_damaged_file_is_never_a_fault_of_the_tool(tmp_path: Path, data: st.DataObject) -> None:
    """A few bytes of a good file changed: read, or refused in one line."""
    name, good = data.draw(
        st.sampled_from(
            [
                ("a.docx", docx(paragraph("Wonen", "Kop1"), paragraph(TEXT))),
                ("a.odt", odt(f"<text:p>{TEXT}</text:p>")),
                ("a.html", f"<html><body><h1>Wonen</h1><p>{TEXT}</p></body></html>".encode()),
                ("a.md", f"# Wonen\n\n- {TEXT}\n".encode()),
            ]
        )
    )
    broken = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(broken) - 1))
        broken[place] = data.draw(st.integers(0, 255))
    outcome(tmp_path, name, bytes(broken))
