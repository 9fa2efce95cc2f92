"""The counts of a difference say how many changes rest on an uncertain verdict."""

from dataclasses import replace

import pytest

from manifesto_check.changes.model import Change, ChangeKind, totals_of
from manifesto_check.model import Judgement, Report, Verdict
from manifesto_check.reports.change_words import counts_line, doubt_line
from manifesto_check.reports.interface import Language, ReportOptions

NL, EN = ReportOptions(), ReportOptions(language=Language.EN)


def change(report: Report, kind: ChangeKind, old: float, new: float) -> Change:
    first = report.measures[0]
    now = replace(first, judgement=replace(first.judgement, confidence=new))
    return Change(kind, now, Judgement(first.id, Verdict.COVERED, old, 0.9))


@pytest.mark.parametrize(
    ("sure", "unsure", "dutch", "english"),
    [
        (2, 0, "2 verloren", "2 lost"),
        (2, 1, "3 verloren (waarvan 1 onzeker)", "3 lost (1 of them uncertain)"),
        (0, 1, "1 verloren (onzeker)", "1 lost (uncertain)"),
        (0, 2, "2 verloren (alle onzeker)", "2 lost (all uncertain)"),
    ],
)
def test_of_each_kind_it_is_said_how_many_are_uncertain(
    report: Report, sure: int, unsure: int, dutch: str, english: str
) -> None:
    lost = [change(report, ChangeKind.LOST, 0.9, 0.8)] * sure
    lost += [change(report, ChangeKind.LOST, 0.9, 0.5)] * unsure
    gained = [change(report, ChangeKind.GAINED, 0.9, 0.9)]
    assert counts_line([*lost, *gained], NL) == f"{dutch}, 1 gewonnen"
    assert counts_line([*lost, *gained], EN) == f"{english}, 1 gained"


def test_either_verdict_makes_a_change_uncertain_and_the_limit_decides(report: Report) -> None:
    changes = [change(report, ChangeKind.WEAKENED, 0.62, 0.9)]
    assert counts_line(changes, NL) == "1 verzwakt"
    assert counts_line(changes, replace(NL, min_confidence=0.625)) == "1 verzwakt (onzeker)"
    assert "62,5%" in doubt_line(changes, replace(NL, min_confidence=0.625))


def test_what_only_moved_rests_on_no_verdict(report: Report) -> None:
    moved = [change(report, ChangeKind.MOVED, 0.3, 0.3)]
    assert counts_line(moved, NL) == "1 verplaatst"
    assert doubt_line(moved, NL) == ""
    assert doubt_line([], NL) == ""
    assert totals_of(moved, 0.6)[ChangeKind.MOVED].uncertain == 0


def test_that_nothing_is_uncertain_is_said_too(report: Report) -> None:
    changes = [change(report, ChangeKind.LOST, 0.9, 0.8)]
    assert "60%" in doubt_line(changes, NL)
    assert doubt_line(changes, NL).startswith("Geen")
