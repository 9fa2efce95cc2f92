"""What all sources without pages share: pieces of text with their line, made into a programme."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Block, BlockKind, FileType, Page, PageState, Programme, Reason
from manifesto_check.sources.pdf.mending import Vocabulary, folded, join
from manifesto_check.sources.pdf.titles import usable_title

MAX_CHARS = 5_000_000
MAX_LINES = 500_000
MAX_TITLE_WORDS = 15
TITLE_LEVEL = 0
"""Level of a heading that its style calls the title of the document: above all others."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph or bullet as a source found it.

    Attributes:
        kind: heading, paragraph or bullet.
        rows: its lines, each with its number (from 1); joined to one text later.
        level: depth of a heading (1 is the outermost) or of a bullet.
        is_link: whether all of it is a link, as the entries of a menu are.
    """

    kind: BlockKind
    rows: tuple[tuple[int, str], ...]
    level: int = 1
    is_link: bool = False

    @classmethod
    def of(cls, kind: BlockKind, text: str, line: int, level: int = 1) -> Piece:
        """Return a piece of text whose line breaks are lines of the file, from ``line`` on."""
        rows = enumerate(text.split("\n"), start=line)
        return cls(kind, tuple((number, row) for number, row in rows if row.strip()), level)

    @property
    def text(self) -> str:
        """The text on one line, as it is before hyphens are mended."""
        return " ".join(folded(row) for _, row in self.rows)

    @property
    def line(self) -> int:
        """The line where it begins."""
        return self.rows[0][0] if self.rows else 1

    def as_kind(self, kind: BlockKind, level: int = 1) -> Piece:
        """Return the same text as a piece of another kind."""
        return replace(self, kind=kind, level=level)


def programme_of(
    pieces: Iterable[Piece],
    data: bytes,
    path: str,
    type_: FileType,
    *,
    title: str | None = None,
    nothing: Reason = Reason.NO_WORDS,
) -> Programme:
    """Make the programme of a file without pages: one page, and a line for each block.

    Args:
        pieces: what stands in it, in reading order; those without letters are left out.
        data: the bytes of the file.
        path: as the user gave it.
        type_: of the file.
        title: from the file's metadata; a stand-in is passed over.
        nothing: why nothing can be read where there are no pieces.

    Raises:
        ProgrammeError: there is more text than any programme has.
    """
    kept = [piece for piece in pieces if any(char.isalpha() for char in piece.text)]
    if sum(len(row) for piece in kept for _, row in piece.rows) > MAX_CHARS:
        raise ProgrammeError.of(Problem.TOO_LONG, path, limit=MAX_CHARS // 1_000_000)
    heading = title_heading(kept)
    blocks = build_blocks(kept, heading)
    own = heading.text if heading is not None else ""
    return Programme(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=(Page(1, state=PageState.READ if blocks else PageState.BLANK),),
        blocks=tuple(blocks),
        title=_title(usable_title(title or ""), own),
        unreadable_reason=None if blocks else nothing,
        type=type_,
    )


def check_length(text: str, path: str) -> None:
    """See to it that a text is not far longer than any programme, before it is taken apart.

    Raises:
        ProgrammeError: it is.
    """
    if len(text) > MAX_CHARS or text.count("\n") > MAX_LINES:
        raise ProgrammeError.of(Problem.TOO_LONG, path, limit=MAX_CHARS // 1_000_000)


def title_heading(pieces: Sequence[Piece]) -> Piece | None:
    """Return the heading that is the programme's title: the first, where no other is as high.

    A single word, such as ``Wonen``, is the title of a chapter, unless its style says otherwise.
    """
    headings = [piece for piece in pieces if piece.kind is BlockKind.HEADING]
    if headings and headings[0].level == TITLE_LEVEL:
        return headings[0]
    if len(headings) < 2 or any(piece.level <= headings[0].level for piece in headings[1:]):
        return None
    return headings[0] if 2 <= len(headings[0].text.split()) <= MAX_TITLE_WORDS else None


def _title(given: str | None, heading: str) -> str | None:
    """Return the title of the metadata, or the heading where that is it without a site's name."""
    return heading or None if given is None or (heading and heading in given) else given


def build_blocks(pieces: Sequence[Piece], title: Piece | None = None) -> list[Block]:
    """Make blocks of pieces, each with the headings above it; the title is above nothing."""
    vocabulary = Vocabulary(row for piece in pieces for _, row in piece.rows)
    blocks: list[Block] = []
    above: list[tuple[int, str]] = []
    for piece in pieces:
        text, lines = _joined(piece.rows, vocabulary)
        is_heading = piece.kind is BlockKind.HEADING
        while is_heading and above and above[-1][0] >= piece.level:
            above.pop()
        section = tuple(heading for _, heading in above)
        blocks.append(
            Block(piece.kind, text, ((0, 1),), section, max(piece.level, 1), lines[0][1], lines)
        )
        if is_heading and piece is not title:
            above.append((piece.level, text))
    return blocks


def _joined(
    rows: Sequence[tuple[int, str]], vocabulary: Vocabulary
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Join the lines of a piece, mending hyphens at their ends; also say where each begins."""
    parts: list[str] = []
    lines: list[tuple[int, int]] = []
    length = 0
    for number, row in rows:
        part = folded(row)
        if not part:
            continue
        # Only the row before can change: joining the whole each time would be slow.
        before = parts.pop() if parts else ""
        both = join(before, part, vocabulary)
        parts += [both[: len(both) - len(part)], part]
        length += len(both) - len(before) - len(part)
        lines.append((length, number))
        length += len(part)
    return "".join(parts), tuple(lines)
