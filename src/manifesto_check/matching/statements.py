"""Statements of a voting aid that a programme answers: what it disagrees with, it does not propose.

Some programmes repeat the statements of a voting aid (StemWijzer, Kieskompas), each followed by
the party's answer. The statement alone reads like a promise.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.corpus import Corpus

_ANSWER = (
    r"(?:(?:ons|onze|het)\s+)?(?:(?:antwoord|respons|reactie|standpunt|keuze|mening)\s*[:–-]?\s*)?"
    r"(?:(?:zeer|helemaal|volledig)\s+)?(?:(?:mee\s+)?oneens|niet\s+mee\s+eens"
    r"|niet\s+eens(?=\s*(?:$|[^\w\s]|met\b)))"  # "niet eens de helft" is another
)
_DISAGREES = re.compile(rf"{_ANSWER}(?:\W|$)", re.IGNORECASE)
# An answer of a word is one passage with its statement, where both stand in one paragraph.
_ENDS_SO = re.compile(rf"[.!?:–-]\W*{_ANSWER}\W*$", re.IGNORECASE)


def denied_statements(corpus: Corpus) -> NDArray[np.bool_]:
    """Return (passages,), which passages are statements that they, or the next, disagree with."""
    answers = np.array([_DISAGREES.match(text) is not None for text in corpus.texts], dtype=bool)
    denied = np.array([_ENDS_SO.search(text) is not None for text in corpus.texts], dtype=bool)
    denied &= ~answers
    denied[:-1] |= answers[1:]
    return denied
