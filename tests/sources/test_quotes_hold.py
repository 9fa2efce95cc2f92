"""What is read stands literally on its page: over made-up programmes and over real ones."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from manifesto_check.model import Programme
from manifesto_check.sources import read_programme
from manifesto_check.sources.pdf import PdfSource

WORDS = [
    *("huis", "straat", "gemeente", "buurt", "opvang", "zorg", "woning", "huurder", "straks"),
    *("altijd", "samen", "vrij", "eerlijk", "nu", "dakloosheid", "schuldhulp", "jongeren"),
    *("\u00e9\u00e9n", "co\u00f6peratie", "re\u00ebel", "\u2019s-avonds", "30%", "EU-beleid"),
    *("wij", "bouwen", "helpen", "willen", "het", "een", "van", "voor", "met", "niet", "2026"),
]
sentence = st.lists(st.sampled_from(WORDS), min_size=5, max_size=30).map(
    lambda words: f"Wij {' '.join(words)} hier."
)
paragraphs = st.lists(st.lists(sentence, min_size=1, max_size=6), min_size=1, max_size=12)


def typeset(texts: list[str], columns: int, indent: int, space: int) -> bytes:
    """Set paragraphs in columns, over as many pages as they take."""
    buffer = io.BytesIO()
    width = (A4[0] - 100) / columns
    frames = [
        Frame(50 + column * width, 60, width - 14, A4[1] - 120, 0, 0, 0, 0)
        for column in range(columns)
    ]
    document = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    document.addPageTemplates(PageTemplate(frames=frames))
    style = ParagraphStyle(
        "body", fontSize=10, leading=13, firstLineIndent=indent, spaceAfter=space
    )
    document.build([Paragraph(text, style) for text in texts])
    return buffer.getvalue()


# Derandomized, and without shrinking: a smaller example of a layout takes minutes to find.
@settings(max_examples=60, deadline=None, derandomize=True, phases=[Phase.generate])
@given(paragraphs, st.integers(1, 3), st.sampled_from([0, 12]), st.sampled_from([0, 8]))
def test_every_sentence_comes_back(made, columns, indent, space):
    data = typeset([" ".join(sentences) for sentences in made], columns, indent, space)
    programme = PdfSource().read(data, "made.pdf")
    found = "\n".join(block.text for block in programme.blocks)
    for sentences in made:
        for text in sentences:
            assert text in found


def shared_programmes() -> list[Path]:
    folder = Path(__file__).resolve().parents[3] / "shared" / "programmes"
    return sorted(folder.glob("*.pdf"))


def squeezed(text: str) -> str:
    """Letters and figures only: poppler joins hyphens and orders spaces in its own way."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text).lower())


def poppler(path: Path, page: int, option: str) -> str:
    command = ["pdftotext", option, "-f", str(page), "-l", str(page), str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return squeezed(done.stdout.decode("utf-8", "replace"))


def sentences(programme: Programme):
    for block in programme.blocks:
        for match in re.finditer(r"\S.*?(?:[.!?](?=\s+[A-Z])|$)", block.text):
            if len(match[0].split()) >= 5:
                pages = {block.page_at(match.start()), block.page_at(match.end() - 1)}
                yield match[0], pages


@pytest.mark.shared
@pytest.mark.system
@pytest.mark.parametrize("name", ["ams-d66", "tk25-cda", "tk21-gl", "ams-pvdd"])
def test_sentences_of_real_programmes_are_on_their_page_by_poppler(name):
    path = next((path for path in shared_programmes() if path.stem == name), None)
    if path is None or shutil.which("pdftotext") is None:
        pytest.skip("needs ../shared/programmes and poppler's pdftotext")
    programme = read_programme(path)
    texts = {
        page.number: [poppler(path, page.number, option) for option in ("-raw", "-nopgbrk")]
        for page in programme.pages[:40]
    }
    checked = missed = 0
    for text, pages in sentences(programme):
        if len(pages) == 1 and (page := pages.pop()) in texts:
            checked += 1
            missed += not any(squeezed(text) in other for other in texts[page])
    assert checked > 200
    assert missed <= 0.01 * checked
