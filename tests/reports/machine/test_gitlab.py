from dataclasses import replace
from typing import Any

from well_formed import gitlab

from manifesto_check.model import Report
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.machine.gitlab import GitlabFormat


def issues(*reports: Report) -> Any:
    return gitlab(GitlabFormat().render(reports, ReportOptions()))


def test_what_is_not_covered_has_a_severity(report: Report) -> None:
    assert {i["check_name"]: i["severity"] for i in issues(report)} == {
        "V1.3a": "info",
        "V1.5b": "minor",
        "V2.1a": "minor",
        "N1.2a": "major",
        "N2.1a": "info",
    }


def test_a_description_holds_all_that_gitlab_shows(report: Report) -> None:
    opposed = next(i for i in issues(report) if i["check_name"] == "N1.2a")
    assert opposed["description"] == (
        "N1.2a Tegengesteld (71%): Minder plekken in de opvang, meer gewone woningen. "
        "p. 3: “Wij openen twee extra opvanglocaties in de stad.”"
    )
    assert opposed["location"] == {"path": "programma's/waterdam.pdf", "lines": {"begin": 1}}


def test_a_text_has_a_line(report: Report) -> None:
    opposed = report.measures[4]
    evidence = replace(opposed.judgement.evidence[0], line=77)
    judgement = replace(opposed.judgement, evidence=(evidence,))
    (issue,) = issues(replace(report, measures=(replace(opposed, judgement=judgement),)))
    assert issue["location"]["lines"] == {"begin": 77}


def test_an_unreadable_programme_is_critical(unreadable: Report) -> None:
    (issue,) = issues(unreadable)
    assert (issue["check_name"], issue["severity"]) == ("programme/unreadable", "critical")
