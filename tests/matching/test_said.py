"""What a list says, and a programme nearly word for word."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.matching.small_programmes import make_maker, make_model

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.matching.background import shipped_background
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.judging import Judging, judge
from manifesto_check.matching.preparedness import Preparation
from manifesto_check.matching.said import Sayings
from manifesto_check.matching.verdict import VerdictModel, model_for, shipped_model
from manifesto_check.model import Verdict
from manifesto_check.recommendations.model import Concept, Measure

Read = Callable[[str], Corpus]
OWN_LISTS = Path(__file__).parents[2] / "benchmarks" / "own_lists.jsonl"


def measure(text: str, *examples: str, concepts: tuple[Concept, ...] = ()) -> Measure:
    return Measure("M1", text, concepts, examples=examples)


def says(list_says: str, programme_says: str) -> bool:
    """Say whether the one sentence says the other nearly word for word."""
    return said([list_says], programme_says) == (Verdict.COVERED, list_says)


def said(list_says: Sequence[str], programme_says: str) -> tuple[Verdict, str] | None:
    sayings = Sayings([measure(*list_says)], shipped_background())
    return sayings.sentence(0, dutch_pipeline()(programme_says)[:])


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Schaf de hondenbelasting in onze gemeente af.", "De hondenbelasting wordt afgeschaft."),
        ("Gratis zwemles voor elk kind.", "Alle kinderen krijgen van ons gratis zwemles."),
        ("Geen zendmasten bij scholen.", "Wij willen geen zendmasten bij een school."),
        ("Wij bouwen 300 huizen per jaar.", "Per jaar bouwen we 300 huizen in de stad."),
        ("Voer het schoolzwemmen in.", "Wij voeren het schoolzwemmen weer in."),
    ],
)
def test_other_forms_and_another_order_say_the_same(text: str, other: str) -> None:
    assert says(text, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Gratis zwemles voor elk kind.", "Geen gratis zwemles voor elk kind."),
        ("Geen zendmasten bij scholen.", "Zendmasten bij scholen."),
        ("Verlaag de hondenbelasting fors.", "Verhoog de hondenbelasting fors."),
        ("Bouw jaarlijks 300 sociale woningen.", "Jaarlijks bouwen wij 100 sociale woningen."),
        ("Zwemles.", "Zwemles."),
        ("Gratis zwemles voor elk kind.", "Gratis schoolfruit voor elk kind."),
        ("Voer het schoolzwemmen in.", "Stop met het invoeren van schoolzwemmen."),
        ("Wij voeren het schoolzwemmen in.", "Vorig jaar voerden wij het schoolzwemmen in."),
        ("Wij voeren het schoolzwemmen in.", "Wij onderzoeken of wij het schoolzwemmen invoeren."),
    ],
)
def test_what_is_turned_round_or_counted_otherwise_does_not(text: str, other: str) -> None:
    assert not says(text, other)


def _own_lists(*kinds: str) -> Iterator[tuple[list[str], str]]:
    """Yield what 140 measures say (text and sentences for it) with one other sentence of each."""
    for line in OWN_LISTS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for kind in kinds:
            for sentence in row[kind]:
                yield [s for s in (row["measure"], *row["for"]) if s != sentence], sentence


def test_no_sentence_against_or_beside_a_measure_says_it() -> None:
    pairs = _own_lists("against", "beside")
    assert [sentence for sentences, sentence in pairs if said(sentences, sentence)] == []


def judged(read: Read, text: str, *measures: Measure, model: VerdictModel) -> Judging:
    return judge(read(f"# Plannen\n\n{text}\n\nDe dijk wordt hoger."), make_maker(measures), model)


def test_what_says_an_example_covers_its_measure_whatever_the_signals_say(read: Read) -> None:
    wanted = measure("Er komt zwemles.", "Er komt weer zwemles onder schooltijd.")
    text = "Elk kind krijgt weer zwemles onder schooltijd."
    judging = judged(read, text, wanted, model=make_model(bias=-9.0))
    assert judging.judgement(0).verdict is Verdict.COVERED
    assert judging.judgement(0).evidence[0].quote == text
    assert judging.explained(0, 1)[0].says == (Verdict.COVERED, wanted.examples[0])


def test_a_text_that_the_rules_misread_is_not_opposed_by_itself(read: Read) -> None:
    wanted = measure("Schrap onnodige welstandsregels voor woningen.")
    judging = judged(read, wanted.text, wanted, model=shipped_model(text_only=True))
    assert judging.judgement(0).verdict is Verdict.COVERED


def test_what_only_resembles_an_example_says_nothing(read: Read) -> None:
    wanted = measure("Er komt zwemles.", "Er komt weer zwemles onder schooltijd.")
    judging = judged(read, "Het zwembad krijgt een nieuw dak.", wanted, model=make_model())
    assert all(passage.says is None for passage in judging.explained(0, 5))


@pytest.mark.parametrize("verdict", Verdict)
def test_a_passage_is_what_the_list_calls_its_sentence(read: Read, verdict: Verdict) -> None:
    sentence = "De zwembaden krijgen elk een nieuw golfslagbad."
    kinds = {
        Verdict.COVERED: "examples",
        Verdict.PARTIAL: "partial_examples",
        Verdict.ABSENT: "absent_examples",
        Verdict.OPPOSED: "opposed_by",
    }
    plain = Measure("M1", "Een golfslagbad voor alle zwembaden in de streek.", ())
    wanted = replace(plain, **{kinds[verdict]: (sentence,)})
    judging = judged(read, sentence, wanted, model=model_for(Preparation.FEW_WORDS))
    assert judging.judgement(0).verdict is verdict
    assert judging.explained(0, 1)[0].says == (verdict, sentence)
