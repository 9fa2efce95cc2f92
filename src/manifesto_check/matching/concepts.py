"""Where the concepts of a list are met in a programme: on lemmas, compounds and word parts.

A concept is met where one of its terms or parts is. A one-word term matches a
word with that lemma or form, and a compound that ends in it; a part matches
anywhere inside a word; several words match where all of them stand close
together. Unknown words are compared with the terms by rapidfuzz, so that a
typing error does not hide a concept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.lookalikes import Lookalikes
from manifesto_check.matching.atoms import Atoms
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.ragged import Numbers, distinct, members
from manifesto_check.recommendations.model import Concept

SLACK = 2
"""A term of n words is met where all of them stand within n + SLACK tokens of its rarest."""


@dataclass(frozen=True)
class ConceptHits:
    """Where each concept is met.

    Attributes:
        tokens: per concept the numbers of the tokens that meet it, ascending.
        presence: (passages, concepts), whether the passage itself meets the concept.
    """

    tokens: Sequence[NDArray[np.int32]]
    presence: NDArray[np.bool_]

    def here(self, concept: int, passage: int, corpus: Corpus) -> list[int]:
        """Return the tokens of the passage's Doc that meet a concept, ascending."""
        place, tokens = corpus.passages[passage], self.tokens[concept]
        begin, end = np.searchsorted(tokens, (place.first, place.last))
        here: list[int] = (tokens[begin:end] - place.first + place.start).tolist()
        return here


class ConceptMatcher:
    """All concepts of a list, compiled once for many programmes."""

    def __init__(self, concepts: Sequence[Concept], lookalikes: Lookalikes | None = None) -> None:
        """Compile ``concepts``; their order numbers them.

        Args:
            concepts: of the list.
            lookalikes: words that only seem to hold one of theirs; those of Dutch alone
                unless given.
        """
        self.concepts = concepts
        self._atoms = Atoms(lookalikes or Lookalikes())
        phrases: dict[tuple[int, ...], set[int]] = {}  # atoms -> concepts
        for number, concept in enumerate(concepts):
            for term in concept.terms:
                phrase = tuple(self._atoms.of_word(word) for word in term.lower().split())
                phrases.setdefault(phrase, set()).add(number)
            for part in concept.parts:
                phrases.setdefault((self._atoms.of_part(part.lower()),), set()).add(number)
        single = {phrase[0]: found for phrase, found in phrases.items() if len(phrase) == 1}
        alone = [sorted(single.get(atom, ())) for atom in range(len(self._atoms))]
        self._alone_lengths = _lengths(alone)
        self._alone = _flat(alone)
        several = {phrase: found for phrase, found in phrases.items() if len(phrase) > 1}
        self._several = [(phrase, sorted(found)) for phrase, found in several.items()]
        self._several_lengths = _lengths(list(several))
        self._several_atoms = _flat(list(several))

    def match(self, corpus: Corpus) -> ConceptHits:
        """Find every concept in a programme."""
        atom, token = self._occurrences(corpus)
        place, where = members(self._alone_lengths, atom)
        concepts, tokens = [self._alone[where]], [token[place]]
        for numbers, together in self._together(atom, token, corpus.passage_of):
            for number in numbers:
                concepts.append(np.full(len(together), number))
                tokens.append(together)
        concept, token = _pairs(np.concatenate(concepts), np.concatenate(tokens))
        bounds = np.searchsorted(concept, np.arange(1, len(self.concepts)))
        presence = np.zeros((len(corpus.passages), len(self.concepts)), dtype=bool)
        presence[corpus.passage_of[token], concept] = True
        hits = np.split(token.astype(np.int32), bounds) if self.concepts else []
        return ConceptHits(hits, presence)

    def _occurrences(self, corpus: Corpus) -> tuple[Numbers, Numbers]:
        """Return which atom is met by which token, by atom and then by token, ascending."""
        atoms = self._atoms.met_by(corpus.vocabulary)
        token, where = members(_lengths(atoms), corpus.types)
        atom = _flat(atoms)[where]
        order = np.argsort(atom, kind="stable")
        return atom[order], token[order]

    def _together(
        self, atom: Numbers, token: Numbers, passage_of: NDArray[np.int32]
    ) -> Iterator[tuple[list[int], Numbers]]:
        """Yield for each phrase of several atoms that is met its concepts, and the tokens."""
        if not self._several:
            return
        bounds = np.searchsorted(atom, np.arange(len(self._atoms) + 1))
        present = bounds[1:] > bounds[:-1]
        starts = np.cumsum(self._several_lengths) - self._several_lengths
        whole = np.logical_and.reduceat(present[self._several_atoms], starts)
        tokens: dict[int, Numbers] = {}
        passages: dict[int, int] = {}
        for at in np.flatnonzero(whole).tolist():
            phrase, numbers = self._several[at]
            for a in phrase:
                if a not in tokens:
                    tokens[a] = token[bounds[a] : bounds[a + 1]]
                    passages[a] = _bits(passage_of[tokens[a]])
            if _share_a_passage(phrase, passages):
                yield numbers, _close_together([tokens[a] for a in phrase], passage_of)


def _lengths(groups: Sequence[Sequence[int]]) -> Numbers:
    return np.fromiter(map(len, groups), dtype=np.int64, count=len(groups))


def _flat(groups: Iterable[Iterable[int]]) -> Numbers:
    return np.fromiter(chain.from_iterable(groups), dtype=np.int64)


def _pairs(concept: Numbers, token: Numbers) -> tuple[Numbers, Numbers]:
    """Return each pair once, by concept and then by token, ascending."""
    width = int(token.max(initial=0)) + 1
    keys = distinct(concept * width + token)
    return keys // width, keys % width


def _bits(passages: NDArray[np.int32]) -> int:
    """Return passages (ascending, at least one) as the bits of a number."""
    met = np.zeros(int(passages[-1]) + 1, dtype=bool)
    met[passages] = True
    return int.from_bytes(np.packbits(met, bitorder="little").tobytes(), "little")


def _share_a_passage(phrase: Sequence[int], passages: Mapping[int, int]) -> bool:
    """Say whether all atoms of a phrase are met in one passage: seldom, and quickly told."""
    shared = passages[phrase[0]]
    for atom in phrase[1:]:
        shared &= passages[atom]
    return shared != 0


def _close_together(positions: Sequence[Numbers], passage_of: NDArray[np.int32]) -> Numbers:
    """Return the tokens of all words where they stand close together in one passage, any order."""
    reach = len(positions) + SLACK
    rarest = min(positions, key=len)
    near = [_nearest(p, rarest, passage_of) for p in positions]
    together = np.ones(len(rarest), dtype=bool)
    for tokens in near:
        together &= (np.abs(tokens - rarest) <= reach) & (passage_of[tokens] == passage_of[rarest])
    return np.unique(np.concatenate([tokens[together] for tokens in near]))


def _nearest(tokens: Numbers, to: Numbers, passage_of: NDArray[np.int32]) -> Numbers:
    """Return for each token of ``to`` the nearest of ``tokens``, in its own passage if any is.

    Both are ascending and not empty.
    """
    right = np.minimum(np.searchsorted(tokens, to), len(tokens) - 1)
    left = np.maximum(right - 1, 0)
    before, after = tokens[left], tokens[right]
    too_far = len(passage_of)
    to_before = np.abs(before - to) + too_far * (passage_of[before] != passage_of[to])
    to_after = np.abs(after - to) + too_far * (passage_of[after] != passage_of[to])
    return np.asarray(np.where(to_before <= to_after, before, after))
