"""Labelled pages: pictures of text, and pictures (or pages) without text that is to be read.

Every page is a PDF of its own; run this file with a folder as its argument to
look at them: ``python tests/sources/make_pages.py /some/folder``.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from sheets import FILLER, HEIGHT, WIDTH, Sheets

A4 = (1240, 1754)  # pixels: 150 to the inch
PAPER, INK = 244, 30


@dataclass(frozen=True)
class LabelledPage:
    """A page with the answer: does it show text that cannot be read as text?"""

    name: str
    shows_text: bool
    make: Callable[[], bytes]


def vera(name: str, size: int) -> ImageFont.FreeTypeFont:
    """One of reportlab's own fonts."""
    folder = next(Path(p) for p in rl_config.TTFSearchPath if (Path(p) / "Vera.ttf").exists())
    return ImageFont.truetype(str(folder / f"{name}.ttf"), size)


def font(name: str, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size=size) if name == "Aileron" else vera(name, size)


def text(
    *,
    face: str = "Vera",
    size: int = 22,
    leading: float = 1.5,
    columns: int = 1,
    rows: int = 60,
    paper: int = PAPER,
    ink: int = INK,
    skew: float = 0.0,
    noise: float = 0.0,
    shape: tuple[int, int] = A4,
    coarse: int = 1,
    picture: float = 0.0,
    below: float = 0.0,
    beside: float = 0.0,
    bullets: bool = False,
    turned: bool = False,
) -> Image.Image:
    """A page of text as a scanner makes it.

    Args:
        columns: of text.
        rows: lines in a column at most.
        skew: degrees.
        noise: share of it, 0 to 1.
        coarse: how many times fewer dots than 150 to the inch.
        picture, below, beside: share of the page, from above, below and the right, that
            is a photo.
        bullets: whether each line begins with one.
        turned: whether the sheet lay sideways.
    """
    image = Image.new("L", shape, paper)
    draw = ImageDraw.Draw(image)
    letters = font(face, size)
    width, height = shape
    top = round(height * max(picture, 0.06)) + 30
    if picture:
        image.paste(photo(3).resize((width, round(height * picture))), (0, 0))
    across = (width - 200) // columns
    for column in range(columns):
        for row in range(rows):
            y = top + round(row * size * leading)
            if y > height - 120:
                break
            words = f"{FILLER[(row + column) % len(FILLER)]} {FILLER[(row * 3) % len(FILLER)]}"
            if bullets:
                words = f"• {words}"
            while draw.textlength(words, font=letters) > across - 30:
                words = words.rsplit(" ", 1)[0]
            draw.text((100 + column * across, y), words, fill=ink, font=letters)
    if below:
        image.paste(
            photo(4).resize((width, round(height * below))), (0, round(height * (1 - below)))
        )
    if beside:
        image.paste(
            photo(5).resize((round(width * beside), height)), (round(width * (1 - beside)), 0)
        )
    if turned:
        image = image.transpose(Image.Transpose.ROTATE_90)
    return scanned(image, skew, noise, coarse, paper)


def scanned(image: Image.Image, skew: float, noise: float, coarse: int, paper: int) -> Image.Image:
    """What a scanner makes of a page."""
    if skew:
        image = image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=paper)
    if noise:
        image = Image.blend(image, grain(image.size, 60), noise)
    if coarse > 1:
        image = image.resize((image.width // coarse, image.height // coarse))
    return image


def grain(size: tuple[int, int], sigma: float) -> Image.Image:
    """Noise, always the same (Pillow's own is not)."""
    noise = np.random.default_rng(5).normal(128, sigma, (size[1], size[0]))
    return Image.fromarray(np.clip(noise, 0, 255).astype(np.uint8))


def photo(seed: int, share: float = 0.3) -> Image.Image:
    """Sky, ground and leaves."""
    chance = random.Random(seed)
    image = Image.linear_gradient("L").resize((800, 1130))
    draw = ImageDraw.Draw(image)
    for _ in range(chance.randrange(200, 1200)):
        x, y, r = chance.randrange(800), chance.randrange(1130), chance.randrange(2, 80)
        draw.ellipse((x, y, x + r, y + r), fill=chance.randrange(256))
    return Image.blend(image, grain(image.size, 90), share)


def street(seed: int) -> Image.Image:
    """Houses with rows of windows under an even sky: straight lines, but no text."""
    chance = random.Random(seed)
    image = Image.new("L", (800, 1130), 215)
    draw = ImageDraw.Draw(image)
    x = 0
    while x < 800:
        wide, high = chance.randrange(90, 200), chance.randrange(400, 900)
        wall = chance.randrange(60, 190)
        draw.rectangle((x, 1130 - high, x + wide, 1130), fill=wall)
        for y in range(1130 - high + 30, 1080, 80):
            for left in range(x + 12, x + wide - 30, 44):
                draw.rectangle((left, y, left + 26, y + 50), fill=max(wall - 50, 0))
        x += wide
    return Image.blend(image, grain(image.size, 40), 0.15)


def crowd(seed: int) -> Image.Image:
    """Faces in rows, as of a party's candidates."""
    chance = random.Random(seed)
    image = Image.new("L", (800, 1130), 235)
    draw = ImageDraw.Draw(image)
    for row in range(4):
        for column in range(3):
            x, y = 60 + 240 * column, 60 + 260 * row
            draw.rectangle((x, y, x + 200, y + 220), fill=chance.randrange(90, 200))
            draw.ellipse((x + 60, y + 30, x + 140, y + 130), fill=chance.randrange(150, 230))
            draw.ellipse((x + 30, y + 130, x + 170, y + 280), fill=chance.randrange(40, 120))
    return image


def ruled(step: int, across: bool, down: bool) -> Image.Image:
    """Lined or squared paper."""
    image = Image.new("L", (800, 1130), PAPER)
    draw = ImageDraw.Draw(image)
    for at in range(step, 1130, step):
        if across:
            draw.line((0, at, 800, at), fill=120, width=2)
        if down and at < 800:
            draw.line((at, 0, at, 1130), fill=120, width=2)
    return image


def chart(seed: int) -> Image.Image:
    """Bars of a chart without words."""
    chance = random.Random(seed)
    image = Image.new("L", (800, 1130), 255)
    draw = ImageDraw.Draw(image)
    for bar in range(9):
        high = chance.randrange(100, 800)
        draw.rectangle((60 + 80 * bar, 1000 - high, 120 + 80 * bar, 1000), fill=60 + 15 * bar)
    draw.line((40, 1000, 780, 1000), fill=0, width=4)
    return image


def waves(step: int) -> Image.Image:
    """A pattern of wavy lines."""
    image = Image.new("L", (800, 1130), 250)
    draw = ImageDraw.Draw(image)
    for at in range(0, 1130, step):
        points = [(x, at + 14 * math.sin(x / 40)) for x in range(0, 801, 8)]
        draw.line(points, fill=90, width=4)
    return image


def poster(words: str, size: int, paper: int, ink: int) -> Image.Image:
    """A cover: a few words, large."""
    image = Image.new("L", A4, paper)
    draw = ImageDraw.Draw(image)
    for number, word in enumerate(words.split()):
        draw.text((120, 400 + number * size * 1.2), word, fill=ink, font=vera("VeraBd", size))
    return image


def empty_scan(noise: float, shadow: bool) -> Image.Image:
    """The back of a sheet: dirt, and the shadow of its edge."""
    image = Image.blend(Image.new("L", A4, 238), grain(A4, 60), noise)
    if shadow:
        ImageDraw.Draw(image).rectangle((0, 0, 40, A4[1]), fill=60)
    return image


def on_page(image: Image.Image, words: str = "") -> bytes:
    """A page that the picture fills, with words over it that are text."""
    turned = image.width > image.height
    size = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
    sheets = Sheets(size)
    sheets.canvas.drawImage(ImageReader(image), 0, 0, *size)
    if words:
        sheets.line(60, size[1] - 40, words)
    return sheets.done()


def drawn(colour: tuple[float, float, float], words: str = "") -> bytes:
    """A divider: a plane in one colour, with a title that is text."""
    sheets = Sheets()
    sheets.canvas.setFillColorRGB(*colour)
    sheets.canvas.rect(0, 0, WIDTH, HEIGHT, fill=1, stroke=0)
    sheets.canvas.setFillColorRGB(1, 1, 1)
    if words:
        sheets.line(80, 400, words, "Helvetica-Bold", 40)
    return sheets.done()


def text_pages() -> Iterator[LabelledPage]:
    """Pictures of text."""
    options: dict[str, dict[str, object]] = {}
    for face in ("Aileron", "Vera", "VeraBd", "VeraIt"):
        for size in (18, 22, 28):
            options[f"{face}-{size}"] = {"face": face, "size": size}
    options |= {f"columns-{n}": {"columns": n, "size": 18} for n in (2, 3)}
    options |= {f"skew{angle}": {"skew": angle} for angle in (-1.0, -0.5, 0.5, 1.0)}
    options |= {f"noise-{share}": {"noise": share} for share in (0.05, 0.1, 0.2)}
    options |= {
        "white-on-dark": {"paper": 40, "ink": 245},
        "white-on-grey": {"paper": 110, "ink": 250},
        "faint": {"paper": 240, "ink": 140},
        "on-yellowed-paper": {"paper": 205, "ink": 50, "noise": 0.1},
        "coarse": {"coarse": 2, "size": 28},
        "wide-leading": {"leading": 2.2},
        "tight-leading": {"leading": 1.2},
        "ten-lines": {"rows": 10},
        "bullets": {"bullets": True},
        "under-a-photo": {"picture": 0.5},
        "under-a-banner": {"picture": 0.2},
        "between-photos": {"picture": 0.3, "below": 0.35},
        "beside-a-photo": {"beside": 0.5},
        "sideways": {"turned": True},
        "sideways-columns": {"turned": True, "columns": 2},
        "landscape": {"shape": (1754, 1240), "columns": 2},
        "skew-and-noise": {"skew": 0.8, "noise": 0.15, "size": 20},
        "two-columns-skew": {"columns": 2, "skew": -0.7},
    }
    for name, wanted in options.items():
        yield LabelledPage(name, True, lambda wanted=wanted: on_page(text(**wanted)))  # type: ignore[misc, arg-type]
    title = "Samen verder in onze stad"  # five words of text do not make it readable
    yield LabelledPage("text-under-a-title", True, lambda: on_page(text(), title))
    yield LabelledPage("columns-under-a-title", True, lambda: on_page(text(columns=2), title))


def other_pages() -> Iterator[LabelledPage]:
    """Pages without text in a picture: what text they have can be read."""
    images: dict[str, Callable[[], Image.Image]] = {}
    images |= {f"photo-{seed}": lambda seed=seed: photo(seed) for seed in range(8)}  # type: ignore[misc]
    images |= {f"sharp-photo-{seed}": lambda seed=seed: photo(seed, 0.05) for seed in (11, 12)}  # type: ignore[misc]
    images |= {f"street-{seed}": lambda seed=seed: street(seed) for seed in range(4)}  # type: ignore[misc]
    images |= {f"crowd-{seed}": lambda seed=seed: crowd(seed) for seed in range(3)}  # type: ignore[misc]
    images |= {f"chart-{seed}": lambda seed=seed: chart(seed) for seed in range(2)}  # type: ignore[misc]
    images |= {f"waves-{step}": lambda step=step: waves(step) for step in (20, 40)}  # type: ignore[misc]
    images |= {
        "lined-paper": lambda: ruled(30, True, False),
        "squared-paper": lambda: ruled(20, True, True),
        "bars": lambda: ruled(24, False, True),
        "cover": lambda: poster("Samen sterk", 150, 244, 20),
        "dark-cover": lambda: poster("Onze stad vooruit", 120, 40, 240),
        "empty-scan": lambda: empty_scan(0.05, False),
        "dirty-scan": lambda: empty_scan(0.25, False),
        "scan-with-a-shadow": lambda: empty_scan(0.1, True),
        "black": lambda: Image.new("L", A4, 8),
    }
    for name, make in images.items():
        yield LabelledPage(name, False, lambda make=make: on_page(make()))  # type: ignore[misc]
    yield LabelledPage("photo-with-a-title", False, lambda: on_page(photo(21), "Wonen"))
    yield LabelledPage("divider", False, lambda: drawn((0.1, 0.5, 0.3)))
    yield LabelledPage("divider-with-a-title", False, lambda: drawn((0.8, 0.2, 0.3), "Zorg"))
    yield LabelledPage("blank", False, _blank)
    yield LabelledPage("plain-text", False, _plain_text)


def _blank() -> bytes:
    sheets = Sheets()
    sheets.page()
    return sheets.done()


def _plain_text() -> bytes:
    sheets = Sheets()
    sheets.lines(60, 90, FILLER)
    return sheets.done()


PAGES = [*text_pages(), *other_pages()]

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for page in PAGES:
        label = "text" if page.shows_text else "other"
        (folder / f"{label}-{page.name}.pdf").write_bytes(page.make())
