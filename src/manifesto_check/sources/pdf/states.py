"""The state of each page: read, nothing to read, or text that could not be read."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2 as _pypdfium2

from manifesto_check.model import PageState, Reason
from manifesto_check.sources.pdf.layout import Sheet
from manifesto_check.sources.pdf.legibility import draw, shows_text

pypdfium2: Any = _pypdfium2  # without types
pdfium: Any = _pypdfium2.raw
FEW_CHARS = 150  # a page with fewer is looked at: it may be a picture of text
SOME_CHARS = 1000  # so is one with fewer than this where a picture takes most of the page
MOST = 0.5  # share of the page that a picture takes
MAX_OBJECTS = 2000  # looked at for such a picture
MAX_SHAPES = 200_000  # a page with more is not drawn, as that would take too long
JUNK_SHARE = 0.3
MIN_JUNK = 20
MAX_DRAWN = 150  # pages that are drawn at most; beyond, pages without text count as pictures
NEARLY_ALL = 0.9


def is_junk(sheet: Sheet) -> bool:
    """Say whether the text of a sheet means nothing: most of it has no Unicode map."""
    return sheet.junk > MIN_JUNK and sheet.junk > JUNK_SHARE * max(sheet.characters, 1)


def page_states(document: Any, sheets: Sequence[Sheet]) -> list[PageState]:
    """Return the state of each page.

    Args:
        document: an open pypdfium2 document.
        sheets: one for each page, not yet cut in halves.
    """
    states = []
    drawn = 0
    for sheet in sheets:
        if is_junk(sheet):
            states.append(PageState.UNREADABLE)
            continue
        hidden = False
        if sheet.characters < SOME_CHARS:
            hidden, looked = _text_in_picture(document, sheet, look=drawn < MAX_DRAWN)
            drawn += looked
        if hidden:
            states.append(PageState.UNREADABLE)
        else:
            states.append(PageState.READ if sheet.lines else PageState.BLANK)
    return states


def why_unreadable(
    states: Sequence[PageState], sheets: Sequence[Sheet], known: Reason | None = None
) -> Reason | None:
    """Say why nothing of a programme can be read; None where enough can be read.

    Args:
        states: of each page.
        sheets: one for each page.
        known: why its pictures of text are not read, where that is known.
    """
    filled = [state for state in states if state is not PageState.BLANK]
    unreadable = filled.count(PageState.UNREADABLE)
    if filled and unreadable < NEARLY_ALL * len(filled):
        return None
    if not filled:
        return Reason.NOTHING
    if known is not None:
        return known
    return Reason.JUNK if any(is_junk(sheet) for sheet in sheets) else Reason.NO_TEXT


def _text_in_picture(document: Any, sheet: Sheet, *, look: bool) -> tuple[bool, bool]:
    """Say whether a page shows text that is not in its text layer, and whether it was drawn."""
    try:
        page = document[sheet.page - 1]
    except pypdfium2.PdfiumError:
        return False, False
    try:
        if not _worth_drawing(page, sheet):
            return False, False
        return (shows_text(draw(page, sheet.lines)), True) if look else (True, False)
    except (pypdfium2.PdfiumError, ValueError, MemoryError):
        return False, False
    finally:
        page.close()


def _worth_drawing(page: Any, sheet: Sheet) -> bool:
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > MAX_SHAPES:
        return False
    if sheet.characters < FEW_CHARS:
        # A page of a few words and next to nothing else, such as a title.
        return bool(count > len(sheet.lines))
    sides = [ctypes.c_float() for _ in range(4)]
    refs = [ctypes.byref(side) for side in sides]
    for index in range(min(count, MAX_OBJECTS)):
        found = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(found) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFPageObj_GetBounds(found, *refs):
            left, bottom, right, top = (side.value for side in sides)
            if (right - left) * (top - bottom) > MOST * sheet.width * sheet.height:
                return True
    return False
