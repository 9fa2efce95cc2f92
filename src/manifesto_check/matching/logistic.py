"""Logistic regressions over signals: all that is learned here is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class LogisticModel:
    """Logistic regressions on standardised signals, one for each outcome.

    Attributes:
        mean, scale: (signals,), or (outcomes, signals) where each outcome has its own.
        weights: (outcomes, signals).
        bias: (outcomes,).
    """

    mean: Doubles
    scale: Doubles
    weights: Doubles
    bias: Doubles

    def contributions(self, values: NDArray[Any]) -> Doubles:
        """Return (rows, outcomes, signals): what each signal adds to the log-odds.

        A signal that could not be computed (NaN) adds nothing.
        """
        return np.nan_to_num((values[:, None, :] - self.mean) / self.scale * self.weights, nan=0.0)

    def chances(self, values: NDArray[Any]) -> Doubles:
        """Return (rows, outcomes), each from 0 to 1."""
        log_odds = self.contributions(values).sum(axis=2) + self.bias
        return np.asarray(1 / (1 + np.exp(-log_odds.clip(-30, 30))))

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LogisticModel:
        """Read a model as :meth:`to_json` wrote it."""
        return cls(**{f.name: np.asarray(data[f.name], dtype=np.float64) for f in fields(cls)})

    def to_json(self) -> dict[str, Any]:
        """Return the model as plain lists, rounded to what matters."""
        return {f.name: np.round(getattr(self, f.name), 5).tolist() for f in fields(self)}
