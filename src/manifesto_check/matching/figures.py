"""Figures in a passage against a measure's figure: "minimaal 30%", "40 procent", "een derde"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from manifesto_check.recommendations.model import Direction, Figure

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
_UNITS = {"%": r"(?:%|procent\b|pct\b)", "jaar": r"-?(?:jaar|jaren|jarigen?)\b", "m2": r"(?:m2|m²)"}
_NUMBER = rf"(?<![\w.,])(\d{{1,3}}(?:[. ]\d{{3}})+|\d+(?:,\d+)?|{'|'.join(_TENS)})\s*"
# The first figure of "18 tot 21 jaar" has the unit of the second.
_UP_TO = rf"(?:-?\s*(?:tot(?: en met)?|t/m|à|of|[-–])\s*{_NUMBER})?"
# "Ten derde", "de derde wijk" and "een derde wijkteam" are no shares: a share is of something.
_SHARE = re.compile(
    r"\b(een|één|twee|drie|vier)[\s-]?(derde|kwart|vierde|vijfde)\b(?=\s+(?:van|deel|is|zijn|moet|moeten|wordt|worden)\b|\W*$)"
    r"|\b(twee|drie|vier)[\s-]?(derde|kwart|vierde|vijfde)\b|\b(de) (helft)\b",
    re.I,
)
_NOT = r"(?:niet |nooit |geen (?:\w+ ){1,4})"  # "geen wijken met minder dan 30%"
_MORE = "(?:meer dan|boven de|hoger dan)"
_LESS = "(?:minder dan|onder de|lager dan)"
# The bound nearest to the figure decides: "minimaal 5 en maximaal 20%".
_AT_MOST = rf"maximaal|hoogstens|hooguit|ten hoogste|{_NOT}{_MORE}|(?<!niet )(?<!nooit ){_LESS}"
_AT_LEAST = rf"minimaal|minstens|ten minste|tenminste|{_NOT}{_LESS}|(?<!niet )(?<!nooit ){_MORE}"
_BOUND = re.compile(rf"\b(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST}))\b", re.I)
_IF = re.compile(r"\b(?:waar|als|indien|wanneer|zodra|zolang|tenzij)\b[^,.;:]*$", re.I)
_THEN = re.compile(r"[^,.;:]*,")
AGREES, SHORT, CONTRARY = 1.0, -0.5, -1.0
"""What a figure says of a measure's: it does as much, less, or no more than less."""
_REACH = 40
"""Characters before a figure in which a bound is looked for, in the same sentence."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure in a passage, and the side on which the passage bounds it, if it does."""

    value: float
    bound: Direction | None


def compare_figure(text: str, figure: Figure) -> float:
    """Compare the figures in a passage with a measure's figure.

    Returns:
        AGREES where a figure in the same unit is on the side that counts
        ("40%" for at least 30%), else CONTRARY where one is kept on the other
        side ("hoogstens 20%"), else SHORT where there is one ("20%", "minimaal
        20%", "hoogstens 40%"); 0 where the passage has none in that unit.
    """
    outcomes = [_compare(found, figure) for found in _figures(text, figure.unit)]
    for outcome in (AGREES, CONTRARY):
        if outcome in outcomes:
            return outcome
    return SHORT if outcomes else 0.0


def _compare(found: _Found, figure: Figure) -> float:
    tolerance = 1e-9 + 0.01 * abs(figure.value)
    reaches = (
        found.value >= figure.value - tolerance
        if figure.direction is Direction.AT_LEAST
        else found.value <= figure.value + tolerance
    )
    if found.bound is None or found.bound is figure.direction:
        return AGREES if reaches else SHORT
    return SHORT if reaches else CONTRARY


def _figures(text: str, unit: str) -> Iterator[_Found]:
    """Yield each figure in ``unit`` but those of a condition."""
    pattern = _UNITS.get(unit, rf"{re.escape(unit)}\b" if unit else "")
    for match in re.finditer(_NUMBER + _UP_TO + pattern, text, re.I):
        if _is_condition(text, match):
            continue
        bound = _bound(text, match.start())
        yield from (_Found(_value(number.lower()), bound) for number in match.groups() if number)
    if unit == "%":
        for match in _SHARE.finditer(text):
            if _is_condition(text, match):
                continue
            times, part = (g.lower() for g in match.groups() if g)
            yield _Found(100 * _TIMES[times] * _PARTS[part], _bound(text, match.start()))


def _is_condition(text: str, figure: re.Match[str]) -> bool:
    """Say whether a figure only says when something is done: "zodra 35% sociaal is, ..."."""
    start, end = figure.span()
    return bool(_IF.search(text, max(0, start - 2 * _REACH), start) and _THEN.match(text, end))


def _value(number: str) -> float:
    if number in _TENS:
        return float(_TENS[number])
    return float(re.sub(r"[. ]", "", number).replace(",", "."))


def _bound(text: str, start: int) -> Direction | None:
    """Return the side on which the words before a figure bound it."""
    before = re.split(r"[.;]", text[max(0, start - _REACH) : start])[-1]
    bounds = list(_BOUND.finditer(before))
    if not bounds:
        return None
    return Direction.AT_LEAST if bounds[-1]["least"] else Direction.AT_MOST
