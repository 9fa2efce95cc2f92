"""How far a probability can be believed: bins, expected calibration error, and ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from manifesto_check.evaluation.metrics import Pair, auc
from manifesto_check.model import FOUND

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases with a probability of about the same size.

    Attributes:
        cases: how many.
        least, most: the range of their probabilities.
        said: the mean of their probabilities.
        came_true: the share of them that came true.
    """

    cases: int
    least: float
    most: float
    said: float
    came_true: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a probability compares with what came true.

    Attributes:
        bins: of (nearly) equal count, ascending.
        error: the expected calibration error, 0 to 1.
        auroc: how well the probability tells what came true from what did not
            (0.5 is guessing, 1 perfect).
        came_true: the share of all cases.
    """

    bins: tuple[Bin, ...]
    error: float
    auroc: float
    came_true: float


def calibration(
    probabilities: Sequence[float], came_true: Sequence[bool], bins: int = BINS
) -> Calibration:
    """Compare probabilities with outcomes.

    The expected calibration error is the mean over the bins, weighed by their
    counts, of the distance between what was said and what came true (Naeini,
    Cooper and Hauskrecht 2015, "Obtaining well calibrated probabilities using
    Bayesian binning"), here with bins of equal count.

    Args:
        probabilities: from 0 to 1, at least one.
        came_true: the outcome of each.
        bins: how many, where there are so many cases.
    """
    said = np.asarray(probabilities, dtype=np.float64)
    true = np.asarray(came_true, dtype=np.float64)
    order = np.argsort(said, kind="stable")
    groups = [g for g in np.array_split(order, bins) if len(g)]
    result = tuple(
        Bin(
            cases=len(g),
            least=float(said[g[0]]),
            most=float(said[g[-1]]),
            said=float(said[g].mean()),
            came_true=float(true[g].mean()),
        )
        for g in groups
    )
    error = sum(b.cases * abs(b.said - b.came_true) for b in result) / len(said)
    return Calibration(result, error, auc(probabilities, came_true), float(true.mean()))


def of_confidence(pairs: Sequence[Pair]) -> Calibration:
    """Calibration of ``confidence`` as the probability that the verdict is right."""
    return calibration(
        [p.judgement.confidence for p in pairs],
        [p.judgement.verdict is p.annotation.verdict for p in pairs],
    )


def of_p_found(pairs: Sequence[Pair]) -> Calibration:
    """Calibration of ``p_found`` as the probability that the measure is at least partial."""
    return calibration(
        [p.judgement.p_found for p in pairs], [p.annotation.verdict in FOUND for p in pairs]
    )
