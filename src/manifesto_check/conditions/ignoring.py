"""Measures kept out of coverage: the counts of their theme and source are made anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from manifesto_check.conditions.model import Ignored
from manifesto_check.coverage import coverage_of
from manifesto_check.model import Report


def without(report: Report, ignored: Sequence[Ignored]) -> Report:
    """Return the report with these measures left out, beside those that were already.

    Their verdicts stay, but count nowhere.

    Args:
        report: of any programme.
        ignored: the first reason of a measure holds.
    """
    known = {one.measure: one for one in (*report.ignored, *reversed(ignored))}
    if not known or not report.measures:
        return report
    measures = tuple(
        replace(measure, counted=False) if measure.id in known else measure
        for measure in report.measures
    )
    return replace(
        report,
        measures=measures,
        themes=tuple(
            replace(theme, coverage=coverage_of(m for m in measures if m.theme == theme.id))
            for theme in report.themes
        ),
        sources=tuple(
            replace(source, coverage=coverage_of(m for m in measures if m.source == source.id))
            for source in report.sources
        ),
        ignored=tuple(known[m.id] for m in measures if m.id in known),
    )


def same_for_all(reports: Sequence[Report]) -> list[Report]:
    """Return the reports with whatever one of them leaves out left out of all.

    Coverage side by side must be over the same measures.
    """
    together = [one for report in reports for one in report.ignored]
    return [without(report, [*report.ignored, *together]) for report in reports]
