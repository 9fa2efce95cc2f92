import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.model import Evidence
from manifesto_check.reports.interface import Language
from manifesto_check.reports.text import number, page_ranges, place, printable
from manifesto_check.reports.texts import texts_in


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gewone zin met é en €.", "Gewone zin met é en €."),
        ("twee\nregels\ten  wit\u00a0", "twee regels en wit"),
        ("rood \x1b[31mvals\x1b[0m", "rood �[31mvals�[0m"),
        ("nul\x00 en c1 \x9b31m", "nul� en c1 �31m"),
        ("om\u202egekeerd\u2069", "omgekeerd"),
        ("af\u00adbreken en nul\u200bbreed", "afbreken en nulbreed"),
        ("half \ud800 teken", "half � teken"),
        ("z" + "\u0301" * 50 + "algo", "z" + "\u0301" * 3 + "algo"),
        ("[bold]geen opmaak[/]", "[bold]geen opmaak[/]"),
    ],
)
def test_printable_text_holds_nothing_that_a_terminal_obeys(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_printable_text_is_one_line_of_printable_characters_and_stays_so(text: str) -> None:
    shown = printable(text)
    assert shown.replace("\N{REPLACEMENT CHARACTER}", "").isprintable()
    assert printable(shown) == shown


def test_numbers_follow_the_language() -> None:
    assert number(26321, Language.NL) == "26.321"
    assert number(26321, Language.EN) == "26,321"
    assert number(57.69, Language.NL, 1) == "57,7"


def test_runs_of_pages_are_drawn_together() -> None:
    assert page_ranges([4, 9, 10, 11, 20]) == "4, 9–11, 20"
    assert page_ranges([]) == ""


@pytest.mark.parametrize(
    ("page", "page_end", "label", "line", "shown"),
    [
        (12, 12, "11", None, "p. 12 (gedrukt 11)"),
        (12, 12, "12", None, "p. 12"),
        (12, 12, None, None, "p. 12"),
        (12, 13, "11", None, "p. 12–13 (gedrukt 11 e.v.)"),
        (12, 13, "12", None, "p. 12–13"),
        (6, 6, "10-11", None, "p. 6 (gedrukt 10-11)"),
        (1, 1, None, 40, "regel 40"),
        (2, 2, "b.md", 40, "regel 40 (b.md)"),
    ],
)
def test_a_place_names_the_printed_page_only_where_it_differs(
    page: int, page_end: int, label: str | None, line: int | None, shown: str
) -> None:
    evidence = Evidence(page, page_end, label, "", "citaat", 1.0, line)
    assert place(evidence, texts_in(Language.NL)) == shown
