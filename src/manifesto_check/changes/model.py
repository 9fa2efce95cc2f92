"""What differs between an old and a new reading of a programme."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from manifesto_check.model import Accuracy, Evidence, Judgement, MeasureResult, Report, Verdict


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
        gone: old quotes that are not among the new ones, best first.
        remains: whether the text of the first of these still stands in the
            new programme, so that only the verdict on it is another; None
            where that is not known, as of a JSON report.
        unread: whether pages that could not be read may explain it: of the new
            programme where something was lost, of the old one where gained.
    """

    kind: ChangeKind
    measure: MeasureResult
    old: Judgement
    gone: tuple[Evidence, ...] = ()
    remains: bool | None = None
    unread: bool = False

    @property
    def new(self) -> Judgement:
        """The verdict that it has now."""
        return self.measure.judgement

    @property
    def is_loss(self) -> bool:
        """Whether ``--fail-on-loss`` fails on it."""
        return self.kind in LOSSES

    def is_uncertain(self, min_confidence: float) -> bool:
        """Return whether one of the two verdicts is below that confidence."""
        return min(self.old.confidence, self.new.confidence) < min_confidence

    @property
    def lost_quote(self) -> Evidence | None:
        """The quote to show of what was lost: the best one that is gone, else the best one."""
        return next(iter((*self.gone, *self.old.evidence)), None)


@dataclass(frozen=True, slots=True)
class Difference:
    """An old and a new report, and all measures that changed, the gravest first."""

    old: Report
    new: Report
    changes: tuple[Change, ...]

    @property
    def accuracy(self) -> Accuracy | None:
        """What is known of how right the verdicts are."""
        return self.new.accuracy or self.old.accuracy


FOUND = (Verdict.COVERED, Verdict.PARTIAL)
