"""The signals of each candidate passage for each measure: numbers, not yet a verdict.

No signal names the measure, its theme, the party or how often others adopt it:
a programme is judged by its own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.stance import Stance
from manifesto_check.matching.attitude import STANCE_SIGNALS
from manifesto_check.matching.context import Floats
from manifesto_check.matching.figures import CONTRARY
from manifesto_check.matching.meaning import MEANING_SIGNALS
from manifesto_check.matching.wordwise import WORDWISE_SIGNALS

CONCEPT_SIGNALS = (
    "own",
    "own_least",
    "context",
    "context_least",
    "optional",
    "missing",
    "rarity",
    "lead",
)
WORDING_SIGNALS = ("wording", "wording_section", "wording_share", "wording_lead", "wording_rank")
FORM_SIGNALS = ("figure", "bullet", "heading", "length", "wishes_around")
PASSAGE_SIGNALS = (
    *CONCEPT_SIGNALS,
    *WORDING_SIGNALS,
    *MEANING_SIGNALS,
    *WORDWISE_SIGNALS,
    *STANCE_SIGNALS,
    *FORM_SIGNALS,
)
FIGURE = PASSAGE_SIGNALS.index("figure")
MEANING = np.array([PASSAGE_SIGNALS.index(name) for name in MEANING_SIGNALS])
"""The columns of likeness in meaning."""


@dataclass(frozen=True)
class Signals:
    """All candidates of a programme.

    Attributes:
        measure, passage: (pairs,), numbers of the measure in the list and the
            passage in the corpus; ordered by measure, then passage.
        values: (pairs, len(PASSAGE_SIGNALS)); NaN where a signal cannot be
            computed, such as the likeness to opposites where the list has none.
        stances: (pairs,), what holds of the words that meet the measure's concepts.
        refuses: (pairs,), whether a passage turns down the very thing that a concept names.
        undoes: (pairs,), whether a passage wants what its measure turns down, or leaves it, or
            goes beyond the measure's limit.
        at_first: (pairs,), the chance to be evidence of those that were left at a first look
            (``first_look.py``); NaN for those that were looked at more closely.
        names_it: (pairs,), whether a passage holds a word of what its measure is about, if that
            is a bare text (``subject.py``); always so of others.
        said: (pairs,), the verdict that follows where a passage says a sentence of its measure
            nearly word for word (``said.py``), else None.
    """

    measure: NDArray[np.int32]
    passage: NDArray[np.int32]
    values: Floats
    stances: Sequence[frozenset[Stance]]
    refuses: NDArray[np.bool_]
    undoes: NDArray[np.bool_]
    at_first: NDArray[np.float64]
    names_it: NDArray[np.bool_]
    said: NDArray[np.object_]

    def of(self, measure: int) -> NDArray[np.intp]:
        """Return the rows of one measure."""
        return np.flatnonzero(self.measure == measure)

    def column(self, name: str) -> Floats:
        """Return (pairs,), the values of one signal."""
        return np.asarray(self.values[:, PASSAGE_SIGNALS.index(name)])

    def where(self, kept: NDArray[np.bool_]) -> Signals:
        """Return the signals of some of the candidates; ``kept`` is (pairs,)."""
        stances = [held for held, keeps in zip(self.stances, kept.tolist(), strict=True) if keeps]
        return Signals(
            self.measure[kept],
            self.passage[kept],
            self.values[kept],
            stances,
            self.refuses[kept],
            self.undoes[kept],
            self.at_first[kept],
            self.names_it[kept],
            self.said[kept],
        )

    def left_at(self, at_first: NDArray[np.float64]) -> Signals:
        """Return the signals as they are where some candidates are left at a first look.

        Args:
            at_first: (pairs,), as the attribute.
        """
        values = self.values.copy()
        values[np.ix_(~np.isnan(at_first), MEANING)] = np.nan
        return replace(self, values=values, at_first=at_first)

    @property
    def is_close(self) -> NDArray[np.bool_]:
        """(pairs,), whether a candidate was looked at closely."""
        return np.isnan(self.at_first)

    @property
    def contrary(self) -> NDArray[np.bool_]:
        """(pairs,), whether a passage is contrary to its measure.

        Its figure stays on the wrong side of the measure's, or it rejects what the measure
        wants and wants nothing of the kind beside it.
        """
        rejects = (self.column("against") > 0) & (self.column("favours") == 0)
        return np.asarray((self.column("figure") <= CONTRARY) | rejects)

    @property
    def is_whole(self) -> NDArray[np.bool_]:
        """(pairs,), whether a passage meets all concepts of its measure, or wants the opposite.

        The opposite that a list names is so by itself; what a text turns down ("boetes voor
        buitenslapen") is so only with all that the measure says of it.
        """
        names_opposite = (self.column("opposite") > 0) & ~self.undoes
        return np.asarray((self.column("own_least") > 0) | names_opposite)
