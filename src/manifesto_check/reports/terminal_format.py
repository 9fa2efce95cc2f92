"""The terminal report: coverage as bars, then every measure with its verdict and quote."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

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
from manifesto_check.reports.change_words import change_words_in
from manifesto_check.reports.condition_words import ignored_line
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.narrow import narrowed, overall
from manifesto_check.reports.terminal_conditions import (
    add_changes,
    add_conditions,
    add_ignored,
)
from manifesto_check.reports.terminal_layout import (
    SIGNS,
    STYLES,
    Page,
    bar,
    legend,
    programme_lines,
    quote_text,
    reading_problem,
    verdict_text,
)
from manifesto_check.reports.text import number, percent, printable, uncertain_limit

BAR = 20
"""Columns of a bar; 12 where space is scarce."""

Row = tuple[str, str, Coverage, bool]


class TerminalFormat:
    """``--format terminal``: for reading on a screen, 40 columns and up."""

    name = "terminal"
    extension = ".txt"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return the reports one after another, and once how to read them."""
        page = Page(options)
        for position, report in enumerate(reports):
            if position:
                page.add()
                page.add(Text("═" * page.width, style="dim"))
                page.add()
            _report(page, report)
        if not reports:
            page.add(Text(page.texts.no_reports))
        if any(report.measures for report in reports):
            _footer(page, reports)
        return page.data()


def _report(page: Page, report: Report) -> None:
    for line in programme_lines(report.programme, page):
        page.add(line)
    for line in reading_problem(report.programme, page.texts):
        page.add()
        page.add(line)
    if report.programme.status is Status.UNREADABLE:
        return
    shown = narrowed(report, page.options.selection)
    _overview(page, report, shown)
    if not shown.measures:
        page.add()
        page.add(Text(page.texts.nothing_selected))
    for theme in shown.themes:
        measures = [m for m in shown.measures if m.theme == theme.id]
        if measures:
            _theme(page, theme, measures, report)
    add_ignored(page, report)
    if report.baseline is not None:
        since = change_words_in(page.language).since.format(path=printable(report.baseline))
        page.heading(Text(since, style="bold"))
        add_changes(page, report.changes)
    add_conditions(page, report)


def _overview(page: Page, report: Report, shown: Report) -> None:
    if not shown.themes:
        return
    page.add()
    page.add(legend(page))
    page.add(Text(page.texts.percent_is, style="dim"))
    _bars(page, page.texts.per_source, [_source_row(source) for source in shown.sources])
    if page.options.overall:
        _bars(page, page.texts.overall, [("", "", overall(report), True)])
        page.add(Text(page.texts.overall_caution, style="dim"))
    _bars(page, page.texts.per_theme, [_theme_row(theme) for theme in shown.themes])


def _source_row(source: SourceResult) -> Row:
    return printable(source.id), printable(source.title), source.coverage, True


def _theme_row(theme: ThemeResult) -> Row:
    return printable(theme.id), printable(theme.title), theme.coverage, theme.counted


def _bars(page: Page, title: str, rows: Sequence[Row]) -> None:
    if page.narrow:
        page.heading(Text(title, style="bold"))
        for row in rows:
            page.add(_narrow_bar(page, row))
        return
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=False, overflow="fold", max_width=8)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(width=BAR, no_wrap=True)
    table.add_column(width=6, justify="right", no_wrap=True)
    for _ in Verdict:
        table.add_column(min_width=3, justify="right", no_wrap=True)
    table.add_row(
        "", "", "", "", *[Text(SIGNS[verdict], style=STYLES[verdict]) for verdict in Verdict]
    )
    for key, name, coverage, counted in rows:
        picture, figure = _picture(page, coverage, counted, width=BAR)
        counts = _counts(coverage) if figure else [Text("–", style="dim")] * len(Verdict)
        table.add_row(Text(key), Text(name), picture, figure, *counts)
    page.add()
    page.add(Text(title, style="bold"))
    page.add(table)


def _narrow_bar(page: Page, row: Row) -> RenderableType:
    key, name, coverage, counted = row
    picture, figure = _picture(page, coverage, counted, width=12)
    line = Text.assemble(picture, " ", figure)
    if figure:
        for verdict, count in zip(Verdict, _counts(coverage), strict=True):
            line.append_text(Text.assemble(" ", (SIGNS[verdict], STYLES[verdict]), count))
    return Group(Text(f"{key} {name}".strip()), Padding(line, (0, 0, 0, 2)))


def _picture(page: Page, coverage: Coverage, counted: bool, width: int) -> tuple[Text, Text]:
    """Return the bar and the figure; where nothing is counted those words and no figure."""
    percentage = coverage.percentage if counted else None
    if percentage is None:
        return Text(page.texts.not_counted, style="dim"), Text("")
    figure = Text(f"{number(percentage, page.language, 1)}%", style="bold")
    return bar(percentage, width), figure


def _counts(coverage: Coverage) -> list[Text]:
    numbers = (coverage.covered, coverage.partial, coverage.absent, coverage.opposed)
    return [
        Text(str(count), style=STYLES[verdict] if count else "dim")
        for verdict, count in zip(Verdict, numbers, strict=True)
    ]


def _theme(
    page: Page, theme: ThemeResult, measures: Sequence[MeasureResult], report: Report
) -> None:
    key, name, coverage, counted = _theme_row(theme)
    percentage = coverage.percentage if counted else None
    figure = (
        page.texts.not_counted if percentage is None else f"{number(percentage, page.language, 1)}%"
    )
    page.heading(Text(key, style="bold"), Text(name, style="bold"), Text(figure))
    if page.narrow:
        for measure in measures:
            page.add(_narrow_measure(page, measure, report))
        return
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    widest = max(len(word) for word in page.texts.verdicts.values())
    table.add_column(no_wrap=True, min_width=widest + 2)
    table.add_column(overflow="fold", min_width=5, max_width=12)
    table.add_column(justify="right", no_wrap=True, min_width=3)
    table.add_column(ratio=1, overflow="fold")
    for measure in measures:
        judgement = measure.judgement
        verdict = verdict_text(judgement.verdict, page.texts)
        if page.options.is_uncertain(judgement):
            verdict.append(f"\n  {page.texts.uncertain}", style="magenta")
        table.add_row(
            verdict,
            Text(printable(measure.id)),
            Text(percent(judgement.confidence), style="dim"),
            _body(page, measure, report),
        )
    page.add(table)


def _narrow_measure(page: Page, measure: MeasureResult, report: Report) -> RenderableType:
    judgement = measure.judgement
    first = Text.assemble(
        verdict_text(judgement.verdict, page.texts),
        "  ",
        (printable(measure.id), "bold"),
        "  ",
        (percent(judgement.confidence), "dim"),
    )
    if page.options.is_uncertain(judgement):
        first.append(f"  {page.texts.uncertain}", style="magenta")
    return Group(first, Padding(_body(page, measure, report), (0, 0, 0, 2)))


def _body(page: Page, measure: MeasureResult, report: Report) -> RenderableType:
    """Return the measure's text with its evidence below it."""
    evidence, status = measure.judgement.evidence, report.programme.status
    lines = [Text(printable(measure.text))]
    lines += [
        Text(ignored_line(ignored, page.language), style="dim")
        for ignored in report.ignored
        if ignored.measure == measure.id
    ]
    if measure.judgement.verdict is Verdict.ABSENT and status is Status.PARTLY_READ:
        lines.append(Text(page.texts.absent_on_read_pages, style="dim"))
    for item in evidence if page.options.verbose else evidence[:1]:
        lines.append(quote_text(item, page.texts))
        if page.options.verbose:
            lines.append(_about(page, item))
    if len(evidence) > 1 and not page.options.verbose:
        lines[-1].append(f" +{len(evidence) - 1}", style="dim")
    return Group(*lines)


def _about(page: Page, evidence: Evidence) -> Text:
    score = f"{page.texts.score} {number(evidence.score, page.language, 2)}"
    section = printable(evidence.section)
    under = f"{page.texts.section} {section} · " if section else ""
    return Text(under + score, style="dim")


def _footer(page: Page, reports: Sequence[Report]) -> None:
    texts = page.texts
    page.add()
    page.add(Text("─" * page.width, style="dim"))
    paths = dict.fromkeys(printable(report.recommendations_path) for report in reports)
    for line in (
        texts.how_coverage_counts,
        texts.how_to_doubt,
        texts.how_uncertain.format(limit=uncertain_limit(page.options)),
        *([] if page.options.verbose else [texts.how_more_quotes]),
        *(texts.list_used.format(path=path) for path in paths),
    ):
        page.add(Text(line, style="dim"))
