"""The whole job: reports of the same list put side by side."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from manifesto_check.comparing.alone import alone_in
from manifesto_check.comparing.differences import clear_pairs, estimate, standings
from manifesto_check.comparing.model import Comparison, CoverageRow, MeasureRow, Party
from manifesto_check.errors import ReportError, ReportProblem
from manifesto_check.model import MeasureResult, Report, SourceResult, ThemeResult
from manifesto_check.reports.text import printable


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
            _measure_row(measure, number, parties) for number, measure in enumerate(model.measures)
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


def _measure_row(measure: MeasureResult, number: int, parties: Sequence[Party]) -> MeasureRow:
    judgements = {
        party.key: party.report.measures[number].judgement for party in parties if party.is_readable
    }
    alone, chance = alone_in(judgements)
    others = [party for party in parties if party.key != alone] if alone is not None else []
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
        alone_unread=any(not party.is_wholly_read for party in others),
        alone_few_words=any(party.has_few_words for party in others),
    )
