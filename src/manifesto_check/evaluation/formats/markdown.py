"""``evaluate --format markdown``: headings and tables, fit for a page of documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from manifesto_check.evaluation.formats.sections import Section, Table, sections
from manifesto_check.evaluation.summary import Evaluation
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.text import printable

_OBEYED = re.compile(r"([\\`*_{}\[\]<>|#~&!])")
_RULES = {"l": "---", "r": "---:"}


class MarkdownEvaluation:
    """A heading of the second level for each section.

    Quotes of programmes stand only in the section on errors, which is not there
    where no errors were asked for.
    """

    def render(self, evaluation: Evaluation, options: ReportOptions) -> bytes:
        """Return the evaluation as GitHub's Markdown."""
        lines: list[str] = []
        for section in sections(evaluation, options.language):
            lines += [f"## {escaped(section.title)}", "", *_section(section)]
        return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """Return text on one line in which Markdown and HTML see nothing to obey."""
    return _OBEYED.sub(r"\\\1", printable(text))


def _section(section: Section) -> Iterator[str]:
    for note in section.notes:
        yield from (escaped(note), "")
    if section.table is not None:
        yield from (*_table(section.table), "")
    for item in section.items:
        yield f"- **{escaped(item.heading)}**"
        yield from (f"  - {escaped(line)}" for line in item.lines)
    if section.items:
        yield ""


def _table(table: Table) -> Iterator[str]:
    yield _row(escaped(cell) for cell in table.head)
    yield _row(_RULES[align] for align in table.align)
    for row in table.rows:
        yield _row(escaped(cell) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
