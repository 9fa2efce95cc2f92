"""How much a passage is like a measure's own sentences in meaning, by the sentence encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from manifesto_check.matching.background import Background
from manifesto_check.matching.compiled import Arrays, compiled
from manifesto_check.matching.contrast import Gathered, vector_contrast
from manifesto_check.matching.corpus import NONE, Corpus
from manifesto_check.matching.directions import Directions
from manifesto_check.matching.discriminant import DISCRIMINANT_SIGNALS, discriminant
from manifesto_check.matching.encoder import Encoder, Vectors, encode_once
from manifesto_check.matching.leading import lead
from manifesto_check.recommendations.model import Measure

Floats = NDArray[np.float32]

LIKENESS_SIGNALS = (
    "text_likeness",
    "example_likeness",
    "examples_likeness",
    "partial_lead",
    "absent_lead",
    "opposite_likeness",
    "opposite_lead",
)
APART_SIGNALS = ("apart_partial", "apart_absent", "apart_opposed", "opposed_apart_absent")
MEANING_SIGNALS = (*LIKENESS_SIGNALS, *APART_SIGNALS, *DISCRIMINANT_SIGNALS)
SHORT = 10
"""A passage of fewer words is also compared with its introduction or heading before it."""
NEAREST = 3
"""Examples over which the mean likeness is taken."""


@dataclass(frozen=True)
class _Queries:
    """Vectors of a measure's own sentences, each (sentences, dimensions)."""

    text: Vectors
    examples: Vectors
    partial: Vectors
    absent: Vectors
    opposed: Vectors


class MeaningMatcher:
    """The sentences of a list, encoded once for many programmes."""

    def __init__(
        self, measures: Sequence[Measure], encoder: Encoder, background: Background
    ) -> None:
        """Encode the sentences of ``measures``."""
        self._encoder = encoder
        self._queries = _encode_queries(measures, encoder)
        sizes = (str(len(kind)) for measure in measures for kind in _kinds(measure))
        sources = [encoder.name, background.digest, *sizes, *sentences_of(measures)]
        kept = compiled("meaning", sources, lambda: _directions(self._queries, encoder, background))
        found = [
            Directions(kept[f"towards_{n}"], kept[f"offset_{n}"]) for n in range(len(kept) // 2)
        ]
        self._contrasts = found[: len(APART_SIGNALS)]
        self._discriminant = found[-1] if len(found) > len(APART_SIGNALS) else None

    def signals(
        self, corpus: Corpus, measure: NDArray[np.int32], passage: NDArray[np.int32]
    ) -> Floats:
        """Return (pairs, len(MEANING_SIGNALS)) for pairs of a measure and a passage."""
        result = np.zeros((len(measure), len(MEANING_SIGNALS)), dtype=np.float32)
        if not len(measure):
            return result
        chosen, where = np.unique(passage, return_inverse=True)
        alone = [corpus.texts[p] for p in chosen.tolist()]
        led_in = [_led_in(corpus, p) for p in chosen.tolist()]
        both = self._encoder.encode([*alone, *(text for text in led_in if text is not None)])
        with_lead = np.cumsum([text is not None for text in led_in]) + len(alone) - 1
        second = np.where([text is not None for text in led_in], with_lead, np.arange(len(alone)))
        vectors = np.stack([both[: len(alone)], both[second]], axis=1)
        likenesses = len(LIKENESS_SIGNALS)
        for number, queries in enumerate(self._queries):
            rows = np.flatnonzero(measure == number)
            if len(rows):
                result[rows, :likenesses] = _likeness(vectors[where[rows]], queries)
        apart = [contrast.scores(vectors[:, 0])[where, measure] for contrast in self._contrasts]
        discriminated = self._discriminated(vectors, measure, where)
        result[:, likenesses:] = np.column_stack([*apart, discriminated])
        return result

    def _discriminated(
        self, vectors: Vectors, measure: NDArray[np.int32], where: NDArray[np.intp]
    ) -> Floats:
        """Return (pairs, 2): the discriminant, and its lead over the best other measure."""
        if self._discriminant is None:
            return np.full((len(measure), len(DISCRIMINANT_SIGNALS)), np.nan, dtype=np.float32)
        scores = np.maximum(*(self._discriminant.scores(vectors[:, i]) for i in (0, 1)))
        return np.column_stack([scores[where, measure], lead(scores.T, measure, where)])


def _directions(queries: Sequence[_Queries], encoder: Encoder, background: Background) -> Arrays:
    """Compute all directions: of the contrasts, and then, where it can be, of the discriminant."""
    with threadpool_limits(1, user_api="blas"):  # type: ignore[no-untyped-call]
        # One thread, so that the sums come out the same on every run.
        found = _contrasts(queries)
        if queries and encoder.name == background.encoder:
            own = [np.concatenate([q.text, q.examples]) for q in queries]
            found.append(discriminant(own, background))
    towards = {f"towards_{number}": one.towards for number, one in enumerate(found)}
    return towards | {f"offset_{number}": one.offset for number, one in enumerate(found)}


def _contrasts(queries: Sequence[_Queries]) -> list[Directions]:
    """Return what computes APART_SIGNALS."""
    if not queries:
        return []
    covers = Gathered.of([q.text for q in queries]) + Gathered.of([q.examples for q in queries])
    partial, absent, opposed = (
        Gathered.of(sentences)
        for sentences in zip(*((q.partial, q.absent, q.opposed) for q in queries), strict=True)
    )
    # Only measures that have both opposites and near misses take part; the others get NaN.
    both = [len(q.opposed) and len(q.absent) for q in queries]
    opposites = [q.opposed if has else q.text for q, has in zip(queries, both, strict=True)]
    near = [q.absent if has else q.absent[:0] for q, has in zip(queries, both, strict=True)]
    return [
        vector_contrast(covers, partial),
        vector_contrast(covers + partial, absent),
        vector_contrast(covers, opposed),
        vector_contrast(Gathered.of(opposites), Gathered.of(near)),
    ]


def _likeness(mine: Vectors, queries: _Queries) -> Floats:
    """Return (passages, signals but the discriminant's) from (passages, 2, dimensions).

    A passage is as like a sentence as it is alone or after what leads it in,
    whichever is more. A lead is over the likeness to the examples.

    NaN where the measure has no such sentences.
    """
    text = _most(mine, queries.text)
    example, several = text, text
    if len(queries.examples):
        alike = (mine @ queries.examples.T).max(axis=1)
        nearest = np.sort(alike, axis=1)[:, ::-1][:, :NEAREST]
        example, several = nearest[:, 0], nearest.mean(axis=1)
    opposed, partial, absent = (
        _most(mine, sentences) for sentences in (queries.opposed, queries.partial, queries.absent)
    )
    leads = (partial - example, absent - example, opposed, opposed - example)
    columns = (text, example, several, *leads)
    return np.column_stack(columns).astype(np.float32)


def _most(mine: Vectors, sentences: Vectors) -> Floats:
    """Return the likeness to the most alike of the sentences, NaN where there are none."""
    if not len(sentences):
        return np.full(len(mine), np.nan, dtype=np.float32)
    return np.asarray((mine @ sentences.T).max(axis=(1, 2)), dtype=np.float32)


def _led_in(corpus: Corpus, passage: int) -> str | None:
    """Return a short passage after the sentence or heading that leads it in, None for others."""
    if corpus.word_counts[passage] >= SHORT:
        return None
    intro = int(corpus.intro[passage])
    if intro != NONE and corpus.texts[intro].endswith(":"):
        return f"{corpus.texts[intro]} {corpus.texts[passage]}"
    headings = corpus.headings[passage]
    return f"{corpus.texts[headings[0]]}: {corpus.texts[passage]}" if headings else None


def sentences_of(measures: Sequence[Measure]) -> list[str]:
    """Return the sentences of all measures in the order in which they are encoded."""
    return [s for measure in measures for kind in _kinds(measure) for s in kind]


def _kinds(measure: Measure) -> tuple[tuple[str, ...], ...]:
    """Return a measure's own sentences in the order of _Queries."""
    return (
        (measure.text,),
        measure.examples,
        measure.partial_examples,
        measure.absent_examples,
        measure.opposed_by,
    )


def _encode_queries(measures: Sequence[Measure], encoder: Encoder) -> list[_Queries]:
    """Encode the sentences of all measures in one batch."""
    vectors = encode_once(encoder, sentences_of(measures))
    queries, at = [], 0
    for measure in measures:
        bounds = [int(b) for b in np.cumsum([at, *(len(kind) for kind in _kinds(measure))])]
        queries.append(_Queries(*(vectors[a:b] for a, b in pairwise(bounds))))
        at = bounds[-1]
    return queries
