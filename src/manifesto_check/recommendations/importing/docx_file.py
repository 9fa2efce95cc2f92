"""DOCX by python-docx: headings, bullets and tables; tracked deletions are left out."""

from __future__ import annotations

import io
import re
from typing import Any

from manifesto_check.recommendations.importing.found import (
    MAX_COLUMNS,
    MAX_ROWS,
    Bullet,
    ImportFileError,
    Note,
    NoteCode,
    Row,
    Table,
    clean,
)
from manifesto_check.recommendations.importing.packages import check_package
from manifesto_check.recommendations.importing.phrases import ImportPhrase

_HEADING = re.compile(r"(?i)(?:heading|kop)\s*(\d)")
_TITLE = re.compile(r"(?i)(?:title|titel)")
_LISTED = re.compile(r"(?i)list|lijst|opsomming")
_TYPED = re.compile(r"^\s*(?:[-–—•●▪◦○■□*·»›✓➢]|\d{1,3}[.)]|[a-z][.)])\s+")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"  # a name, never looked up
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"}


class Document:
    """What a document holds, in its order.

    Attributes:
        title: as its title paragraph says; empty where it has none.
        bullets: its paragraphs but headings, with the headings above each.
        tables: its tables, named after the heading above each.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.title = ""
        self.bullets: list[Bullet] = []
        self.tables: list[Table] = []


def read_docx(data: bytes, path: str, notes: list[Note]) -> Document:
    """Read a Word document.

    Raises:
        ImportFileError: it cannot be read.
    """
    check_package(data, path, "word/document.xml", "Word")
    try:
        import docx

        return _read(docx.Document(io.BytesIO(data)), notes)
    except Exception as error:  # python-docx and lxml raise anything for a damaged file
        detail = f"{type(error).__name__}: {' '.join(str(error).split())[:80]}"
        raise ImportFileError.of(ImportPhrase.DAMAGED_WORD, path=path, detail=detail) from None


def _read(document: Any, notes: list[Note]) -> Document:
    from docx.table import Table as DocxTable

    found = Document()
    headings: list[tuple[int, str]] = []
    for block in document.iter_inner_content():
        if len(found.bullets) >= MAX_ROWS:
            notes.append(Note.of(NoteCode.TOO_MANY, limit=MAX_ROWS))
            break
        if isinstance(block, DocxTable):
            found.tables.append(_table(block, headings[-1][1] if headings else ""))
            continue
        text, style = _text(block._p), block.style
        level = _heading_level(style)
        if not text:
            continue
        if level is not None:
            headings = [*(h for h in headings if h[0] < level), (level, text)]
        elif _TITLE.fullmatch(style.name or "") and not found.title:
            found.title = text
        else:
            depth = _list_level(block._p, style)
            is_listed = depth is not None or bool(_TYPED.match(text))
            above = tuple(heading for _, heading in headings)
            found.bullets.append(Bullet(text, above, depth or 0, is_listed))
    if any(True for _ in document.element.iter(f"{_W}del")):
        notes.append(Note.of(NoteCode.DELETED_TEXT))
    return found


def _text(element: Any) -> str:
    """Return the text of a paragraph as it reads when all tracked changes are accepted."""
    parts: list[str] = []
    waiting = [element]
    while waiting:  # by hand, so that a deep file cannot end the recursion
        node = waiting.pop()
        if node.tag in _GONE:
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        waiting.extend(reversed(node))
    return clean("".join(parts))


def _heading_level(style: Any) -> int | None:
    found = _HEADING.match(style.name or "")
    return int(found[1]) if found else None


def _list_level(paragraph: Any, style: Any) -> int | None:
    """Return how deep a bullet is indented, or None where the paragraph is none."""
    number = paragraph.pPr.numPr if paragraph.pPr is not None else None
    if number is not None:
        if number.numId is not None and number.numId.val == 0:  # taken out of a list
            return None
        return int(number.ilvl.val) if number.ilvl is not None else 0
    for _ in range(10):
        if style is None:
            return None
        name, properties = style.name or "", style.element.pPr
        is_named = _LISTED.match(name) and "paragraph" not in name.lower()
        if is_named or (properties is not None and properties.numPr is not None):
            digits = re.search(r"(\d)$", name)
            return int(digits[1]) - 1 if digits else 0
        style = style.base_style
    return None


def _table(table: Any, name: str) -> Table:
    result = Table(name)
    for number, row in enumerate(table._tbl.tr_lst[:MAX_ROWS], start=1):
        cells = []
        for cell in row.tc_lst[:MAX_COLUMNS]:
            goes_on = cell.vMerge == "continue"
            cells.append("" if goes_on else clean(" ".join(_text(p) for p in cell.p_lst)))
            cells += [""] * (min(cell.grid_span, MAX_COLUMNS) - 1)
        result.rows.append(Row(number, cells[:MAX_COLUMNS]))
    return result
