"""``--format sarif``: SARIF 2.1.0, for code scanning and editors.

A rule for every measure; a result for every measure that is not covered. Code
scanning makes an alert of each result, so that covered measures have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from manifesto_check.model import Evidence, MeasureResult, ProgrammeInfo, Report, Status
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import Object, to_json
from manifesto_check.reports.links import files_of, page_link
from manifesto_check.reports.machine.findings import (
    DOUBTFUL,
    UNMET,
    UNREADABLE,
    Finding,
    Level,
    findings,
    quote_line,
)
from manifesto_check.reports.machine.places import place_of
from manifesto_check.reports.machine.words import machine_words
from manifesto_check.reports.narrow import narrowed
from manifesto_check.reports.text import cut_share, printable
from manifesto_check.reports.texts import Texts, texts_in

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.NOTICE: "note",
    Level.INFO: "note",
}
_LINK = re.compile(r"([\\\[\]])")
_HOLE = re.compile(r"([{}])")


class SarifFormat:
    """One run of the tool over all programmes."""

    name = "sarif"
    extension = ".sarif"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return all programmes as one run."""
        rules = _rules(reports, options)
        places = {rule["id"]: position for position, rule in enumerate(rules)}
        found = findings(reports, options)
        run: Object = {
            "tool": {"driver": _driver(reports, rules)},
            "invocations": [{"executionSuccessful": all(map(_is_read, reports))}],
            "artifacts": _artifacts(reports),
            "results": [_result(one, places[one.rule], options) for one in found],
            "language": options.language.value,
            "columnKind": "unicodeCodePoints",
        }
        return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def message(*lines: str) -> str:
    """Return lines as a message in which SARIF sees no link and no place to fill in."""
    text = "\n".join(map(printable, lines))
    return _HOLE.sub(r"\1\1", _LINK.sub(r"\\\1", text))


def _is_read(report: Report) -> bool:
    return report.programme.status is not Status.UNREADABLE


def _driver(reports: Sequence[Report], rules: Sequence[Object]) -> Object:
    from manifesto_check import __version__

    lists = {report.recommendations_path: report.recommendations_sha256 for report in reports}
    return {
        "name": "manifesto-check",
        "version": reports[0].version if reports else __version__,
        "rules": rules,
        "properties": {
            "recommendations": [{"path": path, "sha256": lists[path]} for path in lists]
        },
    }


def _rules(reports: Sequence[Report], options: ReportOptions) -> list[Object]:
    """Return the measures that are shown and the rules on reading, each once."""
    words, texts = machine_words(options.language), texts_in(options.language)
    rules = {
        UNREADABLE: _rule(UNREADABLE, words.unreadable_rule, texts.unreadable, "error"),
        DOUBTFUL: _rule(DOUBTFUL, words.doubtful_rule, texts.how_to_doubt, "warning"),
        UNMET: _rule(UNMET, words.condition_rule, texts.how_to_doubt, "error"),
    }
    for report in reports:
        shown = narrowed(report, options.selection)
        themes = {theme.id: theme.title for theme in shown.themes}
        for measure in shown.measures:
            if measure.id not in rules:
                theme = f"{measure.theme} {themes.get(measure.theme, '')}"
                tags = dict.fromkeys([printable(theme), printable(measure.recommendation)])
                text = f"{measure.id} {measure.text}"
                rules[measure.id] = {
                    **_rule(measure.id, text, texts.how_to_doubt, "note"),
                    "properties": {"tags": list(tags)},
                }
    return list(rules.values())


def _rule(key: str, text: str, advice: str, level: str) -> Object:
    return {
        "id": key,
        "shortDescription": {"text": message(text)},
        "fullDescription": {"text": message(text)},
        "help": {"text": message(advice)},
        "defaultConfiguration": {"level": level},
    }


def _artifacts(reports: Sequence[Report]) -> list[Object]:
    """Return the files of the programmes; a hash belongs to a programme of one file."""
    artifacts: dict[str, Object] = {}
    for report in reports:
        info = report.programme
        for path in files_of(info):
            uri = page_link(path, None, None)
            artifacts[uri] = {"location": {"uri": uri}, "roles": ["analysisTarget"]}
            if info.sha256 and not info.files:
                artifacts[uri]["hashes"] = {"sha-256": info.sha256}
    return list(artifacts.values())


def _result(finding: Finding, position: int, options: ReportOptions) -> Object:
    texts = texts_in(options.language)
    info = finding.report.programme
    best = finding.evidence[0] if finding.evidence else None
    lines = [finding.message] if best is None else [finding.message, quote_line(info, best, texts)]
    data: Object = {
        "ruleId": finding.rule,
        "ruleIndex": position,
        "level": _LEVELS[finding.level],
        "message": {"text": message(*lines)},
        "locations": [_location(info, best, texts)],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
    }
    others = list(_related(finding, texts))
    if others:
        data["relatedLocations"] = others
    if finding.measure is not None:
        data["properties"] = _properties(finding.measure, options)
    return data


def _properties(measure: MeasureResult, options: ReportOptions) -> Object:
    judgement = measure.judgement
    return {
        "verdict": judgement.verdict.value,
        "confidence": cut_share(judgement.confidence),
        "p_found": cut_share(judgement.p_found),
        "uncertain": options.is_uncertain(judgement),
        "counted": measure.counted,
    }


def _related(finding: Finding, texts: Texts) -> Iterator[Object]:
    """Return the places of the quotes after the best one, with the quotes."""
    info = finding.report.programme
    for number, evidence in enumerate(finding.evidence[1:], start=1):
        text = message(quote_line(info, evidence, texts))
        yield {"id": number, **_location(info, evidence, texts), "message": {"text": text}}


def _location(info: ProgrammeInfo, evidence: Evidence | None, texts: Texts) -> Object:
    place = place_of(info, evidence, texts)
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": place.uri},
            # Code scanning takes nothing without a line; SARIF has no pages.
            "region": {"startLine": place.line or 1},
        }
    }
    if place.page is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": place.words, "kind": "page"}]
        location["properties"] = {"page": place.page}
    return location
