"""JSON reports read back: the same report, or one clear line about what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from manifesto_check.errors import ReportError, ReportProblem
from manifesto_check.model import Report
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import JsonFormat
from manifesto_check.reports.json_reading import is_json_file, read_reports


def written(folder: Path, *reports: Report, many: bool = False) -> Path:
    path = folder / "rapport.json"
    path.write_bytes(JsonFormat().render(reports, ReportOptions(many=many)))
    return path


def test_a_report_comes_back_as_it_was(tmp_path: Path, report: Report) -> None:
    (read,) = read_reports(written(tmp_path, report))
    first = report.measures[0]
    assert replace(read, measures=()) == replace(report, measures=())
    assert read.measures[0].judgement.evidence[0].quote == first.judgement.evidence[0].quote
    assert [m.judgement.verdict for m in read.measures] == [
        m.judgement.verdict for m in report.measures
    ]


def test_an_array_holds_several_also_unreadable_ones(
    tmp_path: Path, report: Report, partly_read: Report, unreadable: Report
) -> None:
    found = read_reports(written(tmp_path, report, partly_read, unreadable, many=True))
    statuses = [r.programme.status for r in (report, partly_read, unreadable)]
    assert [r.programme.status for r in found] == statuses


def test_a_byte_order_mark_is_no_problem(tmp_path: Path, report: Report) -> None:
    path = written(tmp_path, report)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert is_json_file(path)
    assert len(read_reports(path)) == 1


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", "null", "{}", '{"schema_version": 2}', '[{"schema_version": 1}]',
     "[" * 9999, '{"schema_version": 1, "kind": "comparison"}', "\x00", "\xff"],
)  # fmt: skip
def test_what_is_no_report_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ReportError) as raised:
        read_reports(path)
    assert raised.value.problem is ReportProblem.NO_REPORT
    assert "\n" not in str(raised.value)
    assert str(path) in str(raised.value)


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "no measures": lambda data: data.pop("measures"),
    "none of the measures": lambda data: data["measures"].clear(),
    "chance of 2": lambda data: data["measures"][0].update(confidence=2),
    "not a number": lambda data: data["measures"][0].update(p_found=float("nan")),
    "other verdict": lambda data: data["measures"][0].update(verdict="maybe"),
    "page 0": lambda data: data["measures"][0]["evidence"][0].update(page=0),
    "a list as text": lambda data: data["measures"][0].update(text=["x"]),
    "negative count": lambda data: data["themes"][0].update(covered=-1),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_report_that_was_changed_is_refused(tmp_path: Path, report: Report, change: str) -> None:
    path = written(tmp_path, report)
    data = json.loads(path.read_text(encoding="utf-8"))
    CHANGES[change](data)
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ReportError, match="JSON-rapport"):
        read_reports(path)


def test_fields_of_later_versions_are_passed_over(tmp_path: Path, report: Report) -> None:
    path = written(tmp_path, report)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["new"] = data["measures"][0]["new"] = {"x": 1}
    path.write_text(json.dumps(data), encoding="utf-8")
    assert len(read_reports(path)) == 1


def test_a_pdf_is_no_json(tmp_path: Path) -> None:
    for name, data, expected in (
        ("a.pdf", b"%PDF-1.7", False),
        ("b", b'  [ {\n "schema_version"', True),
        ("link.md", b"[Ga naar de inhoud](#inhoud)", False),
        ("c.json", b"oops", True),
        ("d.json", b"%PDF-1.7", False),
        ("e.pdf", b"", False),
    ):
        (tmp_path / name).write_bytes(data)
        assert is_json_file(tmp_path / name) is expected
    assert is_json_file(tmp_path / "nowhere.pdf") is False
