"""Plain similarity between a measure's text and a programme's passages: what the tool must beat.

Three published ways, none of which sees the list's concepts or examples: shared
words, shared lemmas weighed by rarity, and likeness in meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.evaluation.annotations import words
from manifesto_check.evaluation.metrics import QUOTES_THAT_COUNT
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.encoder import Encoder, Vectors
from manifesto_check.matching.evidence import make_evidence
from manifesto_check.model import BlockKind, Evidence

Floats = NDArray[np.float32]

LEAST_WORDS = 5
"""Shorter passages cannot be quoted alone; token_set_ratio is full for one shared word."""
K1, B = 1.5, 0.75
"""BM25's usual constants: how soon repetition stops counting, how much length does."""


class Method(StrEnum):
    """The ways to compare a text with a passage."""

    WORDS = "token_set_ratio"
    BM25 = "bm25"
    MEANING = "use_cosine"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passages of a programme that are most like a measure's text.

    Attributes:
        likeness: of the best one, in the method's own units.
        evidence: the best passages as quotes, best first.
    """

    likeness: float
    evidence: tuple[Evidence, ...]


class RememberingEncoder:
    """An encoder that encodes a text only once, however many ask for it."""

    def __init__(self, encoder: Encoder) -> None:
        """Take the encoder to ask."""
        self.name = encoder.name
        self.dimensions = encoder.dimensions
        self._encoder = encoder
        self._vectors: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array (len(texts), dimensions), as the encoder does."""
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        return np.stack([self._vectors[text] for text in texts])


def nearest_passages(
    texts: Sequence[str], corpus: Corpus, encoder: Encoder
) -> dict[Method, list[Nearest]]:
    """Find for each text its nearest passages, by every method.

    Args:
        texts: of the measures.
        corpus: the programme; headings and passages of under five words are passed over.
        encoder: for the meaning.
    """
    is_text = [kind is not BlockKind.HEADING for kind in corpus.kinds]
    passages = np.flatnonzero((corpus.word_counts >= LEAST_WORDS) & np.array(is_text, dtype=bool))
    if not len(passages):
        return {method: [Nearest(0.0, ()) for _ in texts] for method in Method}
    likeness = {
        Method.WORDS: shared_words(texts, [corpus.texts[p] for p in passages]),
        Method.BM25: bm25(texts, corpus)[:, passages],
        Method.MEANING: encoder.encode(texts)
        @ encoder.encode([corpus.texts[p] for p in passages]).T,
    }
    return {method: _best(values, passages, corpus) for method, values in likeness.items()}


def shared_words(texts: Sequence[str], passages: Sequence[str]) -> Floats:
    """Return rapidfuzz's ``token_set_ratio`` (0 to 100) of each text with each passage."""
    from rapidfuzz import fuzz, process

    def plain(text: str) -> str:
        return " ".join(words(text))

    rows, columns = [plain(t) for t in texts], [plain(p) for p in passages]
    return np.asarray(
        process.cdist(rows, columns, scorer=fuzz.token_set_ratio, dtype=np.float32),
        dtype=np.float32,
    )


def bm25(texts: Sequence[str], corpus: Corpus) -> Floats:
    """Return Okapi BM25 (texts, passages) over lemmas, without stop words.

    Source: Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework:
    BM25 and Beyond".
    """
    from spacy.lang.nl.stop_words import STOP_WORDS

    queries = [{lemma_of(w) for w in words(t) if w not in STOP_WORDS} for t in texts]
    terms = {term: n for n, term in enumerate(sorted(set().union(*queries)))}
    asked = np.zeros((len(texts), len(terms)), dtype=np.float32)
    for number, query in enumerate(queries):
        asked[number, [terms[term] for term in query]] = 1.0
    term_of_type = np.array([terms.get(lemma, -1) for _, lemma in corpus.vocabulary])
    term = term_of_type[corpus.types]
    is_term = term >= 0
    n = len(corpus.passages)
    cells = corpus.passage_of[is_term].astype(np.int64) * len(terms) + term[is_term]
    counts = np.bincount(cells, minlength=n * len(terms)).reshape(n, len(terms))
    lengths = corpus.word_counts / max(float(corpus.word_counts.mean()), 1.0)
    in_passages = (counts > 0).sum(axis=0)
    idf = np.log1p((n - in_passages + 0.5) / (in_passages + 0.5))
    saturated = counts * (K1 + 1) / (counts + K1 * (1 - B + B * lengths[:, None]))
    return np.asarray(asked @ (saturated * idf).T.astype(np.float32), dtype=np.float32)


def _best(values: Floats, passages: NDArray[np.intp], corpus: Corpus) -> list[Nearest]:
    """Return the best passages of every row."""
    order = np.argsort(-values, axis=1, kind="stable")[:, :QUOTES_THAT_COUNT]
    result = []
    for row, columns in enumerate(order.tolist()):
        quotes = tuple(
            make_evidence(corpus, int(passages[c]), float(values[row, c]), ()) for c in columns
        )
        result.append(Nearest(float(values[row, columns[0]]), quotes))
    return result
