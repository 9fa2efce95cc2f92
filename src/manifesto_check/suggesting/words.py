"""The words of a measure that tell it from other text, and the letters that their kin share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from manifesto_check.matching.background import Background

MIN_PART = 5
TELLING = 2
"""So many words of a text are its required concepts: the rarest in programmes in general."""
COMMON = 0.03
"""A word in a larger share of all sentences tells nothing, however short the text."""
RARE = 0.01
"""A theme's word in a larger share of all sentences says nothing of the theme."""
_ENDINGS = ("ingen", "heden", "heid", "ing", "en", "e", "er")


def frequency(background: Background, word: str) -> float:
    """Return in which share of all sentences of programmes a word stands, never 0."""
    return float(background.frequency([word])[0])


def telling(words: Iterable[str], background: Background) -> list[str]:
    """Return the words that the measure cannot do without: the rarest in programmes in general."""
    rare = sorted(words, key=lambda word: frequency(background, word))
    return [word for word in rare if frequency(background, word) < COMMON][:TELLING] or rare[:1]


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
