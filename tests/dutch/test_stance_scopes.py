"""How far a stance reaches: ends, purposes, weak triggers, and the shapes of verbs."""

import pytest

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.dutch.stance import Stance, scopes_in, stances_of
from manifesto_check.dutch.stance_rules import (
    is_imperative,
    is_past_tense,
    is_perfect_participle,
)


@pytest.fixture(scope="module")
def nlp():
    return dutch_pipeline()


def held(doc, word):
    (token,) = [token for token in doc if token.lower_ == word]
    return stances_of([token.i], scopes_in(token.sent))


def test_a_purpose_is_wished_for_with_its_main_clause(nlp):
    doc = nlp("We schrappen drempels zodat buren samen een moestuin beginnen.")
    assert held(doc, "drempels") == {Stance.WANTS_LESS}
    assert held(doc, "moestuin") == {Stance.WANTS}


def test_a_consequence_of_a_problem_is_not_wished_for(nlp):
    doc = nlp("Er is een tekort aan docenten, zodat lessen uitvallen.")
    assert Stance.WANTS not in held(doc, "lessen")


def test_a_weak_trigger_gives_way(nlp):
    promise = nlp("De speeltuin wordt opgeknapt.")
    complaint = nlp("De speeltuin wordt te vaak opgeknapt.")
    assert [scope.weak for scope in promise._.stances] == [True]
    assert held(promise, "speeltuin") == {Stance.WANTS}
    assert held(complaint, "speeltuin") == {Stance.DESCRIBES}


def test_less_holds_of_the_object_and_not_of_the_subject(nlp):
    doc = nlp("Een moestuin in de buurt vermindert stress.")
    assert held(doc, "stress") == {Stance.WANTS_LESS}
    assert held(doc, "moestuin") == set()


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("Het museum wordt niet gesloten.", "museum", Stance.WANTS),
        ("Het museum wordt niet uitgebreid.", "museum", Stance.REJECTS),
        ("Het museum verhuist zonder dat de subsidie wordt verlaagd.", "subsidie", Stance.WANTS),
    ],
)
def test_a_negative_turns_a_verb_round(nlp, text, word, stance):
    assert held(nlp(text), word) == {stance}


@pytest.mark.parametrize("word", ["breng", "vermijd", "handhaaf", "realiseer", "draag"])
def test_imperatives(word):
    assert is_imperative(word)


@pytest.mark.parametrize("word", ["zorg", "huur", "is", "mag", "gemeente", "én"])
def test_no_imperatives(word):
    assert not is_imperative(word)


@pytest.mark.parametrize(
    ("word", "participle"),
    [("verdiend", True), ("verdient", False), ("onderbroken", True), ("gezinnen", False)],
)
def test_a_present_or_a_noun_is_no_participle(word, participle):
    assert is_perfect_participle(word) == participle


def test_a_noun_is_no_past():
    assert not is_past_tense("schulden")
