"""Pages whose text is only in a picture, and pages that hold no text at all."""

from __future__ import annotations

from manifesto_check.model import PageState, Reason, Status


def test_state_of_each_page(reading):
    programme = reading("pictures")
    text, scan, photo, blank, divider, title, _ = (page.state for page in programme.pages)
    assert scan is PageState.UNREADABLE
    assert [photo, blank, divider] == [PageState.BLANK] * 3
    assert [text, title] == [PageState.READ] * 2
    assert programme.status is Status.PARTLY_READ
    assert programme.unreadable_pages == (2,)
    assert "Zorg voor elkaar" in [block.text for block in programme.blocks]


def test_only_scans_is_unreadable_and_says_that_ocr_is_needed(reading):
    programme = reading("only_scans")
    assert programme.status is Status.UNREADABLE
    assert programme.unreadable_pages == (1, 2)
    assert programme.blocks == ()
    assert programme.unreadable_reason is Reason.OCR_OFF
    assert "OCR is nodig" in programme.unreadable_reason


def test_letters_drawn_as_shapes_are_unreadable(reading):
    assert reading("text_as_shapes").unreadable_pages == (1,)


def test_blank_file_is_unreadable_without_unreadable_pages(reading):
    programme = reading("blank")
    assert programme.status is Status.UNREADABLE
    assert programme.unreadable_pages == ()
    assert programme.unreadable_reason is Reason.NOTHING


def test_text_without_meaning_is_unreadable(reading):
    programme = reading("junk")
    assert programme.unreadable_pages == (1,)
    assert "Unicode" in programme.unreadable_reason
