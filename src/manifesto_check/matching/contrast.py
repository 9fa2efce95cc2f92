"""On which side a passage is of a measure's own sentences and of those that only look like it.

A list gives each measure sentences that cover it, and others that cover it in
part, name the topic alone or want the opposite. All of them use its words and
are near each other in meaning: what tells them apart is the direction from the
ones to the others. It is taken twice, in the vectors (a linear discriminant,
Fisher 1936, shrunk) and in words and pairs of words (naive Bayes with Dirichlet
smoothing towards both kinds together).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.compiled import Arrays, compiled, packed, unpacked_words
from manifesto_check.matching.directions import Directions
from manifesto_check.matching.encoder import Vectors
from manifesto_check.matching.phrases import Phrases, Words
from manifesto_check.matching.ragged import distinct, members
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
KINDS: Kinds = ("examples", "partial_examples", "absent_examples", "opposed_by")


@dataclass(frozen=True)
class Gathered:
    """What a contrast needs to know of the vectors of some kinds of sentences.

    Kinds are added up, so that each is gone through once however many contrasts it takes part in.

    Attributes:
        counts: (measures,), how many sentences each measure has.
        sums: (measures, dimensions), the sums of their vectors.
        products: (dimensions, dimensions), the sum of the outer products of all with themselves.
    """

    counts: NDArray[np.int64]
    sums: NDArray[np.float64]
    products: NDArray[np.float64]

    @classmethod
    def of(cls, sentences: Sequence[Vectors]) -> Gathered:
        """Gather one kind; ``sentences`` holds (sentences, dimensions) for each measure."""
        rows = np.concatenate(sentences)
        sums = np.stack([vectors.sum(axis=0, dtype=np.float64) for vectors in sentences])
        counts = np.array([len(vectors) for vectors in sentences])
        return cls(counts, sums, (rows.T @ rows).astype(np.float64))

    def __add__(self, other: Gathered) -> Gathered:
        """Return both kinds as one."""
        return Gathered(
            self.counts + other.counts, self.sums + other.sums, self.products + other.products
        )

    @property
    def centres(self) -> NDArray[np.float64]:
        """(measures, dimensions), the means; 0 for a measure without sentences."""
        return np.asarray(self.sums / np.maximum(self.counts, 1)[:, None])

    @property
    def scatter(self) -> NDArray[np.float64]:
        """(dimensions, dimensions), the products of the vectors' distances from their centres."""
        return np.asarray(self.products - self.sums.T @ self.centres)


def vector_contrast(ones: Gathered, others: Gathered) -> Directions:
    """Find the direction in the vectors from some sentences of each measure to others of it.

    Args:
        ones: at least one sentence for each measure.
        others: those of the other kind; a measure may be without.

    Returns:
        Directions whose scores are above 0 nearer to the ones; NaN without others.
    """
    is_there = others.counts > 0
    first = ones.centres
    second = np.where(is_there[:, None], others.centres, first)
    spread = (ones.scatter + others.scatter) / (ones.counts.sum() + others.counts.sum())
    ridge = RIDGE * max(np.trace(spread) / len(spread), LEAST_SPREAD)
    spread += ridge * np.eye(len(spread))
    towards = np.linalg.solve(spread, (first - second).T) / VECTOR_UNIT
    offset = np.einsum("md,dm->m", (first + second) / 2, towards)
    offset[~is_there] = np.nan
    return Directions(towards, offset)


class PhraseCounts:
    """In how many sentences of each measure and kind each phrase stands.

    Attributes:
        keys: (keys,), ascending: a measure's number times that of all phrases, plus the
            number of a phrase that some sentence of the measure has.
        phrases: every phrase of the list.
        measures: how many measures were counted.
    """

    def __init__(self, measures: Sequence[Measure]) -> None:
        """Count the phrases of all sentences of ``measures``; a text counts among the examples."""
        self.measures = len(measures)
        groups = [_sentences(measure, kind) for kind in KINDS for measure in measures]
        sizes = np.array([len(group) for group in groups], dtype=np.int64)
        self._sentences = sizes.reshape(len(KINDS), self.measures)
        sentences = list(chain.from_iterable(groups))
        sources = [*map(str, sizes.tolist()), *sentences]
        kept = compiled("phrases", sources, lambda: _counted(sentences, sizes, self.measures))
        words = {word: number for number, word in enumerate(unpacked_words(kept["words"]))}
        self.phrases = Phrases(words, kept["codes"])
        self.keys = kept["keys"]
        self._counts = kept["counts"]

    def sentences(self, kinds: Kinds) -> NDArray[np.int64]:
        """Return (measures,), how many sentences of some kinds each measure has."""
        return np.asarray(self._sentences[[KINDS.index(kind) for kind in kinds]].sum(axis=0))

    def of(self, kinds: Kinds) -> NDArray[np.int64]:
        """Return (keys,), in how many sentences of some kinds each stands."""
        return np.asarray(self._counts[:, [KINDS.index(kind) for kind in kinds]].sum(axis=1))

    def met(
        self, words: Words, measure: NDArray[np.int32], passage: NDArray[np.intp]
    ) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
        """Find the keys that passages meet.

        Args:
            words: of the passages.
            measure: (pairs,), numbers of measures.
            passage: (pairs,), numbers of passages among those of ``words``.

        Returns:
            For each key that is met the number of the pair, ascending, and its place in ``keys``.
        """
        row, phrase = self.phrases.find(words)
        pair, where = members(np.bincount(row, minlength=words.texts), passage)
        wanted = measure.astype(np.int64)[pair] * len(self.phrases) + phrase[where]
        place = np.searchsorted(self.keys, wanted).clip(max=max(len(self.keys) - 1, 0))
        known = self.keys[place] == wanted if len(self.keys) else np.zeros(0, dtype=bool)
        return pair[known], place[known]


def _counted(sentences: Sequence[str], sizes: NDArray[np.int64], measures: int) -> Arrays:
    """Count the phrases of all sentences of a list.

    Args:
        sentences: of each kind those of each measure.
        sizes: (kinds * measures,), how many each has.
        measures: how many there are.
    """
    words = Words(sentences)
    phrases = Phrases.of(words)
    sentence, phrase = phrases.find(words)
    kind, measure = np.divmod(np.repeat(np.arange(len(sizes)), sizes), max(measures, 1))
    found = measure[sentence] * len(phrases) + phrase
    keys = distinct(found)
    cell = np.searchsorted(keys, found) * len(KINDS) + kind[sentence]
    counts = np.bincount(cell, minlength=len(keys) * len(KINDS)).reshape(-1, len(KINDS))
    counts = counts.astype(np.int32)
    return {"words": packed(phrases.words), "codes": phrases.codes, "keys": keys, "counts": counts}


class WordContrast:
    """What each word and pair of words says for some sentences of a measure against others of it.

    The weights of all measures stand in one table, since each measure knows but
    few of the phrases.
    """

    def __init__(self, counts: PhraseCounts, ones: Kinds, others: Kinds) -> None:
        """Weigh the phrases.

        Args:
            counts: of the list.
            ones: the fields of a measure with the sentences on one side.
            others: those on the other side.
        """
        width = max(len(counts.phrases), 1)
        n, m = counts.sentences(ones), counts.sentences(others)
        self._has = (n > 0) & (m > 0)
        a, b = counts.of(ones), counts.of(others)
        there = a + b > 0
        a, b = a[there], b[there]
        measure, phrase = np.divmod(counts.keys[there], width)
        listed = np.bincount(phrase, weights=a + b, minlength=width) / max((n + m).sum(), 1)
        prior = (1 - OWN_PRIOR) * listed[phrase] + OWN_PRIOR * (a + b) / (n + m)[measure]
        one, other = (
            (count + SMOOTHING * prior) / (size[measure] + SMOOTHING)
            for count, size in ((a, n), (b, m))
        )
        self._weights = np.zeros(len(there), dtype=np.float32)
        self._weights[there] = np.log(one / other)

    def scores(
        self, measure: NDArray[np.int32], pair: NDArray[np.int64], key: NDArray[np.intp]
    ) -> Floats:
        """Return (pairs,): above 0 more like the ones; NaN for a measure without others.

        Args:
            measure: (pairs,), numbers of measures.
            pair: for each key that is met (:meth:`PhraseCounts.met`) the number of the pair.
            key: its place in the keys.
        """
        summed = np.bincount(pair, weights=self._weights[key], minlength=len(measure))
        return np.where(self._has[measure], summed / WORD_UNIT, np.nan).astype(np.float32)


def _sentences(measure: Measure, kind: str) -> tuple[str, ...]:
    sentences: tuple[str, ...] = getattr(measure, kind)
    return (measure.text, *sentences) if kind == "examples" else sentences
