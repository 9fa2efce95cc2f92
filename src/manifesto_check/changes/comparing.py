"""The whole job: what differs between two reports on the same list."""

from __future__ import annotations

from manifesto_check.changes.model import FOUND, Change, ChangeKind, Difference
from manifesto_check.changes.quotes import ProgrammeText, first_remains, gone, has_moved, text_of
from manifesto_check.comparing.comparing import check_comparable
from manifesto_check.model import Judgement, MeasureResult, Programme, Report, Status, Verdict

_STRENGTH = {Verdict.ABSENT: 0, Verdict.PARTIAL: 1, Verdict.COVERED: 2}
_GRAVITY = {kind: number for number, kind in enumerate(ChangeKind)}


def difference(old: Report, new: Report, programme: Programme | None = None) -> Difference:
    """Compare an old report with a new one.

    Args:
        old: of the earlier version.
        new: of the later version.
        programme: the later version's text, where there is one: a quote is
            then looked up in it.

    Raises:
        ReportError: the reports were made by different versions or with
            different lists, or one does not hold all measures.
    """
    check_comparable([old, new])
    return Difference(old, new, changes_between(old, new, programme))


def changes_between(
    old: Report, new: Report, programme: Programme | None = None
) -> tuple[Change, ...]:
    """Return the measures that changed, the gravest change first, else in the list's order.

    A measure is compared by its verdict and by the text of its quotes, never
    by page or line. Those that are left out of the new report are passed over.
    Where one of the reports has no verdicts, nothing can have changed.
    """
    before = {measure.id: measure.judgement for measure in old.measures}
    left_out = {ignored.measure for ignored in new.ignored}
    text = text_of(programme)
    found = [
        change
        for measure in new.measures
        if measure.id in before and measure.id not in left_out
        if (change := _change(measure, before[measure.id], text, (old, new))) is not None
    ]
    return tuple(sorted(found, key=lambda change: _GRAVITY[change.kind]))


def _change(
    measure: MeasureResult,
    old: Judgement,
    text: ProgrammeText | None,
    reports: tuple[Report, Report],
) -> Change | None:
    new = measure.judgement
    missing = gone(old.evidence, new.evidence)
    kind = _kind(old.verdict, new.verdict)
    if kind is None:
        # A quote that merely gave way to another one of the same text is no change.
        changed = missing if text is None else [q for q in missing if not text.holds(q.quote)]
        if changed:
            return Change(ChangeKind.REWORDED, measure, old, tuple(changed), None)
        is_moved = not missing and has_moved(old.evidence, new.evidence)
        return Change(ChangeKind.MOVED, measure, old) if is_moved else None
    remains = first_remains((*missing, *old.evidence), text)
    return Change(kind, measure, old, missing, remains, _may_be_unread(kind, *reports))


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


def _may_be_unread(kind: ChangeKind, old: Report, new: Report) -> bool:
    """Return whether pages that could not be read may hold what seems lost or gained."""
    by_reading = {
        ChangeKind.LOST: new,
        ChangeKind.WEAKENED: new,
        ChangeKind.GAINED: old,
        ChangeKind.STRENGTHENED: old,
    }
    report = by_reading.get(kind)
    return report is not None and report.programme.status is Status.PARTLY_READ
