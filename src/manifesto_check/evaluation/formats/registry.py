"""The formats of ``evaluate``; a new one is a line in the enumeration and one in the table."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from manifesto_check.reports.interface import ReportOptions

if TYPE_CHECKING:
    from manifesto_check.evaluation.summary import Evaluation


class EvaluationFormatName(StrEnum):
    """The formats that ``evaluate --format`` takes."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"


EXTENSIONS = {
    ".json": EvaluationFormatName.JSON,
    ".md": EvaluationFormatName.MARKDOWN,
    ".txt": EvaluationFormatName.TERMINAL,
}
"""The format that a file's extension stands for."""


class EvaluationFormat(Protocol):
    """A way to show an evaluation."""

    def render(self, evaluation: Evaluation, options: ReportOptions) -> bytes:
        """Return the whole document (UTF-8, ending in a newline)."""
        ...


_FORMATS = {
    EvaluationFormatName.TERMINAL: "manifesto_check.evaluation.formats.terminal:TerminalEvaluation",
    EvaluationFormatName.JSON: "manifesto_check.evaluation.formats.as_json:JsonEvaluation",
    EvaluationFormatName.MARKDOWN: "manifesto_check.evaluation.formats.markdown:MarkdownEvaluation",
}


def evaluation_format(name: EvaluationFormatName) -> EvaluationFormat:
    """Return the format of that name; its module is imported only now."""
    module, _, attribute = _FORMATS[name].partition(":")
    return cast(EvaluationFormat, getattr(import_module(module), attribute)())
