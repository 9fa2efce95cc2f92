"""Words and pairs of words, small words included."""

from __future__ import annotations

import numpy as np

from manifesto_check.matching.phrases import numbered, phrases


def test_words_and_pairs_with_the_beginning_of_the_sentence():
    assert phrases("Er komt opvang.") == (
        *("^", "er", "komt", "opvang"),
        *("^_er", "er_komt", "komt_opvang"),
    )


def test_numbers_are_all_alike_and_hyphenated_words_stay_whole():
    assert phrases("30% flex-woningen") == phrases("2.500 Flex-woningen")
    assert "flex-woningen" in phrases("30% flex-woningen")


def test_no_text_has_but_a_beginning():
    assert phrases("") == ("^",)


def test_numbered_gives_known_phrases_by_text_in_ascending_order():
    known = {"c": 2, "a": 0, "b": 1}
    row, column = numbered(["xba", "", "c"], known)
    assert row.tolist() == [0, 0, 2]
    assert column.tolist() == [0, 1, 2]
    assert row.dtype == column.dtype == np.int64


def test_a_phrase_that_stands_twice_counts_once_in_the_order_of_the_text():
    assert phrases("niet en niet") == ("^", "niet", "en", "^_niet", "niet_en", "en_niet")
