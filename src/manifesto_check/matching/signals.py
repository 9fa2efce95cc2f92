"""The signals of each candidate passage for each measure: numbers, not yet a verdict.

No signal names the measure, its theme, the party or how often others adopt it:
a programme is judged by its own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.stance import Stance, stance_at
from manifesto_check.matching.concepts import ConceptHits, ConceptMatcher
from manifesto_check.matching.context import (
    Floats,
    concept_table,
    fewest,
    in_context,
    rarity,
    share,
)
from manifesto_check.matching.corpus import NONE, Corpus
from manifesto_check.matching.derive import with_concepts
from manifesto_check.matching.encoder import Encoder, Vectors, encode_once
from manifesto_check.matching.figures import compare_figure
from manifesto_check.model import BlockKind
from manifesto_check.recommendations.model import Concept, Measure, Wants

CANDIDATES = 8
"""Passages that are looked at for each measure, at most."""
ALWAYS = 3
"""So many are looked at even where not all required concepts are met in or around them."""
SHORT = 10
"""A passage of fewer words is compared in meaning with its introduction or heading before it."""
NEAREST = 3
"""Examples over which the mean likeness is taken."""

CONCEPT_SIGNALS = ("own", "own_least", "context", "context_least", "optional", "rarity", "lead")
MEANING_SIGNALS = (
    "text_likeness",
    "example_likeness",
    "examples_likeness",
    "opposite_likeness",
    "opposite_lead",
)
STANCE_SIGNALS = (*(stance.value for stance in Stance), "against")
FORM_SIGNALS = ("figure", "bullet", "heading", "length")
PASSAGE_SIGNALS = (*CONCEPT_SIGNALS, *MEANING_SIGNALS, *STANCE_SIGNALS, *FORM_SIGNALS)


@dataclass(frozen=True)
class Signals:
    """All candidates of a programme.

    Attributes:
        measure, passage: (pairs,), numbers of the measure in the list and the
            passage in the corpus; ordered by measure, then passage.
        values: (pairs, len(PASSAGE_SIGNALS)).
        stances: (pairs,), what holds of the words that meet the measure's concepts.
    """

    measure: NDArray[np.int32]
    passage: NDArray[np.int32]
    values: Floats
    stances: Sequence[frozenset[Stance]]

    def of(self, measure: int) -> NDArray[np.intp]:
        """Return the rows of one measure."""
        return np.flatnonzero(self.measure == measure)


@dataclass(frozen=True)
class _Grid:
    """What the concepts say, each array (measures, passages)."""

    own: Floats
    own_least: Floats
    context: Floats
    context_least: Floats
    optional: Floats

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
    ) -> None:
        """Compile the concepts of ``measures`` and encode their sentences."""
        self.measures = [with_concepts(measure) for measure in measures]
        self.table = concept_table(self.measures)
        self.matcher = ConceptMatcher(self.table.concepts)
        self._encoder = encoder
        self._queries = _encode_queries(self.measures, encoder)

    def signals(self, corpus: Corpus) -> tuple[Signals, ConceptHits]:
        """Choose the candidates of every measure in a programme and compute their signals."""
        hits = self.matcher.match(corpus)
        weights = rarity(hits.presence)
        grid = self._grid(hits, corpus, weights)
        measure, passage = self._candidates(grid, corpus)
        stances = [
            stance_at(
                corpus.docs[corpus.passages[p].block],
                self.tokens(m, p, hits, corpus),
                corpus.span(p),
            )
            for m, p in zip(measure.tolist(), passage.tolist(), strict=True)
        ]
        values = np.column_stack(
            [
                *self._concept_signals(grid, weights, hits, measure, passage),
                *self._meaning_signals(corpus, measure, passage),
                *self._stance_signals(measure, stances),
                *self._form_signals(corpus, measure, passage),
            ]
        ).astype(np.float32)
        return Signals(measure, passage, values, stances), hits

    def columns(self, measure: int) -> list[tuple[Concept, int]]:
        """Return the concepts of a measure with their columns in the hits."""
        return [(c, self.table.column(c)) for c in self.measures[measure].concepts]

    def tokens(self, measure: int, passage: int, hits: ConceptHits, corpus: Corpus) -> list[int]:
        """Return the tokens of a passage's Doc that meet the measure's concepts."""
        place = corpus.passages[passage]
        columns = np.flatnonzero(self.table.required[measure] + self.table.optional[measure])
        found: set[int] = set()
        for column in columns.tolist():
            tokens = hits.tokens[column]
            begin, end = np.searchsorted(tokens, (place.first, place.last))
            found.update((tokens[begin:end] - place.first + place.start).tolist())
        return sorted(found)

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
        )

    def _candidates(
        self, grid: _Grid, corpus: Corpus
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Choose for each measure the passages in which its concepts come together best."""
        ranking = np.where(grid.own > 0, grid.ranking, 0.0)
        is_heading = np.array([k is BlockKind.HEADING for k in corpus.kinds], dtype=bool)
        ranking = np.where(is_heading & (corpus.word_counts < SHORT), 0.0, ranking)
        best = np.argsort(-ranking, axis=1, kind="stable")[:, :CANDIDATES]
        rows = np.repeat(np.arange(len(ranking)), best.shape[1])
        columns = best.reshape(-1)
        rank = np.tile(np.arange(best.shape[1]), len(ranking))
        is_whole = grid.context_least[rows, columns] > 0
        kept = (ranking[rows, columns] > 0) & (is_whole | (rank < ALWAYS))
        rows, columns = rows[kept], columns[kept]
        order = np.lexsort((columns, rows))
        return rows[order].astype(np.int32), columns[order].astype(np.int32)

    def _concept_signals(
        self,
        grid: _Grid,
        weights: Floats,
        hits: ConceptHits,
        measure: NDArray[np.int32],
        passage: NDArray[np.int32],
    ) -> list[Floats]:
        met = hits.presence[passage] * self.table.required[measure] * weights
        # How far the passage fits this measure better than the others of the list.
        best = np.partition(grid.ranking, -2, axis=0)[-2:] if len(self.measures) > 1 else None
        mine = grid.ranking[measure, passage]
        other = np.zeros_like(mine)
        if best is not None:
            other = np.where(mine >= best[1, passage], best[0, passage], best[1, passage])
        return [
            grid.own[measure, passage],
            grid.own_least[measure, passage],
            grid.context[measure, passage],
            grid.context_least[measure, passage],
            grid.optional[measure, passage],
            met.max(axis=1, initial=0.0),
            mine - other,
        ]

    def _meaning_signals(
        self, corpus: Corpus, measure: NDArray[np.int32], passage: NDArray[np.int32]
    ) -> list[Floats]:
        chosen, where = np.unique(passage, return_inverse=True)
        vectors = self._encoder.encode([_for_meaning(corpus, p) for p in chosen.tolist()])
        columns = np.zeros((5, len(measure)), dtype=np.float32)
        for number, queries in enumerate(self._queries):
            rows = np.flatnonzero(measure == number)
            if not len(rows):
                continue
            mine = vectors[where[rows]]
            text = (mine @ queries.text.T).max(axis=1)
            examples = np.sort(mine @ queries.examples.T, axis=1)[:, ::-1]
            opposed = (mine @ queries.opposed.T).max(axis=1, initial=0.0)
            example = examples[:, 0] if examples.shape[1] else text
            several = examples[:, :NEAREST].mean(axis=1) if examples.shape[1] else text
            columns[:, rows] = (text, example, several, opposed, opposed - example)
        return list(columns)

    def _stance_signals(
        self, measure: NDArray[np.int32], stances: Sequence[frozenset[Stance]]
    ) -> list[Floats]:
        columns = [np.array([s in held for held in stances], dtype=np.float32) for s in Stance]
        against = [
            float(is_against(held, self.measures[m].wants))
            for m, held in zip(measure.tolist(), stances, strict=True)
        ]
        return [*columns, np.array(against, dtype=np.float32)]

    def _form_signals(
        self, corpus: Corpus, measure: NDArray[np.int32], passage: NDArray[np.int32]
    ) -> list[Floats]:
        figures = np.zeros(len(measure), dtype=np.float32)
        for row, (m, p) in enumerate(zip(measure.tolist(), passage.tolist(), strict=True)):
            outcomes = [compare_figure(corpus.texts[p], f) for f in self.measures[m].figures]
            figures[row] = (
                max(outcomes) if any(o > 0 for o in outcomes) else min(outcomes, default=0)
            )
        kinds = [corpus.kinds[p] for p in passage.tolist()]
        return [
            figures,
            np.array([k is BlockKind.BULLET for k in kinds], dtype=np.float32),
            np.array([k is BlockKind.HEADING for k in kinds], dtype=np.float32),
            np.log1p(corpus.word_counts[passage]).astype(np.float32),
        ]


def is_against(held: frozenset[Stance], wants: Wants) -> bool:
    """Tell whether the stances on a measure's concepts go against what the measure wants."""
    less = Stance.WANTS_LESS in held or Stance.REJECTS in held
    return less if wants is Wants.MORE else not less and Stance.WANTS in held


def _for_meaning(corpus: Corpus, passage: int) -> str:
    """Return the passage's text, a short one after the sentence or heading that leads it in."""
    text = corpus.texts[passage]
    if corpus.word_counts[passage] >= SHORT:
        return text
    intro = int(corpus.intro[passage])
    headings = corpus.headings[passage]
    lead = intro if intro != NONE else headings[0] if headings else NONE
    return text if lead == NONE else f"{corpus.texts[lead]} {text}"


def _encode_queries(measures: Sequence[Measure], encoder: Encoder) -> list[_Queries]:
    """Encode the text, examples and opposites of all measures in one batch."""
    sentences = [s for m in measures for s in (m.text, *m.examples, *m.opposed_by)]
    vectors = encode_once(encoder, sentences)
    queries, at = [], 0
    for measure in measures:
        bounds = np.cumsum([at, 1, len(measure.examples), len(measure.opposed_by)])
        parts = [vectors[a:b] for a, b in pairwise(bounds)]
        queries.append(_Queries(*parts))
        at = int(bounds[-1])
    return queries


@dataclass(frozen=True)
class _Queries:
    """Vectors of a measure's own sentences: (1, d), (examples, d), (opposites, d)."""

    text: Vectors
    examples: Vectors
    opposed: Vectors
