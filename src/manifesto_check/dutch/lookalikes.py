"""Words whose letters hold another word that is not meant: no work in ``netwerk``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from manifesto_check.dutch.resources import rows

Span = tuple[int, int]
"""First and last letter (exclusive) of a stretch of a word."""
_ENDING = 3
"""At most so many letters behind such a word are its ending, and belong to the stretch."""


def containing(parts: Iterable[str], words: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield each (part, word) where the letters of the part stand inside the word."""
    # One long string makes the search run in C: find the part, then the line it stands on.
    text = "\n" + "\n".join(words) + "\n"
    for part in parts:
        at = text.find(part)
        while at >= 0:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            yield part, text[start:end]
            at = text.find(part, end)


def lookalikes(words: Sequence[str]) -> dict[str, list[Span]]:
    """Find the stretches of words in which no other word is meant.

    Args:
        words: in lower case.

    Returns:
        Those that have any, each with its stretches.
    """
    found: dict[str, list[Span]] = {}
    known = _known()
    for whole, word in containing(known, words):
        at = word.find(whole)
        end = at + len(whole)
        for seeming in known[whole]:
            start = at + whole.index(seeming)
            stop = start + len(seeming)
            is_last = stop == end and len(word) - end <= _ENDING
            found.setdefault(word, []).append((start, len(word) if is_last else stop))
    return found


def is_meant(part: str, word: str, spans: Iterable[Span]) -> bool:
    """Say whether a part stands somewhere in a word, and not only within such stretches."""
    at = word.find(part)
    while at >= 0:
        if not any(start <= at and at + len(part) <= end for start, end in spans):
            return True
        at = word.find(part, at + 1)
    return False


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Return for each word of the data file what seems to be in it."""
    found: dict[str, tuple[str, ...]] = {}
    for seeming, words in rows("lookalikes.tsv"):
        for word in words.split():
            if seeming in word:
                found[word] = (*found.get(word, ()), seeming)
    return found
