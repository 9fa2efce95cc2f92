"""A file of annotations to fill in: every measure, with the passages that may bear on it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.evaluation.annotations import Quote
from manifesto_check.matching.corpus import build_corpus
from manifesto_check.matching.encoder import UniversalSentenceEncoder
from manifesto_check.matching.judging import (
    Judging,
    judge_by_preparation,
    look_by_preparation,
)
from manifesto_check.matching.signal_maker import SignalMaker
from manifesto_check.model import Programme
from manifesto_check.recommendations.model import Measure, RecommendationList

LEAST_SCORE = 0.05
"""Passages below it seldom bear on the measure, and would only be work to delete."""


def lines_to_fill_in(
    programme: Programme,
    recommendations: RecommendationList,
    candidates: int,
    dutch_model: str | None = None,
) -> bytes:
    """Return JSON Lines with a null label for every measure of the list.

    The tool's own verdict is left out, so that it does not colour the reader's.

    Args:
        programme: read, and in Dutch.
        recommendations: the list to annotate by.
        candidates: passages to give as evidence, at most; 0 gives a file that
            does not depend on the tool at all.
        dutch_model: an installed spaCy pipeline in place of the blank one.
    """
    found: list[list[Quote]] = [[] for _ in recommendations.measures]
    if candidates:
        measures = recommendations.measures
        maker = SignalMaker(measures, UniversalSentenceEncoder(), recommendations.not_meant)
        corpus = build_corpus(programme, dutch_pipeline(dutch_model))
        signals, hits = maker.signals(corpus, look_by_preparation(measures))
        judged = judge_by_preparation(corpus, maker, measures, signals, hits)
        found = [_candidates(judging, number, candidates) for judging, number in judged]
    lines = [
        _line(measure, quotes)
        for measure, quotes in zip(recommendations.measures, found, strict=True)
    ]
    return "".join(lines).encode("utf-8")


def _candidates(judging: Judging, measure: int, limit: int) -> list[Quote]:
    """Return the best passages, whatever the verdict, no text twice."""
    quotes: dict[str, Quote] = {}
    # Twice as many, because some of them may hold the same text.
    for passage in judging.explained(measure, 2 * limit):
        evidence = passage.evidence
        if evidence.score >= LEAST_SCORE:
            found = Quote(evidence.page, evidence.quote, evidence.line)
            quotes.setdefault(evidence.quote, found)
    return list(quotes.values())[:limit]


def _evidence(quote: Quote) -> dict[str, Any]:
    place = {"page": quote.page} if quote.line is None else {"page": quote.page, "line": quote.line}
    return {**place, "quote": quote.quote}


def _line(measure: Measure, quotes: Sequence[Quote]) -> str:
    row: dict[str, Any] = {
        "measure": measure.id,
        "text": measure.text,
        "label": None,
        "evidence": [_evidence(quote) for quote in quotes],
        "note": "",
    }
    text = json.dumps(row, ensure_ascii=False)
    # What an editor would not show, or take for the end of a line, is written as an escape.
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text) + "\n"
