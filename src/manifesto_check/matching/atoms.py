"""What the terms of a list are made of, and which words of programmes match it.

An atom is one word of a term, or a part that is looked for inside words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from manifesto_check.dutch.compounds import compound_parts, surface_parts
from manifesto_check.dutch.lemmas import same_words
from manifesto_check.dutch.lexicon import is_known
from manifesto_check.dutch.lookalikes import Lookalikes
from manifesto_check.recommendations.model import NotMeant

TYPO_MIN_LETTERS = 8
TYPO_MIN_RATIO = 92.0
MOST_KEPT = 1 << 17
"""Word types whose atoms are kept for the programmes to come, which share most of their words."""

WordType = tuple[str, str]
"""The lower-cased form of a word, and its lemma."""


class Atoms:
    """The atoms of one list."""

    def __init__(self, lookalikes: Lookalikes) -> None:
        """Begin without any.

        Args:
            lookalikes: tell which words only seem to hold a word of a term.
        """
        self._lookalikes = lookalikes
        self._numbers: dict[str, int] = {}
        self._words: dict[str, set[int]] = defaultdict(set)
        self._parts: dict[str, int] = {}
        self._long_words: dict[str, list[str]] = {}
        self._kept: dict[WordType, tuple[int, ...]] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    def of_word(self, word: str) -> int:
        """Return the number of a term's word (lower case), which is new where it must be."""
        atom = self._numbers.setdefault(word, len(self._numbers))
        for form in same_words(word):
            self._words[form].add(atom)
        return atom

    def of_part(self, part: str) -> int:
        """Return the number of a part (lower case), which is new where it must be."""
        atom = self._numbers.setdefault(f"*{part}*", len(self._numbers))
        self._parts[part] = atom
        return atom

    def met_by(self, vocabulary: Sequence[WordType]) -> list[tuple[int, ...]]:
        """Return for each word type the atoms that it matches, once all have their numbers."""
        kept = self._kept
        if len(kept) > MOST_KEPT:
            kept.clear()
        unseen = [pair for pair in vocabulary if pair not in kept]
        inside: dict[str, set[int]] = {form: set() for form, _ in unseen}
        for part, form in _containing(self._parts, inside):
            if self._lookalikes.holds(part, form):
                inside[form].add(self._parts[part])
        for pair in unseen:
            kept[pair] = tuple(self._as_term(pair) | inside[pair[0]])
        return [kept[pair] for pair in vocabulary]

    def _as_term(self, pair: WordType) -> set[int]:
        """Return the atoms of terms that a word type matches."""
        atoms: set[int] = set()
        for form in set(pair):
            atoms |= self._words.get(form, set())
            spans = self._lookalikes.spans(form)
            for start, head in _heads(form):
                if not any(begin <= start < end for begin, end in spans):
                    atoms |= self._words.get(head, set())
        form = pair[0]
        if not atoms and len(form) >= TYPO_MIN_LETTERS and not self._is_right(form):
            atoms |= self._mistyped(form)
        return atoms

    def _is_right(self, form: str) -> bool:
        """Say whether a word is written as it is meant."""
        return is_known(form) or bool(self._lookalikes.spans(form))

    def _mistyped(self, form: str) -> set[int]:
        """Return the atoms of the term that an unknown word is probably meant to be."""
        from rapidfuzz import fuzz, process

        if not self._long_words:
            for word in sorted(self._words):
                if len(word) >= TYPO_MIN_LETTERS:
                    self._long_words.setdefault(word[0], []).append(word)
        # Typing errors seldom touch the first letter, and looking no further is 20 times faster.
        alike = self._long_words.get(form[0], [])
        best = process.extractOne(form, alike, scorer=fuzz.ratio, score_cutoff=TYPO_MIN_RATIO)
        return self._words[best[0]] if best else set()


def lookalikes_of(not_meant: Iterable[NotMeant]) -> Lookalikes:
    """Return those of Dutch and of a list."""
    return Lookalikes((item.word, item.inside) for item in not_meant)


def _heads(word: str) -> Iterable[tuple[int, str]]:
    """Yield what a compound ends in, with the letter at which it begins.

    That is ``nachtopvang`` and ``opvang`` for ``winternachtopvang``.
    """
    parts = surface_parts(word)
    if len(parts) == 1:
        return
    yield len(word) - len(parts[-1]), compound_parts(word)[-1]
    start = len(word)
    for part in reversed(parts[1:]):
        start = word.rfind(part, 0, start)
        if start <= 0:
            return
        yield start, word[start:]


def _containing(parts: Iterable[str], forms: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield each (part, form) where the letters of the part stand inside the form."""
    # One long string makes the search run in C: find the part, then the line it stands on.
    text = "\n" + "\n".join(forms) + "\n"
    for part in parts:
        at = text.find(part)
        while at >= 0:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            yield part, text[start:end]
            at = text.find(part, end)
