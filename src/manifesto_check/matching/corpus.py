"""A programme as passages: its sentences, the arrays of their words, and what stands around each.

A passage is one sentence of a block (several where they are too short to quote
alone). Headings are passages too, so that they can be matched as context.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from manifesto_check.model import Block, BlockKind, Programme

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

MIN_WORDS = 5
"""A quote has at least so many words where the passage allows; shorter sentences are joined."""

NONE = -1
"""Stands for "no passage" in arrays of passage numbers."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its place.

    Attributes:
        block: number of the block in the programme, and of its Doc.
        start, end: its tokens in the Doc.
        first, last: its tokens in the corpus' flat arrays (``last`` exclusive).
    """

    block: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True)
class Corpus:
    """All passages of a programme with flat arrays over its tokens.

    Attributes:
        types: for each token the number of its word type in ``vocabulary``.
        vocabulary: pairs of lower-cased form and lemma.
        passage_of: for each token the number of its passage.
        previous, next: for each passage its neighbour in the same section, or NONE.
        intro: for each bullet the sentence that introduces its list, or NONE.
        headings: for each passage the passages of the headings above it, innermost first.
    """

    programme: Programme
    docs: Sequence[Doc]
    passages: Sequence[Passage]
    types: NDArray[np.int32]
    vocabulary: Sequence[tuple[str, str]]
    passage_of: NDArray[np.int32]
    previous: NDArray[np.int32]
    next: NDArray[np.int32]
    intro: NDArray[np.int32]
    headings: Sequence[tuple[int, ...]]

    def block(self, passage: int) -> Block:
        """Return the block that a passage is part of."""
        return self.programme.blocks[self.passages[passage].block]

    def span(self, passage: int) -> Span:
        """Return the passage as a spaCy Span of its block's Doc."""
        p = self.passages[passage]
        return self.docs[p.block][p.start : p.end]

    @cached_property
    def texts(self) -> list[str]:
        """The literal text of every passage."""
        return [self._text(passage) for passage in self.passages]

    def _text(self, passage: Passage) -> str:
        """Return a passage's text; ``Span.text`` would put that of the whole Doc together first."""
        doc = self.docs[passage.block]
        last = doc[passage.end - 1]
        text = self.programme.blocks[passage.block].text
        return text[doc[passage.start].idx : last.idx + len(last)].strip()

    @cached_property
    def kinds(self) -> list[BlockKind]:
        """The kind of block of every passage."""
        return [self.programme.blocks[p.block].kind for p in self.passages]

    @cached_property
    def word_counts(self) -> NDArray[np.int32]:
        """The number of white-space separated words of every passage."""
        return np.array([len(text.split()) for text in self.texts], dtype=np.int32)


def build_corpus(programme: Programme, nlp: Language) -> Corpus:
    """Cut a programme into passages with the Dutch pipeline."""
    docs = list(nlp.pipe(block.text for block in programme.blocks))
    arrays = [_as_array(doc) for doc in docs]
    passages: list[Passage] = []
    offset = 0
    for number, array in enumerate(arrays):
        for start, end in _sentences(array[:, 2].tolist(), array[:, 3].tolist()):
            passages.append(Passage(number, start, end, offset + start, offset + end))
        offset += len(array)
    flat = np.concatenate(arrays) if arrays else np.empty((0, 4), dtype=np.uint64)
    vocabulary, types = _types(flat[:, 0], flat[:, 1])
    strings = nlp.vocab.strings
    lengths = [p.last - p.first for p in passages]
    previous, following, intro, headings = _surroundings(programme.blocks, passages)
    return Corpus(
        programme=programme,
        docs=docs,
        passages=passages,
        types=types,
        vocabulary=[(strings[lower], strings[lemma].lower()) for lower, lemma in vocabulary],
        passage_of=np.repeat(np.arange(len(passages), dtype=np.int32), lengths),
        previous=previous,
        next=following,
        intro=intro,
        headings=headings,
    )


def _types(
    lower: NDArray[np.uint64], lemma: NDArray[np.uint64]
) -> tuple[list[tuple[int, int]], NDArray[np.int32]]:
    """Return the distinct pairs, ascending, and for each token the number of its pair."""
    # Sorting numbers is far quicker than sorting rows of two.
    lowers, first = np.unique(lower, return_inverse=True)
    lemmas, second = np.unique(lemma, return_inverse=True)
    pairs, types = np.unique(first * max(len(lemmas), 1) + second, return_inverse=True)
    one, other = np.divmod(pairs, max(len(lemmas), 1))
    vocabulary = zip(lowers[one].tolist(), lemmas[other].tolist(), strict=True)
    return list(vocabulary), types.astype(np.int32)


def _as_array(doc: Doc) -> NDArray[np.uint64]:
    """Return (tokens, 4): lower-cased form, lemma, whether a sentence starts, whether a word."""
    array: NDArray[np.uint64] = doc.to_array(["LOWER", "LEMMA", "SENT_START", "IS_ALPHA"])  # type: ignore[assignment]
    return array


def _sentences(flags: Sequence[int], is_word: Sequence[int]) -> list[tuple[int, int]]:
    """Return token ranges of the sentences, those too short to quote joined to the one before."""
    if not flags:
        return []
    bounds = [0, *(i for i, flag in enumerate(flags) if flag == 1 and i), len(flags)]
    words = [0, *accumulate(is_word)]
    ranges: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        is_short = words[end] - words[start] < MIN_WORDS
        before_is_short = ranges and words[ranges[-1][1]] - words[ranges[-1][0]] < MIN_WORDS
        if ranges and (is_short or before_is_short):
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return ranges


def _surroundings(
    blocks: Sequence[Block], passages: Sequence[Passage]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], list[tuple[int, ...]]]:
    """Find for each passage its neighbours, the introduction of its list and its headings."""
    n = len(passages)
    previous, following, intro = (np.full(n, NONE, dtype=np.int32) for _ in range(3))
    headings: list[tuple[int, ...]] = []
    by_path: dict[tuple[str, ...], list[int]] = {}
    last_sentence = NONE
    for i, passage in enumerate(passages):
        block = blocks[passage.block]
        headings.append(_headings_above(block.section, by_path))
        if block.kind is BlockKind.HEADING:
            begins = not i or passages[i - 1].block != passage.block
            path = (*block.section, block.text)
            by_path[path] = [i] if begins else [*by_path[path], i]
            last_sentence = NONE
            continue
        if i and blocks[passages[i - 1].block].kind is not BlockKind.HEADING:
            previous[i], following[i - 1] = i - 1, i
        if block.kind is BlockKind.BULLET:
            intro[i] = last_sentence
        else:
            last_sentence = i
    return previous, following, intro, headings


def _headings_above(
    section: tuple[str, ...], by_path: Mapping[tuple[str, ...], Sequence[int]]
) -> tuple[int, ...]:
    """Return the passages of the headings above, innermost first."""
    paths = (section[:depth] for depth in range(len(section), 0, -1))
    return tuple(i for path in paths for i in by_path.get(path, ()))
