"""A comparison as one HTML page: a heat map, and every measure with the quotes side by side."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.comparing.alone import doubts_of
from manifesto_check.comparing.formats.sentences import (
    alone_sections,
    alone_words,
    cautions_of,
    how_to_read,
    margin_words,
    title_of,
    with_star,
)
from manifesto_check.comparing.formats.words import MARKS, Words, words_in
from manifesto_check.comparing.model import Comparison, CoverageRow, MeasureRow, Party, Standing
from manifesto_check.comparing.narrow import narrowed
from manifesto_check.model import FOUND, Evidence, Judgement
from manifesto_check.reports.accuracy_words import accuracy_heading, accuracy_sentences
from manifesto_check.reports.html.page import render_page
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.links import evidence_link, file_link, files_of
from manifesto_check.reports.text import number

SHADES = 10
"""Steps of the heat map between 0 and 100 percent."""


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party; ``link`` opens its programme, if it can be opened."""

    party: Party
    shown: str
    link: str | None
    status: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A coverage in the heat map; texts are ready to show, None where nothing is counted."""

    key: str
    shade: int | None
    value: float
    figure: str | None = None
    margin: str | None = None
    mark: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the heat map; ``number`` tells it from others of the page.

    ``clear`` has each party that has clearly more than others, and these.
    """

    row: CoverageRow
    number: int
    cells: tuple[CellView, ...]
    clear: tuple[tuple[Party, tuple[Party, ...]], ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote and the link to its page."""

    evidence: Evidence
    link: str | None


@dataclass(frozen=True, slots=True)
class SideView:
    """What one party says on a measure."""

    party: PartyView
    judgement: Judgement
    found: bool
    uncertain: bool
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with all parties.

    Attributes:
        who: ``all``, ``some`` or ``none`` of the parties promise it.
        alone: who alone does, in words; empty where nobody does.
        alone_sure: ``yes``, or ``maybe`` where that is doubtful, or ``no``.
        alone_side: what that party says.
    """

    measure: MeasureRow
    who: str
    alone: str
    alone_sure: str
    alone_side: SideView | None
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class AloneView:
    """Measures that one party promises alone, under a heading; ``number`` tells it from others."""

    number: int
    title: str
    how: str
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme: its row of the heat map, and its measures."""

    row: RowView
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its themes."""

    row: RowView
    themes: tuple[ThemeView, ...]


class HtmlComparison:
    """One file that stands on its own, to look at, print and mail."""

    name = "html"
    extension = ".html"
    binary = False

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the page."""
        view = _View(narrowed(comparison, options.selection), options)
        accuracy, language = comparison.accuracy, options.language
        context: dict[str, object] = {
            "compare": view.words,
            "title": title_of(comparison, view.words),
            "parties": view.all_parties,
            "readable": [p for p in view.all_parties if p.party.is_readable],
            "cautions": cautions_of(comparison, language),
            "sources": view.sources(),
            "total": len(view.shown.measures),
            "alone_sections": view.alone(),
            "how_short": view.how_short(),
            "how": how_to_read(view.shown, options),
            "accuracy_heading": accuracy_heading(language),
            "accuracy": accuracy_sentences(accuracy, language) if accuracy else (),
            "list_path": comparison.recommendations_path,
        }
        return render_page(
            "compare.html.jinja",
            language,
            context,
            styles=("compare.css",),
            scripts=("compare.js",),
        )


class _View:
    def __init__(self, shown: Comparison, options: ReportOptions) -> None:
        self.shown = shown
        self.options = options
        self.words: Words = words_in(options.language)
        self.all_parties = [self._party(party) for party in shown.parties]
        self._by_key = {view.party.key: view for view in self.all_parties}
        self._number = 0

    def sources(self) -> tuple[SourceView, ...]:
        return tuple(
            SourceView(
                self._row(source),
                tuple(self._theme(t) for t in self.shown.themes if t.source == source.id),
            )
            for source in self.shown.sources
        )

    def how_short(self) -> tuple[str, ...]:
        words = self.words
        return (words.figure_intro, words.how_margin, words.how_clear, words.how_no_ranking)

    def alone(self) -> tuple[AloneView, ...]:
        return tuple(
            AloneView(number, one.title, one.how, tuple(map(self._measure, one.measures)))
            for number, one in enumerate(alone_sections(self.shown, self.options))
        )

    def _party(self, party: Party) -> PartyView:
        info = party.report.programme
        return PartyView(
            party=party,
            shown=with_star(party),
            link=file_link(files_of(info)[0], self.options.folder),
            status=info.status.value,
        )

    def _theme(self, theme: CoverageRow) -> ThemeView:
        measures = [m for m in self.shown.measures if m.theme == theme.id]
        return ThemeView(self._row(theme), tuple(map(self._measure, measures)))

    def _row(self, row: CoverageRow) -> RowView:
        self._number += 1
        return RowView(
            row=row,
            number=self._number,
            cells=tuple(self._cell(row, party) for party in self.shown.readable),
            clear=self._clear(row),
        )

    def _clear(self, row: CoverageRow) -> tuple[tuple[Party, tuple[Party, ...]], ...]:
        party_of = self.shown.party_of
        return tuple(
            (party_of(more), tuple(party_of(low) for high, low in row.clear if high == more))
            for more in dict.fromkeys(more for more, _ in row.clear)
        )

    def _cell(self, row: CoverageRow, party: Party) -> CellView:
        estimate = row.estimates.get(party.key)
        if estimate is None:
            return CellView(party.key, None, -1.0)
        standing = row.standings.get(party.key, Standing.UNCLEAR)
        language = self.options.language
        return CellView(
            key=party.key,
            shade=round(estimate.percentage * SHADES / 100),
            value=round(estimate.percentage, 2),
            figure=number(estimate.percentage, language),
            margin=margin_words(estimate, language),
            mark=MARKS[standing],
            standing=self.words.standings[standing] if MARKS[standing] else "",
        )

    def _measure(self, measure: MeasureRow) -> MeasureView:
        finders = len(measure.keys_with(*FOUND))
        everybody = finders == len(measure.judgements)
        sure = "maybe" if doubts_of(measure, self.options) else "yes"
        sides = tuple(
            self._side(self._by_key[key], judgement)
            for key, judgement in measure.judgements.items()
        )
        return MeasureView(
            measure=measure,
            who="all" if everybody else "some" if finders else "none",
            alone=alone_words(measure, self.shown, self.options),
            alone_sure=sure if measure.alone is not None else "no",
            alone_side=next((s for s in sides if s.party.party.key == measure.alone), None),
            sides=sides,
        )

    def _side(self, party: PartyView, judgement: Judgement) -> SideView:
        info = party.party.report.programme
        return SideView(
            party=party,
            judgement=judgement,
            found=judgement.verdict in FOUND,
            uncertain=self.options.is_uncertain(judgement),
            quotes=tuple(
                QuoteView(evidence, evidence_link(info, evidence, self.options.folder))
                for evidence in judgement.evidence
            ),
        )
