"""Signals and stances in words."""

from __future__ import annotations

import pytest

from manifesto_check.dutch.stance import Stance
from manifesto_check.matching.signals import PASSAGE_SIGNALS
from manifesto_check.matching.verdict import MEASURE_SIGNALS
from manifesto_check.reports.interface import Language
from manifesto_check.reports.signal_words import in_words, is_of_first

NAMES = (*PASSAGE_SIGNALS, *MEASURE_SIGNALS, *(stance.value for stance in Stance))


@pytest.mark.parametrize("language", Language)
def test_every_signal_has_words_of_its_own(language: Language) -> None:
    words = {name: in_words(name, language) for name in dict.fromkeys(NAMES)}
    bare = {name for name, shown in words.items() if shown == name.replace("_", " ")}
    assert bare - {stance.value for stance in Stance} <= {"heading", "bullet", "length"}
    assert len(set(words.values())) == len(words)
    assert not any("_" in shown for shown in words.values())


def test_the_signals_of_the_best_passage_say_so() -> None:
    assert in_words("first_own", Language.NL) == "beste passage: begrippen in de passage"
    assert in_words("first_own", Language.EN) == "best passage: concepts in the passage"
    assert is_of_first("first_own")
    assert not any(map(is_of_first, NAMES))


def test_what_has_no_words_is_shown_as_it_is() -> None:
    assert in_words("unheard_of", Language.NL) == "unheard_of"
