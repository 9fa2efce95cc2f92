"""The OpenDocument source: the text of an .odt as it stands when all changes are accepted.

Pages are laid out only when a file is opened: places are paragraphs, which are
the lines of the file saved as plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import BlockKind, FileType, Programme
from manifesto_check.sources.contents import without_contents
from manifesto_check.sources.package import Package
from manifesto_check.sources.pieces import programme_of
from manifesto_check.sources.typed import with_typed
from manifesto_check.sources.xml_text import Paragraph, pieces_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW, FO = (
    _OASIS % name for name in ("office", "text", "table", "style", "drawing", "xsl-fo-compatible")
)
MANIFEST = _OASIS % "manifest"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_INDEXES = (
    "table-of-content",
    "illustration-index",
    "table-index",
    "object-index",
    "user-index",
    "alphabetical-index",
    "bibliography",
)
_GONE = frozenset(
    [f"{TEXT}{name}" for name in (*_INDEXES, "tracked-changes", "hidden-text", "note-citation")]
    + [f"{TEXT}hidden-paragraph", f"{TEXT}sequence-decls", f"{TEXT}variable-decls"]
    + [f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "binary-data")]
    + [f"{OFFICE}{name}" for name in ("event-listeners", "scripts")]
    + [f"{_OASIS % 'svg-compatible'}{name}" for name in ("title", "desc")]
)
_BLOCKS = frozenset((f"{DRAW}text-box", f"{TEXT}note-body"))
MAX_CHAIN = 20  # styles that each build on the next
MAX_SPACES = 100
_HEAVY = frozenset(("bold", "600", "700", "800", "900"))


class OdtSource:
    """Reads OpenDocument texts."""

    def read(self, data: bytes, path: str, *, password: str | None = None) -> Programme:
        """Read a whole file; see :class:`~manifesto_check.sources.ProgrammeSource`."""
        package = Package(data, path, "ODT")
        if _is_encrypted(package):
            raise ProgrammeError.of(Problem.LOCKED, path, kind="ODT")
        try:
            walk = _Walk(package)
            pieces = with_typed(pieces_of(walk.paragraphs()))
        except RecursionError:
            raise ProgrammeError.of(Problem.DAMAGED, path, kind="ODT") from None
        title = walk.title or _title(package)
        return programme_of(without_contents(pieces), data, path, FileType.ODT, title=title)


def _is_encrypted(package: Package) -> bool:
    root = package.optional_xml("META-INF/manifest.xml")
    return root is not None and next(root.iter(f"{MANIFEST}encryption-data"), None) is not None


def _title(package: Package) -> str | None:
    root = package.optional_xml("meta.xml")
    found = next(root.iter(_TITLE), None) if root is not None else None
    return found.text if found is not None else None


@dataclass(frozen=True, slots=True)
class Style:
    """What a style, with all that it builds on, says.

    Attributes:
        heading: level of the outline, or None.
        is_title: whether it is the style of the document's title.
        bold, hidden: None where it does not say.
    """

    heading: int | None = None
    is_title: bool = False
    bold: bool | None = None
    hidden: bool | None = None


class _Styles:
    def __init__(self, *roots: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._found: dict[str, Style] = {}
        for root in roots:
            for element in root.iter(f"{STYLE}style") if root is not None else ():
                self._elements[element.get(f"{STYLE}name", "")] = element

    def of(self, name: str | None) -> Style:
        """Return a style by its name."""
        if name is None or name not in self._elements:
            return Style(is_title=name == "Title")
        if name not in self._found:
            self._found[name] = self._resolved(name)
        return self._found[name]

    def _resolved(self, name: str) -> Style:
        key: str | None = name
        names: list[str] = []
        heading = bold = hidden = None
        while key in self._elements and len(names) < MAX_CHAIN:
            names.append(key)
            element = self._elements[key]
            level = element.get(f"{STYLE}default-outline-level", "")
            heading = int(level) if heading is None and level.isdecimal() else heading
            properties = element.find(f"{STYLE}text-properties")
            if properties is not None:
                weight = properties.get(f"{FO}font-weight")
                bold = weight in _HEAVY if bold is None and weight else bold
                display = properties.get(f"{TEXT}display")
                hidden = display == "none" if hidden is None and display else hidden
            key = element.get(f"{STYLE}parent-style-name")
        is_title = "Title" in names or key == "Title"
        return Style(heading or None, is_title, bold, hidden)


class _Walk:
    """Goes through a document and makes its paragraphs."""

    def __init__(self, package: Package) -> None:
        root = package.xml("content.xml")
        self.styles = _Styles(package.optional_xml("styles.xml"), root)
        self.body = root.find(f"{OFFICE}body/{OFFICE}text")
        self.title: str | None = None
        self.number = 0
        self.row = 0

    def paragraphs(self) -> list[Paragraph]:
        """Return all paragraphs of the text in order."""
        return [] if self.body is None else list(self._blocks(self.body, 0, None))

    def _blocks(
        self, parent: Element, depth: int, cell: tuple[int, int] | None
    ) -> Iterator[Paragraph]:
        first = True
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _GONE or _is_hidden(element):
                continue
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                is_item = depth > 0 and first and parent.tag == f"{TEXT}list-item"
                yield self._paragraph(element, depth if is_item else 0, cell)
                first = False
            elif tag == f"{TABLE}table-row":
                yield from self._row(element)
            else:
                deeper = depth + (tag == f"{TEXT}list")
                yield from self._blocks(element, deeper, cell)

    def _row(self, row: Element) -> Iterator[Paragraph]:
        self.row += 1
        here = self.row
        for place, element in enumerate(row):
            if element.tag == f"{TABLE}table-cell":
                yield from self._blocks(element, 0, (here, place))

    def _paragraph(self, element: Element, depth: int, cell: tuple[int, int] | None) -> Paragraph:
        self.number += 1
        style = self.styles.of(element.get(f"{TEXT}style-name"))
        paragraph = Paragraph(self.number, cell=cell)
        level = element.get(f"{TEXT}outline-level", "")
        if element.tag == f"{TEXT}h" or style.heading:
            paragraph.kind = BlockKind.HEADING
            paragraph.level = int(level) if level.isdecimal() else style.heading or 1
        elif depth:
            paragraph.kind, paragraph.level = BlockKind.BULLET, depth
        runs = _Runs(self, paragraph)
        runs.read(element, style.bold or False, style.hidden or False)
        paragraph.text = "".join(runs.parts)
        paragraph.bold = runs.all_bold
        if style.is_title and paragraph.text.strip():
            paragraph.kind, paragraph.is_title = BlockKind.HEADING, True
            self.title = self.title or " ".join(paragraph.text.split())
        return paragraph

    def inner(self, element: Element) -> list[Paragraph]:
        """Return the paragraphs of a text box or a note."""
        return list(self._blocks(element, 0, None))


class _Runs:
    """Gathers the text of one paragraph."""

    def __init__(self, walk: _Walk, paragraph: Paragraph) -> None:
        self.walk, self.paragraph = walk, paragraph
        self.parts: list[str] = []
        self.all_bold = True

    def read(self, parent: Element, bold: bool, hidden: bool) -> None:
        """Take up the text of an element and of all in it."""
        self._add(parent.text, bold, hidden)
        for element in parent:
            tag = element.tag
            if isinstance(tag, str) and tag not in _GONE:
                self._element(element, tag, bold, hidden)
            self._add(element.tail, bold, hidden)

    def _element(self, element: Element, tag: str, bold: bool, hidden: bool) -> None:
        if tag == f"{TEXT}line-break":
            self.parts.append("\n")
        elif tag == f"{TEXT}tab":
            self.parts.append(" ")
        elif tag == f"{TEXT}s":
            count = element.get(f"{TEXT}c", "1")
            self.parts.append(" " * min(int(count) if count.isdecimal() else 1, MAX_SPACES))
        elif tag in _BLOCKS:
            if not hidden:
                self.paragraph.after += self.walk.inner(element)
        elif tag == f"{TEXT}span":
            style = self.walk.styles.of(element.get(f"{TEXT}style-name"))
            heavy = bold if style.bold is None else style.bold
            self.read(element, heavy, hidden if style.hidden is None else style.hidden)
        else:
            self.read(element, bold, hidden)

    def _add(self, text: str | None, bold: bool, hidden: bool) -> None:
        if not text or hidden:
            return
        self.parts.append(" ".join(text.split("\n")))
        if text.strip() and not bold:
            self.all_bold = False


def _is_hidden(element: Element) -> bool:
    """Say whether a section is hidden."""
    return element.tag == f"{TEXT}section" and element.get(f"{TEXT}display") == "none"
