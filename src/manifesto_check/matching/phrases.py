"""Words and pairs of words as they stand in a sentence, small words included.

What a sentence is about is in its content words; whether it asks for that,
reports it or wants to be rid of it is as much in "wordt", "geen" and "niet meer".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

START = "^"
"""Stands before the first word, so that how a sentence begins counts too."""
NUMBER = "#"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|[,:;]")


def phrases(text: str) -> tuple[str, ...]:
    """Return the words of a sentence and the pairs of neighbours, lower-cased, each once.

    Numbers are all alike. A pair is two words with ``_`` between them.
    """
    found = [NUMBER if w[0].isdigit() else w for w in _WORD.findall(text.lower())]
    words = [START, *found]
    pairs = [f"{a}_{b}" for a, b in zip(words, found, strict=False)]
    return tuple(dict.fromkeys([*words, *pairs]))


def numbered(
    texts: Iterable[Iterable[str]], numbers: Mapping[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return which text holds which known phrase.

    Args:
        texts: the phrases of each text.
        numbers: the phrases that count.

    Returns:
        (pairs,) numbers of texts, ascending; (pairs,) numbers of phrases,
        ascending in each text.
    """
    rows: list[int] = []
    columns: list[int] = []
    for row, there in enumerate(texts):
        known = sorted(numbers[p] for p in there if p in numbers)
        columns += known
        rows += [row] * len(known)
    return np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)
