"""Learn the verdict from annotated programmes (needs scikit-learn, an extra).

The first look and both steps are logistic regressions with ridge shrinkage.
Each learns from what the one before it leaves of, or gives to, programmes
which that one was not trained on, as it will at run time.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from manifesto_check.evaluation.annotations import Annotation, overlaps
from manifesto_check.evaluation.thinning import thinned
from manifesto_check.matching.concepts import ConceptHits
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.encoder import Encoder
from manifesto_check.matching.first_look import first_look, without_meaning
from manifesto_check.matching.judging import Judging, weigh
from manifesto_check.matching.logistic import Doubles, LogisticModel
from manifesto_check.matching.signal_maker import SignalMaker
from manifesto_check.matching.signals import Signals
from manifesto_check.matching.verdict import (
    COVERED_SIGNALS,
    FOUND_SIGNALS,
    MEASURE_SIGNALS,
    QUESTIONS,
    VerdictModel,
    measure_signals,
    passage_scores,
)
from manifesto_check.model import FOUND, Verdict
from manifesto_check.recommendations.model import Measure, NotMeant

MEASURE_SHRINKAGE = 0.05
UNLISTED = 0.2
"""What a passage of a found measure counts for as a wrong one where no annotation quotes it:
annotations do not list every right quote."""
INVENTED = 0.15
"""What a passage of an invented programme counts for where it is learned what supports a measure:
they oppose more than parties do, and were written with the measures at hand. Of how far a measure
is covered they tell as much as others."""
RESTS_ON = {
    question: [MEASURE_SIGNALS.index(name) for name in names]
    for question, names in zip(QUESTIONS, (FOUND_SIGNALS, COVERED_SIGNALS), strict=True)
}
"""The signals of the second step that each question rests on."""
INNER_FOLDS = 6


@dataclass(frozen=True)
class Learning:
    """How to learn. Chosen on the training programmes.

    Attributes:
        shrinkage: scikit-learn's C for the passages: smaller shrinks more.
        least_worth: chance to be evidence below which a candidate is left at the first look;
            with 0 none is.
    """

    shrinkage: float = 0.1
    least_worth: float = 0.08


BARE = Learning(shrinkage=0.005, least_worth=0.0)
"""For a list of texts alone: its signals say less, and its evidence is seldom plain at first."""
FEW_WORDS = Learning(least_worth=0.0)
"""For a list with few words, whose evidence is seldom plain at first either."""


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
    not_meant: Sequence[NotMeant] = (),
    staying: AbstractSet[str] = frozenset(),
) -> list[Example]:
    """Make an example of each programme, judged by a list without the words of its own.

    Args:
        programmes: name, corpus, annotations of each.
        measures: of the whole list.
        encoder: for likeness in meaning.
        not_meant: words of programmes that the list's words do not mean.
        staying: words that stay all the same (``thinning.py``).
    """
    lists = thinned(measures, [corpus for _, corpus, _ in programmes], not_meant, staying)
    return [
        make_example(name, corpus, SignalMaker(own, encoder, not_meant), annotations)
        for (name, corpus, annotations), own in zip(programmes, lists, strict=True)
    ]


def train(
    examples: Sequence[Example],
    measures: Sequence[str],
    how: Learning | None = None,
    invented: Sequence[Example] = (),
) -> VerdictModel:
    """Train the first look and both steps.

    Args:
        examples: the annotated programmes, at least two.
        measures: the ids of the list's measures, in its order.
        how: other than for a prepared list.
        invented: programmes that the first step learns from besides (``invented.py``).
    """
    how = how or Learning()
    first = _train_first_look(examples, how)
    examples = _looked_at(examples, how)
    invented = [_after(first, e, how) for e in invented]
    passage = _train_passages(examples, how, invented)
    together = _held_out_measure_signals(examples, len(measures), how, invented)
    values, verdicts = _labelled(examples, together, measures)
    found = np.isin(verdicts, list(FOUND))
    answers = {
        "found": (values, found),
        "covered_if_found": (values[found], verdicts[found] == Verdict.COVERED),
    }
    measure = _stack([_fit_question(q, *answers[q]) for q in QUESTIONS])
    return VerdictModel(first, passage, measure, how.least_worth)


def judging_of(example: Example, model: VerdictModel) -> Judging:
    """Judge an example with a model, from the signals that it already has."""
    signals = example.signals.left_at(model.look(example.signals))
    return weigh(example.corpus, example.maker, model, signals, example.hits)


def _train_first_look(examples: Sequence[Example], how: Learning) -> LogisticModel:
    """Train which candidates are worth a closer look."""
    return _stack([_fit_passages([_at_first(e) for e in examples], FOUND, how)])


def _at_first(example: Example) -> Example:
    signals = replace(example.signals, values=without_meaning(example.signals.values))
    return replace(example, signals=signals)


def _looked_at(examples: Sequence[Example], how: Learning) -> list[Example]:
    """Return the examples after a first look that was not trained on them."""
    result = list(examples)
    for fold, rest in _folds(examples):
        model = _train_first_look(rest, how)
        for number in fold:
            result[number] = _after(model, examples[number], how)
    return result


def _after(model: LogisticModel, example: Example, how: Learning) -> Example:
    """Return an example after a first look."""
    looked_at = example.signals.left_at(first_look(model, example.signals, how.least_worth))
    return replace(example, signals=looked_at)


def _folds(examples: Sequence[Example]) -> Iterator[tuple[range, list[Example]]]:
    """Yield the numbers of some examples and all other ones, until each was held out once."""
    folds = min(INNER_FOLDS, len(examples))
    for first in range(folds):
        held_out = range(first, len(examples), folds)
        yield held_out, [e for n, e in enumerate(examples) if n not in held_out]


def _train_passages(
    examples: Sequence[Example], how: Learning, invented: Sequence[Example] = ()
) -> LogisticModel:
    """Train what each passage says."""
    supports = _fit_passages(examples, FOUND, how, invented)
    opposes = _fit_passages(examples, frozenset({Verdict.OPPOSED}), how)
    return _stack([supports, _fit_covers([*examples, *invented], how), opposes])


def _fit_passages(
    examples: Sequence[Example],
    verdicts: AbstractSet[Verdict],
    how: Learning,
    invented: Sequence[Example] = (),
) -> LogisticModel:
    """Fit the chance that a passage that is looked at is evidence for one of these verdicts."""
    counts = [1.0] * len(examples) + [INVENTED] * len(invented)
    examples = [*examples, *invented]
    values = np.vstack([e.signals.values for e in examples])
    right = np.concatenate([e.right for e in examples])
    said = np.isin(np.concatenate([_verdicts(e) for e in examples]), list(verdicts))
    weights = np.where(said & (right == 0), UNLISTED, 1.0)
    weights *= np.repeat(counts, [len(e.right) for e in examples])
    known = ~np.isnan(right) & np.concatenate([e.signals.is_close for e in examples])
    answer = (right > 0) & said
    return _fit(values[known], answer[known], how.shrinkage, weights[known])


def _fit_covers(examples: Sequence[Example], how: Learning) -> LogisticModel:
    """Fit the chance that a passage which is evidence for a measure covers it whole."""
    verdicts = np.concatenate([_verdicts(e) for e in examples])
    right = np.concatenate([e.right for e in examples])
    known = (right > 0) & np.isin(verdicts, list(FOUND))
    values = np.vstack([e.signals.values for e in examples])[known]
    return _fit(values, verdicts[known] == Verdict.COVERED, how.shrinkage)


def _verdicts(example: Example) -> NDArray[np.str_]:
    """Return for each candidate the annotated verdict on its measure, empty where there is none."""
    ids = [example.maker.measures[number].id for number in example.signals.measure.tolist()]
    there = example.annotations
    return np.array([str(there[i].verdict) if i in there else "" for i in ids])


def _held_out_measure_signals(
    examples: Sequence[Example], measures: int, how: Learning, invented: Sequence[Example]
) -> list[Doubles]:
    """Return each programme's measure signals, scored by a first step that did not see it."""
    result: list[Doubles] = [np.empty(0)] * len(examples)
    for fold, rest in _folds(examples):
        model = _train_passages(rest, how, invented)
        for number in fold:
            signals = examples[number].signals
            result[number] = measure_signals(signals, passage_scores(model, signals), measures)
    return result


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
    """Fit one question of the second step on the signals that it rests on."""
    columns = RESTS_ON[question]
    model = _fit(values[:, columns], answer, MEASURE_SHRINKAGE)
    mean, scale, weights = (np.zeros(values.shape[1]) for _ in range(3))
    scale += 1
    mean[columns], scale[columns], weights[columns] = model.mean, model.scale, model.weights
    return LogisticModel(mean, scale, weights, model.bias)


def _stack(models: Sequence[LogisticModel]) -> LogisticModel:
    """Put models of one outcome each into one model of several."""
    return LogisticModel(
        np.stack([m.mean for m in models]),
        np.stack([m.scale for m in models]),
        np.stack([m.weights for m in models]),
        np.stack([m.bias for m in models]),
    )
