"""Plain text: paragraphs, headings and bullets from how lines stand."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifesto_check.model import Block, FileType, Programme
from manifesto_check.sources.text import TextSource

HOUSE = "Wie geen thuis heeft krijgt van ons eerst een huis, en daarna de hulp die daarbij past."
FINE = (
    "Wij schrappen de boete voor buiten slapen en geven wie buiten slaapt een bed en een gesprek."
)


def read(text: str) -> Programme:
    return TextSource().read(text.encode(), "programma.txt")


def shown(block: Block) -> tuple[str, str]:
    return block.kind.value, block.text


def test_wrapped_lines_are_joined_and_a_quote_has_the_line_where_it_begins() -> None:
    text = "\n\n".join(["Wonen", textwrap.fill(f"{HOUSE} {FINE}", 40)])
    heading, paragraph = read(text).blocks
    assert shown(heading) == ("heading", "Wonen")
    assert shown(paragraph) == ("paragraph", f"{HOUSE} {FINE}")
    assert paragraph.line == 3
    line = paragraph.line_at(paragraph.text.index("Wij schrappen"))
    assert line is not None
    assert "Wij" in text.split("\n")[line - 1]


def test_a_hyphen_at_the_end_of_a_line_is_mended() -> None:
    text = (
        f"{HOUSE}\nElk jaar bouwen we duizend sociale huur-\nwoningen in de hele stad en omgeving."
    )
    assert "huurwoningen in de hele stad" in read(text).blocks[-1].text


@pytest.mark.parametrize("sign", ["-", "*", "•", "–", "1.", "a)"])
def test_signs_begin_bullets_that_go_on_over_lines(sign: str) -> None:
    text = (
        f"Wat wij doen:\n{sign} Wij schrappen de boete voor buiten\n  slapen.\n{sign} Wij bouwen."
    )
    assert [shown(block) for block in read(text).blocks] == [
        ("paragraph", "Wat wij doen:"),
        ("bullet", "Wij schrappen de boete voor buiten slapen."),
        ("bullet", "Wij bouwen."),
    ]


def test_a_paragraph_on_each_line_is_not_joined() -> None:
    text = f"Wonen\n{HOUSE}\n{FINE}\nZorg\n{FINE}\n{HOUSE}\n"
    assert [block.text for block in read(text).blocks] == [
        "Wonen",
        HOUSE,
        FINE,
        "Zorg",
        FINE,
        HOUSE,
    ]


def test_levels_of_headings_follow_capitals_numbers_and_underlines() -> None:
    text = (
        f"SAMEN WONEN\n\n1. Huur\n\n1.1 Sociale huur\n\n{HOUSE}\n\nBoetes\n\n{FINE}\n\n"
        f"ZORG\n\n{FINE}\n\nWater\n=====\n\n{HOUSE}"
    )
    sections = {block.text: block.section for block in read(text).blocks}
    assert sections[HOUSE] == ("Water",)
    assert sections["Boetes"][0] == "SAMEN WONEN"
    assert sections["1.1 Sociale huur"] == ("SAMEN WONEN", "1. Huur")


def test_lines_of_a_list_without_signs_are_bullets() -> None:
    text = f"{HOUSE}\n\nWij willen\nMeer huizen\nEen inloophuis\nGeen straatboetes\n\n{FINE}"
    kinds = [block.kind.value for block in read(text).blocks]
    assert kinds.count("bullet") >= 2


def test_page_numbers_and_the_table_of_contents_are_left_out() -> None:
    entries = "\n".join(f"{name} ........ {page}" for page, name in enumerate(["Wonen", "Zorg"], 3))
    text = f"Inhoud\n{entries}\n\n3\n\nWonen\n\n{HOUSE}\n\nZorg\n\n{FINE}"
    assert [block.text for block in read(text).blocks] == ["Wonen", HOUSE, "Zorg", FINE]


def test_a_programme_of_text_has_one_page() -> None:
    programme = read(HOUSE)
    assert (programme.type, len(programme.pages)) == (FileType.TEXT, 1)
    assert not programme.type.has_pages


_WORDS = st.lists(st.from_regex(r"[a-z]{2,10}", fullmatch=True), min_size=8, max_size=40)
_SENTENCES = st.lists(
    _WORDS.map(lambda words: f"{' '.join(words).capitalize()}."), min_size=2, max_size=8
)


@settings(max_examples=60, deadline=None)
@given(_SENTENCES, st.integers(40, 110))
def test_no_word_is_lost_however_wide_a_text_is_wrapped(sentences: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(sentence, width) for sentence in sentences)
    words = " ".join(block.text for block in read(text).blocks).split()
    assert words == " ".join(sentences).split()


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=400))
def test_any_text_is_read_and_lines_are_those_of_the_file(text: str) -> None:
    blocks = read(text).blocks
    lines = [block.line or 0 for block in blocks]
    assert lines == sorted(lines)
    assert all(1 <= line <= len(text) + 1 for line in lines)
