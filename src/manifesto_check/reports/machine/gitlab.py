"""``--format gitlab``: code quality, which GitLab shows in a merge request.

GitLab compares fingerprints with those of the target branch, so that a merge
request shows what it loses and what it gains.
"""

from __future__ import annotations

from collections.abc import Sequence

from manifesto_check.model import Report
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import Object, to_json
from manifesto_check.reports.machine.findings import Finding, Level, findings, quote_line
from manifesto_check.reports.text import printable
from manifesto_check.reports.texts import texts_in

_SEVERITIES = {
    Level.ERROR: "critical",
    Level.WARNING: "major",
    Level.NOTICE: "minor",
    Level.INFO: "info",
}


class GitlabFormat:
    """A JSON array in GitLab's subset of the Code Climate format."""

    name = "gitlab"
    extension = ".gitlab.json"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return what is not covered of all programmes as one array."""
        return to_json([_issue(finding, options) for finding in findings(reports, options)])


def _issue(finding: Finding, options: ReportOptions) -> Object:
    texts = texts_in(options.language)
    quotes = [quote_line(finding.report.programme, e, texts) for e in finding.evidence[:1]]
    rule = printable(finding.rule)
    # GitLab shows no names of rules, only descriptions.
    told = finding.message if finding.measure is None else f"{rule} {finding.message}"
    return {
        "description": " ".join([told, *quotes]),
        "check_name": rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.level],
        # A line is demanded; of a PDF the description names the page.
        "location": {"path": finding.place.path, "lines": {"begin": finding.place.line or 1}},
    }
