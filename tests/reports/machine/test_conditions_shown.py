"""Conditions, losses and what is left out, as platforms are told of them."""

from dataclasses import replace

import pytest
from well_formed import github, gitlab, junit, sarif

from manifesto_check.changes.model import Change, ChangeKind
from manifesto_check.conditions.model import (
    Condition,
    ConditionKind,
    Exclusion,
    Ignored,
    Outcome,
)
from manifesto_check.model import Evidence, Judgement, Report, Verdict
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.registry import FormatName, report_format

QUOTE = Evidence(7, 7, None, "", "Wij schaffen de boete voor buiten slapen af.", 0.8)


@pytest.fixture
def demanding(report: Report) -> Report:
    """V1.5b was lost, theme V1 is too low, nothing is opposed that counts, V2.1a is left out."""
    lost = next(m for m in report.measures if m.id == "V1.5b")
    old = Judgement("V1.5b", Verdict.COVERED, 0.9, 0.95, (QUOTE,))
    return replace(
        report,
        conditions=(
            Outcome(Condition(ConditionKind.THEME, "V1", 80.0), False, 50.0),
            Outcome(Condition(ConditionKind.NO_LOSS), False, failing=("V1.5b",)),
            Outcome(Condition(ConditionKind.REQUIRE, "V1.1"), True),
        ),
        changes=(Change(ChangeKind.LOST, lost, old, (QUOTE,), remains=False),),
        ignored=(Ignored("V2.1a", Exclusion.NOT_APPLICABLE, "Geen gezinnen [[x]]"),),
        baseline="oud.json",
    )


def render(name: FormatName, report: Report) -> bytes:
    return report_format(name).render([report], ReportOptions())


def test_junit_has_a_test_for_each_condition(demanding: Report) -> None:
    root = junit(render(FormatName.JUNIT, demanding))
    cases = {case.get("name", "").split(" ")[0]: case for case in root.iter("testcase")}
    assert cases["--fail-under-theme"].find("failure") is not None
    assert cases["--require"].find("failure") is None
    assert QUOTE.quote in (cases["--fail-on-loss"].findtext("failure") or "")
    assert QUOTE.quote in (cases["V1.5b"].findtext("failure") or "")
    skipped = cases["V2.1a"].find("skipped")
    assert skipped is not None
    assert skipped.get("type") == "not-applicable"
    assert "Geen gezinnen [ [x]]" in skipped.get("message", "")


def test_github_shows_conditions_first(demanding: Report) -> None:
    errors = [
        found for found in github(render(FormatName.GITHUB, demanding)) if found[0] == "error"
    ]
    titles = [pairs["title"] for _, pairs, _ in errors]
    assert titles == ["--fail-under-theme V1=80", "--fail-on-loss", "V1.5b: niet gevonden"]
    assert all(QUOTE.quote in text for _, _, text in errors[1:])


def test_what_fails_is_an_error_and_what_is_left_out_is_not_told(demanding: Report) -> None:
    results = sarif(render(FormatName.SARIF, demanding))["runs"][0]["results"]
    levels = [(r["ruleId"], r["level"]) for r in results]
    assert levels[:2] == [("programme/condition", "error")] * 2
    assert ("V1.5b", "error") in levels
    assert "V2.1a" not in dict(levels)
    severities = {
        i["check_name"]: i["severity"] for i in gitlab(render(FormatName.GITLAB, demanding))
    }
    assert severities["V1.5b"] == severities["programme/condition"] == "critical"
    assert "V2.1a" not in severities
