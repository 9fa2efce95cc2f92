"""Conditions, changes and what does not count, for the terminal: of a report and of ``diff``."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from manifesto_check.changes.model import Change, ChangeKind
from manifesto_check.counting import Count
from manifesto_check.model import Evidence, Judgement, Report
from manifesto_check.reports.change_words import (
    change_words_in,
    counts_line,
    doubt_line,
    moved_words,
    notes_of,
)
from manifesto_check.reports.condition_words import (
    condition_words_in,
    failing_lines,
    ignored_line,
    outcome_line,
)
from manifesto_check.reports.terminal_layout import Page, quote_text, verdict_text
from manifesto_check.reports.text import printable

STYLES = {
    ChangeKind.LOST: "bold red",
    ChangeKind.OPPOSED: "bold red",
    ChangeKind.WEAKENED: "bold yellow",
    ChangeKind.GAINED: "bold green",
    ChangeKind.STRENGTHENED: "bold green",
}


def add_conditions(page: Page, report: Report) -> None:
    """Print what was asked, and whether it is so."""
    if not report.conditions:
        return
    words = condition_words_in(page.language)
    page.heading(Text(words.title, style="bold"))
    for outcome in report.conditions:
        sign, style = ("✓", "green") if outcome.met else ("✗", "bold red")
        result = words.met if outcome.met else words.unmet
        line = Text.assemble(
            (f"{sign} {result}", style), ": ", outcome_line(outcome, page.language)
        )
        line.append(f"  {printable(outcome.condition.option)}", style="dim")
        page.add(line)
        if not outcome.met:
            for failing in failing_lines(outcome, report, page.options):
                page.add(Padding(Text(failing), (0, 0, 0, 2)))


def add_ignored(page: Page, report: Report) -> None:
    """Print what does not count, and why."""
    if not report.ignored:
        return
    words = condition_words_in(page.language)
    page.heading(Text(words.ignored_title, style="bold"))
    page.add(Text(words.ignored_how, style="dim"))
    texts = {measure.id: measure.text for measure in report.measures}
    for ignored in report.ignored:
        page.add(
            Text.assemble(
                (printable(ignored.measure), "bold"), " ", printable(texts.get(ignored.measure, ""))
            )
        )
        page.add(Padding(Text(ignored_line(ignored, page.language), style="dim"), (0, 0, 0, 2)))


def add_changes(page: Page, changes: Sequence[Change]) -> None:
    """Print how many measures changed how, then each with both quotes."""
    words = change_words_in(page.language)
    if not changes:
        page.add(Text(words.nothing))
        return
    page.add(Text(counts_line(changes, page.options)))
    if doubt := doubt_line(changes, page.options):
        page.add(Text(doubt, style="dim"))
    for kind in ChangeKind:
        these = [change for change in changes if change.kind is kind]
        if not these:
            continue
        page.add()
        title = f"{words.kinds[kind]} ({len(these)})"
        page.add(Text(title[:1].upper() + title[1:], style=STYLES.get(kind, "bold")))
        if kind is ChangeKind.MOVED and not page.options.verbose:
            page.add(Text(words.moved_hint.format(count=Count(len(these))), style="dim"))
            continue
        for change in these:
            page.add(_change(page, change))


def _change(page: Page, change: Change) -> RenderableType:
    words = change_words_in(page.language)
    head = Text.assemble(
        (printable(change.measure.id), "bold"), " ", printable(change.measure.text)
    )
    if change.kind is ChangeKind.MOVED:
        return Group(head, Padding(Text(moved_words(change, page.language)), (0, 0, 0, 2)))
    lines: list[RenderableType] = [head]
    lines += [Text(f"! {note}", style="yellow") for note in notes_of(change, page.options)]
    lines.append(_sides(page, change, words.old, words.new))
    return Padding(Group(*lines), (0, 0, 1, 0))


def _sides(page: Page, change: Change, old: str, new: str) -> RenderableType:
    """Return both verdicts with their quotes, side by side where there is room."""
    left = _side(page, old, change.old, change.old_quotes)
    right = _side(page, new, change.new, change.new_quotes)
    if page.narrow:
        return Padding(Group(left, right), (0, 0, 0, 2))
    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(left, right)
    return Padding(table, (0, 0, 0, 2))


def _side(
    page: Page, title: str, judgement: Judgement, quotes: Sequence[Evidence]
) -> RenderableType:
    head = Text.assemble((f"{title}: ", "dim"), verdict_text(judgement.verdict, page.texts))
    if page.options.is_uncertain(judgement):
        head.append(f" {page.texts.uncertain}", style="magenta")
    shown = quotes if page.options.verbose else quotes[:1]
    return Group(head, *(quote_text(quote, page.texts) for quote in shown))
