"""Styles of a Word file: which are headings, lists, hidden or of a table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of (?:figures|authorities)", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
MAX_CHAIN = 20  # styles that each build on the next
NO_LEVEL = 9  # of an outline: running text


@dataclass(frozen=True, slots=True)
class Style:
    """What a style, with all that it builds on, says of a paragraph or run.

    Attributes:
        heading: its level, or None.
        is_title: whether it is the style of the document's title.
        is_contents: whether it is one of a table of contents.
        list_level: depth of its bullets from 1, or None.
        bold: whether text is bold; None where it does not say.
        hidden: whether text is hidden; None where it does not say.
    """

    heading: int | None = None
    is_title: bool = False
    is_contents: bool = False
    list_level: int | None = None
    bold: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document by their id."""

    def __init__(self, root: Element | None) -> None:
        """Take them from the root of ``styles.xml``, if there is one."""
        self._found: dict[str, Style] = {}
        self._elements: dict[str, Element] = {}
        self._default: str | None = None
        for element in root.iter(f"{W}style") if root is not None else ():
            key = element.get(f"{W}styleId")
            if key:
                self._elements[key] = element
                is_paragraph = element.get(f"{W}type") == "paragraph"
                if is_paragraph and element.get(f"{W}default") in ("1", "true"):
                    self._default = key

    def of(self, key: str | None) -> Style:
        """Return a style; without an id that of ordinary paragraphs."""
        key = self._default if key is None else key
        if key is None or key not in self._elements:
            return Style()
        if key not in self._found:
            self._found[key] = self._resolved(key)
        return self._found[key]

    def _resolved(self, key: str) -> Style:
        names: list[str] = []
        heading = list_level = None
        bold = hidden = None
        for element in self._chain(key):
            names.append(_value(element, "name") or "")
            properties = element.find(f"{W}pPr")
            if properties is not None:
                heading = outline_level(properties) if heading is None else heading
                list_level = list_depth(properties) if list_level is None else list_level
            run = element.find(f"{W}rPr")
            bold = toggle(run, "b") if bold is None else bold
            hidden = toggle(run, "vanish") if hidden is None else hidden
        named = next((match for name in names if (match := _HEADING.fullmatch(name))), None)
        is_contents = any(_CONTENTS.fullmatch(name) for name in names)
        return Style(
            heading=int(named[1]) if named else heading or None,
            is_title=names[0].lower() == "title",
            is_contents=is_contents,
            list_level=list_level or None,
            bold=bold,
            hidden=hidden,
        )

    def _chain(self, key: str | None) -> list[Element]:
        chain: list[Element] = []
        while key in self._elements and len(chain) < MAX_CHAIN:
            chain.append(self._elements[key])
            key = _value(chain[-1], "basedOn")
        return chain


def _value(element: Element | None, name: str) -> str | None:
    """Return the ``val`` of a child element."""
    found = element.find(f"{W}{name}") if element is not None else None
    return found.get(f"{W}val") if found is not None else None


def style_of(properties: Element | None, name: str) -> str | None:
    """Return the id of the style that a paragraph (``pStyle``) or run (``rStyle``) has."""
    return _value(properties, name)


def toggle(properties: Element | None, name: str) -> bool | None:
    """Return a property of a run that is on or off; None where it is not said."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else found.get(f"{W}val", "1").lower() not in _OFF


def outline_level(properties: Element) -> int | None:
    """Return the level of a heading from 1; 0 where it says that it is none, None where nothing."""
    level = _number(_value(properties, "outlineLvl"))
    if level is None:
        return None
    return 0 if level >= NO_LEVEL else level + 1


def list_depth(properties: Element) -> int | None:
    """Return the depth of a bullet from 1; 0 where it says that it is none, None where nothing."""
    numbering = properties.find(f"{W}numPr")
    if numbering is None:
        return None
    key = _value(numbering, "numId")
    if key in (None, "0"):  # a depth alone makes no list
        return None if key is None else 0
    return (_number(_value(numbering, "ilvl")) or 0) + 1


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() else None
