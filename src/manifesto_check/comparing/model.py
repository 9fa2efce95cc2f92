"""The result of a comparison: what its formats may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from manifesto_check.model import Accuracy, Judgement, Report, Status, Verdict
from manifesto_check.reports.interface import FEW_WORDS


class Standing(StrEnum):
    """How a party's coverage stands to the mean of the other parties'."""

    ABOVE = "above"
    BELOW = "below"
    UNCLEAR = "unclear"
    """The difference may be an error of the tool."""


@dataclass(frozen=True, slots=True)
class Party:
    """One of those that are compared.

    Attributes:
        key: A, B, C ... in the order in which they were given.
        name: as it is shown; no two parties have the same.
        report: what was found in its programme.
    """

    key: str
    name: str
    report: Report

    @property
    def is_readable(self) -> bool:
        """Whether its programme was judged; of others nothing is known."""
        return self.report.programme.status is not Status.UNREADABLE

    @property
    def is_partly_read(self) -> bool:
        """Whether absent only means: not on the pages that were read."""
        return self.report.programme.status is Status.PARTLY_READ

    @property
    def is_wholly_read(self) -> bool:
        """Whether absent means: nowhere in the programme."""
        return self.report.programme.status is Status.READ

    @property
    def has_few_words(self) -> bool:
        """Whether so few words were read that absent says little."""
        return self.is_readable and self.report.programme.words < FEW_WORDS


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coverage and how far it can be off.

    Attributes:
        percentage: as the report of the programme has it, from 0 to 100.
        error: its standard error, in percentage points.
    """

    percentage: float
    error: float


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A theme or a source, with all parties that could be read.

    Attributes:
        counted: whether its measures count; else there are no estimates.
        estimates: by the key of the party.
        standings: by the key of the party; empty with fewer than two parties.
        clear: pairs of keys ``(more, less)`` that differ by more than error explains.
    """

    id: str
    title: str
    source: str
    counted: bool
    estimates: Mapping[str, Estimate]
    standings: Mapping[str, Standing]
    clear: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure with the verdict on each party that could be read.

    Attributes:
        judgements: by the key of the party.
        alone: the key of the only party that promises it, where it is likely
            that no other does; None elsewhere.
        p_alone: the probability that ``alone`` is the only one.
        alone_unread: whether a page of another party's programme could not be
            read, or none of it, so that it may stand there.
        alone_few_words: whether hardly any words of another party's programme
            were read.
    """

    id: str
    recommendation: str
    theme: str
    source: str
    text: str
    counted: bool
    judgements: Mapping[str, Judgement]
    alone: str | None = None
    p_alone: float | None = None
    alone_unread: bool = False
    alone_few_words: bool = False

    def keys_with(self, *verdicts: Verdict) -> tuple[str, ...]:
        """Return the parties with one of these verdicts."""
        return tuple(key for key, found in self.judgements.items() if found.verdict in verdicts)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Programmes side by side, in the order in which they were given.

    ``sources``, ``themes`` and ``measures`` are empty where no programme could be read.
    """

    version: str
    recommendations_path: str
    recommendations_sha256: str
    parties: tuple[Party, ...]
    sources: tuple[CoverageRow, ...] = ()
    themes: tuple[CoverageRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    accuracy: Accuracy | None = None

    @property
    def readable(self) -> tuple[Party, ...]:
        """The parties whose programme was judged."""
        return tuple(party for party in self.parties if party.is_readable)

    @property
    def unreadable(self) -> tuple[Party, ...]:
        """The parties of whom nothing is known."""
        return tuple(party for party in self.parties if not party.is_readable)

    def name_of(self, key: str) -> str:
        """Return a party's name."""
        return self.party_of(key).name

    def party_of(self, key: str) -> Party:
        """Return the party with a key."""
        return next(party for party in self.parties if party.key == key)
