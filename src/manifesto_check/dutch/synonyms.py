"""Other words for the same thing in texts on policy: a thesaurus, ``dutch/data/synonyms.tsv``."""

from __future__ import annotations

from functools import cache

from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.dutch.resources import rows


def synonyms_of(words: str) -> tuple[str, ...]:
    """Return what says the same as a word or phrase, or a kind of it.

    Args:
        words: one word or a phrase of several, each in any form.

    Returns:
        Words and phrases in dictionary form, each once, in the order of the file; nothing where
        the thesaurus does not know it.
    """
    return _thesaurus().get(_key(words), ())


@cache
def _thesaurus() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return all groups by each of their words: a word may stand in several."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for same, *narrower in rows("synonyms.tsv"):
        group = _listed(same)
        others = [*group, *_listed(*narrower)]
        for one in group:
            found.setdefault(_key(one), {}).update(dict.fromkeys(others))
    return {key: tuple(others) for key, others in found.items()}


def _listed(cell: str = "") -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]


def _key(words: str) -> tuple[str, ...]:
    return tuple(lemma_of(word) for word in words.split())
