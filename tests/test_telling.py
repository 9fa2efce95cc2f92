"""What is said of errors: every phrase in both languages, filled in with the same."""

from __future__ import annotations

from itertools import combinations
from string import Formatter

import pytest

from manifesto_check.evaluation import phrases as evaluation_phrases
from manifesto_check.recommendations import lint_phrases, phrases
from manifesto_check.recommendations.importing import phrases as import_phrases
from manifesto_check.recommendations.phrases import DUTCH, ENGLISH, Phrase
from manifesto_check.recommendations.problems import ListError, Problem, RecommendationsFileError
from manifesto_check.scanning import phrases as scan_phrases
from manifesto_check.telling import Message

KINDS = {
    "advice": (lint_phrases.Advice, lint_phrases.DUTCH, lint_phrases.ENGLISH),
    "lists": (phrases.Phrase, phrases.DUTCH, phrases.ENGLISH),
    "imports": (import_phrases.ImportPhrase, import_phrases.DUTCH, import_phrases.ENGLISH),
    "evaluations": (
        evaluation_phrases.EvaluationPhrase,
        evaluation_phrases.DUTCH,
        evaluation_phrases.ENGLISH,
    ),
    "scans": (scan_phrases.ScanPhrase, scan_phrases.DUTCH, scan_phrases.ENGLISH),
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("kind", KINDS)
def test_every_phrase_is_there_in_both_languages(kind: str) -> None:
    known, dutch, english = KINDS[kind]
    assert set(dutch) == set(english) == set(known)
    assert [p for p in known if bool(dutch[p]) is not bool(english[p])] == []


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_are_filled_in_with_the_same(kind: str) -> None:
    known, dutch, english = KINDS[kind]
    assert [p for p in known if placeholders(dutch[p]) != placeholders(english[p])] == []


@pytest.mark.parametrize(("one", "other"), [*combinations(KINDS, 2)])
def test_what_two_kinds_say_alike_in_dutch_they_say_alike_in_english(one: str, other: str) -> None:
    """A phrase is its Dutch text, so both are told by one and the same."""
    first, second = KINDS[one][2], KINDS[other][2]
    assert [p for p in first if p in second and first[p] != second[p]] == []


def test_a_message_within_a_message_is_told_in_the_same_language() -> None:
    found = Message.of(Phrase.READ_AS, raw="no", reading=Phrase.YES_OR_NO)
    message = Message.of(Phrase.EXPECTED, expected=Phrase.TEXT, found=found)
    assert message.told(DUTCH) == str(message)
    assert str(message) == (
        "verwacht tekst, maar hier staat no, dat YAML als ja of nee leest; "
        'zet dit tussen aanhalingstekens: "no"'
    )
    assert message.told(ENGLISH) == (
        "expected text, but here stands no, which YAML reads as yes or no; "
        'put it between quotation marks: "no"'
    )


def test_what_a_file_holds_is_not_filled_in_again() -> None:
    error = ListError.of(Phrase.UNOPENED, path="{reason}.yaml", reason="{path} {0} {")
    assert str(error) == "{reason}.yaml: kan niet gelezen worden ({path} {0} {)"
    assert error.told(ENGLISH) == "{reason}.yaml: cannot be read ({path} {0} {)"


def test_of_more_problems_than_are_shown_the_rest_is_counted() -> None:
    problems = [Problem.of(line, 1, Phrase.BLANK) for line in range(1, 1004)]
    error = RecommendationsFileError("a.yaml", problems)
    for lines, first, last in (
        (str(error).splitlines(), "1003 fouten in", "... en nog 3 fouten"),
        (error.told(ENGLISH).splitlines(), "1003 errors in", "... and 3 more errors"),
    ):
        assert lines[0].startswith(f"a.yaml: {first}")
        assert lines[-1] == f"a.yaml: {last}"
        assert len(lines) == 1002
