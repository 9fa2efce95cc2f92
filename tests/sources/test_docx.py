"""Word files: styles, lists, tables, changes, notes, text boxes, hidden text."""

from __future__ import annotations

import io

import docx as python_docx
import pytest
from make_documents import STYLES, W, docx, package, paragraph, run, runs

from manifesto_check.model import Block, BlockKind, FileType, Programme
from manifesto_check.sources.docx import DocxSource

HOUSE = "Wie geen thuis heeft krijgt van ons eerst een huis."
FINE = "Wij schrappen de boete voor buiten slapen."


def read(data: bytes) -> Programme:
    return DocxSource().read(data, "concept.docx")


def texts(*body: str, **parts: str) -> list[str]:
    return [block.text for block in read(docx(*body, **parts)).blocks]


def shown(block: Block) -> tuple[str, int, str]:
    return block.kind.value, block.level, block.text


def test_headings_and_lists_are_known_by_their_styles_in_any_language() -> None:
    programme = read(
        docx(
            paragraph("Samen verder", "Titel"),
            paragraph("Wonen", "Kop1"),
            paragraph("Huur", "Kop2"),
            paragraph(HOUSE),
            paragraph(FINE, "Lijst"),
            paragraph("Zorg", "MijnKop"),
        )
    )
    assert [shown(block) for block in programme.blocks] == [
        ("heading", 1, "Samen verder"),
        ("heading", 1, "Wonen"),
        ("heading", 2, "Huur"),
        ("paragraph", 1, HOUSE),
        ("bullet", 1, FINE),
        ("heading", 1, "Zorg"),
    ]
    assert programme.blocks[3].section == ("Wonen", "Huur")
    assert programme.title == "Samen verder"
    assert (programme.type, len(programme.pages)) == (FileType.DOCX, 1)


def test_the_line_is_the_number_of_the_paragraph_with_empty_ones() -> None:
    programme = read(docx(paragraph("Wonen", "Kop1"), paragraph(""), paragraph(HOUSE)))
    assert [(block.line, block.line_at(20)) for block in programme.blocks] == [(1, 1), (3, 3)]


@pytest.mark.parametrize(("properties", "depth"), [("0", 1), ("2", 3)])
def test_a_list_without_a_style_has_its_depth(properties: str, depth: int) -> None:
    numbering = f'<w:numPr><w:ilvl w:val="{properties}"/><w:numId w:val="4"/></w:numPr>'
    (block,) = read(docx(paragraph(FINE, None, numbering))).blocks
    assert (block.kind, block.level) == (BlockKind.BULLET, depth)


def test_a_paragraph_may_take_itself_out_of_the_list_of_its_style() -> None:
    (block,) = read(
        docx(paragraph(FINE, "Lijst", '<w:numPr><w:numId w:val="0"/></w:numPr>'))
    ).blocks
    assert block.kind is BlockKind.PARAGRAPH


def test_a_short_bold_paragraph_is_a_heading_below_all_others() -> None:
    programme = read(
        docx(
            paragraph("Wonen", "Kop1"),
            runs(run("Wat wij doen", "<w:b/>")),
            runs(run("Wij bouwen", "<w:b/>") + run(" elk jaar honderd huizen.")),
        )
    )
    assert [block.kind.value for block in programme.blocks] == ["heading", "heading", "paragraph"]
    assert programme.blocks[2].section == ("Wonen", "Wat wij doen")


def test_typed_bullets_are_bullets() -> None:
    body = run("Wij doen dit:") + "<w:r><w:br/></w:r>" + run("- wij bouwen huizen")
    programme = read(docx(paragraph("• wij openen een inloophuis"), runs(body)))
    assert [shown(block) for block in programme.blocks] == [
        ("bullet", 1, "wij openen een inloophuis"),
        ("paragraph", 1, "Wij doen dit:"),
        ("bullet", 1, "wij bouwen huizen"),
    ]


def test_inserted_text_counts_and_deleted_text_and_comments_do_not() -> None:
    body = (
        run("Wij bouwen ")
        + '<w:del w:author="A"><w:r><w:delText>tien</w:delText></w:r></w:del>'
        + '<w:ins w:author="A"><w:r><w:t>honderd</w:t></w:r></w:ins>'
        + '<w:commentRangeStart w:id="0"/>'
        + run(" huizen.")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + '<w:moveFrom w:author="A"><w:r><w:t>Weg.</w:t></w:r></w:moveFrom>'
    )
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="0"><w:p><w:r><w:t>Is dit niet te veel?</w:t>'
        "</w:r></w:p></w:comment></w:comments>"
    )
    assert texts(runs(body), comments=comments) == ["Wij bouwen honderd huizen."]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted = '<w:rPr><w:del w:author="A"/></w:rPr>'
    assert texts(paragraph("Wij bouwen ", None, deleted), paragraph("honderd huizen.")) == [
        "Wij bouwen honderd huizen."
    ]


@pytest.mark.parametrize("properties", ["<w:vanish/>", '<w:rStyle w:val="Weg"/>'])
def test_hidden_text_does_not_count(properties: str) -> None:
    assert texts(runs(run("Wij bouwen huizen.") + run(" Geheim.", properties))) == [
        "Wij bouwen huizen."
    ]


def test_text_is_not_hidden_where_a_property_is_switched_off() -> None:
    assert texts(runs(run("Wij bouwen huizen.", '<w:vanish w:val="0"/>'))) == ["Wij bouwen huizen."]


def test_a_table_of_contents_is_left_out() -> None:
    gallery = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    entries = paragraph("Inhoud") + paragraph("Wonen 3")
    gallery = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{entries}</w:sdtContent></w:sdt>"
    body = [gallery, paragraph("Zorg\t4", "Inhopg1"), paragraph("Wonen", "Kop1"), paragraph(HOUSE)]
    assert texts(*body) == ["Wonen", HOUSE]


def test_rows_of_a_table_of_figures_are_bullets_and_a_frame_of_text_is_none() -> None:
    def table(*rows: list[str]) -> str:
        cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    figures = table(
        [paragraph("Nachtopvang het hele jaar open"), paragraph("2 miljoen")],
        [paragraph("Inloophuis in elke wijk"), paragraph("1 miljoen")],
    )
    frame = table([paragraph("Kader", "Kop2") + paragraph(HOUSE)])
    programme = read(docx(figures, frame))
    assert [shown(block) for block in programme.blocks] == [
        ("bullet", 1, "Nachtopvang het hele jaar open | 2 miljoen"),
        ("bullet", 1, "Inloophuis in elke wijk | 1 miljoen"),
        ("heading", 2, "Kader"),
        ("paragraph", 1, HOUSE),
    ]


def test_a_deleted_row_does_not_count() -> None:
    row = f'<w:tr><w:trPr><w:del w:author="A"/></w:trPr><w:tc>{paragraph(FINE)}</w:tc></w:tr>'
    assert texts(f"<w:tbl>{row}<w:tr><w:tc>{paragraph(HOUSE)}</w:tc></w:tr></w:tbl>") == [HOUSE]


def test_a_footnote_follows_its_paragraph() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1">'
        f"{paragraph('streep')}</w:footnote><w:footnote w:id='2'>{paragraph(FINE)}</w:footnote>"
        "</w:footnotes>"
    )
    body = runs(run("Zie de noot.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert texts(body, paragraph(HOUSE), footnotes=notes) == ["Zie de noot.", FINE, HOUSE]


def test_a_text_box_that_is_there_in_two_forms_counts_once() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
        f"{paragraph(FINE)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox><w:txbxContent>{paragraph(FINE)}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(runs(run(HOUSE) + box)) == [HOUSE, FINE]


def test_links_fields_and_controls_are_text() -> None:
    body = (
        f"<w:hyperlink>{run('Wij bouwen')}</w:hyperlink><w:fldSimple>{run(' elk')}</w:fldSimple>"
        f"<w:sdt><w:sdtContent>{run(' jaar')}</w:sdtContent></w:sdt>"
        "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        "<w:r><w:tab/><w:t>honderd</w:t><w:noBreakHyphen/><w:t>en-een</w:t></w:r>"
    )
    assert texts(runs(body)) == ["Wij bouwen elk jaar honderd-en-een"]


def test_headers_and_footers_are_not_read() -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraph(FINE)}</w:hdr>'
    assert texts(paragraph(HOUSE), header1=header, footer1=header) == [HOUSE]


def test_the_strict_form_of_the_standard_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = (
        f'<w:document xmlns:w="{strict}"><w:body>{paragraph("Wonen", "Kop1")}</w:body></w:document>'
    )
    parts = {"word/document.xml": document, "word/styles.xml": STYLES.replace(W, strict)}
    (block,) = read(package({"[Content_Types].xml": "<Types/>", **parts})).blocks
    assert shown(block) == ("heading", 1, "Wonen")


def test_what_python_docx_writes_is_read() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Samen verder"
    document.add_heading("Wonen", 1)
    document.add_paragraph(HOUSE)
    document.add_paragraph(FINE, "List Bullet 2")
    document.add_paragraph("Ondertitel", "Subtitle")
    buffer = io.BytesIO()
    document.save(buffer)
    programme = read(buffer.getvalue())
    assert [shown(block) for block in programme.blocks] == [
        ("heading", 1, "Wonen"),
        ("paragraph", 1, HOUSE),
        ("bullet", 1, FINE),
        ("paragraph", 1, "Ondertitel"),
    ]
    assert programme.title == "Samen verder"
