"""Judge every measure of a list on one programme: candidates, signals, verdict, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from manifesto_check.matching.concepts import ConceptHits
from manifesto_check.matching.corpus import NONE, Corpus
from manifesto_check.matching.evidence import make_evidence
from manifesto_check.matching.signals import PASSAGE_SIGNALS, SignalMaker, Signals
from manifesto_check.matching.verdict import (
    MEASURE_SIGNALS,
    QUESTIONS,
    VERDICTS,
    Doubles,
    VerdictModel,
    best_rows,
    measure_signals,
)
from manifesto_check.model import Evidence, ExplainedPassage, Judgement, Verdict

MAX_EVIDENCE = 4
"""Quotes that a verdict shows at most."""
LEAST_SHARE = 0.3
"""Quotes after the first score at least this share of the first one's score."""


@dataclass(frozen=True)
class Judging:
    """Everything that was found out about one programme, for verdicts and their explanation."""

    corpus: Corpus
    maker: SignalMaker
    model: VerdictModel
    signals: Signals
    hits: ConceptHits
    scores: Doubles
    together: Doubles
    chances: Doubles

    def judgements(self) -> list[Judgement]:
        """Return the judgement of every measure, in the order of the list."""
        return [self.judgement(number) for number in range(len(self.maker.measures))]

    def judgement(self, measure: int) -> Judgement:
        """Judge one measure by its number in the list."""
        rows = best_rows(self.signals, self.scores, measure).tolist()
        chances = self.chances[measure]
        verdict = self.model.decide(chances) if rows else Verdict.ABSENT
        return Judgement(
            measure=self.maker.measures[measure].id,
            verdict=verdict,
            confidence=float(chances[VERDICTS.index(verdict)]),
            p_found=float(chances[0] + chances[1]),
            evidence=tuple(self._evidence(row) for row in self._chosen(rows, verdict)),
        )

    def explained(self, measure: int, limit: int) -> tuple[ExplainedPassage, ...]:
        """Return the best passages of a measure with every signal, best first."""
        rows = best_rows(self.signals, self.scores, measure).tolist()
        chosen = self._chosen(rows, self.judgement(measure).verdict)
        return tuple(self._explain(row, row in chosen) for row in rows[:limit])

    def explained_signals(self, measure: int) -> tuple[tuple[str, float, float], ...]:
        """Return each signal of a measure, its value and what it adds to the odds of found."""
        values = self.together[measure]
        added = self.model.measure.contributions(values[None])[0, QUESTIONS.index("found")]
        return tuple(zip(MEASURE_SIGNALS, values.tolist(), added.tolist(), strict=True))

    def _chosen(self, rows: Sequence[int], verdict: Verdict) -> list[int]:
        """Choose the rows that are quoted: the best and those not far behind, no text twice."""
        if verdict is Verdict.ABSENT:
            return []
        if verdict is Verdict.OPPOSED:
            against = self.signals.values[:, PASSAGE_SIGNALS.index("against")]
            rows = sorted(rows, key=lambda row: -against[row])
        chosen: list[int] = []
        texts: set[str] = set()
        for row in rows:
            text = self.corpus.texts[self.signals.passage[row]]
            is_close = not chosen or self.scores[row] >= LEAST_SHARE * self.scores[chosen[0]]
            if is_close and text not in texts and len(chosen) < MAX_EVIDENCE:
                chosen.append(row)
                texts.add(text)
        return chosen

    def _evidence(self, row: int) -> Evidence:
        measure, passage = int(self.signals.measure[row]), int(self.signals.passage[row])
        met = self.maker.tokens(measure, passage, self.hits, self.corpus)
        return make_evidence(self.corpus, passage, float(self.scores[row]), met)

    def _explain(self, row: int, chosen: bool) -> ExplainedPassage:
        measure, passage = int(self.signals.measure[row]), int(self.signals.passage[row])
        values = self.signals.values[row].tolist()
        return ExplainedPassage(
            evidence=self._evidence(row),
            chosen=chosen,
            signals=tuple(zip(PASSAGE_SIGNALS, values, strict=True)),
            concepts=tuple(
                (concept.name, *self._met(column, passage))
                for concept, column in self.maker.columns(measure)
            ),
            stance=tuple(sorted(stance.value for stance in self.signals.stances[row])),
        )

    def _met(self, column: int, passage: int) -> tuple[str, str]:
        """Return where a concept is met in or around a passage, and in which words."""
        corpus = self.corpus
        around = [
            ("sentence", [passage]),
            ("intro", [int(corpus.intro[passage])]),
            ("heading", list(corpus.headings[passage])),
            ("neighbour", [int(corpus.previous[passage]), int(corpus.next[passage])]),
        ]
        for where, passages in around:
            for other in passages:
                if other != NONE and self.hits.presence[other, column]:
                    return where, ", ".join(self._words(column, other))
        return "-", ""

    def _words(self, column: int, passage: int) -> list[str]:
        place = self.corpus.passages[passage]
        tokens = self.hits.tokens[column]
        begin, end = np.searchsorted(tokens, (place.first, place.last))
        doc = self.corpus.docs[place.block]
        return [doc[int(t) - place.first + place.start].text for t in tokens[begin:end]]


def judge(corpus: Corpus, maker: SignalMaker, model: VerdictModel) -> Judging:
    """Match a programme's passages with the list and weigh the signals."""
    signals, hits = maker.signals(corpus)
    scores = model.passage_scores(signals)
    together = measure_signals(signals, scores, len(maker.measures))
    return Judging(
        corpus, maker, model, signals, hits, scores, together, model.verdict_chances(together)
    )
