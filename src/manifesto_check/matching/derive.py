"""Concepts for measures that nobody prepared: the content words of the measure's own text."""

from __future__ import annotations

import re
from dataclasses import replace

from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.recommendations.model import Concept, Measure

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MIN_LETTERS = 4
_MIN_PART = 7
"""A content word of so many letters is also looked for inside other words."""


def with_concepts(measure: Measure) -> Measure:
    """Return the measure, with concepts derived from its text where it has none.

    Each content word is a concept of its own; how rare it is in the programme
    decides what it counts for.
    """
    if measure.concepts:
        return measure
    from spacy.lang.nl.stop_words import STOP_WORDS

    concepts: dict[str, Concept] = {}
    for word in _WORD.findall(measure.text.lower()):
        lemma = lemma_of(word)
        if len(lemma) < _MIN_LETTERS or word in STOP_WORDS or lemma in STOP_WORDS:
            continue
        parts = (lemma,) if len(lemma) >= _MIN_PART else ()
        concepts[lemma] = Concept(lemma, (lemma,), parts)
    return replace(measure, concepts=tuple(concepts.values()))
