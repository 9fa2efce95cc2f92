"""A list's own sentences as programmes to learn from.

Annotated programmes hold few sentences that reject a measure, and few near
misses that say so. The list holds some of each for every measure. Each small
programme takes one sentence of every measure out of the list and is judged by
what is left of it, so that no sentence is compared with itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from manifesto_check.evaluation.annotations import Annotation, Quote
from manifesto_check.model import Block, BlockKind, Page, Programme, Verdict
from manifesto_check.recommendations.model import Measure

KINDS: Mapping[str, Verdict] = {
    "examples": Verdict.COVERED,
    "partial_examples": Verdict.PARTIAL,
    "absent_examples": Verdict.ABSENT,
    "opposed_by": Verdict.OPPOSED,
}
FOLDS = 2
"""The list is cut in so many parts; each part is judged by the others."""


def own_programmes(
    measures: Sequence[Measure],
) -> list[tuple[Programme, dict[str, Annotation], tuple[Measure, ...]]]:
    """Return small programmes of the list's sentences.

    Returns:
        For each its text (one sentence of every measure that still has one),
        what a reader says of it, and the list without the sentences of its
        fold. An annotation of absent quotes the near miss.
    """
    result = []
    for fold in range(FOLDS):
        rest = tuple(_without(measure, fold) for measure in measures)
        queues = [(m.id, _sentences(m, fold)) for m in measures]
        for turn in range(max((len(sentences) for _, sentences in queues), default=0)):
            # Kinds take turns between measures, so that each programme holds all of them.
            chosen = [
                (measure, *sentences[(turn + shift) % len(sentences)])
                for shift, (measure, sentences) in enumerate(queues)
                if turn < len(sentences)
            ]
            result.append((*_programme(chosen), rest))
    return result


def _programme(
    chosen: Sequence[tuple[str, Verdict, str]],
) -> tuple[Programme, dict[str, Annotation]]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for *_, text in chosen)
    annotations = {
        measure: Annotation(measure, verdict, (Quote(1, text),))
        for measure, verdict, text in chosen
    }
    return Programme("list", "", (Page(1),), blocks), annotations


def _sentences(measure: Measure, fold: int) -> list[tuple[Verdict, str]]:
    """Return the sentences of one fold with the verdict that each stands for."""
    return [
        (verdict, text)
        for kind, verdict in KINDS.items()
        for text in getattr(measure, kind)[fold::FOLDS]
    ]


def _without(measure: Measure, fold: int) -> Measure:
    """Return the measure without the sentences of one fold."""
    kept: dict[str, Any] = {
        kind: tuple(t for n, t in enumerate(getattr(measure, kind)) if n % FOLDS != fold)
        for kind in KINDS
    }
    return replace(measure, **kept)
