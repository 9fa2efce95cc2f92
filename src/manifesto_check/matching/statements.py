"""Statements of a voting aid that a programme answers: what it disagrees with, it does not propose.

Some programmes repeat the statements of a voting aid (StemWijzer, Kieskompas), each followed by
the party's answer. The statement alone reads like a promise.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.corpus import Corpus

_DISAGREES = re.compile(
    r"(?:(?:ons|onze|het)\s+)?(?:(?:antwoord|respons|reactie|standpunt|keuze|mening)\s*[:–-]?\s*)?"
    r"(?:(?:zeer|helemaal|volledig)\s+)?(?:(?:mee\s+)?oneens|niet\s+mee\s+eens"
    r"|niet\s+eens(?=\s*(?:$|[^\w\s]|met\b)))(?:\W|$)",  # "niet eens de helft" is another
    re.IGNORECASE,
)


def denied_statements(corpus: Corpus) -> NDArray[np.bool_]:
    """Return (passages,), which passages are statements that the next one disagrees with."""
    denied = np.zeros(len(corpus.texts), dtype=bool)
    denied[:-1] = [_DISAGREES.match(text) is not None for text in corpus.texts[1:]]
    return denied
