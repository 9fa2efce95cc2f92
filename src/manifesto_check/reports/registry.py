"""The list of report formats; a new format is one line in the enumeration and one in the table.

The command line takes its ``--format`` choices from the enumerations.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import cast

from manifesto_check.reports.interface import ExplanationFormat, ReportFormat


class FormatName(StrEnum):
    """The formats that ``check --format`` takes."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    CSV = "csv"
    XLSX = "xlsx"
    JUNIT = "junit"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"


class ExplanationFormatName(StrEnum):
    """The formats that ``explain --format`` takes."""

    TERMINAL = "terminal"
    JSON = "json"


EXTENSIONS = {
    ".json": FormatName.JSON,
    ".html": FormatName.HTML,
    ".md": FormatName.MARKDOWN,
    ".csv": FormatName.CSV,
    ".xlsx": FormatName.XLSX,
    ".txt": FormatName.TERMINAL,
    ".xml": FormatName.JUNIT,
    ".sarif": FormatName.SARIF,
    ".github.txt": FormatName.GITHUB,
    ".gitlab.json": FormatName.GITLAB,
}
"""The format that a file's extension stands for: each format's own, known without loading it."""

FOR_MACHINES = frozenset({FormatName.JUNIT, FormatName.SARIF, FormatName.GITHUB, FormatName.GITLAB})
"""Formats for platforms, on which a programme that could not be opened must not go unseen."""

EXPLANATION_EXTENSIONS = {
    ".json": ExplanationFormatName.JSON,
    ".txt": ExplanationFormatName.TERMINAL,
}
"""The same of explanations."""

_FORMATS = {
    FormatName.TERMINAL: "manifesto_check.reports.terminal_format:TerminalFormat",
    FormatName.JSON: "manifesto_check.reports.json_format:JsonFormat",
    FormatName.HTML: "manifesto_check.reports.html.report:HtmlFormat",
    FormatName.MARKDOWN: "manifesto_check.reports.markdown_format:MarkdownFormat",
    FormatName.CSV: "manifesto_check.reports.csv_format:CsvFormat",
    FormatName.XLSX: "manifesto_check.reports.xlsx_format:XlsxFormat",
    FormatName.JUNIT: "manifesto_check.reports.machine.junit:JunitFormat",
    FormatName.SARIF: "manifesto_check.reports.machine.sarif:SarifFormat",
    FormatName.GITHUB: "manifesto_check.reports.machine.github:GithubFormat",
    FormatName.GITLAB: "manifesto_check.reports.machine.gitlab:GitlabFormat",
}
_EXPLANATION_FORMATS = {
    ExplanationFormatName.TERMINAL: (
        "manifesto_check.reports.terminal_explanation:TerminalExplanation"
    ),
    ExplanationFormatName.JSON: "manifesto_check.reports.json_format:JsonExplanation",
}


def report_format(name: FormatName) -> ReportFormat:
    """Return the format of that name; its module is imported only now."""
    return cast(ReportFormat, _load(_FORMATS[name]))


def explanation_format(name: ExplanationFormatName) -> ExplanationFormat:
    """Return the format of that name for explanations."""
    return cast(ExplanationFormat, _load(_EXPLANATION_FORMATS[name]))


def _load(place: str) -> object:
    module, _, attribute = place.partition(":")
    return getattr(import_module(module), attribute)()
