"""Real scans read by the real tesseract."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from ocr_helpers import EXAMPLE, needs_ocr, scanned
from rapidfuzz import fuzz

from manifesto_check.checking import Checker, read
from manifesto_check.model import PageState, Programme, Reason, Status
from manifesto_check.ocr.engine import Ocr
from manifesto_check.recommendations import load_recommendations
from manifesto_check.sources.pdf.places import find_places

pytestmark = needs_ocr
DATA = EXAMPLE.read_bytes()
PAGES = (2, 3)


def write(folder: Path, data: bytes) -> Path:
    path = folder / "scan.pdf"
    path.write_bytes(data)
    return path


def words(programme: Programme, pages: tuple[int, ...]) -> list[str]:
    texts = [b.text for b in programme.blocks if b.page_at(0) - 1 in pages]
    return " ".join(texts).lower().split()


def test_a_scan_gives_the_words_and_quotes_of_the_text(tmp_path: Path) -> None:
    told: list[int] = []
    path = write(tmp_path, scanned(DATA, PAGES))
    (programme,) = read([path], ocr=Ocr(jobs=2, tell=told.append))
    assert programme.status is Status.READ
    assert programme.ocr_pages == (1, 2)
    assert told == [2, 0]
    (as_text,) = read([EXAMPLE])
    wanted, got = set(words(as_text, PAGES)), set(words(programme, (0, 1)))
    assert len(wanted & got) > 0.9 * len(wanted)

    report = Checker(load_recommendations()).check(programme)
    quotes = [e for m in report.measures for e in m.judgement.evidence]
    assert quotes
    assert all(e.ocr for e in quotes)
    assert report.programme.ocr_pages == (1, 2)
    (again,) = read([path], ocr=Ocr(jobs=1))
    assert again == programme


@pytest.mark.parametrize("turn", [0, 90])
def test_quotes_of_a_scan_are_found_where_the_words_stand(tmp_path: Path, turn: int) -> None:
    data = scanned(DATA, PAGES[:1], turn=turn)
    ocr = Ocr(keeps_layers=True)
    (programme,) = read([write(tmp_path, data)], ocr=ocr)
    report = Checker(load_recommendations()).check(programme)
    quotes = [e for m in report.measures for e in m.judgement.evidence]
    found = find_places(data, "scan.pdf", quotes, None, ocr.layers)
    assert all(found)
    drawn = pypdfium2.PdfDocument(DATA)[PAGES[0]]
    width, height = drawn.get_size()
    text = drawn.get_textpage()
    for quote, places in zip(quotes, found, strict=True):
        boxes = [_box(quad, turn, width, height) for place in places for quad in place.quads]
        under = "".join(text.get_text_bounded(*box) for box in boxes)
        assert fuzz.ratio(letters(under), letters(quote.quote)) > 85


def letters(text: str) -> str:
    """Letters and digits only."""
    return re.sub(r"[\W_]", "", text.lower())


def _box(
    quad: tuple[tuple[float, float], ...], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """The box on the page as it is seen."""
    if turn == 90:  # the viewer turns it clockwise
        quad = tuple((y, height - x) for x, y in quad)
    xs, ys = [x for x, _ in quad], [y for _, y in quad]
    return min(xs), min(ys), max(xs), max(ys)


def test_a_scanned_page_among_others_is_read_too(tmp_path: Path) -> None:
    mixed = pypdfium2.PdfDocument(DATA)
    mixed.import_pages(pypdfium2.PdfDocument(scanned(DATA, (3,))))
    path = tmp_path / "mixed.pdf"
    mixed.save(path)
    (programme,) = read([path], ocr=Ocr())
    assert programme.ocr_pages == (len(mixed),)
    assert programme.unreadable_pages == ()
    (off,) = read([path])
    assert off.unreadable_pages == (len(mixed),)
    assert off.status is Status.PARTLY_READ


def test_a_scan_that_nobody_can_read_is_unreadable(tmp_path: Path) -> None:
    path = write(tmp_path, scanned(DATA, PAGES, blur=4))
    (programme,) = read([path], ocr=Ocr(jobs=2))
    assert programme.status is Status.UNREADABLE
    assert programme.unreadable_reason in (Reason.OCR_JUNK, Reason.OCR_FAILED)
    assert PageState.READ not in [page.state for page in programme.pages]
    assert programme.blocks == ()
