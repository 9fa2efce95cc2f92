"""Conditions, what came of them, and measures that are left out: what reports may show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from manifesto_check.model import Verdict


class Exclusion(StrEnum):
    """Why a measure is kept out of coverage and conditions."""

    IGNORED = "ignored"
    """The user disregards it."""
    NOT_APPLICABLE = "not-applicable"
    """It cannot apply to the place that the programme is about."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A measure that is kept out of coverage and conditions, with the user's reason."""

    measure: str
    kind: Exclusion
    reason: str


class ConditionKind(StrEnum):
    """What can be asked; each is the option that asks for it, without its dashes."""

    SOURCE = "fail-under"
    THEME = "fail-under-theme"
    REQUIRE = "require"
    FORBID_OPPOSED = "forbid-opposed"
    NO_LOSS = "fail-on-loss"
    SAME_QUOTES = "fail-on-changed-quote"


SINCE_BASELINE = (ConditionKind.NO_LOSS, ConditionKind.SAME_QUOTES)
"""What can only be judged against an earlier report."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked of every programme.

    Attributes:
        kind: what is asked.
        id: of the source or theme whose coverage is asked, or of what is
            required; empty where all measures are meant.
        least: the coverage that is asked, from 0 to 100.
        verdict: what a required measure must be at least: partial or covered.
        measures: ids of the measures that it is about, in the order of the
            list, without those that are left out; empty means all.
    """

    kind: ConditionKind
    id: str = ""
    least: float | None = None
    verdict: Verdict | None = None
    measures: tuple[str, ...] = ()

    @property
    def option(self) -> str:
        """How the command line asks it: ``--fail-under V=60``."""
        if self.least is not None:
            return f"--{self.kind} {self.id}={self.least:g}"
        if self.kind is ConditionKind.REQUIRE:
            stronger = "=covered" if self.verdict is Verdict.COVERED else ""
            return f"--{self.kind} {self.id}{stronger}"
        return f"--{self.kind}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a programme meets a condition.

    Attributes:
        condition: what was asked.
        met: whether it is so.
        coverage: what the coverage is, where one is asked; None where nothing counts.
        failing: ids of the measures because of which it is not met, where it
            is about single measures: too weak, opposed, lost or worded otherwise.
        uncertain: ids of the measures with an uncertain verdict, where the
            outcome would be another one if those verdicts were.
        unread: whether it may be met on pages that could not be read.
        compared: whether there was an earlier report of the programme; without
            one a condition on it is not met.
    """

    condition: Condition
    met: bool
    coverage: float | None = None
    failing: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    unread: bool = False
    compared: bool = True
