"""The clauses of a Dutch sentence: the words that show how it is built, and what burdens are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from manifesto_check.dutch.resources import table

_WORDS = 1 << 14
"""So many words are remembered; a programme has some thousands, most of them every programme's."""


@cache
def clause_words(kind: str) -> frozenset[str]:
    """Return the words of one kind in ``clauses.tsv``."""
    return table("clauses.tsv", kind)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a doc: its tokens' range, and the doc's words (lower case) and lemmas."""

    start: int
    end: int
    words: Sequence[str]
    lemmas: Sequence[str]

    def word(self, at: int) -> str:
        """Return the word at an index, or a full stop outside the sentence."""
        return self.words[at] if self.start <= at < self.end else "."

    def is_beginning(self, at: int) -> bool:
        """Say whether only numbering and signs stand before a token."""
        before = self.words[self.start : at]
        return at - self.start <= 3 and all(not word.isalpha() for word in before)

    def is_list_item(self, at: int) -> bool:
        """Say whether an infinitive is all that there is of a verb: "Kantoren ombouwen tot X"."""
        following = self.word(at + 1)
        if following[:1].isalnum() and following not in clause_words("complement"):
            return False
        words = [*self.words[self.start : at], *self.words[at + 1 : self.end]]
        lemmas = [*self.lemmas[self.start : at], *self.lemmas[at + 1 : self.end]]
        return clause_words("clausal").isdisjoint(words) and clause_words("auxiliaries").isdisjoint(
            lemmas
        )

    def is_perfect(self) -> bool:
        """Say whether it tells what has been done ("zijn gebouwd"), not what will be."""
        words, lemmas = self.words[self.start : self.end], self.lemmas[self.start : self.end]
        past, intention = clause_words("passive_past"), clause_words("intention")
        if past.isdisjoint(words):
            return not clause_words("perfect").isdisjoint(lemmas) and intention.isdisjoint(lemmas)
        pairs = zip(words, lemmas, strict=True)
        return intention.isdisjoint(lemma for word, lemma in pairs if word not in past)


def is_burden_word(lemma: str) -> bool:
    """Say whether a word (lemma, lower case) names what nobody wants more of: "wachtlijst"."""
    return _ends_as("burdens", lemma)


def is_fight_word(lemma: str) -> bool:
    """Say whether a word names doing something against what it is of: "armoedebestrijding"."""
    return _ends_as("fights", lemma)


def is_group_apart(lemma: str) -> bool:
    """Say whether a word names people to whom much is refused that others keep: "asielzoeker"."""
    return _ends_as("groups_apart", lemma)


def is_loss(lemma: str) -> bool:
    """Say whether a word names that a thing goes or is sold ("verkoop")."""
    return _ends_as("losses", lemma)


def is_undoing(lemma: str) -> bool:
    """Say whether a word names that a thing is cut or done away with ("afschaffing")."""
    return _ends_as("undoing", lemma)


def is_carrier(lemma: str) -> bool:
    """Say whether a noun only says how the thing behind it is there ("bouw", "recht", "geld")."""
    return lemma in clause_words("carriers") or _ends_as("carrier_ends", lemma)


@lru_cache(_WORDS)
def _ends_as(kind: str, lemma: str) -> bool:
    """Say whether a word ends in one of ``clauses.tsv``, as compounds of it do."""
    return lemma.endswith(_endings(kind))


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(clause_words(kind))
