"""``--format github``: workflow commands, which GitHub shows as annotations.

GitHub shows ten of a kind for each step and drops the rest: the gravest come
first, and the last says how many more there are. The summary of the job
(:mod:`manifesto_check.reports.machine.job_summary`) holds them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from manifesto_check.counting import Count
from manifesto_check.model import Report, Status, Verdict
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.machine.findings import (
    Finding,
    Level,
    findings,
    gravest_first,
    quote_line,
)
from manifesto_check.reports.machine.words import machine_words
from manifesto_check.reports.narrow import narrowed
from manifesto_check.reports.text import printable
from manifesto_check.reports.texts import texts_in
from manifesto_check.sources.interface import STDIN

SHOWN = 10
"""Annotations of each kind that GitHub shows for a step."""

_KINDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "notice"}


class GithubFormat:
    """Commands on lines of their own; nothing else, so that no text becomes a command."""

    name = "github"
    extension = ".github.txt"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return the commands, the gravest first; at the end one that counts the verdicts."""
        found = gravest_first(findings(reports, options))
        lines: list[str] = []
        for level, kind in _KINDS.items():
            room = SHOWN - 1 if level is Level.NOTICE else SHOWN
            here = [finding for finding in found if finding.level is level]
            lines += _annotations(kind, here, room, options)
        lines.append(command("notice", counts(reports, options), title="manifesto-check"))
        return ("\n".join(lines) + "\n").encode("utf-8")


def command(kind: str, text: str, **properties: str | int) -> str:
    """Return a workflow command on one line.

    Args:
        kind: error, warning or notice.
        text: the message, on any number of lines.
        properties: such as file, line and title.
    """
    shown = "\n".join(map(printable, text.split("\n")))
    pairs = [f"{key}={_property(value)}" for key, value in properties.items()]
    return f"::{kind} {','.join(pairs)}::{_data(shown)}"


def counts(reports: Sequence[Report], options: ReportOptions) -> str:
    """Return how many programmes and verdicts of each kind there are.

    Of unreadable programmes it says that they are, as they have no verdicts.
    """
    words = machine_words(options.language)
    parts = [words.programmes.format(count=Count(len(reports)))]
    readable = [report for report in reports if report.programme.status is not Status.UNREADABLE]
    if len(readable) < len(reports):
        parts.append(words.unreadable.format(count=len(reports) - len(readable)))
    if readable:
        parts.append(verdict_counts(readable, options))
    return "; ".join(parts)


def verdict_counts(reports: Sequence[Report], options: ReportOptions) -> str:
    """Return how many verdicts of each kind the programmes have together.

    Only measures that count, as in every total; all of them where none of what is shown does.
    """
    shown = [m for report in reports for m in narrowed(report, options.selection).measures]
    counted = [measure for measure in shown if measure.counted] or shown
    found = Counter(measure.judgement.verdict for measure in counted)
    return machine_words(options.language).counts.format(
        **{verdict.value: found[verdict] for verdict in Verdict}
    )


def _annotations(
    kind: str, found: Sequence[Finding], room: int, options: ReportOptions
) -> Iterator[str]:
    fits = found if len(found) <= room else found[: room - 1]
    for finding in fits:
        yield _annotation(kind, finding, options)
    if len(fits) < len(found):
        more = machine_words(options.language).and_more.format(count=len(found) - len(fits))
        yield command(kind, more, title="manifesto-check")


def _annotation(kind: str, finding: Finding, options: ReportOptions) -> str:
    texts = texts_in(options.language)
    quotes = [quote_line(finding.report.programme, e, texts) for e in finding.evidence[:1]]
    place = finding.place
    properties: dict[str, str | int] = {"title": finding.title}
    if (
        not place.path.startswith(("../", "/")) and place.path != STDIN
    ):  # GitHub knows the files of the repository only
        properties["file"] = place.path
        if place.line is not None:
            properties["line"] = place.line
    return command(kind, "\n".join([finding.message, *quotes]), **properties)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    return _data(printable(value)).replace(":", "%3A").replace(",", "%2C")
