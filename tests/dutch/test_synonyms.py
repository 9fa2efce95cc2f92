"""The thesaurus: other words for the same thing."""

import pytest

from manifesto_check.dutch.synonyms import synonyms_of


@pytest.mark.parametrize("word", ["bieb", "bibliotheek", "Bibliotheken"])
def test_each_word_of_a_group_stands_for_the_others(word):
    assert {"bieb", "bibliotheek"} <= set(synonyms_of(word))


def test_a_narrower_word_does_not_stand_for_the_wider_one():
    assert "bibliobus" in synonyms_of("bibliotheek")
    assert "bibliotheek" not in synonyms_of("bibliobus")


def test_phrases_are_known_in_any_form():
    assert "bieb" in synonyms_of("openbare bibliotheken")


def test_what_it_does_not_know_has_none():
    assert synonyms_of("xylofoonkwartet") == ()
    assert synonyms_of("") == ()


@pytest.mark.parametrize(
    "word", ["dicht", "ervaren", "slot", "oud", "heel", "vier", "maat", "stap"]
)
def test_a_common_word_does_not_stand_for_a_rare_one_of_the_same_dictionary_form(word):
    assert synonyms_of(word) == ()
