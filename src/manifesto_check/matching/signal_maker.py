"""Chooses the candidate passages of every measure in a programme and computes their signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.stance import scopes_in
from manifesto_check.matching.atoms import lookalikes_of
from manifesto_check.matching.attitude import attitude, stance_signals
from manifesto_check.matching.background import shipped_background
from manifesto_check.matching.concepts import ConceptHits, ConceptMatcher
from manifesto_check.matching.context import (
    Floats,
    concept_table,
    fewest,
    in_context,
    lacking,
    met_by,
    rarity,
    share,
)
from manifesto_check.matching.corpus import NONE, Corpus
from manifesto_check.matching.derive import filled_in
from manifesto_check.matching.encoder import Encoder
from manifesto_check.matching.figures import compare_figure
from manifesto_check.matching.leading import RIVALS, lead
from manifesto_check.matching.meaning import MEANING_SIGNALS, SHORT, MeaningMatcher
from manifesto_check.matching.preparedness import Preparation, preparation_of
from manifesto_check.matching.proposals import wishes_around
from manifesto_check.matching.ragged import distinct
from manifesto_check.matching.refusals import refusals, refused_among
from manifesto_check.matching.said import Sayings
from manifesto_check.matching.signals import FIGURE, MEANING, Signals
from manifesto_check.matching.statements import denied_statements
from manifesto_check.matching.subject import names_it, telling_concepts
from manifesto_check.matching.wanted import sets_a_limit, with_wants
from manifesto_check.matching.wording import Wording, WordingMatcher
from manifesto_check.matching.wordwise import WordwiseMatcher
from manifesto_check.model import BlockKind
from manifesto_check.recommendations.model import Concept, Measure, NotMeant, Wants

CANDIDATES = 6
"""Passages that are looked at for each measure, at most."""
ALWAYS = 2
"""So many are looked at even where not all required concepts are met in or around them."""
BY_WORDING = 6
"""Passages that are looked at besides, because their words are those of the measure's sentences."""
BY_OPPOSITE = 3
"""Passages that are looked at besides, because they name what is contrary to the measure."""

Look = Callable[[Signals], NDArray[np.float64]]
"""A first look: tells :attr:`Signals.at_first` from the signals without those of meaning."""


@dataclass(frozen=True)
class _Grid:
    """What the concepts say, each array (measures, passages)."""

    own: Floats
    own_least: Floats
    context: Floats
    context_least: Floats
    optional: Floats
    missing: Floats

    @property
    def ranking(self) -> Floats:
        """By what the candidates are chosen: concepts together, in the passage before around it."""
        weighed = self.context + 0.5 * self.own + 0.5 * self.context_least + 0.25 * self.optional
        return np.asarray(weighed, dtype=np.float32)


class SignalMaker:
    """Computes the signals for one list; compiled once, used for many programmes."""

    def __init__(
        self,
        measures: Sequence[Measure],
        encoder: Encoder,
        not_meant: Sequence[NotMeant] = (),
    ) -> None:
        """Compile the concepts of ``measures`` and encode their sentences.

        Args:
            measures: of the list.
            encoder: for likeness in meaning.
            not_meant: words of programmes that the list's words do not mean.
        """
        lookalikes = lookalikes_of(not_meant)
        prepared = [filled_in(measure) for measure in measures]
        self.table = concept_table(prepared)
        self.matcher = ConceptMatcher(self.table.concepts, lookalikes)
        self.measures = with_wants(prepared, self.table, self.matcher)
        self._columns = [
            [(concept, self.table.column(concept)) for concept in measure.concepts]
            for measure in self.measures
        ]
        self._is_bare = [
            not (raw.examples and raw.concepts)
            and any(concept.wants is Wants.REFUSED for concept in measure.concepts)
            for raw, measure in zip(measures, self.measures, strict=True)
        ]
        self._limiting = np.array([sets_a_limit(measure) for measure in self.measures], dtype=bool)
        background = shipped_background()
        self._telling = [
            [self.table.column(c) for c in telling_concepts(measure.concepts, background)]
            if preparation_of(raw) is Preparation.TEXT_ONLY
            else []
            for raw, measure in zip(measures, self.measures, strict=True)
        ]
        self._wording = WordingMatcher(self.measures, background, lookalikes)
        self._meaning = MeaningMatcher(self.measures, encoder, background)
        self._wordwise = WordwiseMatcher(self.measures)
        self.sayings = Sayings(self.measures, background)

    def signals(self, corpus: Corpus, look: Look | None = None) -> tuple[Signals, ConceptHits]:
        """Choose the candidates of every measure in a programme and compute their signals.

        Args:
            corpus: the programme.
            look: leaves some of the candidates at a first look; without it all are
                looked at closely.
        """
        signals, hits = self._at_first(corpus)
        if look is not None:
            signals = replace(signals, at_first=look(signals))
        close, values = signals.is_close, signals.values.copy()
        pairs = signals.measure[close], signals.passage[close]
        meaning = self._meaning.signals(corpus, *pairs)
        values[np.ix_(close, MEANING)] = meaning
        said = signals.said.copy()
        said[close] = self.sayings.said_by(corpus, *pairs)
        return replace(signals, values=values, said=said), hits

    def _at_first(self, corpus: Corpus) -> tuple[Signals, ConceptHits]:
        """Return all candidates with their signals; those of meaning, which cost most, are NaN."""
        hits = self.matcher.match(corpus)
        weights = rarity(hits.presence)
        grid = self._grid(hits, corpus, weights)
        wording = self._wording.match(corpus)
        measure, passage = self._candidates(grid, wording, hits, corpus)
        attitudes = [
            attitude(
                corpus.span(p),
                self._wanted(m, p, hits, corpus),
                self._of(self.table.opposite, m, p, hits, corpus),
                self._of(self.table.needed, m, p, hits, corpus),
                is_bare=self._is_bare[m],
            )
            for m, p in zip(measure.tolist(), passage.tolist(), strict=True)
        ]
        values = np.column_stack(
            [
                *self._concept_signals(grid, weights, hits, measure, passage),
                *_wording_signals(wording, measure, passage),
                np.full((len(measure), len(MEANING_SIGNALS)), np.nan),
                self._wordwise.signals(corpus, measure, passage),
                stance_signals(attitudes),
                *self._form_signals(corpus, measure, passage, grid.own_least[measure, passage]),
            ]
        ).astype(np.float32)
        refuses, undoes = (
            np.array([getattr(a, name) for a in attitudes], dtype=bool)
            for name in ("refuses", "undoes")
        )
        # "50 km/u" does not go part of the way to "hooguit 30"; "20%" does to "minstens 30%".
        undoes |= (values[:, FIGURE] < 0) & self._limiting[measure]
        nothing_left = np.full(len(measure), np.nan)
        held = [a.held for a in attitudes]
        named = names_it(measure, passage, self._telling, hits.presence)
        unsaid = np.full(len(measure), None, dtype=object)
        signals = Signals(
            measure, passage, values, held, refuses, undoes, nothing_left, named, unsaid
        )
        return signals, hits

    def columns(self, measure: int) -> list[tuple[Concept, int]]:
        """Return the concepts of a measure with their columns in the hits."""
        return self._columns[measure]

    def tokens(self, measure: int, passage: int, hits: ConceptHits, corpus: Corpus) -> list[int]:
        """Return the tokens of a passage's Doc that meet the measure's concepts."""
        found = {t for _, tokens in self._wanted(measure, passage, hits, corpus) for t in tokens}
        found.update(self._of(self.table.opposite, measure, passage, hits, corpus))
        needed = self._of(self.table.needed, measure, passage, hits, corpus)
        if needed:
            found.update(refused_among(needed, scopes_in(corpus.span(passage))))
        return sorted(found)

    def _wanted(
        self, measure: int, passage: int, hits: ConceptHits, corpus: Corpus
    ) -> list[tuple[Wants, list[int]]]:
        """Return what the measure wants of each concept that a passage meets, and the tokens."""
        return [
            (
                concept.wants or self.measures[measure].wants or Wants.MORE,
                hits.here(column, passage, corpus),
            )
            for concept, column in self.columns(measure)
            if hits.presence[passage, column]
        ]

    def _of(
        self,
        concepts: NDArray[np.intp],
        measure: int,
        passage: int,
        hits: ConceptHits,
        corpus: Corpus,
    ) -> list[int]:
        """Return the tokens of a passage that meet a concept of which each measure has one."""
        column = int(concepts[measure])
        if column == NONE or not hits.presence[passage, column]:
            return []
        return hits.here(column, passage, corpus)

    def _grid(self, hits: ConceptHits, corpus: Corpus, weights: Floats) -> _Grid:
        own = hits.presence.astype(np.float32)
        context = in_context(hits.presence, corpus)
        required, optional = self.table.required, self.table.optional
        return _Grid(
            own=share(own, required, weights),
            own_least=fewest(own, required),
            context=share(context, required, weights),
            context_least=fewest(context, required),
            optional=share(context, optional, weights),
            missing=lacking(context, required),
        )

    def _candidates(
        self, grid: _Grid, wording: Wording, hits: ConceptHits, corpus: Corpus
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Choose for each measure the passages that its concepts and its wording fit best."""
        is_heading = np.array([k is BlockKind.HEADING for k in corpus.kinds], dtype=bool)
        can_be = ~(is_heading & (corpus.word_counts < SHORT)) & ~denied_statements(corpus)
        by_concepts = np.where(can_be & (grid.own > 0), grid.ranking, 0.0)
        best = _best(by_concepts, CANDIDATES)
        rank = np.cumsum(best >= 0, axis=1)
        is_whole = np.take_along_axis(grid.context_least, best.clip(0), axis=1) > 0
        best = np.where(is_whole | (rank <= ALWAYS), best, NONE)
        by_wording = (wording.score + wording.in_section) / 2
        also = _best(np.where(can_be, by_wording, 0.0), BY_WORDING)
        may_oppose = met_by(self.table.opposite, hits.presence)
        may_oppose |= refusals(self.table.needed, hits, corpus)
        contrary = _best(np.where(can_be & may_oppose, 1 + grid.own, 0.0), BY_OPPOSITE)
        both = np.concatenate([best, also, contrary], axis=1)
        rows = np.repeat(np.arange(len(both)), both.shape[1])
        width = corpus.word_counts.size
        chosen = both.reshape(-1)
        pairs = distinct((rows * width + chosen)[chosen != NONE])
        return (pairs // width).astype(np.int32), (pairs % width).astype(np.int32)

    def _concept_signals(
        self,
        grid: _Grid,
        weights: Floats,
        hits: ConceptHits,
        measure: NDArray[np.int32],
        passage: NDArray[np.int32],
    ) -> list[Floats]:
        has_optional: NDArray[np.bool_] = self.table.optional.sum(axis=1) > 0
        met = hits.presence[passage] * self.table.required[measure] * weights
        return [
            grid.own[measure, passage],
            grid.own_least[measure, passage],
            grid.context[measure, passage],
            grid.context_least[measure, passage],
            np.where(has_optional[measure], grid.optional[measure, passage], np.nan),
            grid.missing[measure, passage],
            met.max(axis=1, initial=0.0),
            lead(grid.ranking, measure, passage),
        ]

    def _form_signals(
        self,
        corpus: Corpus,
        measure: NDArray[np.int32],
        passage: NDArray[np.int32],
        own_least: Floats,
    ) -> list[Floats]:
        figures = np.zeros(len(measure), dtype=np.float32)
        for row, (m, p) in enumerate(zip(measure.tolist(), passage.tolist(), strict=True)):
            outcomes = [compare_figure(corpus.texts[p], f) for f in self.measures[m].figures]
            figures[row] = (
                max(outcomes) if any(o > 0 for o in outcomes) else min(outcomes, default=0)
            )
        # "21 jaar" fits many a measure; it says something where the measure's subject is there too.
        figures[(figures > 0) & ~(own_least > 0)] = 0.0
        kinds = [corpus.kinds[p] for p in passage.tolist()]
        return [
            figures,
            np.array([k is BlockKind.BULLET for k in kinds], dtype=np.float32),
            np.array([k is BlockKind.HEADING for k in kinds], dtype=np.float32),
            np.log1p(corpus.word_counts[passage]).astype(np.float32),
            wishes_around(corpus)[passage],
        ]


def _best(scores: Floats, n: int) -> NDArray[np.intp]:
    """Return (measures, n): the passages with the highest scores above 0, else NONE."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, :n]
    return np.where(np.take_along_axis(scores, best, axis=1) > 0, best, NONE)


def _wording_signals(
    wording: Wording, measure: NDArray[np.int32], passage: NDArray[np.int32]
) -> list[Floats]:
    mine = wording.score[measure, passage]
    better = np.log1p((wording.score[:, passage] > mine).sum(axis=0)).astype(np.float32)
    return [
        mine,
        wording.in_section[measure, passage],
        wording.share[measure, passage],
        lead(wording.score, measure, passage),
        better if len(wording.score) > RIVALS else np.full_like(better, np.nan),
    ]
