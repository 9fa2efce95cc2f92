"""What rests on pages that OCR read is worth less, by how well they were read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.model import Block, BlockKind, Evidence, Judgement, Page, Programme, Verdict
from manifesto_check.ocr.doubt import doubted


def programme(*legible: float | None) -> Programme:
    """A programme with ten words on each page."""
    pages = [Page(number, legible=share) for number, share in enumerate(legible, 1)]
    blocks = [Block(BlockKind.PARAGRAPH, "woord " * 10, ((0, page.number),)) for page in pages]
    return Programme("a.pdf", "ab", tuple(pages), tuple(blocks))


def quote(page: int, score: float, page_end: int | None = None) -> Evidence:
    return Evidence(page, page_end or page, None, "", f"Wij bouwen {page}.", score)


def judgement(*evidence: Evidence) -> Judgement:
    verdict = Verdict.COVERED if evidence else Verdict.ABSENT
    return Judgement("A1", verdict, 0.8, 0.9, evidence)


def test_without_ocr_nothing_changes():
    given_ones = [judgement(quote(1, 0.7)), judgement()]
    assert doubted(given_ones, programme(None, None)) == given_ones


def test_a_quote_that_ocr_read_is_marked_and_lowers_confidence():
    [done] = doubted([judgement(quote(1, 0.7))], programme(0.9, None))
    assert done.confidence == pytest.approx(0.72)
    assert done.p_found == 0.9
    [evidence] = done.evidence
    assert (evidence.ocr, evidence.score) == (True, pytest.approx(0.63))


def test_one_quote_from_text_is_enough_and_comes_first():
    [done] = doubted([judgement(quote(1, 0.7), quote(2, 0.65))], programme(0.8, None))
    assert done.confidence == 0.8
    assert [(e.page, e.ocr) for e in done.evidence] == [(2, False), (1, True)]


def test_a_quote_over_two_pages_is_as_good_as_the_worst():
    [done] = doubted([judgement(quote(1, 0.5, page_end=2))], programme(None, 0.8))
    assert done.confidence == pytest.approx(0.64)
    assert done.evidence[0].ocr


def test_absent_is_as_sure_as_all_of_the_text_was_read():
    [done] = doubted([judgement()], programme(0.8, 0.9, None, None))
    assert done.confidence == pytest.approx(0.8 * (0.8 + 0.9 + 1 + 1) / 4)


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), min_size=1, max_size=6), st.data())
def test_ocr_never_makes_anything_surer(legible, data):
    pages = st.integers(1, len(legible))
    quotes = [quote(data.draw(pages), data.draw(st.floats(0, 1))) for _ in range(2)]
    [done] = doubted([judgement(*quotes)], programme(*legible))
    assert 0 <= done.confidence <= 0.8
    assert max(e.score for e in done.evidence) <= max(q.score for q in quotes)
    for evidence in done.evidence:
        assert evidence.ocr == (legible[evidence.page - 1] is not None)
