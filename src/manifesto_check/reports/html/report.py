"""The HTML report of one programme or several."""

from __future__ import annotations

from collections.abc import Sequence

from manifesto_check.model import Report
from manifesto_check.reports.accuracy_words import accuracy_heading, accuracy_sentences
from manifesto_check.reports.change_words import change_words_in
from manifesto_check.reports.condition_words import condition_words_in
from manifesto_check.reports.html.page import render_page
from manifesto_check.reports.html.view import programme_views
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.text import uncertain_limit


class HtmlFormat:
    """``--format html``: one file that stands on its own, to look at, print and mail."""

    name = "html"
    extension = ".html"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return the page; several programmes stand below each other, with an index."""
        programmes = programme_views(reports, options)
        accuracy = next((r.accuracy for r in reports if r.accuracy is not None), None)
        context: dict[str, object] = {
            "programmes": programmes,
            "structure": next((p.sources for p in programmes if p.measures), ()),
            "accuracy": accuracy_sentences(accuracy, options.language) if accuracy else (),
            "accuracy_heading": accuracy_heading(options.language),
            "lists": list(dict.fromkeys(report.recommendations_path for report in reports)),
            "limit": uncertain_limit(options),
            "verbose": options.verbose,
            "conditions": condition_words_in(options.language),
            "changed": change_words_in(options.language),
        }
        styles = ("report.css", "demands.css")
        return render_page("report.html.jinja", options.language, context, styles=styles)
