"""Narrow a difference to the measures that were asked for."""

from __future__ import annotations

from dataclasses import replace

from manifesto_check.changes.model import Difference
from manifesto_check.reports.interface import Selection
from manifesto_check.reports.narrow import narrowed as narrowed_report


def narrowed(difference: Difference, selection: Selection) -> Difference:
    """Return the difference with only the sources, themes and measures that are selected."""
    wanted = selection.measures
    changes = (c for c in difference.changes if wanted is None or c.measure.id in wanted)
    return replace(
        difference,
        old=narrowed_report(difference.old, selection),
        new=narrowed_report(difference.new, selection),
        changes=tuple(changes),
    )
