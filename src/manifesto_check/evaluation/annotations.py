"""Annotations of programmes: the verdicts and quotes that a careful reader gives.

One JSON Lines file per programme, one line per measure::

    {"measure": "V1.1a", "label": 2, "evidence": [{"page": 12, "quote": "..."}], "note": "..."}

``label`` is 2 (covered), 1 (partial), 0 (absent) or -1 (opposed); evidence is
empty for 0 and holds one to four literal quotes otherwise, best first.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from manifesto_check.errors import UsageError
from manifesto_check.model import Verdict

LABELS = {
    2: Verdict.COVERED,
    1: Verdict.PARTIAL,
    0: Verdict.ABSENT,
    -1: Verdict.OPPOSED,
}
FOUND = frozenset({Verdict.COVERED, Verdict.PARTIAL})

_LINE_END_HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010\ufffe\x02]\s+(?=\w)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A literal quote and the number of the PDF page that it stands on."""

    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reader's verdict on one measure, with the quotes that it rests on."""

    measure: str
    verdict: Verdict
    evidence: tuple[Quote, ...]


def read_annotations(path: Path) -> dict[str, Annotation]:
    """Read one programme's annotations, by measure.

    Raises:
        UsageError: a line is not as the format says; the message names file and line.
    """
    annotations = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            evidence = tuple(Quote(int(e["page"]), str(e["quote"])) for e in row["evidence"])
            annotation = Annotation(str(row["measure"]), LABELS[row["label"]], evidence)
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path}:{number}: geen geldige annotatie ({error})") from error
        annotations[annotation.measure] = annotation
    return annotations


def words(text: str) -> list[str]:
    """Return the lower-cased words of ``text`` with end-of-line hyphens joined."""
    return _WORD.findall(_LINE_END_HYPHEN.sub("", text).lower())


def overlaps(quote: str, annotated: str) -> bool:
    """Tell whether two quotes are about the same words.

    They share at least half of the shorter one's words and a quarter of the
    longer one's.
    """
    a, b = words(quote), words(annotated)
    if not a or not b:
        return False
    shared = sum((Counter(a) & Counter(b)).values())
    return shared >= 0.5 * min(len(a), len(b)) and shared >= 0.25 * max(len(a), len(b))
