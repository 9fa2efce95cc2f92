"""Words and pairs of words as they stand in a sentence, small words included.

What a sentence is about is in its content words; whether it asks for that,
reports it or wants to be rid of it is as much in "wordt", "geen" and "niet meer".
Lower-cased; numbers are all alike; signs that part clauses count as words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np

from manifesto_check.matching.ragged import Numbers, distinct

START = "^"
"""Stands before the first word, so that how a sentence begins counts too."""
NUMBER = "#"
BETWEEN = "_"
"""Stands between the two words of a pair where it is written."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[,:;#^]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNS = str.maketrans(f"{START}{NUMBER}", "  ")
_WIDTH = 1 << 31
"""A pair's code is that of its second word plus so many times one more than its first's."""


class Words:
    """The words of some texts, one after another, each text's after a START."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Cut ``texts``; all at once, which is far quicker than one by one."""
        clean = [t.translate(_SIGNS) if START in t or NUMBER in t else t for t in texts]
        joined = START.join(["", *clean])
        self.words: list[str] = _WORD.findall(_DIGITS.sub(NUMBER, joined.lower()))
        self.texts = len(texts)

    def numbered(self, numbers: Mapping[str, int]) -> Numbers:
        """Return (words,), the number of each, -1 where it has none."""
        found = map(numbers.get, self.words, repeat(-1))
        return np.fromiter(found, dtype=np.int64, count=len(self.words))


@dataclass(frozen=True)
class Phrases:
    """Words and pairs of neighbours that are known, numbered.

    Attributes:
        words: the number of each word; START is 0.
        codes: (phrases,), ascending: what each phrase is made of. Its place is its number.
    """

    words: Mapping[str, int]
    codes: Numbers

    @classmethod
    def of(cls, words: Words) -> Phrases:
        """Return all phrases of some texts."""
        numbers: defaultdict[str, int] = defaultdict(lambda: len(numbers))
        _ = numbers[START]
        for word in words.words:
            _ = numbers[word]
        known = dict(numbers)
        return cls(known, distinct(_codes(words.numbered(known))[1]))

    @classmethod
    def named(cls, names: Iterable[str]) -> Phrases:
        """Return the phrases of :attr:`names`, in any order."""
        parts = [name.split(BETWEEN) for name in names]
        words = {
            word: n for n, word in enumerate(dict.fromkeys([START, *chain.from_iterable(parts)]))
        }
        return cls(words, np.sort([_code([words[word] for word in part]) for part in parts]))

    def __len__(self) -> int:
        """How many there are."""
        return len(self.codes)

    @property
    def names(self) -> list[str]:
        """Each phrase as it is written: a word, or two with BETWEEN between them."""
        words = list(self.words)
        firsts, seconds = (part.tolist() for part in np.divmod(self.codes, _WIDTH))
        return [
            words[second] if not first else f"{words[first - 1]}{BETWEEN}{words[second]}"
            for first, second in zip(firsts, seconds, strict=True)
        ]

    def find(self, words: Words) -> tuple[Numbers, Numbers]:
        """Find the phrases of some texts.

        Returns:
            (pairs,) numbers of texts, ascending; (pairs,) numbers of phrases,
            each once for a text, ascending in it.
        """
        text, code = _codes(words.numbered(self.words))
        if not len(self.codes):
            return text[:0], code[:0]
        number = np.searchsorted(self.codes, code).clip(max=len(self.codes) - 1)
        known = self.codes[number] == code
        pairs = distinct(text[known] * len(self.codes) + number[known])
        return pairs // len(self.codes), pairs % len(self.codes)


def _code(words: Sequence[int]) -> int:
    """Return the code of a word or a pair."""
    *before, last = words
    return last + (before[0] + 1) * _WIDTH if before else last


def _codes(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Return for each word and pair of known words the number of its text, and its code."""
    text = np.cumsum(numbers == 0) - 1
    first, second = numbers[:-1], numbers[1:]
    is_word = numbers >= 0
    is_pair = (first >= 0) & (second > 0)  # a START is the second of none
    codes = np.concatenate([numbers[is_word], (second + (first + 1) * _WIDTH)[is_pair]])
    return np.concatenate([text[is_word], text[1:][is_pair]]), codes
