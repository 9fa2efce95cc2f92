"""Files that a user may give in place of a good programme, made from our own texts."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "brede-dijk.pdf"
PASSWORD = "waterveen"
DUTCH = [
    "In iedere wijk komt een plek waar buren elkaar ontmoeten en samen koken.",
    "Wie op straat slaapt krijgt van ons geen boete, maar een bed en hulp.",
    "Schulden sporen we vroeg op, en we helpen snel en ruimhartig.",
    "De bus blijft rijden, ook in de avond en in het weekend.",
    "Van elk nieuwbouwplan is minstens een derde sociale huur.",
] * 4
ENGLISH = [
    "We will build affordable homes for young families and for people on low incomes.",
    "Nobody should have to sleep on the streets of our town in the winter.",
    "The council is going to end fines for rough sleepers and open a shelter.",
    "Local schools need more teachers, and we shall find the money for that.",
    "Our bus services have been cut too often; they will run in the evening again.",
] * 4


def encrypted() -> bytes:
    """The example, opened only by PASSWORD."""
    writer = PdfWriter(clone_from=PdfReader(EXAMPLE))
    writer.encrypt(PASSWORD, algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def truncated() -> bytes:
    """The first half of the example, as of a download that broke off."""
    data = EXAMPLE.read_bytes()
    return data[: len(data) // 2]


def document(*pages: Callable[[Canvas], None]) -> bytes:
    """A PDF with pages as :func:`text` and :func:`scan` make them."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def text(lines: Sequence[str]) -> Callable[[Canvas], None]:
    """A page with these lines."""

    def write(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(lines):
            canvas.drawString(60, 780 - 16 * number, line)

    return write


def scan(canvas: Canvas) -> None:
    """A page whose text is only in a picture, as a scanner makes it."""
    fonts = (Path(folder) / "Vera.ttf" for folder in rl_config.TTFSearchPath)
    font = ImageFont.truetype(str(next(f for f in fonts if f.exists())), 24)
    image = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(DUTCH * 2):
        draw.text((120, 120 + 36 * number), line, font=font, fill=0)
    canvas.drawImage(ImageReader(image), 0, 0, *A4)
