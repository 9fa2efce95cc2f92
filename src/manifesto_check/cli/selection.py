"""What ``--source``, ``--theme``, ``--measure`` and ``--verdict`` select."""

from __future__ import annotations

from typing import TYPE_CHECKING

from manifesto_check.reports.interface import Selection

if TYPE_CHECKING:
    from manifesto_check.cli.groups import Part
    from manifesto_check.recommendations.model import RecommendationList


def selection_of(recommendations: RecommendationList, part: Part) -> Selection:
    """Return what is shown of a report.

    Raises:
        UsageError: the list has no such source, theme, recommendation or measure.
    """
    from manifesto_check.recommendations.selecting import select

    chosen = None
    sources, themes, measures = part.source or (), part.theme or (), part.measure or ()
    if sources or themes or measures:
        chosen = select(recommendations, sources=sources, themes=themes, measures=measures)
    return Selection(measures=chosen, verdicts=part.verdicts)
