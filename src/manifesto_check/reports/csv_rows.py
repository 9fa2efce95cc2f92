"""Rows that CSV of reports and of comparisons have alike; names and values know no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manifesto_check.model import Evidence, Judgement, ProgrammeInfo, Status
from manifesto_check.reports.cells import Cell
from manifesto_check.reports.interface import FEW_WORDS, ReportOptions
from manifesto_check.reports.text import cut_share, page_ranges

Row = dict[str, Cell]


def reading_note(info: ProgrammeInfo) -> str | None:
    """Return why nothing or which pages could not be read, which by OCR, and if hardly a word."""
    if info.status is Status.UNREADABLE:
        return info.reason or "no text was found in the file"
    notes = []
    if info.unreadable_pages:
        notes.append(f"unreadable pages: {page_ranges(info.unreadable_pages)}")
    if info.ocr_pages:
        notes.append(f"pages read by OCR: {page_ranges(info.ocr_pages)}")
    if info.words < FEW_WORDS:
        notes.append(f"fewer than {FEW_WORDS} words read: {info.words}")
    return "; ".join(notes) or None


def judgement_cells(judgement: Judgement, options: ReportOptions) -> Row:
    """Return a verdict with its chances."""
    return {
        "verdict": judgement.verdict.value,
        "confidence": cut_share(judgement.confidence),
        "p_found": cut_share(judgement.p_found),
        "uncertain": options.is_uncertain(judgement),
    }


def quote_rows(measure: Row, evidence: Sequence[Evidence]) -> Iterator[Row]:
    """Yield a row for each quote, with the cells of its measure, numbered from 1."""
    for number, quote in enumerate(evidence, start=1):
        yield {"kind": "quote", **measure, "number": number, **quote_cells(quote)}


def quote_cells(evidence: Evidence) -> Row:
    """Return a quote with its place."""
    return {
        "page": evidence.page,
        "page_end": evidence.page_end,
        "page_label": evidence.page_label,
        "section": evidence.section,
        "quote": evidence.quote,
        "score": round(float(evidence.score), 4),
        "line": evidence.line,
        "ocr": evidence.ocr,
    }
