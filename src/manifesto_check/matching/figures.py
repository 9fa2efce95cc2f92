"""Figures in a passage against a measure's figure: "minimaal 30%", "40 procent", "een derde"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manifesto_check.recommendations.model import Direction, Figure

_FRACTIONS = {
    "helft": 50.0,
    "derde": 100 / 3,
    "kwart": 25.0,
    "vijfde": 20.0,
    "tweederde": 200 / 3,
    "driekwart": 75.0,
}
_UNITS = {"%": r"(?:%|procent\b|pct\b)", "jaar": r"(?:jaar|jaren|jarigen)\b", "m2": r"(?:m2|m²)"}
_NUMBER = r"(?<![\w.,])(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*"
_TWO_THIRDS = re.compile(r"\b(twee[\s-]?derde|drie[\s-]?kwart|helft|derde|kwart|vijfde)\b", re.I)
_AT_MOST = re.compile(
    r"\b(maximaal|hoogstens|ten hoogste|niet meer dan|minder dan|onder de|lager dan|tot maximaal)"
    r"[^.;]{0,20}$",
    re.I,
)


def compare_figure(text: str, figure: Figure) -> int:
    """Compare the figures in a passage with a measure's figure.

    Returns:
        1 where a figure in the same unit is on the side that counts ("40%"
        for at least 30%), -1 where every such figure is on the other side
        ("hoogstens 20%"), 0 where the passage has none in that unit.
    """
    outcomes = [_agrees(value, at_most, figure) for value, at_most in _figures(text, figure.unit)]
    if not outcomes:
        return 0
    return 1 if any(outcomes) else -1


def _agrees(value: float, at_most: bool, figure: Figure) -> bool:
    tolerance = 1e-9 + 0.01 * abs(figure.value)
    if figure.direction is Direction.AT_LEAST:
        return value >= figure.value - tolerance and not at_most
    return value <= figure.value + tolerance


def _figures(text: str, unit: str) -> Iterator[tuple[float, bool]]:
    """Yield each figure in ``unit`` and whether the passage calls it an upper bound."""
    pattern = _UNITS.get(unit, rf"{re.escape(unit)}\b" if unit else "")
    for match in re.finditer(_NUMBER + pattern, text, re.I):
        value = float(match[1].replace(".", "").replace(",", "."))
        yield value, bool(_AT_MOST.search(text, 0, match.start()))
    if unit == "%":
        for match in _TWO_THIRDS.finditer(text):
            name = re.sub(r"[\s-]", "", match[1].lower())
            yield _FRACTIONS[name], bool(_AT_MOST.search(text, 0, match.start()))
