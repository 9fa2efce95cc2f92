"""Programmes with invented text in a random structure, as PDFs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

HEADINGS = (
    "Wonen",
    "Een dak voor iedereen",
    "Zorg dichtbij",
    "Werk en inkomen",
    "Onze wijken",
    "Jeugd en gezin",
    "Veiligheid thuis en op straat",
    "Geld en bestuur",
)
SENTENCES = (
    # Some take up a measure, one way or the other.
    "Bij elk nieuwbouwproject maken we minstens een derde van de woningen sociale huur.",
    "Wie op straat slaapt krijgt geen boete meer, maar een bed en een gesprek over wat nodig is.",
    "Boetes voor slapen in de openbare ruimte gaan omhoog en worden strenger geïnd.",
    "Hospitaverhuur en woningdelen staan we voortaan overal zonder vergunning toe.",
    "Schulden sporen we vroeg op: bij de eerste achterstand belt er iemand aan.",
    "We breiden Housing First uit, zodat dakloze mensen meteen een eigen woning krijgen.",
    "In iedere buurt komt een huiskamer waar buren elkaar ontmoeten, o.a. om samen te eten.",
    "We stoppen met de voorrang voor statushouders en daklozen bij het toewijzen van huizen.",
    "Ervaringsdeskundigen praten mee over ons armoedebeleid, van het eerste plan tot de evaluatie.",
    "Leegstaande kantoren worden omgebouwd tot woonruimte voor jongeren en spoedzoekers.",
    "Slachtoffers van huiselijk geweld krijgen urgentie voor een huis, waar zij ook vandaan komen.",
    # Others are there to be passed over.
    "Het fietspad langs het kanaal wordt verbreed en krijgt betere verlichting.",
    "De bibliotheek is zeven dagen per week open, bijv. ook op zondagmiddag.",
    "Er zijn 1.250 bomen geplant, en dat is een begin.",
    "Sportclubs betalen minder huur voor hun velden (art. 3 van de verordening past zich aan).",
    "Dat kan beter.",
    "Onze ondernemers verdienen snelle antwoorden, een vast aanspreekpunt, lagere leges, minder "
    "formulieren, een bereikbare binnenstad, genoeg plek op bedrijventerreinen, schone stroom van "
    "eigen bodem, vakmensen die hier worden opgeleid, een gemeente die zelf op tijd betaalt, "
    "inkoopt bij bedrijven uit de streek, luistert voordat zij beslist, uitlegt waarom zij iets "
    "niet doet, en die bij evenementen, verbouwingen en verhuizingen meedenkt in plaats van "
    "tegenwerkt.",
)
TREES = ("Linden", "Eiken", "Beuken", "Iepen", "Wilgen", "Elzen", "Berken", "Dennen", "Kersen")
ROADS = ("straat", "laan", "kade", "steeg", "singel", "gracht", "hof", "weg")


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it: paragraphs, then a list."""

    heading: str
    paragraphs: Sequence[str]
    bullets: Sequence[str]


@dataclass(frozen=True)
class Layout:
    """How the pages look."""

    columns: int
    size: float
    furniture: bool


sentences = st.sampled_from(SENTENCES)
texts = st.lists(sentences, min_size=1, max_size=6).map(" ".join)


def each_its_own(sections: Sequence[Section]) -> list[Section]:
    """End every text with a sentence of its own: what pages repeat is a header to the reader."""
    streets = (tree + road for road in ROADS for tree in TREES)

    def ended(texts: Sequence[str]) -> list[str]:
        return [f"{text} We beginnen in de {next(streets)}." for text in texts]

    return [Section(s.heading, ended(s.paragraphs), ended(s.bullets)) for s in sections]


sections = st.lists(
    st.builds(
        Section,
        heading=st.sampled_from(HEADINGS),
        paragraphs=st.lists(texts, min_size=1, max_size=5),
        bullets=st.lists(texts, max_size=6),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda section: section.heading,
).map(each_its_own)
layouts = st.builds(
    Layout,
    columns=st.sampled_from([1, 2]),
    size=st.sampled_from([9.5, 11.0, 13.0]),
    furniture=st.booleans(),
)


def as_pdf(sections: Sequence[Section], layout: Layout) -> bytes:
    """Lay out the sections; long ones run on over columns and pages."""
    plain = ParagraphStyle(
        "plain", fontSize=layout.size, leading=1.3 * layout.size, spaceAfter=layout.size
    )
    heading = ParagraphStyle(
        "heading", plain, fontName="Helvetica-Bold", fontSize=16, leading=20, keepWithNext=1
    )
    bullet = ParagraphStyle("bullet", plain, leftIndent=14, spaceAfter=3)
    story = []
    for section in sections:
        story.append(Paragraph(section.heading, heading))
        story += [Paragraph(text, plain) for text in section.paragraphs]
        story += [Paragraph(text, bullet, "•") for text in section.bullets]
    width = (A4[0] - 100 - 20 * (layout.columns - 1)) / layout.columns
    frames = [
        Frame(50 + number * (width + 20), 70, width, A4[1] - 140, 0, 0, 0, 0)
        for number in range(layout.columns)
    ]

    def furnish(canvas: Canvas, template: BaseDocTemplate) -> None:
        if layout.furniture:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(50, A4[1] - 40, "Verkiezingsprogramma Vooruit Waterveen")
            canvas.drawRightString(A4[0] - 50, 35, str(template.page))

    buffer = io.BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    template.build(story)
    return buffer.getvalue()
