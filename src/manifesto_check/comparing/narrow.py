"""Narrow a comparison to what was asked for; coverage stays that of whole themes and sources."""

from __future__ import annotations

from dataclasses import replace

from manifesto_check.comparing.model import Comparison
from manifesto_check.reports.interface import Selection


def narrowed(comparison: Comparison, selection: Selection) -> Comparison:
    """Return the comparison with only the sources, themes and measures that are selected.

    A measure has a verdict that is selected where any of the parties has it.
    """
    wanted, verdicts = selection.measures, selection.verdicts
    here = tuple(m for m in comparison.measures if wanted is None or m.id in wanted)
    themes, sources = {m.theme for m in here}, {m.source for m in here}
    return replace(
        comparison,
        sources=tuple(row for row in comparison.sources if row.id in sources),
        themes=tuple(row for row in comparison.themes if row.id in themes),
        measures=tuple(m for m in here if not verdicts or m.keys_with(*verdicts)),
    )
