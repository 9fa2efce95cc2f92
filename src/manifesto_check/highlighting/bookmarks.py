"""Bookmarks to the marked quotes: per theme, then per measure, then per quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from manifesto_check.highlighting.marks import Key, heading_of, key_of
from manifesto_check.model import MeasureResult, Report, ThemeResult, Verdict
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.text import number, place, printable
from manifesto_check.reports.texts import Texts, texts_in
from manifesto_check.sources.pdf.places import Place

LONGEST = 120  # characters of a title: a panel of bookmarks is narrow


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark with those below it.

    Attributes:
        title: one line.
        page: the PDF page that it leads to, from 1.
        top: how high on that page, in its own coordinates; None for the top of the page.
        verdict: gives a measure its colour.
    """

    title: str
    page: int
    top: float | None = None
    verdict: Verdict | None = None
    below: tuple[Bookmark, ...] = ()


def bookmarks_of(
    report: Report, places: Mapping[Key, Sequence[Place]], options: ReportOptions
) -> Bookmark | None:
    """Return one bookmark that holds all.

    Args:
        report: what is shown of the report.
        places: where each quote was found.
        options: the language.

    Returns:
        The tool's bookmark with a theme for each that has quotes; None where
        there is no quote.
    """
    texts = texts_in(options.language)
    themes = [
        bookmark
        for theme in report.themes
        if (bookmark := _theme(theme, report, places, options)) is not None
    ]
    if not themes:
        return None
    first = min(themes, key=lambda theme: theme.page)
    return Bookmark(texts.bookmarks, first.page, below=tuple(themes))


def _theme(
    theme: ThemeResult,
    report: Report,
    places: Mapping[Key, Sequence[Place]],
    options: ReportOptions,
) -> Bookmark | None:
    texts = texts_in(options.language)
    measures = [
        bookmark
        for measure in report.measures
        if measure.theme == theme.id and (bookmark := _measure(measure, places, texts)) is not None
    ]
    if not measures:
        return None
    percentage = theme.coverage.percentage if theme.counted else None
    figure = "" if percentage is None else f" ({number(percentage, options.language)}%)"
    title = f"{printable(theme.id)} {_short(printable(theme.title))}{figure}"
    return Bookmark(title, measures[0].page, measures[0].top, below=tuple(measures))


def _measure(
    measure: MeasureResult, places: Mapping[Key, Sequence[Place]], texts: Texts
) -> Bookmark | None:
    verdict = measure.judgement.verdict
    quotes = []
    for evidence in measure.judgement.evidence:
        found = places.get(key_of(evidence), ())
        if found:
            title = f"{place(evidence, texts)}: {printable(evidence.quote)}"
            quotes.append(Bookmark(_short(title), found[0].page, _top(found[0]), verdict))
    if not quotes:
        return None
    title = _short(f"{heading_of(measure, texts)}: {printable(measure.text)}")
    below = tuple(quotes) if len(quotes) > 1 else ()
    return Bookmark(title, quotes[0].page, quotes[0].top, verdict, below)


def _top(found: Place) -> float:
    return max(y for quad in found.quads for _, y in quad)


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
