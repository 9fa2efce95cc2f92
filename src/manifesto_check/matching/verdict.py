"""From signals to verdicts: a small learned model in two steps, its weights a data file.

Each candidate passage gets the chance that it is evidence for its measure, what
is hardly ever evidence already at a first look (``first_look.py``), and that as
evidence it covers the measure whole. Then the passages of a measure together
give the chances of the four verdicts.
All are logistic regressions over signals, so that ``explain`` can show what
each signal adds. ``scripts/train_verdict.py`` learns them from annotated
programmes; using them takes numpy alone.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.first_look import first_look
from manifesto_check.matching.logistic import Doubles, LogisticModel
from manifesto_check.matching.opposition import (
    may_oppose,
    plainly_opposes,
    reads_opposed,
    speaks_for,
)
from manifesto_check.matching.preparedness import Preparation
from manifesto_check.matching.signals import PASSAGE_SIGNALS, Signals
from manifesto_check.model import Verdict

BEST = 3
"""So many of a measure's passages, the best, tell how far it is covered on average."""
LEAST_CHANCE = 1e-3
"""Chances are kept this far from 0 and 1 in log-odds."""
LEAST_WISHES = 0.21
"""Share of the passages around one that want something, below which the text proposes nothing
(``matching/proposals.py``). Chosen on texts without proposals; programmes are far above it."""
PLAIN = 0.85
"""The chance that a passage opposes a measure, or supports and covers it, at least, where that is
plain: there are too few in the annotations to learn it (docs/accuracy.md)."""
LIKELY = 0.5
"""Found (covered or partial), or opposed, is said from this chance on: what is as likely as not.
Opposed only where it is likelier than found."""
VERDICTS = (Verdict.COVERED, Verdict.PARTIAL, Verdict.ABSENT, Verdict.OPPOSED)
QUESTIONS = ("found", "covered_if_found")
"""What the second step answers, each with a probability."""
OUTCOMES = ("supports", "covers", "opposes")
"""What the first step answers of each passage, each with a probability: it is evidence for the
measure; if so, it covers it whole; it is evidence against it."""
FOUND_SIGNALS = ("score_1", "score_sum")
"""Whether a measure is found at all rests on these alone: the log-odds of the best passage and
the logarithm of one more than the sum of all scores. More signals fit the training programmes
better and others worse (docs/accuracy.md)."""
COVERED_SIGNALS = ("covers_mean", "covers_sum")
"""How far a found measure is covered, on these: the chance that its best passages cover it, on
average, each weighing as it supports; and the logarithm of one more than the sum, over all its
passages, of the chance that each supports and covers it. The signals of the best passages
themselves fitted the training programmes no better and others worse (docs/accuracy.md)."""
OPPOSED_SIGNAL = "opposed_1"
"""Whether it is opposed, on this: the log-odds of the passage that opposes it most."""
MEASURE_SIGNALS = (*FOUND_SIGNALS, *COVERED_SIGNALS, OPPOSED_SIGNAL)


@dataclass(frozen=True)
class VerdictModel:
    """Both steps: what each passage is to a measure, and what they say together.

    Attributes:
        first_look: the chance that a candidate is evidence, from PASSAGE_SIGNALS but those of
            meaning.
        passage: the chances of OUTCOMES, from PASSAGE_SIGNALS.
        measure: the chances of QUESTIONS, from MEASURE_SIGNALS.
        least_worth: candidates below this chance at the first look are left at it; with 0
            none is.
    """

    first_look: LogisticModel
    passage: LogisticModel
    measure: LogisticModel
    least_worth: float

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
            LogisticModel.from_json(data["first_look"]),
            LogisticModel.from_json(data["passage"]),
            LogisticModel.from_json(data["measure"]),
            data["least_worth"],
        )

    def to_json(self) -> dict[str, Any]:
        """Return the model as it is kept in the data file."""
        return {
            "passage_signals": list(PASSAGE_SIGNALS),
            "measure_signals": list(MEASURE_SIGNALS),
            "least_worth": self.least_worth,
            "first_look": self.first_look.to_json(),
            "passage": self.passage.to_json(),
            "measure": self.measure.to_json(),
        }

    def look(self, signals: Signals) -> Doubles:
        """Return (pairs,): the chances of those that are left at a first look, else NaN."""
        return first_look(self.first_look, signals, self.least_worth)

    def passage_scores(self, signals: Signals) -> Doubles:
        """Return (pairs, len(OUTCOMES)): what each candidate is to its measure.

        One whose figure falls short of the measure's does not cover it; one without a word of
        what a bare text is about does not support it.
        A passage that plainly opposes one measure supports no other, unless it speaks for
        something of the other's concepts: "minder X, meer Y". None supports a measure
        that turns down what it wants or leaves. One that says a sentence of its measure nearly
        word for word is what the list calls it, unless the text around proposes nothing.
        """
        chances = passage_scores(self.passage, signals)
        supports, covers, opposes = chances.T  # views
        covers[signals.column("figure") < 0] = LEAST_CHANCE
        is_plan = ~_proposes_nothing(signals)
        said = {verdict: (signals.said == verdict) & is_plan for verdict in Verdict}
        plain = plainly_opposes(signals, supports) & is_plan & ~np.any(list(said.values()), axis=0)
        plain |= said[Verdict.OPPOSED]
        opposes[plain] = np.maximum(opposes[plain], PLAIN)
        of_opponents = np.isin(signals.passage, signals.passage[plain]) & ~plain
        supports[of_opponents & ~speaks_for(signals)] = LEAST_CHANCE
        supports[signals.undoes | ~signals.names_it] = LEAST_CHANCE
        _call_as_the_list_does(chances, said)
        return chances

    def verdict_chances(self, values: Doubles) -> Doubles:
        """Return (measures, 4): the chances of VERDICTS, from :func:`measure_signals`.

        A measure is as likely to be opposed as the passage that opposes it most is to do so:
        programmes oppose too few to learn more. Where both cannot be, found stands if it is
        the likelier; else both give way alike.
        """
        found, covered = self.measure.chances(values).T
        opposed = 1 / (1 + np.exp(-values[:, MEASURE_SIGNALS.index(OPPOSED_SIGNAL)]))
        both = np.where(found < opposed, np.maximum(found + opposed, 1.0), 1.0)
        found, opposed = found / both, np.minimum(opposed / both, 1 - found / both)
        return np.stack([found * covered, found * (1 - covered), 1 - found - opposed, opposed], 1)

    def decide(self, chances: Doubles) -> Verdict:
        """Choose the verdict of one measure from its four chances."""
        covered, partial, _, opposed = chances.tolist()
        if opposed >= LIKELY and opposed > covered + partial:
            return Verdict.OPPOSED
        if covered + partial < LIKELY:
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
    """Return (pairs, len(OUTCOMES)): the chances of OUTCOMES for each candidate.

    Those that were left at a first look keep the chance that they had there. In
    a text that proposes nothing, no passage is evidence. A passage that is
    contrary to its measure, or reads like its opposites by phrasing, words and
    vector alike, does not support it; ``opposition.py`` tells which may oppose it.
    """
    chances = model.chances(signals.values)
    supports, _, opposes = chances.T  # views
    left = ~signals.is_close
    supports[left] = signals.at_first[left]
    supports[signals.contrary | reads_opposed(signals)] = LEAST_CHANCE
    opposes[left | ~may_oppose(signals)] = LEAST_CHANCE
    chances[_proposes_nothing(signals)] = LEAST_CHANCE
    return chances


def _call_as_the_list_does(chances: Doubles, said: Mapping[Verdict, NDArray[np.bool_]]) -> None:
    """Set the chances of passages that say a sentence of their measure nearly word for word.

    Args:
        chances: (pairs, len(OUTCOMES)), changed in place.
        said: for each verdict (pairs,), whether a passage says a sentence from which it follows.
    """
    supports, covers, opposes = chances.T  # views
    whole, part = said[Verdict.COVERED], said[Verdict.PARTIAL]
    supports[whole | part] = np.maximum(supports[whole | part], PLAIN)
    covers[whole] = np.maximum(covers[whole], PLAIN)
    covers[part] = LEAST_CHANCE
    opposes[whole | part | said[Verdict.ABSENT]] = LEAST_CHANCE
    supports[said[Verdict.ABSENT] | said[Verdict.OPPOSED]] = LEAST_CHANCE


def _proposes_nothing(signals: Signals) -> NDArray[np.bool_]:
    """Return (pairs,), whether a candidate stands in a text that proposes nothing."""
    return np.asarray(signals.column("wishes_around") < LEAST_WISHES)


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
    result[:, [MEASURE_SIGNALS.index(name) for name in ("score_1", OPPOSED_SIGNAL)]] = _log_odds(0)
    for measure in range(measures):
        rows = best_rows(signals, scores, measure)
        if not len(rows):
            continue
        supports, covers, opposes = scores[rows].T
        result[measure] = (
            _log_odds(supports.max()),
            np.log1p(supports.sum()),
            np.average(covers[:BEST], weights=supports[:BEST]),
            np.log1p((supports * covers).sum()),
            _log_odds(opposes.max()),
        )
    return result


def _log_odds(chance: float) -> float:
    chance = min(max(chance, LEAST_CHANCE), 1 - LEAST_CHANCE)
    return math.log(chance / (1 - chance))
