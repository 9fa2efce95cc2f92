"""What changed, in Markdown, for a merge request, an issue or a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from manifesto_check.changes.formats.coverages import coverage_lines
from manifesto_check.changes.model import Difference
from manifesto_check.changes.narrow import narrowed
from manifesto_check.reports.change_words import change_words_in
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.markdown_conditions import change_lines, ignored_lines
from manifesto_check.reports.markdown_text import escaped
from manifesto_check.reports.programme_words import programme_name, reading_problems
from manifesto_check.reports.texts import texts_in


class MarkdownDifference:
    """Tables of GitHub and GitLab, with ``<details>`` for what is long."""

    name = "markdown"
    extension = ".md"
    binary = False

    def render(self, difference: Difference, options: ReportOptions) -> bytes:
        """Return the document."""
        lines = _lines(narrowed(difference, options.selection), options)
        return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def _lines(shown: Difference, options: ReportOptions) -> Iterator[str]:
    words, texts = change_words_in(options.language), texts_in(options.language)
    yield from (f"# {escaped(words.title)}", "")
    sides = ((words.old, shown.old), (words.new, shown.new))
    for title, report in sides:
        info = report.programme
        name = f"**{escaped(programme_name(info))}**"
        yield f"- {escaped(title)}: {name} – {escaped(info.path)}"
    yield ""
    for _, report in sides:
        for problem in reading_problems(report.programme, texts):
            yield from (f"> **{escaped(problem)}**", "")
    if not shown.is_readable:
        yield escaped(words.unreadable)
        return
    yield from (f"## {escaped(texts.per_source)}", "")
    for row in coverage_lines(shown, options.language):
        yield f"- **{escaped(row.id)} {escaped(row.title)}**: {escaped(row.line)}"
    yield from ("", f"## {escaped(words.title)}", "")
    yield from change_lines(shown.changes, options, shown.old_file, shown.new.programme)
    yield from ignored_lines(shown.new, options)
    yield from ("---", "")
    yield from (f"- {escaped(line)}" for line in words.how)
    yield f"- {escaped(texts.list_used.format(path=shown.new.recommendations_path))}"
