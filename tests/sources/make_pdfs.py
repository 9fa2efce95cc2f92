"""Makes the PDFs of the tests: one function for each layout problem, all text our own.

Every function returns the bytes of a PDF. Run this file with a folder as its
argument to look at them: ``python tests/sources/make_pdfs.py /some/folder``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from make_unreadable import blank, encrypted, junk, only_scans, pictures, text_as_shapes
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from sheets import FILLER, HEIGHT, LEADING, SIZE, WIDTH, Sheets, filler, register_vera, wrapped


def two_columns() -> bytes:
    """A heading over both columns; a sentence goes on from the first to the second."""
    sheets = Sheets()
    sheets.line(60, 80, "Wonen in onze stad en in alle dorpen eromheen", "Helvetica-Bold", 20)
    left = wrapped(f"{filler(1, 12)} De stad koopt leegstaande kantoren op en", 220)
    right = wrapped(f"maakt daar kleine huizen van voor jongeren. {filler(2, 11)}", 220)
    sheets.lines(60, 120, left)
    sheets.lines(310, 120, right)
    return sheets.done()


def columns_row_by_row() -> bytes:
    """Two columns that the file writes row by row, not column by column."""
    sheets = Sheets()
    left = wrapped(f"Eerst links. {filler(3, 10)}", 220)
    right = wrapped(f"Dan pas rechts. {filler(4, 10)}", 220)
    for row, (one, two) in enumerate(zip(left, right, strict=False)):
        sheets.line(60, 120 + row * LEADING, one)
        sheets.line(310, 120 + row * LEADING, two)
    return sheets.done()


def three_columns() -> bytes:
    """Three columns between a full-width introduction and a full-width ending."""
    sheets = Sheets()
    y = sheets.lines(60, 90, wrapped(f"Vooraf een inleiding. {filler(5, 4)}", 475))
    for column, name in enumerate(("Kolom een", "Kolom twee", "Kolom drie")):
        sheets.lines(60 + 165 * column, y + 20, wrapped(f"{name}. {filler(6 + column, 7)}", 145))
    sheets.lines(60, 640, wrapped(f"Tot slot een afsluiting. {filler(9, 4)}", 475))
    return sheets.done()


def two_articles() -> bytes:
    """Two articles of two columns each, the second below the first, without a full-width line."""
    sheets = Sheets()
    for top, name in ((100, "boven"), (320, "onder")):
        text = wrapped(f"Het stuk {name} begint hier. {filler(len(name) + top, 9)}", 220)
        half = len(text) // 2
        while not text[half][0].islower() or text[half - 1].endswith("."):
            half += 1
        sheets.lines(60, top, text[:half])
        sheets.lines(310, top, text[half:])
    return sheets.done()


def spread() -> bytes:
    """Two pages saved as one landscape page, with the numbers 2 and 3, and so on."""
    size = landscape(A4)
    sheets = Sheets(size)
    for number in range(4):
        for half in (0, 1):
            x = 50 + half * size[0] / 2
            printed = 2 * number + 2 + half
            sheets.line(x, 40, "Programma van de Lindepartij", size=8)
            sheets.line(x, 90, f"Hoofdstuk {printed}", "Helvetica-Bold", 18)
            sheets.lines(x, 120, wrapped(f"Dit is bladzij {printed}. {filler(printed, 9)}", 320))
            sheets.line(x + 150, 560, str(printed), size=9)
        sheets.page()
    return sheets.done()


def running_titles() -> bytes:
    """A cover and pages with alternating headers, a footer and numbers that count from 1."""
    sheets = Sheets()
    sheets.line(60, 300, "Samen verder", "Helvetica-Bold", 36)
    sheets.page()
    for number in range(1, 9):
        even = number % 2 == 0
        sheets.line(60 if even else 380, 35, "Lindepartij" if even else "Samen verder", size=8)
        sheets.line(60 if even else 520, 810, str(number), size=8)
        sheets.line(200, 810, "Verkiezingsprogramma 2026-2030", size=8)
        y = sheets.lines(60, 90, wrapped(f"Pagina begint. {filler(number, 8)}", 475))
        sheets.line(60, y + 20, "Onze plannen", "Helvetica-Bold", 14)
        sheets.lines(60, y + 45, wrapped(filler(number + 50, 6), 475))
        sheets.page()
    return sheets.done()


def side_text() -> bytes:
    """The chapter's name stands turned in the margin of every page."""
    sheets = Sheets()
    for number in range(3):
        sheets.canvas.saveState()
        sheets.canvas.translate(30, 400)
        sheets.canvas.rotate(90)
        sheets.canvas.setFont("Helvetica", 10)
        sheets.canvas.drawString(0, 0, "Zijtekst Wonen")
        sheets.canvas.restoreState()
        sheets.lines(60, 90, wrapped(filler(number, 8), 475))
        sheets.page()
    return sheets.done()


def turned_page() -> bytes:
    """A landscape page that is stored upright and turned by the viewer."""
    sheets = Sheets()
    sheets.canvas.setPageRotation(90)
    sheets.canvas.translate(WIDTH, 0)
    sheets.canvas.rotate(90)
    sheets.height = WIDTH
    sheets.lines(60, 90, wrapped(f"Gedraaid maar leesbaar. {filler(3, 8)}", 600))
    return sheets.done()


def contents() -> bytes:
    """A table of contents with dot leaders, then the chapters with the same titles."""
    titles = ["Wonen", "Zorg dichtbij", "Schone lucht", "Werk en inkomen", "Veilige straten"]
    sheets = Sheets()
    sheets.line(60, 80, "Inhoudsopgave", "Helvetica-Bold", 18)
    for row, title in enumerate(titles):
        dots = "." * (90 - len(title))
        sheets.line(60, 120 + 20 * row, f"{row + 1}. {title} {dots} {row + 2}")
    sheets.page()
    for row, title in enumerate(titles):
        sheets.line(60, 80, f"{row + 1}. {title}", "Helvetica-Bold", 18)
        text = f"In 2025 kozen we voor {title.lower()}. {filler(row, 9)}"
        sheets.lines(60, 110, wrapped(text, 475))
        sheets.line(290, 815, str(row + 2), size=8)
        sheets.page()
    return sheets.done()


def hyphens() -> bytes:
    """Words broken at the end of a line, and hyphens there that are real."""
    sheets = Sheets()
    sheets.lines(
        60,
        90,
        [
            "Wij zorgen voor goede huis-",
            "vesting en voor opvang van dak-",
            "en thuislozen. Ook aan EU-",
            "migranten denken we, net als aan 65-",
            "plussers. Over auto-",
            "ongelukken spreken we apart, want een auto",
            "is niet zomaar iets en een niet-",
            "westerse blik helpt ons vooruit.",
        ],
    )
    return sheets.done()


def odd_signs() -> bytes:
    """Ligatures, soft hyphens, a lowered figure and a heading with spaced letters."""
    register_vera()
    sheets = Sheets()
    sheets.line(60, 90, "W O N E N", "Helvetica-Bold", 20)
    sheets.style = ("Vera", SIZE)
    sheets.line(60, 120, "De \ufb01nanci\u00eble hulp en het con\ufb02ict worden geregeld,")
    sheets.line(60, 134, "de woning\u00adbouw gaat door en de uitstoot van CO")
    sheets.line(
        60
        + pdfmetrics.stringWidth(
            "de woning\u00adbouw gaat door en de uitstoot van CO", "Vera", SIZE
        ),
        137,
        "2",
        size=6,
    )
    sheets.line(60, 148, "gaat ieder jaar verder omlaag.")
    return sheets.done()


def headings() -> bytes:
    """Three levels of headings by size and weight; one takes two lines."""
    sheets = Sheets()
    sheets.line(60, 80, "Een thuis voor iedereen in", "Helvetica-Bold", 24)
    sheets.line(60, 108, "onze mooie stad", "Helvetica-Bold", 24)
    y = sheets.lines(60, 140, wrapped(filler(1, 4), 475))
    sheets.line(60, y + 20, "3.2 Wonen", "Helvetica-Bold", 16)
    y = sheets.lines(60, y + 45, wrapped(filler(2, 4), 475))
    sheets.line(60, y + 14, "Huren en kopen", "Helvetica-Bold", SIZE)
    y = sheets.lines(60, y + 30, wrapped(f"De huur blijft laag. {filler(3, 4)}", 475))
    sheets.line(60, y + 20, "3.3 Zorg", "Helvetica-Bold", 16)
    y = sheets.lines(60, y + 45, wrapped(f"De zorg blijft dichtbij. {filler(4, 4)}", 475))
    sheets.line(60, y + 14, "OPVANG EN HULP")
    sheets.lines(60, y + 35, wrapped(f"De opvang is open. {filler(5, 4)}", 475))
    return sheets.done()


def bullets() -> bytes:
    """Bullets of many kinds, some over two lines, some inside others."""
    register_vera()
    sheets = Sheets()
    sheets.lines(60, 80, wrapped(filler(1, 4), 475))
    sheets.style = ("Vera", SIZE)
    rows = [
        (60, "\u2022", "Een eerste punt dat zo lang is dat het niet op"),
        (76, "", "een regel past en dus verder loopt"),
        (60, "\u2022", "Een tweede punt"),
        (80, "\u2013", "Een punt binnen het tweede punt"),
        (80, "\u2013", "Nog een punt binnen het tweede punt"),
        (60, "n", "Een punt met een blokje"),
        (60, "o", "Een punt met een rondje"),
        (60, "*", "Een punt met een sterretje"),
        (60, "l", "Een punt met een grote stip"),
        (60, "4", "Een punt met een vinkje"),
        (60, "\u27a2", "Een punt met een pijl"),
        (60, "\u274f", "Een punt met een vakje"),
        (60, "\u2750", "Een punt met een ander vakje"),
    ]
    y = 170
    for x, sign, text in rows:
        if sign:
            # These letters are a block, a dot, a tick and an arrow in ZapfDingbats.
            sheets.line(x, y, sign, "ZapfDingbats" if sign in "nl4\u27a2\u274f\u2750" else "")
        sheets.line(x + 16 if sign else x, y, text)
        y += LEADING
    for text in (
        "1. Het eerste genummerde punt.",
        "2. Het tweede genummerde punt.",
        "a) Het punt met een letter.",
        "b) Nog een punt met een letter.",
    ):
        sheets.line(60, y, text)
        y += LEADING
    return sheets.done()


def same_place_on_every_page() -> bytes:
    """Every page begins with a heading and a bullet at the same height."""
    sheets = Sheets()
    for number in range(8):
        sheets.line(60, 70, f"{number + 1}. {FILLER[number].split()[1]}", "Helvetica-Bold", 12)
        for row in range(9):
            sheets.line(60, 95 + 80 * row, "\u2022")
            text = wrapped(f"Punt {number}-{row} is dit. {filler(10 * number + row, 4)}", 440)
            sheets.lines(76, 95 + 80 * row, text)
        sheets.page()
    return sheets.done()


def repeated_text(rows: int = 50, *, header: bool = False) -> bytes:
    """Twelve pages that all hold the same text; with a header and footer if asked for."""
    text = wrapped("De gemeente bouwt meer woningen voor mensen zonder huis. " * rows, 475)
    sheets = Sheets()
    for number in range(12):
        if header:
            sheets.line(60, 40, "Programma van de Lindepartij", size=9)
            sheets.line(60, 810, f"Pagina {number + 1}", size=9)
        sheets.lines(60, 80, text[:48])
        sheets.page()
    return sheets.done()


TABLE = [
    ("Bedragen in miljoenen euro", "2027", "2028"),
    ("Meer woningen voor starters.", "12", "14"),
    ("Opvang voor mensen zonder huis, ook in de winter en in de dorpen.", "7,5", "8"),
    ("Hulp bij schulden in elke wijk.", "2", "2"),
    ("Alles bij elkaar", "", ""),
]


def ruled_table(rows: list[tuple[str, ...]] = TABLE) -> bytes:
    """A ruled table between two paragraphs; one of its rows takes two lines."""
    sheets = Sheets()
    y = sheets.lines(60, 80, wrapped(f"De begroting volgt hier. {filler(1, 3)}", 475)) + LEADING
    edges = (60, 300, 370, 440)
    heights = []
    for row in rows:
        heights.append(y - 11)
        cells = [wrapped(cell, 230) for cell in row]
        for x, lines in zip(edges, cells, strict=False):
            # The figures stand in the middle of their row, as in real tables.
            lower = (max(map(len, cells)) - len(lines)) * LEADING / 2
            sheets.lines(x + 4, y + lower, lines)
        y += max(map(len, cells)) * LEADING + 4
    heights.append(y - 11)
    for height in heights:
        sheets.canvas.line(edges[0], HEIGHT - height, edges[-1], HEIGHT - height)
    for x in edges:
        sheets.canvas.line(x, HEIGHT - heights[0], x, HEIGHT - heights[-1])
    sheets.lines(60, y + LEADING, wrapped(f"zoals wij eerder schreven. {filler(2, 3)}", 475))
    return sheets.done()


DRAWN_ITEMS = [
    (
        "square",
        "Een eerste punt dat zo lang is dat het niet op",
        "een regel past en dus verder loopt",
    ),
    ("disc", "Een tweede punt over huizen", ""),
    ("picture", "Een derde punt over zorg", ""),
]


def drawn_bullets() -> bytes:
    """Items whose sign is a square, a disc or a picture; squares that are no sign of an item."""
    sheets = Sheets()
    canvas = sheets.canvas
    y = sheets.lines(60, 80, wrapped(f"Dit willen wij. {filler(1, 3)}", 475))
    for kind, *lines in DRAWN_ITEMS:
        corner = HEIGHT - y + 1
        if kind == "square":
            canvas.rect(60, corner, 5, 5, stroke=0, fill=1)
        elif kind == "disc":
            canvas.circle(62.5, corner + 2.5, 2.5, stroke=0, fill=1)
        else:
            canvas.drawInlineImage(Image.new("RGB", (8, 8), "navy"), 60, corner, 5, 5)
        y = sheets.lines(74, y, [line for line in lines if line])
    y += 2 * LEADING
    canvas.rect(60, HEIGHT - y + 1, 5, 5, stroke=0, fill=1)
    sheets.line(74, y, "Een kop met een blokje ervoor", "Helvetica-Bold")
    y = sheets.lines(60, y + LEADING, wrapped(f"Na de kop. {filler(2, 3)}", 475))
    canvas.rect(20, HEIGHT - y + LEADING, 5, 5, stroke=0, fill=1)  # far from the text
    canvas.rect(56, HEIGHT - y + LEADING, 2, 40, stroke=0, fill=1)  # a bar beside it
    return sheets.done()


def over_the_page() -> bytes:
    """A sentence that begins on one page and ends on the next, and a paragraph that does not."""
    sheets = Sheets()
    first = wrapped(f"{filler(1, 8)} Wie geen dak boven het hoofd heeft, krijgt van ons", 475)
    sheets.lines(60, 90, first)
    sheets.line(290, 815, "1", size=8)
    sheets.page()
    second = wrapped(
        f"binnen een week een eigen sleutel en een eigen voordeur. {filler(2, 6)}", 475
    )
    sheets.lines(60, 90, second)
    sheets.line(290, 815, "2", size=8)
    sheets.page()
    sheets.lines(60, 90, wrapped(f"Nieuwe alinea op de derde bladzij. {filler(3, 6)}", 475))
    sheets.line(290, 815, "3", size=8)
    return sheets.done()


def pull_quote() -> bytes:
    """A sentence repeated in large letters stands in the middle of a paragraph's column."""
    sheets = Sheets()
    left = wrapped(f"{filler(1, 7)} Onze stad heeft straks voor elk gezin een", 220)
    right = wrapped(f"passende woning met een tuin of balkon. {filler(2, 7)}", 220)
    y = sheets.lines(60, 100, left)
    sheets.line(60, y + 30, "\u201cEen huis is een recht,", "Helvetica-Bold", 16)
    sheets.line(60, y + 50, "geen voorrecht.\u201d", "Helvetica-Bold", 16)
    sheets.lines(310, 100, right)
    return sheets.done()


def bold_start() -> bytes:
    """Paragraphs that begin with bold words are not headings."""
    sheets = Sheets()
    y = 90.0
    for number, start in enumerate(("Meer huizen.", "Minder regels.", "Schone lucht.")):
        sheets.line(60, y, start, "Helvetica-Bold")
        x = 60 + pdfmetrics.stringWidth(f"{start} ", "Helvetica-Bold", SIZE)
        text = wrapped(filler(number, 5), 475)
        first = wrapped(filler(number, 5), 535 - x)[0]
        rest = " ".join(text)[len(first) :].strip()
        sheets.line(x, y, first)
        y = sheets.lines(60, y + LEADING, wrapped(rest, 475)) + 10
    return sheets.done()


def page_labels() -> bytes:
    """A PDF whose own page labels (i, ii, 1, 2, ...) agree with what is printed."""
    sheets = Sheets()
    sheets.canvas.addPageLabel(0, style="ROMAN_LOWER")
    sheets.canvas.addPageLabel(2, style="ARABIC", start=1)
    for number in range(8):
        sheets.lines(60, 90, wrapped(filler(number, 8), 475))
        if number >= 2:
            sheets.line(290, 815, f"- {number - 1} -", size=8)
        sheets.page()
    return sheets.done()


LAYOUTS: dict[str, Callable[[], bytes]] = {
    function.__name__: function
    for function in (
        two_columns, columns_row_by_row, three_columns, two_articles, spread, running_titles,
        side_text, turned_page, contents, hyphens, odd_signs, headings, bullets, over_the_page,
        pull_quote, same_place_on_every_page, repeated_text, bold_start, page_labels, pictures,
        ruled_table, drawn_bullets, only_scans, text_as_shapes, junk, encrypted, blank,
    )
}  # fmt: skip

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, make in LAYOUTS.items():
        (folder / f"{name}.pdf").write_bytes(make())
