"""docs/report.schema.json and docs/report-format.md describe what ``--format json`` gives."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from manifesto_check.changes.formats.as_json import JsonDifference
from manifesto_check.changes.model import Difference
from manifesto_check.checking import Checker, read
from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.formats.as_json import JsonComparison
from manifesto_check.conditions.applying import Demands
from manifesto_check.conditions.baseline import Baseline
from manifesto_check.conditions.model import Condition, ConditionKind, Exclusion, Ignored
from manifesto_check.coverage import coverage_of
from manifesto_check.model import Explanation, Judgement, PageState, Report, Status, Verdict
from manifesto_check.recommendations import load_recommendations
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import JsonExplanation, JsonFormat

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/report.schema.json").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs/report-format.md").read_text(encoding="utf-8")


COMPARISON = json.loads((ROOT / "docs/comparison.schema.json").read_text(encoding="utf-8"))


@cache
def checked() -> tuple[Report, Explanation]:
    """A real report and explanation of an example programme."""
    (programme,) = read([ROOT / "examples/brede-dijk.pdf"])
    checker = Checker(load_recommendations())
    return checker.check(programme), checker.explain(programme, "V1.1a", limit=2)


def rendered(*reports: Report) -> Any:
    return json.loads(JsonFormat().render(reports, ReportOptions(overall=True)))


def compared() -> Any:
    """A comparison of a real report with one that is unreadable, and one without an opponent."""
    report, _ = checked()
    info = replace(report.programme, status=Status.UNREADABLE, sha256="", reason="leeg")
    unread = replace(report, programme=info, sources=(), themes=(), measures=())
    nothing = tuple(
        replace(m, judgement=Judgement(m.id, Verdict.ABSENT, 0.99, 0.01)) for m in report.measures
    )
    themes = tuple(
        replace(t, coverage=coverage_of(m for m in nothing if m.theme == t.id))
        for t in report.themes
    )
    comparison = compare([report, replace(report, measures=nothing, themes=themes), unread], "abc")
    return json.loads(JsonComparison().render(comparison, ReportOptions()))


def keys(data: Any) -> Iterator[str]:
    """The names of all fields, at any depth (signals have names of their own)."""
    if isinstance(data, list):
        for item in data:
            yield from keys(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            if key != "signals" or isinstance(value, list):
                yield from keys(value)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_comparison_is_as_its_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(COMPARISON)
    data = compared()
    jsonschema.validate(data, COMPARISON)
    assert [measure for measure in data["measures"] if measure["alone"]]
    data["themes"][0]["parties"][0]["standing"] = "best"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, COMPARISON)


def test_a_real_report_is_as_the_schema_says() -> None:
    report, _ = checked()
    jsonschema.validate(rendered(report), SCHEMA)
    jsonschema.validate(rendered(report, report), SCHEMA)


@pytest.mark.parametrize(
    "spoilt",
    [{"verdict": "maybe"}, {"confidence": 1.5}, {"evidence": []}, {"verdict": "absent"}],
    ids=str,
)
def test_the_schema_refuses_what_breaks_the_contract(spoilt: dict[str, object]) -> None:
    data = rendered(checked()[0])
    found = next(m for m in data["measures"] if m["verdict"] == "covered")
    found.update(spoilt)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def asked() -> Report:
    """A real report with conditions, changes and a measure that is left out."""
    report, _ = checked()
    old = tuple(
        replace(m, judgement=replace(m.judgement, verdict=Verdict.COVERED))
        if m.judgement.verdict is Verdict.PARTIAL
        else m
        for m in report.measures
    )
    ids = tuple(m.id for m in report.measures)
    conditions = [
        Condition(ConditionKind.SOURCE, "V", least=62.5, measures=ids),
        Condition(ConditionKind.REQUIRE, "V1", verdict=Verdict.COVERED, measures=ids[:5]),
        Condition(ConditionKind.FORBID_OPPOSED),
        Condition(ConditionKind.NO_LOSS),
        Condition(ConditionKind.SAME_QUOTES),
    ]
    ignored = [Ignored("V5.3b", Exclusion.NOT_APPLICABLE, "een dorp")]
    baseline = Baseline("oud.json", [replace(report, measures=old)])
    return Demands(conditions, ignored, baseline, 0.6).applied(report)


def test_conditions_and_changes_are_as_the_schema_says() -> None:
    data = rendered(asked())
    jsonschema.validate(data, SCHEMA)
    assert len(data["conditions"]) == 5
    assert data["changes"]
    data["changes"][0]["kind"] = "better"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def differing() -> Any:
    report, _ = checked()
    new = asked()
    difference = Difference(report, new, new.changes)
    return json.loads(JsonDifference().render(difference, ReportOptions()))


def test_the_page_names_every_field() -> None:
    report, explanation = checked()
    explained = json.loads(JsonExplanation().explain(explanation, ReportOptions()))
    named = set(re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE))
    rare = {"absent_means", "reason", "line"}
    also = {*keys(rendered(asked())), *keys(differing())}
    found = {*keys(rendered(report)), *keys(explained), *keys(compared()), *rare, *also}
    assert found - named == set()
    assert PageState.UNREADABLE.value in PAGE
