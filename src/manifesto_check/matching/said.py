"""What a list says, and a programme nearly word for word.

A party can take over a recommendation as it stands, and a list can give as an example what
programmes say: of the measure, of a part of it, beside it or against it. Such a passage is what
the list calls it, whatever the signals make of it. Two
sentences are as alike as the content words that they share are of all that they have (Jaccard
1901, "Distribution de la flore alpine"), each weighed by how rare it is in programmes in general.
They must turn down as much: "verhoog de belasting" does not say "verlaag de belasting".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.dutch.separable import joined_lemmas
from manifesto_check.dutch.stance import REJECTIONS, Stance, sentence_stances
from manifesto_check.matching.background import Background
from manifesto_check.model import Verdict
from manifesto_check.recommendations.lint_words import STOP_WORDS
from manifesto_check.recommendations.model import Measure

if TYPE_CHECKING:
    from spacy.tokens import Span

    from manifesto_check.matching.corpus import Corpus

NEARLY = 0.65
"""Least likeness. Of 840 sentences against or beside 140 measures none comes so near one of the
560 sentences for them, of which 34 come so near another (``benchmarks/own_lists.jsonl``)."""
TELLING = 12.0
"""Least weight of the words that the two share: by chance they stand together in one sentence of
160,000. "Meer begeleiding op straat" is said of many things."""
_MIN_LETTERS = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TURNING = frozenset(
    {"geen", "niet", "nooit", "niemand", "niets", "niks", "nergens", "noch", "zonder", "nee"}
    | {"minder", "tegen", "evenmin"}
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence by what tells it from others.

    Attributes:
        words: its content words, as lemmas.
        weight: how much these weigh together.
        fixed: its numbers and the words that deny something, which must be the same.
    """

    text: str
    words: frozenset[str]
    weight: float
    fixed: frozenset[str]


class Sayings:
    """The sentences of a list; those of a measure are taken apart when first compared with."""

    def __init__(self, measures: Sequence[Measure], background: Background) -> None:
        """Keep the sentences of ``measures``; ``background`` tells how rare their words are."""
        self._measures = measures
        self._weight = cache(lambda word: -math.log(float(background.frequency([word])[0])))
        self._passage = lru_cache(maxsize=1 << 10)(self._taken_apart)
        self._known = cache(self._sentences)

    def said_by(
        self, corpus: Corpus, measure: NDArray[np.int32], passage: NDArray[np.int32]
    ) -> NDArray[np.object_]:
        """Return (pairs,): the verdict that follows from what each passage says, or None.

        Args:
            corpus: the programme.
            measure: (pairs,), the numbers of the measures.
            passage: (pairs,), of the passages.
        """
        said = np.full(len(measure), None, dtype=object)
        for row, (m, p) in enumerate(zip(measure.tolist(), passage.tolist(), strict=True)):
            if found := self.sentence(m, corpus.span(p)):
                said[row] = found[0]
        return said

    def sentence(self, measure: int, span: Span) -> tuple[Verdict, str] | None:
        """Return the sentence of a measure that a passage says nearly word for word, if any.

        Args:
            measure: its number in the list.
            span: the passage.

        Returns:
            The likest sentence, behind the verdict on a measure of which a passage says it.
        """
        mine = self._passage(span.text)
        sentences, vocabulary = self._known(measure)
        if self._weigh(mine.words & vocabulary) < max(TELLING, NEARLY * mine.weight):
            return None
        best, found = 0.0, None
        for verdict, other in sentences:
            both = self._weigh(mine.words & other.words)
            likeness = both / (mine.weight + other.weight - both) if both >= TELLING else 0.0
            if likeness < NEARLY or (found and likeness <= best) or mine.fixed != other.fixed:
                continue
            if _manner(span) == _manner_of(other.text):
                best, found = likeness, (verdict, other.text)
        return found

    def _sentences(self, measure: int) -> tuple[list[tuple[Verdict, _Sentence]], frozenset[str]]:
        """Return the sentences of a measure, and all their words."""
        sentences = sentences_of(self._measures[measure])
        apart = [(verdict, self._taken_apart(text)) for verdict, text in sentences]
        return apart, frozenset().union(*(sentence.words for _, sentence in apart))

    def _weigh(self, words: Iterable[str]) -> float:
        return math.fsum(map(self._weight, words))

    def _taken_apart(self, text: str) -> _Sentence:
        words = frozenset(_content_words(text))
        lowers = {word[0].lower() for word in _WORD.finditer(text)}
        fixed = (lowers & _TURNING) | set(_NUMBER.findall(text))
        return _Sentence(text, words, self._weigh(words), frozenset(fixed))


def sentences_of(measure: Measure) -> Iterator[tuple[Verdict, str]]:
    """Yield all sentences of a measure, each behind the verdict that follows where it is said."""
    yield Verdict.COVERED, measure.text
    for verdict, sentences in (
        (Verdict.COVERED, measure.examples),
        (Verdict.PARTIAL, measure.partial_examples),
        (Verdict.ABSENT, measure.absent_examples),
        (Verdict.OPPOSED, measure.opposed_by),
    ):
        for sentence in sentences:
            yield verdict, sentence


def _content_words(text: str) -> Iterable[str]:
    """Return the lemmas of the words that say something; verbs with their particles."""
    lowers = [word[0].lower() for word in _WORD.finditer(text)]
    verbs, particles = {}, set()
    for verb, lemma, particle in joined_lemmas(lowers):
        verbs[verb] = lemma
        particles.add(particle)
    nothing = _words_that_say_nothing()
    for at, word in enumerate(lowers):
        lemma = verbs.get(at) or lemma_of(word)
        if at not in particles and len(word) >= _MIN_LETTERS and not {word, lemma} & nothing:
            yield lemma


@cache
def _words_that_say_nothing() -> frozenset[str]:
    from spacy.lang.nl.stop_words import STOP_WORDS as FUNCTION_WORDS

    return frozenset(FUNCTION_WORDS | STOP_WORDS)


@lru_cache(maxsize=1 << 10)
def _manner_of(text: str) -> frozenset[Stance]:
    return _manner(dutch_pipeline()(text)[:])


def _manner(span: Span) -> frozenset[Stance]:
    """Return what must be the same of two sentences: both turn down, look into, or boast."""
    stances = sentence_stances(span)
    turns_down = {Stance.REJECTS} if stances & REJECTIONS else set()
    return frozenset(turns_down | (stances & {Stance.EXPLORES, Stance.BOASTS}))
