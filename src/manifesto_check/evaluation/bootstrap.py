"""How far the figures would move with other programmes: bootstrap over programmes.

Programmes are drawn with replacement (Efron 1979, "Bootstrap methods: another
look at the jackknife"), because the verdicts within one are not independent.
A draw counts a programme so many times; every figure is computed from counts per
programme (for the areas under a curve: per two programmes), so that a thousand
draws take a few matrix products.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from manifesto_check.evaluation.metrics import ORDER, Pair, theme_errors
from manifesto_check.model import FOUND

DRAWS = 1000
SEED = 20260101
COVER = 95.0
"""Percentage of the draws that an interval holds."""

Doubles = NDArray[np.float64]

_FOUND = [n for n, verdict in enumerate(ORDER) if verdict in FOUND]


@dataclass(frozen=True, slots=True)
class Interval:
    """Where 95% of the draws lie."""

    low: float
    high: float


def intervals(pairs: Sequence[Pair], draws: int = DRAWS, seed: int = SEED) -> dict[str, Interval]:
    """Return the interval of each main figure by its name; empty for a single programme.

    The names are those of :class:`~manifesto_check.evaluation.metrics.Scores`, and
    ``confidence_auroc``. Training anew in each draw would be another source of
    spread, which these intervals leave out.
    """
    counts = Counts.of(pairs)
    n = len(counts.confusion)
    if n < 2:
        return {}
    weights = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=draws)
    tail = (100 - COVER) / 2
    return {
        name: Interval(*(float(v) for v in np.percentile(values, [tail, 100 - tail])))
        for name, values in figures(counts, weights.astype(np.float64)).items()
    }


@dataclass(frozen=True)
class Counts:
    """What the figures need of each programme, or of two.

    Attributes:
        confusion: (programmes, 4, 4), annotator's verdict by tool's, in ORDER.
        grounded: (programmes,), hits with a right quote.
        theme_error, themes: (programmes,), summed error of the themes' coverage, and their number.
        found: what the area under the curve of p_found needs.
        right: the same of confidence, for verdicts that are right.
    """

    confusion: Doubles
    grounded: Doubles
    theme_error: Doubles
    themes: Doubles
    found: Wins
    right: Wins

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Counts:
        """Count, programme by programme."""
        names = list(dict.fromkeys(p.programme for p in pairs))
        groups = [[p for p in pairs if p.programme == name] for name in names]
        confusion = np.zeros((len(names), len(ORDER), len(ORDER)))
        for number, group in enumerate(groups):
            for p in group:
                cell = ORDER.index(p.annotation.verdict), ORDER.index(p.judgement.verdict)
                confusion[number][cell] += 1
        errors = [theme_errors(group) for group in groups]
        is_found = [[p.annotation.verdict in FOUND for p in group] for group in groups]
        is_right = [[p.annotation.verdict is p.judgement.verdict for p in g] for g in groups]
        return cls(
            confusion,
            np.array([sum(p.is_grounded for p in group) for group in groups], dtype=np.float64),
            np.array([sum(e) for e in errors]),
            np.array([len(e) for e in errors], dtype=np.float64),
            Wins.of([[p.judgement.p_found for p in g] for g in groups], is_found),
            Wins.of([[p.judgement.confidence for p in g] for g in groups], is_right),
        )


@dataclass(frozen=True)
class Wins:
    """Comparisons between the positives of one programme and the negatives of another.

    Attributes:
        won: (programmes, programmes), how often a positive of the first has the
            higher score than a negative of the second; ties count half.
        positives, negatives: (programmes,), their numbers.
    """

    won: Doubles
    positives: Doubles
    negatives: Doubles

    @classmethod
    def of(cls, scores: Sequence[Sequence[float]], positive: Sequence[Sequence[bool]]) -> Wins:
        """Compare all programmes with each other."""
        split = [
            (np.array(s)[np.array(y)], np.sort(np.array(s)[~np.array(y)]))
            for s, y in zip(scores, positive, strict=True)
        ]
        won = [
            [
                (np.searchsorted(low, high).sum() + np.searchsorted(low, high, "right").sum()) / 2
                for _, low in split
            ]
            for high, _ in split
        ]
        return cls(
            np.array(won, dtype=np.float64),
            np.array([len(high) for high, _ in split], dtype=np.float64),
            np.array([len(low) for _, low in split], dtype=np.float64),
        )

    def auc(self, weights: Doubles) -> Doubles:
        """Return (draws,) from (draws, programmes); 0.5 where a draw has one class only."""
        won = ((weights @ self.won) * weights).sum(axis=1)
        total = (weights @ self.positives) * (weights @ self.negatives)
        return np.where(total > 0, won / np.maximum(total, 1), 0.5)


def figures(counts: Counts, weights: Doubles) -> dict[str, Doubles]:
    """Return each figure (draws,) from how often each draw holds each programme."""
    table = np.tensordot(weights, counts.confusion, axes=1)
    want, got = table.sum(axis=2), table.sum(axis=1)
    total = want.sum(axis=1)
    found, says = want[:, _FOUND].sum(axis=1), got[:, _FOUND].sum(axis=1)
    right = table[:, _FOUND][:, :, _FOUND].sum(axis=(1, 2))
    rest = total - found
    diagonal = np.einsum("dii->di", table)
    verdict_f1 = _share(2 * diagonal, want + got)
    present = want > 0
    return {
        "found_f1": _share(2 * right, found + says),
        "found_precision": _share(right, says),
        "found_recall": _share(right, found),
        "specificity": _share(rest - (says - right), rest),
        "auc": counts.found.auc(weights),
        "grounded_f1": _share(2 * (weights @ counts.grounded), found + says),
        "kappa": _kappa(table, weighted=False),
        "weighted": _kappa(table, weighted=True),
        "macro_f1": _share((verdict_f1 * present).sum(axis=1), present.sum(axis=1)),
        "theme_mae": 100 * _share(weights @ counts.theme_error, weights @ counts.themes),
        "confidence_auroc": counts.right.auc(weights),
    }


def _kappa(table: Doubles, *, weighted: bool) -> Doubles:
    steps = np.abs(np.subtract.outer(np.arange(len(ORDER)), np.arange(len(ORDER))))
    cost = (steps / (len(ORDER) - 1)) ** 2 if weighted else (steps > 0).astype(np.float64)
    total = table.sum(axis=(1, 2))
    by_chance = np.einsum("di,ij,dj->d", table.sum(axis=2), cost, table.sum(axis=1)) / total
    disagreement = (table * cost).sum(axis=(1, 2))
    return np.where(by_chance > 0, 1 - _share(disagreement, by_chance), 1.0)


def _share(part: Doubles, whole: Doubles) -> Doubles:
    """Return part / whole, 0 where there is no whole."""
    return np.asarray(
        np.divide(part, whole, out=np.zeros_like(part, dtype=np.float64), where=whole > 0)
    )
