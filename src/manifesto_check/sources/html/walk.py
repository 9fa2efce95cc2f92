"""The pieces of a page: headings, paragraphs, bullets and rows, with their lines in the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from manifesto_check.model import BlockKind
from manifesto_check.sources.pieces import Piece
from manifesto_check.sources.typed import BOLD_LEVEL, may_be_heading

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADING = re.compile(r"h([1-6])")
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|button|caption|center|dd|details|div|dl|dt|fieldset|"
    "figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|nav|ol|p|pre|"
    "section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_GONE = frozenset(("del", "s", "strike", "title"))
_FOLD_LEVEL = BOLD_LEVEL - 1
MAX_CELL_WORDS = 60  # a cell with more frames running text
_BREAK = "\x00"


class _Rows:
    """Text gathered line by line: a line of the source, or what a ``br`` ends, is a row."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, str]] = []
        self.bold = self.plain = self.linked = False

    def add(self, text: str | None, line: int, *, bold: bool, linked: bool) -> None:
        """Take up text that begins on a line."""
        for offset, part in enumerate((text or "").split("\n")):
            number = line + offset
            if not part.strip() and not (self.rows and self.rows[-1][0] == number):
                continue
            if self.rows and self.rows[-1][0] == number:
                self.rows[-1] = (number, self.rows[-1][1] + part)
            else:
                self.rows.append((number, part))
            if part.strip():
                self.bold |= bold
                self.plain |= not bold
                self.linked = linked if len(self.rows) == 1 else self.linked and linked

    def end_row(self) -> bool:
        """End the row, as a bullet that was typed may begin with the next.

        Returns:
            Whether it had ended already: two breaks end a paragraph.
        """
        if not self.rows:
            return False
        number, row = self.rows[-1]
        self.rows[-1] = (number, row + _BREAK)
        return row.rstrip().endswith(_BREAK)

    def taken(self) -> tuple[tuple[int, str], ...]:
        """Return the rows and begin anew."""
        rows = tuple(
            (number, part)
            for number, row in self.rows
            for part in row.split(_BREAK)
            if part.strip()
        )
        self.rows = []
        return rows


def pieces_of_page(tree: HtmlElement) -> list[Piece]:
    """Return the pieces of a page in order."""
    body = tree.find("body")
    return [] if body is None else _Walk().pieces(body)


class _Walk:
    """Goes through the elements of a page; text between blocks is a paragraph."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.rows = _Rows()
        self.kind, self.level = BlockKind.PARAGRAPH, 1

    def pieces(self, body: HtmlElement) -> list[Piece]:
        self._content(body, 0, bold=False, linked=False)
        self._flush()
        return self.found

    def _content(self, element: HtmlElement, depth: int, *, bold: bool, linked: bool) -> int:
        """Take up what stands in an element; return the line on which it ends."""
        line = element.sourceline or 1
        self.rows.add(element.text, line, bold=bold, linked=linked)
        line += (element.text or "").count("\n")
        for child in element:
            line = max(line, child.sourceline or line)
            if isinstance(child.tag, str) and child.tag not in _GONE:
                line = max(line, self._element(child, depth, bold=bold, linked=linked))
            self.rows.add(child.tail, line, bold=bold, linked=linked)
            line += (child.tail or "").count("\n")
        return line

    def _element(self, element: HtmlElement, depth: int, *, bold: bool, linked: bool) -> int:
        tag = element.tag
        if tag == "br":
            if self.rows.end_row():
                self._flush()
            return element.sourceline or 1
        if not _BLOCKS.fullmatch(tag):
            heavy = bold or tag in ("b", "strong")
            return self._content(element, depth, bold=heavy, linked=linked or tag == "a")
        if tag == "table":
            self._flush()
            return self._table(element, depth)
        return self._block(element, depth)

    def _block(self, element: HtmlElement, depth: int) -> int:
        """Take up a block: what comes before and after it are pieces of their own."""
        tag = element.tag
        is_first_in_item = (
            self.kind is BlockKind.BULLET and not self.rows.rows and tag in ("p", "div")
        )
        if not is_first_in_item:
            self._flush()
        heading = _HEADING.fullmatch(tag)
        if heading:
            self.kind, self.level = BlockKind.HEADING, int(heading[1])
        elif tag in ("summary", "button"):
            self.kind, self.level = BlockKind.HEADING, _FOLD_LEVEL
        elif tag in ("li", "dt", "dd"):
            self.kind, self.level = BlockKind.BULLET, max(depth, 1)
        line = self._content(element, depth + (tag in _LISTS), bold=False, linked=False)
        self._flush()
        return line

    def _table(self, table: HtmlElement, depth: int) -> int:
        """Take up a table: each row is a bullet, unless the table frames running text."""
        line = table.sourceline or 1
        if _is_layout(table):
            for cell in table.iter("td", "th", "caption"):
                if next(cell.iterancestors("table")) is table:
                    line = max(line, self._block(cell, depth))
            return line
        for row in table.iter("tr"):
            cells = [" ".join(_text(cell).split()) for cell in row.iter("td", "th")]
            text = " | ".join(cell for cell in cells if cell)
            if text:
                line = max(line, row.sourceline or 1)
                self.found.append(Piece(BlockKind.BULLET, ((line, text),)))
        return line

    def _flush(self) -> None:
        """Make a piece of the text so far."""
        rows = self.rows
        bold, linked = rows.bold and not rows.plain, rows.linked
        taken = rows.taken()
        rows.bold = rows.plain = rows.linked = False
        kind, level = self.kind, self.level
        self.kind, self.level = BlockKind.PARAGRAPH, 1
        if not taken:
            return
        piece = Piece(kind, taken, level, linked)
        if kind is BlockKind.PARAGRAPH and bold and may_be_heading(piece.text):
            piece = piece.as_kind(BlockKind.HEADING, BOLD_LEVEL)
        self.found.append(piece)


def _text(element: HtmlElement) -> str:
    """Return the text in an element, but for what was struck out."""
    texts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _GONE:
            texts.append(_text(child))
        texts.append(child.tail or "")
    return "".join(texts)


def _is_layout(table: HtmlElement) -> bool:
    if next(table.iter("h1", "h2", "h3", "h4", "ul", "ol"), None) is not None:
        return True
    cells = list(table.iter("td", "th"))
    rows = list(table.iter("tr"))
    return len(cells) <= len(rows) or any(
        len(cell.text_content().split()) > MAX_CELL_WORDS for cell in cells
    )
