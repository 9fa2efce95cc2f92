"""Where a programme turns down the very thing that a measure cannot do without."""

from __future__ import annotations

import numpy as np

from manifesto_check.dutch.stance import scopes_in
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.matching.corpus import NONE
from manifesto_check.matching.refusals import refusals, refused_among
from manifesto_check.recommendations.model import Concept

POOL = ConceptMatcher([Concept("bad", ("zwembad",))])


def test_of_some_tokens_those_are_refused_that_are_the_thing_itself(read):
    span = read("Wij schrappen de korting voor het zwembad.").span(0)
    place = {token.text: token.i for token in span}
    tokens = [place["korting"], place["zwembad"]]
    assert refused_among(tokens, scopes_in(span)) == [place["korting"]]
    assert refused_among(tokens, []) == []


def test_each_measure_is_refused_where_its_own_words_are(read):
    corpus = read(
        "Het zwembad aan de haven gaat dicht. Wij bouwen een zwembad in het dorp. "
        "Wij schrappen de korting voor het zwembad."
    )
    found = refusals(np.array([0, NONE]), POOL.match(corpus), corpus)
    assert found.tolist() == [[True, False, False], [False, False, False]]


def test_nothing_is_refused_in_an_empty_programme(read):
    corpus = read("")
    assert refusals(np.array([0]), POOL.match(corpus), corpus).shape == (1, 0)
