"""Mending text: characters that pdfium gives for signs, hyphens at line ends, spaced letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# pdfium writes a hyphen at the end of a line as U+FFFE or U+0002.
LINE_END_HYPHENS = "-\u00ad\u2010\ufffe\x02"
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u2011": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
        "\u00ad": None,
        "\ufffd": None,
        "\u2028": " ",
        "\u2029": " ",
        "\t": " ",
    }
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
# A space that pdfium sees after the ligatures fi and fl: few Dutch words end so.
_TORN = re.compile(r"(?<![^\W\d_])(?!wifi|hifi|fi )([^\W\d_]*(?:fi|fl)) (?=[a-z])")
_SPACES = re.compile(r"\s{2,}")
_PLAIN = re.compile(r"[ -~\u00c0-\u017f\u2018-\u201e\u2013\u2022\u20ac\u2026]*")
_SPACED = re.compile(r"\w(?: {1,3}\w){3,}(?: ?[!?:.])?")
_NEXT = re.compile(r"[\w'’-]+")
_SIGNS = ".,;:!?()[]\"'‘’“”„*•"
_SPLIT = re.compile(r"[^\w'’-]+")
# A first part that is written with a hyphen before most words.
_PREFIXES = frozenset(
    {"niet", "non", "oud", "ex", "quasi", "pseudo", "vice", "adjunct", "bijna", "lhbti", "lhbtiq"}
    | {"zuid", "noord", "oost", "west", "links", "rechts"}
)
# Dutch puts a hyphen between these vowels where two parts of a compound meet.
_CLASH = re.compile("aa|ae|ai|au|ee|ei|eu|ie|ii|ij|oe|oi|oo|ou|ui|uu")
_AND = frozenset(("en", "of", "tot", "als", "noch", "dan", "en/of"))


def clean(text: str) -> str:
    """Return a line's text with its signs mended: ligatures, odd spaces, control characters.

    A hyphen at the end that pdfium marked as U+FFFE or U+0002, or a soft
    hyphen there, becomes ``-``; soft hyphens inside the line are dropped.
    """
    if _PLAIN.fullmatch(text) and "  " not in text and "fi " not in text and "fl " not in text:
        return text.strip()
    if text[-1:] in LINE_END_HYPHENS:
        text = text[:-1] + "-"
    text = _CONTROL.sub("", text.translate(_LIGATURES))
    text = _TORN.sub(r"\1", text)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip())


def folded(text: str) -> str:
    """Return text of another source than a PDF on one line, with odd characters mended.

    As :func:`clean`, but nothing is taken for a fault of pdfium's.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    if text[-1:] in LINE_END_HYPHENS:
        text = text[:-1] + "-"
    text = text.translate(_LIGATURES).replace("\n", " ").replace("\r", " ")
    text = _SPACES.sub(" ", _CONTROL.sub("", text)).strip()
    return unicodedata.normalize("NFC", text)


def unspaced(text: str) -> str:
    """Return a letter-spaced heading as it is meant: ``W O N E N`` becomes ``WONEN``."""
    if not _SPACED.fullmatch(text):
        return text
    if "  " in text:
        return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", text))
    return text.replace(" ", "")


class Vocabulary:
    """The words of one programme, which tell a hyphen that is real from one of a line break."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words: set[str] = set()
        for text in texts:
            self.words.update(word.strip(_SIGNS) for word in text.lower().split())

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Say whether ``before-after``, broken at the hyphen, is written with the hyphen.

        Args:
            before: the last word of a line, without the hyphen.
            after: the first word of the next line.
        """
        if not before or not after or not before[-1].isalpha() or not after[0].islower():
            return True
        if len(before) == 1:
            return True
        one, two = before.lower(), after.lower()
        if one + two in self.words:
            return False
        if f"{one}-{two}" in self.words or before[-1].isupper():
            return True
        vowels_clash = bool(_CLASH.match(one[-1] + two[0]))
        return one in _PREFIXES or (vowels_clash and one in self.words)


def join(before: str, after: str, vocabulary: Vocabulary) -> str:
    """Join two lines of one passage, mending a hyphen at the end of the first.

    >>> join("meer huis-", "vesting", Vocabulary([]))
    'meer huisvesting'
    >>> join("voor dak-", "en thuislozen", Vocabulary([]))
    'voor dak- en thuislozen'
    """
    if not before or not after:
        return before or after
    if before[-1] != "-" or len(before) < 2:
        return f"{before} {after}"
    match = _NEXT.match(after)
    following = match[0] if match else ""
    if before[-2].isspace():
        word = before[:-2].rstrip()
        last = _SPLIT.split(word)[-1]
        known = last and (last + following).lower() in vocabulary.words
        return word + after if known and following[:1].islower() else f"{before} {after}"
    if following.lower() in _AND:
        return f"{before} {after}"
    head = before[:-1]
    words = _SPLIT.split(head)
    if following and not vocabulary.keeps_hyphen(words[-1], following):
        return head + after
    return before + after
