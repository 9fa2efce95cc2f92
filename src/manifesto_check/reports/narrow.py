"""Narrow a report to what was asked for, leaving the coverage of what remains as it is."""

from __future__ import annotations

from dataclasses import replace

from manifesto_check.model import Coverage, Report
from manifesto_check.reports.interface import Selection


def narrowed(report: Report, selection: Selection) -> Report:
    """Return the report with only the sources, themes and measures that are selected.

    Coverage stays that of the whole theme and source, also where only some of
    their measures are shown.
    """
    wanted = selection.measures
    here = tuple(m for m in report.measures if wanted is None or m.id in wanted)
    themes = {measure.theme for measure in here}
    sources = {measure.source for measure in here}
    verdicts = selection.verdicts
    return replace(
        report,
        sources=tuple(s for s in report.sources if s.id in sources),
        themes=tuple(t for t in report.themes if t.id in themes),
        measures=tuple(m for m in here if not verdicts or m.judgement.verdict in verdicts),
    )


def overall(report: Report) -> Coverage:
    """Return the coverage over all sources together, each counted measure weighing the same."""
    parts = [source.coverage for source in report.sources]
    return Coverage(
        covered=sum(part.covered for part in parts),
        partial=sum(part.partial for part in parts),
        absent=sum(part.absent for part in parts),
        opposed=sum(part.opposed for part in parts),
    )
