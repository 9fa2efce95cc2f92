"""What a bare text is about."""

from __future__ import annotations

import numpy as np
import pytest
from tests.matching.small_programmes import make_maker

from manifesto_check.matching.background import shipped_background
from manifesto_check.matching.judging import judge
from manifesto_check.matching.subject import names_it, telling_concepts
from manifesto_check.matching.verdict import LEAST_CHANCE, shipped_model
from manifesto_check.recommendations.model import Concept, Measure


def concept(*terms: str, **others: bool) -> Concept:
    return Concept(terms[0], terms, **others)


def test_the_rarest_required_words_tell_what_a_measure_is_about() -> None:
    pool, school, give = concept("zwembad"), concept("basisschool"), concept("geven")
    free = concept("schoolzwemmen", optional=True)
    found = telling_concepts([give, school, free, pool], shipped_background())
    assert {c.name for c in found} == {"zwembad", "basisschool"}


def test_a_concept_is_as_common_as_its_commonest_word() -> None:
    wide = concept("zwembad", "geven")
    found = telling_concepts([wide, concept("basisschool")], shipped_background())
    assert found[0].name == "basisschool"


def test_a_passage_holds_one_of_them_or_its_measure_is_no_bare_text() -> None:
    presence = np.array([[True, False, False], [False, False, True]])
    measure, passage = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    found = names_it(measure, passage, [[0, 1], []], presence)
    assert found.tolist() == [True, False, True, True]


@pytest.mark.parametrize(("text", "holds"), [("schoolzwemmen", True), ("schoolfruit", False)])
def test_no_passage_supports_a_bare_text_without_a_word_of_what_it_is_about(
    read, text: str, holds: bool
) -> None:
    maker = make_maker([Measure("A1.1a", "Het schoolzwemmen keert terug in het zwembad.")])
    corpus = read(f"# Onze plannen\nWij willen gratis {text} voor alle kinderen in de stad.")
    judged = judge(corpus, maker, shipped_model(text_only=True))
    best = max(judged.scores[judged.signals.of(0), 0], default=0.0)
    assert (best > LEAST_CHANCE) == holds
