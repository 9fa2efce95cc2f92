"""A comparison in Markdown, for a merge request, an issue or a wiki."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from manifesto_check import __version__
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
from manifesto_check.comparing.model import Comparison, CoverageRow, MeasureRow, Party
from manifesto_check.comparing.narrow import narrowed
from manifesto_check.model import Evidence, Judgement, Verdict
from manifesto_check.reports.accuracy_words import accuracy_heading, accuracy_sentences
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.links import evidence_link
from manifesto_check.reports.markdown_conditions import SIGNS
from manifesto_check.reports.markdown_text import escaped, escaped_html, linked
from manifesto_check.reports.text import number, percent, place, quoted
from manifesto_check.reports.texts import Texts, texts_in


class MarkdownComparison:
    """Tables of GitHub and GitLab, with ``<details>`` for what is long."""

    name = "markdown"
    extension = ".md"
    binary = False

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the document."""
        lines = _Writer(narrowed(comparison, options.selection), options).lines()
        return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


class _Writer:
    def __init__(self, shown: Comparison, options: ReportOptions) -> None:
        self.shown = shown
        self.options = options
        self.words: Words = words_in(options.language)
        self.texts: Texts = texts_in(options.language)

    def lines(self) -> Iterator[str]:
        yield from (f"# {escaped(title_of(self.shown, self.words))}", "")
        for party in self.shown.parties:
            yield f"- **{escaped(with_star(party))}**: {escaped(party.report.programme.path)}"
        yield ""
        for caution in cautions_of(self.shown, self.options.language):
            yield from (f"> **{escaped(caution)}**", "")
        if not self.shown.readable:
            return
        if not self.shown.themes:
            yield from (escaped(self.texts.nothing_selected), "")
            return
        yield from self._coverages()
        yield from self._alone()
        yield from self._measures()
        yield from self._how_to_read()

    def _coverages(self) -> Iterator[str]:
        yield from (f"## {escaped(self.texts.per_theme)}", "")
        yield _row(["", *(escaped(with_star(party)) for party in self.shown.readable)])
        yield _row(["---", *["---:"] * len(self.shown.readable)])
        for source in self.shown.sources:
            yield self._coverage(source, bold=True)
            for theme in self.shown.themes:
                if theme.source == source.id:
                    yield self._coverage(theme, bold=False)
        yield ""

    def _coverage(self, row: CoverageRow, *, bold: bool) -> str:
        name = f"{escaped(row.id)} {escaped(row.title)}"
        if not row.counted:
            none = [escaped(self.texts.not_counted)] * len(self.shown.readable)
            return _row([name, *none])
        cells = []
        for party in self.shown.readable:
            estimate = row.estimates[party.key]
            figure = number(estimate.percentage, self.options.language)
            off = margin_words(estimate, self.options.language)
            standing = row.standings.get(party.key)
            sign = f"&nbsp;{MARKS[standing]}" if standing and MARKS[standing] else ""
            cells.append(f"{figure}%&nbsp;({off}){sign}")
        return _row([f"**{name}**" if bold else name, *cells])

    def _alone(self) -> Iterator[str]:
        if len(self.shown.readable) < 2:
            return
        for section in alone_sections(self.shown, self.options):
            yield from (f"## {escaped(section.title)}", "", escaped(section.how), "")
            for measure in section.measures:
                who = escaped(alone_words(measure, self.shown, self.options))
                yield f"- **{escaped(measure.id)}** {escaped(measure.text)} – {who}"
                if self.options.verbose and measure.alone is not None:
                    best = measure.judgements[measure.alone].evidence[:1]
                    yield from self._evidence(self.shown.party_of(measure.alone), best)
            if section.measures:
                yield ""

    def _measures(self) -> Iterator[str]:
        yield from (f"## {escaped(self.words.per_measure)}", "")
        legend = (
            f"{SIGNS[verdict]} {escaped(self.texts.verdicts[verdict])}" for verdict in Verdict
        )
        yield from (" · ".join([*legend, f"? {escaped(self.texts.uncertain)}"]), "")
        for theme in self.shown.themes:
            measures = [m for m in self.shown.measures if m.theme == theme.id]
            if not measures:
                continue
            yield "<details>"
            title = f"{escaped_html(theme.id)} {escaped_html(theme.title)}"
            yield from (f"<summary><b>{title}</b></summary>", "")
            yield _row(["", *(escaped(with_star(party)) for party in self.shown.readable)])
            yield _row(["---", *["---:"] * len(self.shown.readable)])
            for measure in measures:
                signs = [self._sign(judgement) for judgement in measure.judgements.values()]
                yield _row([f"**{escaped(measure.id)}** {escaped(measure.text)}", *signs])
            yield ""
            if self.options.verbose:
                for measure in measures:
                    yield from self._quotes(measure)
            yield from ("</details>", "")

    def _sign(self, judgement: Judgement) -> str:
        doubt = "?" if self.options.is_uncertain(judgement) else ""
        return f"{SIGNS[judgement.verdict]}{doubt}"

    def _quotes(self, measure: MeasureRow) -> Iterator[str]:
        yield from (f"**{escaped(measure.id)}** {escaped(measure.text)}", "")
        for party in self.shown.readable:
            judgement = measure.judgements[party.key]
            word = escaped(self.texts.verdicts[judgement.verdict])
            yield f"- {escaped(party.name)}: {word} {percent(judgement.confidence)}"
            yield from self._evidence(party, judgement.evidence)
        yield ""

    def _evidence(self, party: Party, quotes: Iterable[Evidence]) -> Iterator[str]:
        for evidence in quotes:
            link = evidence_link(party.report.programme, evidence, self.options.folder)
            where = linked(place(evidence, self.texts), link)
            yield f"  - {where}: {escaped(quoted(evidence.quote))}"

    def _how_to_read(self) -> Iterator[str]:
        language = self.options.language
        yield from ("---", "")
        yield from (f"- {escaped(sentence)}" for sentence in how_to_read(self.shown, self.options))
        yield ""
        if self.shown.accuracy is not None:
            yield from (f"**{escaped(accuracy_heading(language))}**", "")
            sentences = accuracy_sentences(self.shown.accuracy, language)
            yield from (f"- {escaped(sentence)}" for sentence in sentences)
            yield ""
        yield f"- {escaped(self.texts.list_used.format(path=self.shown.recommendations_path))}"
        yield f"- {escaped(self.texts.made_by.format(version=__version__))}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
