"""From signals to verdicts: a small learned model in two steps, its weights a data file.

First each candidate passage gets the chance that it is evidence for its
measure; then the best passages of a measure together give the chances of the
four verdicts. Both steps are logistic regressions over signals, so that
``explain`` can show what each signal adds. ``scripts/train_verdict.py`` learns
them from annotated programmes; using them takes numpy alone.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.preparedness import Preparation
from manifesto_check.matching.signals import PASSAGE_SIGNALS, Signals
from manifesto_check.model import Verdict

Doubles = NDArray[np.float64]

BEST = 3
"""Passages of a measure that its verdict is made from."""
LEAST_CHANCE = 1e-3
"""Chances are kept this far from 0 and 1 in log-odds."""
LEAST_WISHES = 0.21
"""Share of the passages around one that want something, below which the text proposes nothing
(``matching/proposals.py``). Chosen on texts without proposals; programmes are far above it."""
LEAST_LEAD = 0.8
"""How much better its words fit the measure that a passage opposes than any other of the list."""
VERDICTS = (Verdict.COVERED, Verdict.PARTIAL, Verdict.ABSENT, Verdict.OPPOSED)
QUESTIONS = ("found", "covered_if_found", "opposed")
"""What the second step answers, each with a probability."""
OUTCOMES = ("supports", "opposes")
"""What the first step answers of each passage, each with a probability."""
FOUND_SIGNALS = ("score_1", "score_sum")
"""Whether a measure is found at all rests on these alone: the log-odds of the best passage and
the logarithm of one more than the sum of all scores. More signals fit the training programmes
better and others worse (docs/accuracy.md)."""
OPPOSED_SIGNALS = (*FOUND_SIGNALS, "opposed_1", "opposed_sum")
"""Opposed rests on these: besides, the same of the chance that a passage opposes the measure."""
MEASURE_SIGNALS = (
    *OPPOSED_SIGNALS,
    *(f"first_{name}" for name in PASSAGE_SIGNALS),
    *(f"mean_{name}" for name in PASSAGE_SIGNALS),
)


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


@dataclass(frozen=True)
class VerdictModel:
    """Both steps and the thresholds between the verdicts.

    Attributes:
        passage: the chances of OUTCOMES, from PASSAGE_SIGNALS.
        measure: the chances of QUESTIONS, from MEASURE_SIGNALS.
        found: found (covered or partial) from this chance on.
        opposed: opposed from this chance on, where it is above that of found.
    """

    passage: LogisticModel
    measure: LogisticModel
    found: float
    opposed: float

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> VerdictModel:
        """Read a model from a training file.

        Raises:
            ValueError: the file was trained on other signals than these.
        """
        if (tuple(data["passage_signals"]), tuple(data["measure_signals"])) != (
            PASSAGE_SIGNALS,
            MEASURE_SIGNALS,
        ):
            raise ValueError("the verdict model was trained on other signals: train it again")
        return cls(
            LogisticModel.from_json(data["passage"]),
            LogisticModel.from_json(data["measure"]),
            data["thresholds"]["found"],
            data["thresholds"]["opposed"],
        )

    def to_json(self) -> dict[str, Any]:
        """Return the model as it is kept in the data file."""
        return {
            "passage_signals": list(PASSAGE_SIGNALS),
            "measure_signals": list(MEASURE_SIGNALS),
            "thresholds": {"found": self.found, "opposed": self.opposed},
            "passage": self.passage.to_json(),
            "measure": self.measure.to_json(),
        }

    def passage_scores(self, signals: Signals) -> Doubles:
        """Return (pairs, 2): the chances that a candidate supports or opposes its measure."""
        return passage_scores(self.passage, signals)

    def verdict_chances(self, values: Doubles) -> Doubles:
        """Return (measures, 4): the chances of VERDICTS, from :func:`measure_signals`."""
        found, covered, opposed = self.measure.chances(values).T
        opposed = np.minimum(opposed, 1 - found)
        return np.stack([found * covered, found * (1 - covered), 1 - found - opposed, opposed], 1)

    def decide(self, chances: Doubles) -> Verdict:
        """Choose the verdict of one measure from its four chances."""
        covered, partial, _, opposed = chances.tolist()
        if opposed >= self.opposed and opposed > covered + partial:
            return Verdict.OPPOSED
        if covered + partial < self.found:
            return Verdict.ABSENT
        return Verdict.COVERED if covered >= partial else Verdict.PARTIAL


def shipped_model(*, text_only: bool = False) -> VerdictModel:
    """Return a model that comes with the package.

    Args:
        text_only: for a list whose measures have nothing but a text. What the
            signals are worth differs: concepts that are derived from the text
            are met by chance more often, and by what is meant less often.
    """
    return model_for(Preparation.TEXT_ONLY if text_only else Preparation.FULL)


@cache
def model_for(preparation: Preparation) -> VerdictModel:
    """Return the model that comes with the package for measures so prepared."""
    file = resources.files("manifesto_check.matching").joinpath(preparation.value)
    return VerdictModel.from_json(json.loads(file.read_text(encoding="utf-8")))


def passage_scores(model: LogisticModel, signals: Signals) -> Doubles:
    """Return (pairs, 2): the chances of OUTCOMES for each candidate.

    In a text that proposes nothing, no passage is evidence. A passage is
    contrary to a measure where its figure is on the wrong side of the
    measure's, or where it rejects what the measure wants and wants nothing of
    the kind beside it. A contrary passage does not support; only a contrary one
    opposes, and only where it meets all concepts in its own words and speaks of
    this measure rather than of another. To say "opposed" wrongly is worse than
    to miss it; to say "covered" of the opposite is worse still, so a passage
    that reads like the measure's opposites by its phrasing, its words and its
    vector alike does not support either.
    """
    chances = model.chances(signals.values)
    figure, favours, against, own_least, lead, wishes = (
        signals.values[:, PASSAGE_SIGNALS.index(name)]
        for name in ("figure", "favours", "against", "own_least", "wording_lead", "wishes_around")
    )
    contrary = (figure < 0) | ((against > 0) & (favours == 0))
    plain = contrary & (own_least > 0) & ~(lead < LEAST_LEAD)
    chances[contrary | _reads_opposed(signals), OUTCOMES.index("supports")] = LEAST_CHANCE
    chances[~plain, OUTCOMES.index("opposes")] = LEAST_CHANCE
    chances[wishes < LEAST_WISHES] = LEAST_CHANCE
    return chances


def _reads_opposed(signals: Signals) -> NDArray[np.bool_]:
    """Return (pairs,), whether all that was learned of opposites says that a passage is one."""
    phrasing, words, vector = (
        signals.values[:, PASSAGE_SIGNALS.index(name)]
        for name in ("turns_down", "words_apart_opposed", "apart_opposed")
    )
    return np.asarray((phrasing > 0) & (words < 0) & (vector < 0))


def best_rows(
    signals: Signals, scores: Doubles, measure: int, outcome: str = "supports"
) -> NDArray[np.intp]:
    """Return the rows of a measure's candidates, the best chance of ``outcome`` first."""
    rows = signals.of(measure)
    return rows[np.argsort(-scores[rows, OUTCOMES.index(outcome)], kind="stable")]


def measure_signals(signals: Signals, scores: Doubles, measures: int) -> Doubles:
    """Return (measures, len(MEASURE_SIGNALS)): what the best passages of each say together.

    A measure without candidates has the same signals as any other without.
    """
    result = np.zeros((measures, len(MEASURE_SIGNALS)))
    result[:, [0, 2]] = _log_odds(0.0)
    for measure in range(measures):
        rows = best_rows(signals, scores, measure)
        if not len(rows):
            continue
        best = rows[:BEST]
        support, against = scores[rows].T
        weights = scores[best, 0] / scores[best, 0].sum()
        together = [x for c in (support, against) for x in (_log_odds(c.max()), np.log1p(c.sum()))]
        first, mean = signals.values[best[0]], weights @ signals.values[best]
        result[measure] = np.concatenate([together, first, mean])
    return result


def _log_odds(chance: float) -> float:
    chance = min(max(chance, LEAST_CHANCE), 1 - LEAST_CHANCE)
    return math.log(chance / (1 - chance))
