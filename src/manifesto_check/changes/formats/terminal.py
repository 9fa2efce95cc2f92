"""What changed, for the terminal: both quotes side by side where there is room."""

from __future__ import annotations

from rich.text import Text

from manifesto_check.changes.formats.coverages import coverage_lines
from manifesto_check.changes.model import Difference
from manifesto_check.changes.narrow import narrowed
from manifesto_check.reports.change_words import change_words_in
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.terminal_conditions import add_changes, add_ignored
from manifesto_check.reports.terminal_layout import Page, programme_lines, reading_problem
from manifesto_check.reports.text import printable


class TerminalDifference:
    """``diff --format terminal``: for reading on a screen, 40 columns and up."""

    name = "terminal"
    extension = ".txt"
    binary = False

    def render(self, difference: Difference, options: ReportOptions) -> bytes:
        """Return both programmes, coverage then and now, and all changes."""
        shown = narrowed(difference, options.selection)
        page = Page(options)
        words = change_words_in(options.language)
        page.add(Text(words.title, style="bold"))
        for title, report in ((words.old, shown.old), (words.new, shown.new)):
            page.add()
            page.add(Text(f"{title}:", style="dim"))
            for line in programme_lines(report.programme, page):
                page.add(line)
            for line in reading_problem(report.programme, page.texts):
                page.add(line)
        if not shown.is_readable:
            page.add()
            page.add(Text(words.unreadable, style="bold yellow"))
            return page.data()
        page.heading(Text(page.texts.per_source, style="bold"))
        for row in coverage_lines(shown, options.language):
            source = (printable(row.id), "bold"), f" {printable(row.title)}: {row.line}"
            page.add(Text.assemble(*source))
        page.heading(Text(words.title, style="bold"))
        add_changes(page, shown.changes)
        add_ignored(page, shown.new)
        page.add()
        page.add(Text("─" * page.width, style="dim"))
        path = printable(shown.new.recommendations_path)
        for sentence in (*words.how, page.texts.list_used.format(path=path)):
            page.add(Text(sentence, style="dim"))
        return page.data()
