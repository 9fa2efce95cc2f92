"""Both languages say the same things, about the same values."""

from dataclasses import fields
from string import Formatter

import pytest

from manifesto_check.model import Reason, Status, Verdict
from manifesto_check.reports.interface import Language
from manifesto_check.reports.texts import Texts, texts_in

DUTCH, ENGLISH = texts_in(Language.NL), texts_in(Language.EN)


@pytest.mark.parametrize("name", [field.name for field in fields(Texts)])
def test_both_languages_fill_in_the_same_values(name: str) -> None:
    dutch, english = getattr(DUTCH, name), getattr(ENGLISH, name)
    if isinstance(dutch, dict):
        assert dutch.keys() == english.keys()
        assert all(dutch.values())
        assert all(english.values())
    else:
        names = [{name for _, name, _, _ in Formatter().parse(t)} for t in (dutch, english)]
        assert names[0] == names[1]


def test_every_verdict_and_status_has_a_word() -> None:
    assert set(DUTCH.verdicts) == set(Verdict)
    assert set(DUTCH.statuses) == set(Status)


def test_the_reason_of_another_language_is_a_known_one() -> None:
    assert set(ENGLISH.reasons) == set(Reason)
