"""Scans that lie sideways or upside down: pages are turned until OCR can read them.

Only pages whose upright reading fails are turned, so that all others cost
nothing. Tesseract can tell how a page lies, but needs data of its own for it
that not every system has; to read the page again needs nothing, and says for
sure whether that was the right turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from manifesto_check.ocr.engine import PAGES_AT_ONCE
from manifesto_check.sources.pdf.readings import Reading, read_pages

if TYPE_CHECKING:
    from manifesto_check.ocr.engine import Ocr

ATTEMPTS = 3  # turns other than upright


def read_in_any_turn(document: Any, numbers: Sequence[int], ocr: Ocr) -> dict[int, Reading]:
    """Return the best reading of each page that OCR could take, whatever it is like.

    Pages are turned in batches. After one in which none came out the rest stays
    as it is: a long programme that nobody can read does not cost four times its time.

    Args:
        document: an open pypdfium2 document.
        numbers: of the pages.
        ocr: reads them.
    """
    best = read_pages(document, dict.fromkeys(numbers, 0), ocr)
    failed = [number for number, reading in best.items() if not reading.is_upright]
    for first in range(0, len(failed), PAGES_AT_ONCE):
        batch = failed[first : first + PAGES_AT_ONCE]
        _turn(document, batch, best, ocr)
        if not any(best[number].turn for number in batch):
            break
    ocr.tell(0)
    return best


def _turn(document: Any, batch: Sequence[int], best: dict[int, Reading], ocr: Ocr) -> None:
    """Read pages in one turn after the other until they are upright; keep the best of each."""
    orders = {number: _order(best[number]) for number in batch}
    for attempt in range(ATTEMPTS):
        left = {n: orders[n][attempt] for n in batch if not best[n].is_upright}
        if not left:
            return
        for number, reading in read_pages(document, left, ocr).items():
            if reading.worth > best[number].worth:
                best[number] = reading


def _order(upright: Reading) -> tuple[int, int, int]:
    """Return the turns to try, in quarters clockwise, the likeliest first.

    Args:
        upright: the reading that failed. Of a sideways page tesseract supposes that it lies one
            way: where it read Dutch it was right, else the page lies the other way.
    """
    supposed = upright.sheet.turn
    if supposed % 2 == 0:
        return 2, 1, 3
    first = supposed if upright.is_usable else 4 - supposed
    return first, 4 - first, 2
