"""Coverage of each source, then and now, in words."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.changes.model import Difference
from manifesto_check.reports.change_words import coverage_change
from manifesto_check.reports.interface import Language


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """A source, and how its coverage went."""

    id: str
    title: str
    line: str


def coverage_lines(difference: Difference, language: Language) -> list[CoverageLine]:
    """Return a line for each source of the new report."""
    before = {source.id: source.coverage.percentage for source in difference.old.sources}
    return [
        CoverageLine(
            source.id,
            source.title,
            coverage_change(before.get(source.id), source.coverage.percentage, language),
        )
        for source in difference.new.sources
    ]
