"""What is worth less because it was read by OCR.

A verdict is right only if what it rests on was read right. The share of known
words tells how much of a page was. So the chance that a verdict is right, and
that a quote is evidence, is multiplied by that share: of the quotes' pages for
a verdict with quotes, the best of them, as one good quote is enough; of all the
programme's text for one without, as a promise may stand in any part that was
misread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from manifesto_check.model import Evidence, ExplainedPassage, Judgement, Programme


def doubted(judgements: Sequence[Judgement], programme: Programme) -> list[Judgement]:
    """Return judgements with the quotes that OCR read marked, and less confidence in them."""
    if not programme.ocr_pages:
        return list(judgements)
    whole = _legible_share(programme)
    return [_doubted(judgement, programme, whole) for judgement in judgements]


def doubted_passages(
    passages: Iterable[ExplainedPassage], programme: Programme
) -> tuple[ExplainedPassage, ...]:
    """Return passages with those that OCR read marked, and lower scores of them."""
    return tuple(replace(p, evidence=_marked(p.evidence, programme)) for p in passages)


def _doubted(judgement: Judgement, programme: Programme, whole: float) -> Judgement:
    share = max((_share(e, programme) for e in judgement.evidence), default=whole)
    evidence = [_marked(e, programme) for e in judgement.evidence]
    evidence.sort(key=lambda e: -e.score)  # a quote from a badly read page is not the best one
    return replace(judgement, confidence=judgement.confidence * share, evidence=tuple(evidence))


def _marked(evidence: Evidence, programme: Programme) -> Evidence:
    pages = programme.pages[evidence.page - 1 : evidence.page_end]
    if all(page.legible is None for page in pages):
        return evidence
    return replace(evidence, score=evidence.score * _share(evidence, programme), ocr=True)


def _share(evidence: Evidence, programme: Programme) -> float:
    """Return how much of the worst page of a quote was read right: 1 without OCR."""
    pages = programme.pages[evidence.page - 1 : evidence.page_end]
    return min(1.0 if page.legible is None else page.legible for page in pages)


def _legible_share(programme: Programme) -> float:
    """Return how much of a programme's text was read right, by its words."""
    total = right = 0.0
    for block in programme.blocks:
        words = len(block.text.split())
        legible = programme.pages[block.page_at(0) - 1].legible
        total += words
        right += words * (1.0 if legible is None else legible)
    return right / total if total else 1.0
