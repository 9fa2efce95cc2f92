"""When a difference between coverages means something, given how often verdicts are wrong.

A verdict comes with probabilities: ``confidence`` that it is right, ``p_found``
that the measure is at least partial. They give each measure a distribution
over what it truly counts (1, a half or 0), and so the coverage of a theme a
standard error. What was measured on annotated programmes, each judged by a
model of the others, says how much wider the true error is (``WIDENING``;
docs/comparison.md has the method and the figures).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Mapping, Set
from statistics import NormalDist

from manifesto_check.comparing.model import Estimate, Standing
from manifesto_check.model import Judgement, Verdict

WIDENING = 1.3
LEVEL = 0.95
"""How sure it is that none of the differences of one row that are called clear is an error."""

POINTS = {Verdict.COVERED: 1.0, Verdict.PARTIAL: 0.5, Verdict.ABSENT: 0.0, Verdict.OPPOSED: 0.0}


def estimate(judgements: Collection[Judgement]) -> Estimate:
    """Return the coverage over some measures with its standard error.

    Args:
        judgements: of the measures that count; at least one.
    """
    number = len(judgements)
    points = sum(POINTS[judgement.verdict] for judgement in judgements)
    squares = sum(squared_error(judgement) for judgement in judgements)
    return Estimate(100 * points / number, WIDENING * 100 * math.sqrt(squares) / number)


def squared_error(judgement: Judgement) -> float:
    """Return the expected squared error of what a verdict counts for.

    The tool says how likely its verdict is right; the rest is shared between
    the other verdicts as far as ``p_found`` tells.
    """
    covered, partial = _chances(judgement)
    none = max(1.0 - covered - partial, 0.0)
    said = POINTS[judgement.verdict]
    return covered * (1.0 - said) ** 2 + partial * (0.5 - said) ** 2 + none * said**2


def _chances(judgement: Judgement) -> tuple[float, float]:
    """Return how likely the measure is truly covered, and how likely partial."""
    found, sure = judgement.p_found, judgement.confidence
    if judgement.verdict is Verdict.COVERED:
        return min(sure, found), max(found - sure, 0.0)
    if judgement.verdict is Verdict.PARTIAL:
        return max(found - sure, 0.0), min(sure, found)
    return found / 2, found / 2


def clear_pairs(
    estimates: Mapping[str, Estimate], partly_read: Set[str] = frozenset()
) -> tuple[tuple[str, str], ...]:
    """Return the pairs ``(more, less)`` whose difference is more than error explains.

    With many parties chance has many pairs to choose from, so each pair has to
    differ by more (Bonferroni's correction).

    Args:
        estimates: by the key of the party.
        partly_read: parties with pages that could not be read: what they lack may stand there,
            so that of none is said that it has less.
    """
    pairs = list(itertools.combinations(estimates, 2))
    if not pairs:
        return ()
    z = critical(len(pairs))
    clear = []
    for one, other in pairs:
        difference = estimates[one].percentage - estimates[other].percentage
        error = math.hypot(estimates[one].error, estimates[other].error)
        if abs(difference) > z * error:
            clear.append((one, other) if difference > 0 else (other, one))
    return tuple(pair for pair in clear if pair[1] not in partly_read)


def standings(
    estimates: Mapping[str, Estimate], partly_read: Set[str] = frozenset()
) -> dict[str, Standing]:
    """Return how each party stands to the mean of the others; empty with fewer than two.

    Args:
        estimates: by the key of the party.
        partly_read: parties that may have more than was read: none of them is below, and who is
            above is so beside those alone that were read whole too.
    """
    if len(estimates) < 2:
        return {}
    z = critical(len(estimates))
    found = {}
    for key, own in estimates.items():
        others = {other: known for other, known in estimates.items() if other != key}
        whole = {other: known for other, known in others.items() if other not in partly_read}
        is_above = _exceeds(own, others.values(), z) and _exceeds(own, whole.values(), z)
        is_below = _exceeds(own, others.values(), -z) and key not in partly_read
        found[key] = (
            Standing.ABOVE if is_above else Standing.BELOW if is_below else Standing.UNCLEAR
        )
    return found


def _exceeds(own: Estimate, others: Collection[Estimate], z: float) -> bool:
    """Say whether a coverage is ``z`` errors above the mean of some; below it for a negative z."""
    if not others:
        return False
    mean = sum(other.percentage for other in others) / len(others)
    error = math.sqrt(sum(other.error**2 for other in others)) / len(others)
    difference = own.percentage - mean
    return math.copysign(1, z) * difference > abs(z) * math.hypot(own.error, error)


def critical(tests: int) -> float:
    """Return how many standard errors a difference must be where ``tests`` are looked at."""
    return NormalDist().inv_cdf(1 - (1 - LEVEL) / (2 * tests))


def margin(estimate: Estimate) -> float:
    """Return the half width of the 95% interval of one coverage, in percentage points."""
    return critical(1) * estimate.error


def interval(estimate: Estimate) -> tuple[float, float]:
    """Return between which percentages a coverage lies in 95 of 100 cases.

    That is ``margin`` to both sides, cut off at 0 and 100: no coverage lies beyond these.
    """
    off = margin(estimate)
    return max(estimate.percentage - off, 0.0), min(estimate.percentage + off, 100.0)
