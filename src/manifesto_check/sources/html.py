"""A saved web page: its main text by trafilatura, without menus, news, notices and reactions.

The line of a quote is that of the page's source, found by looking up the text
again, as trafilatura does not keep it.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import BlockKind, FileType, Programme, Reason
from manifesto_check.sources.contents import letters, without_contents
from manifesto_check.sources.detecting import text_of
from manifesto_check.sources.pieces import MAX_CHARS, Piece, programme_of
from manifesto_check.sources.scraped import without_website
from manifesto_check.sources.typed import BOLD_LEVEL, may_be_heading, with_typed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DATA_URL = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s%]*")
_NOT_SHOWN = re.compile(
    r"<(script|style|template|svg|noscript)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL
)
_BLOCKS = ("p", "head", "item", "quote", "cell", "row", "list", "table", "ab", "div", "body")
_KEY = 60  # letters of a text by which it is looked up


class HtmlSource:
    """Reads web pages."""

    def read(self, data: bytes, path: str, *, password: str | None = None) -> Programme:
        """Read a whole page; see :class:`~manifesto_check.sources.ProgrammeSource`."""
        text = _shown(text_of(data, path))
        if len(text) > MAX_CHARS:
            raise ProgrammeError.of(Problem.TOO_LONG, path, limit=MAX_CHARS // 1_000_000)
        tree = _tree(text)
        if tree is None:
            pieces: list[Piece] = []
        else:
            pieces = list(_Walk(_Lines(tree)).pieces(_main_text(tree)))
        found = without_website(with_typed(pieces))
        return programme_of(
            without_contents(found),
            data,
            path,
            FileType.HTML,
            title=_title(tree),
            nothing=Reason.NO_MAIN_TEXT,
        )


def _shown(text: str) -> str:
    """Return a page without pictures, scripts and styles; every line keeps its number."""

    def blank(match: re.Match[str]) -> str:
        return "\n" * match[0].count("\n")

    return _NOT_SHOWN.sub(blank, _DATA_URL.sub(blank, text))


def _tree(text: str) -> Element | None:
    """Return the page as a tree; None where there is nothing in it."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        return html.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _title(tree: Element | None) -> str | None:
    found = tree.find(".//title") if tree is not None else None
    return None if found is None else found.text


def _main_text(tree: Element) -> Element | None:
    """Return the body that trafilatura makes of a page: head, p, list, item, table, quote."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(
        tree,
        favor_recall=True,
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        deduplicate=False,
        with_metadata=False,
    )
    return None if document is None else document.body


class _Lines:
    """Tells on which line of the source a text stands, asked in the order of the page."""

    def __init__(self, tree: Element) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        self.last = 1
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            line = int(element.sourceline or 1)
            self._note(element.text, line)
            tail = element.tail
            if tail and tail.strip():
                self._note(tail, line + (element.text or "").count("\n"))

    def _note(self, text: str | None, line: int) -> None:
        key = _key(text or "")
        if key:
            text = text or ""
            leading = len(text) - len(text.lstrip())
            self._places[key].append(line + text[:leading].count("\n"))

    def of(self, text: str) -> int:
        """Return the line of the text of an element, the next one where it is there twice."""
        places = self._places.get(_key(text), [])
        line = next((place for place in places if place >= self.last), None)
        if line is not None:
            self.last = line
        return self.last


def _key(text: str) -> str:
    return letters(text[: 4 * _KEY])[:_KEY]


class _Walk:
    """Makes pieces of the body that trafilatura gives."""

    def __init__(self, lines: _Lines) -> None:
        self.lines = lines

    def pieces(self, body: Element | None) -> Iterator[Piece]:
        """Yield all pieces in order."""
        if body is not None:
            yield from self._children(body, 0)

    def _children(self, parent: Element, depth: int) -> Iterator[Piece]:
        if parent.text and parent.text.strip():
            yield self._piece(BlockKind.PARAGRAPH, parent.text, parent.text, 1)
        for element in parent:
            if isinstance(element.tag, str):
                yield from self._element(element, depth)
            if element.tail and element.tail.strip():
                yield self._piece(BlockKind.PARAGRAPH, element.tail, element.tail, 1)

    def _element(self, element: Element, depth: int) -> Iterator[Piece]:
        tag = element.tag
        if tag == "list":
            yield from self._children(element, depth + 1)
        elif tag == "row":
            yield from self._row(element)
        elif tag == "item":
            yield from self._parts(element, BlockKind.BULLET, max(depth, 1))
        elif tag == "head":
            yield from self._parts(element, BlockKind.HEADING, _level(element))
        elif tag in ("p", "quote", "ab", "cell", "hi", "div", "code"):
            is_heading = _is_bold(element) and may_be_heading(" ".join(_inline(element).split()))
            kind = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
            yield from self._parts(element, kind, BOLD_LEVEL if is_heading else 1, depth)
        else:
            yield from self._children(element, depth)

    def _parts(
        self, element: Element, kind: BlockKind, level: int, depth: int = 0
    ) -> Iterator[Piece]:
        """Yield an element's own text, then what stands in it as blocks of their own."""
        own = _inline(element)
        if own.strip():
            yield self._piece(kind, own, _first_text(element), level)
            kind, level = BlockKind.PARAGRAPH, 1
        for child in element:
            if child.tag not in _BLOCKS:
                continue
            if kind is BlockKind.BULLET and child.tag == "p" and not own.strip():
                yield self._piece(kind, _inline(child), _first_text(child), level)
                kind, level = BlockKind.PARAGRAPH, 1
            else:
                yield from self._element(child, max(depth, level if child.tag == "list" else 0))

    def _row(self, row: Element) -> Iterator[Piece]:
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter("cell")]
        text = " | ".join(cell for cell in cells if cell)
        if text:
            first = next((cell for cell in row.iter("cell") if _first_text(cell)), row)
            yield self._piece(BlockKind.BULLET, text, _first_text(first), 1)

    def _piece(self, kind: BlockKind, text: str, first: str, level: int) -> Piece:
        line = self.lines.of(first)
        rows = tuple((line, row) for row in text.split("\n") if row.strip())
        return Piece(kind, rows, level)


def _level(element: Element) -> int:
    rend = element.get("rend") or ""
    return int(rend[1]) if re.fullmatch(r"h[1-6]", rend) else BOLD_LEVEL - 1


def _inline(element: Element) -> str:
    """Return the text of an element without the blocks in it; a break is a new line."""
    parts = [_one_line(element.text)]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif isinstance(child.tag, str) and child.tag not in _BLOCKS and child.tag != "del":
            parts.append(_inline(child))
        parts.append(_one_line(child.tail))
    return "".join(parts)


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _first_text(element: Element) -> str:
    return next((text for text in element.itertext() if text.strip()), "")


def _is_bold(element: Element) -> bool:
    """Say whether all text of a paragraph is bold."""
    children = [child for child in element if child.tag != "lb"]
    if not children or (element.text and element.text.strip()):
        return False
    return all(
        child.tag == "hi" and child.get("rend") == "#b" and not (child.tail or "").strip()
        for child in children
    )
