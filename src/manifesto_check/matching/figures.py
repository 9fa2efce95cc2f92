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
# "Ten derde" and "de derde wijk" are no shares: a share is of something, or has its own number.
_SHARE = re.compile(
    r"\b(een|één|twee|drie|vier)[\s-]?(derde|kwart|vierde|vijfde)\b|\b(de) (helft)\b", re.I
)
_AT_MOST = re.compile(
    r"(?<!niet )(?<!nooit )\b(maximaal|hoogstens|hooguit|ten hoogste|niet meer dan|minder dan|"
    r"onder de|lager dan)[^.;]{0,20}$",
    re.I,
)
_AT_LEAST = re.compile(
    r"\b(minimaal|minstens|ten minste|tenminste|meer dan|niet minder dan|nooit minder dan|"
    r"boven de|hoger dan)[^.;]{0,20}$",
    re.I,
)


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
            times, part = (match[1] or match[3]).lower(), (match[2] or match[4]).lower()
            yield _Found(100 * _TIMES[times] * _PARTS[part], _bound(text, match.start()))


def _value(number: str) -> float:
    if number in _TENS:
        return float(_TENS[number])
    return float(re.sub(r"[. ]", "", number).replace(",", "."))


def _bound(text: str, start: int) -> Direction | None:
    """Return the side on which the words before a figure bound it."""
    if _AT_LEAST.search(text, 0, start):
        return Direction.AT_LEAST
    return Direction.AT_MOST if _AT_MOST.search(text, 0, start) else None
