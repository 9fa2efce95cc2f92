"""Signs that people type where a format has none for it: bullets, numbers of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from manifesto_check.model import BlockKind
from manifesto_check.sources.pdf.bullets import marker
from manifesto_check.sources.pieces import Piece

MAX_HEADING_WORDS = 14
MAX_HEADING_CHARS = 100
BOLD_LEVEL = 7
"""Level of a heading that is only set in bold: below all that are called headings."""
_NUMBERED = re.compile(
    r"(?:(?:hoofdstuk|thema|deel|paragraaf)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})[.:)]?\s+(?=\W?[A-Z])",
    re.IGNORECASE,
)
_PROSE_END = re.compile(r"[.;,…!?][\"'”’)\]]*$|[a-z]:$")
_QUOTE = re.compile(r"[\"“„‘].*[\"”’]\W*")
_FIGURE = re.compile(r"[\d.,%€/\s-]+")


def bullet_length(row: str) -> int:
    """Return how many characters of a line are the sign of a bullet; 0 where it has none.

    A number counts where it has a full stop or bracket behind it, as ``1.``; so
    does a letter.

    >>> bullet_length("- meer woningen"), bullet_length("12 maart")
    (2, 0)
    """
    found = marker(row) if row else None
    if found is None or found.bare:
        return 0
    # A letter with a stop is mostly an initial or an abbreviation.
    if found.weak and row[:1].isupper():
        return 0
    return found.length


def numbering_depth(text: str) -> int:
    """Return the depth of a heading's number: 1 for ``3 Wonen``, 2 for ``3.1 Huur``; else 0."""
    match = _NUMBERED.match(text)
    return match[1].count(".") + 1 if match else 0


def may_be_heading(text: str) -> bool:
    """Say whether a text that stands alone reads as a heading: short, no sentence, no quote."""
    words = len(text.split())
    if not 0 < words <= MAX_HEADING_WORDS or len(text) > MAX_HEADING_CHARS:
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "'’\"“¿(") or text[-1] in ":":
        return False
    ends_well = text[-1] in "!?" and words <= 8
    if _PROSE_END.search(text) and not ends_well:
        return False
    return not (_QUOTE.fullmatch(text) or _FIGURE.fullmatch(text))


def split_typed(piece: Piece) -> Iterator[Piece]:
    """Cut a paragraph at the lines that begin with a bullet's sign, and take the signs off.

    A bullet has the lines up to the next one. A sign that the format itself
    gives is not part of the text, so a bullet is only rid of a second one.
    """
    signed = any(bullet_length(row.strip()) for _, row in piece.rows)
    if piece.kind is BlockKind.HEADING or not signed:
        yield piece
        return
    kind, level, rows = piece.kind, piece.level, list[tuple[int, str]]()
    for number, row in piece.rows:
        bare = row.strip()
        length = bullet_length(bare)
        if length:
            if rows:
                yield Piece(kind, tuple(rows), level)
            kind, rows = BlockKind.BULLET, []
        rows.append((number, bare[length:]))
    if rows:
        yield Piece(kind, tuple(rows), level)


def with_typed(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces with all bullets that were typed by hand as bullets."""
    return [part for piece in pieces for part in split_typed(piece)]
