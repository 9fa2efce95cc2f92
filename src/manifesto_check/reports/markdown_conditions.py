"""Conditions, changes and what does not count, in Markdown: of a report and of ``diff``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manifesto_check.changes.model import Change, ChangeKind
from manifesto_check.model import Evidence, Judgement, ProgrammeInfo, Report, Verdict
from manifesto_check.reports.change_words import (
    FOLDED,
    change_words_in,
    counts_line,
    doubt_line,
    notes_of,
    places_of,
)
from manifesto_check.reports.condition_words import (
    condition_words_in,
    failing_lines,
    ignored_line,
    outcome_line,
)
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.links import evidence_link
from manifesto_check.reports.markdown_text import escaped, escaped_html, linked
from manifesto_check.reports.text import percent, place, quoted
from manifesto_check.reports.texts import texts_in

SIGNS = {
    Verdict.COVERED: "●",
    Verdict.PARTIAL: "◐",
    Verdict.ABSENT: "○",
    Verdict.OPPOSED: "✗",
}


def condition_lines(report: Report, options: ReportOptions) -> Iterator[str]:
    """Yield what was asked, and whether it is so, as a section; nothing where nothing was."""
    if not report.conditions:
        return
    words = condition_words_in(options.language)
    yield from (f"## {escaped(words.title)}", "")
    for outcome in report.conditions:
        sign = f"✓ {escaped(words.met)}" if outcome.met else f"✗ **{escaped(words.unmet)}**"
        option = escaped(outcome.condition.option)
        yield f"- {sign}: {escaped(outcome_line(outcome, options.language))} ({option})"
        if not outcome.met:
            yield from (f"  - {escaped(line)}" for line in failing_lines(outcome, report, options))
    yield ""


def ignored_lines(report: Report, options: ReportOptions) -> Iterator[str]:
    """Yield what does not count, and why, as a section; nothing where all counts."""
    if not report.ignored:
        return
    words = condition_words_in(options.language)
    yield from (f"## {escaped(words.ignored_title)}", "", escaped(words.ignored_how), "")
    texts = {measure.id: measure.text for measure in report.measures}
    for ignored in report.ignored:
        measure = f"**{escaped(ignored.measure)}** {escaped(texts.get(ignored.measure, ''))}"
        yield f"- {measure} – {escaped(ignored_line(ignored, options.language))}"
    yield ""


def change_lines(
    changes: Sequence[Change],
    options: ReportOptions,
    old: ProgrammeInfo | None,
    new: ProgrammeInfo,
) -> Iterator[str]:
    """Yield how many measures changed how, then a table with both quotes for each kind.

    Args:
        changes: the gravest first.
        options: language, and what is uncertain.
        old: where old quotes link to; None where the old file is not known.
        new: where new quotes link to.
    """
    words = change_words_in(options.language)
    if not changes:
        yield from (escaped(words.nothing), "")
        return
    yield from (f"**{escaped(counts_line(changes, options))}**", "")
    if doubt := doubt_line(changes, options):
        yield from (escaped(doubt), "")
    for kind in ChangeKind:
        these = [change for change in changes if change.kind is kind]
        if not these:
            continue
        folded = kind in FOLDED
        title = f"{words.kinds[kind]} ({len(these)})"
        title = title[:1].upper() + title[1:]
        if folded:
            yield from ("<details>", f"<summary><b>{escaped_html(title)}</b></summary>", "")
        else:
            yield from (f"### {escaped(title)}", "")
        yield f"| {escaped(words.measure)} | {escaped(words.old)} | {escaped(words.new)} |"
        yield "| --- | --- | --- |"
        for change in these:
            yield _row(change, options, old, new)
        yield from (("", "</details>", "") if folded else ("",))


def _row(
    change: Change, options: ReportOptions, old: ProgrammeInfo | None, new: ProgrammeInfo
) -> str:
    head = f"**{escaped(change.measure.id)}** {escaped(change.measure.text)}"
    if change.kind is ChangeKind.MOVED:
        places = (places_of(side.evidence, options.language) for side in (change.old, change.new))
        return f"| {head} | {' | '.join(map(escaped, places))} |"
    head += "".join(f"<br>_{escaped(note)}_" for note in notes_of(change, options))
    then = _side(change.old, change.old_quotes, old, options)
    return f"| {head} | {then} | {_side(change.new, change.new_quotes, new, options)} |"


def _side(
    judgement: Judgement,
    quotes: Sequence[Evidence],
    info: ProgrammeInfo | None,
    options: ReportOptions,
) -> str:
    texts = texts_in(options.language)
    word = escaped(texts.verdicts[judgement.verdict]).replace(" ", "&nbsp;")
    head = f"{SIGNS[judgement.verdict]}&nbsp;**{word}** {percent(judgement.confidence)}"
    if options.is_uncertain(judgement):
        head += f" _{escaped(texts.uncertain)}_"
    parts = [head]
    for evidence in quotes if options.verbose else quotes[:1]:
        link = None if info is None else evidence_link(info, evidence, options.folder)
        where = linked(place(evidence, texts), link)
        parts.append(f"{where}: {escaped(quoted(evidence.quote))}")
    return "<br>".join(parts)
