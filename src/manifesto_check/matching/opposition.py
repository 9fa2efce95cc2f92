"""Which candidates may be said to oppose their measure: rules, since few annotations tell.

To say "opposed" wrongly is worse than to miss it; to say "covered" of the
opposite is worse still. Only what is contrary to a measure opposes it
(:attr:`Signals.contrary`): it goes against what the measure wants, bounds its
figure on the wrong side, wants what the list names as the opposite, or less of
what the list says that the measure cannot do without. Unless it does one of the
last two, it must meet all concepts in its own words.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.stance import Stance
from manifesto_check.matching.figures import CONTRARY
from manifesto_check.matching.logistic import Doubles
from manifesto_check.matching.signals import Signals

LEAST_REJECTION = 0.3
"""How much a passage that opposes must read like a rejection, whatever it is about
(log-odds, ``matching/phrasing.py``), where neither its figure
tells nor the opposite that it wants."""
LEAST_ALONE = -1.0
"""The same where nothing supports the measure, and the passage does not tell what is or was."""
LEAST_SUPPORT = 0.3
"""Below this chance a passage does not support a measure."""
LEAST_LEAD = 0.3
"""How much better its words fit the measure that a passage opposes than any other of the list."""
LEAST_LEAD_OF_REFUSAL = 0.0
"""The same of a passage that refuses the very thing that a concept of the measure names."""

Flags = NDArray[np.bool_]


def may_oppose(signals: Signals) -> Flags:
    """Return (pairs,), which candidates are given the chance that was learned.

    It is contrary, reads like a rejection or refuses the very thing that a concept names, and
    speaks of this measure rather than of another; or it wants the opposite of this measure, or
    less of what that cannot do without, and does not just tell of it.
    """
    reads_so = (_rejects(signals) | signals.refuses | _by_figure(signals)) & _is_meant(signals)
    return signals.contrary & signals.is_whole & (reads_so | _by_opposite(signals))


def plainly_opposes(signals: Signals, supports: Doubles) -> Flags:
    """Return (pairs,), which candidates oppose their measure so that a reader would see it.

    Besides the above, those that go against a measure which nothing supports
    need not read so much like a rejection. A figure is plain by itself, and so
    is a wish for the opposite.

    Args:
        signals: of all candidates.
        supports: (pairs,), the chance of each that it supports its measure.
    """
    best = np.zeros(int(signals.measure.max(initial=-1)) + 1)
    np.maximum.at(best, signals.measure, supports)
    # What undoes a measure supports it in no case, so that this tells nothing of it.
    is_alone = (best[signals.measure] < LEAST_SUPPORT) & ~_tells(signals) & ~signals.undoes
    reads_so = _rejects(signals) | (is_alone & (signals.column("turns_down") > LEAST_ALONE))
    reads_so |= signals.refuses & ~_tells(signals)
    by_itself = _by_figure(signals) | _by_opposite(signals)
    return signals.contrary & signals.is_whole & (by_itself | (reads_so & _is_meant(signals)))


def reads_opposed(signals: Signals) -> Flags:
    """Return (pairs,), whether all that was learned of opposites says that a passage is one.

    Who turns down what the measure wants less of reads so too, and is for it.
    """
    names = ("turns_down", "words_apart_opposed", "apart_opposed")
    phrasing, words, vector = map(signals.column, names)
    reads_so = (phrasing > 0) & (words < 0) & (vector < 0)
    return np.asarray(reads_so & ~_turns_down_for_it(signals))


def speaks_for(signals: Signals) -> Flags:
    """Return (pairs,), whether a passage wants what a concept names, or goes the measure's way.

    Fewer fines are wanted in the way of a measure that is against fines.
    """
    return np.asarray((signals.column(Stance.WANTS) > 0) | (signals.column("favours") > 0))


def _turns_down_for_it(signals: Signals) -> Flags:
    less = (signals.column(Stance.WANTS_LESS) > 0) | (signals.column(Stance.REJECTS) > 0)
    return np.asarray((signals.column("favours") > 0) & less)


def _rejects(signals: Signals) -> Flags:
    return np.asarray(signals.column("turns_down") > LEAST_REJECTION)


def _by_figure(signals: Signals) -> Flags:
    return np.asarray(signals.column("figure") <= CONTRARY)


def _by_opposite(signals: Signals) -> Flags:
    """Say which want the opposite; of what a text alone refuses, those that mean this measure."""
    is_named = ~signals.undoes | _is_meant(signals)
    return np.asarray((signals.column("opposite") > 0) & is_named & ~_tells(signals))


def _tells(signals: Signals) -> Flags:
    return np.asarray((signals.column(Stance.DESCRIBES) > 0) | (signals.column(Stance.BOASTS) > 0))


def _is_meant(signals: Signals) -> Flags:
    least = np.where(signals.refuses, LEAST_LEAD_OF_REFUSAL, LEAST_LEAD)
    return ~(signals.column("wording_lead") < least)
