"""Sentences: a spaCy component that finds where they begin inside one block of text."""

from __future__ import annotations

import re
from enum import IntEnum

from spacy.language import Language
from spacy.tokens import Doc

from manifesto_check.dutch.arrays import attribute, set_attribute
from manifesto_check.dutch.resources import abbreviations

LONGEST_QUOTE = 60
"""Words: a longer sentence is split where it can be, because a quote has 5 to 60 words."""
SHORTEST_QUOTE = 5
_SPLITS: tuple[frozenset[str], ...] = (
    frozenset(";"),
    frozenset("–—-•▪"),
    frozenset(":"),
)
"""Where a long sentence is split, the best places first."""


class _Kind(IntEnum):
    """What a token means to the search for sentence ends."""

    OTHER = 0
    STOP = 1
    ABBREVIATION = 2
    FINAL_ABBREVIATION = 3
    CLOSE = 4


_ENDS = frozenset({_Kind.STOP, _Kind.FINAL_ABBREVIATION})
_STOP = re.compile(r"[.!?…]+")
_CLOSE = frozenset(")]”’»\"'")
_OPEN = frozenset("([“„‘«\"'•▪–-*")
_CLITICS = frozenset({"'s", "’s", "'t", "’t", "'n", "’n", "s", "t"})
"""In "'s Avonds" the second word has the capital."""
_INITIALS = re.compile(r"(?:[^\W\d_]|Chr|Th|IJ|Ph)\.(?:-?[^\W\d_]\.)*")


def _kind(text: str) -> _Kind:
    """Classify one token type."""
    if _STOP.fullmatch(text):
        return _Kind.STOP
    if text in _CLOSE:
        return _Kind.CLOSE
    if not text.endswith("."):
        return _Kind.OTHER
    final = abbreviations().get(text.lower())
    if final is not None:
        return _Kind.FINAL_ABBREVIATION if final else _Kind.ABBREVIATION
    if _INITIALS.fullmatch(text) and text[0].isupper():
        return _Kind.ABBREVIATION
    return _Kind.FINAL_ABBREVIATION


class Sentences:
    """Sets ``token.is_sent_start``; a doc is one paragraph, bullet or heading."""

    def __init__(self) -> None:
        self._can_end: dict[int, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set ``token.is_sent_start`` on every token of a doc."""
        if not len(doc):
            return doc
        starts = self._starts(doc)
        if len(doc) > LONGEST_QUOTE:
            starts = [part for span in _spans(starts, len(doc)) for part in _shortened(doc, *span)]
        values = [-1] * len(doc)
        for start in starts:
            values[start] = 1
        return set_attribute(doc, "SENT_START", values)

    def _starts(self, doc: Doc) -> list[int]:
        """Return the indices of the tokens that begin a sentence, the first included."""
        starts, after = [0], 0
        for stop in self._stops(doc):
            if stop < after:
                continue
            after = _after_closing(doc, stop + 1)
            if after < len(doc) and _ends(doc, stop, after, starts[-1]):
                starts.append(after)
        return starts

    def _stops(self, doc: Doc) -> list[int]:
        """Return the indices of the tokens with which a sentence can end."""
        orths, can_end = attribute(doc, "ORTH"), self._can_end
        for orth in set(orths).difference(can_end):
            can_end[orth] = _kind(doc.vocab.strings[orth]) in _ENDS
        return [i for i, orth in enumerate(orths) if can_end[orth]]


def _after_closing(doc: Doc, i: int) -> int:
    """Return the index after further stops, closing brackets and closing quotes."""
    while i < len(doc):
        text = doc[i].text
        glued = not doc[i - 1].whitespace_
        if not (_STOP.fullmatch(text) or (text in _CLOSE and (glued or text in ")]”»"))):
            break
        i += 1
    return i


def _ends(doc: Doc, stop: int, after: int, start: int) -> bool:
    """Say whether a sentence ends with the stop at ``stop`` and the next begins at ``after``."""
    text = doc[stop].text
    numbering = text == "." and stop == start + 1 and len(doc[start].text) <= 3
    if numbering and (doc[start].text.isdigit() or len(doc[start].text) == 1):
        return False
    while (doc[after].text in _OPEN or doc[after].text in _CLITICS) and after + 1 < len(doc):
        after += 1
    return not doc[after].text[:1].islower()


def _spans(starts: list[int], end: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], end], strict=True))


def _words(doc: Doc, start: int, end: int) -> int:
    """Count the words of a span as a reader would: what white space separates."""
    return sum(1 for i in range(start, end) if doc[i].whitespace_ or i == end - 1)


def _shortened(doc: Doc, start: int, end: int) -> list[int]:
    """Return where the parts of a sentence begin: one, or more where it is too long."""
    if end - start <= LONGEST_QUOTE:
        return [start]
    starts = [start]
    for signs in _SPLITS:
        spans = _spans(starts, end)
        if all(_words(doc, *span) <= LONGEST_QUOTE for span in spans):
            break
        starts = [part for span in spans for part in _split(doc, *span, signs)]
    return starts


def _split(doc: Doc, start: int, end: int, signs: frozenset[str]) -> list[int]:
    """Split a span that is too long at every sign that leaves long enough parts."""
    if _words(doc, start, end) <= LONGEST_QUOTE:
        return [start]
    starts = [start]
    dash = "–" in signs
    for i in range(start + 1, end - 1):
        if (
            doc[i].text not in signs
            or not doc[i].whitespace_
            or (dash and not doc[i - 1].whitespace_)
        ):
            continue
        place = i if dash else i + 1
        if min(_words(doc, starts[-1], place), _words(doc, place, end)) >= SHORTEST_QUOTE:
            starts.append(place)
    return starts


@Language.factory("manifesto_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    """Make the component for a pipeline."""
    return Sentences()
