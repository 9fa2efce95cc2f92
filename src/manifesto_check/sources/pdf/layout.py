"""Plain data of a page's layout: lines with their place and style.

All lengths are points; (0, 0) is the top left corner of the page as it is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Line:
    """A line of text, or the part of it that stands in one column.

    Attributes:
        baseline: distance from the top of the page to the baseline.
        size: font size of its first character.
        bold: whether it is bold from its first to its last character.
        italic: whether it is italic from its first to its last character.
        colour: fill colour of its first character as 0xRRGGBBAA.
        page: number of the PDF page, from 1.
        flow: number of the column, counted through the document.
        closes: whether it ends the row or cell of a table, so that no line goes on with it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    colour: int = 0
    page: int = 0
    flow: int = 0
    closes: bool = False

    @property
    def height(self) -> float:
        """Height of the box round the letters."""
        return self.bottom - self.top


@dataclass(slots=True)
class Sheet:
    """A page, or one half of a two-page spread saved as one landscape page.

    Attributes:
        page: number of the PDF page, from 1.
        left: where the sheet begins on that page.
        characters: how many characters the PDF page has.
        junk: how many of these have no meaning (no Unicode map).
        ruled: whether it has the rules of a table.
        recognised: whether OCR made its lines, which then are whole and in reading order.
        turn: quarter turns anticlockwise in which most of its text stands on the page.
    """

    page: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    left: float = 0.0
    characters: int = 0
    junk: int = 0
    ruled: bool = False
    recognised: bool = False
    turn: int = 0


def usual_size(lines: Iterable[Line]) -> float:
    """Return the font size in which most characters are set, to half a point (10 if none)."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 10.0
