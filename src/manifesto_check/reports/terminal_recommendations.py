"""A list of recommendations, parts of it and advice on it, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from manifesto_check.dutch.figures import Direction
from manifesto_check.recommendations import lint_phrases
from manifesto_check.recommendations.model import (
    Concept,
    Figure,
    Measure,
    RecommendationList,
    Source,
    Theme,
    Wants,
)
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.terminal_layout import Page
from manifesto_check.reports.text import number, printable

if TYPE_CHECKING:
    from manifesto_check.recommendations.lint import Finding

_ADVICE = {Language.NL: lint_phrases.DUTCH, Language.EN: lint_phrases.ENGLISH}


def listing(recommendations: RecommendationList, options: ReportOptions) -> bytes:
    """Return every source, theme and measure with its id."""
    page = Page(options)
    for source in recommendations.sources:
        _source(page, source)
        for theme in source.themes:
            page.add()
            page.add(_theme_line(page, theme))
            table = _grid()
            for recommendation in theme.recommendations:
                for measure in recommendation.measures:
                    table.add_row(Text(printable(measure.id)), Text(printable(measure.text)))
            page.add(Padding(table, (0, 0, 0, 2)))
    return page.data()


def details(
    recommendations: RecommendationList, measures: frozenset[str], options: ReportOptions
) -> bytes:
    """Return all that the list holds on these measures, below their source and theme."""
    page = Page(options)
    texts = {measure.id: measure.text for measure in recommendations.measures}
    above: tuple[str, str] | None = None
    whole = {source.id for source in recommendations.sources if _ids(source) <= measures}
    for source, theme, _, measure in recommendations.entries():
        if measure.id not in measures:
            continue
        if above is None or above[0] != source.id:
            _source(page, source)
            if source.id in whole:
                page.add(Text(printable(source.file), style="dim"))
        if above is None or above != (source.id, theme.id):
            page.add()
            page.add(_theme_line(page, theme))
        above = (source.id, theme.id)
        page.add()
        _measure(page, measure, texts)
    return page.data()


def advice(findings: Sequence[Finding], summary: str, options: ReportOptions) -> bytes:
    """Return the findings of a lint, one each, and a summary line."""
    page = Page(options)
    for finding in findings:
        page.add(
            Text.assemble(
                (printable(finding.measure), "bold"),
                "  ",
                page.texts.severities.get(finding.severity.value, finding.severity.value),
                f"  {printable(finding.said.told(_ADVICE[options.language]))} ",
                (f"[{printable(finding.code)}]", "dim"),
            )
        )
    page.add(Text(printable(summary)))
    return page.data()


def _source(page: Page, source: Source) -> None:
    title = printable(source.title)
    if source.publisher:
        title = f"{title} ({printable(source.publisher)})"
    page.heading(Text(printable(source.id), style="bold"), Text(title, style="bold"))


def _ids(source: Source) -> set[str]:
    return {
        measure.id
        for theme in source.themes
        for recommendation in theme.recommendations
        for measure in recommendation.measures
    }


def _theme_line(page: Page, theme: Theme) -> Text:
    line = Text(f"{printable(theme.id)}  {printable(theme.title)}", style="bold")
    if theme.title_only:
        line.append(f"  ({page.texts.not_counted})", style="dim")
    return line


def _joined(terms: Sequence[str]) -> list[str]:
    return [", ".join(terms)] if terms else []


def _measure(page: Page, measure: Measure, texts: dict[str, str]) -> None:
    words = page.texts
    page.add(Text(f"{printable(measure.id)}  {printable(measure.text)}", style="bold"))
    rows: list[tuple[str, Iterable[str]]] = [
        (words.concepts, [_concept(page, concept) for concept in measure.concepts]),
        (words.figures, [_figure(page, figure) for figure in measure.figures]),
        (words.wants, [words.wants_less] if measure.wants is Wants.LESS else []),
        (words.examples, measure.examples),
        (words.partial_examples, measure.partial_examples),
        (words.absent_examples, measure.absent_examples),
        (words.opposed_by, measure.opposed_by),
        (words.opposite_terms, _joined(measure.opposite_terms)),
        (words.needed_terms, _joined(measure.needed_terms)),
        (words.related, [f"{key}: {texts.get(key, '?')}" for key in measure.related]),
        (words.conflicts, [f"{key}: {texts.get(key, '?')}" for key in measure.conflicts]),
    ]
    for title, lines in rows:
        shown = [printable(line) for line in lines]
        if shown:
            page.add(Padding(Text(title, style="cyan"), (0, 0, 0, 2)))
        for line in shown:
            page.add(Padding(Text(line), (0, 0, 0, 4)))


def _concept(page: Page, concept: Concept) -> str:
    notes = [page.texts.optional] if concept.optional else []
    if concept.wants in {Wants.LESS, Wants.REFUSED}:
        notes.append(page.texts.wants_less)
    name = f"{concept.name} ({', '.join(notes)})" if notes else concept.name
    parts = [f"*{part}*" for part in concept.parts]
    words = ", ".join((*concept.terms, *parts))
    if concept.synonyms:
        words += f"; {page.texts.synonyms}: {', '.join(concept.synonyms)}"
    return f"{name}: {words}"


def _figure(page: Page, figure: Figure) -> str:
    words = page.texts
    side = words.at_least if figure.direction is Direction.AT_LEAST else words.at_most
    decimals = 0 if float(figure.value).is_integer() else 2
    of = f" ({figure.of})" if figure.of else ""
    return f"{side} {number(figure.value, page.language, decimals)} {figure.unit}{of}"


def _grid() -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold", max_width=12)
    table.add_column(overflow="fold")
    return table
