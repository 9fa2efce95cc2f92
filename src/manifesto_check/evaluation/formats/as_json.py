"""``evaluate --format json``: every figure, for programs and for the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from manifesto_check.evaluation.breakdown import Group
from manifesto_check.evaluation.calibration import Calibration
from manifesto_check.evaluation.metrics import Pair, Scores
from manifesto_check.evaluation.running import Run
from manifesto_check.evaluation.summary import Evaluation
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import to_json

SCHEMA_VERSION = 1
DECIMALS = 4

Object = dict[str, Any]


class JsonEvaluation:
    """One object; names of figures and verdicts as in the rest of the tool, in English."""

    def render(self, evaluation: Evaluation, options: ReportOptions) -> bytes:
        """Return the evaluation as JSON."""
        return to_json(evaluation_object(evaluation))


def evaluation_object(evaluation: Evaluation) -> Object:
    """Return an evaluation as plain data; numbers rounded to four decimals."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "manifesto-check", "version": evaluation.version},
        **_run(evaluation.run),
        "scores": _scores(evaluation.scores),
        "intervals": {
            name: [_rounded(interval.low), _rounded(interval.high)]
            for name, interval in evaluation.intervals.items()
        },
        "confusion": {
            want.value: {got.value: count for got, count in row.items()}
            for want, row in evaluation.confusion.items()
        },
        "samples": _groups(evaluation.samples),
        "levels": _groups(evaluation.levels),
        "sources": _groups(evaluation.sources),
        "themes": _groups(evaluation.themes),
        "programmes": _groups(evaluation.programmes),
        "calibration": {
            "confidence": _calibration(evaluation.confidence),
            "p_found": _calibration(evaluation.p_found),
        },
        "baselines": [
            {
                "id": baseline.name,
                "partial_from": _rounded(baseline.partial_from),
                "covered_from": _rounded(baseline.covered_from),
                **_scores(baseline.scores),
            }
            for baseline in evaluation.baselines
        ],
        "wrong": evaluation.wrong,
        "errors": [_error(pair, evaluation) for pair in evaluation.worst],
    }


def _run(run: Run) -> Object:
    return {
        "recommendations": {
            "path": run.recommendations.path,
            "sha256": run.recommendations.sha256,
        },
        "leave_one_out": run.options.leave_one_out,
        "text_only": run.options.text_only,
        "tested": [
            {
                "name": tested.annotated.name,
                "level": tested.annotated.level,
                "in_sample": tested.in_sample,
                "not_filled_in": list(tested.annotated.unfilled),
            }
            for tested in run.tested
        ],
        "left_out": [{"name": name, "reason": str(error)} for name, error in run.left_out.items()],
    }


def _scores(scores: Scores) -> Object:
    return {name: _rounded(value) for name, value in asdict(scores).items()}


def _groups(groups: Sequence[Group]) -> list[Object]:
    return [{"id": g.id, "title": g.title, **_scores(g.scores)} for g in groups]


def _calibration(found: Calibration) -> Object:
    return {
        "expected_calibration_error": _rounded(found.error),
        "auroc": _rounded(found.auroc),
        "came_true": _rounded(found.came_true),
        "bins": [{k: _rounded(v) for k, v in asdict(b).items()} for b in found.bins],
    }


def _error(pair: Pair, evaluation: Evaluation) -> Object:
    annotated, judged = pair.annotation, pair.judgement
    return {
        "programme": pair.programme,
        "measure": annotated.measure,
        "text": evaluation.texts[annotated.measure],
        "reader": {
            "verdict": annotated.verdict.value,
            "evidence": [{"page": q.page, "quote": q.quote} for q in annotated.evidence],
        },
        "tool": {
            "verdict": judged.verdict.value,
            "confidence": _rounded(judged.confidence),
            "p_found": _rounded(judged.p_found),
            "evidence": [
                {"page": e.page, "quote": e.quote, "score": _rounded(e.score)}
                for e in judged.evidence
            ],
        },
    }


def _rounded(value: float) -> float:
    """Return counts as they are and other numbers rounded; adding 0.0 turns -0.0 into 0.0."""
    return value if isinstance(value, int) else round(value, DECIMALS) + 0.0
