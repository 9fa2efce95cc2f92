"""Reports and explanations as JSON, in the form that the project promises to keep.

Control characters, bidirectional overrides and other invisible characters are
written as a ``u`` escape: the values stay literal, and a terminal that shows the
text obeys nothing in it. Lone surrogates, which UTF-8 cannot hold, become U+FFFD.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from typing import Any

from manifesto_check.changes.model import Change
from manifesto_check.conditions.model import Outcome
from manifesto_check.model import (
    Coverage,
    Evidence,
    ExplainedPassage,
    Explanation,
    Judgement,
    MeasureResult,
    ProgrammeInfo,
    Report,
    SourceResult,
    Status,
    ThemeResult,
)
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.narrow import narrowed, overall
from manifesto_check.reports.text import cut_share

SCHEMA_VERSION = 1
ABSENT_ON_READ_PAGES = "not found on the pages that were read"
"""What absent means in a partly-read programme; the same words in every language of the user."""

Object = dict[str, Any]

_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


class JsonFormat:
    """``--format json``: one object for one programme, an array of them for several."""

    name = "json"
    extension = ".json"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return the reports as JSON; an array where several programmes were asked for."""
        objects = [report_object(report, options) for report in reports]
        if options.many or len(objects) != 1:
            return to_json(objects)
        return to_json(objects[0])


class JsonExplanation:
    """``explain --format json``."""

    def explain(self, explanation: Explanation, options: ReportOptions) -> bytes:
        """Return the explanation as a JSON object."""
        return to_json(
            {
                "schema_version": SCHEMA_VERSION,
                "programme": programme_object(explanation.programme),
                "measure": _measure(explanation.measure, options),
                "signals": [
                    {"name": name, "value": rounded(value), "contribution": rounded(share)}
                    for name, value, share in explanation.signals
                ],
                "passages": [_passage(passage) for passage in explanation.passages],
            }
        )


def report_object(report: Report, options: ReportOptions) -> Object:
    """Return one report as plain data in the form of the JSON contract."""
    shown = narrowed(report, options.selection)
    data: Object = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "manifesto-check", "version": report.version},
        "programme": programme_object(report.programme),
        "recommendations": _list(report),
    }
    if report.programme.status is Status.PARTLY_READ:
        data["absent_means"] = ABSENT_ON_READ_PAGES
    if options.overall and report.sources:
        data["overall"] = _coverage(overall(report))
    data["sources"] = [_source(source) for source in shown.sources]
    data["themes"] = [_theme(theme) for theme in shown.themes]
    data["measures"] = [_measure(measure, options) for measure in shown.measures]
    return data | demands_object(report, options)


def demands_object(report: Report, options: ReportOptions) -> Object:
    """Return what the user asked beyond the verdicts, as plain data; nothing where nothing was."""
    data: Object = {}
    if report.ignored:
        data["ignored"] = [
            {"measure": one.measure, "kind": one.kind.value, "reason": one.reason}
            for one in report.ignored
        ]
    if report.conditions:
        data["conditions"] = [_outcome(outcome) for outcome in report.conditions]
    if report.baseline is not None:
        data["baseline"] = {"path": report.baseline}
        data["changes"] = [change_object(change, options) for change in report.changes]
    return data


def _outcome(outcome: Outcome) -> Object:
    condition = outcome.condition
    asked: Object = {"kind": condition.kind.value}
    if condition.id:
        asked["id"] = condition.id
    if condition.least is not None:
        asked["least"] = rounded(condition.least, 2)
    if condition.verdict is not None:
        asked["verdict"] = condition.verdict.value
    if condition.least is not None:
        found = outcome.coverage
        asked["coverage"] = None if found is None else rounded(found, 1)
    return asked | {
        "measures": list(condition.measures),
        "met": outcome.met,
        "failing": list(outcome.failing),
        "uncertain": list(outcome.uncertain),
        "unread_pages": outcome.unread,
        "compared": outcome.compared,
    }


def change_object(change: Change, options: ReportOptions) -> Object:
    """Return a change with both verdicts as plain data."""
    return {
        "measure": change.measure.id,
        "kind": change.kind.value,
        "loss": change.is_loss,
        "uncertain": change.is_uncertain(options.min_confidence),
        "old": judgement_object(change.old, options),
        "new": judgement_object(change.new, options),
        "gone": [_evidence(evidence) for evidence in change.gone],
        "instead": [sentence or None for sentence in change.instead],
        "remains": change.remains,
        "unread_pages": change.unread,
    }


def _list(report: Report) -> Object:
    data: Object = {
        "path": report.recommendations_path,
        "sha256": report.recommendations_sha256,
    }
    if report.lists:
        data["lists"] = [{"path": path, "sha256": digest} for path, digest in report.lists]
    return data


def to_json(data: object) -> bytes:
    """Return plain data as indented UTF-8 JSON that ends in a newline and is safe to print.

    Raises:
        ValueError: for NaN and infinity, which JSON does not have.
    """
    return to_json_text(data, indent=1).encode("utf-8") + b"\n"


def to_json_text(data: object, indent: int | None = None) -> str:
    """Return plain data as JSON that is safe to print, on one line unless it is indented.

    Raises:
        ValueError: for NaN and infinity, which JSON does not have.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    text = _LONE_SURROGATES.sub("\ufffd", text)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def programme_object(info: ProgrammeInfo) -> Object:
    """Return what was read as plain data."""
    data: Object = {
        "path": info.path,
        "type": info.type.value,
        "sha256": info.sha256,
        "pages": info.pages,
        "words": info.words,
        "status": info.status.value,
        "unreadable_pages": list(info.unreadable_pages),
    }
    if info.ocr_pages:
        data["ocr_pages"] = list(info.ocr_pages)
    if info.title is not None:
        data["title"] = info.title
    if info.reason is not None:
        data["reason"] = info.reason
    return data


def _coverage(coverage: Coverage, *, counted: bool = True) -> Object:
    percentage = coverage.percentage if counted else None
    return {
        "coverage": None if percentage is None else rounded(percentage, 1),
        "covered": coverage.covered,
        "partial": coverage.partial,
        "absent": coverage.absent,
        "opposed": coverage.opposed,
    }


def _source(source: SourceResult) -> Object:
    return {"id": source.id, "title": source.title, **_coverage(source.coverage)}


def _theme(theme: ThemeResult) -> Object:
    return {
        "id": theme.id,
        "source": theme.source,
        "title": theme.title,
        "counted": theme.counted,
        **_coverage(theme.coverage, counted=theme.counted),
    }


def _measure(measure: MeasureResult, options: ReportOptions) -> Object:
    return {
        "id": measure.id,
        "recommendation": measure.recommendation,
        "theme": measure.theme,
        "source": measure.source,
        "text": measure.text,
        "counted": measure.counted,
        **judgement_object(measure.judgement, options),
    }


def judgement_object(judgement: Judgement, options: ReportOptions) -> Object:
    """Return a verdict with its probabilities and quotes as plain data."""
    return {
        "verdict": judgement.verdict.value,
        "confidence": cut_share(judgement.confidence),
        "p_found": cut_share(judgement.p_found),
        "uncertain": options.is_uncertain(judgement),
        "evidence": [_evidence(evidence) for evidence in judgement.evidence],
    }


def _evidence(evidence: Evidence) -> Object:
    data: Object = {
        "page": evidence.page,
        "page_end": evidence.page_end,
        "page_label": evidence.page_label,
        "section": evidence.section,
        "quote": evidence.quote,
        "score": rounded(evidence.score),
    }
    if evidence.line is not None:
        data["line"] = evidence.line
    if evidence.ocr:
        data["ocr"] = True
    return data


def _passage(passage: ExplainedPassage) -> Object:
    return {
        **_evidence(passage.evidence),
        "chosen": passage.chosen,
        "stance": list(passage.stance),
        "says": passage.says and {"verdict": passage.says[0].value, "text": passage.says[1]},
        "concepts": [
            {"name": name, "met_in": where, "words": words}
            for name, where, words in passage.concepts
        ],
        "signals": {name: rounded(value) for name, value in passage.signals},
    }


def rounded(value: float, decimals: int = 4) -> float:
    """Return a plain float, rounded; adding 0.0 turns -0.0 into 0.0."""
    number = round(float(value), decimals) + 0.0
    if not math.isfinite(number):
        raise ValueError(f"a report cannot hold the number {value}")
    return number
