"""What a format of ``diff`` is."""

from __future__ import annotations

from typing import Protocol

from manifesto_check.changes.model import Difference
from manifesto_check.reports.interface import ReportOptions


class DifferenceFormat(Protocol):
    """A way to show what changed.

    Attributes:
        name: what the user writes after ``--format``.
        extension: of files in this format, with the dot.
        binary: whether the result is unfit for a terminal.
    """

    name: str
    extension: str
    binary: bool

    def render(self, difference: Difference, options: ReportOptions) -> bytes:
        """Return the whole document (UTF-8, ending in a newline)."""
        ...
