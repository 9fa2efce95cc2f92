"""What changed, as JSON; docs/report-format.md describes the fields."""

from __future__ import annotations

from collections.abc import Sequence

from manifesto_check.changes.model import Change, Difference, totals_of
from manifesto_check.changes.narrow import narrowed
from manifesto_check.model import Report
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import (
    SCHEMA_VERSION,
    Object,
    change_object,
    demands_object,
    programme_object,
    rounded,
    to_json,
)


class JsonDifference:
    """``diff --format json``: one object."""

    name = "json"
    extension = ".json"
    binary = False

    def render(self, difference: Difference, options: ReportOptions) -> bytes:
        """Return the difference as a JSON object."""
        shown = narrowed(difference, options.selection)
        new = shown.new
        return to_json(
            {
                "schema_version": SCHEMA_VERSION,
                "kind": "difference",
                "tool": {"name": "manifesto-check", "version": new.version},
                "recommendations": {
                    "path": new.recommendations_path,
                    "sha256": new.recommendations_sha256,
                },
                "old": _side(shown.old),
                "new": {**_side(new), **demands_object(new, options)},
                "totals": _totals(shown.changes, options),
                "changes": [
                    {"text": change.measure.text, **change_object(change, options)}
                    for change in shown.changes
                ],
            }
        )


def _side(report: Report) -> Object:
    return {
        "programme": programme_object(report.programme),
        "sources": [
            {
                "id": source.id,
                "title": source.title,
                "coverage": _percentage(source.coverage.percentage),
            }
            for source in report.sources
        ],
    }


def _totals(changes: Sequence[Change], options: ReportOptions) -> Object:
    totals = totals_of(changes, options.min_confidence)
    return {
        kind.value: {"count": total.count, "uncertain": total.uncertain}
        for kind, total in totals.items()
    }


def _percentage(value: float | None) -> float | None:
    return None if value is None else rounded(value, 1)
