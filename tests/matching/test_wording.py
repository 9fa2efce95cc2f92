"""How far a passage uses the words of a measure's own sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from small_programmes import MEASURES, WATERDAM

from manifesto_check.dutch.lookalikes import Lookalikes
from manifesto_check.matching.background import shipped_background
from manifesto_check.matching.corpus import Corpus
from manifesto_check.matching.wording import Wording, WordingMatcher, content_words
from manifesto_check.recommendations.model import Concept, Measure

SHELTER = Measure("A1", "Meer nachtopvang.", examples=("Extra bedden voor dakloze mensen.",))
BRIDGE = Measure("A2", "Een fietsbrug over de rivier.")


def match(measures: Sequence[Measure], corpus: Corpus) -> Wording:
    return WordingMatcher(measures, shipped_background(), Lookalikes()).match(corpus)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("boetes", ("boete",)),
        ("nachtopvang", ("nachtopvang", "nacht", "opvang")),
        ("buurtnetwerk", ("buurtnetwerk", "buurt")),
        ("de", ()),
        ("30", ()),
    ],
)
def test_content_words(form, expected):
    assert content_words(form, Lookalikes()) == expected


def test_a_passage_scores_by_the_words_of_the_measures_sentences(read):
    corpus = read(
        "Er komt extra nachtopvang voor dakloze mensen. De opvang is er voor iedereen. "
        "Wij bouwen een fietsbrug over de rivier."
    )
    score = match([SHELTER, BRIDGE], corpus).score
    assert score.shape == (2, 3)
    assert score[0, 0] > score[0, 1] > 0 >= score[0, 2]
    assert score[1].argmax() == 2


def test_words_that_all_measures_share_tell_less(read):
    both = [Measure("A", "De gemeente betaalt zwemles."), Measure("B", "De gemeente helpt.")]
    score = match(both, read("De gemeente.\nDe zwemles.")).score
    assert score[0, 1] > score[0, 0]


def test_the_heading_above_adds_to_it(read):
    wording = match([SHELTER], read("# Nachtopvang\nExtra bedden voor mensen."))
    assert wording.in_section[0, 1] > wording.score[0, 1]
    assert wording.in_section[0, 0] == wording.score[0, 0]


def test_the_share_of_the_passage(read):
    share = match([BRIDGE], read("Fietsbrug rivier.\nFietsbrug zwembad.")).share
    assert share[0, 0] == pytest.approx(1.0)
    assert 0 < share[0, 1] < 1


@pytest.mark.parametrize("text", ["", "De en het.", "2026: 30%!"])
def test_nothing_to_compare(read, text):
    corpus = read(text)
    wording = match(MEASURES, corpus)
    assert wording.score.shape == (len(MEASURES), len(corpus.passages))
    for array in (wording.score, wording.in_section, wording.share):
        assert np.isfinite(array).all()
        assert not array.any()


def test_a_list_without_words(read):
    assert not match([Measure("A", "De en het.")], read(WATERDAM)).score.any()


def test_words_of_the_terms_count_too_but_less(read):
    with_term = Measure("A", "Meer bedden.", concepts=(Concept("opvang", ("slaaphuis",)),))
    with_sentence = Measure("A", "Meer bedden.", examples=("Een slaaphuis.",))
    corpus = read("Een slaaphuis.")
    without, term, sentence = (
        match([m, BRIDGE], corpus).score[0, 0]
        for m in (Measure("A", "Meer bedden."), with_term, with_sentence)
    )
    assert without <= 0 < term < sentence


def test_a_word_of_another_measure_speaks_against_this_one(read):
    assert match([SHELTER, BRIDGE], read("Een fietsbrug.")).score[0, 0] < 0
