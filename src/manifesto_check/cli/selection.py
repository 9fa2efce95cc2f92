"""What ``--source``, ``--theme``, ``--measure`` and ``--verdict`` select."""

from __future__ import annotations

from typing import TYPE_CHECKING

from manifesto_check.model import Verdict
from manifesto_check.reports.interface import Selection

if TYPE_CHECKING:
    from manifesto_check.recommendations.model import RecommendationList


def selection_of(
    recommendations: RecommendationList,
    sources: list[str] | None,
    themes: list[str] | None,
    measures: list[str] | None,
    verdicts: list[Verdict] | None,
) -> Selection:
    """Return what is shown of a report.

    Raises:
        UsageError: the list has no such source, theme, recommendation or measure.
    """
    from manifesto_check.recommendations.selecting import select

    chosen = None
    if sources or themes or measures:
        chosen = select(
            recommendations, sources=sources or (), themes=themes or (), measures=measures or ()
        )
    return Selection(measures=chosen, verdicts=tuple(verdicts or ()))
