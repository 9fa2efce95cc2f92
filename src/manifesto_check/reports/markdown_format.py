"""``--format markdown``: for a merge request, an issue or a wiki.

The coverage is a table; the measures of each theme are a table that unfolds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from manifesto_check import __version__
from manifesto_check.model import (
    Coverage,
    Evidence,
    MeasureResult,
    Report,
    Status,
    ThemeResult,
    Verdict,
)
from manifesto_check.reports.accuracy_words import accuracy_heading, accuracy_sentences
from manifesto_check.reports.change_words import change_words_in
from manifesto_check.reports.condition_words import ignored_line
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.links import evidence_link
from manifesto_check.reports.markdown_conditions import (
    SIGNS,
    change_lines,
    condition_lines,
    ignored_lines,
)
from manifesto_check.reports.markdown_text import escaped, escaped_html, linked
from manifesto_check.reports.narrow import narrowed, overall
from manifesto_check.reports.programme_words import (
    programme_name,
    programme_size,
    reading_problems,
)
from manifesto_check.reports.text import number, percent, place, quoted, uncertain_limit
from manifesto_check.reports.texts import Texts, texts_in


class MarkdownFormat:
    """Tables of GitHub and GitLab, with ``<details>`` for what is long."""

    name = "markdown"
    extension = ".md"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return the reports one after another, and once how to read them."""
        lines: list[str] = []
        for report in reports:
            lines += _Writer(report, options).lines()
        texts = texts_in(options.language)
        if not reports:
            lines.append(escaped(texts.no_reports))
        if any(report.measures for report in reports):
            lines += _how_to_read(reports, options)
        return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


class _Writer:
    """Writes one programme."""

    def __init__(self, report: Report, options: ReportOptions) -> None:
        self.report = report
        self.shown = narrowed(report, options.selection)
        self.options = options
        self.texts: Texts = texts_in(options.language)

    def lines(self) -> Iterator[str]:
        info = self.report.programme
        size = programme_size(info, self.texts, self.options.language)
        yield from (f"# {escaped(programme_name(info))}", "")
        yield " · ".join(map(escaped, (info.path, size, self.texts.statuses[info.status])))
        yield ""
        for problem in reading_problems(info, self.texts):
            yield from (f"> **{escaped(problem)}**", "")
        if info.status is Status.UNREADABLE:
            return
        yield from condition_lines(self.report, self.options)
        yield from self._changes()
        if not self.shown.themes:
            yield from (escaped(self.texts.nothing_selected), "")
            return
        yield from self._overview()
        if not self.shown.measures:
            yield from (escaped(self.texts.nothing_selected), "")
        for theme in self.shown.themes:
            measures = [m for m in self.shown.measures if m.theme == theme.id]
            if measures:
                yield from self._theme(theme, measures)
        yield from ignored_lines(self.report, self.options)

    def _changes(self) -> Iterator[str]:
        if self.report.baseline is None:
            return
        words = change_words_in(self.options.language)
        yield from (f"## {escaped(words.since.format(path=self.report.baseline))}", "")
        info = self.report.programme
        yield from change_lines(self.report.changes, self.options, None, info)

    def _overview(self) -> Iterator[str]:
        texts = self.texts
        yield from (f"## {escaped(texts.per_theme)}", "")
        words = [f"{SIGNS[verdict]} {escaped(texts.verdicts[verdict])}" for verdict in Verdict]
        yield _row(["", escaped(texts.coverage), *words])
        yield _row(["---", *["---:"] * (1 + len(words))])
        if self.options.overall:
            total = overall(self.report)
            yield self._coverage(f"**{escaped(texts.overall)}**", total, counted=True)
        for source in self.shown.sources:
            name = f"**{escaped(source.id)} {escaped(source.title)}**"
            yield self._coverage(name, source.coverage, counted=True)
            for theme in self.shown.themes:
                if theme.source == source.id:
                    name = f"{escaped(theme.id)} {escaped(theme.title)}"
                    yield self._coverage(name, theme.coverage, counted=theme.counted)
        yield ""
        if self.options.overall:
            yield from (escaped(texts.overall_caution), "")

    def _coverage(self, name: str, coverage: Coverage, *, counted: bool) -> str:
        if not counted or coverage.percentage is None:
            return _row([name, escaped(self.texts.not_counted), *["–"] * len(Verdict)])
        counts = (coverage.covered, coverage.partial, coverage.absent, coverage.opposed)
        return _row([name, f"**{self._percentage(coverage.percentage)}**", *map(str, counts)])

    def _percentage(self, value: float) -> str:
        return f"{number(value, self.options.language, 1)}%"

    def _theme(self, theme: ThemeResult, measures: Sequence[MeasureResult]) -> Iterator[str]:
        percentage = theme.coverage.percentage if theme.counted else None
        figure = self.texts.not_counted if percentage is None else self._percentage(percentage)
        title = f"{escaped_html(theme.id)} {escaped_html(theme.title)}"
        yield "<details>"
        yield f"<summary><b>{title}</b> – {escaped_html(figure)}</summary>"
        yield ""
        yield _row(map(escaped, (self.texts.verdict, self.texts.measure_and_quotes)))
        yield _row(["---", "---"])
        for measure in measures:
            yield _row([self._verdict(measure), self._body(measure)])
        yield from ("", "</details>", "")

    def _verdict(self, measure: MeasureResult) -> str:
        judgement = measure.judgement
        word = escaped(self.texts.verdicts[judgement.verdict]).replace(" ", "&nbsp;")
        text = f"{SIGNS[judgement.verdict]}&nbsp;**{word}** {percent(judgement.confidence)}"
        if self.options.is_uncertain(judgement):
            text += f" _{escaped(self.texts.uncertain)}_"
        return text

    def _body(self, measure: MeasureResult) -> str:
        evidence = measure.judgement.evidence
        parts = [f"**{escaped(measure.id)}** {escaped(measure.text)}"]
        parts += [
            f"_{escaped(ignored_line(ignored, self.options.language))}_"
            for ignored in self.report.ignored
            if ignored.measure == measure.id
        ]
        partly = self.report.programme.status is Status.PARTLY_READ
        if measure.judgement.verdict is Verdict.ABSENT and partly:
            parts.append(escaped(self.texts.absent_on_read_pages))
        parts += map(self._quote, evidence if self.options.verbose else evidence[:1])
        if len(evidence) > 1 and not self.options.verbose:
            parts[-1] += f" \\+{len(evidence) - 1}"
        return "<br>".join(parts)

    def _quote(self, evidence: Evidence) -> str:
        link = evidence_link(self.report.programme, evidence, self.options.folder)
        if link is not None and self.options.link_root:
            line = "" if evidence.line is None else f"?plain=1#L{evidence.line}"
            link = f"{self.options.link_root}{link}{line}"
        where = linked(place(evidence, self.texts), link)
        return f"{where}: {escaped(quoted(evidence.quote))}"


def _how_to_read(reports: Sequence[Report], options: ReportOptions) -> Iterator[str]:
    texts = texts_in(options.language)
    sentences = [
        texts.how_coverage_counts,
        texts.how_to_doubt,
        texts.how_uncertain.format(limit=uncertain_limit(options)),
        *([] if options.verbose else [texts.how_more_quotes]),
    ]
    yield from ("---", "")
    yield from _list(sentences)
    accuracy = next((r.accuracy for r in reports if r.accuracy is not None), None)
    if accuracy is not None:
        yield from (f"**{escaped(accuracy_heading(options.language))}**", "")
        yield from _list(accuracy_sentences(accuracy, options.language))
    paths = dict.fromkeys(report.recommendations_path for report in reports)
    used = [texts.list_used.format(path=path) for path in paths]
    yield from _list([*used, texts.made_by.format(version=__version__)])


def _list(sentences: Sequence[str]) -> Iterator[str]:
    yield from (f"- {escaped(sentence)}" for sentence in sentences)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
