"""The three source documents: their text as blocks, as a PDF, and where each measure's item is.

The documents are kept as plain text, as a PDF's text layer gave it: lines
broken anywhere, boxes away from their chapter. Each is taken apart by what its
signs show ("1 |", "1.", "□", "o", "•") and laid out again as a PDF.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

FILES = {
    "V": "000_81bc57642130cbf7.txt",
    "L": "003_175d7065c600f848.txt",
    "N": "004_565ed9abab97a262.txt",
}
BOX_CHAPTERS = (1, 3, 2, 4, 5, 6, 7, 8, 9)
"""L's boxes as the text has them, each with the number of the chapter that it belongs to."""
N_BLOCKS = {
    "N1.1": (1, 2, 3),
    "N1.2": (2,),
    "N1.3": (4, 5),
    "N1.4": (5,),
    "N1.5": (5,),
    "N1.6": (6,),
    "N1.7": (9,),
    "N1.8": (10,),
    "N1.9": (8,),
}
"""For N, whose items have no numbers: the blocks that say it, counted from 0."""


@dataclass(frozen=True)
class Item:
    """A block of a document: ``kind`` is heading, paragraph or the sign of a list's item."""

    kind: str
    text: str
    chapter: int = 0
    number: int = 0


def items_of(source: str, text: str) -> list[Item]:
    """Take a document apart."""
    return {"V": _items_of_v, "L": _items_of_l, "N": _items_of_n}[source](text)


def region_of(recommendation: str, items: Iterable[Item]) -> str:
    """Return the part of its own document that says what a recommendation (``V1.3``) asks.

    For V the numbered item of the chapter; for L the item "□" of the
    chapter with what hangs below it, and the chapter's box; for N its blocks.
    """
    items = list(items)
    source = recommendation[0]
    if source == "N":
        return "\n".join(items[number].text for number in N_BLOCKS[recommendation])
    chapter, number = map(int, recommendation[1:].split("."))
    return "\n".join(
        item.text
        for item in items
        if item.chapter == chapter
        and (item.number == number or (source == "L" and item.kind == "paragraph"))
    )


def as_pdf(items: Iterable[Item]) -> bytes:
    """Lay a document out: headings large and bold, items with their sign and a hanging indent."""
    plain = ParagraphStyle("plain", fontSize=10.5, leading=14, spaceAfter=7)
    bold = {"fontName": "Helvetica-Bold", "spaceBefore": 12, "keepWithNext": 1}
    heading = ParagraphStyle("heading", plain, fontSize=16, leading=20, **bold)
    item = ParagraphStyle("item", plain, leftIndent=18, bulletIndent=0)
    box = ParagraphStyle("box", item, bulletFontName="ZapfDingbats")
    lower = ParagraphStyle("lower", item, leftIndent=36, bulletIndent=18)
    styles = {"heading": heading, "paragraph": plain, "□": box, "o": lower}
    signs = {"□": "q", "heading": None, "paragraph": None}  # q in ZapfDingbats is a square
    buffer = io.BytesIO()
    template = SimpleDocTemplate(buffer, pagesize=A4, invariant=1)
    template.build(
        [
            Paragraph(escape(i.text), styles.get(i.kind, item), signs.get(i.kind, i.kind))
            for i in items
        ]
    )
    return buffer.getvalue()


def _items_of_v(text: str) -> list[Item]:
    """Chapters "1 | Title", items "1.Text", the rest paragraphs; links are left out."""
    items, chapter = [], 0
    for block in _blocks(text):
        if match := re.match(r"(\d) \| ", block):
            chapter = int(match[1])
            items.append(Item("heading", block, chapter))
            continue
        for part in re.split(r"\s*https?://\S+\s*", block):
            if match := re.match(r"(\d)\. ?", part):
                number = int(match[1])
                items.append(Item(f"{number}.", part[match.end() :], chapter, number))
            elif part:
                items.append(Item("paragraph", part, chapter))
    return items


def _items_of_l(text: str) -> list[Item]:
    """Chapters "1 Short" over several lines, items "□" and below them "o", and boxes."""
    opening = re.search(r"^1 \w", text, re.MULTILINE)
    assert opening is not None
    title, *introduction = re.split(
        r"\n\s*\n(?=Het Leger)|\n\s*\n\s*\n\s*\n", text[: opening.start()]
    )
    items = [Item("heading", _joined(title)), *_paragraphs(introduction)]
    chapters: dict[int, list[Item]] = {}
    boxes = []
    chapter = number = 0
    for block in _l_blocks(text[opening.start() :]):
        sign = block[0]
        if sign.isdigit():
            chapter, number = int(sign), 0
            chapters[chapter] = [Item("heading", block, chapter)]
        elif re.match(r"[□o] ", block):
            number += sign == "□"
            chapters[chapter].append(Item(sign, block[2:], chapter, number))
        else:
            boxes.append(block)
    for chapter, block in zip(BOX_CHAPTERS, boxes, strict=True):
        chapters[chapter].insert(1, Item("paragraph", block, chapter))
    return [*items, *(item for chapter in chapters.values() for item in chapter)]


def _l_blocks(text: str) -> Iterator[str]:
    """Yield L's headings, items and boxes, each in one piece; its footnotes are left out."""
    text = re.sub(r"^\d (?:Uit een|Lees hier)(?:.+\n)+", "\n", text, flags=re.MULTILINE)
    text = re.sub(r"^ ?https?://\S+$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\d? ?$", "", text, flags=re.MULTILINE)  # a footnote's number on its own
    parts = re.split(r"\n(?= ?(?:[□o] |\d [A-Z]))|\n\s*\n", text)
    pieces = [joined for part in parts if (joined := _joined(part))]
    whole: list[str] = []
    for piece in pieces:
        begins = re.match(r"[□o] |\d |[A-Z]", piece)
        if whole and (not begins or _goes_on(whole[-1], piece)):
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    yield from whole


def _goes_on(heading: str, piece: str) -> bool:
    """Say whether a piece is the next short line of a heading."""
    return heading[0].isdigit() and not piece.startswith("□") and len(piece) < 25


def _items_of_n(text: str) -> list[Item]:
    """Headings are short blocks without a full stop; items begin with "•" or a number."""
    items = []
    for block in _blocks(re.sub(r"\n (?=•|\d\.)", "\n\n", text)):
        if match := re.match(r"(•|[1-9]\.) ", block):
            kind = "heading" if block.startswith("3. Wonen Eerst") and not items else match[1]
            items.append(Item(kind, block if kind == "heading" else block[match.end() :]))
        else:
            is_heading = len(block) < 60 and not block.endswith((".", ":", "VWS"))
            items.append(Item("heading" if is_heading else "paragraph", block))
    return items


def _blocks(text: str) -> Iterator[str]:
    """Yield what blank lines keep apart, and numbered items that follow each other."""
    for _, lines in groupby(text.splitlines(), key=lambda line: bool(line.strip())):
        block = _joined("\n".join(lines))
        if block:
            yield block


def _paragraphs(texts: Iterable[str]) -> list[Item]:
    return [Item("paragraph", joined) for text in texts if (joined := _joined(text))]


def _joined(text: str) -> str:
    """Return the text on one line; a hyphen at a line's end stays, with what follows."""
    return " ".join(re.sub(r"(?<=\w)-\s*\n\s*", "-", text).split())
