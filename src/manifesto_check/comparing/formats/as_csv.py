"""A comparison as CSV: a row for each party with each source, theme and measure, and each quote.

Names of columns and values do not depend on the language, like those of JSON.
"""

from __future__ import annotations

from collections.abc import Iterator

from manifesto_check.comparing.alone import doubts_of
from manifesto_check.comparing.differences import interval, margin
from manifesto_check.comparing.model import Comparison, CoverageRow, MeasureRow, Party
from manifesto_check.comparing.narrow import narrowed
from manifesto_check.reports.cells import csv_bytes
from manifesto_check.reports.condition_words import ignored_line, outcome_line
from manifesto_check.reports.csv_rows import Row, judgement_cells, quote_rows, reading_note
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.text import cut_share

COLUMNS = (
    "kind",
    "party",
    "programme",
    "status",
    "source",
    "theme",
    "recommendation",
    "measure",
    "text",
    "counted",
    "coverage",
    "error",
    "margin",
    "standing",
    "verdict",
    "confidence",
    "p_found",
    "uncertain",
    "alone",
    "p_alone",
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
    "low",
    "high",
    "alone_uncertain",
)


class CsvComparison:
    """``compare --format csv``: one table that a column ``kind`` divides, for Excel, R, Python."""

    name = "csv"
    extension = ".csv"
    binary = False

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the whole comparison as one table."""
        cells = ([row.get(column) for column in COLUMNS] for row in _rows(comparison, options))
        return csv_bytes(COLUMNS, cells, options.csv_dialect)


def _rows(comparison: Comparison, options: ReportOptions) -> Iterator[Row]:
    shown = narrowed(comparison, options.selection)
    for party in shown.parties:
        same = _party(party)
        yield {"kind": "party", **same, "note": reading_note(party.report.programme)}
        if not party.is_readable:
            continue
        left_out = {one.measure: ignored_line(one, Language.EN) for one in party.report.ignored}
        for outcome in party.report.conditions:
            yield {
                "kind": "condition",
                **same,
                "text": outcome.condition.option,
                "verdict": "met" if outcome.met else "not met",
                "note": outcome_line(outcome, Language.EN),
            }
        for source in shown.sources:
            yield {"kind": "source", **same, **_coverage(source, party.key)}
        for theme in shown.themes:
            yield {"kind": "theme", **same, **_coverage(theme, party.key), "theme": theme.id}
        for measure in shown.measures:
            row = same | _measure(measure, party.key, options)
            yield {"kind": "measure", **row, "note": left_out.get(measure.id)}
            yield from quote_rows(row, measure.judgements[party.key].evidence)


def _party(party: Party) -> Row:
    info = party.report.programme
    return {"party": party.name, "programme": info.path, "status": info.status.value}


def _coverage(row: CoverageRow, key: str) -> Row:
    cells: Row = {"source": row.source, "text": row.title, "counted": row.counted}
    estimate = row.estimates.get(key)
    if estimate is not None:
        standing = row.standings.get(key)
        low, high = interval(estimate)
        cells |= {
            "coverage": round(estimate.percentage, 1),
            "error": round(estimate.error, 1),
            "margin": round(margin(estimate), 1),
            "low": round(low, 1),
            "high": round(high, 1),
            "standing": standing.value if standing else None,
        }
    return cells


def _measure(measure: MeasureRow, key: str, options: ReportOptions) -> Row:
    judgement = measure.judgements[key]
    is_alone = measure.alone == key
    return {
        "source": measure.source,
        "theme": measure.theme,
        "recommendation": measure.recommendation,
        "measure": measure.id,
        "text": measure.text,
        "counted": measure.counted,
        **judgement_cells(judgement, options),
        "alone": is_alone,
        "p_alone": cut_share(measure.p_alone) if is_alone and measure.p_alone else None,
        "alone_uncertain": bool(doubts_of(measure, options)) if is_alone else None,
    }
