"""The Word source: the text of a .docx as it stands when all changes are accepted.

python-docx, which the tests write files with, unpacks every picture, refuses
files with macros and passes over inserted text, text boxes and footnotes; so
the XML is walked here. Word lays out pages only when it opens a file: places
are paragraphs, which are the lines of the file saved as plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import BlockKind, FileType, Programme
from manifesto_check.sources.contents import without_contents
from manifesto_check.sources.docx.styles import (
    Styles,
    W,
    list_depth,
    outline_level,
    style_of,
    toggle,
)
from manifesto_check.sources.package import Package
from manifesto_check.sources.pieces import programme_of
from manifesto_check.sources.typed import with_typed
from manifesto_check.sources.xml_text import Paragraph, pieces_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = "http://purl.oclc.org/ooxml/"
_OFFICE = "/relationships/officeDocument"
_TRANSITIONAL = W[1:-1].encode()
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rubyPr"))
_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
MAIN = "word/document.xml"


class DocxSource:
    """Reads Word files."""

    def read(self, data: bytes, path: str, *, password: str | None = None) -> Programme:
        """Read a whole file; see :class:`~manifesto_check.sources.ProgrammeSource`."""
        package = Package(data, path, "DOCX")
        try:
            walk = _Walk(package)
            pieces = with_typed(pieces_of(walk.paragraphs()))
            title = walk.title or _title(package)
        except RecursionError:
            raise ProgrammeError.of(Problem.DAMAGED, path, kind="DOCX") from None
        return programme_of(without_contents(pieces), data, path, FileType.DOCX, title=title)


def _main_part(package: Package) -> str:
    """Return the name of the part with the text."""
    relations = package.optional_xml("_rels/.rels")
    for relation in relations.iter(_RELATIONS) if relations is not None else ():
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith(_OFFICE) and target in package.names:
            return target
    return MAIN


def _title(package: Package) -> str | None:
    root = package.optional_xml("docProps/core.xml")
    return root.findtext(_TITLE) if root is not None else None


class _Walk:
    """Goes through a document and makes its paragraphs."""

    def __init__(self, package: Package) -> None:
        main = _main_part(package)
        folder = main.rpartition("/")[0]
        self.root = _transitional(package.xml(main))
        self.styles = Styles(_optional(package, f"{folder}/styles.xml"))
        self.notes = {
            name: _notes(_optional(package, f"{folder}/{name}.xml"), name)
            for name in _NOTES.values()
        }
        self.title: str | None = None
        self.number = 0
        self.row = 0
        self.open: Paragraph | None = None

    def paragraphs(self) -> list[Paragraph]:
        """Return all paragraphs of the text in order."""
        body = self.root.find(f"{W}body")
        return [] if body is None else list(self._blocks(body, None))

    def _blocks(self, parent: Element, cell: tuple[int, int] | None) -> Iterator[Paragraph]:
        for element in parent:
            if element.tag == f"{W}p":
                paragraph = self._paragraph(element, cell)
                if paragraph is not None:
                    yield paragraph
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag == f"{W}sdt":
                content = element.find(f"{W}sdtContent")
                if content is not None and not _is_contents(element):
                    yield from self._blocks(content, cell)
            elif element.tag not in _GONE and isinstance(element.tag, str):
                yield from self._blocks(_chosen(element), cell)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue  # of a table in a cell
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            self.row += 1
            here = self.row
            for place, element in enumerate(row.iter(f"{W}tc")):
                if next(element.iterancestors(f"{W}tr")) is row:
                    yield from self._blocks(element, (here, place))

    def _paragraph(self, element: Element, cell: tuple[int, int] | None) -> Paragraph | None:
        """Return a paragraph; None for one of a table of contents, or merged with the next."""
        self.number += 1
        properties = element.find(f"{W}pPr")
        style = self.styles.of(style_of(properties, "pStyle"))
        paragraph = self.open or Paragraph(self.number, cell=cell)
        self.open = None
        level = _own(properties, outline_level, style.heading)
        depth = _own(properties, list_depth, style.list_level)
        if level:
            paragraph.kind, paragraph.level = BlockKind.HEADING, level
        elif depth and not style.is_title:
            paragraph.kind, paragraph.level = BlockKind.BULLET, depth
        runs = _Runs(self, paragraph, style.bold or False, style.hidden or False)
        runs.read(element)
        if style.is_contents:
            return None
        paragraph.text += "".join(runs.parts)
        paragraph.bold = runs.all_bold
        if style.is_title and paragraph.text.strip():
            paragraph.kind, paragraph.is_title = BlockKind.HEADING, True
            self.title = self.title or " ".join(paragraph.text.split())
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None and mark.find(f"{W}del") is not None:
            self.open = paragraph  # its end was deleted: it goes on in the next
            return None
        return paragraph

    def inner(self, element: Element) -> list[Paragraph]:
        """Return the paragraphs of a text box or a note."""
        before, self.open = self.open, None
        found = list(self._blocks(element, None))
        self.open = before
        return found


class _Runs:
    """Gathers the text of one paragraph from its runs."""

    def __init__(self, walk: _Walk, paragraph: Paragraph, bold: bool, hidden: bool) -> None:
        self.walk, self.paragraph = walk, paragraph
        self.bold, self.hidden = bold, hidden
        self.parts: list[str] = []
        self.all_bold = True

    def read(self, parent: Element) -> None:
        """Take up the text of an element and of all in it."""
        for element in parent:
            tag = element.tag
            if tag == f"{W}r":
                self._run(element)
            elif tag == f"{W}pPr" or tag in _GONE or not isinstance(tag, str):
                continue
            elif tag == f"{W}sdt":
                content = element.find(f"{W}sdtContent")
                if content is not None:
                    self.read(content)
            else:
                self.read(_chosen(element))

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        style = self.walk.styles.of(style_of(properties, "rStyle") or "")
        hidden = _first(toggle(properties, "vanish"), style.hidden, self.hidden)
        bold = _first(toggle(properties, "b"), style.bold, self.bold)
        before = len(self.parts)
        self._content(run, hidden)
        if any(part.strip() for part in self.parts[before:]) and not bold:
            self.all_bold = False

    def _content(self, run: Element, hidden: bool) -> None:
        for element in run:
            tag = element.tag
            if tag == f"{W}txbxContent":
                self.paragraph.after += self.walk.inner(element)
            elif hidden or tag in _GONE or not isinstance(tag, str):
                continue
            elif tag == f"{W}t":
                self.parts.append(element.text or "")
            elif tag in _BREAKS:
                self.parts.append("\n")
            elif tag in (f"{W}tab", f"{W}ptab"):
                self.parts.append("\t")
            elif tag == f"{W}noBreakHyphen":
                self.parts.append("-")
            elif tag in _NOTES:
                note = self.walk.notes[_NOTES[tag]].get(element.get(f"{W}id", ""))
                if note is not None:
                    self.paragraph.after += self.walk.inner(note)
            elif tag not in (f"{W}rPr", f"{W}sym"):
                self._content(_chosen(element), hidden)


def _own(properties: Element | None, read: object, of_style: int | None) -> int | None:
    """Return what a paragraph itself says of its level, else what its style says."""
    own = read(properties) if properties is not None else None  # type: ignore[operator]
    return of_style if own is None else own


def _first(*values: bool | None) -> bool:
    return next((value for value in values if value is not None), False)


def _chosen(element: Element) -> Element:
    """Return what is shown of an element that holds the same in two forms."""
    if element.tag != f"{_MC}AlternateContent":
        return element
    for name in ("Choice", "Fallback"):
        found = element.find(f"{_MC}{name}")
        if found is not None:
            return found
    return element


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _optional(package: Package, name: str) -> Element | None:
    root = package.optional_xml(name)
    return None if root is None else _transitional(root)


def _notes(root: Element | None, name: str) -> dict[str, Element]:
    """Return footnotes or endnotes by id; not the lines that set them apart."""
    if root is None:
        return {}
    notes = root.iter(f"{W}{name.removesuffix('s')}")
    return {note.get(f"{W}id", ""): note for note in notes if note.get(f"{W}type") is None}


def _transitional(root: Element) -> Element:
    """Return a part with the usual names, where it has those of ISO's strict form."""
    from lxml import etree

    if not root.tag.startswith("{" + _STRICT):
        return root
    text = etree.tostring(root)
    text = text.replace(f"{_STRICT}wordprocessingml/main".encode(), _TRANSITIONAL)
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
