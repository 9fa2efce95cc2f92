"""Words and pairs of words, small words included."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.matching.phrases import Phrases, Words


def phrases(text: str) -> set[str]:
    return set(Phrases.of(Words([text])).names)


def found(known: Phrases, *texts: str) -> list[list[str]]:
    rows, numbers = known.find(Words(texts))
    names = known.names
    return [
        [names[n] for r, n in zip(rows, numbers, strict=True) if r == t] for t in range(len(texts))
    ]


def test_words_and_pairs_with_the_beginning_of_the_sentence():
    assert phrases("Er komt opvang.") == {
        *("^", "er", "komt", "opvang"),
        *("^_er", "er_komt", "komt_opvang"),
    }


def test_numbers_are_all_alike_and_hyphenated_words_stay_whole():
    assert phrases("30% flex-woningen") == phrases("2.500 Flex-woningen")
    assert "flex-woningen" in phrases("30% flex-woningen")


def test_signs_that_part_clauses_are_words_and_others_are_not():
    assert "nu_," in phrases("Nu, niet later")
    assert phrases("^ nu # niet_later") == phrases("nu niet later")


def test_no_text_has_but_a_beginning():
    assert phrases("") == {"^"}
    assert Words([]).words == []


def test_no_pair_reaches_over_the_end_of_a_text():
    both = Phrases.of(Words(["een twee", "drie"]))
    assert set(both.names) == {"^", "een", "twee", "drie", "^_een", "een_twee", "^_drie"}


def test_known_phrases_are_found_by_text_each_once():
    known = Phrases.named(["niet", "niet_en", "dan", "en_dan"])
    assert found(known, "Niet en niet", "", "weg en dan") == [
        ["niet", "niet_en"],
        [],
        ["dan", "en_dan"],
    ]


def test_nothing_is_found_where_nothing_is_known():
    assert found(Phrases.named([]), "Niet en niet") == [[]]


@given(st.lists(st.text(), max_size=6))
def test_every_text_has_its_own_phrases_whatever_stands_in_it(texts: list[str]):
    known = Phrases.of(Words(texts))
    assert [set(there) for there in found(known, *texts)] == [phrases(text) for text in texts]


@given(st.lists(st.text(alphabet="ab ,-1\n", max_size=9), max_size=4))
def test_names_can_be_made_phrases_of_again(texts: list[str]):
    known = Phrases.of(Words(texts))
    again = Phrases.named(known.names)
    assert set(again.names) == set(known.names)
    assert [set(t) for t in found(again, *texts)] == [set(t) for t in found(known, *texts)]
