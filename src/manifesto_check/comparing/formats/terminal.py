"""A comparison for the terminal: a matrix where it fits, else the parties below each other."""

from __future__ import annotations

from collections.abc import Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

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
from manifesto_check.model import Evidence, Judgement, Verdict
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.terminal_layout import SIGNS, STYLES, Page, bar, legend, quote_text
from manifesto_check.reports.text import number, percent, printable

FIGURE = 4  # columns of a figure with its sign: "100▲"
MARGIN = 8  # "(28–100)"
WITH_MARGIN = 13  # "100 (28–100)▲"
SIGN = 2  # columns of a verdict with its question mark
LEAST_TEXT = 20  # columns that a theme or measure needs beside the matrix
NAME = 16  # columns of a party's name over its column, at most
STANDING_STYLES = {
    Standing.ABOVE: "bold green",
    Standing.BELOW: "bold magenta",
    Standing.UNCLEAR: "",
}


class TerminalComparison:
    """``compare --format terminal``: readable with 2 to 15 parties, 40 columns and up."""

    name = "terminal"
    extension = ".txt"
    binary = False

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the comparison, and how to read it."""
        screen = _Screen(narrowed(comparison, options.selection), options)
        screen.write()
        return screen.page.data()


class _Screen:
    def __init__(self, shown: Comparison, options: ReportOptions) -> None:
        self.shown = shown
        self.options = options
        self.page = Page(options)
        self.words: Words = words_in(options.language)
        self.texts = self.page.texts

    def write(self) -> None:
        page, shown = self.page, self.shown
        page.add(Text(title_of(shown, self.words), style="bold"))
        self._parties()
        for caution in cautions_of(shown, self.options.language):
            page.add()
            page.add(Text(f"! {caution}", style="bold yellow"))
        if not shown.readable:
            return
        if not shown.themes:
            page.add()
            page.add(Text(self.texts.nothing_selected))
            return
        self._coverages()
        self._alone()
        self._measures()
        self._footer()

    def _parties(self) -> None:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for party in self.shown.parties:
            status = party.report.programme.status
            said = "" if party.is_readable else f" ({self.texts.statuses[status]})"
            name = Text.assemble((with_star(party), "bold"), said)
            path = Text(printable(party.report.programme.path), style="dim")
            table.add_row(Text(party.key, style="cyan"), Text("  ").join([name, path]))
        self.page.add(table)

    def _fits(self, width: int, left: int) -> bool:
        """Say whether a column of some width for each party leaves room for the text."""
        used = (width + 1) * len(self.shown.readable) + left + 2
        return self.page.width - used >= LEAST_TEXT

    # Coverage

    def _coverages(self) -> None:
        page = self.page
        page.heading(Text(f"{self.texts.per_theme} (%)", style="bold"))
        id_width = max(len(printable(row.id)) for row in (*self.shown.sources, *self.shown.themes))
        if not self._fits(FIGURE, id_width):
            for row in self._in_order():
                self._bars(row)
            return
        has_margin = self._fits(WITH_MARGIN, id_width)
        width = WITH_MARGIN if has_margin else FIGURE
        table = self._matrix(width, id_width)
        for row in self._in_order():
            style = "bold" if row in self.shown.sources else ""
            cells = [self._figure(row, party, has_margin) for party in self.shown.readable]
            name = Text(printable(row.title), style=style)
            table.add_row(Text(printable(row.id), style=style), name, *cells)
        page.add(table)

    def _in_order(self) -> list[CoverageRow]:
        """Return each source with its themes below it."""
        rows = []
        for source in self.shown.sources:
            rows.append(source)
            rows += [theme for theme in self.shown.themes if theme.source == source.id]
        return rows

    def _matrix(self, width: int, id_width: int) -> Table:
        """Return a table whose columns are headed by the names of the parties, or their keys."""
        table = Table.grid(padding=(0, 1, 0, 0), expand=True)
        table.add_column(overflow="fold", max_width=min(id_width, 8))
        table.add_column(ratio=1, overflow="fold")
        parties = self.shown.readable
        room = self.page.width - LEAST_TEXT - id_width - 2
        wide = min(NAME, room // len(parties) - 1)
        by_name = all(len(with_star(party)) <= max(wide, width) for party in parties)
        column = max(width, *(len(with_star(p)) for p in parties)) if by_name else width
        for _ in parties:
            table.add_column(width=column, justify="right", no_wrap=True)
        heads = [
            Text(with_star(p) if by_name else f"{p.key}{'*' if p.is_partly_read else ''}")
            for p in parties
        ]
        for head in heads:
            head.stylize("cyan")
        table.add_row("", "", *heads)
        return table

    def _figure(self, row: CoverageRow, party: Party, has_margin: bool) -> Text:
        estimate = row.estimates.get(party.key)
        if estimate is None:
            return Text("–", style="dim")
        standing = row.standings.get(party.key, Standing.UNCLEAR)
        figure = Text(number(estimate.percentage, self.page.language))
        if has_margin:
            margin = f"({margin_words(estimate, self.page.language)})"
            figure.append(f" {margin:>{MARGIN}}", style="dim")
        figure.append(MARKS[standing] or " ", style=STANDING_STYLES[standing])
        return figure

    def _bars(self, row: CoverageRow) -> None:
        """Write a row as a list of parties, where the matrix would not fit."""
        page = self.page
        page.add()
        page.add(Text(f"{printable(row.id)} {printable(row.title)}", style="bold"))
        if not row.counted:
            page.add(Text(f"  {self.texts.not_counted}", style="dim"))
            return
        for party in self.shown.readable:
            picture = bar(row.estimates[party.key].percentage, 8)
            figure = self._figure(row, party, has_margin=True)
            page.add(Text.assemble("  ", picture, " ", figure, " ", with_star(party)))

    # Measures

    def _alone(self) -> None:
        if len(self.shown.readable) < 2:
            return
        page = self.page
        for section in alone_sections(self.shown, self.options):
            page.heading(Text(section.title, style="bold"))
            page.add(Text(section.how, style="dim"))
            for measure in section.measures:
                page.add(
                    Text.assemble((printable(measure.id), "bold"), " ", printable(measure.text))
                )
                who = alone_words(measure, self.shown, self.options)
                page.add(_indented(Text(who, style="green")))
                if self.options.verbose and measure.alone is not None:
                    best = measure.judgements[measure.alone].evidence[:1]
                    self._quotes(best, 4)

    def _measures(self) -> None:
        page = self.page
        page.heading(Text(self.words.per_measure, style="bold"))
        page.add(Text.assemble(legend(page), f"   ? {self.texts.uncertain}"))
        for theme in self.shown.themes:
            measures = [m for m in self.shown.measures if m.theme == theme.id]
            if not measures:
                continue
            page.add()
            title = f"{printable(theme.id)} {printable(theme.title)}"
            page.add(Text(title, style="bold underline"))
            self._theme(measures)

    def _theme(self, measures: list[MeasureRow]) -> None:
        id_width = max(len(printable(measure.id)) for measure in measures)
        if self.options.verbose or not self._fits(SIGN, id_width):
            for measure in measures:
                self._in_words(measure)
            return
        table = self._matrix(SIGN, id_width)
        for measure in measures:
            signs = [self._sign(judgement) for judgement in measure.judgements.values()]
            table.add_row(Text(printable(measure.id)), Text(printable(measure.text)), *signs)
        self.page.add(table)

    def _sign(self, judgement: Judgement) -> Text:
        doubt = "?" if self.options.is_uncertain(judgement) else " "
        return Text.assemble((SIGNS[judgement.verdict], STYLES[judgement.verdict]), (doubt, "dim"))

    def _in_words(self, measure: MeasureRow) -> None:
        """Write a measure with the names of the parties, and with --verbose their quotes."""
        page = self.page
        page.add(Text.assemble((printable(measure.id), "bold"), " ", printable(measure.text)))
        for verdict in Verdict:
            parties = [p for p in self.shown.readable if p.key in measure.keys_with(verdict)]
            if parties and not self.options.verbose:
                names = ", ".join(self._name(party, measure) for party in parties)
                page.add(_indented(Text.assemble((SIGNS[verdict], STYLES[verdict]), " ", names)))
        for party in self.shown.readable if self.options.verbose else ():
            judgement = measure.judgements[party.key]
            sure = f" {percent(judgement.confidence)}"
            sign = self._sign(judgement)
            page.add(_indented(Text.assemble(sign, " ", with_star(party), (sure, "dim"))))
            self._quotes(judgement.evidence, 5)

    def _quotes(self, quotes: Sequence[Evidence], indent: int) -> None:
        for evidence in quotes:
            self.page.add(_indented(quote_text(evidence, self.texts), indent))

    def _name(self, party: Party, measure: MeasureRow) -> str:
        doubt = "?" if self.options.is_uncertain(measure.judgements[party.key]) else ""
        return f"{with_star(party)}{doubt}"

    def _footer(self) -> None:
        page = self.page
        page.add()
        page.add(Text("─" * page.width, style="dim"))
        for line in how_to_read(self.shown, self.options):
            page.add(Text(line, style="dim"))
        if not self.options.verbose:
            page.add(Text(self.words.with_quotes, style="dim"))
        path = printable(self.shown.recommendations_path)
        page.add(Text(self.texts.list_used.format(path=path), style="dim"))


def _indented(text: Text, columns: int = 2) -> Padding:
    """Return a paragraph whose further lines are indented too."""
    return Padding(text, (0, 0, 0, columns))
