"""Statements of a voting aid, and the party's answers."""

from __future__ import annotations

import pytest

from manifesto_check.matching.statements import denied_statements

STATEMENT = "Bij elke brug moet een sluiswachter van de gemeente komen."


@pytest.mark.parametrize(
    "answer",
    [
        "Oneens",
        "Oneens.",
        "Respons: Oneens",
        "Antwoord - niet mee eens",
        "Ons antwoord: mee oneens",
        "Niet eens",
        "Niet eens met deze stelling.",
        "Helemaal oneens. Sluiswachters zijn duur en de brug gaat vanzelf open.",
    ],
)
def test_a_statement_that_is_disagreed_with_is_no_proposal(read, answer):
    corpus = read(f"{STATEMENT}\n{answer}\n{STATEMENT}")
    assert denied_statements(corpus).tolist() == [True, *[False] * (len(corpus.texts) - 1)]


@pytest.mark.parametrize(
    "answer",
    [
        "Eens",
        "Respons: Eens",
        "Geen van beide",
        "Oneensgezindheid helpt de haven niet vooruit.",
        "Wij zijn het niet altijd eens met het havenbedrijf.",
        "Niet eens de helft van de bruggen heeft een sluiswachter.",
    ],
)
def test_other_answers_and_sentences_deny_nothing(read, answer):
    assert not denied_statements(read(f"{STATEMENT}\n{answer}")).any()


def test_a_text_without_passages_holds_no_statements(read):
    assert denied_statements(read("")).shape == (0,)


@pytest.mark.parametrize(
    ("passage", "denied"),
    [
        (f"{STATEMENT} Oneens.", True),
        (f"{STATEMENT} Ons antwoord: niet mee eens", True),
        (f"{STATEMENT} – Oneens", True),
        (f"{STATEMENT} Eens.", False),
        ("Met de sluiswachters zijn wij het vaak oneens.", False),
        ("De haven weet het zelf niet eens.", False),
    ],
)
def test_an_answer_can_stand_behind_its_statement(read, passage, denied):
    assert denied_statements(read(passage))[0] == denied
