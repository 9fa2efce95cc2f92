"""Learn the verdict from annotated programmes (needs scikit-learn, an extra).

Both steps are logistic regressions with ridge shrinkage. The second learns
from scores that the first gives to programmes which it was not trained on, as
it will at run time.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from manifesto_check.evaluation.annotations import FOUND, Annotation, overlaps
from manifesto_check.evaluation.thinning import thinned
from manifesto_check.matching.concepts import ConceptHits
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.encoder import Encoder
from manifesto_check.matching.judging import Judging
from manifesto_check.matching.signals import SignalMaker, Signals
from manifesto_check.matching.verdict import (
    FOUND_SIGNALS,
    OPPOSED_SIGNALS,
    QUESTIONS,
    Doubles,
    LogisticModel,
    VerdictModel,
    measure_signals,
    passage_scores,
)
from manifesto_check.model import Verdict
from manifesto_check.recommendations.model import Measure

PASSAGE_SHRINKAGE = 0.1
"""scikit-learn's C for the passages: smaller shrinks more. Chosen on the training programmes."""
MEASURE_SHRINKAGE = 0.05
UNLISTED = 0.2
"""What a passage of a found measure counts for as a wrong one where no annotation quotes it:
annotations do not list every right quote."""
RESTS_ON = {"found": len(FOUND_SIGNALS), "opposed": len(OPPOSED_SIGNALS)}
INNER_FOLDS = 6
FOUND_THRESHOLDS = np.arange(0.30, 0.601, 0.0125)
SMOOTH = 5
"""Thresholds over which the F1 of each is averaged."""
AS_GOOD = 0.004
"""Thresholds whose F1 is no more below the best are as good; the one in the middle is taken."""
OPPOSED_THRESHOLD = 0.35


@dataclass(frozen=True)
class Example:
    """One annotated programme with its signals.

    Attributes:
        maker: computes the signals with the list that this programme is judged by.
        right: (pairs,), whether a candidate is one of the annotated quotes; NaN
            for measures without annotation.
    """

    name: str
    maker: SignalMaker
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
    return Example(name, maker, corpus, signals, hits, annotations, right)


def make_examples(
    programmes: Sequence[tuple[str, Corpus, Mapping[str, Annotation]]],
    measures: Sequence[Measure],
    encoder: Encoder,
) -> list[Example]:
    """Make an example of each programme (name, corpus, annotations), judged by a thinned list."""
    lists = thinned(measures, [corpus for _, corpus, _ in programmes])
    return [
        make_example(name, corpus, SignalMaker(own, encoder), annotations)
        for (name, corpus, annotations), own in zip(programmes, lists, strict=True)
    ]


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
    measure = _stack([_fit_question(q, *answers[q]) for q in QUESTIONS])
    chances = _held_out_found(examples, together, measures)
    return VerdictModel(passage, measure, _best_threshold(chances, found), OPPOSED_THRESHOLD)


def judging_of(example: Example, model: VerdictModel) -> Judging:
    """Judge an example with a model, from the signals that it already has."""
    scores = model.passage_scores(example.signals)
    together = measure_signals(example.signals, scores, len(example.maker.measures))
    chances = model.verdict_chances(together)
    return Judging(
        example.corpus,
        example.maker,
        model,
        example.signals,
        example.hits,
        scores,
        together,
        chances,
    )


def _train_passages(examples: Sequence[Example]) -> LogisticModel:
    """Train what each passage says."""
    supports = _fit_passages(examples, FOUND)
    opposes = _fit_passages(examples, frozenset({Verdict.OPPOSED}))
    return _stack([supports, opposes])


def _fit_passages(examples: Sequence[Example], verdicts: AbstractSet[Verdict]) -> LogisticModel:
    """Fit the chance that a passage is evidence for one of these verdicts."""
    values = np.vstack([e.signals.values for e in examples])
    right = np.concatenate([e.right for e in examples])
    said = np.isin(np.concatenate([_verdicts(e) for e in examples]), list(verdicts))
    weights = np.where(said & (right == 0), UNLISTED, 1.0)
    known = ~np.isnan(right)
    answer = (right > 0) & said
    return _fit(values[known], answer[known], PASSAGE_SHRINKAGE, weights[known])


def _verdicts(example: Example) -> NDArray[np.str_]:
    """Return for each candidate the annotated verdict on its measure, empty where there is none."""
    ids = [example.maker.measures[number].id for number in example.signals.measure.tolist()]
    there = example.annotations
    return np.array([str(there[i].verdict) if i in there else "" for i in ids])


def _held_out_measure_signals(examples: Sequence[Example], measures: int) -> list[Doubles]:
    """Return each programme's measure signals, scored by a first step that did not see it."""
    result: list[Doubles] = [np.empty(0)] * len(examples)
    folds = min(INNER_FOLDS, len(examples))
    for fold in range(folds):
        rest = [e for n, e in enumerate(examples) if n % folds != fold]
        model = _train_passages(rest)
        for number, example in enumerate(examples):
            if number % folds == fold:
                scores = passage_scores(model, example.signals)
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
        model = _stack([_fit_question("found", values, np.isin(verdicts, list(FOUND)))])
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
    """Return the middle of the thresholds with the best F1 of found."""
    figures = []
    for threshold in FOUND_THRESHOLDS:
        says = chances >= threshold
        figures.append(2 * (says & found).sum() / max((says.sum() + found.sum()), 1))
    padded = np.pad(figures, SMOOTH // 2, mode="edge")
    smooth = np.convolve(padded, np.ones(SMOOTH) / SMOOTH, mode="valid")
    return round(float(np.median(FOUND_THRESHOLDS[smooth >= smooth.max() - AS_GOOD])), 3)


def _fit(
    values: NDArray[np.floating],
    answer: NDArray[np.bool_],
    shrinkage: float,
    weights: Doubles | None = None,
) -> LogisticModel:
    """Fit one logistic regression; an answer that is always the same gives its share as bias."""
    from sklearn.linear_model import LogisticRegression

    width = values.shape[1]
    if not len(values):
        return LogisticModel(np.zeros(width), np.ones(width), np.zeros(width), np.asarray(0.0))
    mean = np.nan_to_num(_column(np.nanmean, values))
    scale = np.nan_to_num(_column(np.nanstd, values))
    scale[scale < 1e-9] = 1.0
    if answer.all() or not answer.any():
        share = (answer.sum() + 0.5) / (len(answer) + 1)
        bias = np.log(share / (1 - share))
        return LogisticModel(mean, scale, np.zeros(width), np.asarray(bias))
    model = LogisticRegression(C=shrinkage, max_iter=5000)
    standard = np.nan_to_num((values - mean) / scale, nan=0.0)
    model.fit(standard, answer, sample_weight=weights)
    return LogisticModel(mean, scale, model.coef_[0], np.asarray(model.intercept_[0]))


def _column(
    statistic: Callable[..., NDArray[np.float64]], values: NDArray[np.floating]
) -> NDArray[np.float64]:
    """Compute a statistic of each column; NaN, without a warning, for a column of NaN alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return statistic(values, axis=0, dtype=np.float64)


def _fit_question(question: str, values: Doubles, answer: NDArray[np.bool_]) -> LogisticModel:
    """Fit one question of the second step on the signals that it rests on, the first of all."""
    few = RESTS_ON.get(question, values.shape[1])
    model = _fit(values[:, :few], answer, MEASURE_SHRINKAGE)
    rest = values.shape[1] - few
    return LogisticModel(
        np.append(model.mean, np.zeros(rest)),
        np.append(model.scale, np.ones(rest)),
        np.append(model.weights, np.zeros(rest)),
        model.bias,
    )


def _stack(models: Sequence[LogisticModel]) -> LogisticModel:
    """Put models of one outcome each into one model of several."""
    return LogisticModel(
        np.stack([m.mean for m in models]),
        np.stack([m.scale for m in models]),
        np.stack([m.weights for m in models]),
        np.stack([m.bias for m in models]),
    )
