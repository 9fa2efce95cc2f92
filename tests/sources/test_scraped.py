"""Scraped texts: menus, news, cookie notices and reactions go, all of the programme stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from websites import NOISE, PROGRAMME, TEXTS, TITLE, as_markdown

from manifesto_check.model import Programme
from manifesto_check.sources.markdown import MarkdownSource
from manifesto_check.sources.text import TextSource
from manifesto_check.sources.website_words import is_cookie_notice, is_menu_line

LINES = [line.removeprefix("- ") for line in PROGRAMME.split("\n") if line]


def read(text: str) -> Programme:
    return TextSource().read(text.encode(), "programma.txt")


def check(programme: Programme) -> None:
    found = [block.text for block in programme.blocks]
    assert [text for text in found if text != TITLE.strip()] == LINES


@pytest.mark.parametrize("name", TEXTS)
def test_only_the_programme_is_left_of_a_scraped_text(name: str) -> None:
    check(read("\n".join(TEXTS[name])))


@pytest.mark.parametrize("name", TEXTS)
def test_blank_lines_make_no_difference(name: str) -> None:
    lines = "\n".join(TEXTS[name]).split("\n")
    programme = read("\n".join(line for line in lines if line.strip()))
    text = "\n".join(block.text for block in programme.blocks)
    assert not [noise for noise in NOISE if noise in text]
    assert not [line for line in LINES if line not in text]


def test_only_the_programme_is_left_of_a_page_turned_into_markdown() -> None:
    check(MarkdownSource().read(as_markdown().encode(), "programma.md"))


def test_nothing_is_left_out_of_a_text_that_is_of_no_site() -> None:
    text = (
        f"{PROGRAMME}\nContact\n\nVragen over dit programma? Bel de fractie.\n\nNieuws en media\n\n"
        "De gemeente steunt de lokale omroep, die het laatste nieuws uit de wijken brengt.\n\n"
        "Agenda voor de stad\n\nIn 2027 openen wij drie inloophuizen in de wijken.\n"
    )
    words = " ".join(text.replace("\n- ", "\n").split())
    assert " ".join(block.text for block in read(text).blocks) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij gebruiken cookies om deze website te verbeteren.", True),
        ("Deze site plaatst cookies. Lees ons cookiebeleid.", True),
        ("Accepteer alle cookies of kies zelf uw voorkeuren.", True),
        ("De overheid verbiedt tracking cookies op websites voor kinderen.", False),
        ("De gemeente plaatst op haar website geen cookies van anderen.", False),
        ("Wij bakken cookies met de kinderen in het buurthuis.", False),
    ],
)
def test_a_notice_on_cookies_is_told_from_a_proposal(text: str, expected: bool) -> None:
    assert is_cookie_notice(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Home | Nieuws | Standpunten | Contact", True),
        ("Home > Standpunten > Wonen", True),
        ("Nieuws Standpunten Mensen Agenda Contact", True),
        ("Wonen, zorg en onderwijs", False),
        ("Wij zoeken contact met mensen die nieuws brengen.", False),
    ],
)
def test_a_menu_on_a_line_is_told_from_a_sentence(text: str, expected: bool) -> None:
    assert is_menu_line(text) is expected


_WORDS = st.lists(
    st.sampled_from(["wij", "bouwen", "zorg", "cookies", "nieuws", "contact", "home", "site"]),
    min_size=9,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(_WORDS.map(lambda words: f"{' '.join(words).capitalize()}."), min_size=1, max_size=6)
)
def test_sentences_stay_whatever_they_are_about(sentences: list[str]) -> None:
    """But for those that read as a notice on cookies of a site."""
    kept = [sentence for sentence in sentences if not is_cookie_notice(sentence)]
    found = " ".join(block.text for block in read("\n\n".join(sentences)).blocks)
    assert found == " ".join(kept)
