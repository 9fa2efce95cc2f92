"""Figures in Dutch text, with their units and the side on which the words around bound them.

"Minimaal 30%", "€ 1.000", "18- tot 21-jarigen", "6 weken of korter", "twee derde van".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Direction(StrEnum):
    """How a figure in a programme compares with a measure's figure for the measure to hold."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


NO_UNIT = "aantal"
"""The unit of a figure that has none."""

_BOUNDING = (
    "minimaal minstens minst ten tenminste op zijn meer minimum van niet dan "
    "maximaal hooguit hoogstens hoogste minder binnen maximum langer"
)
BOUND_WORDS = frozenset(_BOUNDING.split())
"""The words that bound a figure: they say nothing of what it is a figure of."""

_PARTS = {"helft": 1 / 2, "derde": 1 / 3, "kwart": 1 / 4, "vierde": 1 / 4, "vijfde": 1 / 5}
_TIMES = {"een": 1, "één": 1, "de": 1, "twee": 2, "drie": 3, "vier": 4}
_TENS = {
    "tien": 10,
    "vijftien": 15,
    "twintig": 20,
    "vijfentwintig": 25,
    "dertig": 30,
    "vijfendertig": 35,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
    "honderd": 100,
}
# A point or a space groups thousands, a comma begins the decimals.
_DIGITS = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_NUMBER = rf"(?<![\w.,])({_DIGITS}|{'|'.join(_TENS)})(?!\d)\s*"
# The first figure of "18 tot 21 jaar" has the unit of the second.
_UP_TO = rf"(?:-?\s*(?:tot(?: en met)?|t/m|à|of|[-–])\s*(?:€\s*)?{_NUMBER})?"
# "Ten derde", "de derde wijk" and "een derde wijkteam" are no shares: a share is of something.
_SHARE = re.compile(
    r"\b(een|één|twee|drie|vier)[\s-]?(derde|kwart|vierde|vijfde)\b(?=\s+(?:van|deel|is|zijn|moet|moeten|wordt|worden)\b|\W*$)"
    r"|\b(twee|drie|vier)[\s-]?(derde|kwart|vierde|vijfde)\b|\b(de) (helft)\b",
    re.I,
)
# How a unit is written behind its figure.
_WAYS = {
    "%": r"(?:%|procent\b|percent\b|pct\b)",
    "euro": r"(?:euro(?:'s)?|eur)\b",
    "jaar": r"-?(?:jaar|jaren|jarigen?)\b",
    "maand": r"maand(?:en)?\b",
    "week": r"(?:week|weken)\b",
    "dag": r"dag(?:en)?\b",
    "uur": r"(?:uur|uren)\b(?! per dag)",
    "uur per dag": r"uur(?: per dag|/dag)\b",
    "m2": r"(?:m2|m²|(?:vierkante|kwadraat) meter)(?!\w)",
    "meter": r"(?:meter|m)\b(?!²)",
    "kilometer": r"(?:kilometer|km)(?: ?/ ?u(?:ur)?| per uur)?\b",
}
_ANY = r"(?!\s*(?:%|procent\b|jaar\b|euro\b))"
_KNOWN = re.compile(rf"\s*({'|'.join(sorted(_WAYS.values(), key=len, reverse=True))})", re.I)
_SIGNS = {"€": "euro"}
_NOT = r"(?:niet |nooit |geen (?:\w+ ){1,4})"  # "geen wijken met minder dan 30%"
_MORE = "(?:meer dan|boven de|hoger dan|langer dan|groter dan)"
_LESS = "(?:minder dan|onder de|lager dan|korter dan|kleiner dan)"
# The bound nearest to the figure decides: "minimaal 5 en maximaal 20%".
_AT_MOST = (
    "maximaal|hoogstens|hooguit|ten hoogste|op zijn hoogst|maximum van"
    rf"|{_NOT}{_MORE}|(?<!niet )(?<!nooit ){_LESS}"
)
_AT_LEAST = (
    "minimaal|minstens|ten minste|tenminste|op zijn minst|minimum van"
    rf"|{_NOT}{_LESS}|(?<!niet )(?<!nooit ){_MORE}"
)
_BEFORE = re.compile(rf"\b(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST}))\b", re.I)
_BEHIND = re.compile(
    r"\W*(?:\w+\W+){0,2}?of\s+(?:(?P<most>minder|korter|lager|kleiner)"
    r"|(?P<least>meer|langer|hoger|groter))\b",
    re.I,
)
_IF = re.compile(r"\b(?:waar|als|indien|wanneer|zodra|zolang|tenzij)\b[^,.;:]*$", re.I)
_THEN = re.compile(r"[^,.;:]*,")
_REACH = 40
"""Characters before a figure in which a bound is looked for, in the same sentence."""
_WORDS_BETWEEN = r"(?:[^\W\d][\w-]*\s+){0,2}?"
"""What may stand between a figure and what it counts: "1.000 betaalbare woningen"."""


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A figure in a text.

    Attributes:
        value: as a number; a share in percent.
        bound: the side on which the words around bound it; None where they do not.
        is_condition: whether it only says when something is done ("zodra 35% sociaal is, ...").
    """

    value: float
    bound: Direction | None
    is_condition: bool = False


def figures_in(text: str, unit: str) -> Iterator[WrittenFigure]:
    """Yield the figures of one unit in a text.

    Args:
        text: a passage.
        unit: as a list writes it; what is counted in any other unit is passed over.
    """
    unit = " ".join(unit.lower().split())
    for match in _pattern(unit).finditer(text):
        is_condition = _is_condition(text, match)
        bound = bound_of(text, match.start(), match.end())
        for number in filter(None, match.groups()):
            yield WrittenFigure(number_of(number), bound, is_condition)
    if _named(unit) == "%":
        for match in _SHARE.finditer(text):
            times, part = (group.lower() for group in match.groups() if group)
            bound = bound_of(text, match.start(), match.end())
            value = 100 * _TIMES[times] * _PARTS[part]
            yield WrittenFigure(value, bound, _is_condition(text, match))


def number_of(written: str) -> float:
    """Return the value of a number in digits or one of the round ones in words.

    A point or a space groups thousands and a comma begins the decimals: ``10.000`` is ten
    thousand, ``2,5`` two and a half.
    """
    lower = written.lower()
    if lower in _TENS:
        return float(_TENS[lower])
    return float(re.sub(r"[. ]", "", lower).replace(",", "."))


def bound_of(text: str, start: int, end: int) -> Direction | None:
    """Return the side on which the words around a figure bound it; None where they do not.

    Args:
        text: a sentence.
        start: of the figure in it.
        end: of the figure with its unit.
    """
    before = re.split(r"[.;]", text[max(0, start - _REACH) : start])[-1]
    bounds = list(_BEFORE.finditer(before))
    found = bounds[-1] if bounds else _BEHIND.match(text, end)
    if found is None:
        return None
    return Direction.AT_LEAST if found["least"] else Direction.AT_MOST


def unit_behind(text: str, end: int) -> re.Match[str] | None:
    """Return the unit that stands behind a figure, where it is a known one (its group 1)."""
    return _KNOWN.match(text, end)


def _named(unit: str) -> str:
    """Return the name of a unit that is written in one of several ways, else the unit itself."""
    if unit in _SIGNS:
        return _SIGNS[unit]
    return next((name for name, way in _WAYS.items() if re.fullmatch(way, unit)), unit)


@cache
def _pattern(unit: str) -> re.Pattern[str]:
    """Return what finds the figures of a unit; its groups are the numbers."""
    name = _named(unit)
    way = _WAYS.get(name)
    if name == "euro":
        return re.compile(rf"€\s*{_NUMBER}{_UP_TO}(?:{way})?|{_NUMBER}{_UP_TO}{way}", re.I)
    if way is None:
        way = _ANY if unit in {"", NO_UNIT} else _counted(unit)
    return re.compile(rf"{_NUMBER}{_UP_TO}{way}", re.I)


def _counted(unit: str) -> str:
    """Return what finds a counted thing: as a list writes it, in one or in several."""
    from manifesto_check.dutch.lemmas import lemma_of

    first, *rest = unit.split()
    stems = "|".join(
        re.escape(stem) + f"{re.escape(stem[-1])}?" for stem in (lemma_of(first), first)
    )
    tail = "".join(rf"\s+{re.escape(word)}" for word in rest)
    return rf"{_WORDS_BETWEEN}[\w-]*?(?:{stems})(?:en|'s|s)?{tail}\b"


def _is_condition(text: str, figure: re.Match[str]) -> bool:
    start, end = figure.span()
    return bool(_IF.search(text, max(0, start - 2 * _REACH), start) and _THEN.match(text, end))
