"""What differs between an old and a new reading of a programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from manifesto_check.changes.quotes import missing
from manifesto_check.model import (
    FOUND,
    Accuracy,
    Evidence,
    Judgement,
    MeasureResult,
    ProgrammeInfo,
    Report,
    Status,
)


class ChangeKind(StrEnum):
    """How a measure changed, the gravest first."""

    LOST = "lost"
    """It was covered or partial, and is so no more."""
    OPPOSED = "opposed"
    """It was absent, and is opposed now."""
    WEAKENED = "weakened"
    """It was covered, and is partial now."""
    GAINED = "gained"
    """It was absent or opposed, and is covered or partial now."""
    STRENGTHENED = "strengthened"
    """It was partial, and is covered now."""
    NO_LONGER_OPPOSED = "no-longer-opposed"
    """It was opposed, and is absent now."""
    REJUDGED = "rejudged"
    """The verdict is weaker, but one of the two is uncertain and all that was quoted still stands
    in the text: the text around it changed, or its place."""
    REWORDED = "reworded"
    """The verdict is the same, but text that was quoted is there no more."""
    MOVED = "moved"
    """The verdict and the quotes are the same, but they stand elsewhere."""


LOSSES = (ChangeKind.LOST, ChangeKind.OPPOSED, ChangeKind.WEAKENED)
"""What ``--fail-on-loss`` fails on."""


@dataclass(frozen=True, slots=True)
class Change:
    """A measure that changed.

    Attributes:
        kind: how.
        measure: the measure as it is now.
        old: the verdict that it had.
        gone: old quotes that do not stand in the new text any more, best first;
            where that text is not known, those that are not quoted any more.
        remains: whether all that was quoted still stands in the new text; None
            where that is not known, as of a JSON report.
        unread: whether pages that could not be read may explain it: of the new
            programme where something was lost, of the old one where gained.
        instead: for each quote that is gone the sentence of the new text that is
            most like it; empty where there is none, or where that text is not known.
    """

    kind: ChangeKind
    measure: MeasureResult
    old: Judgement
    gone: tuple[Evidence, ...] = ()
    remains: bool | None = None
    unread: bool = False
    instead: tuple[str, ...] = ()

    @property
    def new(self) -> Judgement:
        """The verdict that it has now."""
        return self.measure.judgement

    @property
    def is_loss(self) -> bool:
        """Whether ``--fail-on-loss`` fails on it."""
        return self.kind in LOSSES

    @property
    def changed_quotes(self) -> tuple[Evidence, ...]:
        """What ``--fail-on-changed-quote`` fails on: quotes of a promise that are gone."""
        return self.gone if self.old.verdict in FOUND else ()

    def is_uncertain(self, min_confidence: float) -> bool:
        """Return whether it rests on a verdict below that confidence: one of the two is enough.

        What only moved rests on none.
        """
        if self.kind is ChangeKind.MOVED:
            return False
        return min(self.old.confidence, self.new.confidence) < min_confidence

    @property
    def old_quotes(self) -> tuple[Evidence, ...]:
        """What was quoted: first what is gone, each best first."""
        return (*self.gone, *(quote for quote in self.old.evidence if quote not in self.gone))

    @property
    def new_quotes(self) -> tuple[Evidence, ...]:
        """What is quoted now: first what was not quoted before, each best first."""
        if self.kind is ChangeKind.MOVED:
            return self.new.evidence
        fresh = missing(self.new.evidence, self.old.evidence)
        return (*fresh, *(quote for quote in self.new.evidence if quote not in fresh))


@dataclass(frozen=True, slots=True)
class Total:
    """How many measures changed in one way, and how many of these rest on an uncertain verdict."""

    count: int
    uncertain: int


def totals_of(changes: Sequence[Change], min_confidence: float) -> dict[ChangeKind, Total]:
    """Count changes by their kind, the gravest first; all kinds are there.

    Args:
        changes: of any kinds.
        min_confidence: verdicts below it (0 to 1) are uncertain.
    """
    totals = {}
    for kind in ChangeKind:
        these = [change for change in changes if change.kind is kind]
        uncertain = sum(change.is_uncertain(min_confidence) for change in these)
        totals[kind] = Total(len(these), uncertain)
    return totals


@dataclass(frozen=True, slots=True)
class Difference:
    """An old and a new report, and all measures that changed, the gravest first."""

    old: Report
    new: Report
    changes: tuple[Change, ...]

    @property
    def is_readable(self) -> bool:
        """Whether both have verdicts; else nothing is known of what changed."""
        statuses = {self.old.programme.status, self.new.programme.status}
        return Status.UNREADABLE not in statuses

    @property
    def old_file(self) -> ProgrammeInfo | None:
        """The old programme, to link to; None where the new one stands in its place."""
        old, new = self.old.programme, self.new.programme
        return None if old.path == new.path and old.sha256 != new.sha256 else old

    @property
    def accuracy(self) -> Accuracy | None:
        """What is known of how right the verdicts are."""
        return self.new.accuracy or self.old.accuracy
