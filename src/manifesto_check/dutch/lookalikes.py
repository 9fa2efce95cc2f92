"""Words whose letters hold another word that is not meant: no work in ``netwerk``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from manifesto_check.dutch.resources import rows

Span = tuple[int, int]
"""First and last letter (exclusive) of a stretch of a word."""
_ENDING = 3
"""At most so many letters behind such a word are its ending, and belong to the stretch."""
_BEGINNING = 4
"""By so many first letters the words of the data file are looked up."""


@lru_cache(maxsize=1 << 15)
def lookalikes(word: str) -> tuple[Span, ...]:
    """Return the stretches of a word (lower case) in which no other word is meant."""
    known, found = _known(), []
    for at in range(len(word) - _BEGINNING + 1):
        for whole, seeming in known.get(word[at : at + _BEGINNING], ()):
            if word.startswith(whole, at):
                end = at + len(whole)
                start = at + whole.index(seeming)
                stop = start + len(seeming)
                has_ending = stop == end and len(word) - end <= _ENDING
                found.append((start, len(word) if has_ending else stop))
    return tuple(found)


def is_meant(part: str, word: str, spans: Iterable[Span]) -> bool:
    """Say whether a part stands somewhere in a word, and not only within such stretches."""
    at = word.find(part)
    while at >= 0:
        if not any(start <= at and at + len(part) <= end for start, end in spans):
            return True
        at = word.find(part, at + 1)
    return False


@cache
def _known() -> Mapping[str, list[tuple[str, str]]]:
    """Return the words of the data file with what seems to be in them, by their first letters."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for seeming, words in rows("lookalikes.tsv"):
        for word in words.split():
            found[word[:_BEGINNING]].append((word, seeming))
    return dict(found)
