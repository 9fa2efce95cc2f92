"""Text fitted to a width, by the font that the figure is drawn with."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FAMILY = "Open Sans"
MEASURED_SIZE = 100  # widths grow with the size: they are measured once, large
LONGEST = 2000  # characters that are looked at: more fit on no line
_FILES = {False: "OpenSans-Regular.ttf", True: "OpenSans-Bold.ttf"}


def font_files() -> list[str]:
    """Return the paths of the font files that come with the package."""
    folder = resources.files("manifesto_check.comparing").joinpath("fonts")
    return [str(Path(str(folder.joinpath(name)))) for name in _FILES.values()]


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is at a font size, in the unit of the size."""
    return _font(bold).getlength(text[:LONGEST]) * size / MEASURED_SIZE


def fitted(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return a text, cut off with an ellipsis where it is wider than ``width``."""
    if len(text) <= LONGEST and width_of(text, size, bold=bold) <= width:
        return text
    low, high = 0, min(len(text), LONGEST)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(f"{text[:middle]}…", size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…"


def wrapped(text: str, width: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """Return a text as at most ``lines`` lines; what does not fit is cut off with an ellipsis."""
    words = text[:LONGEST].split()
    done: list[str] = []
    line = ""
    for position, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if not line or width_of(longer, size, bold=bold) <= width:
            line = longer
            continue
        if len(done) == lines - 1:
            line = " ".join([line, *words[position:]])
            break
        done.append(fitted(line, width, size, bold=bold))
        line = word
    return [*done, fitted(line, width, size, bold=bold)]


@cache
def _font(bold: bool) -> FreeTypeFont:
    from PIL import ImageFont

    regular, heavy = font_files()
    return ImageFont.truetype(heavy if bold else regular, MEASURED_SIZE)
