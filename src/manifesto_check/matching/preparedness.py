"""How far a measure was prepared, which decides by which weights it is judged.

What the signals are worth differs. Concepts of a word or two, as derived from
the text or proposed by ``suggest``, are seldom met all together, also where a
programme has the measure: by the weights for prepared measures next to nothing
of them would be found. Without examples, likeness is lower throughout.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from manifesto_check.recommendations.model import Measure

RICH = 12.0
"""Words and parts that a prepared measure's required concepts have on average, at least.
The list that ships has 40 or more; ``suggest`` proposes one to five."""


class Preparation(Enum):
    """How far a measure was prepared; the value is the file with the weights."""

    FULL = "verdict_model.json"
    FEW_WORDS = "verdict_model_few_words.json"
    TEXT_ONLY = "verdict_model_text_only.json"


def preparation_of(measure: Measure) -> Preparation:
    """Return how far a measure was prepared.

    Args:
        measure: as it was written, before concepts are derived.
    """
    required = [concept for concept in measure.concepts if not concept.optional]
    words = sum(len(concept.terms) + len(concept.parts) for concept in required)
    if required and words >= RICH * len(required):
        return Preparation.FULL
    return Preparation.FEW_WORDS if measure.examples else Preparation.TEXT_ONLY


def least_preparation(measures: Iterable[Measure]) -> Preparation:
    """Return the preparation of the measure that was prepared least; FULL where there is none."""
    order = list(Preparation)
    found = {preparation_of(measure) for measure in measures}
    return max(found, key=order.index, default=Preparation.FULL)
