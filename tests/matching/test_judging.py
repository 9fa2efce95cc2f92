"""A programme judged: verdicts, their evidence and why."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_programmes import (
    FINES,
    MEASURES,
    SHELTER,
    WATERDAM,
    make_convinced_model,
    make_maker,
    make_model,
)

from manifesto_check.matching.discriminant import DISCRIMINANT_SIGNALS
from manifesto_check.matching.judging import MAX_EVIDENCE, judge
from manifesto_check.matching.meaning import APART_SIGNALS, MEANING_SIGNALS
from manifesto_check.matching.signals import CONCEPT_SIGNALS, PASSAGE_SIGNALS
from manifesto_check.matching.verdict import (
    COVERED_SIGNALS,
    FOUND_SIGNALS,
    MEASURE_SIGNALS,
    OPPOSED_SIGNAL,
    shipped_model,
)
from manifesto_check.model import Verdict
from manifesto_check.reports.json_format import rounded

SHELTER_LINES = [
    "Er komt meer opvang voor dakloze mensen.",
    "Wij onderzoeken of er nachtopvang bij kan komen.",
    "Wij willen geen opvang voor dakloze mensen.",
    "Wij sluiten de nachtopvang in het centrum.",
    "# Opvang voor dakloze mensen",
    "- In de winter is de opvang altijd open.",
    "Wij bouwen ook een nieuw zwembad.",
    "Geen boetes meer voor buiten slapen.",
]


def judged(read, text, *measures, model=None):
    return judge(read(text), make_maker(measures or MEASURES), model or make_model())


def text_only_model():
    return shipped_model(text_only=True)


def opposing_model():
    return make_convinced_model(Verdict.OPPOSED)


def shelter(read, text):
    return judged(read, text, SHELTER).judgement(0)


def test_a_judgement_for_every_measure_in_order(read):
    judgements = judged(read, WATERDAM).judgements()
    assert [j.measure for j in judgements] == ["A1", "A2", "B1"]
    assert [j.verdict for j in judgements] == [Verdict.COVERED] * 3
    assert judgements[1].evidence[0].quote == "We schaffen de boetes voor buiten slapen af."
    assert (judgements[2].evidence[0].page, judgements[2].evidence[0].page_end) == (2, 3)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Er komt meer opvang voor dakloze mensen.", Verdict.COVERED),
        ("Wij onderzoeken of er opvang voor dakloze mensen kan komen.", Verdict.PARTIAL),
        ("Wij willen geen opvang voor dakloze mensen.", Verdict.OPPOSED),
        ("Wij bouwen ook een nieuw zwembad.", Verdict.ABSENT),
    ],
)
def test_the_four_verdicts(read, text, verdict):
    judgement = shelter(read, text)
    assert judgement.verdict is verdict
    assert [e.quote for e in judgement.evidence] == ([] if verdict is Verdict.ABSENT else [text])


@pytest.mark.parametrize("verdict", Verdict)
def test_nothing_to_quote_is_absent_however_the_chances_fall(read, verdict):
    convinced = make_convinced_model(verdict)
    judgement = judged(read, "Een nieuw zwembad.", SHELTER, model=convinced).judgement(0)
    assert judgement.verdict is Verdict.ABSENT
    assert judgement.evidence == ()


@pytest.mark.parametrize("verdict", [Verdict.COVERED, Verdict.PARTIAL, Verdict.ABSENT])
def test_the_verdict_is_the_models_where_there_is_something_to_quote(read, verdict):
    judging = judged(read, SHELTER_LINES[0], SHELTER, model=make_convinced_model(verdict))
    assert judging.judgement(0).verdict is verdict


@pytest.mark.parametrize(
    ("line", "verdict"), [(SHELTER_LINES[2], Verdict.OPPOSED), (SHELTER_LINES[0], Verdict.ABSENT)]
)
def test_nothing_is_opposed_without_a_passage_that_opposes(read, line, verdict):
    judgement = judged(read, line, SHELTER, model=opposing_model()).judgement(0)
    assert judgement.verdict is verdict


@pytest.mark.parametrize("model_of", [make_model, opposing_model, shipped_model, text_only_model])
@settings(max_examples=25, deadline=None)
@given(lines=st.lists(st.sampled_from(SHELTER_LINES), max_size=12))
def test_every_verdict_but_absent_has_evidence(read, model_of, lines):
    corpus = read("\n".join(lines))
    for judgement in judge(corpus, make_maker(MEASURES), model_of()).judgements():
        quotes = [evidence.quote for evidence in judgement.evidence]
        assert (judgement.verdict is Verdict.ABSENT) == (not quotes)
        assert len(quotes) <= MAX_EVIDENCE == 4
        assert len(set(quotes)) == len(quotes)
        assert 0 <= judgement.confidence <= 1
        assert 0 <= judgement.p_found <= 1
        scores = [evidence.score for evidence in judgement.evidence]
        assert all(0 <= score <= 1 for score in scores)
        assert scores == sorted(scores, reverse=True)
        for quote in quotes:
            assert any(quote in block.text for block in corpus.programme.blocks)


def test_a_repeated_sentence_is_quoted_once(read):
    # A pull quote repeats a sentence of the text.
    sentence = "Er komt meer opvang voor dakloze mensen."
    judgement = shelter(read, f"{sentence}\nWij bouwen een zwembad.\n{sentence}")
    assert [e.quote for e in judgement.evidence] == [sentence]


def test_no_more_than_four_quotes(read):
    lines = [f"In wijk {name} komt opvang voor dakloze mensen." for name in "ABCDEFG"]
    assert len(shelter(read, "\n".join(lines)).evidence) == MAX_EVIDENCE


def test_the_best_quote_comes_first(read):
    judgement = shelter(
        read, "In de winter is de opvang open.\n# Anders\nOpvang voor dakloze mensen is er altijd."
    )
    assert judgement.evidence[0].quote == "Opvang voor dakloze mensen is er altijd."


def test_what_is_far_behind_the_best_is_not_quoted(read):
    lines = ["Er komt opvang voor dakloze mensen.", "# Anders", "De opvang voor vogels is er ook."]
    steep, flat = make_model(own=12, bias=-8), make_model(own=1, bias=1)
    judgements = [
        judged(read, "\n".join(lines), SHELTER, model=m).judgement(0) for m in (steep, flat)
    ]
    assert [e.quote for e in judgements[0].evidence] == lines[:1]
    assert [e.quote for e in judgements[1].evidence] == [lines[0], lines[2]]


def test_opposed_quotes_what_goes_against_first(read):
    for_it = "De opvang voor dakloze mensen is er altijd."
    against_it = "Wij willen minder opvang voor dakloze mensen."
    text = f"{for_it}\n# Anders\n{against_it}"
    covered, opposed = (
        judged(read, text, SHELTER, model=make_convinced_model(verdict)).judgement(0)
        for verdict in (Verdict.COVERED, Verdict.OPPOSED)
    )
    assert covered.evidence[0].quote == for_it
    assert [e.quote for e in opposed.evidence] == [against_it]  # what supports it is no evidence


def test_confidence_is_the_chance_of_the_verdict(read):
    judgement = shelter(read, "Er komt meer opvang voor dakloze mensen.")
    assert judgement.confidence <= judgement.p_found
    absent = shelter(read, "Wij bouwen ook een nieuw zwembad.")
    assert absent.confidence == pytest.approx(1 - absent.p_found, abs=0.05)


def test_the_same_programme_is_judged_the_same(read):
    first, second = (judged(read, WATERDAM).judgements() for _ in range(2))
    assert first == second


def places(read, text, passage_text):
    """Return where each of SHELTER's concepts is met for one explained passage, and in what."""
    judging = judged(read, text, SHELTER)
    by_quote = {p.evidence.quote: p for p in judging.explained(0, 10)}
    return {name: (where, words) for name, where, words in by_quote[passage_text].concepts}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Elke nacht is de opvang in de stad open.", ("sentence", "nacht")),
        ("Voor dakloze mensen doen wij dit:\n- De opvang is altijd open.", ("intro", "dakloze")),
        ("# Dakloze mensen\nDe opvang is altijd open.", ("heading", "Dakloze")),
        ("# Dakloze mensen\n## Plan\nDe opvang is altijd open.", ("heading", "Dakloze")),
        (
            "De opvang is altijd open. Dakloze mensen zijn daar zeer welkom.",
            ("neighbour", "Dakloze"),
        ),
        ("De opvang is altijd open.", ("-", "")),
    ],
)
def test_an_explanation_says_where_each_concept_is_met(read, text, where):
    quoted = next(t for t in read(text).texts if "opvang" in t)
    met = places(read, text, quoted)
    assert met["opvang"] == ("sentence", "opvang")
    assert met["dakloos"] == where


NEED_A_LONG_LIST_OR_MORE_SENTENCES = {
    "optional",
    "lead",
    "wording_lead",
    "wording_rank",
    "partial_lead",
    "absent_lead",
    "opposite_likeness",
    "opposite_lead",
    *APART_SIGNALS,
    "words_apart_absent",
    "words_apart_opposed",
    "words_opposed_apart_absent",
    *DISCRIMINANT_SIGNALS,
}


def test_an_explanation_shows_every_signal(read):
    judging = judged(read, WATERDAM)
    passages = judging.explained(1, 5)
    computed = [n for n in PASSAGE_SIGNALS if n not in NEED_A_LONG_LIST_OR_MORE_SENTENCES]
    assert [name for name, _ in passages[0].signals] == computed
    assert passages[0].stance == ("wants_less",)
    names = [name for name, *_ in judging.explained_signals(1)]
    assert names == [*MEASURE_SIGNALS, *(f"first_{name}" for name in computed)]


def test_an_explanation_begins_with_the_evidence(read):
    judging = judged(read, WATERDAM)
    evidence = judging.judgement(0).evidence
    passages = judging.explained(0, 10)
    assert passages[0].evidence == evidence[0]
    assert [p.evidence for p in passages if p.chosen] == list(evidence)
    scores = [p.evidence.score for p in passages]
    assert scores == sorted(scores, reverse=True)


def test_an_explanation_is_no_longer_than_asked(read):
    assert len(judged(read, WATERDAM).explained(0, 1)) == 1


def test_an_absent_measure_shows_what_was_not_enough(read):
    strict = make_convinced_model(Verdict.ABSENT)
    judging = judged(read, WATERDAM, FINES, model=strict)
    assert judging.judgement(0).verdict is Verdict.ABSENT
    passages = judging.explained(0, 5)
    assert passages
    assert not any(p.chosen for p in passages)


def test_an_explanation_shows_what_was_left_at_the_first_look(read):
    closely = judged(read, WATERDAM, model=make_model())
    quickly = judged(read, WATERDAM, model=make_model(least_worth=0.99))
    shown = {p.evidence.quote for p in quickly.explained(0, 10)}
    assert shown == {p.evidence.quote for p in closely.explained(0, 10)}
    named = {name for p in quickly.explained(0, 10) for name, _ in p.signals}
    assert named.isdisjoint(MEANING_SIGNALS)
    assert not named.isdisjoint(CONCEPT_SIGNALS)


def test_what_each_signal_adds_sums_to_the_odds(read):
    model = make_model()
    judging = judged(read, WATERDAM, model=model)
    signals = judging.explained_signals(0)
    found, covered = model.measure.chances(judging.together[:1])[0]
    assert found == pytest.approx(judging.judgement(0).p_found, abs=1e-4)
    for chance, bias, names in zip(
        (found, covered), model.measure.bias, (FOUND_SIGNALS, COVERED_SIGNALS), strict=True
    ):
        added = sum(part for name, _, part in signals if name in names)
        assert chance == pytest.approx(1 / (1 + np.exp(-added - bias)))
    assert next(part for name, _, part in signals if name == OPPOSED_SIGNAL) == 0


def test_of_an_opposed_measure_the_passage_against_it_is_explained(read):
    lines = ("Wij willen geen opvang voor dakloze mensen.", "De haven krijgt nieuwe kades.")
    judging = judged(read, "\n".join(lines), model=opposing_model())
    assert judging.judgement(0).verdict is Verdict.OPPOSED
    rows = {name: (value, added) for name, value, added in judging.explained_signals(0)}
    value, added = rows[OPPOSED_SIGNAL]
    assert added == value != 0
    assert all(rows[name][1] == 0 for name in (*FOUND_SIGNALS, *COVERED_SIGNALS))
    best = judging.explained(0, 1)[0]
    assert best.chosen
    assert {n: v for n, v in best.signals if v}.items() <= {
        name.removeprefix("first_"): value for name, (value, _) in rows.items()
    }.items()


def test_a_verdict_is_as_sure_as_a_report_says_to_the_last_digit(read):
    # Else one that is shown as 60% could be marked as uncertain, and not where it is read back.
    for judgement in judged(read, WATERDAM).judgements():
        assert rounded(judgement.confidence) == judgement.confidence
        assert rounded(judgement.p_found) == judgement.p_found
