"""Run the check on annotated programmes, with the model that ships or with one per fold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.errors import ProgrammeError
from manifesto_check.evaluation.annotations import Annotation
from manifesto_check.evaluation.files import AnnotatedProgramme
from manifesto_check.evaluation.invented import invented_examples
from manifesto_check.evaluation.metrics import Pair, pair_up
from manifesto_check.evaluation.phrases import EvaluationPhrase
from manifesto_check.evaluation.reading import read_readable
from manifesto_check.evaluation.similarity import (
    Method,
    Nearest,
    RememberingEncoder,
    nearest_passages,
)
from manifesto_check.evaluation.thinning import words_of_texts
from manifesto_check.evaluation.training import (
    BARE,
    Example,
    judging_of,
    make_example,
    make_examples,
    train,
)
from manifesto_check.matching.corpus import Corpus, build_corpus
from manifesto_check.matching.encoder import Encoder, UniversalSentenceEncoder
from manifesto_check.matching.judging import judge_by_preparation, look_by_preparation
from manifesto_check.matching.signal_maker import SignalMaker
from manifesto_check.matching.verdict import VerdictModel
from manifesto_check.model import Judgement
from manifesto_check.recommendations.model import Measure, RecommendationList
from manifesto_check.telling import ToldUsageError

if TYPE_CHECKING:
    from spacy.language import Language

FEWEST_FOLDS = 3
"""The verdict is trained on at least two programmes, so that it can hold one aside itself."""

Progress = Callable[[int, str, str], None]
"""Called with the number of a programme, its name and the step that begins."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run.

    Attributes:
        leave_one_out: judge each programme by a verdict that is trained on the
            others; else by the one that ships.
        text_only: take all concepts, examples, opposites and figures from the list first.
        baselines: compare with plain similarity too.
        dutch_model: an installed spaCy pipeline in place of the blank one.
    """

    leave_one_out: bool = False
    text_only: bool = False
    baselines: bool = True
    dutch_model: str | None = None


@dataclass(frozen=True, slots=True)
class Tested:
    """A programme that was judged.

    Attributes:
        annotated: its file with what the reader says.
        in_sample: whether the verdict that judged it was trained on it.
        pairs: its verdicts beside those of the reader.
        nearest: by method and measure; empty where no baselines were asked for.
    """

    annotated: AnnotatedProgramme
    in_sample: bool
    pairs: Sequence[Pair]
    nearest: Mapping[Method, Mapping[str, Nearest]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run gave.

    Attributes:
        recommendations: the list as it was used.
        options: as they were asked for.
        tested: the programmes that were judged, at least one.
        left_out: by name, why a programme could not be read.
    """

    recommendations: RecommendationList
    options: RunOptions
    tested: Sequence[Tested]
    left_out: Mapping[str, ProgrammeError] = field(default_factory=dict)

    @property
    def pairs(self) -> list[Pair]:
        """The pairs of all programmes."""
        return [pair for tested in self.tested for pair in tested.pairs]


@dataclass(frozen=True, slots=True)
class _Read:
    annotated: AnnotatedProgramme
    corpus: Corpus


def run(
    programmes: Sequence[AnnotatedProgramme],
    recommendations: RecommendationList,
    options: RunOptions,
    progress: Progress | None = None,
) -> Run:
    """Judge annotated programmes.

    Args:
        programmes: at least one; with ``leave_one_out`` at least three that can be read.
        recommendations: the list to check against.
        options: how to run.
        progress: told as each step begins; the programmes pass twice, to be
            read and to be judged, numbered on.

    Raises:
        UsageError: too few programmes, or scikit-learn is missing.
        ProgrammeError: none of the programmes can be read; that of the first.
    """
    if options.leave_one_out:
        must_be_trainable(len(annotated_for(programmes, recommendations)))
    tell = progress or (lambda number, name, step: None)
    used = text_only(recommendations) if options.text_only else recommendations
    nlp = dutch_pipeline(options.dutch_model)
    read, left_out = _read(programmes, nlp, tell)
    if not read:
        raise next(iter(left_out.values()))
    if options.leave_one_out:
        must_be_trainable(len(annotated_for([one.annotated for one in read], recommendations)))
    encoder = RememberingEncoder(UniversalSentenceEncoder())
    tell(len(programmes), read[0].annotated.name, "matching")
    examples = _examples(read, used, options, encoder, nlp)
    models = _models(read, used, options, encoder, nlp) if options.leave_one_out else None
    themes = {measure.id: theme.id for _, theme, _, measure in used.entries()}
    tested = []
    for number, (one, example) in enumerate(zip(read, examples, strict=True)):
        tell(len(programmes) + number, one.annotated.name, "verdict")
        if models is not None:
            judgements = judging_of(example, next(models)).judgements()
        else:
            judgements = _as_check_does(example, used.measures)
        annotations = one.annotated.annotations
        pairs = pair_up(one.annotated.name, annotations, judgements, themes)
        nearest = _nearest(used.measures, one.corpus, encoder) if options.baselines else {}
        tested.append(Tested(one.annotated, _in_sample(one, options), pairs, nearest))
    return Run(used, options, tested, left_out)


def annotated_for(
    programmes: Sequence[AnnotatedProgramme], recommendations: RecommendationList
) -> list[AnnotatedProgramme]:
    """Return the programmes with an annotation of a measure of the list."""
    ids = {measure.id for measure in recommendations.measures}
    return [one for one in programmes if not ids.isdisjoint(one.annotations)]


def must_be_trainable(programmes: int) -> None:
    """Make sure that a verdict can be trained for each of so many programmes.

    Raises:
        UsageError: there are too few, or scikit-learn is missing.
    """
    if programmes < FEWEST_FOLDS:
        raise ToldUsageError.of(EvaluationPhrase.TOO_FEW, fewest=FEWEST_FOLDS, count=programmes)
    if find_spec("sklearn") is None:
        raise ToldUsageError.of(EvaluationPhrase.NO_SKLEARN)


def text_only(recommendations: RecommendationList) -> RecommendationList:
    """Return the list as somebody would write it who gives each measure nothing but a text."""
    bare = recommendations.with_measures(lambda measure: Measure(measure.id, measure.text))
    return replace(bare, not_meant=())


@cache
def trained_on() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names and the sha256 of the files that the shipped verdict was trained on."""
    text = resources.files("manifesto_check.matching").joinpath("verdict_model.json").read_text()
    training: dict[str, Any] = json.loads(text).get("training", {})
    inputs: dict[str, str] = training.get("inputs_sha256", {})
    names = [*training.get("programmes", ()), *training.get("invented", ())]
    return frozenset(names), frozenset(inputs.values())


def _read(
    programmes: Sequence[AnnotatedProgramme], nlp: Language, tell: Progress
) -> tuple[list[_Read], dict[str, ProgrammeError]]:
    """Read the programmes; return those that can be read, and why the others cannot."""
    read: list[_Read] = []
    left_out: dict[str, ProgrammeError] = {}
    for number, annotated in enumerate(programmes):
        tell(number, annotated.name, "reading")
        try:
            programme = read_readable(annotated.path)
        except ProgrammeError as error:
            left_out[annotated.name] = error
            continue
        tell(number, annotated.name, "dutch")
        read.append(_Read(annotated, build_corpus(programme, nlp)))
    return read, left_out


def _known(read: Sequence[_Read]) -> list[tuple[str, Corpus, Mapping[str, Annotation]]]:
    return [(one.annotated.name, one.corpus, one.annotated.annotations) for one in read]


def _examples(
    read: Sequence[_Read],
    used: RecommendationList,
    options: RunOptions,
    encoder: Encoder,
    nlp: Language,
) -> list[Example]:
    """Compute the signals: as ``check`` does, or to leave one out, with a list for each fold."""
    measures, not_meant = used.measures, used.not_meant
    if options.leave_one_out:
        staying = words_of_texts(measures, nlp, not_meant)
        return make_examples(_known(read), measures, encoder, not_meant, staying)
    maker = SignalMaker(measures, encoder, not_meant)
    return [make_example(name, corpus, maker, found) for name, corpus, found in _known(read)]


def _models(
    read: Sequence[_Read],
    used: RecommendationList,
    options: RunOptions,
    encoder: Encoder,
    nlp: Language,
) -> Iterator[VerdictModel]:
    """Yield for each programme the model that judges it, trained as train_verdict.py does."""
    ids, how = [m.id for m in used.measures], BARE if options.text_only else None
    examples = make_examples(_known(read), used.measures, encoder, used.not_meant)
    names = {example.name for example in examples}
    besides = [] if options.text_only else invented_examples(used, nlp, encoder)
    besides = [e for e in besides if e.name not in names]
    for example in examples:
        yield train([other for other in examples if other is not example], ids, how, besides)


def _as_check_does(example: Example, measures: Sequence[Measure]) -> list[Judgement]:
    """Judge a programme by the weights that ship, each measure by those that fit it."""
    signals = example.signals.left_at(look_by_preparation(measures)(example.signals))
    judged = judge_by_preparation(example.corpus, example.maker, measures, signals, example.hits)
    return [judging.judgement(number) for judging, number in judged]


def _in_sample(one: _Read, options: RunOptions) -> bool:
    names, files = trained_on()
    is_known = one.annotated.name in names or one.corpus.programme.sha256 in files
    return is_known and not options.leave_one_out


def _nearest(
    measures: Sequence[Measure], corpus: Corpus, encoder: Encoder
) -> dict[Method, dict[str, Nearest]]:
    ids = [m.id for m in measures]
    found = nearest_passages([m.text for m in measures], corpus, encoder)
    return {method: dict(zip(ids, rows, strict=True)) for method, rows in found.items()}
