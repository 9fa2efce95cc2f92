"""Which candidates are worth a closer look: encoding their text is what costs most.

All signals but likeness in meaning cost next to nothing. By these alone a
logistic regression tells that most of the candidates are hardly ever evidence.
Those are left at that chance; it makes the verdicts no worse (docs/accuracy.md).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.logistic import Doubles, LogisticModel
from manifesto_check.matching.signals import MEANING, Signals

MOST = 3
"""Candidates of a measure that are looked at closely, the best; those that oppose it come
besides."""


def without_meaning(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return signals as they are at the first look: those of meaning not computed."""
    result = values.copy()
    result[:, MEANING] = np.nan
    return result


def first_look(model: LogisticModel, signals: Signals, least: float) -> Doubles:
    """Return (pairs,): the chances of those that are left at a first look, else NaN.

    Args:
        model: one outcome, the chance that a candidate is evidence.
        signals: of all candidates; those of meaning are not looked at.
        least: candidates below this chance are left at it; with 0 none is.
    """
    if not least:
        return np.full(len(signals.measure), np.nan)
    chances = model.chances(without_meaning(signals.values))[:, 0]
    is_likely = (chances >= least) & (_rank(signals, chances) < MOST)
    return np.where(is_likely | (signals.contrary & signals.is_whole), np.nan, chances)


def _rank(signals: Signals, chances: Doubles) -> NDArray[np.intp]:
    """Return (pairs,): how many candidates of the same measure have a better chance."""
    order = np.lexsort((-chances, signals.measure))
    measures = signals.measure[order]
    rank = np.empty(len(order), dtype=np.intp)
    rank[order] = np.arange(len(order)) - np.searchsorted(measures, measures)
    return rank
