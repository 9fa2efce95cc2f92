"""Telling Dutch from other languages, and words from the debris of a broken text layer.

Languages are told apart by their function words (Grefenstette 1995, "Comparing
two language identification schemes"): in running text of 50 words and more they
are over a third of the words, and few are shared even by neighbours as close as
Frisian and Afrikaans.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain, pairwise

from manifesto_check.dutch.compounds import head_start
from manifesto_check.dutch.lexicon import is_known
from manifesto_check.dutch.resources import abbreviations, rows
from manifesto_check.model import Programme

ENOUGH_WORDS = 50
"""Below this many words a language cannot be told, and Dutch is taken for granted."""
_MOST_ACRONYMS = 0.25
_RUNNING_TEXT = 0.2
"""Share of function words that running text has at least; a text read upside down has 0.05."""
_LATIN = re.compile(r"[a-zà-öø-ÿā-žșț'’-]+")
_NUMBER = re.compile(r"[€$£]?[\d.,:/+%-]*\d[\d.,:/+%-]*(?:e|ste|de|e\))?[%€]?")
_EDGES = "\"'“”„‘’«»()[]{}<>.,;:!?…•▪*–—-/\\€$£%+=&"


def share_of_dutch(words: Iterable[str]) -> float:
    """Return which share of a text's words belongs to its Dutch parts.

    Args:
        words: the words of a text in order, in any case, with punctuation or without.

    Returns:
        From 0 (none) to 1 (all): the text is cut in pieces of 50 words, and a
        piece is Dutch if no other language has more of its function words. A
        text of fewer than 50 words gives 1, because it cannot be told.
    """
    pieces = _pieces(words)
    if not pieces:
        return 1.0
    return sum(len(p) for p in pieces if _is_dutch_piece(p)) / sum(map(len, pieces))


def is_running_text(words: Iterable[str]) -> bool:
    """Say whether words are sentences of a language that is known, by its function words.

    Tables, lists and debris are not.
    """
    cleaned = _cleaned(words)
    languages = _languages()
    scores = Counter(chain.from_iterable(languages.get(word, ()) for word in cleaned))
    return max(scores.values(), default=0) > _RUNNING_TEXT * len(cleaned)


def is_dutch(programme: Programme) -> bool:
    """Say whether a programme is mainly in Dutch; too little text to tell counts as Dutch."""
    pieces = _pieces(word for block in programme.blocks for word in block.text.split())
    left = sum(map(len, pieces)) / 2
    for piece in pieces:
        left -= len(piece) if _is_dutch_piece(piece) else 0
        if left <= 0:
            break  # half is enough, and most programmes have it halfway
    return left <= 0


def _pieces(words: Iterable[str]) -> list[list[str]]:
    """Cut words, in small letters and without punctuation, in pieces of 50; none of fewer words."""
    cleaned = _cleaned(words)
    pieces = len(cleaned) // ENOUGH_WORDS
    bounds = [len(cleaned) * i // pieces for i in range(pieces + 1)] if pieces else []
    return [cleaned[start:end] for start, end in pairwise(bounds)]


def _cleaned(words: Iterable[str]) -> list[str]:
    return [word for word in (raw.strip(_EDGES).lower() for raw in words) if word]


def junk_share(words: Iterable[str]) -> float:
    """Return which share of the words is no Dutch word by the dictionary or by its shape.

    Known words, compounds of known words, numbers, and names and abbreviations
    (a capital) are no junk; a word of letters without a vowel, of letters and
    signs mixed, or that no dictionary has, is. A good text of a programme has
    well under 0.1; one whose font lacks its table of characters over 0.5.

    Args:
        words: the words of a text, in any case, with punctuation or without.

    Returns:
        From 0 to 1; 0 for no words.
    """
    counts = Counter(word for word in (raw.strip(_EDGES) for raw in words) if word)
    total = sum(counts.values())
    if not total:
        return 0.0
    acronyms = sum(n for word, n in counts.items() if _is_acronym(word))
    junk = sum(n for word, n in counts.items() if not _is_acronym(word) and _is_junk(word))
    # A text that is mostly "abbreviations" has lost its letters.
    return (junk + (acronyms if acronyms > _MOST_ACRONYMS * total else 0)) / total


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Return for each function word the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in rows("languages.tsv"):
        for word in set(words.split()):
            found[word] = (*found.get(word, ()), language)
    return found


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> tuple[bool, bool]:
    """Say of a word whether it has letters, and whether all of it is in Latin ones."""
    return any(c.isalpha() for c in word), _LATIN.fullmatch(word) is not None


def _is_dutch_piece(words: list[str]) -> bool:
    """Say whether some 50 words are Dutch rather than another language, or no language at all."""
    letters, latin = map(sum, zip(*map(_letters, words), strict=True))
    languages = _languages()
    scores = Counter(chain.from_iterable(languages.get(word, ()) for word in words))
    if letters and latin < letters / 2:
        return False
    # Tables, and lists of names, have few function words of any language.
    return scores["nl"] >= max(scores.values(), default=0)


def _is_acronym(word: str) -> bool:
    """Say whether a word can only be read as an abbreviation in capitals (COA)."""
    return word.isupper() and len(word) <= 6 and word.isalpha() and not is_known(word.lower())


def _is_junk(word: str) -> bool:
    """Say whether one word, stripped of punctuation at its ends, is debris."""
    if _NUMBER.fullmatch(word) or "@" in word or "www." in word or "://" in word:
        return False
    lower = word.lower().replace("’", "'")
    if not _LATIN.fullmatch(lower):
        return not all(piece.isalnum() for piece in re.split(r"[/&+.'’-]", word) if piece)
    if is_known(lower) or "-" in word or f"{lower}." in abbreviations():
        return False
    if word[0].isupper() and word[1:].islower() and _pronounceable(lower):
        return False
    return not head_start(lower)


def _pronounceable(word: str) -> bool:
    """Say whether a word has a vowel, and no five consonants but in a row that Dutch knows."""
    return bool(re.search(r"[aeiouyà-ÿ]", word)) and not re.search(r"[^aeiouyà-ÿ'’-]{6}", word)
