"""What changed, as one HTML page with both quotes side by side."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.changes.formats.coverages import coverage_lines
from manifesto_check.changes.model import Difference
from manifesto_check.changes.narrow import narrowed
from manifesto_check.model import ProgrammeInfo
from manifesto_check.reports.accuracy_words import accuracy_heading, accuracy_sentences
from manifesto_check.reports.change_words import change_words_in, counts_of, doubt_line
from manifesto_check.reports.condition_words import condition_words_in
from manifesto_check.reports.html.demands import change_groups, ignored_views
from manifesto_check.reports.html.page import render_page
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.links import file_link, files_of
from manifesto_check.reports.programme_words import (
    programme_name,
    programme_size,
    reading_problems,
)
from manifesto_check.reports.texts import texts_in


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two versions."""

    title: str
    name: str
    path: str
    link: str | None
    size: str
    status: str
    problems: tuple[str, ...]
    sha256: str


class HtmlDifference:
    """One file that stands on its own, to look at, print and mail."""

    name = "html"
    extension = ".html"
    binary = False

    def render(self, difference: Difference, options: ReportOptions) -> bytes:
        """Return the page."""
        shown, language = narrowed(difference, options.selection), options.language
        words = change_words_in(language)
        old, new, accuracy = shown.old.programme, shown.new.programme, shown.accuracy
        context: dict[str, object] = {
            "changed": words,
            "conditions": condition_words_in(language),
            "sides": (
                _side(words.old, old, options, has_file=shown.old_file is not None),
                _side(words.new, new, options),
            ),
            "is_readable": shown.is_readable,
            "counts": counts_of(shown.changes, options),
            "doubt": doubt_line(shown.changes, options),
            "sources": coverage_lines(shown, language),
            "groups": change_groups(shown.changes, options, shown.old_file, new),
            "ignored": ignored_views(shown.new, options),
            "how": words.how,
            "accuracy_heading": accuracy_heading(language),
            "accuracy": accuracy_sentences(accuracy, language) if accuracy else (),
            "list_path": shown.new.recommendations_path,
        }
        return render_page("diff.html.jinja", language, context, styles=("demands.css", "diff.css"))


def _side(
    title: str, info: ProgrammeInfo, options: ReportOptions, *, has_file: bool = True
) -> SideView:
    texts = texts_in(options.language)
    return SideView(
        title=title,
        name=programme_name(info),
        path=info.path,
        link=file_link(files_of(info)[0], options.folder) if has_file else None,
        size=programme_size(info, texts, options.language),
        status=texts.statuses[info.status],
        problems=tuple(reading_problems(info, texts)),
        sha256=info.sha256,
    )
