"""Pages whose text is only a picture, read by OCR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from manifesto_check.model import PageState, Reason
from manifesto_check.ocr.engine import MAX_PAGES, is_legible, legibility
from manifesto_check.sources.pdf.layout import Line, Sheet
from manifesto_check.sources.pdf.states import is_junk
from manifesto_check.sources.pdf.turning import read_in_any_turn

if TYPE_CHECKING:
    from manifesto_check.ocr.engine import Ocr


@dataclass
class Recognised:
    """What OCR made of a programme.

    Attributes:
        sheets: all sheets; those that were read have the text that was read.
        states: of all pages.
        legible: for each page that was read the share of its words that is Dutch.
        reason: why pages are unread, in the place of that they are pictures.
    """

    sheets: list[Sheet]
    states: list[PageState]
    legible: dict[int, float] = field(default_factory=dict)
    reason: Reason | None = None


def recognised(
    document: Any, sheets: Sequence[Sheet], states: Sequence[PageState], ocr: Ocr | None
) -> Recognised:
    """Read the pages that are unreadable by OCR, where it is there.

    Args:
        document: an open pypdfium2 document.
        sheets: one for each page.
        states: of each page.
        ocr: None where it is not wanted.
    """
    found = Recognised(list(sheets), list(states))
    wanted = [s.page for s, state in zip(sheets, states, strict=True) if _is_unread(state)]
    if ocr is not None:
        ocr.layers.clear()
    if not wanted:
        return found
    if ocr is None or not ocr.is_installed:
        if ocr is None and not any(is_junk(sheet) for sheet in sheets):
            found.reason = Reason.OCR_OFF
        return found
    read = read_in_any_turn(document, wanted[:MAX_PAGES], ocr)
    words = [word for reading in read.values() for word in reading.words]
    found.reason = Reason.OCR_JUNK if words else Reason.OCR_FAILED
    if not is_legible(legibility(words)):
        return found
    for number, reading in read.items():
        if reading.is_usable:
            found.legible[number] = reading.legible
            found.sheets[number - 1] = reading.sheet
            found.states[number - 1] = PageState.READ
            if reading.layer is not None:
                ocr.layers[number] = reading.layer
    return found


def in_order(lines: Sequence[Line]) -> list[list[Line]]:
    """Sort the lines of a page that OCR read into columns: one ends where a line stands higher."""
    flows: list[list[Line]] = []
    for line in lines:
        if not flows or line.baseline < flows[-1][-1].baseline - line.size / 2:
            flows.append([])
        flows[-1].append(line)
    return flows


def _is_unread(state: PageState) -> bool:
    return state is PageState.UNREADABLE
