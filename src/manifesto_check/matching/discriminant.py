"""Which measure of the list a passage is about, from its vector.

A linear discriminant (Fisher 1936; shrunk as in Friedman 1989, "Regularized
discriminant analysis"): the directions in which measures differ count, those
in which all sentences of programmes differ anyway do not. Learned from the
list's own sentences and the background alone, so it serves any list.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from manifesto_check.matching.background import Background
from manifesto_check.matching.directions import Directions
from manifesto_check.matching.encoder import Vectors

DISCRIMINANT_SIGNALS = ("discriminant", "discriminant_lead")
RIDGE = 0.5
"""Added to the covariance's diagonal, as a share of its mean."""
TRUST = 4
"""The list's own spread counts as much as the background's when it has so many times more
sentences than a vector has dimensions."""
UNIT = 16.0
"""Scores are divided by it, which makes their spread about 1."""


def discriminant(classes: Sequence[Vectors], background: Background) -> Directions:
    """Find the directions in which each measure differs from programmes in general.

    Args:
        classes: for each measure the vectors of its own sentences, at least one.
        background: of the same encoder.

    Returns:
        Directions whose scores are log-odds of the measure against programmes in general.
    """
    means = np.stack([vectors.mean(axis=0, dtype=np.float64) for vectors in classes])
    within = np.concatenate([v - m for v, m in zip(classes, means, strict=True)])
    freedom = len(within) - len(classes)
    dimensions = means.shape[1]
    weight = freedom / (freedom + TRUST * dimensions)
    spread = (1 - weight) * background.covariance
    if freedom:
        spread = spread + weight * (within.T @ within) / freedom
    ridge = RIDGE * np.trace(spread) / dimensions * np.eye(dimensions)
    from_mean = means - background.mean
    towards = np.linalg.solve(spread + ridge, from_mean.T) / UNIT
    middle = (means + background.mean) / 2
    return Directions(towards, np.einsum("md,dm->m", middle, towards))
