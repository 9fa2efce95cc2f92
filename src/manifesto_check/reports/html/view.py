"""A report laid out as the HTML page shows it: programmes, sources, themes, measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from manifesto_check.model import (
    Coverage,
    Evidence,
    MeasureResult,
    Report,
    SourceResult,
    Status,
    ThemeResult,
    Verdict,
)
from manifesto_check.reports.change_words import counts_of, doubt_line
from manifesto_check.reports.condition_words import ignored_line
from manifesto_check.reports.html.demands import (
    ChangeGroup,
    ConditionView,
    IgnoredView,
    change_groups,
    condition_views,
    ignored_views,
)
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.links import evidence_link, file_link, files_of
from manifesto_check.reports.narrow import narrowed, overall
from manifesto_check.reports.programme_words import (
    different_names,
    programme_size,
    reading_problems,
)
from manifesto_check.reports.texts import texts_in

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,40}")


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of the programme (mostly its only one) and the link that opens it."""

    path: str
    link: str | None


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote and the link that opens the programme where it stands, if it can be opened."""

    evidence: Evidence
    link: str | None


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure; ``anchor`` is its name within the page, ``uncertain`` how it is marked.

    ``ignored`` says why it does not count; it is empty where it does.
    """

    result: MeasureResult
    anchor: str
    uncertain: bool
    quotes: tuple[QuoteView, ...]
    ignored: str = ""

    @property
    def absent(self) -> bool:
        """Whether nothing was found."""
        return self.result.judgement.verdict is Verdict.ABSENT


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme with those of its measures that are shown."""

    theme: ThemeResult
    anchor: str
    measures: tuple[MeasureView, ...]

    @property
    def absent(self) -> tuple[MeasureView, ...]:
        """The measures that were not found."""
        return tuple(measure for measure in self.measures if measure.absent)


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its themes."""

    source: SourceResult
    themes: tuple[ThemeView, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """One programme; ``key`` tells it from the others of the page (p1, p2, ...).

    ``lists_absent`` is False where absent measures were not asked for: a list of
    them would then say that there are none.
    """

    key: str
    report: Report
    name: str
    size: str
    files: tuple[FileView, ...]
    problems: tuple[str, ...]
    sources: tuple[SourceView, ...]
    overall: Coverage | None
    lists_absent: bool
    conditions: tuple[ConditionView, ...] = ()
    counts: tuple[str, ...] = ()
    doubt: str = ""
    changes: tuple[ChangeGroup, ...] = ()
    ignored: tuple[IgnoredView, ...] = ()

    @property
    def is_choice(self) -> bool:
        """Whether only some of the measures are shown."""
        return len(self.measures) < len(self.report.measures)

    @property
    def unreadable(self) -> bool:
        """Whether nothing could be read, so that there is nothing to show."""
        return self.report.programme.status is Status.UNREADABLE

    @property
    def partly_read(self) -> bool:
        """Whether absent only means: not on the pages that were read."""
        return self.report.programme.status is Status.PARTLY_READ

    @property
    def themes(self) -> tuple[ThemeView, ...]:
        """The themes of all sources."""
        return tuple(theme for source in self.sources for theme in source.themes)

    @property
    def measures(self) -> tuple[MeasureView, ...]:
        """The measures of all themes."""
        return tuple(measure for theme in self.themes for measure in theme.measures)


def programme_views(reports: Sequence[Report], options: ReportOptions) -> list[ProgrammeView]:
    """Lay out the reports, narrowed to what is selected."""
    names = different_names([report.programme for report in reports])
    return [
        _programme(f"p{number}", name, report, options)
        for number, (name, report) in enumerate(zip(names, reports, strict=True), start=1)
    ]


def _programme(key: str, name: str, report: Report, options: ReportOptions) -> ProgrammeView:
    shown = narrowed(report, options.selection)
    info, texts = report.programme, texts_in(options.language)
    verdicts = options.selection.verdicts
    return ProgrammeView(
        key=key,
        report=report,
        name=name,
        size=programme_size(info, texts, options.language),
        files=tuple(FileView(path, file_link(path, options.folder)) for path in files_of(info)),
        problems=tuple(reading_problems(info, texts)),
        sources=tuple(_source(key, source, shown, options) for source in shown.sources),
        overall=overall(report) if options.overall and report.sources else None,
        lists_absent=not verdicts or Verdict.ABSENT in verdicts,
        conditions=condition_views(report, options),
        counts=counts_of(report.changes, options),
        doubt=doubt_line(report.changes, options),
        changes=change_groups(report.changes, options, None, info),
        ignored=ignored_views(report, options),
    )


def _source(key: str, source: SourceResult, shown: Report, options: ReportOptions) -> SourceView:
    themes = [theme for theme in shown.themes if theme.source == source.id]
    return SourceView(source, tuple(_theme(key, theme, shown, options) for theme in themes))


def _theme(key: str, theme: ThemeResult, shown: Report, options: ReportOptions) -> ThemeView:
    measures = tuple(
        _measure(_anchor(key, "m", measure.id, number), measure, shown, options)
        for number, measure in enumerate(shown.measures, start=1)
        if measure.theme == theme.id
    )
    anchor = _anchor(key, "t", theme.id, shown.themes.index(theme) + 1)
    return ThemeView(theme, anchor, measures)


def _anchor(key: str, kind: str, name: str, number: int) -> str:
    """Return a name within the page that others can link to: ``p1-m-V1.3a``.

    Ids come from outside: one that is no plain word is replaced by its number.
    """
    return f"{key}-{kind}-{name}" if _PLAIN.fullmatch(name) else f"{key}-{kind}{number}"


def _measure(
    anchor: str, measure: MeasureResult, report: Report, options: ReportOptions
) -> MeasureView:
    left_out = [one for one in report.ignored if one.measure == measure.id]
    return MeasureView(
        result=measure,
        anchor=anchor,
        uncertain=options.is_uncertain(measure.judgement),
        quotes=tuple(
            QuoteView(evidence, evidence_link(report.programme, evidence, options.folder))
            for evidence in measure.judgement.evidence
        ),
        ignored=ignored_line(left_out[0], options.language) if left_out else "",
    )
