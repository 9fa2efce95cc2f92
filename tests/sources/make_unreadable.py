"""Makes PDFs without text to read, or not for everybody: pictures, shapes, junk, a password."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from sheets import HEIGHT, WIDTH, Sheets, filler, wrapped


def _picture(sheets: Sheets, image: Image.Image) -> None:
    sheets.canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)


def scanned_text() -> Image.Image:
    """A page of text as a picture, slightly noisy, as a scanner makes it."""
    image = Image.new("L", (1240, 1754), 244)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=24)
    for row in range(40):
        draw.text((120, 120 + 36 * row), filler(row, 2)[:84], fill=30, font=font)
    noise = Image.effect_noise(image.size, 12)
    return Image.blend(image, noise, 0.04)


def photo() -> Image.Image:
    """A picture without text: sky, ground, leaves."""
    chance = random.Random(7)
    image = Image.linear_gradient("L").resize((800, 1130)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for _ in range(900):
        x, y, r = chance.randrange(800), chance.randrange(1130), chance.randrange(2, 60)
        shade = chance.randrange(256)
        draw.ellipse((x, y, x + r, y + r), fill=(shade, (shade * 2) % 256, 255 - shade))
    return Image.blend(image, Image.effect_noise(image.size, 90).convert("RGB"), 0.3)


def pictures() -> bytes:
    """Pages: text, scanned text, photo, blank, plain divider, divider with a title, text."""
    sheets = Sheets()
    sheets.lines(60, 90, wrapped(filler(1, 20), 475))
    sheets.page()
    _picture(sheets, scanned_text())
    sheets.page()
    _picture(sheets, photo())
    sheets.page()
    sheets.page()
    sheets.canvas.setFillColorRGB(0.1, 0.5, 0.3)
    sheets.canvas.rect(0, 0, WIDTH, HEIGHT, fill=1, stroke=0)
    sheets.page()
    sheets.canvas.setFillColorRGB(0.8, 0.2, 0.3)
    sheets.canvas.rect(0, 0, WIDTH, HEIGHT, fill=1, stroke=0)
    sheets.canvas.setFillColorRGB(1, 1, 1)
    sheets.line(80, 400, "Zorg voor elkaar", "Helvetica-Bold", 40)
    sheets.page()
    sheets.lines(60, 90, wrapped(filler(2, 20), 475))
    return sheets.done()


def only_scans() -> bytes:
    """Two pages that are pictures of text and nothing else."""
    sheets = Sheets()
    for _ in range(2):
        _picture(sheets, scanned_text())
        sheets.page()
    return sheets.done()


def text_as_shapes() -> bytes:
    """Letters drawn as shapes, as some programs export text (here of small squares)."""
    small = Image.new("1", (595, 842), 1)
    draw = ImageDraw.Draw(small)
    font = ImageFont.load_default(size=12)
    for row in range(30):
        draw.text((60, 60 + 20 * row), filler(row, 2)[:75], fill=0, font=font)
    sheets = Sheets()
    for y in range(842):
        dark = [x for x in range(595) if not small.getpixel((x, y))]
        for x in dark:
            sheets.canvas.rect(x, HEIGHT - y, 1, 1, fill=1, stroke=0)
    return sheets.done()


def encrypted(password: str = "linde") -> bytes:
    """A PDF that opens with a password only."""
    encryption = StandardEncryption(password, ownerPassword="eigenaar", strength=128)
    sheets = Sheets(encrypt=encryption)
    sheets.lines(60, 90, wrapped(filler(1, 8), 475))
    return sheets.done()


def junk() -> bytes:
    """Text in a font whose Unicode map says that its letters are private signs."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    sheets = Sheets()
    sheets.lines(60, 90, wrapped(filler(1, 20), 475))
    writer = PdfWriter(PdfReader(io.BytesIO(sheets.done())))
    table = DecodedStreamObject()
    table.set_data(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        b"/CMapName /Private def 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <21> <FF> <E021> endbfrange endcmap end end"
    )
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        font.get_object()[NameObject("/ToUnicode")] = writer._add_object(table)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def blank() -> bytes:
    """One page without anything."""
    sheets = Sheets()
    sheets.page()
    return sheets.done()
