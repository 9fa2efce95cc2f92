"""Where terms of several words are met: where all their words stand close together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.ragged import Numbers, members

SLACK = 2
"""A term of n words is met where all of them stand within n + SLACK tokens of its rarest."""
AT_ONCE = 2048
"""Terms that are looked for together: more would take much memory in a long programme."""

Phrase = tuple[int, ...]
"""The atoms of the words of a term."""


@dataclass(frozen=True)
class Occurrences:
    """Which atom is met by which token.

    Attributes:
        atom, token: (occurrences,), by atom and then by token, ascending.
        atoms: how many atoms there are.
        passage_of: (tokens,), the number of each token's passage.
    """

    atom: Numbers
    token: Numbers
    atoms: int
    passage_of: NDArray[np.int32]

    @cached_property
    def bounds(self) -> Numbers:
        """(atoms + 1,), where the occurrences of each begin; those of the last end at the last."""
        return np.searchsorted(self.atom, np.arange(self.atoms + 1))

    @cached_property
    def counts(self) -> Numbers:
        """(atoms,), how many tokens meet each."""
        return np.diff(self.bounds)

    @cached_property
    def _keys(self) -> Numbers:
        """(occurrences,), ascending: those of all atoms in one row, to search in at once."""
        return self.atom * len(self.passage_of) + self.token

    def nearest(self, atom: Numbers, to: Numbers) -> Numbers:
        """Return the nearest token that meets an atom, in the same passage if any is.

        Args:
            atom: (places,), atoms that are met somewhere.
            to: (places,), the token that each is to be near.
        """
        too_far = len(self.passage_of)
        at = np.searchsorted(self._keys, atom * too_far + to)
        right = np.minimum(at, self.bounds[atom + 1] - 1)
        left = np.maximum(right - 1, self.bounds[atom])
        before, after, here = self.token[left], self.token[right], self.passage_of[to]
        to_before = np.abs(before - to) + too_far * (self.passage_of[before] != here)
        to_after = np.abs(after - to) + too_far * (self.passage_of[after] != here)
        return np.where(to_before <= to_after, before, after)

    def close_together(self, phrases: Numbers) -> tuple[Numbers, Numbers]:
        """Find where all words of a phrase stand close together in one passage, in any order.

        Args:
            phrases: (phrases, words), atoms that are met somewhere.

        Returns:
            (places,) the row of the phrase; (places, words) the tokens.
        """
        counts = self.counts[phrases]
        rarest = np.take_along_axis(phrases, counts.argmin(axis=1)[:, None], axis=1)[:, 0]
        row, at = members(self.counts, rarest)
        to = self.token[at]
        words = phrases.shape[1]
        near = np.empty((len(to), words), dtype=np.int64)
        for word in range(words):
            near[:, word] = self.nearest(phrases[row, word], to)
        is_close = np.abs(near - to[:, None]) <= words + SLACK
        is_close &= self.passage_of[near] == self.passage_of[to][:, None]
        met = is_close.all(axis=1)
        return row[met], near[met]


class SeveralWords:
    """The terms of several words of a list, compiled once for many programmes."""

    def __init__(self, phrases: Mapping[Phrase, Sequence[int]]) -> None:
        """Compile phrases of two words or more, each with the numbers of its concepts."""
        by_size: defaultdict[int, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            by_size[len(phrase)].append(phrase)
        # Those of as many words, with how many concepts each is of, and which.
        self._groups = [
            (
                np.array(group, dtype=np.int64),
                np.array([len(phrases[phrase]) for phrase in group], dtype=np.int64),
                np.array(
                    [number for phrase in group for number in phrases[phrase]], dtype=np.int64
                ),
            )
            for group in by_size.values()
        ]

    def met(self, occurrences: Occurrences) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield concepts that are met, and for each a token of the words that meet it."""
        for phrases, lengths, concepts in self._groups:
            there = np.flatnonzero(occurrences.counts[phrases].min(axis=1) > 0)
            for start in range(0, len(there), AT_ONCE):
                part = there[start : start + AT_ONCE]
                row, tokens = occurrences.close_together(phrases[part])
                place, where = members(lengths, part[row])
                yield np.repeat(concepts[where], tokens.shape[1]), tokens[place].reshape(-1)
