"""The summary of a job on GitHub: the Markdown report, cut to what GitHub takes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from manifesto_check.model import Report, Status
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.machine.github import verdict_counts
from manifesto_check.reports.machine.words import machine_words
from manifesto_check.reports.markdown_format import MarkdownFormat
from manifesto_check.reports.markdown_text import escaped
from manifesto_check.reports.programme_words import different_names
from manifesto_check.reports.texts import texts_in

LIMIT = 1024 * 1024
"""Bytes that the summary of a step may have; GitHub throws a larger one away whole."""


def job_summary(reports: Sequence[Report], options: ReportOptions, limit: int = LIMIT) -> bytes:
    """Return Markdown of at most ``limit`` bytes.

    Where not all programmes fit, as many as do, with the verdicts of the
    others counted above them as far as there is room.

    Args:
        reports: of any number of programmes.
        options: as for other reports.
        limit: in bytes.
    """
    whole = MarkdownFormat().render(reports, options)
    if len(whole) <= limit:
        return whole
    table = _table(reports, options)

    def with_first(shown: int) -> bytes:
        left = machine_words(options.language).no_room.format(count=len(reports) - shown)
        return (
            table
            + f"{escaped(left)}\n\n".encode()
            + MarkdownFormat().render(reports[:shown], options)
        )

    fits = bisect_right(range(1, len(reports)), limit, key=lambda shown: len(with_first(shown)))
    return with_first(fits) if fits else _whole_lines(table, limit)


def _table(reports: Sequence[Report], options: ReportOptions) -> bytes:
    """Return a line for each programme with the number of its verdicts."""
    texts = texts_in(options.language)
    names = different_names([report.programme for report in reports])
    lines = []
    for name, report in zip(names, reports, strict=True):
        status = report.programme.status
        unreadable = status is Status.UNREADABLE
        told = texts.statuses[status] if unreadable else verdict_counts([report], options)
        lines.append(f"- {escaped(name)}: {escaped(told)}")
    return ("\n".join(lines) + "\n\n").encode("utf-8", "replace")


def _whole_lines(data: bytes, limit: int) -> bytes:
    """Return the first lines that fit."""
    return data if len(data) <= limit else data[: data.rfind(b"\n", 0, max(limit, 1)) + 1]
