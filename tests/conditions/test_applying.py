"""Ignoring, comparing with an earlier report and judging, together and in that order."""

from dataclasses import replace

import pytest
from small_reports import QUOTES, A, C, X, judgement, programme, quote, report, unreadable

from manifesto_check.conditions.applying import Demands
from manifesto_check.conditions.baseline import Baseline
from manifesto_check.conditions.model import Condition, ConditionKind, Exclusion, Ignored
from manifesto_check.errors import ReportError

NO_LOSS = Condition(ConditionKind.NO_LOSS)
SAME_QUOTES = Condition(ConditionKind.SAME_QUOTES)


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


def test_a_programme_without_an_earlier_report_may_be_a_draft_with_another_name() -> None:
    old = [report(path="a.pdf"), report(path="b.pdf")]
    asked = demands(*old)
    asked = replace(
        asked, conditions=[NO_LOSS, SAME_QUOTES, Condition(ConditionKind.FORBID_OPPOSED)]
    )
    found = asked.applied(report(path="c.pdf"), alone=False)
    assert (found.baseline, found.changes) == (None, ())
    assert [(o.met, o.compared) for o in found.conditions] == [
        (False, False), (False, False), (True, True),
    ]  # fmt: skip


def test_in_a_scan_a_programme_that_is_new_has_lost_nothing() -> None:
    old = [report(path="a.pdf"), report(path="b.pdf")]
    scanned = demands(*old, new_allowed=True)
    found = scanned.applied(report({"V1.1a": A}, path="c.pdf"), alone=False)
    assert (found.baseline, found.changes, found.conditions) == (None, (), ())


def test_a_promise_that_is_turned_round_in_place_fails_under_the_same_verdict() -> None:
    asked = replace(demands(report()), conditions=[NO_LOSS, SAME_QUOTES])
    turned = QUOTES["V1.1a"].replace("doen", "doen niet langer")
    text = programme(turned, *(quote for key, quote in QUOTES.items() if key != "V1.1a"))
    new = report({"V1.1a": judgement("V1.1a", C, 0.9, quote(QUOTES["V1.1b"]))})
    found = asked.applied(new, text)
    assert [(o.met, o.failing) for o in found.conditions] == [(True, ()), (False, ("V1.1a",))]
    (change,) = found.changes
    assert (change.kind, change.remains, change.instead) == ("reworded", False, (turned,))
    assert [gone.quote for gone in change.changed_quotes] == [QUOTES["V1.1a"]]


def test_a_lost_promise_of_which_the_quote_is_gone_counts_too() -> None:
    asked = replace(demands(report()), conditions=[SAME_QUOTES])
    found = asked.applied(report({"V1.1a": A}), programme(*list(QUOTES.values())[1:]))
    assert found.conditions[0].failing == ("V1.1a",)
    kept = asked.applied(report({"V1.1a": A}), programme(*QUOTES.values()))
    assert kept.conditions[0].met  # lost, but by what stands around it


def test_what_was_said_against_a_measure_may_change() -> None:
    asked = replace(demands(report({"V1.1a": X})), conditions=[SAME_QUOTES])
    found = asked.applied(report({"V1.1a": A}), programme(*list(QUOTES.values())[1:]))
    assert found.conditions[0].met


def test_a_quote_may_stand_on_a_page_that_was_not_read() -> None:
    asked = replace(demands(report()), conditions=[SAME_QUOTES])
    partly = report({"V1.1a": A}, partly=True)
    found = asked.applied(partly, programme(*list(QUOTES.values())[1:]))
    assert found.conditions[0].unread


def test_what_an_earlier_report_asked_is_forgotten() -> None:
    judged = demands(report()).applied(report({"V1.1a": A}))
    assert Demands().applied(judged) == report({"V1.1a": A})


def test_an_unreadable_programme_has_no_changes() -> None:
    found = demands(report()).applied(unreadable())
    assert found == unreadable()


def test_a_report_of_another_version_is_refused() -> None:
    with pytest.raises(ReportError):
        demands(replace(report(), version="9")).applied(report())


def test_text_that_moved_is_no_loss_where_the_verdict_was_uncertain() -> None:
    old, new = report(confidence=0.5), report({"V1.1a": A, "V1.1b": C}, confidence=0.5)
    text = programme("Voor de kop.", *QUOTES.values())
    found = demands(old, min_confidence=0.6).applied(new, text)
    assert [change.kind for change in found.changes] == ["rejudged"]
    assert found.conditions[0].met
