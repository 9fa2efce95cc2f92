"""A comparison as a workbook: themes, measures and parties as matrices, and all quotes."""

from __future__ import annotations

from collections.abc import Sequence

from manifesto_check.comparing.alone import doubts_of
from manifesto_check.comparing.differences import interval
from manifesto_check.comparing.formats.sentences import (
    alone_doubts,
    alone_sections,
    cautions_of,
    how_to_read,
    with_star,
)
from manifesto_check.comparing.formats.words import MARKS, Words, words_in
from manifesto_check.comparing.model import Comparison, CoverageRow, MeasureRow
from manifesto_check.comparing.narrow import narrowed
from manifesto_check.reports.accuracy_words import accuracy_sentences
from manifesto_check.reports.cells import Cell
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.sheets import SHARE, Column, Sheet, workbook_bytes
from manifesto_check.reports.text import cut_share
from manifesto_check.reports.texts import Texts, texts_in

Row = list[Cell]


class XlsxComparison:
    """For Excel and LibreOffice."""

    name = "xlsx"
    extension = ".xlsx"
    binary = True

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the workbook."""
        book = _Book(narrowed(comparison, options.selection), options)
        return workbook_bytes(book.sheets(), book.texts.verdicts)


class _Book:
    def __init__(self, shown: Comparison, options: ReportOptions) -> None:
        self.shown = shown
        self.options = options
        self.words: Words = words_in(options.language)
        self.texts: Texts = texts_in(options.language)

    def sheets(self) -> list[Sheet]:
        return [
            self._parties(),
            self._coverages(),
            self._measures(),
            self._quotes(),
            self._explanation(),
        ]

    def _parties(self) -> Sheet:
        words, texts = self.words, self.texts
        columns = [
            Column(words.party, 30),
            Column(words.file, 50),
            Column(words.status, 16),
            Column("sha256", 68),
        ]
        rows: list[Row] = []
        for party in self.shown.parties:
            info = party.report.programme
            rows.append([party.name, info.path, texts.statuses[info.status], info.sha256])
        return Sheet(words.parties, columns, rows)

    def _coverages(self) -> Sheet:
        """Four columns a party: coverage, both ends of its margin, how it stands to the others."""
        words = self.words
        columns = [Column(words.source, 8), Column(words.theme, 8), Column("", 50)]
        for party in self.shown.readable:
            columns += [
                Column(f"{with_star(party)}: {self.texts.coverage} (%)", 12, "0.0"),
                Column(f"{with_star(party)}: {words.lowest} (%)", 12, "0.0"),
                Column(f"{with_star(party)}: {words.highest} (%)", 12, "0.0"),
                Column(f"{with_star(party)}: {words.standing}", 14),
            ]
        rows = [[row.id, None, row.title, *self._figures(row)] for row in self.shown.sources]
        rows += [[row.source, row.id, row.title, *self._figures(row)] for row in self.shown.themes]
        return Sheet(self.texts.per_theme, columns, rows)

    def _figures(self, row: CoverageRow) -> Row:
        cells: Row = []
        for party in self.shown.readable:
            estimate = row.estimates.get(party.key)
            if estimate is None:
                cells += [self.texts.not_counted, None, None, None]
                continue
            standing = row.standings.get(party.key)
            sign = MARKS[standing] if standing else ""
            said = f"{sign} {self.words.standings[standing]}" if standing and sign else None
            low, high = interval(estimate)
            cells += [*(round(n, 1) for n in (estimate.percentage, low, high)), said]
        return cells

    def _measures(self) -> Sheet:
        words = self.words
        columns = [
            Column(words.theme, 8),
            Column("id", 9),
            Column(words.measure, 60),
            *(Column(with_star(party), 14, verdicts=True) for party in self.shown.readable),
            Column(words.only, 24),
            Column(words.maybe_only, 40),
            Column(words.chance, 9, SHARE),
        ]
        return Sheet(words.per_measure, columns, [self._measure(m) for m in self.shown.measures])

    def _measure(self, measure: MeasureRow) -> Row:
        verdicts: Row = [self.texts.verdicts[j.verdict] for j in measure.judgements.values()]
        return [measure.theme, measure.id, measure.text, *verdicts, *self._alone(measure)]

    def _alone(self, measure: MeasureRow) -> Row:
        if measure.alone is None or measure.p_alone is None:
            return [None, None, None]
        name, chance = self.shown.name_of(measure.alone), cut_share(measure.p_alone)
        if not doubts_of(measure, self.options):
            return [name, None, chance]
        doubts = alone_doubts(measure, self.options)
        return [None, f"{name} ({doubts})" if doubts else name, chance]

    def _quotes(self) -> Sheet:
        words, texts = self.words, self.texts
        columns = [
            Column("id", 9),
            Column(words.measure, 50),
            Column(words.party, 20),
            Column(words.verdict, 14, verdicts=True),
            Column(texts.confidence, 10, SHARE),
            Column(texts.uncertain, 10),
            Column(words.page, 10),
            Column(texts.line.format(line="").strip().capitalize(), 8),
            Column(words.quote, 80),
            Column("OCR", 18),
        ]
        rows: list[Row] = []
        for measure in self.shown.measures:
            for key, judgement in measure.judgements.items():
                same: Row = [
                    measure.id,
                    measure.text,
                    self.shown.name_of(key),
                    texts.verdicts[judgement.verdict],
                    cut_share(judgement.confidence),
                    texts.uncertain if self.options.is_uncertain(judgement) else None,
                ]
                quotes: Sequence[Row] = [
                    [
                        e.page if e.line is None else None,
                        e.line,
                        e.quote,
                        texts.by_ocr if e.ocr else None,
                    ]
                    for e in judgement.evidence
                ]
                rows += [[*same, *quote] for quote in quotes or [[None] * 4]]
        return Sheet(words.quotes, columns, rows)

    def _explanation(self) -> Sheet:
        language = self.options.language
        sentences = [*cautions_of(self.shown, language), *how_to_read(self.shown, self.options)]
        if len(self.shown.readable) > 1:
            sections = alone_sections(self.shown, self.options)
            sentences += [f"{section.title}: {section.how}" for section in sections]
        if self.shown.accuracy is not None:
            sentences += accuracy_sentences(self.shown.accuracy, language)
        sentences.append(self.texts.list_used.format(path=self.shown.recommendations_path))
        rows: list[Row] = [[sentence] for sentence in sentences]
        return Sheet(self.words.explanation, [Column(self.words.explanation, 120)], rows)
