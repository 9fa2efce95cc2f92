"""Markdown: headings, lists, tables and lines; nothing of comments, struck text or front matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifesto_check.model import Block, FileType, Programme
from manifesto_check.sources.markdown import MarkdownSource

HOUSE = "Wie geen thuis heeft krijgt van ons eerst een huis."
FINE = "Wij schrappen de boete voor buiten slapen."


def read(text: str) -> Programme:
    return MarkdownSource().read(text.encode(), "programma.md")


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).blocks]


def shown(block: Block) -> tuple[str, int, str, int | None]:
    return block.kind.value, block.level, block.text, block.line


def test_blocks_keep_their_kind_depth_and_line() -> None:
    programme = read(
        f"# Samen verder\n\n## Wonen\n\n{HOUSE}\n\n- {FINE}\n  - Ook in de winter.\n\nZorg\n----\n"
        "\n1. Eerst een huis.\n2. Dan hulp.\n"
    )
    assert [shown(block) for block in programme.blocks] == [
        ("heading", 1, "Samen verder", 1),
        ("heading", 2, "Wonen", 3),
        ("paragraph", 1, HOUSE, 5),
        ("bullet", 1, FINE, 7),
        ("bullet", 2, "Ook in de winter.", 8),
        ("heading", 2, "Zorg", 10),
        ("bullet", 1, "Eerst een huis.", 13),
        ("bullet", 1, "Dan hulp.", 14),
    ]
    assert programme.blocks[2].section == ("Wonen",)
    assert (programme.type, programme.title) == (FileType.MARKDOWN, "Samen verder")


def test_a_quote_has_the_line_where_it_begins_and_not_that_of_its_paragraph() -> None:
    (block,) = read(f"\n\nWij willen dit.\n{HOUSE}\n{FINE}\n").blocks
    assert block.line == 3
    assert block.line_at(block.text.index("Wij schrappen")) == 5


def test_marks_are_no_text() -> None:
    text = 'Wij *bouwen* **elk** [jaar](https://voorbeeld.nl "titel") `honderd`\\* huizen.[^1]'
    assert texts(text) == ["Wij bouwen elk jaar honderd* huizen."]


@pytest.mark.parametrize(
    "text",
    [
        f"{HOUSE}\n\n<!-- {FINE} -->",
        f"{HOUSE} <!-- {FINE} -->",
        f"{HOUSE} ~~{FINE}~~",
        f"{HOUSE} <del>{FINE}</del>",
        f"{HOUSE} ![{FINE}](foto.jpg)",
        f"---\ntitle: x\nnote: {FINE}\n---\n\n{HOUSE}",
    ],
)
def test_what_is_no_part_of_the_text_is_not_read(text: str) -> None:
    assert texts(text) == [HOUSE]


def test_the_title_comes_from_the_front_matter_and_lines_are_those_of_the_file() -> None:
    programme = read(f"---\ntitle: 'Samen verder'\n---\n\n{HOUSE}")
    assert programme.title == "Samen verder"
    assert programme.blocks[0].line == 5


def test_rows_of_a_table_are_bullets() -> None:
    text = "| Wat | Kosten |\n| --- | --- |\n| Inloophuis in elke wijk | 1 miljoen |\n"
    assert shown(read(text).blocks[-1]) == ("bullet", 1, "Inloophuis in elke wijk | 1 miljoen", 3)


def test_html_in_it_is_text_without_its_tags() -> None:
    assert texts(f"<details>\n<summary>Wonen</summary>\n\n{HOUSE}\n\n</details>") == [
        "Wonen",
        HOUSE,
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("caf&eacute;s en co&ouml;peraties", "cafés en coöperaties"),
        (f"<del>{FINE}</del> {HOUSE}", HOUSE),
        ("<td>Wonen</td><td>Wij bouwen</td>", "Wonen Wij bouwen"),
        (f"<del>nooit gesloten {HOUSE}", f"nooit gesloten {HOUSE}"),
    ],
)
def test_html_blocks_are_read_as_a_browser_shows_them(html: str, text: str) -> None:
    assert texts(f"<div>\n{html}\n</div>") == [text]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert texts(f"---\n\n# Wij willen: wonen\n\n{HOUSE}\n\n---\n\n{FINE}") == [
        "Wij willen: wonen",
        HOUSE,
        FINE,
    ]


def test_indented_text_is_no_code() -> None:
    assert texts(f"Wonen is een recht.\n\n    {HOUSE}\n") == ["Wonen is een recht.", HOUSE]


def test_typed_bullets_and_bold_headings_are_known() -> None:
    blocks = read(f"# Zorg en meer\n\n**Wat wij doen**\n\n• {HOUSE}\n• {FINE}\n\n# Slot\n").blocks
    assert [block.kind.value for block in blocks] == [
        "heading",
        "heading",
        "bullet",
        "bullet",
        "heading",
    ]


def test_a_list_of_links_is_a_table_of_contents() -> None:
    links = "\n".join(f"- [{name}](#{name})" for name in ("Wonen", "Zorg", "Water"))
    assert texts(f"{links}\n\n# Wonen\n\n{HOUSE}") == ["Wonen", HOUSE]


def test_lines_of_windows_count_as_lines() -> None:
    assert [b.line for b in read(f"# Wonen\r\n\r\n{HOUSE}\r\n\r\n{FINE}").blocks] == [1, 3, 5]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="# -*>_`~[]()|<!\n\tabcdWonen.:1é", max_size=300))
def test_any_markdown_is_read(text: str) -> None:
    for block in read(text).blocks:
        assert block.text.strip()
        assert block.line is not None
