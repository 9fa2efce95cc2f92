"""What words mean, as programmes use them.

A word's meaning is the mean of the vectors of the sentences that it stands in,
after whitening by how programmes in general are spread. (The encoder by itself
goes by a lone word's letters: it puts *boete* beside *boer*.) Two words of
which each is among the nearest of the other are used alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.lookalikes import Lookalikes
from manifesto_check.matching.background import Background
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.encoder import Encoder
from manifesto_check.matching.wording import content_words, words_of_passages

Floats = NDArray[np.float32]

LEAST_SENTENCES = 5
"""A word of fewer sentences has no meaning to be sure of."""
NEAREST = 6
LEAST_LIKENESS = 0.55
SHRINKAGE = 0.3
"""How far the spread of all directions is drawn to their mean, so that none is blown up."""
PRIOR = 3.0
"""Sentences without meaning that each word is mixed with."""


@dataclass(frozen=True)
class WordMeanings:
    """The words of some programmes.

    Attributes:
        words: in alphabetical order.
        counts: in how many sentences each stands.
        vectors: (words, dimensions), rows of length 1.
    """

    words: tuple[str, ...]
    counts: NDArray[np.int64]
    vectors: Floats

    def synonyms(self, word: str, most: int = 2) -> list[tuple[str, int]]:
        """Return words that are used like this one with their counts, the likest first."""
        number = self._number(word)
        if number is None:
            return []
        found = []
        for other in self._nearest(number):
            likeness = float(self.vectors[number] @ self.vectors[other])
            if likeness >= LEAST_LIKENESS and number in self._nearest(other):
                found.append((self.words[other], int(self.counts[other])))
        return found[:most]

    def count(self, word: str) -> int:
        """Return in how many sentences a word stands."""
        number = self._number(word)
        return 0 if number is None else int(self.counts[number])

    def _number(self, word: str) -> int | None:
        place = int(np.searchsorted(np.array(self.words), word)) if self.words else 0
        return place if place < len(self.words) and self.words[place] == word else None

    def _nearest(self, number: int) -> list[int]:
        alike = self.vectors @ self.vectors[number]
        alike[number] = -1.0
        return [int(other) for other in np.argsort(-alike, kind="stable")[:NEAREST]]


def word_meanings(
    corpora: Iterable[Corpus], encoder: Encoder, background: Background
) -> WordMeanings:
    """Gather the words of programmes, one programme in memory at a time.

    Args:
        corpora: the programmes.
        encoder: the one that the background was counted with.
        background: how programmes in general are spread.
    """
    sums: dict[str, Floats] = {}
    counts: dict[str, int] = {}
    white = _whitening(background)
    words_of = partial(content_words, lookalikes=Lookalikes())
    for corpus in corpora:
        if not corpus.passages:
            continue
        vectors = (encoder.encode(corpus.texts) - background.mean.astype(np.float32)) @ white
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        passage, word, words = words_of_passages(corpus, words_of)
        order = np.argsort(word, kind="stable")
        there, starts = np.unique(word[order], return_index=True)
        if not len(there):
            continue
        together = np.add.reduceat(vectors[passage[order]], starts, axis=0)
        often = np.diff([*starts.tolist(), len(order)])
        for number, total, count in zip(there.tolist(), together, often.tolist(), strict=True):
            name = words[number]
            sums[name] = sums[name] + total if name in sums else total
            counts[name] = counts.get(name, 0) + count
    kept = tuple(sorted(word for word, count in counts.items() if count >= LEAST_SENTENCES))
    often = np.array([counts[word] for word in kept], dtype=np.int64)
    if not kept:
        return WordMeanings((), often, np.empty((0, encoder.dimensions), dtype=np.float32))
    means = np.stack([sums[word] for word in kept]) / (often[:, None] + PRIOR)
    lengths = np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return WordMeanings(kept, often, (means / lengths).astype(np.float32))


def _whitening(background: Background) -> Floats:
    """Return the matrix after which all directions in programmes are about equally spread."""
    values, axes = np.linalg.eigh(background.covariance)
    shrunk = (1 - SHRINKAGE) * values.clip(0) + SHRINKAGE * values.mean()
    return np.asarray(axes / np.sqrt(shrunk), dtype=np.float32)
