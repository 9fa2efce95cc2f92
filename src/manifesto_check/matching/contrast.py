"""On which side a passage is of a measure's own sentences and of those that only look like it.

A list gives each measure sentences that cover it, and others that cover it in
part, name the topic alone or want the opposite. All of them use its words and
are near each other in meaning: what tells them apart is the direction from the
ones to the others. It is taken twice, in the vectors (a linear discriminant,
Fisher 1936, shrunk) and in words and pairs of words (naive Bayes with Dirichlet
smoothing towards both kinds together).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.encoder import Vectors
from manifesto_check.matching.phrases import numbered, phrases
from manifesto_check.recommendations.model import Measure

Floats = NDArray[np.float32]

RIDGE = 2.0
"""Added to the covariance's diagonal, as a share of its mean."""
LEAST_SPREAD = 1e-6
"""Where all sentences of each kind are the same there is no spread to divide by."""
SMOOTHING = 5.0
"""Sentences' worth of both kinds together that each kind is mixed with."""
OWN_PRIOR = 0.5
"""The weight of the measure's own sentences in what both kinds have together; the list has the
rest."""
VECTOR_UNIT = 16.0
WORD_UNIT = 4.0
"""Scores are divided by these, which makes their spread about 1."""

Kinds = tuple[str, ...]


class VectorContrast:
    """The direction in the vectors from some sentences of each measure to others of it."""

    def __init__(self, ones: Sequence[Vectors], others: Sequence[Vectors]) -> None:
        """Find the directions.

        Args:
            ones: for each measure (sentences, dimensions), at least one sentence.
            others: the same of the other kind; may be without sentences.
        """
        both = zip(ones, others, strict=True)
        centres = [(a.mean(axis=0), b.mean(axis=0) if len(b) else a.mean(axis=0)) for a, b in both]
        first, second = (np.array(c, dtype=np.float64) for c in zip(*centres, strict=True))
        within = np.concatenate(
            [
                *(a - c for a, c in zip(ones, first, strict=True)),
                *(b - c for b, c in zip(others, second, strict=True) if len(b)),
            ]
        )
        spread = within.T @ within / len(within)
        ridge = RIDGE * max(np.trace(spread) / len(spread), LEAST_SPREAD)
        spread += ridge * np.eye(len(spread))
        self._directions = np.linalg.solve(spread, (first - second).T) / VECTOR_UNIT
        self._offset = np.einsum("md,dm->m", (first + second) / 2, self._directions)
        self._offset[[not len(b) for b in others]] = np.nan

    def scores(self, vectors: Vectors) -> Floats:
        """Return (passages, measures): above 0 nearer to the ones; NaN without others."""
        return np.asarray(vectors @ self._directions - self._offset, dtype=np.float32)


class WordContrast:
    """What each word and pair of words says for some sentences of a measure against others of it.

    The weights of all measures stand in one sorted table, since each measure
    knows but few of the phrases.
    """

    def __init__(self, measures: Sequence[Measure], ones: Kinds, others: Kinds) -> None:
        """Count the phrases.

        Args:
            measures: of the list.
            ones: the fields of a measure with the sentences on one side, besides its text
                where ``examples`` is among them.
            others: those on the other side.
        """
        counts = [(_count(m, ones), _count(m, others)) for m in measures]
        together = Counter[str]()
        for (_, one), (_, other) in counts:
            together.update(one)
            together.update(other)
        self._numbers = {phrase: number for number, phrase in enumerate(sorted(together))}
        sentences = sum(n for sides in counts for n, _ in sides)
        listed = np.array([together[p] for p in sorted(together)]) / max(sentences, 1)
        self._has = np.array([other[0] > 0 for _, other in counts], dtype=bool)
        tables = [self._weights(one, other, listed) for one, other in counts]
        keys = [k + m * len(listed) for m, (k, _) in enumerate(tables)]
        self._keys = np.concatenate([*keys, np.empty(0, dtype=np.int64)])
        self._values = np.concatenate([*(w for _, w in tables), np.empty(0)]).astype(np.float32)

    def scores(
        self,
        passages: Sequence[frozenset[str]],
        measure: NDArray[np.int32],
        passage: NDArray[np.intp],
    ) -> Floats:
        """Return (pairs,): above 0 more like the ones; NaN for a measure without others.

        Args:
            passages: the phrases of each passage.
            measure: (pairs,), numbers of measures.
            passage: (pairs,), numbers of ``passages``.
        """
        row, phrase = numbered(passages, self._numbers)
        starts = np.searchsorted(row, np.arange(len(passages) + 1))
        lengths = (starts[1:] - starts[:-1])[passage]
        pair = np.repeat(np.arange(len(measure)), lengths)
        before = np.cumsum(lengths) - lengths
        at = np.arange(len(pair)) - before[pair] + starts[passage][pair]
        wanted = measure.astype(np.int64)[pair] * len(self._numbers) + phrase[at]
        place = np.searchsorted(self._keys, wanted).clip(max=max(len(self._keys) - 1, 0))
        result = np.zeros(len(measure))
        if len(self._keys) and len(wanted):
            weights = np.where(self._keys[place] == wanted, self._values[place], 0.0)
            result += np.bincount(pair, weights=weights, minlength=len(measure))
        return np.where(self._has[measure], result / WORD_UNIT, np.nan).astype(np.float32)

    def _weights(
        self,
        one: tuple[int, Counter[str]],
        other: tuple[int, Counter[str]],
        listed: NDArray[np.float64],
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the numbers of a measure's phrases, ascending, with their weights."""
        (n, mine), (m, theirs) = one, other
        known = sorted(set(mine) | set(theirs)) if n and m else []
        a = np.array([mine[p] for p in known], dtype=np.float64)
        b = np.array([theirs[p] for p in known], dtype=np.float64)
        number = np.array([self._numbers[p] for p in known], dtype=np.int64)
        prior = (1 - OWN_PRIOR) * listed[number] + OWN_PRIOR * (a + b) / max(n + m, 1)
        side = [
            (count + SMOOTHING * prior) / (size + SMOOTHING) for count, size in ((a, n), (b, m))
        ]
        return number, np.log(side[0] / side[1])


def _count(measure: Measure, kinds: Iterable[str]) -> tuple[int, Counter[str]]:
    """Return how many sentences a measure has of some kinds, and in how many each phrase stands."""
    own = (measure.text,) if "examples" in kinds else ()
    sentences = [*own, *chain.from_iterable(getattr(measure, kind) for kind in kinds)]
    counts = Counter[str]()
    for sentence in sentences:
        counts.update(phrases(sentence))
    return len(sentences), counts
