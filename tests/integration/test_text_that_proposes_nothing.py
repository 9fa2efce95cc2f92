"""A text that proposes nothing adopts nothing, however much it speaks of the themes.

The three texts are five pages each and hold no proposal, demand or promise of
their writer: one deplores homelessness, poverty and youth care, one reports
news on them, one is the statutes of a rowing club. Every measure found in them
is a false one.
"""

import io
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from manifesto_check.checking import Checker, read
from manifesto_check.model import FOUND, MeasureResult, Report, Status, Verdict

TEXTS = Path(__file__).parent / "data" / "no-proposals"
ASKED = 4
"""What is aimed at: at most so many of the 114 measures found in each text."""
MOST_FOUND = {"klaagzang": ASKED, "nieuws": ASKED, "statuten": ASKED}
"""What holds now, text by text: sentences that describe are taken for ones that propose.

Lower it when the matching gets better, down to ``ASKED``; never raise it.
"""
LEAST_PAGES = 5
MEASURES = 114
MARKS = {"# ": "heading", "## ": "heading", "- ": "bullet", "": "plain"}


@pytest.fixture(scope="module", params=sorted(MOST_FOUND))
def report(
    request: pytest.FixtureRequest, checker: Checker, tmp_path_factory: pytest.TempPathFactory
) -> Report:
    pdf = tmp_path_factory.mktemp("no-proposals") / f"{request.param}.pdf"
    pdf.write_bytes(as_pdf((TEXTS / f"{request.param}.md").read_text(encoding="utf-8")))
    (programme,) = read([pdf])
    return checker.check(programme)


def as_pdf(text: str) -> bytes:
    """Lay out a text with headings (``#``, ``##``), paragraphs and bullets (``-``)."""
    plain = ParagraphStyle("plain", fontSize=11, leading=15, spaceAfter=9)
    bold = {"fontName": "Helvetica-Bold", "spaceBefore": 10, "keepWithNext": 1}
    styles = {
        "plain": plain,
        "heading": ParagraphStyle("heading", plain, fontSize=16, leading=20, **bold),
        "bullet": ParagraphStyle("bullet", plain, leftIndent=14, spaceAfter=3),
    }
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(
        [
            Paragraph(escape(words), styles[kind], "•" if kind == "bullet" else None)
            for kind, words in blocks(text)
        ]
    )
    return buffer.getvalue()


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the words of each line that is not blank; a paragraph is one line."""
    for line in filter(None, text.splitlines()):
        match = re.match(r"#{1,2} |- |", line)
        assert match is not None
        yield MARKS[match[0]], line[match.end() :]


def told(measures: list[MeasureResult]) -> str:
    """List measures, with verdict, confidence, page and quote."""
    lines = [f"{len(measures)} in a text that proposes nothing; aimed at: at most {ASKED} found"]
    for measure in measures:
        j = measure.judgement
        quote = f"p. {j.evidence[0].page}: {j.evidence[0].quote}" if j.evidence else "-"
        lines.append(f"{measure.id} {j.verdict} {j.confidence:.2f} {measure.text} | {quote}")
    return "\n".join(lines)


def test_the_text_is_read_as_five_pages_or_more(report: Report) -> None:
    assert report.programme.status is Status.READ
    assert report.programme.pages >= LEAST_PAGES
    assert len(report.measures) == MEASURES


def test_hardly_a_measure_is_found(report: Report) -> None:
    found = [m for m in report.measures if m.judgement.verdict in FOUND]
    assert len(found) <= MOST_FOUND[Path(report.programme.path).stem], told(found)


def test_no_measure_is_opposed(report: Report) -> None:
    opposed = [m for m in report.measures if m.judgement.verdict is Verdict.OPPOSED]
    assert not opposed, told(opposed)
