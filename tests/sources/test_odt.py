"""OpenDocument texts: outline, lists, tables, changes, notes, frames, hidden text."""

from __future__ import annotations

import io

import odfdo
import pytest
from make_documents import odt

from manifesto_check.model import Block, FileType, Programme
from manifesto_check.sources.odt import OdtSource

HOUSE = "Wie geen thuis heeft krijgt van ons eerst een huis."
FINE = "Wij schrappen de boete voor buiten slapen."


def read(data: bytes) -> Programme:
    return OdtSource().read(data, "concept.odt")


def texts(*body: str) -> list[str]:
    return [block.text for block in read(odt(*body)).blocks]


def shown(block: Block) -> tuple[str, int, str]:
    return block.kind.value, block.level, block.text


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def test_headings_and_lists_keep_their_depth() -> None:
    inner = f"<text:list><text:list-item>{p(FINE)}</text:list-item></text:list>"
    bullets = f"<text:list><text:list-item>{p(HOUSE)}{inner}</text:list-item></text:list>"
    programme = read(odt(p("Samen verder", "Title"), h("Wonen"), h("Huur", 2), bullets))
    assert [shown(block) for block in programme.blocks] == [
        ("heading", 1, "Samen verder"),
        ("heading", 1, "Wonen"),
        ("heading", 2, "Huur"),
        ("bullet", 1, HOUSE),
        ("bullet", 2, FINE),
    ]
    assert programme.blocks[3].section == ("Wonen", "Huur")
    assert (programme.type, programme.title) == (FileType.ODT, "Samen verder")


def test_the_line_is_the_number_of_the_paragraph_with_empty_ones() -> None:
    programme = read(odt(h("Wonen"), p(""), p(HOUSE)))
    assert [block.line for block in programme.blocks] == [1, 3]


def test_inserted_text_counts_and_deleted_text_and_comments_do_not() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p(FINE)}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    text = (
        'Wij bouwen <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>'
        '<text:span>honderd</text:span><text:change-end text:change-id="c2"/>'
        f"<office:annotation>{p('Is dit niet te veel?')}</office:annotation> huizen."
    )
    assert texts(changes, p(text)) == ["Wij bouwen honderd huizen."]


@pytest.mark.parametrize(
    "text",
    [
        'Wij bouwen huizen.<text:span text:style-name="T1"> Geheim.</text:span>',
        "Wij bouwen huizen.<text:hidden-text> Geheim.</text:hidden-text>",
    ],
)
def test_hidden_text_does_not_count(text: str) -> None:
    assert texts(p(text)) == ["Wij bouwen huizen."]


def test_a_hidden_section_and_a_table_of_contents_do_not_count() -> None:
    hidden = f'<text:section text:display="none">{p(FINE)}</text:section>'
    index = f"<text:index-body>{p('Wonen 3')}</text:index-body>"
    contents = f"<text:table-of-content>{index}</text:table-of-content>"
    assert texts(contents, hidden, f"<text:section>{p(HOUSE)}</text:section>") == [HOUSE]


def test_a_note_follows_its_paragraph_and_its_number_is_no_text() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p(FINE)}</text:note-body></text:note>"
    )
    assert texts(p(f"{HOUSE}{note}"), p("Klaar en verder.")) == [HOUSE, FINE, "Klaar en verder."]


def test_a_frame_is_text_and_what_describes_a_picture_is_not() -> None:
    frame = (
        f"<draw:frame><draw:text-box>{p(FINE)}</draw:text-box><svg:title>foto</svg:title>"
        "<svg:desc>Een dakloze man</svg:desc></draw:frame>"
    )
    assert texts(p(f"{HOUSE}{frame}")) == [HOUSE, FINE]


def test_rows_of_a_table_are_bullets() -> None:
    cells = "".join(
        f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("Inloophuis", "1 miljoen")
    )
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    (block,) = read(odt(table)).blocks
    assert shown(block) == ("bullet", 1, "Inloophuis | 1 miljoen")


def test_spaces_tabs_and_breaks_are_text() -> None:
    text = 'Wij<text:s text:c="3"/>bouwen<text:tab/>elk jaar:<text:line-break/>- honderd huizen'
    assert texts(p(text)) == ["Wij bouwen elk jaar:", "honderd huizen"]


def test_a_short_bold_paragraph_is_a_heading() -> None:
    programme = read(odt(p("Wat wij doen", "P1"), p(HOUSE)))
    assert programme.blocks[1].section == ("Wat wij doen",)


def test_what_odfdo_writes_is_read() -> None:
    document = odfdo.Document("text")
    document.meta.title = "Samen verder"
    document.body.clear()
    document.body.append(odfdo.Header(1, "Wonen"))
    document.body.append(odfdo.Paragraph(HOUSE))
    document.body.append(odfdo.List([FINE]))
    buffer = io.BytesIO()
    document.save(buffer)
    programme = read(buffer.getvalue())
    assert [shown(block) for block in programme.blocks] == [
        ("heading", 1, "Wonen"),
        ("paragraph", 1, HOUSE),
        ("bullet", 1, FINE),
    ]
    assert programme.title == "Samen verder"
