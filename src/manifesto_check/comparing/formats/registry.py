"""The list of formats of a comparison; a new one is one line in each table."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import cast

from manifesto_check.comparing.formats.interface import ComparisonFormat


class ComparisonFormatName(StrEnum):
    """The formats that ``compare --format`` takes."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    CSV = "csv"
    XLSX = "xlsx"
    SVG = "svg"
    PNG = "png"


EXTENSIONS = {
    ".json": ComparisonFormatName.JSON,
    ".html": ComparisonFormatName.HTML,
    ".md": ComparisonFormatName.MARKDOWN,
    ".csv": ComparisonFormatName.CSV,
    ".xlsx": ComparisonFormatName.XLSX,
    ".svg": ComparisonFormatName.SVG,
    ".png": ComparisonFormatName.PNG,
    ".txt": ComparisonFormatName.TERMINAL,
}
"""The format that a file's extension stands for."""

_HERE = "manifesto_check.comparing.formats"
_FORMATS = {
    ComparisonFormatName.TERMINAL: f"{_HERE}.terminal:TerminalComparison",
    ComparisonFormatName.JSON: f"{_HERE}.as_json:JsonComparison",
    ComparisonFormatName.HTML: f"{_HERE}.html:HtmlComparison",
    ComparisonFormatName.MARKDOWN: f"{_HERE}.markdown:MarkdownComparison",
    ComparisonFormatName.CSV: f"{_HERE}.as_csv:CsvComparison",
    ComparisonFormatName.XLSX: f"{_HERE}.xlsx:XlsxComparison",
    ComparisonFormatName.SVG: f"{_HERE}.figure:SvgComparison",
    ComparisonFormatName.PNG: f"{_HERE}.figure:PngComparison",
}


def comparison_format(name: ComparisonFormatName) -> ComparisonFormat:
    """Return the format of that name; its module is imported only now."""
    module, _, attribute = _FORMATS[name].partition(":")
    return cast(ComparisonFormat, getattr(import_module(module), attribute)())
