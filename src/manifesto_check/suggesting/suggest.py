"""What is proposed for each measure of a list; what becomes of it is up to the writer.

How it was chosen, and what it is worth, is in ``docs/own-list.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from manifesto_check.matching.background import Background
from manifesto_check.matching.derive import content_lemmas
from manifesto_check.matching.encoder import Encoder
from manifesto_check.matching.subject import COMMON, frequency, telling
from manifesto_check.recommendations.model import Concept, Measure, RecommendationList, Theme
from manifesto_check.suggesting.words import MIN_PART, RARE, kin, stem

if TYPE_CHECKING:
    from manifesto_check.suggesting.meanings import WordMeanings

LEAST_KINSHIP = 0.3
"""How like a word its kin must be, on average, for letters that they share to be a part."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A concept for a measure, or more words for one that it has.

    Attributes:
        measure: the id of the measure.
        name: of the concept.
        terms: words of the text or the theme.
        synonyms: words that programmes use like them, each with the sentences it stands in.
        parts: letters that related words share.
        optional: whether a passage can do without it.
        is_new: whether the measure has no such concept yet.
        from_theme: whether the words come from the theme's title.
    """

    measure: str
    name: str
    terms: tuple[str, ...]
    synonyms: tuple[tuple[str, int], ...] = ()
    parts: tuple[str, ...] = ()
    optional: bool = False
    is_new: bool = True
    from_theme: bool = field(default=False)


class Suggester:
    """Proposes concepts for the measures of one list."""

    def __init__(
        self,
        encoder: Encoder,
        background: Background,
        meanings: WordMeanings | None = None,
    ) -> None:
        """Take what is known of words.

        Args:
            encoder: for words that look alike.
            background: how often words stand in programmes in general.
            meanings: how the user's programmes use words; without it there are no synonyms.
        """
        self._encoder = encoder
        self._background = background
        self._meanings = meanings
        self._counts = Counter(background.counts)
        if meanings is not None:
            self._counts.update(dict(zip(meanings.words, meanings.counts.tolist(), strict=True)))
        self._parts: dict[str, str | None] = {}

    def proposals(self, recommendations: RecommendationList) -> Iterator[Proposal]:
        """Yield all proposals, in the order of the measures."""
        for _, theme, _, measure in recommendations.entries():
            if measure.concepts:
                yield from self._more_words(measure)
            else:
                yield from self._concepts(measure, theme)

    def _concepts(self, measure: Measure, theme: Theme) -> Iterator[Proposal]:
        words = content_lemmas(measure.text)
        needed = telling(words, self._background)
        for word in sorted(words, key=lambda word: word not in needed):
            yield Proposal(
                measure.id,
                word,
                (word,),
                self._synonyms([word], words) if word in needed else (),
                self._parts_of([word]),
                optional=word not in needed,
            )
        above = [
            word
            for word in content_lemmas(theme.title)
            if word not in words and frequency(self._background, word) < RARE
        ]
        if above and words:
            name = " ".join(theme.title.split())[:100]
            parts = self._parts_of(above)
            yield Proposal(measure.id, name, tuple(above), (), parts, from_theme=True)

    def _more_words(self, measure: Measure) -> Iterator[Proposal]:
        """Propose words for the concepts that a measure has."""
        for concept in measure.concepts:
            words = [term for term in concept.terms if " " not in term]
            synonyms = self._synonyms(words, concept.terms)
            parts = tuple(part for part in self._parts_of(words) if not _has_part(concept, part))
            if synonyms or parts:
                yield Proposal(
                    measure.id, concept.name, (), synonyms, parts, concept.optional, is_new=False
                )

    def _synonyms(self, words: Iterable[str], known: Iterable[str]) -> tuple[tuple[str, int], ...]:
        if self._meanings is None:
            return ()
        have = {word.casefold() for word in known}
        found: dict[str, int] = {}
        for word in words:
            for other, count in self._meanings.synonyms(word.lower()):
                if other not in have and frequency(self._background, other) < COMMON:
                    found.setdefault(other, count)
        return tuple(found.items())

    def _parts_of(self, words: Iterable[str]) -> tuple[str, ...]:
        parts = [part for word in words if (part := self._part(word)) is not None]
        shortest = [p for p in parts if not any(q != p and q in p for q in parts)]
        return tuple(dict.fromkeys(shortest))

    def _part(self, word: str) -> str | None:
        """Return letters that a word shares with related words, and with hardly any others."""
        word = word.lower()
        if word not in self._parts:
            self._parts[word] = self._find_part(word)
        return self._parts[word]

    def _find_part(self, word: str) -> str | None:
        part = stem(word)
        if len(part) < MIN_PART or frequency(self._background, word) >= RARE:
            return None
        others = kin(part, self._counts)
        if len(others) < 2:
            return part
        vectors = self._encoder.encode([word, *others])
        alike = vectors[1:] @ vectors[0]
        weights = [self._counts[other] for other in others]
        mean = sum(float(a) * w for a, w in zip(alike, weights, strict=True)) / sum(weights)
        return part if mean >= LEAST_KINSHIP else None


def _has_part(concept: Concept, part: str) -> bool:
    return any(known.lower() in part for known in concept.parts)
