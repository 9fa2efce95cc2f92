"""Words one by one: verb forms, lemmas, compounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.dutch.compounds import compound_parts, head_start
from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.dutch.lexicon import (
    is_infinitive,
    is_known,
    is_participle,
    is_past,
    known_lemma,
    verb_forms,
    verb_stem,
)
from manifesto_check.dutch.separable import joined_lemmas


@pytest.mark.parametrize(
    ("infinitive", "stem"),
    [
        ("bouwen", "bouw"),
        ("nemen", "neem"),
        ("lossen", "los"),
        ("geven", "geef"),
        ("wijzen", "wijs"),
        ("breiden", "breid"),
        ("zetten", "zet"),
        ("kopen", "koop"),
        ("gaan", "ga"),
        ("wandelen", "wandel"),
    ],
)
def test_stem_of_a_verb(infinitive, stem):
    assert verb_stem(infinitive) == stem


def test_forms_of_a_verb():
    assert {"pakken", "pak", "pakt", "pakte", "pakten"} == verb_forms("pakken")
    assert {"gaan", "ga", "gaat"} <= verb_forms("gaan")
    assert {"organiseert", "organiseren"} <= verb_forms("organiseren")
    assert {"verbetert", "verbeteren"} <= verb_forms("verbeteren")


@pytest.mark.parametrize("word", ["bouwen", "organiseren", "helpen", "toestaan"])
def test_infinitives(word):
    assert is_infinitive(word)


@pytest.mark.parametrize("word", ["mensen", "woningen", "tegen", "zeven", "de"])
def test_no_infinitives(word):
    assert not is_infinitive(word)


def test_participles_and_past_tense():
    assert is_participle("gerealiseerd")
    assert is_participle("afgeschaft")
    assert not is_participle("gemeente")
    assert is_past("bouwden")
    assert not is_past("woningen")


def test_known_words():
    assert is_known("woning")
    assert is_known("nederland")
    assert not is_known("xqzzt")
    assert known_lemma("xqzzt") is None


def test_unknown_words_keep_their_form():
    assert lemma_of("Waterveen") == "waterveen"
    assert lemma_of("2030") == "2030"
    assert lemma_of("€") == "€"


def test_head_of_a_compound():
    word = "schuldhulpverleningstrajecten"
    assert word[head_start(word) :] == "hulpverleningstrajecten"
    assert head_start("gemeente") == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we schaffen de boetes af .", [(1, "afschaffen", 4)]),
        ("we bouwen op de kop van het eiland .", []),
        ("wij schaffen iets aan ; af en toe", [(1, "aanschaffen", 3)]),
        ("om de boetes af te schaffen", [(5, "afschaffen", 3)]),
    ],
)
def test_separable_verbs_need_their_particle_in_the_clause(text, found):
    assert list(joined_lemmas(text.split())) == found


@given(st.text(max_size=80))
def test_any_word_has_parts_and_a_lemma(word):
    assert compound_parts(word)
    assert isinstance(lemma_of(word), str)
