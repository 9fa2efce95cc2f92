"""Reports as CSV: a row for each programme, source, theme, measure and quote.

Names of columns and values do not depend on the language, like those of JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from manifesto_check.changes.model import Change
from manifesto_check.conditions.model import Outcome
from manifesto_check.model import (
    Coverage,
    MeasureResult,
    Report,
    Status,
)
from manifesto_check.reports.cells import csv_bytes
from manifesto_check.reports.change_words import notes_of, verdicts_of
from manifesto_check.reports.condition_words import failing_lines, ignored_line, outcome_line
from manifesto_check.reports.csv_rows import (
    Row,
    judgement_cells,
    quote_cells,
    quote_rows,
    reading_note,
)
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.json_format import ABSENT_ON_READ_PAGES
from manifesto_check.reports.narrow import narrowed, overall

COLUMNS = (
    "kind",
    "programme",
    "title",
    "status",
    "source",
    "theme",
    "recommendation",
    "measure",
    "text",
    "counted",
    "verdict",
    "confidence",
    "p_found",
    "uncertain",
    "coverage",
    "covered",
    "partial",
    "absent",
    "opposed",
    "number",
    "page",
    "page_end",
    "page_label",
    "section",
    "quote",
    "score",
    "line",
    "ocr",
    "note",
)


class CsvFormat:
    """``--format csv``: one table that a column ``kind`` divides, for Excel, R and Python."""

    name = "csv"
    extension = ".csv"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return all reports as one table."""
        rows = (row for report in reports for row in _rows(report, options))
        cells = ([row.get(column) for column in COLUMNS] for row in rows)
        return csv_bytes(COLUMNS, cells, options.csv_dialect)


def _rows(report: Report, options: ReportOptions) -> Iterator[Row]:
    shown = narrowed(report, options.selection)
    info = report.programme
    same: Row = {"programme": info.path, "title": info.title, "status": info.status.value}
    total = _coverage(overall(report)) if options.overall and report.sources else {}
    yield {"kind": "programme", **same, **total, "note": reading_note(info)}
    for source in shown.sources:
        yield {
            "kind": "source",
            **same,
            "source": source.id,
            "text": source.title,
            **_coverage(source.coverage),
        }
    for theme in shown.themes:
        yield {
            "kind": "theme",
            **same,
            "source": theme.source,
            "theme": theme.id,
            "text": theme.title,
            "counted": theme.counted,
            **(_coverage(theme.coverage) if theme.counted else {}),
        }
    yield from (
        {"kind": "condition", **same, **_outcome(o, report, options)} for o in report.conditions
    )
    yield from ({"kind": "change", **same, **_change(c, options)} for c in report.changes)
    left_out = {ignored.measure: ignored for ignored in report.ignored}
    for measure in shown.measures:
        row = same | _measure(measure, options)
        absent = measure.judgement.verdict == "absent" and info.status is Status.PARTLY_READ
        note = ABSENT_ON_READ_PAGES if absent else None
        if measure.id in left_out:
            note = ignored_line(left_out[measure.id], Language.EN)
        yield {"kind": "measure", **row, "note": note}
        yield from quote_rows(row, measure.judgement.evidence)


def _coverage(coverage: Coverage) -> Row:
    percentage = coverage.percentage
    return {
        "coverage": None if percentage is None else round(percentage, 1),
        "covered": coverage.covered,
        "partial": coverage.partial,
        "absent": coverage.absent,
        "opposed": coverage.opposed,
    }


def _measure(measure: MeasureResult, options: ReportOptions) -> Row:
    return {
        "source": measure.source,
        "theme": measure.theme,
        "recommendation": measure.recommendation,
        "measure": measure.id,
        "text": measure.text,
        "counted": measure.counted,
        **judgement_cells(measure.judgement, options),
    }


def _outcome(outcome: Outcome, report: Report, options: ReportOptions) -> Row:
    asked = outcome.condition
    lines = failing_lines(outcome, report, replace(options, language=Language.EN))
    return {
        "text": asked.option,
        "verdict": "met" if outcome.met else "not met",
        "coverage": None if outcome.coverage is None else round(outcome.coverage, 1),
        "note": " | ".join([outcome_line(outcome, Language.EN), *([] if outcome.met else lines)]),
    }


def _change(change: Change, options: ReportOptions) -> Row:
    """Return a measure that changed, with the quote that it had; its row below has those of now."""
    english = replace(options, language=Language.EN)
    notes = [verdicts_of(change, Language.EN), *notes_of(change, english)]
    quotes = change.old_quotes
    return {
        **_measure(change.measure, options),
        **(quote_cells(quotes[0]) if quotes else {}),
        "verdict": change.kind.value,
        "uncertain": change.is_uncertain(options.min_confidence),
        "note": "; ".join(notes),
    }
