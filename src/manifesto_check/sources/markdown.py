"""Markdown (CommonMark with tables), by markdown-it: a line of a quote is a line of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import TYPE_CHECKING

from manifesto_check.model import BlockKind, FileType, Programme
from manifesto_check.sources.contents import without_contents
from manifesto_check.sources.detecting import text_of
from manifesto_check.sources.pieces import Piece, check_length, programme_of
from manifesto_check.sources.scraped import without_website
from manifesto_check.sources.text import pieces_of_text
from manifesto_check.sources.typed import BOLD_LEVEL, may_be_heading, with_typed

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_YAML_LINE = re.compile(r"[A-Za-z_][\w-]*:(?:\s|\Z)|[ \t]+\S|-\s|#|[\]})]")
_TITLE = re.compile(r"^title:[ \t]*(['\"]?)(.*?)\1[ \t]*$", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
MAX_PARAGRAPH = 200_000  # letters
MAX_BRACKETS = 20_000  # of links
MAX_CELLS = 50_000  # of tables
_MARKUP = re.compile(r"(<!--.*?(?:-->|\Z)|<[^<>]*>)", re.DOTALL)
_STRUCK = re.compile(r"<(/?)(?:del|s|strike)\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
_TASK = re.compile(r"\[[ xX]\]\s+")
_FENCE = re.compile(r"\s{0,3}:{3,}")  # of boxes, in Pandoc's and other dialects


class MarkdownSource:
    """Reads Markdown files."""

    def read(self, data: bytes, path: str, *, password: str | None = None) -> Programme:
        """Read a whole file; see :class:`~manifesto_check.sources.ProgrammeSource`."""
        text = text_of(data, path).replace("\r\n", "\n").replace("\r", "\n")
        check_length(text, path)
        text, title = _without_front_matter(text)
        found = without_website(pieces_of_markdown(text))
        return programme_of(without_contents(found), data, path, FileType.MARKDOWN, title=title)


def _without_front_matter(text: str) -> tuple[str, str | None]:
    """Blank out the YAML at the top, so that lines keep their numbers; also return its title."""
    match = _FRONT_MATTER.match(text)
    if match is None or not _is_mapping(match[1]):
        return text, None
    title = _TITLE.search(match[1])
    blank = "\n" * match[0].count("\n")
    return blank + text[match.end() :], title[2] if title is not None else None


def _is_mapping(text: str) -> bool:
    """Say whether a text between two rules is YAML, not the first section of the programme."""
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(map(_YAML_LINE.match, lines))


def pieces_of_markdown(text: str) -> list[Piece]:
    """Return what stands in a Markdown text: deleted text and comments are no part of it.

    A text without paragraphs, or of brackets, is read as plain text: the time
    that Markdown takes grows with the square of their length.
    """
    from markdown_it import MarkdownIt

    longest = max(map(len, _PARAGRAPHS.split(text)))
    if longest > MAX_PARAGRAPH or text.count("[") > MAX_BRACKETS:
        return pieces_of_text(text)
    parser = MarkdownIt("commonmark", {"html": True}).enable("strikethrough")
    if text.count("|") < MAX_CELLS:
        parser.enable("table")
    return with_typed(_Walk(parser.parse(text)).pieces())


class _Walk:
    """Goes through the tokens of a document and keeps count of what it is in."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lists = 0
        self.first_in_item = False
        self.heading: int | None = None
        self.row: list[Piece] | None = None

    def pieces(self) -> Iterator[Piece]:
        for token in self.tokens:
            name = token.type
            if name in ("bullet_list_open", "ordered_list_open"):
                self.lists += 1
            elif name in ("bullet_list_close", "ordered_list_close"):
                self.lists -= 1
            elif name == "list_item_open":
                self.first_in_item = True
            elif name == "heading_open":
                self.heading = int(token.tag[1:])
            elif name == "heading_close":
                self.heading = None
            elif name == "tr_open":
                self.row = []
            elif name == "tr_close":
                yield from _row(self.row or [])
                self.row = None
            elif name == "inline":
                yield from self._inline(token)
            elif name in ("html_block", "code_block", "fence"):
                yield from self._raw(token)

    def _inline(self, token: Token) -> Iterator[Piece]:
        line = token.map[0] + 1 if token.map else 1
        children = token.children or []
        text = _FOOTNOTE.sub("", _text(children))
        if self.heading is not None:
            yield Piece.of(BlockKind.HEADING, text, line, self.heading)
            return
        if self.row is not None:
            self.row.append(Piece.of(BlockKind.PARAGRAPH, text, line))
            return
        is_link = _is_link(children)
        if self.lists and self.first_in_item:
            self.first_in_item = False
            piece = Piece.of(BlockKind.BULLET, _TASK.sub("", text, count=1), line, self.lists)
        elif _is_bold(children) and may_be_heading(text.strip()):
            piece = Piece.of(BlockKind.HEADING, text, line, BOLD_LEVEL)
        else:
            piece = Piece.of(BlockKind.PARAGRAPH, _FENCE.sub("", text, count=1), line)
        yield Piece(piece.kind, piece.rows, piece.level, is_link)

    def _raw(self, token: Token) -> Iterator[Piece]:
        """Yield the text of HTML, and of indented text, which few mean as code."""
        line = token.map[0] + 1 if token.map else 1
        text = token.content
        if token.type == "html_block":
            text = _without_markup(text)
        elif token.type == "fence":
            line += 1
        for offset, row in enumerate(text.split("\n")):
            if row.strip():
                yield Piece.of(BlockKind.PARAGRAPH, " ".join(row.split()), line + offset)


def _without_markup(text: str) -> str:
    """Return the text of HTML on the same lines, but for what is struck out."""
    parts = _MARKUP.split(text)
    marks = [_STRUCK.match(part) for part in parts]
    struck = [0 if mark is None else -1 if mark[1] else 1 for mark in marks]
    if sum(struck):  # one is not closed: nobody can tell what was meant
        struck = [0] * len(parts)
    depth, kept = 0, []
    for place, part in enumerate(parts):
        depth = max(depth + struck[place], 0)
        is_text = place % 2 == 0 and not depth
        # A space, so that the cells of a table do not run into each other.
        kept.append(part if is_text else "\n" * part.count("\n") or " ")
    return unescape("".join(kept))


def _row(cells: Sequence[Piece]) -> Iterator[Piece]:
    """Yield a row of a table as one bullet, its cells beside each other."""
    rows = tuple(row for cell in cells for row in cell.rows)
    if rows:
        text = " | ".join(row for _, row in rows)
        yield Piece(BlockKind.BULLET, ((rows[0][0], text),))


def _text(children: Sequence[Token]) -> str:
    """Return the text of a paragraph, with its line breaks; not what is struck through."""
    parts: list[str] = []
    struck = 0
    for child in children:
        name = child.type
        if name in ("s_open", "s_close"):
            struck += 1 if name == "s_open" else -1
        elif name == "html_inline":
            tag = child.content.lower()
            struck += tag.startswith(("<del", "<s>", "<strike"))
            struck -= tag.startswith(("</del", "</s>", "</strike"))
            parts.append("\n" * child.content.count("\n"))
        elif name in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif struck <= 0 and name in ("text", "code_inline", "text_special"):
            parts.append(child.content)
    return "".join(parts)


def _is_link(children: Sequence[Token]) -> bool:
    """Say whether a paragraph is one link and nothing else."""
    depth = 0
    links = 0
    for child in children:
        if child.type == "link_open":
            depth += 1
            links += 1
        elif child.type == "link_close":
            depth -= 1
        elif not depth and child.content.strip():
            return False
    return links == 1


def _is_bold(children: Sequence[Token]) -> bool:
    """Say whether all of a paragraph is bold."""
    depth = 0
    bold = False
    for child in children:
        if child.type == "strong_open":
            depth += 1
            bold = True
        elif child.type == "strong_close":
            depth -= 1
        elif not depth and child.content.strip():
            return False
    return bold
