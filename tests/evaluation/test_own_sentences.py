"""Small programmes made of a list's own sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.evaluation.own_sentences import KINDS, own_programmes
from manifesto_check.model import BlockKind, Verdict
from manifesto_check.recommendations.model import Measure

SHELTER = Measure(
    "A1",
    "Meer opvang.",
    examples=("Er komt opvang bij.", "Wij openen een opvang.", "De opvang groeit."),
    partial_examples=("Wij onderzoeken meer opvang.",),
    absent_examples=("De opvang ligt aan de haven.", "Goed dat er opvang is."),
    opposed_by=("Wij sluiten de opvang.",),
)
FINES = Measure(
    "A2", "Geen boetes.", examples=("Weg met de boetes.",), opposed_by=("De boetes gaan omhoog.",)
)
BARE = Measure("A3", "Een fietsbrug.")


def said(measures):
    """Return every measure, verdict and sentence that the programmes hold, in order."""
    return [
        (annotation.measure, annotation.verdict, annotation.evidence[0].quote)
        for _, read_as, _ in own_programmes(measures)
        for annotation in read_as.values()
    ]


def sentences_of(measure):
    return [
        (measure.id, verdict, text)
        for kind, verdict in KINDS.items()
        for text in getattr(measure, kind)
    ]


def test_each_sentence_is_said_once_with_the_verdict_it_stands_for():
    measures = [SHELTER, FINES, BARE]
    assert sorted(said(measures)) == sorted(s for m in measures for s in sentences_of(m))
    verdicts = {text: verdict for _, verdict, text in said(measures)}
    assert verdicts["Er komt opvang bij."] is Verdict.COVERED
    assert verdicts["Wij onderzoeken meer opvang."] is Verdict.PARTIAL
    assert verdicts["De opvang ligt aan de haven."] is Verdict.ABSENT
    assert verdicts["Wij sluiten de opvang."] is Verdict.OPPOSED


def test_a_programme_holds_one_sentence_of_each_measure_at_most():
    for programme, read_as, _ in own_programmes([SHELTER, FINES, BARE]):
        texts = [block.text for block in programme.blocks]
        quotes = [(a.evidence[0].page, a.evidence[0].quote) for a in read_as.values()]
        assert quotes == [(1, text) for text in texts]
        assert {block.kind for block in programme.blocks} == {BlockKind.PARAGRAPH}
        assert list(read_as) == [a.measure for a in read_as.values()]


def test_no_sentence_is_compared_with_itself():
    for programme, _, rest in own_programmes([SHELTER, FINES]):
        left = {text for m in rest for kind in KINDS for text in getattr(m, kind)}
        assert left
        assert not left & {block.text for block in programme.blocks}


def test_what_is_left_of_the_list_is_all_but_one_fold():
    rests = {rest for _, _, rest in own_programmes([SHELTER, FINES])}
    left = sorted(text for rest in rests for kind in KINDS for text in getattr(rest[0], kind))
    assert left == sorted(text for *_, text in sentences_of(SHELTER))
    assert all(rest[0].text == SHELTER.text for rest in rests)


def test_a_programme_holds_several_kinds():
    measures = [
        Measure(f"M{n}", "Tekst.", examples=(f"{n} a", f"{n} b"), opposed_by=(f"{n} c", f"{n} d"))
        for n in range(4)
    ]
    for _, read_as, _ in own_programmes(measures):
        kinds = {annotation.verdict for annotation in read_as.values()}
        assert kinds == {Verdict.COVERED, Verdict.OPPOSED}


@pytest.mark.parametrize("measures", [[], [BARE]])
def test_no_sentences_no_programmes(measures):
    assert own_programmes(measures) == []


COUNTS = st.lists(st.tuples(*[st.integers(0, 5)] * len(KINDS)), max_size=5)


@given(COUNTS)
def test_whatever_the_list_holds_each_sentence_is_said_once(counts):
    measures = [
        Measure(
            f"M{number}",
            "Tekst.",
            **{
                kind: tuple(f"{number} {kind} {n}" for n in range(count))
                for kind, count in zip(KINDS, row, strict=True)
            },
        )
        for number, row in enumerate(counts)
    ]
    assert sorted(said(measures)) == sorted(s for m in measures for s in sentences_of(m))
    for programme, _, rest in own_programmes(measures):
        left = {text for m in rest for kind in KINDS for text in getattr(m, kind)}
        assert not left & {block.text for block in programme.blocks}
        assert [m.id for m in rest] == [m.id for m in measures]
