"""What is said on stderr of conditions and of earlier reports, and the exit code after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from manifesto_check.cli.condition_texts import ConditionTexts, condition_texts_in
from manifesto_check.cli.guard import DONE, UNMET, say
from manifesto_check.conditions.applying import Demands
from manifesto_check.conditions.baseline import Baseline, is_store
from manifesto_check.conditions.model import SINCE_BASELINE, ConditionKind, Outcome
from manifesto_check.counting import Count
from manifesto_check.model import Report, Status
from manifesto_check.reports.interface import ReportOptions

MOST_TOLD = 100
"""Programmes that fail a condition and are told one by one; the rest are counted."""
MOST_NAMED = 5
"""Programmes that a line names; it counts the rest."""


def code_after(
    reports: Iterable[Report],
    demands: Demands,
    options: ReportOptions,
    *,
    details: bool = True,
    quiet: bool = False,
) -> int:
    """Say on stderr which programme fails which condition, and return 1 where one does.

    Args:
        reports: with their outcomes.
        demands: what was asked.
        options: language, and what is uncertain.
        details: also say which measures fail it, with their quotes.
        quiet: no cautions.
    """
    telling = _Telling(demands, options, details, quiet, condition_texts_in(options.language))
    for report in reports:
        telling.tell(report)
    telling.end()
    return UNMET if telling.failing else DONE


@dataclass
class _Telling:
    demands: Demands
    options: ReportOptions
    details: bool
    quiet: bool
    texts: ConditionTexts
    failing: int = 0
    compared: int = 0
    given: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    def tell(self, report: Report) -> None:
        """Say of one programme what it fails, and what else must be known."""
        path = report.programme.path
        self.given.append(path)
        if report.programme.status is Status.UNREADABLE:
            if self.demands.conditions:
                say(self.texts.not_judged.format(path=path))
            return
        if self.demands.baseline is not None and report.baseline is None:
            self.new.append(path)
        self.compared += report.baseline is not None
        unmet = [outcome for outcome in report.conditions if not outcome.met]
        self.failing += bool(unmet)
        if self.failing <= MOST_TOLD:
            for outcome in unmet:
                self._unmet(report, outcome)
        if not self.quiet:
            self._changed_quotes(report)

    def end(self) -> None:
        """Say what can only be said of all programmes together."""
        if self.failing > MOST_TOLD:
            say(self.texts.unmet_more.format(count=Count(self.failing - MOST_TOLD)))
        if self.demands.baseline is not None and self.new:
            self._not_compared(self.demands.baseline)

    def _unmet(self, report: Report, outcome: Outcome) -> None:
        from manifesto_check.reports.condition_words import failing_lines, outcome_line

        line = outcome_line(outcome, self.options.language)
        option = outcome.condition.option
        say(self.texts.unmet.format(path=report.programme.path, line=line, option=option))
        for failing in failing_lines(outcome, report, self.options) if self.details else ():
            say(f"- {failing}")

    def _changed_quotes(self, report: Report) -> None:
        """Say how many quotes are gone without a loss, where no condition is about them."""
        if self.demands.baseline is None or self.demands.asks(ConditionKind.SAME_QUOTES):
            return
        changes = [c for c in report.changes if c.changed_quotes and not c.is_loss]
        if not changes:
            return
        known = all(change.remains is not None for change in changes)
        text = self.texts.changed_quotes if known else self.texts.unquoted
        gone = {quote.quote for change in changes for quote in change.changed_quotes}
        measures = self._names([change.measure.id for change in changes])
        path = report.programme.path
        say(text.format(path=path, count=Count(len(gone)), measures=measures))

    def _not_compared(self, baseline: Baseline) -> None:
        texts, path = self.texts, baseline.path
        count, total = Count(len(self.new)), Count(len(self.given))
        names = self._names(self.new)
        say(texts.not_compared.format(names=names, count=count, total=total, baseline=path))
        asked = [c.option for c in self.demands.conditions if c.kind in SINCE_BASELINE]
        missing = baseline.missing(self.given)
        if missing:
            names, count = self._names(missing), Count(len(missing))
            say(texts.missing.format(baseline=path, names=names, count=count))
        if not asked or (self.demands.new_allowed and self.compared):
            return
        if self.demands.new_allowed:  # all may be called otherwise, or the report is another one
            self.failing += 1
            say(texts.none_compared.format(baseline=path, option=" ".join(asked)))
        again = texts.store_again if is_store(Path(path)) else texts.report_again
        say(texts.compare_again.format(again=again.format(baseline=path)))

    def _names(self, names: Sequence[str]) -> str:
        shown, rest = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
        return f"{shown} {self.texts.and_more.format(count=rest)}" if rest > 0 else shown
