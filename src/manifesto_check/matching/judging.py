"""Judge every measure of a list on one programme: candidates, signals, verdict, evidence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from manifesto_check.matching.concepts import ConceptHits
from manifesto_check.matching.corpus import NONE, Corpus
from manifesto_check.matching.evidence import make_evidence
from manifesto_check.matching.logistic import Doubles
from manifesto_check.matching.preparedness import Preparation, preparation_of
from manifesto_check.matching.signal_maker import Look, SignalMaker
from manifesto_check.matching.signals import PASSAGE_SIGNALS, Signals
from manifesto_check.matching.verdict import (
    MEASURE_SIGNALS,
    OPPOSED_SIGNAL,
    OUTCOMES,
    VERDICTS,
    VerdictModel,
    best_rows,
    measure_signals,
    model_for,
)
from manifesto_check.model import Evidence, ExplainedPassage, Judgement, Verdict
from manifesto_check.recommendations.model import NEEDED, OPPOSITE, Measure

MAX_EVIDENCE = 4
"""Quotes that a verdict shows at most."""
DECIMALS = 4
"""Of the chances of a verdict, as reports and stores have them: rounded here, a verdict that is
read back from one of these is as sure as it was, to the last digit."""
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
            confidence=round(float(chances[VERDICTS.index(verdict)]), DECIMALS),
            p_found=round(float(chances[0] + chances[1]), DECIMALS),
            evidence=tuple(self._chosen(rows, verdict).values()),
        )

    def explained(self, measure: int, limit: int) -> tuple[ExplainedPassage, ...]:
        """Return the best passages of a measure with every signal, best first.

        Those that were left at a first look have no signals of meaning.
        """
        verdict = self.judgement(measure).verdict
        scores = self._scores_for(verdict)
        rows = sorted(self.signals.of(measure).tolist(), key=lambda row: -scores[row])
        chosen = self._chosen(rows, verdict)
        return tuple(self._explain(row, verdict, row in chosen) for row in rows[:limit])

    def explained_signals(self, measure: int) -> tuple[tuple[str, float, float], ...]:
        """Return name, value and addition of each signal that the verdict rests on.

        First the signals of the measure as a whole, with what they add to the
        log-odds of the question that they answer (found, or covered if found); then
        those of its best passage, with what they add to the log-odds that it is evidence:
        of an opposed measure evidence against it.
        """
        values = self.together[measure]
        # Each signal answers one question alone, if any, and adds nothing to the others.
        added = self.model.measure.contributions(values[None])[0].sum(axis=0)
        verdict = self.judgement(measure).verdict
        outcome = _outcome_for(verdict)
        if verdict is Verdict.OPPOSED:
            # A measure is as likely to be opposed as the passage that opposes it most.
            added = np.where(np.array(MEASURE_SIGNALS) == OPPOSED_SIGNAL, values, 0.0)
        whole = list(zip(MEASURE_SIGNALS, values.tolist(), added.tolist(), strict=True))
        rows = best_rows(self.signals, self.scores, measure, outcome)
        if not len(rows):
            return tuple(whole)
        first = self.signals.values[rows[0]]
        to_score = self.model.passage.contributions(first[None])[0, OUTCOMES.index(outcome)]
        names = [f"first_{name}" for name in PASSAGE_SIGNALS]
        passage = zip(names, first.tolist(), to_score.tolist(), strict=True)
        return (*whole, *(row for row in passage if not math.isnan(row[1])))

    def _chosen(self, rows: Sequence[int], verdict: Verdict) -> dict[int, Evidence]:
        """Choose the rows that are quoted: the best and those not far behind, no quote twice."""
        if verdict is Verdict.ABSENT:
            return {}
        scores = self._scores_for(verdict)
        rows = sorted(rows, key=lambda row: -scores[row])
        chosen: dict[int, Evidence] = {}
        quotes: set[str] = set()
        for row in rows:
            if chosen and scores[row] < LEAST_SHARE * scores[rows[0]]:
                break
            evidence = self._evidence(row, verdict)
            if evidence.quote not in quotes:
                chosen[row] = evidence
                quotes.add(evidence.quote)
            if len(chosen) == MAX_EVIDENCE:
                break
        return chosen

    def _scores_for(self, verdict: Verdict) -> Doubles:
        """Return (pairs,), the chance that each candidate bears the verdict out."""
        return self.scores[:, OUTCOMES.index(_outcome_for(verdict))]

    def _evidence(self, row: int, verdict: Verdict) -> Evidence:
        measure, passage = int(self.signals.measure[row]), int(self.signals.passage[row])
        met = self.maker.tokens(measure, passage, self.hits, self.corpus)
        return make_evidence(self.corpus, passage, float(self._scores_for(verdict)[row]), met)

    def _explain(self, row: int, verdict: Verdict, chosen: bool) -> ExplainedPassage:
        measure, passage = int(self.signals.measure[row]), int(self.signals.passage[row])
        values = self.signals.values[row].tolist()
        return ExplainedPassage(
            evidence=self._evidence(row, verdict),
            chosen=chosen,
            signals=tuple(
                (name, value)
                for name, value in zip(PASSAGE_SIGNALS, values, strict=True)
                if not math.isnan(value)
            ),
            concepts=self._concepts_met(measure, passage),
            stance=tuple(sorted(stance.value for stance in self.signals.stances[row])),
            says=self.maker.sayings.sentence(measure, self.corpus.span(passage)),
        )

    def _concepts_met(self, measure: int, passage: int) -> tuple[tuple[str, str, str], ...]:
        """Return each concept with where it is met and in which words.

        Last what is contrary to the measure and what it cannot do without, if the passage itself
        names it.
        """
        columns = self.maker.columns(measure)
        met = [(concept.name, *self._met(column, passage)) for concept, column in columns]
        table = self.maker.table
        for name, column in ((OPPOSITE, table.opposite[measure]), (NEEDED, table.needed[measure])):
            if column != NONE and self.hits.presence[passage, column]:
                met.append((name, *self._met(int(column), passage)))
        return tuple(met)

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
        doc = self.corpus.span(passage).doc
        return [doc[t].text for t in self.hits.here(column, passage, self.corpus)]


def _outcome_for(verdict: Verdict) -> str:
    """Return what a passage is to its measure where it bears such a verdict out."""
    return "opposes" if verdict is Verdict.OPPOSED else "supports"


def judge(corpus: Corpus, maker: SignalMaker, model: VerdictModel) -> Judging:
    """Match a programme's passages with the list and weigh the signals."""
    signals, hits = maker.signals(corpus, model.look)
    return weigh(corpus, maker, model, signals, hits)


def weigh(
    corpus: Corpus, maker: SignalMaker, model: VerdictModel, signals: Signals, hits: ConceptHits
) -> Judging:
    """Weigh signals that are known already, such as by another model."""
    scores = model.passage_scores(signals)
    together = measure_signals(signals, scores, len(maker.measures))
    return Judging(
        corpus, maker, model, signals, hits, scores, together, model.verdict_chances(together)
    )


def look_by_preparation(measures: Sequence[Measure]) -> Look:
    """Return what looks first at the candidates of each measure by the weights that fit it.

    Args:
        measures: of the list as it was written, before concepts were derived.
    """
    kinds = np.array([preparation_of(measure).value for measure in measures])

    def look(signals: Signals) -> Doubles:
        at_first = np.full(len(signals.measure), np.nan)
        for kind in np.unique(kinds).tolist():
            rows = kinds[signals.measure] == kind
            at_first[rows] = model_for(Preparation(kind)).look(signals.where(rows))
        return at_first

    return look


def judge_by_preparation(
    corpus: Corpus,
    maker: SignalMaker,
    measures: Sequence[Measure],
    signals: Signals,
    hits: ConceptHits,
) -> list[tuple[Judging, int]]:
    """Return for each measure what judges it, by the weights that fit it, and its number there.

    Args:
        corpus: the programme.
        maker: of the list.
        measures: of the list as it was written, before concepts were derived.
        signals: as ``maker`` computed them after :func:`look_by_preparation`.
        hits: where the concepts are met.
    """
    kinds = [preparation_of(measure) for measure in measures]
    judgings = {kind: weigh(corpus, maker, model_for(kind), signals, hits) for kind in set(kinds)}
    return [(judgings[kind], number) for number, kind in enumerate(kinds)]
