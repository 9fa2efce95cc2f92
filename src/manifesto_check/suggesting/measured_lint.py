"""Advice on a list that is measured: on how programmes in general write, and on given ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.matching.atoms import lookalikes_of
from manifesto_check.matching.background import Background
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.matching.context import concept_table
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.derive import content_lemmas, filled_in
from manifesto_check.matching.wanted import unclear
from manifesto_check.recommendations.lint import Finding, Severity, of_concept
from manifesto_check.recommendations.lint_phrases import Advice
from manifesto_check.recommendations.model import (
    Concept,
    Measure,
    NotMeant,
    RecommendationList,
)
from manifesto_check.recommendations.problems import quoted
from manifesto_check.telling import Message

COMMON_TERM = 0.04
"""A word in a larger share of all sentences of programmes tells hardly anything."""
COMMON_CONCEPT = 0.2
"""A required concept that is met in a larger share of the sentences is met nearly everywhere."""
COMMON_MEASURE = 0.05
"""A measure all of whose concepts come together in a larger share of the sentences says nothing."""
SAME = 0.9
"""Two measures that share so much of the sentences that fit them cannot be told apart."""
FEWEST = 5
"""Sentences that a measure must fit before that is said."""


def lint_words(recommendations: RecommendationList, background: Background) -> tuple[Finding, ...]:
    """Return advice that rests on how often words stand in programmes in general.

    Args:
        recommendations: a list that loads.
        background: the counts that ship.
    """
    findings: list[Finding] = []
    seen: set[tuple[str, tuple[str, ...]]] = set()
    alike: dict[frozenset[str], str] = {}
    for measure in recommendations.measures:
        words = content_lemmas(measure.text)
        if not measure.concepts and not words:
            findings.append(Finding(measure.id, "no-terms", Message(Advice.NO_TERMS)))
        if not measure.concepts and words:
            first = alike.setdefault(frozenset(words), measure.id)
            if first != measure.id and first not in (*measure.related, *measure.conflicts):
                message = Message.of(Advice.SAME_WORDS, other=first)
                findings.append(Finding(measure.id, "same-words", message))
        for concept in measure.concepts:
            key = (concept.name, concept.terms)
            if not concept.optional and key not in seen:
                seen.add(key)
                findings += _common_terms(measure.id, concept, background)
    return tuple(findings)


def lint_wants(recommendations: RecommendationList) -> tuple[Finding, ...]:
    """Return advice on measures whose text denies something, but does not tell what."""
    return tuple(
        Finding(measure.id, "wants-unclear", Message(Advice.WANTS_UNCLEAR), Severity.HINT)
        for measure in unclear(recommendations)
    )


def _common_terms(measure: str, concept: Concept, background: Background) -> Iterator[Finding]:
    for term in concept.terms:
        share = float(background.frequency([lemma_of(term)])[0]) if " " not in term else 0.0
        if share >= COMMON_TERM:
            often = math.floor(1 / share)
            said = Message.of(Advice.COMMON_TERM, term=quoted(term), often=often)
            # Beside words that tell more it does less harm than alone.
            severity = Severity.WARNING if len(concept.terms) == 1 else Severity.HINT
            yield Finding(measure, "common-term", of_concept(concept, said), severity)


@dataclass
class ProgrammeLint:
    """Counts over programmes in how many sentences the concepts of a list come together."""

    measures: Sequence[Measure]
    not_meant: Sequence[NotMeant] = ()
    _sentences: int = 0
    _concepts: Counter[int] = field(default_factory=Counter)
    _fits: Counter[int] = field(default_factory=Counter)
    _both: Counter[tuple[int, int]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Compile the concepts, those of bare texts derived from them."""
        derived = [filled_in(measure) for measure in self.measures]
        self._table = concept_table(derived)
        self._matcher = ConceptMatcher(self._table.concepts, lookalikes_of(self.not_meant))

    def add(self, corpora: Iterable[Corpus]) -> None:
        """Count programmes."""
        for corpus in corpora:
            presence = self._matcher.match(corpus).presence
            self._sentences += len(presence)
            self._concepts.update(_numbered(presence.sum(axis=0)))
            required = self._table.required
            met = presence.astype(np.float32) @ required.T
            whole = (met >= required.sum(axis=1)) & (required.sum(axis=1) > 0)
            self._fits.update(_numbered(whole.sum(axis=0)))
            together = whole.T.astype(np.int64) @ whole
            for one, other in np.argwhere(np.triu(together, 1)).tolist():
                self._both[one, other] += int(together[one, other])

    def findings(self) -> tuple[Finding, ...]:
        """Return advice on what was counted."""
        if not self._sentences:
            return ()
        return (*self._common(), *self._same())

    def _common(self) -> Iterator[Finding]:
        told: set[int] = set()
        for row, measure in enumerate(self.measures):
            for column in np.flatnonzero(self._table.required[row]).tolist():
                share = self._concepts[column] / self._sentences
                if share >= COMMON_CONCEPT and column not in told:
                    told.add(column)
                    name = quoted(self._table.concepts[column].name)
                    message = Message.of(Advice.COMMON_CONCEPT, name=name, share=f"{share:.0%}")
                    yield Finding(measure.id, "matches-everything", message)
            share = self._fits[row] / self._sentences
            if share >= COMMON_MEASURE:
                message = Message.of(Advice.COMMON_MEASURE, share=f"{share:.0%}")
                yield Finding(measure.id, "matches-everything", message)

    def _same(self) -> Iterator[Finding]:
        for one, other in combinations(range(len(self.measures)), 2):
            both = self._both[one, other]
            either = self._fits[one] + self._fits[other] - both
            mine, yours = self.measures[one], self.measures[other]
            known = yours.id in (*mine.related, *mine.conflicts)
            if either >= FEWEST and both >= SAME * either and not known:
                message = Message.of(Advice.SAME_PASSAGES, both=both, other=mine.id)
                yield Finding(yours.id, "same-passages", message)


def _numbered(counts: NDArray[np.int64]) -> dict[int, int]:
    return {number: int(count) for number, count in enumerate(counts.tolist()) if count}
