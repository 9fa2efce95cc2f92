"""Causes are told in both languages, and outcomes survive the way to another process."""

import json

import pytest
from scan_helpers import outcome

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Reason, Status
from manifesto_check.reports.interface import Language
from manifesto_check.scanning.outcomes import Cause, Failure, Outcome

CODES = [*Failure.__members__, *Problem.__members__, *Reason.__members__]


@pytest.mark.parametrize("code", CODES)
def test_every_cause_has_words_in_both_languages(code: str) -> None:
    cause = Cause(code, {"limit": "7", "detail": "iets", "kind": "DOCX"})
    dutch, english = cause.told(Language.NL), cause.told(Language.EN)
    assert dutch != english
    assert "{" not in dutch + english
    assert "?" not in dutch + english
    assert "path" not in dutch + english


def test_an_error_of_a_file_leaves_its_path_out() -> None:
    error = ProgrammeError.of(Problem.TOO_LARGE, "map/x.pdf", limit=512)
    told = Cause.of_error(error).told(Language.NL)
    assert told == "het bestand is groter dan 512 MB. Verklein of splits het."
    assert Cause.of_error(ProgrammeError("iets  anders")).told(Language.EN) == "iets anders"


def test_a_missing_value_shows_as_a_question_mark() -> None:
    assert "? MB" in Cause("TOO_LARGE").told(Language.NL)


def test_the_readers_reasons_are_known() -> None:
    assert Cause.of_reason(Reason.JUNK.value).code == "JUNK"
    assert Cause.of_reason(None).code == "NOTHING"
    assert Cause.of_reason("wat anders").told(Language.EN) == "wat anders"


@pytest.mark.parametrize(
    "given", [outcome(), Outcome(cause=Cause.failure(Failure.TIMEOUT, limit=3))]
)
def test_an_outcome_survives_as_json(given: Outcome) -> None:
    again = Outcome.from_message(json.loads(json.dumps(given.to_message())))
    assert again == given


def test_an_unreadable_programme_has_a_cause() -> None:
    message = outcome().to_message()
    message["report"]["programme"]["status"] = Status.UNREADABLE.value
    with pytest.raises(ValueError, match="has a cause"):
        Outcome.from_message(message)
