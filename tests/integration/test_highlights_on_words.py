"""Highlights are on the words of their quotes by another reader than ours."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from pages import joined_words
from rapidfuzz.distance import Indel

from manifesto_check.checking import Checker, read
from manifesto_check.highlighting import highlight
from manifesto_check.model import Evidence
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.sources.pdf.places import Place, find_places

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SAMPLE = 30
STRAY_LETTERS = 2  # an o that is the bullet of the next line, a number set in the margin
LEAST_HIGHLIGHTED = 0.98
pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(shutil.which("pdftocairo") is None, reason="needs poppler"),
]


@dataclass
class Findings:
    """Quotes, those without a place, and those with one to look under."""

    quotes: int = 0
    missing: list[str] = field(default_factory=list)
    placed: list[tuple[Path, Evidence, tuple[Place, ...]]] = field(default_factory=list)


def highlighted(programmes: Iterable[Path], checker: Checker, folder: Path) -> Findings:
    """Highlight programmes, see that other readers open the copies, and collect the places."""
    findings = Findings()
    for path in programmes:
        (programme,) = read([path])
        report = checker.check(programme)
        if not report.measures:
            continue
        data = path.read_bytes()
        done = highlight(data, report, ReportOptions())
        copy = folder / path.name
        copy.write_bytes(done.data)
        opens_elsewhere(copy, len(programme.pages))
        quotes = list(dict.fromkeys(e for m in report.measures for e in m.judgement.evidence))
        found = find_places(data, str(path), quotes)
        findings.quotes += done.quotes
        findings.missing += [f"{path.stem} p. {page}" for page, _ in done.missing]
        findings.placed += [(path, q, p) for q, p in zip(quotes, found, strict=True) if p]
    return findings


def opens_elsewhere(copy: Path, pages: int) -> None:
    """The copy opens in pdfium with its marks, and poppler draws its first pages without a word."""
    document = pypdfium2.PdfDocument(copy)
    assert len(document) == pages
    command = ["pdftocairo", "-png", "-r", "30", "-l", "3", str(copy), str(copy.with_suffix(""))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "annot" not in done.stderr.lower()


def words_under(path: Path, places: Iterable[Place]) -> list[str]:
    """The words whose middle is in the boxes, as pdfplumber reads them."""
    texts = []
    with pdfplumber.open(path) as document:
        for place in places:
            page = document.pages[place.page - 1]
            if page.rotation:
                pytest.fail("the sample has a turned page: choose another reader for it")
            texts += [text_in(page, quad) for quad in place.quads]
    return joined_words("\n".join(texts))


def text_in(page: Any, quad: tuple[tuple[float, float], ...]) -> str:
    xs, ys = zip(*quad, strict=True)
    left, _, _, top = page.mediabox
    x0, x1, y0, y1 = min(xs) - left, max(xs) - left, top - max(ys), top - min(ys)

    def is_inside(item: dict[str, Any]) -> bool:
        if item["object_type"] != "char":
            return False
        x, y = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
        return bool(x0 <= x <= x1 and y0 <= y <= y1)

    return str(page.filter(is_inside).extract_text(x_tolerance_ratio=0.15))


def assert_sample_is_on_the_words(findings: Findings) -> None:
    sample = random.Random(4).sample(findings.placed, SAMPLE)
    wrong = []
    for path, quote, places in sample:
        under = "".join(words_under(path, places))
        distance = Indel.distance(under, "".join(joined_words(quote.quote)))
        if distance > STRAY_LETTERS:
            wrong.append(f"{path.stem} p. {quote.page}: {distance} letters differ")
    assert not wrong


def test_every_quote_of_the_examples_is_highlighted(checker: Checker, tmp_path: Path) -> None:
    findings = highlighted(sorted(EXAMPLES.glob("*.pdf")), checker, tmp_path)
    assert findings.quotes > 100
    assert not findings.missing
    assert_sample_is_on_the_words(findings)


@pytest.mark.shared
@pytest.mark.slow
def test_nearly_every_quote_of_real_programmes_is_highlighted(
    shared: Path, checker: Checker, tmp_path: Path
) -> None:
    """All of 1,435 when this was written."""
    findings = highlighted(sorted((shared / "programmes").glob("*.pdf")), checker, tmp_path)
    assert findings.quotes > 1000
    assert len(findings.missing) <= (1 - LEAST_HIGHLIGHTED) * findings.quotes, findings.missing
    assert_sample_is_on_the_words(findings)
