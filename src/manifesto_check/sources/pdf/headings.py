"""Headings: which groups of lines are headings, and how deep they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from manifesto_check.sources.pdf.groups import Group

MAX_WORDS = 24
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+\.?|(?:hoofdstuk|thema|deel)\s+\d+)\W", re.I)
_SENTENCE_END = re.compile(r"[.;,…][\"'”’)]*$")
_QUOTE = re.compile(r"[\"“„‘].*[\"”’]\W*")
_FIGURE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.:]?\s")
_Style = tuple[float, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Body:
    """The style of the running text."""

    size: float
    bold: bool
    italic: bool
    colour: int


def body_style(groups: Iterable[Group], size: float) -> Body:
    """Return the style in which most characters of the given font size are set."""
    bold: Counter[bool] = Counter()
    italic: Counter[bool] = Counter()
    colour: Counter[int] = Counter()
    for group in groups:
        for line in group.lines:
            if abs(line.size - size) <= 0.5:
                bold[line.bold] += len(line.text)
                italic[line.italic] += len(line.text)
                colour[line.colour] += len(line.text)
    return Body(
        size,
        bold.most_common(1)[0][0] if bold else False,
        italic.most_common(1)[0][0] if italic else False,
        colour.most_common(1)[0][0] if colour else 0,
    )


def is_heading(group: Group, body: Body) -> bool:
    """Say whether a group is a heading: by size, weight, slant, capitals, colour or number."""
    text = " ".join(line.text for line in group.lines)
    words = len(text.split())
    if not words or words > MAX_WORDS or not any(char.isalpha() for char in text):
        return False
    ends = bool(_SENTENCE_END.search(text))
    size = group.size
    if (group.marker is not None and not group.marker.weak) or _QUOTE.fullmatch(text):
        return False
    if size >= 1.12 * body.size:
        return not (ends and words > 8) and not (text[0].islower() and words > 6)
    if ends or text[0].islower() or (text.endswith(":") and group.marker is not None):
        return False
    if size < 0.93 * body.size:
        return False
    if group.bold and not body.bold:
        return words <= 18
    if _capitals(text):
        return words <= 14
    if group.italic and not body.italic and group.marker is None:
        return words <= 10 and len(group.lines) <= 2
    coloured = all(line.colour != body.colour for line in group.lines)
    if coloured and group.marker is None and len(group.lines) <= 2 and text[-1] != ":":
        return words <= 10
    return bool(_NUMBERED.match(text)) and words <= 9 and len(group.lines) == 1


def _capitals(text: str) -> bool:
    return text.isupper() and sum(char.isalpha() for char in text) >= 4


def levels(headings: Sequence[Group]) -> dict[int, int]:
    """Return the level of each heading (by ``id``): 1 for the largest style, and so on down."""
    styles = {id(group): _style(group) for group in headings}
    ranks = {
        style: rank
        for rank, style in enumerate(sorted(set(styles.values()), key=_prominence), start=1)
    }
    return {key: ranks[style] for key, style in styles.items()}


def _prominence(style: _Style) -> tuple[float, bool, bool, bool]:
    size, capitals, bold, numbered = style
    return -size, not capitals, not bold, not numbered


def _style(group: Group) -> _Style:
    text = " ".join(line.text for line in group.lines)
    size = round(group.size * 2) / 2
    return (size, _capitals(text), group.bold, bool(_FIGURE.match(text)))
