"""How much better a passage fits one measure than the others."""

from __future__ import annotations

import numpy as np

from manifesto_check.matching.leading import RIVALS, lead


def scores(best: float, second: float) -> np.ndarray:
    """One passage: the first measure fits best, the second less, the others not at all."""
    column = np.zeros((RIVALS + 1, 1), dtype=np.float32)
    column[:2, 0] = best, second
    return column


def test_the_best_leads_over_the_second_and_the_second_falls_short():
    measure, passage = np.array([0, 1]), np.array([0, 0])
    assert lead(scores(3.0, 1.0), measure, passage).tolist() == [2.0, -2.0]


def test_in_a_short_list_it_says_nothing():
    short = scores(3.0, 1.0)[:RIVALS]
    assert np.isnan(lead(short, np.array([0]), np.array([0]))).all()
