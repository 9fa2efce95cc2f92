"""Words whose letters hold another word that is not meant: no work in ``netwerk``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from manifesto_check.dutch.resources import rows

Span = tuple[int, int]
"""First and last letter (exclusive) of a stretch of a word."""
_ENDING = 3
"""At most so many letters behind such a word are its ending, and belong to the stretch."""
_BEGINNING = 4
"""By so many first letters the words are looked up; a shorter one never is."""
_MOST_KEPT = 1 << 15
"""Words whose stretches are kept."""

_Known = Mapping[str, list[tuple[str, str]]]


class Lookalikes:
    """Tells in which stretches of a word no other word is meant."""

    def __init__(self, more: Iterable[tuple[str, Iterable[str]]] = ()) -> None:
        """Begin with those of Dutch (``data/lookalikes.tsv``) and more.

        Args:
            more: what seems to be in some words, in lower case, and these words.
        """
        self.more = tuple((seeming, tuple(words)) for seeming, words in more)
        own = _by_beginning(self.more)
        self._known = _merged(_dutch(), own) if own else _dutch()
        self._kept: dict[str, tuple[Span, ...]] = {}

    def spans(self, word: str) -> tuple[Span, ...]:
        """Return the stretches of a word (lower case) in which no other word is meant."""
        if word not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            self._kept[word] = self._found(word)
        return self._kept[word]

    def holds(self, part: str, word: str) -> bool:
        """Say whether a part stands somewhere in a word, and not only within such stretches."""
        spans = self.spans(word)
        at = word.find(part)
        while at >= 0:
            if not any(start <= at and at + len(part) <= end for start, end in spans):
                return True
            at = word.find(part, at + 1)
        return False

    def _found(self, word: str) -> tuple[Span, ...]:
        found = []
        for at in range(len(word) - _BEGINNING + 1):
            for whole, seeming in self._known.get(word[at : at + _BEGINNING], ()):
                if word.startswith(whole, at):
                    end = at + len(whole)
                    start = at + whole.index(seeming)
                    stop = start + len(seeming)
                    has_ending = stop == end and len(word) - end <= _ENDING
                    found.append((start, len(word) if has_ending else stop))
        return tuple(found)


@cache
def _dutch() -> _Known:
    """Return the words of the data file with what seems to be in them, by their first letters."""
    return _by_beginning((seeming, words.split()) for seeming, words in rows("lookalikes.tsv"))


def _by_beginning(pairs: Iterable[tuple[str, Iterable[str]]]) -> _Known:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for seeming, words in pairs:
        for word in words:
            found[word[:_BEGINNING]].append((word, seeming))
    return dict(found)


def _merged(one: _Known, other: _Known) -> _Known:
    return {key: [*one.get(key, ()), *other.get(key, ())] for key in one.keys() | other.keys()}
