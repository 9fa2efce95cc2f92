"""What simpler ways reach on the same programmes: similarity alone, and not reading at all.

Each gives a measure one number. Two thresholds, chosen on the very programmes
that it is then scored on, turn the number into absent, partial or covered: that
flatters these ways, so that what beats them does so fairly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from manifesto_check.evaluation.metrics import ORDER, Pair, Scores, score
from manifesto_check.evaluation.similarity import Method, Nearest
from manifesto_check.model import FOUND, Judgement, Verdict

NO_READING = "no_reading"

Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A simpler way with what it reaches.

    Attributes:
        name: a value of :class:`Method`, or ``no_reading``.
        partial_from, covered_from: its thresholds, in its own units.
    """

    name: str
    scores: Scores
    partial_from: float
    covered_from: float


def baselines(
    pairs: Sequence[Pair], nearest: Mapping[str, Mapping[Method, Mapping[str, Nearest]]]
) -> tuple[Baseline, ...]:
    """Score all simpler ways.

    Args:
        pairs: all programmes and measures; the tool's judgements are not looked at.
        nearest: for each programme, by method and measure, the nearest passages;
            empty leaves similarity out.

    Returns:
        The methods of similarity, then "no reading" where there are several programmes.
    """
    result = []
    for method in Method if nearest else ():
        found = [nearest[p.programme][method][p.annotation.measure] for p in pairs]
        likeness = np.array([n.likeness for n in found])
        result.append(_baseline(method.value, pairs, likeness, found))
    if len({p.programme for p in pairs}) > 1:
        result.append(_baseline(NO_READING, pairs, adopted_by_others(pairs), None))
    return tuple(result)


def adopted_by_others(pairs: Sequence[Pair]) -> Doubles:
    """Return for each pair the share of the other programmes that adopt the measure.

    A measure that no other programme has an annotation for gets 0.
    """
    _, number = np.unique([p.annotation.measure for p in pairs], return_inverse=True)
    found = np.array([p.annotation.verdict in FOUND for p in pairs], dtype=np.float64)
    adopted = np.bincount(number, weights=found)[number] - found
    others = np.bincount(number)[number] - 1
    return np.asarray(adopted / np.maximum(others, 1))


def thresholds(values: Doubles, verdicts: Sequence[Verdict]) -> tuple[float, float]:
    """Choose from where on a measure is partial, and from where covered.

    The first gives the best F1 of found; the second, from there on, the best
    quadratic weighted kappa. Between two numbers the lower of equals is taken.

    Args:
        values: one for each measure, higher for more likely adopted.
        verdicts: the annotator's.
    """
    found = np.array([v in FOUND for v in verdicts])
    cuts = np.unique(values)
    order = np.argsort(values)
    start = np.searchsorted(values[order], cuts)
    above = len(values) - start
    hits = found.sum() - np.concatenate([[0], np.cumsum(found[order])])[start]
    partial = float(cuts[int(np.argmax(2 * hits / (above + found.sum())))])
    kappas = _kappas(values, np.array([ORDER.index(v) for v in verdicts]), partial, cuts)
    allowed = cuts >= partial
    return partial, float(cuts[allowed][int(np.argmax(kappas[allowed]))])


def _kappas(values: Doubles, want: Ints, partial: float, cuts: Doubles) -> Doubles:
    """Return (cuts,): the weighted kappa where covered is said from each cut on."""
    steps = len(ORDER) - 1
    absent, half, whole = (
        ORDER.index(v) for v in (Verdict.ABSENT, Verdict.PARTIAL, Verdict.COVERED)
    )
    share = np.bincount(want, minlength=len(ORDER)) / len(want)
    cost = (np.subtract.outer(np.arange(len(ORDER)), np.arange(len(ORDER))) / steps) ** 2
    order = np.argsort(values)
    covered = len(values) - np.searchsorted(values[order], cuts)
    below = int((values < partial).sum())
    said = np.stack([np.full(len(cuts), below), len(values) - below - covered, covered], 1)
    verdicts = [absent, half, whole]
    by_chance = said / len(values) @ cost[:, verdicts].T @ share
    as_partial = np.where(values < partial, cost[want, absent], cost[want, half])
    gain = (cost[want, whole] - as_partial)[order]
    from_cut = np.concatenate([np.cumsum(gain[::-1])[::-1], [0.0]])
    disagreement = (as_partial.sum() + from_cut[len(values) - covered]) / len(values)
    return np.where(by_chance > 0, 1 - disagreement / np.where(by_chance > 0, by_chance, 1), 1.0)


def _baseline(
    name: str, pairs: Sequence[Pair], values: Doubles, found: Sequence[Nearest] | None
) -> Baseline:
    partial, covered = thresholds(values, [p.annotation.verdict for p in pairs])
    judged = []
    for number, (pair, value) in enumerate(zip(pairs, values.tolist(), strict=True)):
        verdict = Verdict.ABSENT
        if value >= partial:
            verdict = Verdict.COVERED if value >= covered else Verdict.PARTIAL
        quotes = found[number].evidence if found and verdict is not Verdict.ABSENT else ()
        judgement = Judgement(pair.annotation.measure, verdict, 0.0, value, quotes)
        judged.append(replace(pair, judgement=judgement))
    return Baseline(name, score(judged), partial, covered)
