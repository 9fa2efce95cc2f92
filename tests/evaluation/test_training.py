"""Learning the verdict from annotated programmes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.evaluation.annotations import Annotation, Quote
from manifesto_check.evaluation.training import (
    BARE,
    Example,
    judging_of,
    make_example,
    make_examples,
    train,
)
from manifesto_check.matching.corpus import build_corpus
from manifesto_check.matching.meaning import MEANING_SIGNALS
from manifesto_check.matching.signal_maker import SignalMaker
from manifesto_check.matching.signals import PASSAGE_SIGNALS, Signals
from manifesto_check.matching.verdict import (
    COVERED_SIGNALS,
    FOUND_SIGNALS,
    MEASURE_SIGNALS,
    OUTCOMES,
    QUESTIONS,
    VerdictModel,
    measure_signals,
)
from manifesto_check.model import Block, BlockKind, Page, Programme, Verdict
from manifesto_check.recommendations.model import Concept, Measure

MEASURES = [f"M{number}" for number in range(40)]
CANDIDATES = 4
OWN, AGAINST = PASSAGE_SIGNALS.index("own"), PASSAGE_SIGNALS.index("against")
FAVOURS = PASSAGE_SIGNALS.index("favours")
LEAD = PASSAGE_SIGNALS.index("wording_lead")
WISHES = PASSAGE_SIGNALS.index("wishes_around")
EXPLORES = PASSAGE_SIGNALS.index("explores")
TURNS_DOWN = PASSAGE_SIGNALS.index("turns_down")


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep no vectors in the user's own folder."""
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")


class NoMeaning:
    """An encoder to which all texts are alike."""

    name = "none"
    dimensions = 1

    def encode(self, texts):
        return np.ones((len(texts), self.dimensions), dtype=np.float32)


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
    values[:, WISHES] = 0.5 + 0.5 * values[:, WISHES]
    values[:, TURNS_DOWN] = 1.0
    right = np.zeros(len(measure))
    for row in range(1, len(measure), CANDIDATES):
        verdict = verdicts[MEASURES[measure[row]]]
        if verdict is not Verdict.ABSENT:
            right[row] = 1.0
            values[row, OWN] += 0.8
            values[row, EXPLORES] = float(verdict is Verdict.PARTIAL)
            values[row, AGAINST] = float(verdict is Verdict.OPPOSED)
            values[row, FAVOURS] = float(verdict is not Verdict.OPPOSED)
            values[row, LEAD] = 1.0
    passage = np.arange(len(measure), dtype=np.int32)
    held, looked_at = [frozenset()] * len(measure), np.full(len(measure), np.nan)
    neither = np.zeros(len(measure), dtype=bool)
    unsaid = np.full(len(measure), None)
    signals = Signals(measure, passage, values, held, neither, neither, looked_at, ~neither, unsaid)
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


def judged_in(one: Example) -> np.ndarray:
    """Return the verdict of each candidate's measure."""
    return np.array([one.annotations[MEASURES[number]].verdict for number in one.signals.measure])


def test_a_signal_that_separates_is_learned(model):
    new = examples(ALL, 1, start=9)[0]
    supports, covers, opposes = model.passage_scores(new.signals).T
    against = (new.right == 1) & (judged_in(new) == Verdict.OPPOSED)
    for_it = (new.right == 1) & ~against
    assert supports[for_it].min() > supports[~for_it].max()
    assert opposes[against].min() > opposes[~against].max()
    whole = judged_in(new) == Verdict.COVERED
    assert covers[for_it & whole].min() > covers[for_it & ~whole].max()


def test_the_first_look_keeps_what_is_evidence_and_little_else(model):
    new = examples(ALL, 1, start=9)[0]
    kept = np.isnan(model.look(new.signals))
    supports = (new.right == 1) & (judged_in(new) != Verdict.OPPOSED)
    assert kept[supports].all()
    assert kept[new.right == 0].mean() < 0.1
    assert judging_of(new, model).signals.is_close.tolist() == kept.tolist()


def test_the_first_look_learns_nothing_of_meaning(model):
    columns = [PASSAGE_SIGNALS.index(name) for name in MEANING_SIGNALS]
    assert (model.first_look.weights[:, columns] == 0).all()


def test_for_bare_texts_nothing_is_left_out():
    trained = train(examples(ALL), MEASURES, BARE)
    assert np.isnan(trained.look(examples(ALL, 1, start=9)[0].signals)).all()
    assert (
        np.abs(trained.passage.weights).max()
        < np.abs(train(examples(ALL), MEASURES).passage.weights).max()
    )


def test_the_weight_lies_on_the_signals_that_separate(model):
    for supports in (model.first_look.weights[0], model.passage.weights[0]):
        assert supports[OWN] > 3 * np.median(np.abs(supports))
        assert supports.argmin() == AGAINST
    assert model.first_look.weights[0].argmax() == OWN
    covers = model.passage.weights[OUTCOMES.index("covers")]
    assert covers.argmin() == EXPLORES
    assert model.passage.weights[OUTCOMES.index("opposes")].argmax() == AGAINST


@pytest.mark.parametrize(
    ("question", "rests_on"), [("found", FOUND_SIGNALS), ("covered_if_found", COVERED_SIGNALS)]
)
def test_a_question_rests_on_its_own_signals_alone(model, question, rests_on):
    weights = model.measure.weights[QUESTIONS.index(question)]
    assert {n for n, w in zip(MEASURE_SIGNALS, weights, strict=True) if w} == set(rests_on)


def test_verdicts_of_a_programme_that_it_did_not_see(model):
    new = examples(ALL, 1, start=9)[0]
    said = [model.decide(row) for row in chances(model, new)]
    right = [new.annotations[measure].verdict for measure in MEASURES]
    hits = sum(a is b for a, b in zip(said, right, strict=True))
    assert hits >= 0.9 * len(MEASURES)
    found = {Verdict.COVERED, Verdict.PARTIAL}
    agree = sum((a in found) == (b in found) for a, b in zip(said, right, strict=True))
    assert agree >= 0.95 * len(MEASURES)


def test_training_twice_gives_the_same_model(model):
    assert train(examples(ALL), MEASURES).to_json() == model.to_json()


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
        (Verdict.ABSENT,),
        (Verdict.OPPOSED,),
        (Verdict.COVERED, Verdict.ABSENT),
        (Verdict.PARTIAL, Verdict.ABSENT),
        (Verdict.COVERED, Verdict.OPPOSED),
    ],
)
def test_a_question_with_one_answer_only_is_answered_by_its_share(kinds):
    trained = train(examples(kinds, 2), MEASURES)
    result = chances(trained, examples(kinds, 1, start=9)[0])
    assert np.isfinite(result).all()
    assert result.sum(axis=1) == pytest.approx(np.ones(len(MEASURES)))
    if Verdict.OPPOSED not in kinds:
        assert result[:, 3].max() < 0.05
    if Verdict.COVERED in kinds and Verdict.PARTIAL not in kinds:
        assert (result[:, 0] > 10 * result[:, 1]).all()


def without_column(one: Example, column: int) -> Example:
    """Return the programme as judged by a list in which a signal cannot be computed."""
    values = one.signals.values.copy()
    values[:, column] = np.nan
    return replace(one, signals=replace(one.signals, values=values))


def test_a_signal_that_no_programme_has_gets_no_weight():
    lead = PASSAGE_SIGNALS.index("lead")
    trained = train([without_column(e, lead) for e in examples(ALL)], MEASURES)
    assert not trained.passage.weights[:, lead].any()
    assert "NaN" not in json.dumps(trained.to_json())
    new = examples(ALL, 1, start=9)[0]
    assert chances(trained, new) == pytest.approx(chances(trained, without_column(new, lead)))


def test_a_signal_that_some_programmes_have_is_learned_from_those():
    first, *rest = examples(ALL)
    trained = train([without_column(first, OWN), *rest], MEASURES)
    # What favours the measure tells the truth too, in all of them.
    assert set(np.argsort(-trained.passage.weights[0])[:2]) == {OWN, FAVOURS}


def with_twins(one: Example) -> Example:
    """Repeat each piece of evidence in a passage that no annotation quotes."""
    values = one.signals.values.copy()
    rows = np.flatnonzero(one.right == 1)
    values[rows + 1] = values[rows]
    return replace(one, signals=replace(one.signals, values=values))


def test_a_passage_of_a_found_measure_that_nobody_quoted_is_less_wrong():
    known = examples((Verdict.COVERED, Verdict.ABSENT))
    trained = train([with_twins(one) for one in known], MEASURES)
    supports = trained.passage_scores(known[0].signals)[:, 0]
    assert supports[known[0].right == 1].min() > 0.7  # though half of its kind is "wrong"


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


def one_paragraph(*pages: str) -> Programme:
    """Make a programme of one paragraph a page."""
    blocks = [Block(BlockKind.PARAGRAPH, text, ((0, page),)) for page, text in enumerate(pages, 1)]
    numbered = tuple(Page(number) for number in range(1, len(pages) + 1))
    return Programme("p.pdf", "0", numbered, tuple(blocks))


@pytest.fixture(scope="module")
def corpus():
    return build_corpus(one_paragraph(*SENTENCES), dutch_pipeline())


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


def test_an_example_is_judged_without_reading_it_again(maker, corpus, model):
    annotation = Annotation("A1", Verdict.ABSENT, ())
    made = make_example("p", corpus, maker, {"A1": annotation})
    judging = judging_of(made, model)
    assert [j.measure for j in judging.judgements()] == ["A1", "A2"]
    assert judging.corpus is made.corpus
    assert judging.hits is made.hits
    assert set(judging.signals.passage.tolist()) <= set(made.signals.passage.tolist())
    assert judging.maker is made.maker is maker


def terms_of(example: Example) -> dict[str, tuple[str, ...]]:
    return {m.id: m.concepts[0].terms for m in example.maker.measures}


def test_each_programme_is_judged_by_a_list_that_was_not_written_for_it(corpus):
    words = Concept("opvang", ("opvang", "zwembad", "vol"))
    shelter = Measure("A1", "Meer opvang.", concepts=(words,))
    other = build_corpus(one_paragraph("De opvang is er voor iedereen."), dutch_pipeline())
    annotation = Annotation("A1", Verdict.COVERED, (Quote(1, "De opvang is er voor iedereen."),))
    programmes = [("p", corpus, {}), ("q", other, {"A1": annotation})]
    one, two = make_examples(programmes, [shelter, LIST[1]], NoMeaning())
    assert (one.name, two.name) == ("p", "q")
    assert terms_of(one) == {"A1": ("opvang",), "A2": ()}
    assert terms_of(two) == {"A1": words.terms, "A2": ("zwembad",)}
    assert two.right.tolist() == [1.0]
    assert np.isnan(one.right).all()


def test_a_list_keeps_the_words_that_are_to_stay(corpus):
    shelter = Measure("A1", "Meer opvang.", concepts=(Concept("opvang", ("opvang", "duikplank")),))
    other = build_corpus(one_paragraph("De duikplank is lang."), dutch_pipeline())
    programmes = [("p", corpus, {}), ("q", other, {})]
    without, staying = (
        make_examples(programmes, [shelter], NoMeaning(), staying=words)
        for words in (frozenset[str](), {"duikplank"})
    )
    assert terms_of(without[1]) == {"A1": ("opvang",)}
    assert terms_of(staying[1]) == {"A1": ("opvang", "duikplank")}


def test_invented_programmes_teach_what_supports_and_covers_but_not_what_opposes(
    model: VerdictModel,
) -> None:
    covered = examples((Verdict.COVERED, Verdict.ABSENT), start=4)
    with_them = train(examples(ALL), MEASURES, invented=covered)
    supports, covers, opposes = (
        np.abs(with_them.passage.weights[n] - model.passage.weights[n]).max() for n in range(3)
    )
    assert supports > 0
    assert covers > 0
    assert opposes == 0
    assert with_them.first_look.to_json() == model.first_look.to_json()
