"""The table of contents of a source without pages: it repeats headings and must not be quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from manifesto_check.model import BlockKind
from manifesto_check.sources.pieces import Piece

MIN_LEADERS = 3  # entries with leaders and a number, where no title stands above them
MIN_REPEATED = 6  # entries that repeat headings, where no title does
EARLY = 0.1  # share of the pieces within which such a table begins
MAX_ENTRY = 200  # letters
_TITLE = re.compile(r"\W*(?:inhoud|inhouds\s?opgave|inhoudstafel|contents)\W*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[\s.…·_]*\d{1,3})\s*")
_LEADERS = re.compile(r"(?:[.…·_]\s?){4,}\s*\d{1,3}\s*")
_LETTERS = re.compile(r"[^\W\d_]+")


def without_contents(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without the table of contents.

    Its entries end in leaders and a number, or repeat headings that come
    later. Without a title such as "Inhoud" several in a row are needed, at the
    beginning: a chapter may list its own points before it goes through them.
    """
    headings: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        if piece.kind is BlockKind.HEADING:
            headings[letters(piece.text)] = place
    headings.pop("", None)
    left_out: set[int] = set()
    place = 0
    while place < len(pieces):
        titled = bool(_TITLE.fullmatch(pieces[place].text))
        end = _end(pieces, place + titled, headings)
        entries = end - place - titled
        early = place <= max(EARLY * len(pieces), 3)
        if entries and early and (titled or _is_table(pieces[place:end])):
            left_out.update(range(place, end))
        elif titled and early:
            left_out.add(place)
        place = max(end, place + 1)
    return [piece for place, piece in enumerate(pieces) if place not in left_out]


def _is_table(entries: Sequence[Piece]) -> bool:
    """Say whether entries in a row are a table of contents though no title says so."""
    rows = [row for entry in entries for _, row in entry.rows if len(row) <= MAX_ENTRY]
    return len(rows) >= MIN_REPEATED or sum(map(bool, map(_LEADERS.search, rows))) >= MIN_LEADERS


def letters(text: str) -> str:
    """Return the words of a text in lower case, without figures and signs."""
    return " ".join(_LETTERS.findall(text.lower()))


def _end(pieces: Sequence[Piece], place: int, headings: dict[str, int]) -> int:
    """Return where the entries that begin at a place end; the place itself without any."""
    while place < len(pieces) and _is_entry(pieces[place], place, headings):
        place += 1
    return place


def _is_entry(piece: Piece, place: int, headings: dict[str, int]) -> bool:
    rows = [row for _, row in piece.rows]
    if any(len(row) > MAX_ENTRY for row in rows):
        return False
    return all(
        _LEADERS.search(row) or headings.get(letters(row), -1) > place or _NUMBER.fullmatch(row)
        for row in rows
    )
