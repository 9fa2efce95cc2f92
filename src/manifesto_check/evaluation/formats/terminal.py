"""``evaluate --format terminal``: for reading on a screen, 40 columns and up."""

from __future__ import annotations

from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from manifesto_check.evaluation.formats.sections import NONE, Section, Table, sections
from manifesto_check.evaluation.summary import Evaluation
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.terminal_layout import Page
from manifesto_check.reports.text import printable


class TerminalEvaluation:
    """The sections below each other; tables become lists where they do not fit."""

    def render(self, evaluation: Evaluation, options: ReportOptions) -> bytes:
        """Return the evaluation as text."""
        page = Page(options)
        for section in sections(evaluation, options.language):
            _section(page, section)
        return page.data()


def _section(page: Page, section: Section) -> None:
    page.heading(Text(section.title, style="bold"))
    if section.table is not None:
        _table(page, section.table)
    for note in section.notes:
        page.add(Text(printable(note), style="" if section.table is None else "dim"))
    for item in section.items:
        page.add()
        page.add(Text(printable(item.heading), style="bold"))
        for line in item.lines:
            page.add(Padding(Text(printable(line)), (0, 0, 0, 2)))


def _table(page: Page, table: Table) -> None:
    if page.narrow:
        for row in table.rows:
            page.add(Text(printable(row[0]), style="bold"))
            pairs = zip(table.head[1:], row[1:], strict=True)
            line = " · ".join(f"{head} {cell}" for head, cell in pairs if cell != NONE)
            page.add(Padding(Text(printable(line)), (0, 0, 0, 2)))
        return
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    for align in table.align:
        is_text = align == "l"
        grid.add_column(
            justify="left" if is_text else "right", overflow="fold", no_wrap=not is_text
        )
    # Two words above each other keep a column of numbers narrow.
    heads = [
        "\n".join(head.split()) if align == "r" else head
        for head, align in zip(table.head, table.align, strict=True)
    ]
    grid.add_row(*(Text(head, style="cyan") for head in heads))
    for row in table.rows:
        grid.add_row(*(Text(printable(cell)) for cell in row))
    page.add(grid)
