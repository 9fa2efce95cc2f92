"""Files that people have become lists: one measure a row or bullet, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import docx
import jsonschema
import pytest
import yaml
from openpyxl import Workbook

from manifesto_check.recommendations import json_schema, parse_recommendations
from manifesto_check.recommendations.draft import draft_yaml
from manifesto_check.recommendations.importing.columns import Role
from manifesto_check.recommendations.importing.found import ImportFileError, unnumbered
from manifesto_check.recommendations.importing.job import Imported, import_file
from manifesto_check.recommendations.model import RecommendationList

ROWS = [
    ["Thema", "Maatregel", "Opmerking"],
    ["Routes", "Er komen meer fietspaden.", "x"],
    [None, "Kruispunten worden veilig.", None],
    [None, None, None],
    ["Stallen", "2. Er komen meer stallingen.", None],
    ["Stallen", "er komen meer fietspaden", None],
]


def loaded(found: Imported) -> RecommendationList:
    """The list as the loader and a schema validator take it."""
    data = draft_yaml(found.draft)
    jsonschema.Draft202012Validator(json_schema()).validate(yaml.safe_load(data))
    return parse_recommendations(data, "lijst.yaml")


def shape(found: Imported) -> list[tuple[str, str, str, str]]:
    """Source, theme, id and text of each measure."""
    return [(s.title, t.title, m.id, m.text) for s, t, _, m in loaded(found).entries()]


def told(found: Imported) -> dict[str, list[dict[str, str]]]:
    notes: dict[str, list[dict[str, str]]] = {}
    for note in found.notes:
        notes.setdefault(note.code.value, []).append(note.values)
    return notes


def workbook(path: Path, rows: list[list[object]] = ROWS) -> Workbook:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return book


def test_rows_become_measures_and_a_theme_that_is_written_once_goes_on(tmp_path: Path) -> None:
    workbook(tmp_path / "fiets.xlsx")
    found = import_file(tmp_path / "fiets.xlsx")
    assert shape(found) == [
        ("fiets", "Routes", "A1.1a", "Er komen meer fietspaden."),
        ("fiets", "Routes", "A1.2a", "Kruispunten worden veilig."),
        ("fiets", "Stallen", "A2.1a", "Er komen meer stallingen."),
    ]
    notes = told(found)
    assert notes["empty-rows"][0]["count"] == "1"
    assert "rij 6" in notes["duplicate"][0]["where"]
    assert notes["column-ignored"][0]["column"] == "Opmerking"


def test_merged_cells_hidden_sheets_and_formulas(tmp_path: Path) -> None:
    book = workbook(tmp_path / "a.xlsx")
    book.active.title = "Fiets"
    book.active.merge_cells("A2:A4")
    book.active["B8"] = '="niet "&"berekend"'
    hidden = book.create_sheet("Oud")
    hidden.append(["Maatregel"])
    hidden.append(["Dit is geschrapt."])
    hidden.sheet_state = "veryHidden"
    book.create_sheet("Leeg")
    book.save(tmp_path / "a.xlsx")

    found = import_file(tmp_path / "a.xlsx")

    assert [row[1] for row in shape(found)] == ["Routes", "Routes", "Stallen"]
    notes = told(found)
    assert notes["hidden-sheet"][0]["sheet"] == "Oud"
    assert notes["empty-sheet"][0]["sheet"] == "Leeg"
    assert notes["formula"][0]["where"] == "Fiets!B8"


def test_sheets_are_themes_or_with_a_column_for_themes_sources(tmp_path: Path) -> None:
    book = Workbook()
    for title, text in (("Routes", "Meer fietspaden."), ("Stallen", "Meer stallingen.")):
        sheet = book.create_sheet(title)
        sheet.append(["Maatregel"])
        sheet.append([text])
    del book["Sheet"]
    book.save(tmp_path / "a.xlsx")
    assert [row[:2] for row in shape(import_file(tmp_path / "a.xlsx"))] == [
        ("a", "Routes"),
        ("a", "Stallen"),
    ]
    for sheet in book.worksheets:
        sheet["B1"], sheet["B2"] = "Thema", "Fiets"
    book.save(tmp_path / "a.xlsx")
    assert [row[:2] for row in shape(import_file(tmp_path / "a.xlsx"))] == [
        ("Routes", "Fiets"),
        ("Stallen", "Fiets"),
    ]


def test_recommendations_ids_examples_and_sources_have_their_columns(tmp_path: Path) -> None:
    rows = [
        ["Bron", "Thema", "Aanbeveling", "Nr", "Maatregel", "Voorbeeld", "Tegendeel"],
        [
            "Nota",
            "Routes",
            "Meer ruimte",
            "F1",
            "Meer fietspaden.",
            "Wij leggen aan.",
            "Weg ermee.",
        ],
        ["Nota", "Routes", "Meer ruimte", "F1", "Bredere fietspaden.", "", ""],
        ["Brief", "Routes", "Geld", "3", "Meer geld.", "", ""],
    ]
    workbook(tmp_path / "a.xlsx", rows)
    found = import_file(tmp_path / "a.xlsx")
    entries = list(loaded(found).entries())
    assert [(s.title, r.id, m.id) for s, _, r, m in entries] == [
        ("Nota", "A1.1", "F1"),
        ("Nota", "A1.1", "A1.1b"),
        ("Brief", "B1.1", "B1.1a"),
    ]
    assert entries[0][3].examples == ("Wij leggen aan.",)
    assert entries[0][3].opposed_by == ("Weg ermee.",)
    assert told(found)["id-changed"][0]["id"] == "F1"


def test_columns_without_names_are_told_by_what_they_hold_or_by_the_user(tmp_path: Path) -> None:
    rows = [["Routes", "Er komen meer fietspaden."], ["Routes", "Er komen minder kruispunten."]]
    workbook(tmp_path / "a.xlsx", rows)
    found = import_file(tmp_path / "a.xlsx")
    assert [row[1] for row in shape(found)] == ["Routes", "Routes"]
    assert "no-header" in told(found)
    turned = import_file(tmp_path / "a.xlsx", {Role.MEASURE: "a", Role.THEME: "B"})
    assert shape(turned)[0][3] == "Routes"
    with pytest.raises(ImportFileError, match="er is geen kolom 'Q'; er zijn: 'A', 'B'"):
        import_file(tmp_path / "a.xlsx", {Role.MEASURE: "Q"})


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ";"), ("utf-8-sig", ","), ("cp1252", ";"), ("utf-16", "\t"), ("utf-8", "|")],
)
def test_csv_of_every_dialect_and_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = '"Thema"{0}"Maatregel"\r\n"Één"{0}"Er komen, overal; fietsenstallingen – ""meer""."\r\n'
    (tmp_path / "a.csv").write_bytes(text.format(delimiter).encode(encoding))
    found = import_file(tmp_path / "a.csv")
    expected = 'Er komen, overal; fietsenstallingen – "meer".'
    assert [row[1::2] for row in shape(found)] == [("Één", expected)]
    assert ("encoding" in told(found)) is (encoding in {"cp1252", "utf-16"})


def test_csv_that_names_its_delimiter_for_excel(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("sep=;\nMaatregel;Thema\nMeer paden, snel;Fiets\n", "utf-8")
    assert [row[1::2] for row in shape(import_file(tmp_path / "a.csv"))] == [
        ("Fiets", "Meer paden, snel")
    ]


def test_formulas_in_csv_stay_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('Maatregel\n"=HYPERLINK(""x"")"\n@cmd\n', "utf-8")
    assert [row[3] for row in shape(import_file(tmp_path / "a.csv"))] == ['=HYPERLINK("x")', "@cmd"]


def test_documents_by_headings_and_bullets(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Fietsagenda", style="Title")
    document.add_paragraph("Een inleiding die geen maatregel is.")
    document.add_heading("1. Routes", 1)
    document.add_paragraph("Er komen meer fietspaden.", style="List Bullet")
    document.add_paragraph("Bij kruispunten:", style="List Bullet")
    document.add_paragraph("krijgt de fiets voorrang", style="List Bullet 2")
    document.add_heading("Stallen", 1)
    document.add_paragraph("• Er komen meer stallingen.")
    document.save(tmp_path / "a.docx")

    found = import_file(tmp_path / "a.docx")

    assert shape(found) == [
        ("Fietsagenda", "Routes", "A1.1a", "Er komen meer fietspaden."),
        ("Fietsagenda", "Routes", "A1.1b", "Bij kruispunten: krijgt de fiets voorrang"),
        ("Fietsagenda", "Stallen", "A2.1a", "Er komen meer stallingen."),
    ]
    assert told(found)["not-a-bullet"][0]["count"] == "1"
    assert told(found)["lead-in"][0]["text"] == "Bij kruispunten:"


def test_two_levels_of_headings_are_sources_and_themes(tmp_path: Path) -> None:
    document = docx.Document()
    for source, theme in (("Gemeente", "Routes"), ("Rijk", "Geld")):
        document.add_heading(source, 1)
        document.add_heading(theme, 2)
        document.add_paragraph(f"Meer {theme}.", style="List Number")
    document.save(tmp_path / "a.docx")
    assert [row[:2] for row in shape(import_file(tmp_path / "a.docx"))] == [
        ("Gemeente", "Routes"),
        ("Rijk", "Geld"),
    ]


def test_tables_in_a_document_with_cells_merged_over_rows(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for place, text in (((0, 0), "Thema"), ((0, 1), "Maatregel"), ((1, 0), "Routes")):
        table.cell(*place).text = text
    table.cell(1, 1).text, table.cell(2, 1).text = "Meer fietspaden.", "Betere kruispunten."
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(tmp_path / "a.docx")
    assert [row[1::2] for row in shape(import_file(tmp_path / "a.docx"))] == [
        ("Routes", "Meer fietspaden."),
        ("Routes", "Betere kruispunten."),
    ]


def test_a_document_without_bullets_gives_its_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Er komen meer fietspaden.")
    document.save(tmp_path / "a.docx")
    found = import_file(tmp_path / "a.docx")
    assert shape(found)[0][3] == "Er komen meer fietspaden."
    assert "paragraphs" in told(found)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("1. Meer paden", "Meer paden"),
        ("1.2 Meer paden", "Meer paden"),
        ("a) Meer paden", "Meer paden"),
        ("• - Meer paden", "Meer paden"),
        ("30 km per uur in de stad", "30 km per uur in de stad"),
        ("10.000 nieuwe stallingen", "10.000 nieuwe stallingen"),
        ("1.5 miljoen fietsen", "1.5 miljoen fietsen"),
    ],
)
def test_numbering_goes_and_figures_stay(written: str, text: str) -> None:
    assert unnumbered(written) == text
