"""The whole job: what differs between two reports on the same list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from manifesto_check.changes.model import Change, ChangeKind
from manifesto_check.changes.quotes import ProgrammeText, has_moved, letters, missing, text_of
from manifesto_check.comparing.comparing import check_comparable
from manifesto_check.model import (
    FOUND,
    Evidence,
    Judgement,
    MeasureResult,
    Programme,
    Report,
    Status,
    Verdict,
)

_STRENGTH = {Verdict.ABSENT: 0, Verdict.PARTIAL: 1, Verdict.COVERED: 2}
_GRAVITY = {kind: number for number, kind in enumerate(ChangeKind)}


def changes_between(
    old: Report, new: Report, programme: Programme | None = None, min_confidence: float = 0.0
) -> tuple[Change, ...]:
    """Return the measures that changed, the gravest change first, else in the list's order.

    A measure is compared by its verdict and by the text of its quotes, never
    by page or line. Those that are left out of the new report are passed over.
    Where one of the reports has no verdicts, nothing can have changed.

    Args:
        old: of the earlier version.
        new: of the later version.
        programme: the later version's text, where it is known: what was quoted
            is then looked up in it.
        min_confidence: verdicts below it (0 to 1) are uncertain.

    Raises:
        ReportError: the reports were made by different versions or with
            different lists, or one does not hold all measures.
    """
    check_comparable([old, new])
    before = {measure.id: measure.judgement for measure in old.measures}
    left_out = {ignored.measure for ignored in new.ignored}
    quoted = frozenset(letters(q.quote) for m in old.measures for q in m.judgement.evidence)
    comparing = _Comparing(old, new, text_of(programme), quoted, min_confidence)
    found = [
        change
        for measure in new.measures
        if measure.id in before and measure.id not in left_out
        if (change := comparing.change(measure, before[measure.id])) is not None
    ]
    return tuple(sorted(found, key=lambda change: _GRAVITY[change.kind]))


@dataclass(frozen=True, slots=True)
class _Comparing:
    old: Report
    new: Report
    text: ProgrammeText | None
    quoted: frozenset[str]
    min_confidence: float

    def change(self, measure: MeasureResult, old: Judgement) -> Change | None:
        new, text = measure.judgement, self.text
        gone = self._gone(old, new)
        kind = _kind(old.verdict, new.verdict)
        if kind is None and not gone:
            has_gone_elsewhere = has_moved(old.evidence, new.evidence)
            return Change(ChangeKind.MOVED, measure, old) if has_gone_elsewhere else None
        kind = kind or ChangeKind.REWORDED
        remains = None if text is None or not old.evidence else not gone
        instead = () if text is None else tuple(text.nearest(q.quote, self.quoted) for q in gone)
        unread = self._may_be_unread(kind)
        change = Change(kind, measure, old, gone, remains, unread, instead)
        return replace(change, kind=ChangeKind.REJUDGED) if self._is_rejudged(change) else change

    def _gone(self, old: Judgement, new: Judgement) -> tuple[Evidence, ...]:
        if self.text is None:
            return missing(old.evidence, new.evidence)
        # A quote that gave way to another one of the same text is no change.
        still = {letters(quote.quote) for quote in new.evidence}
        return tuple(
            quote
            for quote in old.evidence
            if letters(quote.quote) not in still and not self.text.holds(quote.quote)
        )

    def _is_rejudged(self, change: Change) -> bool:
        """Return whether only an uncertain verdict is another, and the text is what it was.

        Verdicts look at the text around a quote too, so that moving a chapter
        can turn one that was uncertain already.
        """
        return (
            change.kind in (ChangeKind.LOST, ChangeKind.WEAKENED)
            and change.new.verdict is not Verdict.OPPOSED
            and change.remains is True
            and change.is_uncertain(self.min_confidence)
        )

    def _may_be_unread(self, kind: ChangeKind) -> bool:
        """Return whether pages that could not be read may hold what seems lost or gained."""
        by_reading = {
            ChangeKind.LOST: self.new,
            ChangeKind.REWORDED: self.new,
            ChangeKind.WEAKENED: self.new,
            ChangeKind.GAINED: self.old,
            ChangeKind.STRENGTHENED: self.old,
        }
        report = by_reading.get(kind)
        return report is not None and report.programme.status is Status.PARTLY_READ


def _kind(old: Verdict, new: Verdict) -> ChangeKind | None:
    if old is new:
        return None
    if new is Verdict.OPPOSED:
        return ChangeKind.LOST if old in FOUND else ChangeKind.OPPOSED
    if old is Verdict.OPPOSED:
        return ChangeKind.GAINED if new in FOUND else ChangeKind.NO_LONGER_OPPOSED
    if _STRENGTH[new] < _STRENGTH[old]:
        return ChangeKind.LOST if new is Verdict.ABSENT else ChangeKind.WEAKENED
    return ChangeKind.GAINED if old is Verdict.ABSENT else ChangeKind.STRENGTHENED
