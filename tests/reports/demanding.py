"""Reports of which something was asked, for the tests of all formats."""

from __future__ import annotations

from dataclasses import replace

from manifesto_check.changes.model import Change, ChangeKind, Difference
from manifesto_check.conditions.ignoring import without
from manifesto_check.conditions.model import (
    Condition,
    ConditionKind,
    Exclusion,
    Ignored,
    Outcome,
)
from manifesto_check.model import Judgement, Report, Verdict


def demanding(report: Report, text: str) -> Report:
    """The report with every kind of outcome, change and exclusion; ``text`` is in all of them."""
    measure = report.measures[0]
    ids = (measure.id,)
    quotes = measure.judgement.evidence
    absent = replace(measure, judgement=Judgement(measure.id, Verdict.ABSENT, 0.7, 0.1))
    old = Judgement(measure.id, Verdict.COVERED, 0.5, 0.9, quotes)
    changes = tuple(
        Change(
            kind,
            measure if kind is ChangeKind.MOVED else absent,
            old,
            quotes[:1],
            remains,
            True,
            (text,) * len(quotes[:1]),
        )
        for kind, remains in zip(ChangeKind, (True, False, None) * 4, strict=False)
    )
    conditions = (
        Outcome(Condition(ConditionKind.SOURCE, text, least=60, measures=ids), False, 50.0),
        Outcome(Condition(ConditionKind.THEME, text, least=62.5, measures=ids), False, None),
        Outcome(
            Condition(ConditionKind.REQUIRE, text, verdict=Verdict.COVERED, measures=ids),
            False,
            failing=ids,
            uncertain=ids,
            unread=True,
        ),
        Outcome(Condition(ConditionKind.FORBID_OPPOSED), True),
        Outcome(Condition(ConditionKind.NO_LOSS), False, failing=ids * 20),
        Outcome(Condition(ConditionKind.NO_LOSS), False, compared=False),
        Outcome(Condition(ConditionKind.SAME_QUOTES), False, failing=ids * 20),
    )
    kinds = (Exclusion.IGNORED, Exclusion.NOT_APPLICABLE)
    ignored = [
        Ignored(one.id, kind, text) for one, kind in zip(report.measures, kinds, strict=False)
    ]
    made = without(report, ignored)
    return replace(made, conditions=conditions, baseline=text or "x", changes=changes)


def difference_of(report: Report, text: str) -> Difference:
    """An old and a new version with every kind of change."""
    new = demanding(report, text)
    return Difference(report, new, new.changes)
