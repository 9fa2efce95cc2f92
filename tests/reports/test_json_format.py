import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from manifesto_check.model import Explanation, Judgement, Report, Verdict
from manifesto_check.reports.interface import Language, ReportOptions, Selection
from manifesto_check.reports.json_format import JsonExplanation, JsonFormat

COUNTS = {
    name: {"type": "integer", "minimum": 0} for name in ("covered", "partial", "absent", "opposed")
}
COVERAGE = {"type": ["number", "null"], "minimum": 0, "maximum": 100}
SHARE = {"type": "number", "minimum": 0, "maximum": 1}
TEXT = {"type": "string"}
SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def item(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def array(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


EVIDENCE = item(
    page={"type": "integer", "minimum": 1},
    page_end={"type": "integer", "minimum": 1},
    page_label={"type": ["string", "null"]},
    section=TEXT,
    quote={"type": "string", "minLength": 1},
    score=SHARE,
)
CONTRACT = item(
    schema_version={"const": 1},
    tool=item(name={"const": "manifesto-check"}, version=TEXT),
    programme=item(
        path=TEXT,
        sha256=SHA256,
        pages={"type": "integer"},
        words={"type": "integer"},
        status={"enum": ["read", "partly-read", "unreadable"]},
        unreadable_pages=array({"type": "integer", "minimum": 1}),
    ),
    recommendations=item(path=TEXT, sha256=SHA256),
    sources=array(item(id=TEXT, title=TEXT, coverage=COVERAGE, **COUNTS)),
    themes=array(item(id=TEXT, source=TEXT, title=TEXT, coverage=COVERAGE, **COUNTS)),
    measures=array(
        item(
            id=TEXT,
            recommendation=TEXT,
            theme=TEXT,
            text=TEXT,
            verdict={"enum": ["covered", "partial", "absent", "opposed"]},
            confidence=SHARE,
            p_found=SHARE,
            evidence=array(EVIDENCE),
        )
    ),
)


def as_json(report: Report, **options: Any) -> dict[str, Any]:
    data = json.loads(JsonFormat().render([report], ReportOptions(**options)))
    jsonschema.validate(data, CONTRACT)
    assert isinstance(data, dict)
    return data


def test_a_report_keeps_the_contract(report: Report) -> None:
    data = as_json(report)
    assert list(data) == [
        "schema_version",
        "tool",
        "programme",
        "recommendations",
        "sources",
        "themes",
        "measures",
    ]
    first = data["measures"][0]
    assert first["evidence"][0] == {
        "page": 12,
        "page_end": 12,
        "page_label": "11",
        "section": "Wonen",
        "quote": "In elke nieuwe wijk bouwen wij ten minste veertig procent sociale huur.",
        "score": 0.7812,
    }
    assert (first["confidence"], first["p_found"]) == (0.83, 0.1234)


def test_a_theme_that_is_only_named_has_no_coverage(report: Report) -> None:
    theme = as_json(report)["themes"][-1]
    assert theme["id"] == "N2"
    assert theme["counted"] is False
    assert theme["coverage"] is None


def test_verdicts_below_the_limit_are_uncertain(report: Report) -> None:
    def uncertain(limit: float) -> list[str]:
        return [
            m["id"] for m in as_json(report, min_confidence=limit)["measures"] if m["uncertain"]
        ]

    assert uncertain(0.6) == ["V1.3a", "V2.1a"]
    assert uncertain(0.0) == []


def test_an_unreadable_programme_has_no_measures_and_a_reason(unreadable: Report) -> None:
    data = as_json(unreadable, overall=True)
    assert data["sources"] == data["themes"] == data["measures"] == []
    assert "overall" not in data
    assert data["programme"]["status"] == "unreadable"
    assert data["programme"]["reason"]


def test_a_partly_read_programme_says_what_absent_means(partly_read: Report) -> None:
    data = as_json(partly_read)
    assert data["programme"]["unreadable_pages"] == [4, 9, 10, 11]
    assert data["absent_means"] == "not found on the pages that were read"


def test_the_language_changes_nothing(partly_read: Report) -> None:
    dutch, english = (as_json(partly_read, language=language) for language in Language)
    assert dutch == english


def test_one_figure_over_all_only_when_asked_for(report: Report) -> None:
    assert as_json(report, overall=True)["overall"]["coverage"] == 30.0


def test_a_verdict_narrows_the_measures_only(report: Report) -> None:
    data = as_json(report, selection=Selection(verdicts=(Verdict.COVERED,)))
    assert [m["id"] for m in data["measures"]] == ["V1.1a"]
    assert len(data["themes"]) == 4


@pytest.mark.parametrize(("count", "many"), [(2, True), (1, True), (0, True), (2, False)])
def test_several_programmes_make_an_array(report: Report, count: int, many: bool) -> None:
    data = json.loads(JsonFormat().render([report] * count, ReportOptions(many=many)))
    assert isinstance(data, list)
    assert len(data) == count


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    first, second = (JsonFormat().render([report], ReportOptions()) for _ in range(2))
    assert first == second
    assert first.endswith(b"}\n")
    assert "één".encode() in JsonFormat().render(
        [replace(report, recommendations_path="één.yaml")], ReportOptions()
    )


def test_quotes_stay_literal_though_nothing_in_them_can_steer_a_terminal(report: Report) -> None:
    quote = "a\x1b[31m\x00\x9b\x7f\u202e\u200b\u2028 [bold] é z"
    first = report.measures[0]
    hostile = replace(first.judgement.evidence[0], quote=quote, page_label="\ud800")
    judgement = replace(first.judgement, evidence=(hostile,))
    rendered = JsonFormat().render(
        [replace(report, measures=(replace(first, judgement=judgement),))], ReportOptions()
    )
    text = rendered.decode("utf-8")
    assert text.replace("\n", "").isprintable()
    evidence = json.loads(text)["measures"][0]["evidence"][0]
    assert evidence["quote"] == quote
    assert evidence["page_label"] == "\N{REPLACEMENT CHARACTER}"


def test_not_a_number_is_refused(report: Report) -> None:
    first = report.measures[0]
    broken = replace(first, judgement=Judgement("V1.1a", Verdict.ABSENT, float("nan"), 0.5))
    with pytest.raises(ValueError, match="nan"):
        JsonFormat().render([replace(report, measures=(broken,))], ReportOptions())


def test_an_explanation_holds_every_signal(explanation: Explanation) -> None:
    data = json.loads(JsonExplanation().explain(explanation, ReportOptions()))
    assert data["measure"]["id"] == "V1.1a"
    assert data["signals"][0] == {"name": "best passage", "value": 0.92, "contribution": 1.84}
    best = data["passages"][0]
    assert best["chosen"] is True
    assert best["signals"] == {"concepts": 0.92, "meaning": 0.4568}
    assert best["concepts"][1] == {
        "name": "nieuwbouw",
        "met_in": "neighbour",
        "words": "nieuwe wijk",
    }
