"""Sheets of paper to lay the PDFs of the tests out on, and sentences to fill them with."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEADING = 14
SIZE = 11
FILLER = [
    "De gemeente bouwt elk jaar genoeg betaalbare huizen voor starters.",
    "Wie zijn huis dreigt te verliezen, krijgt op tijd hulp van de buurt.",
    "In elke wijk komt een loket waar inwoners terecht kunnen met vragen.",
    "We luisteren naar mensen die de straat kennen en nemen hen serieus.",
    "Ouders, kinderen en grootouders wonen graag dicht bij elkaar.",
    "De bus blijft rijden, ook in de avond en in het weekend.",
    "Scholen en sportclubs krijgen de ruimte om samen te werken.",
    "Het groen in de stad is van iedereen en voor iedereen.",
]


def register_vera() -> None:
    """Make reportlab's own Vera known: a font with a Unicode map and many signs."""
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        folder = next(Path(path) for path in rl_config.TTFSearchPath if _has_vera(path))
        pdfmetrics.registerFont(TTFont("Vera", str(folder / "Vera.ttf")))


def _has_vera(path: str) -> bool:
    return (Path(path) / "Vera.ttf").exists()


class Sheets:
    """A canvas that is written on with the top of the page as zero."""

    def __init__(self, size: tuple[float, float] = A4, **options: object) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=size, invariant=1, **options)
        self.height = size[1]
        self.style = ("Helvetica", SIZE)

    def line(self, x: float, y: float, text: str, font: str = "", size: float = 0) -> None:
        """Write one line with its baseline ``y`` points below the top."""
        self.canvas.setFont(font or self.style[0], size or self.style[1])
        self.canvas.drawString(x, self.height - y, text)

    def lines(self, x: float, y: float, texts: Iterable[str], font: str = "") -> float:
        """Write lines below each other and return the next baseline."""
        for text in texts:
            self.line(x, y, text, font)
            y += LEADING
        return y

    def page(self) -> None:
        """Go on to the next page."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """Close the document and return its bytes."""
        self.canvas.save()
        return self.buffer.getvalue()


def wrapped(text: str, width: float, font: str = "Helvetica", size: float = SIZE) -> list[str]:
    """Break a text into lines of at most ``width`` points."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pdfmetrics.stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def filler(seed: int, sentences: int) -> str:
    """Return so many sentences, in an order that depends on the seed."""
    chance = random.Random(seed)
    return " ".join(chance.choice(FILLER) for _ in range(sentences))
