"""Files from strangers: each is imported or refused in one sentence, soon, and nothing is run."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from manifesto_check.recommendations import parse_recommendations
from manifesto_check.recommendations.draft import draft_yaml
from manifesto_check.recommendations.importing import packages
from manifesto_check.recommendations.importing.found import MAX_ROWS, ImportFileError, clean
from manifesto_check.recommendations.importing.job import import_file
from manifesto_check.recommendations.importing.phrases import ENGLISH


def refused(path: Path) -> str:
    with pytest.raises(ImportFileError) as caught:
        import_file(path)
    message, english = str(caught.value), caught.value.told(ENGLISH)
    for told in (message, english):
        assert told.startswith(str(path))
        assert "\n" not in told
    assert message != english
    return message


def workbook_bytes() -> bytes:
    book, data = Workbook(), io.BytesIO()
    book.active.append(["Maatregel"])
    book.active.append(["Er komen meer fietspaden."])
    book.save(data)
    return data.getvalue()


def document_bytes() -> bytes:
    document, data = docx.Document(), io.BytesIO()
    document.add_paragraph("Er komen meer fietspaden.", style="List Bullet")
    document.save(data)
    return data.getvalue()


def changed(data: bytes, member: str, content: bytes) -> bytes:
    """A package with another content of one member."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", 8) as new:
        for info in old.infolist():
            new.writestr(info, content if info.filename == member else old.read(info))
    return result.getvalue()


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    for name, data, member in (
        ("a.xlsx", workbook_bytes(), "xl/worksheets/sheet1.xml"),
        ("a.docx", document_bytes(), "word/document.xml"),
    ):
        path = tmp_path / name
        path.write_bytes(changed(data, member, b" " * (packages.MAX_XML + 1)))
        assert path.stat().st_size < 1_000_000
        assert "te groot" in refused(path)


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_xml_entities_are_refused(tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim")
    what = f'SYSTEM "file://{secret}"' if kind == "external" else '"haha"'
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e {what}>]>'.encode()
    for name, data, member in (
        ("a.xlsx", workbook_bytes(), "xl/workbook.xml"),
        ("a.docx", document_bytes(), "word/document.xml"),
    ):
        path = tmp_path / name
        path.write_bytes(changed(data, member, head + b"<w>&e;</w>"))
        assert "XML-entiteit" in refused(path)


def test_a_cell_or_merge_at_the_far_end_costs_nothing(tmp_path: Path) -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<dimension ref="A1:XFD1048576"/><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>Maatregel</t></is></c></row>'
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>Meer paden.</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>ver</t></is></c></row>'
        b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048575"/></mergeCells>'
        b"</worksheet>"
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(workbook_bytes(), "xl/worksheets/sheet1.xml", sheet))
    assert [m.text for m in import_file(path).draft.measures] == ["Meer paden."]


def test_too_many_rows_are_cut_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Maatregel\n" + "".join(f"Meer paden {n}.\n" for n in range(MAX_ROWS + 9)))
    found = import_file(path)
    assert len(found.draft.measures) == MAX_ROWS - 1
    assert "too-many" in {note.code.value for note in found.notes}


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.xlsx", b"", "leeg"),
        ("a.xlsx", b"PK\x03\x04 stuk", "beschadigd"),
        ("a.docx", b"PK\x03\x04word/document.xml", "beschadigd"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "wachtwoord"),
        ("a.pdf", b"%PDF-1.7", "Excel-bestand"),
        ("a.exe", b"MZ", "Excel-bestand"),
        ("a.csv", b"\0\1\2\3", "geen tekst"),
        ("a.csv", b"\n \n;;\n", "geen enkele maatregel"),
        ("a.csv", b"Thema;Nr\nFiets;1\n", "--column maatregel=B"),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, part: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert part in refused(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "bestaat niet" in refused(tmp_path / "weg.xlsx")
    assert "map" in refused(tmp_path)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text(max_size=40), min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_csv_gives_a_list_that_loads_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    import csv

    path = tmp_path_factory.mktemp("csv") / "a.csv"
    with path.open("w", newline="", encoding="utf-8", errors="replace") as file:
        csv.writer(file).writerows(rows)
    try:
        found = import_file(path)
    except ImportFileError:
        return
    loaded = parse_recommendations(draft_yaml(found.draft), "a.yaml")
    assert [m.text for m in loaded.measures] == [m.text for m in found.draft.measures]


@given(st.text())
def test_clean_text_has_only_signs_that_are_seen(text: str) -> None:
    assert clean(text) == clean(clean(text))
    assert clean(text).isprintable()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=8), st.booleans())
def test_a_mutated_package_is_imported_or_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int, new: bytes, is_document: bool
) -> None:
    data = bytearray(document_bytes() if is_document else workbook_bytes())
    place %= len(data)
    data[place : place + len(new)] = new
    path = tmp_path_factory.mktemp("zip") / ("a.docx" if is_document else "a.xlsx")
    path.write_bytes(bytes(data))
    try:
        assert import_file(path).draft.measures
    except ImportFileError as error:
        assert str(path) in str(error)  # noqa: PT017 - either outcome is right
