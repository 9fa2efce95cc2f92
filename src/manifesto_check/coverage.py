"""From judgements to a report: verdicts counted per theme and per source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from manifesto_check.model import (
    Coverage,
    Judgement,
    MeasureResult,
    Programme,
    ProgrammeInfo,
    Report,
    SourceResult,
    Status,
    ThemeResult,
    Verdict,
)
from manifesto_check.recommendations.model import RecommendationList


def report_of(
    programme: Programme,
    recommendations: RecommendationList,
    judgements: Sequence[Judgement],
    version: str,
) -> Report:
    """Put a programme's judgements into a report.

    Args:
        programme: what was read.
        recommendations: the list that it was checked against.
        judgements: one for each measure, in the list's order; empty where the
            programme is unreadable.
        version: of the tool.
    """
    heading = (version, _info(programme), recommendations.path, recommendations.sha256)
    lists = tuple((part.path, part.sha256) for part in recommendations.parts)
    if programme.status is Status.UNREADABLE or not judgements:
        return Report(*heading, lists=lists)
    measures = _measures(recommendations, judgements)
    themes = tuple(
        ThemeResult(
            id=theme.id,
            source=source.id,
            title=theme.title,
            counted=not theme.title_only,
            coverage=coverage_of(m for m in measures if m.theme == theme.id),
        )
        for source in recommendations.sources
        for theme in source.themes
    )
    sources = tuple(
        SourceResult(
            source.id, source.title, coverage_of(m for m in measures if m.source == source.id)
        )
        for source in recommendations.sources
    )
    return Report(*heading, sources, themes, measures, lists=lists)


def _info(programme: Programme) -> ProgrammeInfo:
    return ProgrammeInfo(
        path=programme.path,
        sha256=programme.sha256,
        pages=len(programme.pages),
        words=programme.words,
        status=programme.status,
        unreadable_pages=programme.unreadable_pages,
        reason=programme.unreadable_reason,
        title=programme.title,
        files=programme.files,
        type=programme.type,
        ocr_pages=programme.ocr_pages,
    )


def _measures(
    recommendations: RecommendationList, judgements: Sequence[Judgement]
) -> tuple[MeasureResult, ...]:
    return tuple(
        MeasureResult(
            id=measure.id,
            recommendation=recommendation.id,
            theme=theme.id,
            source=source.id,
            text=measure.text,
            counted=not theme.title_only,
            judgement=judgement,
        )
        for (source, theme, recommendation, measure), judgement in zip(
            recommendations.entries(), judgements, strict=True
        )
    )


def coverage_of(measures: Iterable[MeasureResult]) -> Coverage:
    """Count the verdicts of the measures that count (not those of a ``title_only`` theme)."""
    counts = Counter(m.judgement.verdict for m in measures if m.counted)
    return Coverage(
        covered=counts[Verdict.COVERED],
        partial=counts[Verdict.PARTIAL],
        absent=counts[Verdict.ABSENT],
        opposed=counts[Verdict.OPPOSED],
    )
