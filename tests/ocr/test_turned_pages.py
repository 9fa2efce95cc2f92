"""Real scans that lie sideways or upside down, read by the real tesseract."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from ocr_helpers import EXAMPLE, needs_ocr, scanned
from rapidfuzz import fuzz

from manifesto_check.checking import Checker, read
from manifesto_check.model import Evidence, Programme, Report, Status
from manifesto_check.ocr.engine import Ocr
from manifesto_check.recommendations import load_recommendations
from manifesto_check.sources.pdf import turning
from manifesto_check.sources.pdf.places import find_places

pytestmark = needs_ocr
DATA = EXAMPLE.read_bytes()
PAGES = (2, 3)
Point = tuple[float, float]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(load_recommendations())


@pytest.fixture(scope="module")
def upright(checker: Checker, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What is found in the same scan where it lies as it should."""
    folder = tmp_path_factory.mktemp("upright")
    return checker.check(read_scan(folder, scanned(DATA, PAGES), Ocr(jobs=2)))


def read_scan(folder: Path, data: bytes, ocr: Ocr) -> Programme:
    path = folder / "scan.pdf"
    path.write_bytes(data)
    (programme,) = read([path], ocr=ocr)
    return programme


def quotes_of(report: Report) -> list[Evidence]:
    return [e for m in report.measures for e in m.judgement.evidence]


@pytest.mark.parametrize("lies", [90, 180, 270])
def test_a_scan_that_lies_any_way_gives_the_verdicts_and_places_of_an_upright_one(
    lies: int, checker: Checker, upright: Report, tmp_path: Path
) -> None:
    told: list[int] = []
    data = scanned(DATA, PAGES, lies=lies)
    ocr = Ocr(jobs=2, tell=told.append, keeps_layers=True)
    programme = read_scan(tmp_path, data, ocr)
    assert told == [2, 2, 0]  # the first turn that is tried is the right one
    assert programme.status is Status.READ
    assert programme.ocr_pages == (1, 2)
    report = checker.check(programme)
    both = list(zip(report.measures, upright.measures, strict=True))
    same = sum(a.judgement.verdict is b.judgement.verdict for a, b in both)
    # Another picture of a bullet may be read as a letter, which joins two paragraphs.
    assert same >= len(both) - 4
    assert_boxes_lie_over_the_words(data, report, ocr, lies)


def test_a_sideways_page_that_its_viewer_turns_too(checker: Checker, tmp_path: Path) -> None:
    data, ocr = scanned(DATA, PAGES, lies=270, turn=90), Ocr(jobs=2, keeps_layers=True)
    report = checker.check(read_scan(tmp_path, data, ocr))
    assert_boxes_lie_over_the_words(data, report, ocr, 270, turn=90)


def test_pages_that_lie_each_another_way(tmp_path: Path) -> None:
    mixed = pypdfium2.PdfDocument.new()
    for page, lies in ((2, 180), (3, 0), (4, 90), (5, 270)):
        mixed.import_pages(pypdfium2.PdfDocument(scanned(DATA, (page,), lies=lies)))
    mixed.save(tmp_path / "mixed.pdf")
    told: list[int] = []
    ocr = Ocr(jobs=2, tell=told.append, keeps_layers=True)
    programme = read_scan(tmp_path, (tmp_path / "mixed.pdf").read_bytes(), ocr)
    assert programme.ocr_pages == (1, 2, 3, 4)
    assert [ocr.layers[number].turn for number in (1, 2, 3, 4)] == [2, 0, 3, 1]
    assert told == [4, 3, 0]  # the upright one is read once
    (text,) = read([EXAMPLE])
    for number in (1, 2, 3, 4):
        wanted = words(text, number + 2)
        assert len(wanted & words(programme, number)) > 0.85 * len(wanted)


def words(programme: Programme, page: int) -> set[str]:
    texts = [b.text for b in programme.blocks if b.page_at(0) == page]
    return set(" ".join(texts).lower().split())


def test_pages_that_nobody_can_read_are_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turning, "PAGES_AT_ONCE", 1)
    told: list[int] = []
    programme = read_scan(tmp_path, scanned(DATA, PAGES, blur=4), Ocr(tell=told.append))
    assert programme.status is Status.UNREADABLE
    assert programme.blocks == ()
    assert told == [2, 1, 1, 1, 0]


def assert_boxes_lie_over_the_words(
    data: bytes, report: Report, ocr: Ocr, lies: int, *, turn: int = 0
) -> None:
    """Look up the boxes of all quotes on the pages that the scan was made of."""
    quotes = quotes_of(report)
    assert quotes
    found = find_places(data, "scan.pdf", quotes, None, ocr.layers)
    assert all(found)
    source = pypdfium2.PdfDocument(DATA)
    for quote, places in zip(quotes, found, strict=True):
        under = ""
        for place in places:
            page = source[PAGES[place.page - 1]]
            size = page.get_size()
            text = page.get_textpage()
            for quad in place.quads:
                corners = [_on_paper(point, size, lies, turn) for point in quad]
                # as it is read: the first corner is the top left one
                assert corners[0][0] < corners[1][0]
                assert corners[0][1] > corners[2][1]
                xs, ys = zip(*corners, strict=True)
                under += text.get_text_bounded(min(xs), min(ys), max(xs), max(ys))
        assert fuzz.ratio(_letters(under), _letters(quote.quote)) > 85


def _on_paper(point: Point, size: Point, lies: int, turn: int) -> Point:
    """Return where a point of a page of the scan is on the upright paper."""
    (x, y), (width, height) = point, size
    if (
        turn == 90
    ):  # the viewer turns it clockwise; what is seen then is as wide as the paper is high
        x, y = y, (width if lies % 180 else height) - x
    if lies == 90:
        return width - y, x
    if lies == 180:
        return width - x, height - y
    return (y, height - x) if lies == 270 else (x, y)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())
