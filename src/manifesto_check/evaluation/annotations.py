"""Annotations of programmes: the verdicts and quotes that a careful reader gives.

One JSON Lines file per programme, one line per measure::

    {"measure": "V1.1a", "label": 2, "evidence": [{"page": 12, "quote": "..."}], "note": "..."}

``label`` is 2 (covered), 1 (partial), 0 (absent) or -1 (opposed), or null where
nobody has judged the measure yet; evidence holds literal quotes, best first, at
least one for 2, 1 and -1. docs/annotation-format.md is the format in full.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from manifesto_check.evaluation.phrases import EvaluationPhrase
from manifesto_check.model import Verdict
from manifesto_check.telling import Message, ToldUsageError

LABELS = {
    2: Verdict.COVERED,
    1: Verdict.PARTIAL,
    0: Verdict.ABSENT,
    -1: Verdict.OPPOSED,
}

_LINE_END_HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010\ufffe\x02]\s+(?=\w)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A literal quote and the number of the PDF page that it stands on.

    ``line`` tells where it stands in a format without pages; ``page`` is 1 there.
    """

    page: int
    quote: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reader's verdict on one measure, with the quotes that it rests on."""

    measure: str
    verdict: Verdict
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class AnnotationFile:
    """What one file holds.

    Attributes:
        annotations: the judged measures, by id, in the order of the file.
        unfilled: ids of the measures whose label is still null.
    """

    annotations: Mapping[str, Annotation]
    unfilled: tuple[str, ...]


class _LineError(Exception):
    """A line that is not as the format says; the reader of the file adds where it stands."""

    def __init__(self, phrase: EvaluationPhrase, **values: object) -> None:
        super().__init__()
        self.said = Message.of(phrase, **values)


def read_annotations(path: Path) -> dict[str, Annotation]:
    """Read one programme's annotations, by measure; lines that are not filled in are left out.

    Raises:
        UsageError: as :func:`read_annotation_file`.
    """
    return dict(read_annotation_file(path).annotations)


def read_annotation_file(path: Path) -> AnnotationFile:
    """Read one programme's annotations, and which measures are not filled in yet.

    Raises:
        UsageError: the file cannot be read, or a line is not as the format says;
            the message names file and line, and what was expected.
    """
    annotations: dict[str, Annotation] = {}
    unfilled: list[str] = []
    # Not splitlines(), which also cuts at characters that a quote may hold (U+2028, U+0085).
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            measure, annotation = _annotation(line)
            if measure in annotations or measure in unfilled:
                raise _LineError(EvaluationPhrase.TWICE, measure=measure)
        except _LineError as error:
            raise ToldUsageError.of(
                EvaluationPhrase.LINE, path=path, line=number, message=error.said
            ) from None
        if annotation is None:
            unfilled.append(measure)
        else:
            annotations[measure] = annotation
    return AnnotationFile(annotations, tuple(unfilled))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ToldUsageError.of(
            EvaluationPhrase.UNOPENED, path=path, detail=error.strerror
        ) from None
    except UnicodeDecodeError:
        raise ToldUsageError.of(EvaluationPhrase.NOT_UTF8, path=path) from None


def _annotation(line: str) -> tuple[str, Annotation | None]:
    """Return the measure of a line and its annotation, None where the label is null.

    Raises:
        _LineError: the line is not as the format says.
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise _LineError(EvaluationPhrase.NOT_JSON, detail=error.msg, column=error.colno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or lists in lists
        raise _LineError(EvaluationPhrase.TOO_DEEP) from None
    if not isinstance(row, dict):
        raise _LineError(EvaluationPhrase.NO_OBJECT)
    measure = row.get("measure")
    if not isinstance(measure, str) or not measure:
        raise _LineError(EvaluationPhrase.MEASURE)
    if "label" not in row:
        raise _LineError(EvaluationPhrase.NO_LABEL)
    label = row["label"]
    if label is None:
        return measure, None
    if isinstance(label, bool) or not isinstance(label, int) or label not in LABELS:
        raise _LineError(EvaluationPhrase.LABEL)
    quotes = _quotes(row.get("evidence"))
    if label and not quotes:
        raise _LineError(EvaluationPhrase.NO_QUOTE, label=label)
    # Candidates that a reader left standing beside a 0 are no evidence of anything.
    return measure, Annotation(measure, LABELS[label], quotes if label else ())


def _quotes(evidence: object) -> tuple[Quote, ...]:
    if not isinstance(evidence, list):
        raise _LineError(EvaluationPhrase.EVIDENCE)
    quotes = []
    for item in evidence:
        page = item.get("page") if isinstance(item, dict) else None
        quote = item.get("quote") if isinstance(item, dict) else None
        if not isinstance(page, int) or isinstance(page, bool) or page < 1:
            raise _LineError(EvaluationPhrase.PAGE)
        if not isinstance(quote, str) or not words(quote):
            raise _LineError(EvaluationPhrase.QUOTE)
        line = item.get("line")
        quotes.append(Quote(page, quote, line if isinstance(line, int) else None))
    return tuple(quotes)


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
