"""The whole job: find the quotes of a report in its PDF, and write a copy with them marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from manifesto_check.highlighting.bookmarks import bookmarks_of
from manifesto_check.highlighting.marks import group_quotes, marks_of
from manifesto_check.highlighting.writing import with_marks
from manifesto_check.model import Report
from manifesto_check.ocr.engine import TextLayer
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.narrow import narrowed
from manifesto_check.sources.pdf.places import find_places


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A marked copy.

    Attributes:
        data: the bytes of the PDF.
        quotes: how many quotes the report has, one that several measures share counted once.
        missing: those that were not found on their page: ``(page, quote)``.
        was_encrypted: whether the programme is encrypted; the copy never is.
    """

    data: bytes
    quotes: int
    missing: tuple[tuple[int, str], ...]
    was_encrypted: bool


def highlight(
    data: bytes,
    report: Report,
    options: ReportOptions,
    password: str | None = None,
    layers: Mapping[int, TextLayer] | None = None,
) -> Highlighted:
    """Mark the quotes of a report in its programme.

    Args:
        data: the bytes of the PDF that the report is about.
        report: what was found in it.
        options: what of the report is marked, and in what language the notes are.
        password: opens an encrypted PDF.
        layers: the text of pages that were read by OCR, by their numbers.

    Returns:
        The copy. The same data, report and options give the same bytes.

    Raises:
        ProgrammeError: the PDF is broken or encrypted.
    """
    path = report.programme.path
    shown = narrowed(report, options.selection)
    groups = group_quotes(shown)
    places = find_places(data, path, [group.evidence for group in groups], password, layers)
    placed = list(zip(groups, places, strict=True))
    marks = [mark for group, where in placed for mark in marks_of(group, where, options)]
    outline = bookmarks_of(shown, {group.key: where for group, where in placed}, options)
    written = with_marks(data, path, marks, outline, password)
    return Highlighted(
        data=written.data,
        quotes=len(groups),
        missing=tuple((g.evidence.page, g.evidence.quote) for g, where in placed if not where),
        was_encrypted=written.was_encrypted,
    )
