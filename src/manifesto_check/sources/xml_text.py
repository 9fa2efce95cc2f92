"""What the readers of Word and OpenDocument share: paragraphs collected as they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from manifesto_check.model import BlockKind
from manifesto_check.sources.pieces import TITLE_LEVEL, Piece
from manifesto_check.sources.typed import BOLD_LEVEL, may_be_heading

MAX_CELL_WORDS = 60  # a cell with more frames running text, and is no cell of figures


@dataclass
class Paragraph:
    """One paragraph of a document.

    Attributes:
        number: counted from 1 through the whole document, empty ones too.
        text: its text; a line break in it is a new line.
        kind: as its style says.
        level: of a heading or of a bullet.
        bold: whether all of its text is bold.
        is_title: whether its style is that of the document's title.
        cell: the row and cell of the table that it stands in.
        after: paragraphs that stand in it, such as those of a text box or footnote.
    """

    number: int
    text: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    bold: bool = False
    is_title: bool = False
    cell: tuple[int, int] | None = None
    after: list[Paragraph] = field(default_factory=list)

    def piece(self) -> Piece:
        """Return it as a piece; all of it is on one line of the text."""
        text = self.text.strip("\n ")
        kind, level = self.kind, self.level
        if kind is BlockKind.PARAGRAPH and self.bold and may_be_heading(text.strip()):
            kind, level = BlockKind.HEADING, BOLD_LEVEL
        rows = tuple((self.number, row) for row in text.split("\n") if row.strip())
        return Piece(kind, rows, TITLE_LEVEL if self.is_title else level)


def pieces_of(paragraphs: list[Paragraph]) -> Iterator[Piece]:
    """Yield the pieces of paragraphs; rows of a table are one bullet each."""
    row: list[Paragraph] = []
    for paragraph in _flat(paragraphs):
        if row and (paragraph.cell is None or paragraph.cell[0] != _row_of(row)):
            yield from _table_row(row)
            row = []
        if paragraph.cell is not None:
            row.append(paragraph)
        elif paragraph.text.strip():
            yield paragraph.piece()
    yield from _table_row(row)


def _row_of(row: list[Paragraph]) -> int | None:
    return row[0].cell[0] if row[0].cell is not None else None


def _flat(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        yield paragraph
        yield from _flat(paragraph.after)


def _table_row(row: list[Paragraph]) -> Iterator[Piece]:
    """Yield a row as one bullet, or its paragraphs where the table only frames text."""
    filled = [paragraph for paragraph in row if paragraph.text.strip()]
    cells: dict[tuple[int, int] | None, list[Paragraph]] = {}
    for paragraph in filled:
        cells.setdefault(paragraph.cell, []).append(paragraph)
    is_layout = len(cells) < 2 or any(
        len(cell) > 3 or sum(len(p.text.split()) for p in cell) > MAX_CELL_WORDS
        for cell in cells.values()
    )
    if is_layout or any(p.kind is not BlockKind.PARAGRAPH for p in filled):
        yield from (paragraph.piece() for paragraph in filled)
        return
    texts = (" ".join(" ".join(p.text.split()) for p in cell) for cell in cells.values())
    yield Piece(BlockKind.BULLET, ((filled[0].number, " | ".join(texts)),))
