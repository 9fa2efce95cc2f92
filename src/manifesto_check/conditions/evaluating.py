"""Whether a report meets the conditions, and whether uncertain verdicts decide that."""

from __future__ import annotations

from collections.abc import Sequence

from manifesto_check.conditions.model import Condition, ConditionKind, Outcome
from manifesto_check.coverage import coverage_of
from manifesto_check.model import Coverage, MeasureResult, Report, Status, Verdict

_ENOUGH = {
    Verdict.PARTIAL: (Verdict.COVERED, Verdict.PARTIAL),
    Verdict.COVERED: (Verdict.COVERED,),
}


def evaluate(
    report: Report, conditions: Sequence[Condition], min_confidence: float
) -> tuple[Outcome, ...]:
    """Return what comes of each condition.

    Args:
        report: of one programme; what is left out of it counts nowhere.
        conditions: what is asked.
        min_confidence: verdicts below it (0 to 1) are uncertain.

    Returns:
        An outcome for each condition; none where the programme is unreadable,
        as nothing is known of it.
    """
    if not report.measures:
        return ()
    judge = _Judge(report, min_confidence)
    return tuple(judge.outcome(condition) for condition in conditions)


class _Judge:
    def __init__(self, report: Report, min_confidence: float) -> None:
        left_out = {ignored.measure for ignored in report.ignored}
        self._report = report
        self._measures = [m for m in report.measures if m.id not in left_out]
        self._min_confidence = min_confidence
        self._is_partly_read = report.programme.status is Status.PARTLY_READ

    def outcome(self, condition: Condition) -> Outcome:
        if condition.least is not None:
            return self._coverage(condition, condition.least)
        if condition.kind is ConditionKind.REQUIRE:
            return self._required(condition)
        if condition.kind is ConditionKind.FORBID_OPPOSED:
            return self._not_opposed(condition)
        if self._report.baseline is None:
            return Outcome(condition, False, compared=False)
        if condition.kind is ConditionKind.SAME_QUOTES:
            return self._same_quotes(condition)
        return self._no_loss(condition)

    def _coverage(self, condition: Condition, least: float) -> Outcome:
        asked = [m for m in self._measures if m.id in condition.measures and m.counted]
        coverage = coverage_of(asked).percentage
        met = _reaches(coverage, least)
        doubtful = [m for m in asked if self._is_uncertain(m)]
        return Outcome(
            condition,
            met,
            coverage,
            uncertain=_ids(doubtful) if self._may_differ(asked, least, met=met) else (),
            unread=not met and self._is_partly_read and any(map(_is_absent, asked)),
        )

    def _may_differ(self, asked: Sequence[MeasureResult], least: float, *, met: bool) -> bool:
        """Return whether the outcome would be another one if all uncertain verdicts were."""
        sure = coverage_of(m for m in asked if not self._is_uncertain(m))
        doubtful = sum(m.counted and self._is_uncertain(m) for m in asked)
        if met:
            other = Coverage(sure.covered, sure.partial, sure.absent + doubtful, sure.opposed)
        else:
            other = Coverage(sure.covered + doubtful, sure.partial, sure.absent, sure.opposed)
        return doubtful > 0 and _reaches(other.percentage, least) != met

    def _required(self, condition: Condition) -> Outcome:
        enough = _ENOUGH[condition.verdict or Verdict.PARTIAL]
        asked = [m for m in self._measures if m.id in condition.measures]
        failing = [m for m in asked if m.judgement.verdict not in enough]
        doubtful = [m for m in failing or asked if self._is_uncertain(m)]
        if failing and len(doubtful) < len(failing):
            doubtful = []  # the certain ones fail it anyway
        unread = self._is_partly_read and any(map(_is_absent, failing))
        return Outcome(
            condition, not failing, failing=_ids(failing), uncertain=_ids(doubtful), unread=unread
        )

    def _not_opposed(self, condition: Condition) -> Outcome:
        failing = [m for m in self._measures if m.judgement.verdict is Verdict.OPPOSED]
        doubtful = [m for m in failing if self._is_uncertain(m)]
        uncertain = _ids(doubtful) if len(doubtful) == len(failing) else ()
        return Outcome(condition, not failing, failing=_ids(failing), uncertain=uncertain)

    def _no_loss(self, condition: Condition) -> Outcome:
        losses = [change for change in self._report.changes if change.is_loss]
        doubtful = [c for c in losses if c.is_uncertain(self._min_confidence)]
        return Outcome(
            condition,
            not losses,
            failing=tuple(change.measure.id for change in losses),
            uncertain=tuple(c.measure.id for c in doubtful) if len(doubtful) == len(losses) else (),
            unread=any(change.unread for change in losses),
        )

    def _same_quotes(self, condition: Condition) -> Outcome:
        failing = [change for change in self._report.changes if change.changed_quotes]
        return Outcome(
            condition,
            not failing,
            failing=tuple(change.measure.id for change in failing),
            unread=self._is_partly_read and bool(failing),
        )

    def _is_uncertain(self, measure: MeasureResult) -> bool:
        return measure.judgement.confidence < self._min_confidence


def _reaches(coverage: float | None, least: float) -> bool:
    """Compare coverage as reports show it, with one decimal; where nothing counts it fails."""
    return coverage is not None and round(coverage, 1) >= least


def _is_absent(measure: MeasureResult) -> bool:
    return measure.judgement.verdict is Verdict.ABSENT


def _ids(measures: Sequence[MeasureResult]) -> tuple[str, ...]:
    return tuple(measure.id for measure in measures)
