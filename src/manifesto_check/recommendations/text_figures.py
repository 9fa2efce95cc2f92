"""The figures in a measure's text: value, unit, and the side that counts where the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from manifesto_check.recommendations.lint_words import AT_LEAST_WORDS, AT_MOST_WORDS
from manifesto_check.recommendations.model import Direction

_NUMBER = re.compile(r"(?<![\w.,])(€ ?)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\w])")
# Numbers that are no figures: years, and the numbers of articles and laws.
_YEAR = re.compile(r"(19|20)\d\d")
_NO_FIGURE_BEFORE = re.compile(r"\b(artikel|art\.|lid|nr\.|nummer|wet)\s*$", re.I)
_UNIT = re.compile(r"\s*(%|[^\W\d_]+(?:[ /](?:per|uur)[ /]?[^\W\d_]*)?)")
_NO_UNIT = "aantal"
_UP_TO = re.compile(r"\b(of|en) (meer|langer|hoger)\b", re.I)
_DOWN_TO = re.compile(r"\b(of|en) (minder|korter|lager)\b", re.I)


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A figure as a text has it.

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


def written_figures(text: str) -> Iterator[WrittenFigure]:
    """Yield the figures in a Dutch text.

    Years and numbers of articles are no figures. A point groups thousands and
    a comma begins the decimals: ``10.000`` is ten thousand, ``2,5`` two and a half.

    Args:
        text: a sentence.
    """
    for found in _NUMBER.finditer(text):
        year = found[3] is None and _YEAR.fullmatch(found[2])
        if year or _NO_FIGURE_BEFORE.search(text[: found.start()]):
            continue
        value = float(found[2].replace(".", "") + "." + (found[3] or "0"))
        after = text[found.end() :]
        unit = _UNIT.match(after)
        shown = "euro" if found[1] else unit[1] if unit else _NO_UNIT
        digits = found[0].removeprefix(found[1] or "")
        yield WrittenFigure(digits, value, shown, _side(text[: found.start()], after))


def _side(before: str, after: str) -> Direction | None:
    """Return the side that the words around a figure name, or None."""
    words = " ".join(re.findall(r"\w+", before.lower())[-3:])
    sides = [(phrase, Direction.AT_LEAST) for phrase in AT_LEAST_WORDS]
    sides += [(phrase, Direction.AT_MOST) for phrase in AT_MOST_WORDS]
    fitting = [pair for pair in sides if words.endswith(pair[0])]
    if fitting:  # the longest: "niet meer dan" ends in "meer dan"
        return max(fitting, key=lambda pair: len(pair[0]))[1]
    near = after[:40]
    if _UP_TO.search(near):
        return Direction.AT_LEAST
    return Direction.AT_MOST if _DOWN_TO.search(near) else None
