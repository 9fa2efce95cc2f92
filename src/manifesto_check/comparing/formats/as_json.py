"""A comparison as JSON; docs/report-format.md describes the fields."""

from __future__ import annotations

from manifesto_check.comparing.alone import doubts_of
from manifesto_check.comparing.differences import LEVEL, WIDENING, interval, margin
from manifesto_check.comparing.model import Comparison, CoverageRow, Estimate, MeasureRow, Party
from manifesto_check.comparing.narrow import narrowed
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import (
    SCHEMA_VERSION,
    Object,
    demands_object,
    judgement_object,
    programme_object,
    rounded,
    to_json,
)
from manifesto_check.reports.text import cut_share


class JsonComparison:
    """``compare --format json``: one object."""

    name = "json"
    extension = ".json"
    binary = False

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the comparison as a JSON object."""
        shown = narrowed(comparison, options.selection)
        return to_json(
            {
                "schema_version": SCHEMA_VERSION,
                "kind": "comparison",
                "tool": {"name": "manifesto-check", "version": shown.version},
                "recommendations": {
                    "path": shown.recommendations_path,
                    "sha256": shown.recommendations_sha256,
                },
                "method": {"level": LEVEL, "widening": WIDENING},
                "parties": [_party(party, options) for party in shown.parties],
                "sources": [_coverage(row) for row in shown.sources],
                "themes": [
                    {"source": row.source, "counted": row.counted, **_coverage(row)}
                    for row in shown.themes
                ],
                "measures": [_measure(measure, options) for measure in shown.measures],
            }
        )


def _party(party: Party, options: ReportOptions) -> Object:
    return {
        "key": party.key,
        "name": party.name,
        "programme": programme_object(party.report.programme),
        **demands_object(party.report, options),
    }


def _coverage(row: CoverageRow) -> Object:
    return {
        "id": row.id,
        "title": row.title,
        "parties": [_cell(row, key, estimate) for key, estimate in row.estimates.items()],
        "clear": [{"more": more, "less": less} for more, less in row.clear],
    }


def _cell(row: CoverageRow, key: str, estimate: Estimate) -> Object:
    low, high = interval(estimate)
    standing = row.standings.get(key)
    return {
        "party": key,
        "coverage": rounded(estimate.percentage, 1),
        "error": rounded(estimate.error, 1),
        "margin": rounded(margin(estimate), 1),
        "low": rounded(low, 1),
        "high": rounded(high, 1),
        "standing": standing.value if standing else None,
    }


def _measure(measure: MeasureRow, options: ReportOptions) -> Object:
    alone = None
    if measure.alone is not None and measure.p_alone is not None:
        alone = {
            "party": measure.alone,
            "p_alone": cut_share(measure.p_alone),
            "unread_pages": measure.alone_unread,
            "uncertain": bool(doubts_of(measure, options)),
        }
    return {
        "id": measure.id,
        "recommendation": measure.recommendation,
        "theme": measure.theme,
        "source": measure.source,
        "text": measure.text,
        "counted": measure.counted,
        "alone": alone,
        "parties": [
            {"party": key, **judgement_object(judgement, options)}
            for key, judgement in measure.judgements.items()
        ],
    }
