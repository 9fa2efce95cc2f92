"""The words of a measure that tell it from other text, and the letters that their kin share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from manifesto_check.dutch.figures import BOUND_WORDS
from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.matching.background import Background
from manifesto_check.matching.derive import words_that_refuse
from manifesto_check.recommendations.lint_words import STOP_WORDS

MIN_LETTERS = 4
MIN_PART = 5
TELLING = 2
"""So many words of a text are its required concepts: the rarest in programmes in general."""
COMMON = 0.03
"""A word in a larger share of all sentences tells nothing, however short the text."""
RARE = 0.01
"""A theme's word in a larger share of all sentences says nothing of the theme."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = ("ingen", "heden", "heid", "ing", "en", "e", "er")


def content_lemmas(text: str) -> list[str]:
    """Return the lemmas of a text's content words, each once, in its order.

    What turns something down is none of them: "schaf ... af".

    Args:
        text: a measure or a title.
    """
    from spacy.lang.nl.stop_words import STOP_WORDS as FUNCTION_WORDS

    nothing = FUNCTION_WORDS | STOP_WORDS | BOUND_WORDS
    lemmas: dict[str, None] = {}
    refusing = words_that_refuse(text)
    for found in _WORD.finditer(text):
        word = found[0].lower()
        lemma = lemma_of(word)
        if found.start() in refusing:
            continue
        if len(lemma) >= MIN_LETTERS and not {word, lemma} & nothing:
            lemmas.setdefault(lemma)
    return list(lemmas)


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
