"""What a format of a comparison is; the options are those of reports."""

from __future__ import annotations

from typing import Protocol

from manifesto_check.comparing.model import Comparison
from manifesto_check.reports.interface import ReportOptions


class ComparisonFormat(Protocol):
    """A way to show a comparison.

    Attributes:
        name: what the user writes after ``--format``.
        extension: of files in this format, with the dot.
        binary: whether the result is unfit for a terminal.
    """

    name: str
    extension: str
    binary: bool

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the whole document (text formats: UTF-8, ending in a newline)."""
        ...
