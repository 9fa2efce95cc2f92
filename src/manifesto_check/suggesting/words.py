"""The letters that a word and its kin share."""

from __future__ import annotations

from collections.abc import Mapping

MIN_PART = 5
RARE = 0.01
"""A theme's word in a larger share of all sentences says nothing of the theme."""
_ENDINGS = ("ingen", "heden", "heid", "ing", "en", "e", "er")


def stem(word: str) -> str:
    """Return a word without its commonest endings, such as ``handhav`` for handhaven."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_PART:
            rest = word.removesuffix(ending)
            return rest[:-1] if rest[-1] == rest[-2] else rest
    return word


def kin(part: str, counts: Mapping[str, int]) -> list[str]:
    """Return the words that have these letters in them."""
    return [word for word in counts if part in word]
