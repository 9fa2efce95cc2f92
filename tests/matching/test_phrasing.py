"""How a passage is phrased, whatever it is about."""

from __future__ import annotations

import numpy as np
import pytest

from manifesto_check.matching.phrases import Phrases, Words
from manifesto_check.matching.phrasing import PHRASING_SIGNALS, Phrasing, shipped_phrasing

PROPOSES, FIRM, TURNS_DOWN = range(len(PHRASING_SIGNALS))


def scores(text: str) -> np.ndarray:
    return shipped_phrasing().scores(Words([text]))[0]


# Subjects that no list of social measures knows: only the phrasing differs.
@pytest.mark.parametrize(
    ("signal", "more", "less"),
    [
        (PROPOSES, "Wij leggen een sterrenwacht aan.", "De sterrenwacht staat al jaren leeg."),
        (PROPOSES, "Er komt een sterrenwacht.", "De sterrenwacht is een begrip in de regio."),
        (FIRM, "Elke school krijgt een sterrenwacht.", "Wij verkennen of een sterrenwacht kan."),
        (FIRM, "Er komen twee sterrenwachten.", "We zijn voor meer aandacht voor sterren."),
        (TURNS_DOWN, "De sterrenwacht wordt afgeschaft.", "De sterrenwacht krijgt meer geld."),
        (TURNS_DOWN, "Geen cent meer naar de sterrenwacht.", "Wij openen een sterrenwacht."),
    ],
)
def test_the_phrasing_shows_whatever_it_is_about(signal: int, more: str, less: str):
    assert scores(more)[signal] > scores(less)[signal]


def test_a_long_passage_weighs_no_more_than_a_short_one():
    phrasing = Phrasing(
        Phrases.named(["a", "b"]), np.ones((2, 3), dtype=np.float32), np.zeros(3, dtype=np.float32)
    )
    short, both, none = phrasing.scores(Words(["a", "a b", "x"]))
    assert short.tolist() == [1, 1, 1]
    assert both == pytest.approx(np.sqrt(2))
    assert none.tolist() == [0, 0, 0]


def test_no_passages_have_no_scores():
    assert shipped_phrasing().scores(Words([])).shape == (0, len(PHRASING_SIGNALS))
