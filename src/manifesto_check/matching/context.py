"""How far the concepts of each measure come together in a passage and in what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.corpus import NONE, Corpus
from manifesto_check.recommendations.model import Concept, Measure

Floats = NDArray[np.float32]

INTRO = 0.9
"""What a concept counts for in the sentence that introduces a bullet's list."""
HEADING = 0.8
"""What it counts for in the heading right above."""
NEIGHBOUR = 0.6
"""What it counts for in the sentence before or after."""
OUTER_HEADING = 0.5
"""What it counts for in a heading further out."""


@dataclass(frozen=True)
class ConceptTable:
    """The distinct concepts of a list and which measure has which.

    Attributes:
        concepts: the distinct concepts (optional or not alike), in order of first use.
        required, optional: (measures, concepts), 1.0 where a measure has the concept.
        opposite: (measures,), the number of what is contrary to it; NONE where nothing is named.
        needed: (measures,), the number of what it cannot do without; NONE likewise.
        numbers: the number of each concept, by its words and parts.
    """

    concepts: tuple[Concept, ...]
    required: Floats
    optional: Floats
    opposite: NDArray[np.intp]
    needed: NDArray[np.intp]
    numbers: Mapping[tuple[tuple[str, ...], tuple[str, ...]], int]

    def column(self, concept: Concept) -> int:
        """Return the number of a concept."""
        return self.numbers[concept.words, concept.parts]


def concept_table(measures: Sequence[Measure]) -> ConceptTable:
    """Number the distinct concepts of the measures."""
    numbers: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
    concepts: list[Concept] = []
    opposites = [measure.opposite for measure in measures]
    needed = [measure.needed for measure in measures]
    named = [*(c for m in measures for c in m.concepts), *(c for c in opposites + needed if c)]
    for concept in named:
        key = (concept.words, concept.parts)
        if key not in numbers:
            numbers[key] = len(concepts)
            concepts.append(concept)
    shape = (len(measures), len(concepts))
    required, optional = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    for row, measure in enumerate(measures):
        for concept in measure.concepts:
            table = optional if concept.optional else required
            table[row, numbers[concept.words, concept.parts]] = 1.0
    of_opposite, of_needed = (
        np.array([numbers[c.words, c.parts] if c else NONE for c in of_all], dtype=np.intp)
        for of_all in (opposites, needed)
    )
    return ConceptTable(tuple(concepts), required, optional, of_opposite, of_needed, numbers)


def met_by(of_measures: NDArray[np.intp], presence: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return (measures, passages), whether a passage meets a concept of which each has one.

    Args:
        of_measures: (measures,), its number for each; NONE where it has none.
        presence: (passages, concepts).
    """
    result = np.zeros((len(of_measures), len(presence)), dtype=bool)
    named = of_measures != NONE
    result[named] = presence.T[of_measures[named]]
    return result


def rarity(presence: NDArray[np.bool_]) -> Floats:
    """Return for each concept how rare it is in the programme, from near 0 to 1.

    The inverse document frequency of its passages (Spärck Jones 1972), over
    that of a concept that no passage meets.
    """
    n = len(presence)
    frequency = presence.sum(axis=0)
    return np.asarray(np.log((n + 1) / (frequency + 0.5)) / np.log(2 * (n + 1)), dtype=np.float32)


def in_context(presence: NDArray[np.bool_], corpus: Corpus) -> Floats:
    """Return (passages, concepts): 1 in the passage itself, less where only around it."""
    # A last row of zeros stands for "no such passage".
    own = presence.astype(np.float32)
    padded = np.vstack([own, np.zeros((1, own.shape[1]), dtype=np.float32)])
    inner = np.array([h[0] if h else NONE for h in corpus.headings], dtype=np.int32)
    around = [
        (corpus.intro, INTRO),
        (inner, HEADING),
        (corpus.previous, NEIGHBOUR),
        (corpus.next, NEIGHBOUR),
    ]
    depth = max((len(h) for h in corpus.headings), default=0)
    for level in range(1, depth):
        outer = [h[level] if len(h) > level else NONE for h in corpus.headings]
        around.append((np.array(outer, dtype=np.int32), OUTER_HEADING))
    for where, weight in around:
        np.maximum(own, weight * padded[where], out=own)
    return own


def share(met: Floats, wanted: Floats, weights: Floats) -> Floats:
    """Return (measures, passages): the weighted share of a measure's concepts that are met.

    Args:
        met: (passages, concepts), 0 to 1.
        wanted: (measures, concepts), 1 where the measure has the concept.
        weights: (concepts,).
    """
    weighted = wanted * weights
    total = weighted.sum(axis=1, keepdims=True)
    return np.asarray(weighted @ met.T / np.maximum(total, 1e-9), dtype=np.float32)


def fewest(met: Floats, wanted: Floats) -> Floats:
    """Return (measures, passages): the least that any of a measure's concepts is met.

    0 for a measure without concepts.
    """
    result = np.zeros((len(wanted), len(met)), dtype=np.float32)
    for row, concepts in enumerate(wanted):
        columns = np.flatnonzero(concepts)
        if len(columns):
            result[row] = met[:, columns].min(axis=1)
    return result


def lacking(met: Floats, wanted: Floats) -> Floats:
    """Return (measures, passages): how many of a measure's concepts are not met at all."""
    return np.asarray(wanted @ (met == 0).T.astype(np.float32), dtype=np.float32)
