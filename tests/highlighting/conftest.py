"""A small programme of two pages, and a report about it."""

from __future__ import annotations

import io

import pytest
from marked_report import FIRST, SECOND, measure, quote
from reportlab.pdfgen.canvas import Canvas

from manifesto_check.model import (
    Coverage,
    ProgrammeInfo,
    Report,
    SourceResult,
    Status,
    ThemeResult,
    Verdict,
)


@pytest.fixture
def programme() -> bytes:
    """Two pages with a sentence each, and a bookmark of the programme's own."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.bookmarkPage("een")
    canvas.addOutlineEntry("Hoofdstuk Wonen", "een")
    for text in (FIRST, SECOND):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(80, 700, text)
        canvas.drawString(80, 600, "Andere tekst die niemand aanhaalt.")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def report() -> Report:
    """Two themes; the first quote is evidence for three measures with two verdicts."""
    measures = (
        measure("V1.1a", "Meer sociale huur.", Verdict.COVERED, quote(FIRST)),
        measure("V1.1b", "Meer woningen.", Verdict.PARTIAL, quote(FIRST)),
        measure("V1.1c", "Minder dure huur.", Verdict.PARTIAL, quote(FIRST), quote(SECOND, 2)),
        measure("V1.1d", "Iets dat er niet staat.", Verdict.ABSENT),
        measure("V2.1a", "Boetes verdwijnen.", Verdict.OPPOSED, quote(SECOND, 2)),
    )
    return Report(
        version="0.1.0",
        programme=ProgrammeInfo("programma.pdf", "ab" * 32, 2, 20, Status.READ),
        recommendations_path="recommendations.yaml",
        recommendations_sha256="cd" * 32,
        sources=(SourceResult("V", "Een lijst", Coverage(1, 2, 1, 1)),),
        themes=(
            ThemeResult("V1", "V", "Wonen", True, Coverage(1, 2, 1, 0)),
            ThemeResult("V2", "V", "Straat", True, Coverage(0, 0, 0, 1)),
        ),
        measures=measures,
    )
