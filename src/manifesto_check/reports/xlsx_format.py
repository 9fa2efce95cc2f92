"""``--format xlsx``: a workbook with an overview, all measures, all quotes, a sheet per theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manifesto_check.model import (
    Coverage,
    Evidence,
    MeasureResult,
    Report,
    Status,
    ThemeResult,
    Verdict,
)
from manifesto_check.reports.accuracy_words import accuracy_sentences
from manifesto_check.reports.cells import Cell
from manifesto_check.reports.condition_words import ignored_line
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.narrow import narrowed, overall
from manifesto_check.reports.programme_words import different_names, reading_problems
from manifesto_check.reports.sheets import SHARE, Column, Sheet, workbook_bytes
from manifesto_check.reports.text import cut_share, uncertain_limit
from manifesto_check.reports.texts import Texts, texts_in
from manifesto_check.reports.xlsx_conditions import demand_sheets
from manifesto_check.reports.xlsx_words import XlsxWords, xlsx_words_in

Row = list[Cell]


class XlsxFormat:
    """For Excel and LibreOffice: one row for each measure and one for each quote."""

    name = "xlsx"
    extension = ".xlsx"
    binary = True

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return the workbook; rows of several programmes stand below each other."""
        return workbook_bytes(_Book(reports, options).sheets(), texts_in(options.language).verdicts)


class _Book:
    """Makes the sheets of one workbook."""

    def __init__(self, reports: Sequence[Report], options: ReportOptions) -> None:
        self.reports = reports
        names = different_names([report.programme for report in reports])
        shown = [narrowed(report, options.selection) for report in reports]
        self.shown = list(zip(names, shown, strict=True))
        self.options = options
        self.texts: Texts = texts_in(options.language)
        self.words: XlsxWords = xlsx_words_in(options.language)

    def sheets(self) -> list[Sheet]:
        words = self.words
        overview = [
            row
            for report, (name, shown) in zip(self.reports, self.shown, strict=True)
            for row in self._overview(name, report, shown)
        ]
        measures = [
            [name, *self._measure(measure, report)]
            for name, report in self.shown
            for measure in report.measures
        ]
        quotes = [
            [name, *self._quoted(measure), *self._quote(evidence)]
            for name, report in self.shown
            for measure in report.measures
            for evidence in measure.judgement.evidence
        ]
        return [
            Sheet(words.overview, self._overview_columns(), overview),
            Sheet(words.measures, self._measure_columns(), measures),
            Sheet(words.quotes, [*self._quoted_columns(), *self._quote_columns()], quotes),
            *demand_sheets(self.reports, self.options),
            *self._themes(),
            Sheet(words.notes, [Column(words.notes, 110)], [[line] for line in self._notes()]),
        ]

    # The overview: a row for each programme, source and theme.

    def _overview_columns(self) -> list[Column]:
        words, texts = self.words, self.texts
        return [
            Column(words.programme, 30),
            Column(words.file, 26),
            Column(words.status, 13),
            Column(words.kind, 13),
            Column(words.id, 9),
            Column(words.title, 48),
            Column(texts.coverage.capitalize(), 10, '0.0"%"'),
            *(Column(texts.verdicts[verdict].capitalize(), 15) for verdict in Verdict),
            Column(words.note, 60),
        ]

    def _overview(self, name: str, report: Report, shown: Report) -> Iterator[Row]:
        words, info = self.words, report.programme
        start = [name, info.path, self.texts.statuses[info.status]]
        problem = " ".join(reading_problems(info, self.texts)) or None
        total: Row = [None] * 5
        kind = words.programme.lower()
        if self.options.overall and report.sources:
            total, kind = _coverage(overall(report)), words.all_sources
        yield [*start, kind, None, name, *total, problem]
        for source in shown.sources:
            yield [*start, words.source, source.id, source.title, *_coverage(source.coverage), None]
        for theme in shown.themes:
            figures = _coverage(theme.coverage) if theme.counted else [None] * 5
            note = None if theme.counted else self.texts.not_counted
            yield [*start, words.theme, theme.id, theme.title, *figures, note]

    # Measures and quotes.

    def _measure_columns(self) -> list[Column]:
        words, texts = self.words, self.texts
        return [
            Column(words.programme, 24),
            Column(words.source.capitalize(), 8),
            Column(words.theme.capitalize(), 9),
            Column(words.recommendation, 15),
            Column(words.measure, 11),
            Column(words.text, 60),
            Column(texts.verdict.capitalize(), 15, verdicts=True),
            Column(texts.confidence.capitalize(), 11, SHARE),
            Column(texts.uncertain.capitalize(), 10),
            Column(words.counted, 10),
            Column(words.quotes, 9),
            Column(words.note, 30),
        ]

    def _measure(self, measure: MeasureResult, report: Report) -> Row:
        judgement = measure.judgement
        return [
            measure.source,
            measure.theme,
            measure.recommendation,
            measure.id,
            measure.text,
            self._verdict(measure),
            cut_share(judgement.confidence),
            self._uncertain(measure),
            self.words.yes if measure.counted else self.words.no,
            len(judgement.evidence),
            self._note(measure, report),
        ]

    def _verdict(self, measure: MeasureResult) -> str:
        return self.texts.verdicts[measure.judgement.verdict]

    def _uncertain(self, measure: MeasureResult) -> str | None:
        return self.texts.uncertain if self.options.is_uncertain(measure.judgement) else None

    def _note(self, measure: MeasureResult, report: Report) -> str | None:
        for ignored in report.ignored:
            if ignored.measure == measure.id:
                return ignored_line(ignored, self.options.language)
        absent = measure.judgement.verdict is Verdict.ABSENT
        partly = report.programme.status is Status.PARTLY_READ
        return self.texts.absent_on_read_pages if absent and partly else None

    def _quoted_columns(self) -> list[Column]:
        words = self.words
        return [
            Column(words.programme, 24),
            Column(words.theme.capitalize(), 9),
            Column(words.measure, 11),
            Column(words.text, 45),
            Column(self.texts.verdict.capitalize(), 15, verdicts=True),
        ]

    def _quoted(self, measure: MeasureResult) -> Row:
        return [measure.theme, measure.id, measure.text, self._verdict(measure)]

    def _quote_columns(self) -> list[Column]:
        words = self.words
        return [
            Column(words.quote, 70),
            Column(words.page, 8),
            Column(words.page_end, 10),
            Column(words.page_label, 10),
            Column(words.line, 8),
            Column(words.section, 35),
            Column(self.texts.score.capitalize(), 8, "0.00"),
            Column("OCR", 18),
        ]

    def _quote(self, evidence: Evidence) -> Row:
        return [
            evidence.quote,
            *([evidence.page, evidence.page_end] if evidence.line is None else [None, None]),
            evidence.page_label,
            evidence.line,
            evidence.section,
            round(float(evidence.score), 4),
            self.texts.by_ocr if evidence.ocr else None,
        ]

    # A sheet for each theme: its measures, each with its quotes; absent ones have a row too.

    def _themes(self) -> Iterator[Sheet]:
        themes: dict[str, ThemeResult] = {}
        for _, report in self.shown:
            themes |= {theme.id: theme for theme in report.themes if theme.id not in themes}
        columns = [
            Column(self.words.programme, 24),
            Column(self.words.measure, 11),
            Column(self.words.text, 45),
            Column(self.texts.verdict.capitalize(), 15, verdicts=True),
            Column(self.texts.confidence.capitalize(), 11, SHARE),
            Column(self.texts.uncertain.capitalize(), 10),
            *self._quote_columns(),
        ]
        for theme in themes.values():
            rows = [
                [name, *row]
                for name, report in self.shown
                for measure in report.measures
                if measure.theme == theme.id
                for row in self._with_quotes(measure)
            ]
            yield Sheet(theme.id, columns, rows)

    def _with_quotes(self, measure: MeasureResult) -> Iterator[Row]:
        start: Row = [
            measure.id,
            measure.text,
            self._verdict(measure),
            cut_share(measure.judgement.confidence),
            self._uncertain(measure),
        ]
        if not measure.judgement.evidence:
            yield [*start, *[None] * len(self._quote_columns())]
        for evidence in measure.judgement.evidence:
            yield [*start, *self._quote(evidence)]

    def _notes(self) -> list[str]:
        texts, language = self.texts, self.options.language
        accuracy = next((r.accuracy for r in self.reports if r.accuracy is not None), None)
        paths = dict.fromkeys(report.recommendations_path for report in self.reports)
        return [
            texts.how_coverage_counts,
            texts.how_to_doubt,
            texts.how_uncertain.format(limit=uncertain_limit(self.options)),
            *(accuracy_sentences(accuracy, language) if accuracy else []),
            *(texts.list_used.format(path=path) for path in paths),
        ]


def _coverage(coverage: Coverage) -> Row:
    percentage = coverage.percentage
    return [
        None if percentage is None else round(percentage, 1),
        coverage.covered,
        coverage.partial,
        coverage.absent,
        coverage.opposed,
    ]
