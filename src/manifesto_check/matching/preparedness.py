"""Which weights judge a measure: those for measures that were prepared, or those for bare texts."""

from __future__ import annotations

from manifesto_check.recommendations.model import Measure

RICH = 5.0
"""Words and parts that a prepared measure's required concepts have on average, at least."""


def is_prepared(measure: Measure) -> bool:
    """Say whether a measure was prepared: it has examples, or concepts with many words each.

    What the signals are worth differs. Concepts of a word or two, as derived
    from the text or proposed by ``suggest``, are seldom met all together, also
    where a programme has the measure: with the weights for prepared measures
    next to nothing would be found.
    """
    required = [concept for concept in measure.concepts if not concept.optional]
    words = sum(len(concept.terms) + len(concept.parts) for concept in required)
    return bool(measure.examples) or (bool(required) and words >= RICH * len(required))
