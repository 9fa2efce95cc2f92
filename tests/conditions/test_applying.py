"""Ignoring, comparing with an earlier report and judging, together and in that order."""

import pytest
from small_reports import QUOTES, A, C, programme, report, unreadable

from manifesto_check.conditions.applying import Demands
from manifesto_check.conditions.baseline import Baseline
from manifesto_check.conditions.model import Condition, ConditionKind, Exclusion, Ignored
from manifesto_check.errors import ReportError

NO_LOSS = Condition(ConditionKind.NO_LOSS)


def demands(*old: object, **more: object) -> Demands:
    return Demands([NO_LOSS], baseline=Baseline("oud.json", old), **more)  # type: ignore[arg-type]


def test_a_loss_fails_and_is_told() -> None:
    found = demands(report()).applied(report({"V1.1a": A}), programme("Iets anders."))
    assert found.baseline == "oud.json"
    assert [change.measure.id for change in found.changes] == ["V1.1a"]
    (outcome,) = found.conditions
    assert (outcome.met, outcome.failing) == (False, ("V1.1a",))


def test_what_is_ignored_is_no_loss() -> None:
    ignored = [Ignored("V1.1a", Exclusion.IGNORED, "geschrapt")]
    found = demands(report(), ignored=ignored).applied(report({"V1.1a": A}))
    assert found.changes == ()
    assert found.conditions[0].met


def test_a_loss_of_uncertain_verdicts_says_so() -> None:
    old, new = report(confidence=0.5), report({"V1.1a": A})
    found = demands(old, min_confidence=0.6).applied(new)
    assert found.conditions[0].uncertain == ("V1.1a",)


def test_a_loss_may_stand_on_a_page_that_was_not_read() -> None:
    found = demands(report()).applied(report({"V1.1a": A}, partly=True))
    assert found.conditions[0].unread
    assert found.changes[0].unread


def test_a_programme_that_is_new_has_lost_nothing() -> None:
    old = [report(path="a.pdf"), report(path="b.pdf")]
    found = demands(*old).applied(report({"V1.1a": A}, path="c.pdf"), alone=False)
    assert (found.baseline, found.changes, found.conditions) == (None, (), ())


def test_what_an_earlier_report_asked_is_forgotten() -> None:
    judged = demands(report()).applied(report({"V1.1a": A}))
    assert Demands().applied(judged) == report({"V1.1a": A})


def test_an_unreadable_programme_has_no_changes() -> None:
    found = demands(report()).applied(unreadable())
    assert found == unreadable()


def test_a_report_of_another_version_is_refused() -> None:
    from dataclasses import replace

    with pytest.raises(ReportError):
        demands(replace(report(), version="9")).applied(report())


def test_text_that_moved_is_no_loss_where_the_verdict_was_uncertain() -> None:
    old, new = report(confidence=0.5), report({"V1.1a": A, "V1.1b": C}, confidence=0.5)
    text = programme("Voor de kop.", *QUOTES.values())
    found = demands(old, min_confidence=0.6).applied(new, text)
    assert [change.kind for change in found.changes] == ["rejudged"]
    assert found.conditions[0].met
