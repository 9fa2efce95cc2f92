"""JSON reports read back: what ``json_format`` wrote, as the result model again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from manifesto_check.changes.model import Change
from manifesto_check.conditions.model import Condition, Ignored, Outcome
from manifesto_check.errors import ReportError, ReportProblem
from manifesto_check.model import (
    Coverage,
    Evidence,
    Judgement,
    MeasureResult,
    ProgrammeInfo,
    Report,
    SourceResult,
    ThemeResult,
)
from manifesto_check.reports.json_format import SCHEMA_VERSION

if TYPE_CHECKING:
    from manifesto_check.reports.json_schema import (
        JsonChange,
        JsonEvidence,
        JsonJudgement,
        JsonMeasure,
        JsonOutcome,
        JsonReport,
    )

HEAD_BYTES = 2048
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


_BEGINS = re.compile(rb"\s*(?:\[\s*)?(?:\{\s*[\"}]|\[\s*\]\s*$)")
"""A programme in Markdown may begin with a bracket too: that of a link."""


def is_json_file(path: Path) -> bool:
    """Say whether a file is to be read as a JSON report: by its first sign, or by its name."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        head = b""
    begins = bool(_BEGINS.match(head.removeprefix(BYTE_ORDER_MARK)))
    return b"%PDF-" not in head and (begins or path.suffix.lower() == ".json")


def read_reports(path: Path) -> list[Report]:
    """Read the JSON report of one programme, or an array of them.

    Raises:
        ReportError: the file is no such report.
    """
    try:
        data = json.loads(path.read_bytes().removeprefix(BYTE_ORDER_MARK))
    except OSError as error:
        raise _no_report(path, error.strerror or str(error)) from None
    except (ValueError, RecursionError) as error:
        raise _no_report(path, f"JSON: {error}") from None
    objects = data if isinstance(data, list) else [data]
    if not objects:
        raise _no_report(path, "[]")
    return [_report(path, item) for item in objects]


def _report(path: Path, data: Any) -> Report:
    from pydantic import ValidationError

    from manifesto_check.reports.json_schema import JsonReport

    version = data.get("schema_version") if isinstance(data, dict) else None
    if version != SCHEMA_VERSION:
        raise _no_report(path, f"schema_version: {version}")
    try:
        return _as_report(JsonReport.model_validate(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise _no_report(path, f"{place}: {first['msg']}") from None


def _no_report(path: Path, detail: str) -> ReportError:
    short = " ".join(detail.split())[:200]
    return ReportError.of(ReportProblem.NO_REPORT, path=path, detail=short)


def _as_report(data: JsonReport) -> Report:
    programme = data.programme
    measures = tuple(map(_measure, data.measures))
    by_id = {measure.id: measure for measure in measures}
    return Report(
        version=data.tool.version,
        programme=ProgrammeInfo(
            path=programme.path,
            sha256=programme.sha256,
            pages=programme.pages,
            words=programme.words,
            status=programme.status,
            unreadable_pages=tuple(programme.unreadable_pages),
            reason=programme.reason,
            title=programme.title,
            type=programme.type,
            ocr_pages=tuple(programme.ocr_pages),
        ),
        recommendations_path=data.recommendations.path,
        recommendations_sha256=data.recommendations.sha256,
        sources=tuple(SourceResult(s.id, s.title, _coverage(s)) for s in data.sources),
        themes=tuple(
            ThemeResult(t.id, t.source, t.title, t.counted, _coverage(t)) for t in data.themes
        ),
        measures=measures,
        ignored=tuple(Ignored(i.measure, i.kind, i.reason) for i in data.ignored),
        conditions=tuple(map(_outcome, data.conditions)),
        baseline=None if data.baseline is None else data.baseline.path,
        changes=tuple(_change(c, by_id[c.measure]) for c in data.changes if c.measure in by_id),
        lists=tuple((part.path, part.sha256) for part in data.recommendations.lists),
    )


def _measure(data: JsonMeasure) -> MeasureResult:
    return MeasureResult(
        id=data.id,
        recommendation=data.recommendation,
        theme=data.theme,
        source=data.source,
        text=data.text,
        counted=data.counted,
        judgement=_judgement(data.id, data),
    )


def _judgement(measure: str, data: JsonJudgement) -> Judgement:
    return Judgement(
        measure=measure,
        verdict=data.verdict,
        confidence=data.confidence,
        p_found=data.p_found,
        evidence=_evidence(data.evidence),
    )


def _evidence(data: list[JsonEvidence]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**evidence.model_dump()) for evidence in data)


def _outcome(data: JsonOutcome) -> Outcome:
    asked = Condition(data.kind, data.id, data.least, data.verdict, tuple(data.measures))
    failing, uncertain = tuple(data.failing), tuple(data.uncertain)
    unread, compared = data.unread_pages, data.compared
    return Outcome(asked, data.met, data.coverage, failing, uncertain, unread, compared)


def _change(data: JsonChange, measure: MeasureResult) -> Change:
    old = _judgement(measure.id, data.old)
    gone = _evidence(data.gone)
    instead = tuple(sentence or "" for sentence in data.instead)
    return Change(data.kind, measure, old, gone, data.remains, data.unread_pages, instead)


def _coverage(data: Any) -> Coverage:
    return Coverage(data.covered, data.partial, data.absent, data.opposed)
