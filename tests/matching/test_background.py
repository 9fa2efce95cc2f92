"""How programmes in general write."""

from __future__ import annotations

import numpy as np
import pytest

from manifesto_check.matching.background import FEWEST, shipped_background
from manifesto_check.matching.encoder import UniversalSentenceEncoder


def test_common_words_are_frequent_and_no_word_is_impossible():
    background = shipped_background()
    common, rare, unknown = background.frequency(["zorg", "huisarts", "xyzzy"])
    assert 1 > common > rare > unknown > 0


def test_words_of_one_sentence_are_not_kept():
    assert min(shipped_background().counts.values()) >= FEWEST


def test_the_spread_is_that_of_the_encoder_that_is_used():
    background = shipped_background()
    n = UniversalSentenceEncoder.dimensions
    assert background.encoder == UniversalSentenceEncoder.name
    assert background.mean.shape == (n,)
    assert background.covariance.shape == (n, n)
    assert background.covariance == pytest.approx(background.covariance.T)
    assert np.linalg.eigvalsh(background.covariance).min() > -1e-6
