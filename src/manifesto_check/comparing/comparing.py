"""The whole job: reports of the same list put side by side."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase

from manifesto_check.comparing.differences import clear_pairs, estimate, standings
from manifesto_check.comparing.model import Comparison, CoverageRow, MeasureRow, Party
from manifesto_check.errors import ReportError, ReportProblem
from manifesto_check.model import (
    Judgement,
    MeasureResult,
    Report,
    SourceResult,
    ThemeResult,
    Verdict,
)
from manifesto_check.reports.text import printable

LOW = 0.2
"""Below this ``p_found`` a verdict of absent is likely right."""

LIKELY = 0.5
"""Only a party that is more likely than not the only one is said to be alone."""

FOUND = (Verdict.COVERED, Verdict.PARTIAL)


def compare(reports: Sequence[Report], names: Sequence[str]) -> Comparison:
    """Put reports side by side.

    Args:
        reports: at least one, in the order in which they are to be shown.
        names: of the parties, one for each report, all different.

    Returns:
        The comparison. Unreadable programmes are among its parties and nowhere else.

    Raises:
        ReportError: the reports were made by different versions or with
            different lists, or one does not hold all measures.
    """
    check_comparable(reports)
    parties = tuple(
        Party(_key(number), printable(name) or "?", report)
        for number, (name, report) in enumerate(zip(names, reports, strict=True))
    )
    judged = [party for party in parties if party.is_readable]
    model = judged[0].report if judged else reports[0]
    heading = (model.version, model.recommendations_path, model.recommendations_sha256, parties)
    if not judged:
        return Comparison(*heading)
    return Comparison(
        *heading,
        sources=tuple(_coverage_row(source, judged) for source in model.sources),
        themes=tuple(_coverage_row(theme, judged) for theme in model.themes),
        measures=tuple(
            _measure_row(measure, number, judged) for number, measure in enumerate(model.measures)
        ),
        accuracy=next((r.accuracy for r in reports if r.accuracy is not None), None),
    )


def check_comparable(reports: Sequence[Report]) -> None:
    """Make sure that reports can be compared; those without verdicts always can.

    Raises:
        ReportError: see :func:`compare`.
    """
    judged = [report for report in reports if report.measures]
    for report in judged:
        first = judged[0]
        paths = {"path": report.programme.path, "other": first.programme.path}
        if report.version != first.version:
            versions = {"version": report.version, "first": first.version}
            raise ReportError.of(ReportProblem.OTHER_VERSION, **paths, **versions)
        if report.recommendations_sha256 != first.recommendations_sha256:
            lists = {"list": report.recommendations_path, "first": first.recommendations_path}
            raise ReportError.of(ReportProblem.OTHER_LIST, **paths, **lists)
        counted = sum(theme.coverage.measures for theme in report.themes)
        if counted != sum(m.counted for m in report.measures):
            raise ReportError.of(ReportProblem.SELECTED, path=report.programme.path)
        if [m.id for m in report.measures] != [m.id for m in first.measures]:
            narrowed = min(report, first, key=lambda each: len(each.measures))
            raise ReportError.of(ReportProblem.SELECTED, path=narrowed.programme.path)


def _key(number: int) -> str:
    """Return A to Z, then AA, AB, ... as the columns of a spreadsheet are called."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return letters


def _coverage_row(row: ThemeResult | SourceResult, judged: Sequence[Party]) -> CoverageRow:
    is_theme = isinstance(row, ThemeResult)
    found = {
        party.key: [
            m.judgement
            for m in party.report.measures
            if m.counted and (m.theme if is_theme else m.source) == row.id
        ]
        for party in judged
    }
    counted = all(found.values()) and (not isinstance(row, ThemeResult) or row.counted)
    estimates = {key: estimate(some) for key, some in found.items()} if counted else {}
    partly_read = {party.key for party in judged if party.is_partly_read}
    return CoverageRow(
        id=row.id,
        title=row.title,
        source=row.source if isinstance(row, ThemeResult) else row.id,
        counted=counted,
        estimates=estimates,
        standings=standings(estimates, partly_read),
        clear=clear_pairs(estimates, partly_read),
    )


def _measure_row(measure: MeasureResult, number: int, judged: Sequence[Party]) -> MeasureRow:
    judgements = {party.key: party.report.measures[number].judgement for party in judged}
    alone, chance = _alone(judgements)
    return MeasureRow(
        id=measure.id,
        recommendation=measure.recommendation,
        theme=measure.theme,
        source=measure.source,
        text=measure.text,
        counted=measure.counted,
        judgements=judgements,
        alone=alone,
        p_alone=chance,
        alone_unread=alone is not None
        and any(party.is_partly_read for party in judged if party.key != alone),
    )


def _alone(judgements: Mapping[str, Judgement]) -> tuple[str | None, float | None]:
    """Return the only party that promises a measure, where that is likely, and how likely."""
    finders = [key for key, judgement in judgements.items() if judgement.verdict in FOUND]
    if len(finders) != 1 or len(judgements) < 2:
        return None, None
    others: Iterable[Judgement] = [j for key, j in judgements.items() if key != finders[0]]
    if any(judgement.p_found >= LOW for judgement in others):
        return None, None
    chance = judgements[finders[0]].p_found * math.prod(1 - j.p_found for j in others)
    return (finders[0], chance) if chance >= LIKELY else (None, None)
