"""The three page designs of the example programmes: paper, columns, fonts, colours, furniture."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import reportlab
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_VERA = {
    "Vera": "Vera",
    "Vera-Bold": "VeraBd",
    "Vera-Italic": "VeraIt",
    "Vera-BoldItalic": "VeraBI",
}


@dataclass(frozen=True)
class Design:
    """How one programme looks; lengths are in points.

    ``columns`` are the x and width of each column; in ``spread`` each column is a printed page of
    its own. ``number`` turns a PDF page (from 1) and a column (from 0) into the printed number.
    """

    page_size: tuple[float, float]
    columns: tuple[tuple[float, float], ...]
    top: float
    bottom: float
    fonts: tuple[str, str, str]
    size: float
    colour: HexColor
    tint: HexColor
    bullet: str
    number: Callable[[int, int], int]
    spread: bool = False
    numbered: bool = False
    hyphens: bool = False
    justified: bool = False
    styles: dict[str, ParagraphStyle] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Derive the paragraph styles from fonts, size and colours."""
        self.styles.update(_styles(self))


def _body_style(design: Design) -> ParagraphStyle:
    return ParagraphStyle(
        "paragraph",
        fontName=design.fonts[0],
        fontSize=design.size,
        leading=design.size * 1.42,
        spaceBefore=design.size * 0.3,
        spaceAfter=design.size * 0.6,
        alignment=4 if design.justified else 0,
        embeddedHyphenation=1 if design.hyphens else 0,
    )


def _styles(design: Design) -> dict[str, ParagraphStyle]:
    regular, bold, italic = design.fonts
    size, colour = design.size, design.colour
    body = _body_style(design)

    def style(name: str, scale: float, font: str, **settings: object) -> ParagraphStyle:
        points = size * scale
        return ParagraphStyle(
            name,
            parent=body,
            fontName=font,
            fontSize=points,
            leading=points * 1.25,
            **{"alignment": 0, "textColor": colour, "spaceBefore": 0, **settings},
        )

    return {
        "paragraph": body,
        "chapter": style(
            "chapter", 2.1, bold, spaceBefore=size * 2, spaceAfter=size, keepWithNext=1
        ),
        "heading": style(
            "heading", 1.2, bold, spaceBefore=size * 0.7, spaceAfter=size * 0.35, keepWithNext=1
        ),
        "bullet": ParagraphStyle(
            "bullet",
            parent=body,
            leftIndent=size * 1.35,
            bulletIndent=size * 0.2,
            bulletFontName=bold,
            bulletColor=colour,
            alignment=0,
            spaceAfter=size * 0.4,
        ),
        "quote": style("quote", 1.4, italic, spaceBefore=size * 0.4, spaceAfter=size * 0.4),
        "box title": style("box title", 1.1, bold, spaceAfter=size * 0.4),
        "box": ParagraphStyle("box", parent=body, spaceAfter=0),
        "contents title": style("contents title", 2.1, bold, spaceAfter=size * 1.5),
        "contents 0": style("contents 0", 1.05, bold, textColor=HexColor("#222222"), spaceAfter=3),
        "contents 1": style(
            "contents 1", 0.95, regular, textColor=black, leftIndent=size * 1.5, spaceAfter=2
        ),
    }


def register_fonts() -> None:
    """Make the Bitstream Vera fonts that come with reportlab known (their licence is free)."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name, file in _VERA.items():
        pdfmetrics.registerFont(TTFont(name, folder / f"{file}.ttf"))
    pdfmetrics.registerFontFamily("Vera", *_VERA)


def _two_columns() -> Design:
    """Two narrow justified columns with hyphenation; cover and contents are not numbered."""
    width = 80 * mm
    return Design(
        page_size=A4,
        columns=((21 * mm, width), (109 * mm, width)),
        top=28 * mm,
        bottom=24 * mm,
        fonts=("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
        size=10.4,
        colour=HexColor("#b3202c"),
        tint=HexColor("#fbe9e4"),
        bullet="•",
        number=lambda page, _column: page - 2,
        hyphens=True,
        justified=True,
    )


def _one_column() -> Design:
    """One wide column in a serif, numbered chapters; the cover is not numbered."""
    return Design(
        page_size=A4,
        columns=((32 * mm, 146 * mm),),
        top=32 * mm,
        bottom=28 * mm,
        fonts=("Times-Roman", "Times-Bold", "Times-Italic"),
        size=12,
        colour=HexColor("#1d6b58"),
        tint=HexColor("#e4f1ec"),
        bullet="–",
        number=lambda page, _column: page - 1,
        numbered=True,
    )


def _spread() -> Design:
    """Two-page spreads saved as landscape pages: two printed numbers on each."""
    width = 113 * mm
    return Design(
        page_size=landscape(A4),
        columns=((18 * mm, width), (166 * mm, width)),
        top=25 * mm,
        bottom=22 * mm,
        fonts=("Vera", "Vera-Bold", "Vera-Italic"),
        size=9.2,
        colour=HexColor("#123f7a"),
        tint=HexColor("#e3ecf8"),
        bullet="»",
        number=lambda page, column: 2 * page - 2 + column,
        spread=True,
    )


DESIGNS: dict[str, Callable[[], Design]] = {
    "two-columns": _two_columns,
    "one-column": _one_column,
    "spread": _spread,
}


def draw_cover(canvas: Canvas, design: Design, texts: tuple[str, str, str, str]) -> None:
    """Draw a full-page cover with title, subtitle, party and municipality (``texts``)."""
    title, subtitle, party, municipality = texts
    width, height = design.page_size
    regular, bold, _ = design.fonts
    margin = design.columns[0][0]
    canvas.setFillColor(design.colour)
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setFillColor(design.tint)
    wave = canvas.beginPath()
    wave.moveTo(0, 0)
    wave.lineTo(0, height * 0.3)
    wave.curveTo(width * 0.3, height * 0.42, width * 0.6, height * 0.16, width, height * 0.3)
    wave.lineTo(width, 0)
    canvas.drawPath(wave, stroke=0, fill=1)
    canvas.setFillColor(white)
    size = min(40, 40 * (width - 2 * margin) / canvas.stringWidth(title, bold, 40))
    canvas.setFont(bold, size)
    canvas.drawString(margin, height * 0.66, title)
    canvas.setFont(regular, 13)
    canvas.drawString(margin, height * 0.66 - 30, subtitle)
    canvas.setFillColor(design.colour)
    canvas.setFont(bold, 24)
    canvas.drawString(margin, height * 0.12, party)
    canvas.setFont(regular, 13)
    canvas.drawString(margin, height * 0.12 - 20, municipality)


def draw_furniture(canvas: Canvas, design: Design, page: int, header: str, chapter: str) -> None:
    """Draw running header and footer of PDF page ``page``: names, a rule, printed numbers."""
    width, height = design.page_size
    regular, bold, _ = design.fonts
    left, right = design.columns[0][0], sum(design.columns[-1])
    canvas.setStrokeColor(design.colour)
    canvas.setLineWidth(0.6)
    canvas.line(left, height - design.top + 12, right, height - design.top + 12)
    canvas.setFillColor(design.colour)
    canvas.setFont(bold, 8)
    canvas.drawString(left, height - design.top + 18, header)
    canvas.setFont(regular, 8)
    canvas.drawRightString(right, height - design.top + 18, chapter)
    canvas.setFont(bold, 9)
    if design.spread:
        canvas.drawString(left, design.bottom - 24, str(design.number(page, 0)))
        canvas.drawRightString(right, design.bottom - 24, str(design.number(page, 1)))
    elif design.number(page, 0) > 0:
        canvas.drawCentredString(width / 2, design.bottom - 28, str(design.number(page, 0)))
