"""Where the concepts of a list are met in a programme: on lemmas, compounds and word parts.

A concept is met where one of its terms or parts is. A one-word term matches a
word with that lemma or form, and a compound that ends in it; a part matches
anywhere inside a word; several words match where all of them stand close
together. Unknown words are compared with the terms by rapidfuzz, so that a
typing error does not hide a concept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.lookalikes import Lookalikes
from manifesto_check.matching.atoms import Atoms
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.ragged import Numbers, distinct, members
from manifesto_check.matching.several_words import Occurrences, SeveralWords
from manifesto_check.recommendations.model import Concept


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
        # Quicker than searchsorted, which is made for many numbers.
        begin = bisect_left(tokens, place.first)
        end = bisect_left(tokens, place.last, begin)
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
            for term in concept.words:
                phrase = tuple(self._atoms.of_word(word) for word in term.lower().split())
                phrases.setdefault(phrase, set()).add(number)
            for part in concept.parts:
                phrases.setdefault((self._atoms.of_part(part.lower()),), set()).add(number)
        single = {phrase[0]: found for phrase, found in phrases.items() if len(phrase) == 1}
        alone = [sorted(single.get(atom, ())) for atom in range(len(self._atoms))]
        self._alone_lengths = _lengths(alone)
        self._alone = _flat(alone)
        self._several = SeveralWords(
            {phrase: sorted(found) for phrase, found in phrases.items() if len(phrase) > 1}
        )

    def match(self, corpus: Corpus) -> ConceptHits:
        """Find every concept in a programme."""
        atom, token = self._occurrences(corpus)
        place, where = members(self._alone_lengths, atom)
        concepts, tokens = [self._alone[where]], [token[place]]
        occurrences = Occurrences(atom, token, len(self._atoms), corpus.passage_of)
        for numbers, together in self._several.met(occurrences):
            concepts.append(numbers)
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


def _lengths(groups: Sequence[Sequence[int]]) -> Numbers:
    return np.fromiter(map(len, groups), dtype=np.int64, count=len(groups))


def _flat(groups: Iterable[Iterable[int]]) -> Numbers:
    return np.fromiter(chain.from_iterable(groups), dtype=np.int64)


def _pairs(concept: Numbers, token: Numbers) -> tuple[Numbers, Numbers]:
    """Return each pair once, by concept and then by token, ascending."""
    width = int(token.max(initial=0)) + 1
    keys = distinct(concept * width + token)
    return keys // width, keys % width
