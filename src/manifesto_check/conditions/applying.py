"""All that a user asks beyond the verdicts, applied to one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from manifesto_check.changes.comparing import changes_between
from manifesto_check.conditions.baseline import Baseline
from manifesto_check.conditions.evaluating import evaluate
from manifesto_check.conditions.ignoring import without
from manifesto_check.conditions.model import SINCE_BASELINE, Condition, ConditionKind, Ignored
from manifesto_check.model import Programme, Report


@dataclass(frozen=True, slots=True)
class Demands:
    """What is left out, what is compared with, and what must be met.

    Attributes:
        conditions: what is asked of every programme.
        ignored: what is kept out of coverage and conditions.
        baseline: earlier reports to compare with.
        min_confidence: verdicts below it (0 to 1) are uncertain.
        new_allowed: whether a programme without an earlier report has lost nothing,
            as in scans of whole folders; else it may be a draft under another name.
    """

    conditions: Sequence[Condition] = ()
    ignored: Sequence[Ignored] = ()
    baseline: Baseline | None = None
    min_confidence: float = 0.0
    new_allowed: bool = False

    def applied(
        self, report: Report, programme: Programme | None = None, *, alone: bool = True
    ) -> Report:
        """Return the report with what is left out, what changed, and what is met.

        Args:
            report: of one programme.
            programme: its text, where it was read just now.
            alone: whether it is the only programme, whose earlier report then
                need not have the same path.

        Raises:
            ReportError: the report was not made by this version and with this list.
        """
        report = without(replace(report, baseline=None, changes=()), self.ignored)
        if self.baseline is not None and report.measures:
            old = self.baseline.report_of(report.programme.path, alone=alone)
            if old is not None:
                changes = changes_between(old, report, programme, self.min_confidence)
                report = replace(report, baseline=self.baseline.path, changes=changes)
        return self.judged(report)

    def asks(self, kind: ConditionKind) -> bool:
        """Return whether this is among what is asked."""
        return any(condition.kind is kind for condition in self.conditions)

    def judged(self, report: Report) -> Report:
        """Return the report with the conditions judged on what is in it now."""
        conditions = self.conditions
        if report.baseline is None and self.new_allowed:
            conditions = [c for c in conditions if c.kind not in SINCE_BASELINE]
        return replace(report, conditions=evaluate(report, conditions, self.min_confidence))
