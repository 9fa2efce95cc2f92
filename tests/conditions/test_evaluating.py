"""When a condition is met, and when uncertain verdicts or unread pages decide it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_reports import IDS, A, C, P, X, judgement, report, unreadable

from manifesto_check.conditions.evaluating import evaluate
from manifesto_check.conditions.ignoring import without
from manifesto_check.conditions.model import (
    Condition,
    ConditionKind,
    Exclusion,
    Ignored,
    Outcome,
)
from manifesto_check.model import Report, Verdict

V = tuple(key for key in IDS if key.startswith("V"))


def source(least: float) -> Condition:
    return Condition(ConditionKind.SOURCE, "V", least=least, measures=V)


def require(*measures: str, verdict: Verdict = P) -> Condition:
    return Condition(ConditionKind.REQUIRE, "V1", verdict=verdict, measures=measures)


def outcome(made: Report, condition: Condition, limit: float = 0.6) -> Outcome:
    (found,) = evaluate(made, [condition], limit)
    return found


@pytest.mark.parametrize(
    ("verdicts", "least", "met"),
    [
        ([C, C, C, C], 100, True),
        ([C, P, A, A], 37.5, True),
        ([C, P, A, A], 37.6, False),
        ([C, X, A, A], 25, True),
        ([A, A, A, A], 0, True),
    ],
)
def test_a_source_must_reach_its_coverage(
    verdicts: Sequence[Verdict], least: float, met: bool
) -> None:
    found = outcome(report(dict(zip(V, verdicts, strict=True))), source(least))
    assert found.met is met
    assert found.uncertain == ()


def test_coverage_is_compared_as_it_is_shown() -> None:
    """One in three is shown as 33.3%, and so meets 33.3."""
    asked = Condition(ConditionKind.THEME, "V1", least=33.3, measures=V[:3])
    assert outcome(report({V[0]: C, V[1]: A, V[2]: A}), asked).met


def test_what_does_not_count_has_no_coverage() -> None:
    asked = Condition(ConditionKind.THEME, "N2", least=0, measures=("N2.1a",))
    found = outcome(report(), asked)
    assert (found.met, found.coverage) == (False, None)


def test_coverage_that_uncertain_verdicts_decide_says_so() -> None:
    doubtful = report({V[0]: C, V[1]: C, V[2]: A, V[3]: judgement(V[3], C, 0.5)})
    assert outcome(doubtful, source(75)).uncertain == (V[3],)
    assert outcome(doubtful, source(50)).uncertain == ()  # met without it
    missing = report({V[0]: C, V[1]: C, V[2]: A, V[3]: judgement(V[3], A, 0.5)})
    assert outcome(missing, source(75)).uncertain == (V[3],)  # would be met with it
    assert outcome(missing, source(80)).uncertain == ()  # fails with it too
    assert outcome(missing, source(75), limit=0.5).uncertain == ()


def test_required_measures_must_be_there() -> None:
    made = report({"V1.1a": P, "V1.1b": A, "V1.2a": X})
    assert outcome(made, require("V1.1a")).met
    assert outcome(made, require("V1.1a", verdict=C)).failing == ("V1.1a",)
    assert outcome(made, require("V1.1a", "V1.1b", "V1.2a")).failing == ("V1.1b", "V1.2a")


def test_a_requirement_rests_on_uncertain_verdicts_where_no_certain_one_fails_it() -> None:
    unsure = {"V1.1a": judgement("V1.1a", A, 0.5)}
    assert outcome(report(unsure), require("V1.1a", "V1.1b")).uncertain == ("V1.1a",)
    also = report(unsure | {"V1.1b": A})
    assert outcome(also, require("V1.1a", "V1.1b")).uncertain == ()
    met = report({"V1.1a": judgement("V1.1a", C, 0.5)})
    assert outcome(met, require("V1.1a", "V1.1b")).uncertain == ("V1.1a",)


def test_unread_pages_are_mentioned_only_where_they_may_hold_it() -> None:
    partly = report({"V1.1a": A, "V1.1b": X}, partly=True)
    assert outcome(partly, require("V1.1a")).unread
    assert outcome(partly, source(99)).unread
    assert not outcome(partly, require("V1.1b")).unread
    assert not outcome(partly, require("V1.2a")).unread
    assert not outcome(report({"V1.1a": A}), require("V1.1a")).unread


def test_nothing_may_be_opposed() -> None:
    asked = Condition(ConditionKind.FORBID_OPPOSED)
    assert outcome(report(), asked).met
    assert outcome(report({"V2.1a": X, "N2.1a": X}), asked).failing == ("V2.1a", "N2.1a")
    unsure = report({"V2.1a": judgement("V2.1a", X, 0.3)})
    assert outcome(unsure, asked).uncertain == ("V2.1a",)


def test_of_an_unreadable_programme_nothing_is_judged() -> None:
    assert evaluate(unreadable(), [source(0), require("V1.1a")], 0.6) == ()


def test_what_is_left_out_counts_nowhere() -> None:
    ignored = [Ignored("V1.1a", Exclusion.IGNORED, "afgesproken")]
    made = without(report({"V1.1a": X, "V1.1b": A}), ignored)
    assert round(outcome(made, source(0)).coverage or 0, 1) == 66.7
    assert outcome(made, require("V1.1a", "V1.1b")).failing == ("V1.1b",)
    assert outcome(made, Condition(ConditionKind.FORBID_OPPOSED)).met


verdicts = st.lists(st.sampled_from(list(Verdict)), min_size=4, max_size=4)
sureness = st.lists(st.sampled_from([0.4, 0.9]), min_size=4, max_size=4)


@given(found=verdicts, sure=sureness, least=st.floats(0, 100))
def test_an_outcome_without_uncertainty_stays_whatever_the_uncertain_verdicts_are(
    found: list[Verdict], sure: list[float], least: float
) -> None:
    made = report({key: judgement(key, v, s) for key, v, s in zip(V, found, sure, strict=True)})
    first = outcome(made, source(least))
    if first.uncertain:
        return
    for other in (C, A):
        turned = {
            key: judgement(key, other if s < 0.6 else v, s)
            for key, v, s in zip(V, found, sure, strict=True)
        }
        assert outcome(report(turned), source(least)).met is first.met


def test_a_condition_says_how_the_command_line_asks_it() -> None:
    assert source(62.5).option == "--fail-under V=62.5"
    assert require("V1.1a").option == "--require V1"
    assert require("V1.1a", verdict=C).option == "--require V1=covered"
    assert replace(source(1), kind=ConditionKind.THEME).option == "--fail-under-theme V=1"
    assert Condition(ConditionKind.NO_LOSS).option == "--fail-on-loss"
