"""The figures in a measure's text: value, unit, and the side that counts where the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from manifesto_check.dutch.figures import NO_UNIT, Direction, bound_of, number_of, unit_behind

_NUMBER = re.compile(r"(?<![\w.,])(€ ?)?(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\w])")
# Numbers that are no figures: years, those of articles and laws, and what a rate is of.
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_FIGURE_BEFORE = re.compile(r"\b(?:artikel|art\.|lid|nr\.|nummer|wet|per|op elke)\s*$", re.I)
_COUNTED = re.compile(r"\s+(?:[^\W\d_]+e\s+)*([^\W\d_]{4,}(?:en|s))\b")
_OF_YEAR = re.compile(
    r"(?:\b(?:in|per|vanaf|sinds|uit|eind|begin|medio|jaar|tot|na|voor|uiterlijk|van|en|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
    r"|[-–/])\s*$",
    re.I,
)
_WORD = re.compile(r"\s*([^\W\d_]+)")
_AGE = re.compile(r"\b(?:onder|boven) de $", re.I)
_WITHIN = re.compile(r"\bbinnen (?:\w+ )?$", re.I)
_TIME = re.compile(r"(?:uur|uren|dag|dagen|werkdagen|week|weken|maand|maanden|jaar|minuten)", re.I)


@dataclass(frozen=True, slots=True)
class TextFigure:
    """A figure as a measure's text has it.

    Attributes:
        written: its digits.
        value: as a number.
        unit: what is counted, as far as the text shows.
        direction: the side that counts; None where the text does not say.
    """

    written: str
    value: float
    unit: str
    direction: Direction | None


def written_figures(text: str) -> Iterator[TextFigure]:
    """Yield the figures in a Dutch text.

    Years and numbers of articles are no figures, nor is what a rate is of ("per 10.000").

    Args:
        text: a sentence.
    """
    for found in _NUMBER.finditer(text):
        before, digits, end = text[: found.start()], found[2], found.end()
        is_sum = bool(found[1])
        if _NO_FIGURE_BEFORE.search(before):
            continue
        if not is_sum and _is_year(digits, before, text, end):
            continue
        unit, end = ("euro", end) if is_sum else _unit(text, end)
        direction = _direction(text, found.start(), end, unit)
        yield TextFigure(digits, number_of(digits), unit, direction)


def _direction(text: str, start: int, end: int, unit: str) -> Direction | None:
    """Return the side that a text names.

    "Jongeren onder de 23" says who is meant, and "binnen 1.000 meter" where: that is no side.
    """
    before = text[:start]
    if _WITHIN.search(before):
        return Direction.AT_MOST if _TIME.fullmatch(unit) else None
    return None if _AGE.search(before) else bound_of(text, start, end)


def _is_year(digits: str, before: str, text: str, end: int) -> bool:
    """Say whether four digits are a year: not where they count something, "2000 woningen"."""
    if not _YEAR.fullmatch(digits):
        return False
    return bool(_OF_YEAR.search(before)) or not _COUNTED.match(text, end)


def _unit(text: str, end: int) -> tuple[str, int]:
    """Return what a figure counts, and where that ends."""
    found = unit_behind(text, end) or _COUNTED.match(text, end) or _WORD.match(text, end)
    return (found[1], found.end()) if found else (NO_UNIT, end)
