"""Saved web pages: the programme, all of it, and nothing of the site around it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from websites import NOISE, PAGES, PROGRAMME, page

from manifesto_check.model import Block, FileType, Programme, Reason, Status
from manifesto_check.sources.html import HtmlSource

HOUSE = "Wie geen thuis heeft krijgt van ons eerst een huis."
FINE = "Wij schrappen de boete voor buiten slapen."


def read(text: str) -> Programme:
    return HtmlSource().read(text.encode(), "programma.html")


def body(text: str) -> list[Block]:
    return list(read(f"<html><body>{text}</body></html>").blocks)


def texts(text: str) -> list[str]:
    return [block.text for block in body(text)]


@pytest.mark.parametrize("name", PAGES)
def test_all_of_the_programme_and_nothing_of_the_site(name: str) -> None:
    lines = [line.removeprefix("- ") for line in PROGRAMME.split("\n") if line]
    assert [block.text for block in read(page(name)).blocks] == lines


@pytest.mark.parametrize("name", PAGES)
def test_lines_are_those_of_the_source(name: str) -> None:
    source = page(name).split("\n")
    for block in read(page(name)).blocks:
        assert block.line is not None
        assert block.text.split()[0] in source[block.line - 1]


def test_kinds_and_depths_are_kept() -> None:
    blocks = body(
        f"<h1>Samen verder</h1><h2>Wonen</h2><p>{HOUSE}</p><ul><li>{FINE}<ul><li>Ook in de winter."
        "</li></ul></li></ul><h2>Zorg</h2><ol><li><p>Eerst een huis.</p></li></ol>"
    )
    assert [(b.kind.value, b.level, b.text) for b in blocks] == [
        ("heading", 1, "Samen verder"),
        ("heading", 2, "Wonen"),
        ("paragraph", 1, HOUSE),
        ("bullet", 1, FINE),
        ("bullet", 2, "Ook in de winter."),
        ("heading", 2, "Zorg"),
        ("bullet", 1, "Eerst een huis."),
    ]
    assert blocks[4].section == ("Wonen",)


def test_a_quote_has_the_line_where_it_begins() -> None:
    (block,) = body(f"<p>Wij willen\ndit: <b>nu</b>.\n{FINE}</p>")
    assert block.line_at(block.text.index("Wij schrappen")) == 3


def test_text_between_blocks_and_breaks_is_text() -> None:
    assert texts(f"<div>{HOUSE}<p>{FINE}</p>En meer.</div>") == [HOUSE, FINE, "En meer."]
    assert texts("<p>Wij doen dit:<br>- wij bouwen huizen<br>- wij helpen</p>") == [
        "Wij doen dit:",
        "wij bouwen huizen",
        "wij helpen",
    ]


def test_two_breaks_end_a_paragraph() -> None:
    assert texts(f"Wonen is een recht.<br>{HOUSE}<br />\n <br>{FINE}<br><br><br>En meer.") == [
        f"Wonen is een recht. {HOUSE}",
        FINE,
        "En meer.",
    ]


def test_rows_of_a_table_of_figures_are_bullets() -> None:
    rows = "<tr><th>Wat</th><th>Kosten</th></tr><tr><td>Een inloophuis</td><td>1 miljoen</td></tr>"
    assert texts(f"<table>{rows}</table>") == ["Wat | Kosten", "Een inloophuis | 1 miljoen"]


def test_struck_out_text_does_not_count() -> None:
    assert texts(f"<p>{HOUSE} <del>{FINE}</del></p>") == [HOUSE]
    row = f"<tr><td><b>Wonen</b></td><td><del>{FINE}</del> {HOUSE}</td></tr>"
    assert texts(f"<table>{row}<tr><td>Zorg</td><td>1 miljoen</td></tr></table>") == [
        f"Wonen | {HOUSE}",
        "Zorg | 1 miljoen",
    ]


def test_a_programme_published_as_news_is_read() -> None:
    text = f'<div class="nieuws news-item"><h1>Ons programma</h1><p>{HOUSE}</p><p>{FINE}</p></div>'
    assert texts(f"{text}<div class='news'><p>Kort nieuws.</p></div>")[:3] == [
        "Ons programma",
        HOUSE,
        FINE,
    ]


def test_a_page_that_a_script_fills_is_unreadable_and_says_why() -> None:
    programme = read('<html><body><div id="app"></div><script>start()</script></body></html>')
    assert programme.status is Status.UNREADABLE
    assert programme.unreadable_reason is Reason.NO_MAIN_TEXT


def test_the_title_is_that_of_the_page_without_the_name_of_the_site() -> None:
    text = (
        f"<title>Samen verder | De Brede Dijk</title><h1>Samen verder</h1><h2>Wonen</h2><p>{HOUSE}"
    )
    programme = read(f"<html><body>{text}</body></html>")
    assert (programme.title, programme.type) == ("Samen verder", FileType.HTML)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/=\"' pdivulthrbaW.oné\n&;#!-", max_size=300))
def test_any_page_is_read(text: str) -> None:
    read(f"<html>{text}")


def test_the_noise_is_in_the_pages() -> None:
    """Or the test above would show nothing."""
    assert all(any(noise in page(name) for noise in NOISE) for name in PAGES)
