"""Plain text: paragraphs, headings and bullets from how lines stand, as nothing marks them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from manifesto_check.model import BlockKind, FileType, Programme
from manifesto_check.sources.contents import without_contents
from manifesto_check.sources.detecting import text_of
from manifesto_check.sources.pdf.labels import page_number
from manifesto_check.sources.pieces import Piece, check_length, programme_of
from manifesto_check.sources.scraped import without_website
from manifesto_check.sources.typed import bullet_length, may_be_heading, numbering_depth

LONG = 120  # characters: longer lines are paragraphs, each on a line of its own
MANY_LONG = 0.2  # share of the text in such lines
MOSTLY_ENDS = 0.6  # share of the longer lines that end a sentence, if each is a paragraph
FULL = 0.75  # share of the usual width that a line has, if its paragraph goes on
MIN_LIST = 3  # lines without a sign that are a list together
MAX_ATX = 300  # letters of a heading with a sign before it
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]*$")
_UNDERLINE = re.compile(r"\s*(=|-|_|\*|~)\1{2,}\s*")
_ATX = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
CAPITALS, NUMBERED, PLAIN = 10, 20, 40
"""Levels of headings by look, outermost first, with room for the depth of a number."""


class TextSource:
    """Reads plain text, wrapped or with a paragraph a line."""

    def read(self, data: bytes, path: str, *, password: str | None = None) -> Programme:
        """Read a whole text; see :class:`~manifesto_check.sources.ProgrammeSource`."""
        text = text_of(data, path)
        check_length(text, path)
        found = without_contents(without_website(pieces_of_text(text)))
        return programme_of(found, data, path, FileType.TEXT, title=_title(found))


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines between blank ones, and how many blank ones stand above."""

    rows: tuple[tuple[int, str], ...]
    blank: int


def _title(pieces: Sequence[Piece]) -> str | None:
    """Return the first line, where it stands above other headings and below none."""
    first, second = pieces[:2] if len(pieces) > 1 else (None, None)
    if first is None or second is None or first.kind is not BlockKind.HEADING:
        return None
    deeper = any(p.kind is BlockKind.HEADING and p.level < first.level for p in pieces)
    return first.text if deeper and second.kind is BlockKind.HEADING else None


def pieces_of_text(text: str) -> list[Piece]:
    """Return what stands in a plain text, with the numbers of its lines."""
    rows = _BREAK.split(text.lstrip("\ufeff"))
    groups = list(_groups(rows))
    width = _width(rows)
    pieces = [piece for group in groups for piece in _pieces(group, width)]
    return _without_lone_headings(pieces)


def _groups(rows: Sequence[str]) -> Iterator[_Group]:
    """Yield the lines between blank ones; a page number on a line of its own is no line."""
    group: list[tuple[int, str]] = []
    blank = above = 0
    for number, row in enumerate(rows, start=1):
        if row.strip() and not (page_number(row) is not None and not group):
            if not group:
                above = blank
            group.append((number, row.rstrip()))
            blank = 0
            continue
        if group:
            yield _Group(tuple(group), above)
            group = []
        blank += 1
    if group:
        yield _Group(tuple(group), above)


def _width(rows: Sequence[str]) -> int | None:
    """Return the width that lines are wrapped at; None where a paragraph is one line."""
    lengths = sorted(len(row) for row in rows if row.strip())
    long = sum(length for length in lengths if length > LONG)
    if not lengths or long > MANY_LONG * sum(lengths):
        return None
    width = lengths[int(0.9 * (len(lengths) - 1))]
    ends = [bool(_SENTENCE_END.search(row.rstrip())) for row in rows if len(row) > 0.6 * width]
    return None if sum(ends) > MOSTLY_ENDS * len(ends) else width


def _pieces(group: _Group, width: int | None) -> Iterator[Piece]:
    """Yield the pieces of a group of lines."""
    rows: list[tuple[int, str]] = []
    kind, level = BlockKind.PARAGRAPH, 1
    alone = len(group.rows) == 1
    for place, (number, row) in enumerate(group.rows):
        bare = row.strip()
        if _UNDERLINE.fullmatch(row):
            if len(rows) == 1 and kind is BlockKind.PARAGRAPH:
                yield Piece(BlockKind.HEADING, tuple(rows), 1 if bare[0] == "=" else 2)
                rows = []
            continue
        if len(row) < MAX_ATX and (match := _ATX.fullmatch(row)):
            yield from _one(kind, rows, level)
            yield Piece.of(BlockKind.HEADING, match[2], number, len(match[1]))
            rows, kind, level = [], BlockKind.PARAGRAPH, 1
            continue
        length = 0 if _numbered_heading(bare, alone) else bullet_length(bare)
        follows = place > 0 and not _goes_on(group.rows[place - 1][1], bare, width)
        if length or follows:
            yield from _one(kind, rows, level)
            rows = []
            kind = BlockKind.BULLET if length else BlockKind.PARAGRAPH
            level = 1 + (len(row) - len(row.lstrip())) // 2 if length else 1
        rows.append((number, bare[length:]))
    yield from _one(kind, rows, level, alone, group.blank)


def _numbered_heading(text: str, alone: bool) -> bool:
    return alone and numbering_depth(text) > 0 and may_be_heading(text)


def _goes_on(before: str, row: str, width: int | None) -> bool:
    """Say whether a line goes on with the paragraph of the line before it."""
    if width is None:
        return row[:1].islower() and not re.search(r"[.!?:;]$", before)
    if row[:1].islower() or before.rstrip()[-1:] in ",-\u00ad":
        return True
    short = len(before) < FULL * width
    return not short and not (re.search(r"[.!?:]$", before) and len(before) < 0.9 * FULL * width)


def _one(
    kind: BlockKind,
    rows: Sequence[tuple[int, str]],
    level: int,
    alone: bool = False,
    blank: int = 0,
) -> Iterator[Piece]:
    """Yield the piece of some lines: a heading where they read as one."""
    if not rows:
        return
    piece = Piece(kind, tuple(rows), level)
    text = piece.text
    if kind is BlockKind.PARAGRAPH and len(rows) <= 2 and may_be_heading(text):
        piece = piece.as_kind(BlockKind.HEADING, _level(text, alone and blank > 1))
    yield piece


def _level(text: str, apart: bool) -> int:
    """Return the level of a heading that only its look tells: capitals, number, white space."""
    depth = numbering_depth(text)
    if depth:
        return NUMBERED + depth
    if text.isupper() and sum(char.isalpha() for char in text) > 3:
        return CAPITALS
    return PLAIN - 5 if apart else PLAIN


def _without_lone_headings(pieces: list[Piece]) -> list[Piece]:
    """Make bullets of the lines of a list without signs, which each read as a heading."""
    result: list[Piece] = []
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and _is_plain_heading(piece):
            run.append(piece)
            continue
        result += _settled(run, piece)
        run = []
        if piece is not None:
            result.append(piece)
    return result


def _is_plain_heading(piece: Piece) -> bool:
    return piece.kind is BlockKind.HEADING and piece.level >= PLAIN - 5


def _settled(run: list[Piece], following: Piece | None) -> list[Piece]:
    """Return a run of headings as they are meant: some of a list are its items.

    Lines right below each other are items, so are three or more in a row that
    are followed by nothing; the first is then the heading of the list, and the
    last one that of the text that follows.
    """
    if len(run) < MIN_LIST:
        return run
    tight = sum(b.line - a.rows[-1][0] == 1 for a, b in pairwise(run))
    if tight < len(run) // 2 and len(run) < 2 * MIN_LIST:
        return run
    last = len(run) - (following is not None and following.kind is BlockKind.PARAGRAPH)
    items = [piece.as_kind(BlockKind.BULLET) for piece in run[1:last]]
    return [run[0], *items, *run[last:]]
