"""One party is surely alone only where no verdict that this rests on is uncertain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compared_reports import AGAINST, NOT, SURE, Said, report, unreadable

from manifesto_check.comparing.alone import Doubt, doubts_of
from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.model import MeasureRow
from manifesto_check.model import Report, Status, Verdict
from manifesto_check.reports.interface import ReportOptions

LIKELY_NOT: Said = (Verdict.ABSENT, 0.85, 0.15)


def first(*reports: Report) -> MeasureRow:
    row = compare(reports, [str(number) for number in range(len(reports))]).measures[0]
    assert row.alone == "A"
    return row


def doubts(*reports: Report, min_confidence: float = 0.6) -> tuple[Doubt, ...]:
    return doubts_of(first(*reports), ReportOptions(min_confidence=min_confidence))


def test_sure_verdicts_on_whole_programmes_leave_no_doubt() -> None:
    assert doubts(report("ik", [SURE]), report("u", [NOT]), report("hij", [NOT])) == ()


def test_a_party_whose_own_promise_is_uncertain_is_perhaps_alone() -> None:
    unsure = report("ik", [(Verdict.PARTIAL, 0.5, 0.9)])
    assert doubts(unsure, report("u", [NOT])) == (Doubt.OWN,)


def test_an_uncertain_verdict_on_another_party_makes_it_doubtful() -> None:
    others = [report("u", [AGAINST]), report("hij", [NOT])]
    assert doubts(report("ik", [SURE]), *others, min_confidence=0.85) == (Doubt.OTHERS,)


def test_verdicts_that_are_sure_one_by_one_need_not_be_so_together() -> None:
    own, others = report("ik", [SURE]), [report("u", [LIKELY_NOT]), report("hij", [LIKELY_NOT])]
    assert doubts(own, others[0]) == ()
    assert doubts(own, *others) == (Doubt.CHANCE,)
    assert doubts(own, *others, min_confidence=0.1) == (Doubt.CHANCE,)


def test_who_asks_for_surer_verdicts_gets_surer_claims() -> None:
    assert doubts(report("ik", [SURE]), report("u", [LIKELY_NOT]), min_confidence=0.84) == (
        Doubt.CHANCE,
    )


@pytest.mark.parametrize(
    "other", [report("u", [NOT], Status.PARTLY_READ), unreadable("scan")], ids=["partly", "not"]
)
def test_what_stands_on_unread_pages_is_not_known(other: Report) -> None:
    assert doubts(report("ik", [SURE]), report("hij", [NOT]), other) == (Doubt.UNREAD,)


def test_unread_pages_of_its_own_do_not_make_a_party_less_alone() -> None:
    assert doubts(report("ik", [SURE], Status.PARTLY_READ), report("u", [NOT])) == ()


def test_hardly_any_words_of_another_programme_say_little() -> None:
    other = report("u", [NOT])
    short = replace(other, programme=replace(other.programme, words=40))
    assert doubts(report("ik", [SURE]), short) == (Doubt.FEW_WORDS,)
    own = report("ik", [SURE])
    assert doubts(replace(own, programme=replace(own.programme, words=40)), other) == ()
