from __future__ import annotations

from manifesto_check.dutch.stance_rules import Rules, shapes_of

RULES = Rules(
    [
        ("niet", "describes", "forward", "5"),
        ("niet meer", "rejects", "forward", "5"),
        ("niet *2 willen", "rejects", "forward", "5"),
        ("niet =nodig", "rejects", "forward", "5"),
    ]
)


def test_rules_that_ask_for_another_word_right_behind_are_left_out() -> None:
    opening = RULES.beginning_with("niet", "niet")
    assert opening is not None
    behind = [("meer", "meer"), ("nodig", "nodig"), ("nodig", "meer"), ("de", "de")]
    places = [
        [opening.rules.index(rule) for rule in opening.with_next(word, lemma)]
        for word, lemma in behind
    ]
    assert places == [[0, 1, 2], [0, 2, 3], [0, 1, 2, 3], [0, 2]]


def test_no_phrase_begins_with_another_word() -> None:
    assert RULES.beginning_with("huis", "huis") is None


def test_the_verb_forms_that_a_word_is() -> None:
    assert shapes_of("bouwen") == {"%infinitive", "%plural"}
    assert shapes_of("gebouwd") == {"%participle"}
    assert shapes_of("stad") == frozenset()
