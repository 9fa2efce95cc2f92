"""Where the concepts of a list are met in a programme: on lemmas, compounds and word parts.

A concept is met where one of its terms or parts is. A one-word term matches a
word with that lemma or form, and a compound that ends in it; a part matches
anywhere inside a word; several words match where all of them stand close
together. Unknown words are compared with the terms by rapidfuzz, so that a
typing error does not hide a concept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.compounds import compound_parts, surface_parts
from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.dutch.lexicon import is_known
from manifesto_check.matching.corpus import Corpus
from manifesto_check.recommendations.model import Concept

SLACK = 2
"""A term of n words is met where all of them stand within n + SLACK tokens of its rarest."""
TYPO_MIN_LETTERS = 8
TYPO_MIN_RATIO = 92.0


@dataclass(frozen=True)
class ConceptHits:
    """Where each concept is met.

    Attributes:
        tokens: per concept the numbers of the tokens that meet it, ascending.
        presence: (passages, concepts), whether the passage itself meets the concept.
    """

    tokens: Sequence[NDArray[np.int32]]
    presence: NDArray[np.bool_]


class ConceptMatcher:
    """All concepts of a list, compiled once for many programmes."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        """Compile ``concepts``; their order numbers them."""
        self.concepts = concepts
        self._words: dict[str, set[int]] = defaultdict(set)  # word of a term -> atoms
        self._parts: dict[str, set[int]] = defaultdict(set)  # letters -> atoms
        self._phrases: dict[tuple[int, ...], set[int]] = defaultdict(set)  # atoms -> concepts
        atoms: dict[str, int] = {}
        for number, concept in enumerate(concepts):
            for term in concept.terms:
                phrase = []
                for word in term.lower().split():
                    atom = atoms.setdefault(word, len(atoms))
                    self._words[word].add(atom)
                    self._words[lemma_of(word)].add(atom)
                    phrase.append(atom)
                self._phrases[tuple(phrase)].add(number)
            for part in concept.parts:
                atom = atoms.setdefault(f"*{part.lower()}*", len(atoms))
                self._parts[part.lower()].add(atom)
                self._phrases[atom,].add(number)
        self._atoms = len(atoms)
        self._long_words: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            if len(word) >= TYPO_MIN_LETTERS:
                self._long_words[word[0]].append(word)

    def match(self, corpus: Corpus) -> ConceptHits:
        """Find every concept in a programme."""
        occurrences = self._occurrences(corpus)
        passages = _passages(occurrences, corpus)
        found: list[list[NDArray[np.int32]]] = [[] for _ in self.concepts]
        for phrase, numbers in self._phrases.items():
            if len(phrase) == 1:
                tokens = occurrences[phrase[0]]
            elif not _share_a_passage(phrase, passages):
                continue
            else:
                tokens = _together([occurrences[atom] for atom in phrase], corpus.passage_of)
            if len(tokens):
                for number in numbers:
                    found[number].append(tokens)
        none = np.empty(0, dtype=np.int32)
        hits = [np.unique(np.concatenate(t)) if t else none for t in found]
        presence = np.zeros((len(corpus.passages), len(self.concepts)), dtype=bool)
        for number, tokens in enumerate(hits):
            presence[corpus.passage_of[tokens], number] = True
        return ConceptHits(hits, presence)

    def _occurrences(self, corpus: Corpus) -> list[NDArray[np.int32]]:
        """Return for each atom the tokens that match it, ascending."""
        types_of: list[list[int]] = [[] for _ in range(self._atoms)]
        forms = [lower for lower, _ in corpus.vocabulary]
        by_form: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(forms):
            by_form[form].append(number)
        for number, pair in enumerate(corpus.vocabulary):
            for atom in self._atoms_of(pair):
                types_of[atom].append(number)
        for part, form in _containing(self._parts, by_form):
            for atom in self._parts[part]:
                types_of[atom].extend(by_form[form])
        order = np.argsort(corpus.types, kind="stable").astype(np.int32)
        bounds = np.searchsorted(corpus.types[order], np.arange(len(forms) + 1))
        none = np.empty(0, dtype=np.int32)
        return [
            np.sort(np.concatenate([order[bounds[t] : bounds[t + 1]] for t in sorted(set(types))]))
            if types
            else none
            for types in types_of
        ]

    def _atoms_of(self, pair: tuple[str, str]) -> set[int]:
        """Return the atoms that a word type (its form and lemma) matches as a term."""
        atoms: set[int] = set()
        for form in set(pair):
            atoms |= self._words.get(form, set())
            for head in _heads(form):
                atoms |= self._words.get(head, set())
        form = pair[0]
        if not atoms and len(form) >= TYPO_MIN_LETTERS and not is_known(form):
            atoms |= self._mistyped(form)
        return atoms

    def _mistyped(self, form: str) -> set[int]:
        """Return the atoms of the term that an unknown word is probably meant to be."""
        from rapidfuzz import fuzz, process

        # Typing errors seldom touch the first letter, and looking no further is 20 times faster.
        alike = self._long_words[form[0]]
        best = process.extractOne(form, alike, scorer=fuzz.ratio, score_cutoff=TYPO_MIN_RATIO)
        return self._words[best[0]] if best else set()


def _heads(word: str) -> Iterable[str]:
    """Yield what a compound ends in: ``nachtopvang`` and ``opvang`` for ``winternachtopvang``."""
    parts = surface_parts(word)
    if len(parts) == 1:
        return
    yield compound_parts(word)[-1]
    start = len(word)
    for part in reversed(parts[1:]):
        start = word.rfind(part, 0, start)
        if start <= 0:
            return
        yield word[start:]


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


def _passages(occurrences: Sequence[NDArray[np.int32]], corpus: Corpus) -> list[int]:
    """Return for each atom the passages that it is met in, as the bits of a number."""
    found = []
    for tokens in occurrences:
        met = np.zeros(len(corpus.passages), dtype=bool)
        met[corpus.passage_of[tokens]] = True
        found.append(int.from_bytes(np.packbits(met).tobytes(), "big") if len(tokens) else 0)
    return found


def _share_a_passage(phrase: Sequence[int], passages: Sequence[int]) -> bool:
    """Say whether all atoms of a phrase are met in one passage: seldom, and quickly told."""
    shared = passages[phrase[0]]
    for atom in phrase[1:]:
        shared &= passages[atom]
    return shared != 0


def _together(
    positions: Sequence[NDArray[np.int32]], passage_of: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Return the tokens of all words where they stand close together in one passage, any order."""
    if any(not len(p) for p in positions):
        return np.empty(0, dtype=np.int32)
    reach = len(positions) + SLACK
    rarest = min(positions, key=len)
    near = [_nearest(p, rarest, passage_of) for p in positions]
    together = np.ones(len(rarest), dtype=bool)
    for tokens in near:
        together &= (np.abs(tokens - rarest) <= reach) & (passage_of[tokens] == passage_of[rarest])
    return np.unique(np.concatenate([tokens[together] for tokens in near])).astype(np.int32)


def _nearest(
    tokens: NDArray[np.int32], to: NDArray[np.int32], passage_of: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Return for each token of ``to`` the nearest of ``tokens``, in its own passage if any is.

    Both are ascending and not empty.
    """
    right = np.searchsorted(tokens, to).clip(0, len(tokens) - 1)
    left = (right - 1).clip(0)
    before, after = tokens[left], tokens[right]
    too_far = len(passage_of)
    to_before = np.abs(before - to) + too_far * (passage_of[before] != passage_of[to])
    to_after = np.abs(after - to) + too_far * (passage_of[after] != passage_of[to])
    return np.asarray(np.where(to_before <= to_after, before, after), dtype=np.int32)
