"""Learning the verdict from annotated programmes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.evaluation.annotations import Annotation, Quote
from manifesto_check.evaluation.training import Example, judging_of, make_example, train
from manifesto_check.matching.corpus import build_corpus
from manifesto_check.matching.signals import PASSAGE_SIGNALS, SignalMaker, Signals
from manifesto_check.matching.verdict import VerdictModel, measure_signals
from manifesto_check.model import Block, BlockKind, Page, Programme, Verdict
from manifesto_check.recommendations.model import Concept, Measure

MEASURES = [f"M{number}" for number in range(40)]
CANDIDATES = 4
OWN, AGAINST = PASSAGE_SIGNALS.index("own"), PASSAGE_SIGNALS.index("against")
EXPLORES = PASSAGE_SIGNALS.index("explores")


class NoMeaning:
    """An encoder to which all texts are alike."""

    name = "none"

    def encode(self, texts):
        return np.ones((len(texts), 1), dtype=np.float32)


@cache
def blank() -> Example:
    """Make an annotated programme whose content does not matter."""
    programme = Programme("p.pdf", "0", (Page(1),), ())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MANIFESTO_CHECK_CACHE", "")
        maker = SignalMaker([Measure(key, "Een tekst.") for key in MEASURES], NoMeaning())
    return make_example("p", build_corpus(programme, dutch_pipeline()), maker, {})


def example(number: int, verdicts: Mapping[str, Verdict]) -> Example:
    """Make a programme of chance in which three signals tell the truth.

    The second candidate of each measure is its evidence: ``own`` is high
    there, ``explores`` holds where the measure is partial, ``against`` where
    it is opposed. All other signals are noise.
    """
    random = np.random.default_rng(number)
    measure = np.repeat(np.arange(len(MEASURES), dtype=np.int32), CANDIDATES)
    values = random.random((len(measure), len(PASSAGE_SIGNALS))).astype(np.float32)
    values[:, [OWN, AGAINST, EXPLORES]] *= 0.1
    right = np.zeros(len(measure))
    for row in range(1, len(measure), CANDIDATES):
        verdict = verdicts[MEASURES[measure[row]]]
        if verdict is not Verdict.ABSENT:
            right[row] = 1.0
            values[row, OWN] += 0.8
            values[row, EXPLORES] = float(verdict is Verdict.PARTIAL)
            values[row, AGAINST] = float(verdict is Verdict.OPPOSED)
    passage = np.arange(len(measure), dtype=np.int32)
    signals = Signals(measure, passage, values, [frozenset()] * len(measure))
    annotations = {key: Annotation(key, verdict, ()) for key, verdict in verdicts.items()}
    return replace(blank(), name=str(number), signals=signals, annotations=annotations, right=right)


def examples(kinds: tuple[Verdict, ...], programmes: int = 4, start: int = 0) -> list[Example]:
    """Make programmes whose measures have the verdicts of ``kinds``, in turn."""
    return [
        example(n, {m: kinds[(n + i) % len(kinds)] for i, m in enumerate(MEASURES)})
        for n in range(start, start + programmes)
    ]


ALL = (Verdict.COVERED, Verdict.PARTIAL, Verdict.ABSENT, Verdict.ABSENT, Verdict.OPPOSED)


@pytest.fixture(scope="module")
def model() -> VerdictModel:
    return train(examples(ALL), MEASURES)


def chances(model: VerdictModel, one: Example) -> np.ndarray:
    together = measure_signals(one.signals, model.passage_scores(one.signals), len(MEASURES))
    return model.verdict_chances(together)


def test_a_signal_that_separates_is_learned(model):
    scores = model.passage_scores(examples(ALL, 1, start=9)[0].signals)
    right = examples(ALL, 1, start=9)[0].right
    assert scores[right == 1].min() > scores[right == 0].max()


def test_the_weight_lies_on_the_signal_that_separates(model):
    weights = np.abs(model.passage.weights[0])
    assert weights.argmax() == OWN
    assert weights[OWN] > 3 * np.median(weights)


def test_verdicts_of_a_programme_that_it_did_not_see(model):
    new = examples(ALL, 1, start=9)[0]
    said = [model.decide(row) for row in chances(model, new)]
    right = [new.annotations[measure].verdict for measure in MEASURES]
    hits = sum(a is b for a, b in zip(said, right, strict=True))
    assert hits >= 0.9 * len(MEASURES)
    found = {Verdict.COVERED, Verdict.PARTIAL}
    assert [v in found for v in said] == [v in found for v in right]


def test_training_twice_gives_the_same_model(model):
    assert train(examples(ALL), MEASURES).to_json() == model.to_json()


def test_thresholds_are_chances(model):
    assert 0 < model.found < 1
    assert 0 < model.opposed < 1


def test_two_programmes_are_enough():
    assert np.isfinite(chances(train(examples(ALL, 2), MEASURES), examples(ALL, 1)[0])).all()


def test_measures_without_annotation_are_left_out(model):
    complete = examples(ALL)
    gap = [
        replace(
            e,
            annotations={key: a for key, a in e.annotations.items() if key != "M0"},
            right=np.where(e.signals.measure == 0, np.nan, e.right),
        )
        for e in complete
    ]
    trained = train(gap, MEASURES)
    assert np.isfinite(chances(trained, complete[0])).all()
    assert trained.to_json() != model.to_json()


@pytest.mark.parametrize(
    "kinds",
    [
        (Verdict.COVERED,),
        (Verdict.COVERED, Verdict.ABSENT),
        (Verdict.PARTIAL, Verdict.ABSENT),
        (Verdict.COVERED, Verdict.OPPOSED),
    ],
)
def test_a_question_with_one_answer_only_is_answered_by_its_share(kinds):
    trained = train(examples(kinds), MEASURES)
    result = chances(trained, examples(kinds, 1, start=9)[0])
    assert np.isfinite(result).all()
    assert result.sum(axis=1) == pytest.approx(np.ones(len(MEASURES)))
    if Verdict.OPPOSED not in kinds:
        assert result[:, 3].max() < 0.05
    if Verdict.PARTIAL not in kinds:
        assert (result[:, 0] > 10 * result[:, 1]).all()


LIST = [
    Measure("A1", "Meer opvang.", concepts=(Concept("opvang", ("opvang",)),)),
    Measure("A2", "Een zwembad.", concepts=(Concept("zwembad", ("zwembad",)),)),
]
SENTENCES = ["Er komt elk jaar meer opvang.", "De opvang in de stad is vol.", "Een nieuw zwembad."]


@pytest.fixture(scope="module")
def maker() -> SignalMaker:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MANIFESTO_CHECK_CACHE", "")
        return SignalMaker(LIST, NoMeaning())


@pytest.fixture(scope="module")
def corpus():
    blocks = [
        Block(BlockKind.PARAGRAPH, text, ((0, page),)) for page, text in enumerate(SENTENCES, 1)
    ]
    pages = tuple(Page(number) for number in (1, 2, 3))
    return build_corpus(Programme("p.pdf", "0", pages, tuple(blocks)), dutch_pipeline())


@pytest.mark.parametrize(
    ("page", "quote", "right"),
    [
        (1, "Er komt elk jaar meer opvang", [1, 0]),
        (2, "Er komt elk jaar meer opvang", [1, 0]),  # a page further: over the page break
        (3, "Er komt elk jaar meer opvang", [0, 0]),
        (2, "De opvang in de stad is vol.", [0, 1]),
        (1, "Iets heel anders", [0, 0]),
    ],
)
def test_candidates_are_right_where_they_are_annotated(maker, corpus, page, quote, right):
    annotation = Annotation("A1", Verdict.COVERED, (Quote(page, quote),))
    made = make_example("p", corpus, maker, {"A1": annotation})
    assert made.right[made.signals.of(0)].tolist() == right
    assert np.isnan(made.right[made.signals.of(1)]).all()


def test_an_example_is_judged_without_reading_it_again(maker, corpus):
    annotation = Annotation("A1", Verdict.ABSENT, ())
    made = make_example("p", corpus, maker, {"A1": annotation})
    judging = judging_of(made, maker, train(examples(ALL), MEASURES))
    assert [j.measure for j in judging.judgements()] == ["A1", "A2"]
    assert judging.signals is made.signals
