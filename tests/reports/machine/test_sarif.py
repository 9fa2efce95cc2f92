from dataclasses import replace
from typing import Any

from well_formed import sarif

from manifesto_check.model import Report, Verdict
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.machine.sarif import SarifFormat, message


def run_of(*reports: Report, **options: object) -> Any:
    (run,) = sarif(SarifFormat().render(reports, ReportOptions(**options)))["runs"]  # type: ignore[arg-type]
    return run


def result(run: Any, rule: str) -> Any:
    (found,) = [r for r in run["results"] if r["ruleId"] == rule]
    return found


def test_there_is_a_rule_for_each_measure(report: Report) -> None:
    rules = run_of(report)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [
        "programme/unreadable",
        "programme/doubtful",
        "programme/condition",
        *(measure.id for measure in report.measures),
    ]
    assert rules[5]["shortDescription"]["text"] == (
        "V1.5b Boetes voor buiten slapen worden afgeschaft."
    )
    assert rules[5]["properties"]["tags"] == ["V1 Dakloosheid en wonen", "V1.5"]


def test_covered_measures_have_no_result(report: Report) -> None:
    levels = {r["ruleId"]: r["level"] for r in run_of(report)["results"]}
    assert levels == {
        "V1.3a": "note",
        "V1.5b": "note",
        "V2.1a": "note",
        "N1.2a": "warning",
        "N2.1a": "note",
    }


def test_a_result_has_file_page_and_quote(report: Report) -> None:
    found = result(run_of(report), "V1.3a")
    assert found["message"]["text"].split("\n") == [
        "Deels (52%, onzeker): Alle dakloze mensen krijgen urgentie voor een woning.",
        "p. 12: “Dakloze gezinnen krijgen voorrang bij een woning.”",
    ]
    (location,) = found["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "programma%27s/waterdam.pdf"},
        "region": {"startLine": 1},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "p. 12", "kind": "page"}]
    assert location["properties"] == {"page": 12}
    assert found["properties"] == {
        "verdict": "partial",
        "confidence": 0.52,
        "p_found": 0.1234,
        "uncertain": True,
        "counted": True,
    }


def test_a_text_has_lines_instead_of_pages(report: Report) -> None:
    partial = report.measures[1]
    evidence = replace(partial.judgement.evidence[0], page=1, line=31)
    judgement = replace(partial.judgement, evidence=(evidence,))
    lined = replace(report, measures=(replace(partial, judgement=judgement),))
    (location,) = result(run_of(lined), "V1.3a")["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 31}
    assert "logicalLocations" not in location


def test_further_quotes_are_related_places(report: Report) -> None:
    covered = report.measures[0]
    partly = replace(covered, judgement=replace(covered.judgement, verdict=Verdict.PARTIAL))
    (related,) = result(run_of(replace(report, measures=(partly,))), "V1.1a")["relatedLocations"]
    assert related["properties"] == {"page": 14}
    assert related["message"]["text"] == "p. 14–15: “Sociale huur blijft sociale huur.”"


def test_files_have_their_hash_unless_they_are_part_of_one(report: Report) -> None:
    (artifact,) = run_of(report)["artifacts"]
    assert artifact["hashes"] == {"sha-256": "ab" * 32}
    files = (("a.pdf", 10), ("b.pdf", 53))
    parts = replace(report, programme=replace(report.programme, files=files))
    assert [a["location"]["uri"] for a in run_of(parts)["artifacts"]] == ["a.pdf", "b.pdf"]
    assert "hashes" not in run_of(parts)["artifacts"][0]


def test_an_unreadable_programme_fails_the_run(report: Report, unreadable: Report) -> None:
    run = run_of(report, unreadable)
    assert run["invocations"] == [{"executionSuccessful": False}]
    assert result(run, "programme/unreadable")["level"] == "error"
    assert run_of(report)["invocations"] == [{"executionSuccessful": True}]


def test_no_programmes_are_an_empty_run() -> None:
    assert run_of()["results"] == []


def test_a_message_holds_no_link_and_no_placeholder() -> None:
    assert message("[klik](https://x) {0}", "a\\b\x1b") == (
        "\\[klik\\](https://x) {{0}}\na\\\\b\N{REPLACEMENT CHARACTER}"
    )
