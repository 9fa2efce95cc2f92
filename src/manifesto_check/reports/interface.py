"""What a report format is, and the options that all formats share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from manifesto_check.model import Explanation, Judgement, Report, Verdict

UNCERTAIN_BELOW = 0.6
"""Verdicts with a lower confidence are marked as uncertain, unless the user sets another limit."""

FEW_WORDS = 100
"""A programme with fewer words is hardly one: nearly everything is absent for want of text."""

PLAIN_WIDTH = 100
"""Columns of a terminal report that goes to a file or a pipe."""


class Language(StrEnum):
    """The languages that reports are written in."""

    NL = "nl"
    EN = "en"


class CsvDialect(StrEnum):
    """How CSV is written: as RFC 4180 has it, or as Excel expects it in the Netherlands."""

    PLAIN = "plain"
    EXCEL_NL = "excel-nl"


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a report is shown.

    Attributes:
        measures: ids of the measures to show; None shows all. Themes and
            sources without any of them are left out.
        verdicts: show only measures with one of these; empty shows all. It
            leaves themes, sources and their coverage as they are.
    """

    measures: frozenset[str] | None = None
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How reports are to be rendered.

    Attributes:
        language: of all words that are not the programme's or the list's.
        selection: what is shown; coverage stays that of whole themes and sources.
        verbose: show all evidence instead of the first quote.
        overall: add one figure over all sources.
        min_confidence: verdicts below it (0 to 1) are marked as uncertain.
        many: the user asked for several programmes, so a format that holds one
            document must hold a list, however many could be read.
        width: columns of a terminal report.
        colour: whether a terminal report may use ANSI colours.
        folder: where the document will stand, from which it links to the
            programmes; None is the current folder.
        csv_dialect: of CSV.
        link_root: what links to programmes in Markdown begin with, where the
            document stands apart from them; empty makes them relative.
    """

    language: Language = Language.NL
    selection: Selection = field(default_factory=Selection)
    verbose: bool = False
    overall: bool = False
    min_confidence: float = UNCERTAIN_BELOW
    many: bool = False
    width: int = PLAIN_WIDTH
    colour: bool = False
    folder: Path | None = None
    csv_dialect: CsvDialect = CsvDialect.PLAIN
    link_root: str = ""

    def is_uncertain(self, judgement: Judgement) -> bool:
        """Return whether the verdict is to be marked as uncertain."""
        return judgement.confidence < self.min_confidence


class ReportFormat(Protocol):
    """A way to show reports.

    Attributes:
        name: what the user writes after ``--format``.
        extension: of files in this format, with the dot.
        binary: whether the result is unfit for a terminal.
    """

    name: str
    extension: str
    binary: bool

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return the whole document (text formats: UTF-8, ending in a newline)."""
        ...


class ExplanationFormat(Protocol):
    """A way to show why a measure got its verdict."""

    def explain(self, explanation: Explanation, options: ReportOptions) -> bytes:
        """Return the whole document (UTF-8, ending in a newline)."""
        ...
