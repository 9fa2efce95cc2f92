"""How far a passage uses the words that a measure's own sentences use.

For each measure and word: how much more likely the word is in the measure's
text, examples and terms than in programmes in general and in the list as a
whole. A passage's score is the sum of these log-likelihood ratios over its
words (multinomial naive Bayes with Dirichlet smoothing towards the background;
Zhai and Lafferty 2004, "A study of smoothing methods for language models"), so
that wordings which no single term foresaw still add up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.compounds import compound_parts
from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.dutch.lookalikes import Lookalikes
from manifesto_check.matching.background import Background
from manifesto_check.matching.compiled import Arrays, compiled, packed, unpacked_words
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.ragged import distinct, members
from manifesto_check.recommendations.model import Measure

Floats = NDArray[np.float32]
WordsOf = Callable[[str], tuple[str, ...]]
"""Tells the content words of one lower-cased word."""

MIN_LETTERS = 3
MIN_PART = 4
"""Letters that a compound part needs to count."""
SMOOTHING = 20.0
"""Sentences' worth of background that each measure's own sentences are mixed with."""
GENERAL = 0.8
"""The weight of programmes in general in the background; the list as a whole has the rest."""
TERM = 0.15
"""What a word counts for each time that it stands in a concept's terms: a long list of them tells
what may be meant, not how a programme says it."""
UNIT = 4.0
"""Scores are divided by it, which makes their spread about 1."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Wording:
    """What the profiles say of a programme.

    Attributes:
        score: (measures, passages), the profile's weights summed over the passage's words.
        in_section: the same with the words of the heading right above.
        share: (measures, passages), the share of the passage's words that are in the
            profile, each weighted by how rare it is in the programme.
    """

    score: Floats
    in_section: Floats
    share: Floats


class WordingMatcher:
    """The profiles of a list, compiled once for many programmes."""

    def __init__(
        self, measures: Sequence[Measure], background: Background, lookalikes: Lookalikes
    ) -> None:
        """Compare the words of ``measures`` with the background.

        Args:
            measures: of the list.
            background: how programmes in general write.
            lookalikes: tell which words only seem to hold another one.
        """
        self._words_of = partial(content_words, lookalikes=lookalikes)
        sources = _sources(measures, lookalikes)
        kept = compiled("wording", sources, lambda: _counted(measures, self._words_of))
        words = unpacked_words(kept["words"])
        self._numbers = {word: number for number, word in enumerate(words)}
        own = np.zeros((len(words), len(measures)))
        own[kept["word"], kept["measure"]] = kept["count"]
        sentences = np.array([1 + len(m.examples) for m in measures], dtype=np.float64)
        listed = own.sum(axis=1) / max(sentences.sum(), 1.0)
        prior = GENERAL * background.frequency(words) + (1 - GENERAL) * listed
        smoothed = (own + SMOOTHING * prior[:, None]) / (sentences + SMOOTHING)
        self._holds = own > 0
        self._weights = (np.log(smoothed / prior[:, None]) / UNIT).astype(np.float32)

    def match(self, corpus: Corpus) -> Wording:
        """Compare every passage of a programme with every profile."""
        passage, word, words = words_of_passages(corpus, self._words_of)
        profile = np.array([self._numbers.get(w, -1) for w in words], dtype=np.int64)[word]
        n = len(corpus.passages)
        frequency = np.bincount(word, minlength=len(words))
        rare = np.log((n + 1) / (frequency + 0.5))[word]
        total = np.bincount(passage, weights=rare, minlength=n)
        held = profile >= 0
        weights = self._weights[profile[held]]
        score = _sum_by(passage[held], weights, n)
        in_profile = self._holds[profile[held]]
        shared = _sum_by(passage[held], np.where(in_profile, rare[held, None], 0.0), n)
        heading = np.array([h[0] if h else n for h in corpus.headings], dtype=np.int64)
        above = np.vstack([score, np.zeros((1, score.shape[1]), dtype=np.float32)])[heading]
        return Wording(
            score=score.T,
            in_section=(score + above).T,
            share=(shared / np.maximum(total, 1e-6)[:, None]).T.astype(np.float32),
        )


@lru_cache(maxsize=1 << 15)
def content_words(form: str, lookalikes: Lookalikes) -> tuple[str, ...]:
    """Return a word's lemma and, for a compound, its parts; nothing for a stop word.

    Args:
        form: one lower-cased word.
        lookalikes: tell which parts only seem to be in it (no work in ``netwerk``); these are
            left out.
    """
    words = lettered_words(form)
    if len(words) < 2 or not lookalikes.spans(words[0]):
        return words
    lemma, *parts = words
    return (lemma, *(part for part in parts if lookalikes.holds(part, lemma)))


def lettered_words(form: str) -> tuple[str, ...]:
    """Return a word's lemma and all parts, as :func:`content_words` does, meant or not.

    How rare a part is, is counted over these: few of the words that only seem to hold it are known.
    """
    from spacy.lang.nl.stop_words import STOP_WORDS

    lemma = lemma_of(form)
    if len(lemma) < MIN_LETTERS or not lemma[0].isalpha() or {form, lemma} & STOP_WORDS:
        return ()
    parts = compound_parts(lemma)
    return (lemma, *(p for p in parts if len(p) >= MIN_PART)) if len(parts) > 1 else (lemma,)


def _sources(measures: Sequence[Measure], lookalikes: Lookalikes) -> Iterable[str]:
    """Yield all that the counts depend on."""
    for seeming, words in lookalikes.more:
        yield f"{seeming} {' '.join(words)}"
    for measure in measures:
        terms = [word for concept in measure.concepts for word in concept.words]
        yield f"{len(measure.examples)} {len(terms)}"
        yield from (measure.text, *measure.examples, *terms)


def _counted(measures: Sequence[Measure], words_of: WordsOf) -> Arrays:
    """Count the content words of a list: those that each measure has, and how often."""
    counts = [_counts(measure, words_of) for measure in measures]
    words = sorted({word for profile in counts for word in profile})
    numbers = {word: number for number, word in enumerate(words)}
    return {
        "words": packed(words),
        "measure": np.repeat(np.arange(len(counts)), [len(profile) for profile in counts]),
        "word": np.array([numbers[w] for profile in counts for w in profile], dtype=np.int64),
        "count": np.array([n for profile in counts for n in profile.values()], dtype=np.float64),
    }


def _counts(measure: Measure, words_of: WordsOf) -> dict[str, float]:
    """Return how often each content word stands in a measure's sentences and terms."""
    profile: Counter[str] = Counter()
    for sentence in (measure.text, *measure.examples):
        profile.update(set(_content_words_of(sentence, words_of)))
    counts: dict[str, float] = dict(profile)
    for concept in measure.concepts:
        for term in concept.words:
            for word in _content_words_of(term, words_of):
                counts[word] = counts.get(word, 0.0) + TERM
    return counts


def _content_words_of(text: str, words_of: WordsOf) -> Iterable[str]:
    return chain.from_iterable(map(words_of, _WORD.findall(text.lower())))


def words_of_passages(
    corpus: Corpus, words_of: WordsOf
) -> tuple[NDArray[np.int64], NDArray[np.int64], list[str]]:
    """Return which passage holds which content word, each pair once, by passage.

    Args:
        corpus: the programme.
        words_of: the content words of one lower-cased word.

    Returns:
        (pairs,) numbers of passages, ascending; (pairs,) numbers of words; the words.
    """
    numbers: dict[str, int] = {}
    types: list[int] = []
    words: list[int] = []
    for number, (form, _) in enumerate(corpus.vocabulary):
        for name in words_of(form):
            types.append(number)
            words.append(numbers.setdefault(name, len(numbers)))
    per_type = np.bincount(types, minlength=len(corpus.vocabulary))
    token, where = members(per_type, corpus.types)
    word = np.asarray(words, dtype=np.int64)[where]
    passage = corpus.passage_of.astype(np.int64)[token]
    pairs = distinct(passage * max(len(numbers), 1) + word)
    return pairs // max(len(numbers), 1), pairs % max(len(numbers), 1), list(numbers)


def _sum_by(passage: NDArray[np.int64], values: NDArray[np.floating], n: int) -> Floats:
    """Sum rows of (pairs, measures) by passage (ascending) into (n, measures)."""
    result = np.zeros((n, values.shape[1]), dtype=np.float32)
    if len(passage):
        there, starts = np.unique(passage, return_index=True)
        result[there] = np.add.reduceat(values, starts, axis=0)
    return result
