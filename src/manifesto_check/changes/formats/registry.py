"""The list of formats of ``diff``; a new one is one line in each table."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import cast

from manifesto_check.changes.formats.interface import DifferenceFormat


class DifferenceFormatName(StrEnum):
    """The formats that ``diff --format`` takes."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"


EXTENSIONS = {
    ".json": DifferenceFormatName.JSON,
    ".html": DifferenceFormatName.HTML,
    ".md": DifferenceFormatName.MARKDOWN,
    ".txt": DifferenceFormatName.TERMINAL,
}
"""The format that a file's extension stands for."""

_HERE = "manifesto_check.changes.formats"
_FORMATS = {
    DifferenceFormatName.TERMINAL: f"{_HERE}.terminal:TerminalDifference",
    DifferenceFormatName.JSON: f"{_HERE}.as_json:JsonDifference",
    DifferenceFormatName.HTML: f"{_HERE}.html:HtmlDifference",
    DifferenceFormatName.MARKDOWN: f"{_HERE}.markdown:MarkdownDifference",
}


def difference_format(name: DifferenceFormatName) -> DifferenceFormat:
    """Return the format of that name; its module is imported only now."""
    module, _, attribute = _FORMATS[name].partition(":")
    return cast(DifferenceFormat, getattr(import_module(module), attribute)())
