"""The type of a file is found from its content; what cannot be read is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from make_documents import docx, odt, package, paragraph
from websites import PROGRAMME, as_markdown, page

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import FileType
from manifesto_check.sources import join_programmes, read_programme
from manifesto_check.sources.detecting import checked_type, file_type

TEXT = "Wie geen thuis heeft krijgt van ons eerst een huis.\n"
FILES = {
    FileType.PDF: b"%PDF-1.7\n",
    FileType.DOCX: docx(paragraph(TEXT)),
    FileType.ODT: odt("<text:p>x</text:p>"),
    FileType.HTML: page("bare").encode(),
    FileType.MARKDOWN: as_markdown().encode(),
    FileType.TEXT: PROGRAMME.encode(),
}


@pytest.mark.parametrize("name", ["a", "a.pdf", "a.docx", "a.html", "a.txt", "a.xyz", "-"])
@pytest.mark.parametrize("type_", FILES)
def test_the_content_tells_the_type_whatever_the_name(type_: FileType, name: str) -> None:
    assert file_type(FILES[type_], name) is type_


def test_the_name_tells_markdown_from_text_where_the_content_does_not() -> None:
    assert file_type(TEXT.encode(), "a.md") is FileType.MARKDOWN
    assert file_type(TEXT.encode(), "a.txt") is FileType.TEXT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<p>Eerst een huis.</p>\n<p>Dan hulp.</p>\n<ul><li>En werk.</li></ul>", "a.txt"),
        ("<?xml version='1.0'?>\n<!DOCTYPE html>\n<html><p>x</p></html>", "a"),
        ("\n<!-- bewaard -->\n<HTML><BODY>x</BODY></HTML>", "a.md"),
        ("Eerst een huis.<p>Dan hulp.</p>", "a.html"),
    ],
)
def test_pieces_of_pages_are_pages(text: str, name: str) -> None:
    assert file_type(text.encode(), name) is FileType.HTML


def test_markdown_may_begin_with_html() -> None:
    text = "<div align='center'>\n<p>a</p><p>b</p><p>c</p></div>\n\n# Wonen\n\nEerst een huis.\n"
    assert file_type(text.encode(), "a.md") is FileType.MARKDOWN


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"{\\rtf1 hallo}", "RTF"),
        (json.dumps({"measures": ["a"]}).encode(), "JSON"),
        (b'{"a": 1}\n{"a": 2}\n', "JSON"),
        (b"<?xml version='1.0'?><rss><item/></rss>", "XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "MHTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "DOC"),
        (package({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "XLSX"),
        (package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "SPREADSHEET"),
        (package({"mimetype": "application/epub+zip", "a": "x"}), "EPUB+ZIP"),
        (package({"a.txt": "x"}), "ZIP"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(ProgrammeError) as caught:
        file_type(data, "programma.md")
    assert (caught.value.problem, caught.value.values["kind"]) == (Problem.OTHER_TYPE, kind)


def test_a_word_file_with_a_password_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ProgrammeError, match="wachtwoord"):
        file_type(data, "a.docx")


def test_a_given_type_goes_before_the_content_where_it_can() -> None:
    assert checked_type(PROGRAMME.encode(), "-", FileType.MARKDOWN) is FileType.MARKDOWN
    assert checked_type(b'{"a": 1}', "-", FileType.TEXT) is FileType.TEXT
    with pytest.raises(ProgrammeError, match="niet van het type PDF"):
        checked_type(PROGRAMME.encode(), "-", FileType.PDF)
    with pytest.raises(ProgrammeError, match="niet van het type HTML"):
        checked_type(FILES[FileType.DOCX], "-", FileType.HTML)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.odt"])
def test_an_error_page_in_place_of_a_file_is_no_programme(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<html><body><h1>404</h1><p>De pagina is niet gevonden.</p></body></html>")
    with pytest.raises(ProgrammeError) as caught:
        read_programme(path)
    assert caught.value.problem is Problem.MISNAMED
    path.write_text(f"<html><body>{f'<p>{TEXT}</p>' * 40}</body></html>")
    assert read_programme(path).type is FileType.HTML


def test_files_of_several_types_can_be_one_programme(tmp_path: Path) -> None:
    for name, type_ in (("a.docx", FileType.DOCX), ("b.txt", FileType.TEXT)):
        (tmp_path / name).write_bytes(FILES[type_])
    whole = join_programmes([read_programme(tmp_path / name) for name in ("a.docx", "b.txt")])
    assert whole.type is FileType.DOCX
    assert [(page.number, page.label) for page in whole.pages] == [(1, "a.docx"), (2, "b.txt")]
    assert {block.page_at(0) for block in whole.blocks} == {1, 2}
