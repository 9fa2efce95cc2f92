"""Learn the verdict from annotated programmes (needs scikit-learn, an extra).

Both steps are logistic regressions with ridge shrinkage. The second learns
from scores that the first gives to programmes which it was not trained on, as
it will at run time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from manifesto_check.evaluation.annotations import FOUND, Annotation, overlaps
from manifesto_check.matching.concepts import ConceptHits
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.judging import Judging
from manifesto_check.matching.signals import SignalMaker, Signals
from manifesto_check.matching.verdict import (
    QUESTIONS,
    Doubles,
    LogisticModel,
    VerdictModel,
    measure_signals,
)
from manifesto_check.model import Verdict

PASSAGE_SHRINKAGE = 0.3
"""scikit-learn's C for the passages: smaller shrinks more. Chosen on the training programmes."""
MEASURE_SHRINKAGE = 0.05
INNER_FOLDS = 6
FOUND_THRESHOLDS = np.arange(0.30, 0.61, 0.025)
OPPOSED_THRESHOLD = 0.35


@dataclass(frozen=True)
class Example:
    """One annotated programme with its signals.

    Attributes:
        right: (pairs,), whether a candidate is one of the annotated quotes; NaN
            for measures without annotation.
    """

    name: str
    corpus: Corpus
    signals: Signals
    hits: ConceptHits
    annotations: Mapping[str, Annotation]
    right: Doubles


def make_example(
    name: str, corpus: Corpus, maker: SignalMaker, annotations: Mapping[str, Annotation]
) -> Example:
    """Compute a programme's signals and compare its candidates with the annotated quotes."""
    signals, hits = maker.signals(corpus)
    right = np.full(len(signals.measure), np.nan)
    pairs = zip(signals.measure.tolist(), signals.passage.tolist(), strict=True)
    for row, (measure, passage) in enumerate(pairs):
        annotation = annotations.get(maker.measures[measure].id)
        if annotation is not None:
            page = corpus.block(passage).page_at(corpus.span(passage).start_char)
            right[row] = any(
                abs(page - q.page) <= 1 and overlaps(corpus.texts[passage], q.quote)
                for q in annotation.evidence
            )
    return Example(name, corpus, signals, hits, annotations, right)


def train(examples: Sequence[Example], measures: Sequence[str]) -> VerdictModel:
    """Train both steps and choose the threshold of found.

    Args:
        examples: the annotated programmes, at least two.
        measures: the ids of the list's measures, in its order.
    """
    passage = _train_passages(examples)
    together = _held_out_measure_signals(examples, len(measures))
    values, verdicts = _labelled(examples, together, measures)
    found = np.isin(verdicts, list(FOUND))
    answers = {
        "found": (values, found),
        "covered_if_found": (values[found], verdicts[found] == Verdict.COVERED),
        "opposed": (values, verdicts == Verdict.OPPOSED),
    }
    measure = _stack([_fit(*answers[q], MEASURE_SHRINKAGE) for q in QUESTIONS])
    chances = _held_out_found(examples, together, measures)
    return VerdictModel(passage, measure, _best_threshold(chances, found), OPPOSED_THRESHOLD)


def judging_of(example: Example, maker: SignalMaker, model: VerdictModel) -> Judging:
    """Judge an example with a model, from the signals that it already has."""
    scores = model.passage_scores(example.signals)
    together = measure_signals(example.signals, scores, len(maker.measures))
    chances = model.verdict_chances(together)
    return Judging(
        example.corpus, maker, model, example.signals, example.hits, scores, together, chances
    )


def _train_passages(examples: Sequence[Example]) -> LogisticModel:
    values = np.vstack([e.signals.values for e in examples])
    right = np.concatenate([e.right for e in examples])
    known = ~np.isnan(right)
    return _stack([_fit(values[known], right[known] > 0, PASSAGE_SHRINKAGE)])


def _held_out_measure_signals(examples: Sequence[Example], measures: int) -> list[Doubles]:
    """Return each programme's measure signals, scored by a first step that did not see it."""
    result: list[Doubles] = [np.empty(0)] * len(examples)
    folds = min(INNER_FOLDS, len(examples))
    for fold in range(folds):
        rest = [e for n, e in enumerate(examples) if n % folds != fold]
        model = _train_passages(rest)
        for number, example in enumerate(examples):
            if number % folds == fold:
                scores = model.chances(example.signals.values)[:, 0]
                result[number] = measure_signals(example.signals, scores, measures)
    return result


def _held_out_found(
    examples: Sequence[Example], together: Sequence[Doubles], measures: Sequence[str]
) -> Doubles:
    """Return the chance of found for every annotated measure, by models that did not see it."""
    parts: list[Doubles] = []
    folds = min(INNER_FOLDS, len(examples))
    order: list[int] = []
    for fold in range(folds):
        rest = [n for n in range(len(examples)) if n % folds != fold]
        values, verdicts = _labelled(
            [examples[n] for n in rest], [together[n] for n in rest], measures
        )
        model = _stack([_fit(values, np.isin(verdicts, list(FOUND)), MEASURE_SHRINKAGE)])
        for number in range(fold, len(examples), folds):
            own, _ = _labelled([examples[number]], [together[number]], measures)
            parts.append(model.chances(own)[:, 0])
            order.append(number)
    return np.concatenate([parts[order.index(n)] for n in range(len(examples))])


def _labelled(
    examples: Sequence[Example], together: Sequence[Doubles], measures: Sequence[str]
) -> tuple[Doubles, NDArray[np.str_]]:
    """Return the measure signals of all annotated measures with their verdicts."""
    rows = [
        (values[number], str(example.annotations[measure].verdict))
        for example, values in zip(examples, together, strict=True)
        for number, measure in enumerate(measures)
        if measure in example.annotations
    ]
    return np.array([v for v, _ in rows]), np.array([verdict for _, verdict in rows])


def _best_threshold(chances: Doubles, found: NDArray[np.bool_]) -> float:
    """Return the threshold with the best F1 of found, smoothed over its neighbours."""
    figures = []
    for threshold in FOUND_THRESHOLDS:
        says = chances >= threshold
        figures.append(2 * (says & found).sum() / max((says.sum() + found.sum()), 1))
    smooth = np.convolve(np.pad(figures, 1, mode="edge"), np.ones(3) / 3, mode="valid")
    return round(float(FOUND_THRESHOLDS[int(np.argmax(smooth))]), 3)


def _fit(
    values: NDArray[np.floating], answer: NDArray[np.bool_], shrinkage: float
) -> LogisticModel:
    """Fit one logistic regression; an answer that is always the same gives its share as bias."""
    from sklearn.linear_model import LogisticRegression

    mean = values.mean(axis=0, dtype=np.float64)
    scale = values.std(axis=0, dtype=np.float64)
    scale[scale < 1e-9] = 1.0
    if answer.all() or not answer.any():
        share = (answer.sum() + 0.5) / (len(answer) + 1)
        bias = np.log(share / (1 - share))
        return LogisticModel(mean, scale, np.zeros(values.shape[1]), np.asarray(bias))
    model = LogisticRegression(C=shrinkage, max_iter=5000)  # type: ignore[no-untyped-call]
    model.fit((values - mean) / scale, answer)
    return LogisticModel(mean, scale, model.coef_[0], np.asarray(model.intercept_[0]))


def _stack(models: Sequence[LogisticModel]) -> LogisticModel:
    """Put models of one outcome each into one model of several."""
    return LogisticModel(
        np.stack([m.mean for m in models]),
        np.stack([m.scale for m in models]),
        np.stack([m.weights for m in models]),
        np.stack([m.bias for m in models]),
    )
