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
# "Ten derde", "de derde wijk" and "een derde wijkteam" are no shares: a share is of something.
_SHARE = re.compile(
    r"\b(een|één|twee|drie|vier)[\s-]?(derde|kwart|vierde|vijfde)\b(?=\s+(?:van|deel|is|zijn|moet|moeten|wordt|worden)\b|\W*$)"
    r"|\b(twee|drie|vier)[\s-]?(derde|kwart|vierde|vijfde)\b|\b(de) (helft)\b",
    re.I,
)
_NOT = r"(?:niet|nooit) "
_MORE = "(?:meer dan|boven de|hoger dan)"
_LESS = "(?:minder dan|onder de|lager dan)"
# The bound nearest to the figure decides: "minimaal 5 en maximaal 20%".
_AT_MOST = rf"maximaal|hoogstens|hooguit|ten hoogste|{_NOT}{_MORE}|(?<!niet )(?<!nooit ){_LESS}"
_AT_LEAST = rf"minimaal|minstens|ten minste|tenminste|{_NOT}{_LESS}|(?<!niet )(?<!nooit ){_MORE}"
_BOUND = re.compile(rf"\b(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST}))\b", re.I)
_REACH = 30
"""Characters before a figure in which a bound is looked for, in the same sentence."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure in a passage, and the side on which the passage bounds it, if it does."""

    value: float
    bound: Direction | None


def compare_figure(text: str, figure: Figure) -> int:
    """Compare the figures in a passage with a measure's figure.

    Returns:
        1 where a figure in the same unit is on the side that counts ("40%"
        for at least 30%), -1 where every such figure is on the other side
        ("hoogstens 20%"), 0 where the passage has none in that unit.
    """
    outcomes = [_agrees(found, figure) for found in _figures(text, figure.unit)]
    if not outcomes:
        return 0
    return 1 if any(outcomes) else -1


def _agrees(found: _Found, figure: Figure) -> bool:
    if found.bound is not None and found.bound is not figure.direction:
        return False
    tolerance = 1e-9 + 0.01 * abs(figure.value)
    if figure.direction is Direction.AT_LEAST:
        return found.value >= figure.value - tolerance
    return found.value <= figure.value + tolerance


def _figures(text: str, unit: str) -> Iterator[_Found]:
    """Yield each figure in ``unit``."""
    pattern = _UNITS.get(unit, rf"{re.escape(unit)}\b" if unit else "")
    for match in re.finditer(_NUMBER + pattern, text, re.I):
        yield _Found(_value(match[1].lower()), _bound(text, match.start()))
    if unit == "%":
        for match in _SHARE.finditer(text):
            times, part = (g.lower() for g in match.groups() if g)
            yield _Found(100 * _TIMES[times] * _PARTS[part], _bound(text, match.start()))


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
