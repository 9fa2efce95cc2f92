"""Is a document what its format says, and harmless? A checker for each format."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import openpyxl
import xmlschema
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt

from manifesto_check.reports.registry import FormatName

SCHEMAS = Path(__file__).parents[1] / "schemas"
BEGINS_FORMULA = tuple("=+-@\t\r＝＋－＠")
_URL = re.compile(r"[A-Za-z0-9_.~/%-]*(#page=\d+)?|#[A-Za-z0-9._-]+|file:///[A-Za-z0-9_.~/%:#=-]*")
_VOID = {"meta", "input", "br", "hr", "img", "link"}
_CLOSED_ITSELF = {"br", "hr", "use", "circle", "path", "rect", "symbol"}


def assert_harmless(text: str) -> None:
    """No control characters but line feeds, and nothing that turns the reading direction."""
    for char in set(text) - {"\n"}:
        category = unicodedata.category(char)
        assert category not in ("Cc", "Cs", "Cf"), f"U+{ord(char):04X}"


def plain(data: bytes) -> str:
    text = data.decode("utf-8")
    assert_harmless(text)
    assert text.endswith("\n")
    return text


class _Page(HTMLParser):
    """Reads a page, and fails on what an own page never has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: dict[str, int] = {}
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in ("style", "src", "action", "srcdoc"), name
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _CLOSED_ITSELF, tag
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.texts.append(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def html(data: bytes) -> str:
    """Tags are balanced, ids differ, links stay at home, and there is one script: our own."""
    text = plain(data)
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert (page.tags["script"], page.tags["style"]) == (1, 1)
    assert not {"iframe", "object", "embed", "img", "link", "base"} & set(page.tags)
    for link in page.links:
        assert _URL.fullmatch(link), link
    assert {link[1:] for link in page.links if link.startswith("#")} - {""} <= set(page.ids)
    return " ".join("".join(page.texts).split())


def markdown(data: bytes, columns: Sequence[int] = (2, 3, 6)) -> str:
    """It becomes HTML with only the tags that the format writes, and mentions nobody."""
    text = plain(data)
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    shown = shown.replace(' style="text-align:right"', "")  # of the tables' columns
    page = _Page()
    page.feed(shown)
    page.close()
    assert page.open == []
    assert set(page.tags) <= {
        *("h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "a"),
        *("h3", "br", "ul", "li", "hr", "details", "summary", "b", "blockquote"),
    }, page.tags
    for link in page.links:
        assert _URL.fullmatch(link), link
    for part in page.texts:  # what a host looks through for mentions and addresses
        assert not re.search(r"@\w|#\d|!\d|https?:/|www\.", part), part
    for row in re.findall(r"<tr>.*?</tr>", shown, re.DOTALL):
        assert len(re.findall("<t[dh]", row)) in columns
    return " ".join("".join(page.texts).split())


def csv_table(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """Each row has all columns; no cell begins a formula, whatever separator is expected."""
    text = data.decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n") == text.count("\r")
    assert_harmless(text.replace("\r\n", "\n"))
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    assert rows
    for row in rows:
        assert len(row) == len(head)
    for wrong in ",;":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=wrong):
            for cell in row:
                assert not cell.lstrip(' "').startswith(BEGINS_FORMULA), cell
    return [dict(zip(head, row, strict=True)) for row in rows]


def xlsx(data: bytes) -> openpyxl.Workbook:
    """Every part is XML, without time stamps; every cell is text or a number."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for part in archive.infolist():
            assert part.date_time == (1980, 1, 1, 0, 0, 0)
            ElementTree.fromstring(archive.read(part))
            assert "externalLink" not in part.filename
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in "snb", (cell.coordinate, cell.data_type)
                assert cell.hyperlink is None
                if isinstance(cell.value, str):
                    assert_harmless(cell.value)
    return book


@cache
def _junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


@cache
def _sarif_schema() -> Draft4Validator:
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def junit(data: bytes) -> ElementTree.Element:
    """It is as Jenkins' schema says, the sums are right, and no output names a file to publish."""
    plain(re.sub(rb"(?m)^\t+", b"", data))
    _junit_schema().validate(io.BytesIO(data))
    root = ElementTree.fromstring(data)
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(key, "")) == len(suite.findall(f"testcase/{tag}"))
    for key in ("tests", "failures", "errors"):
        assert int(root.get(key, "")) == sum(int(suite.get(key, "")) for suite in root)
    for element in root.iter():
        texts = [element.text or "", *element.attrib.values()]
        assert "timestamp" not in element.attrib
        for text in texts:
            assert_harmless(text.replace("\t", "").replace("\n", ""))
            assert "[[" not in text
    return root


def _all_messages(value: Any, key: str = "") -> list[str]:
    """Every text that SARIF shows to a reader: that of messages."""
    if isinstance(value, dict):
        return [text for name, part in value.items() for text in _all_messages(part, name)]
    if isinstance(value, list):
        return [text for part in value for text in _all_messages(part, key)]
    return [value] if key == "text" else []


def sarif(data: bytes) -> Any:
    """It is as the schema says; rules are found; no link and no placeholder is in a message."""
    plain(data)
    log = json.loads(data)
    _sarif_schema().validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(prints)) == len(prints)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            physical = location["physicalLocation"]
            assert _URL.fullmatch(physical["artifactLocation"]["uri"])
            assert physical["region"]["startLine"] >= 1
    for text in _all_messages(log):
        assert_harmless(text)
        bare = text.replace("\\\\", "")
        assert not re.search(r"(?<!\\)[\[\]]", bare), text
        assert not re.search(r"[{}]", bare.replace("{{", "").replace("}}", "")), text
    return log


_COMMAND = re.compile(r"::(error|warning|notice) ((?:(?:file|line|title)=[^:,\n]*,?)+)::(.*)")


def github(data: bytes) -> list[tuple[str, dict[str, str], str]]:
    """Every line is a command that GitHub knows, and there are no more than it shows."""
    commands = []
    for line in plain(data).removesuffix("\n").split("\n"):
        found = _COMMAND.fullmatch(line)
        assert found, line
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", line), line
        pairs = dict(pair.split("=", 1) for pair in found[2].split(","))
        assert "line" not in pairs or pairs["line"].isdigit()
        commands.append(
            (found[1], {key: unquote(value) for key, value in pairs.items()}, unquote(found[3]))
        )
    kinds = [kind for kind, _, _ in commands]
    assert all(kinds.count(kind) <= 10 for kind in kinds)
    return commands


def gitlab(data: bytes) -> Any:
    """It has the fields that GitLab demands, and each finding has a fingerprint of its own."""
    plain(data)
    issues = json.loads(data)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
        assert isinstance(issue["location"]["path"], str)
        assert_harmless(issue["description"])
        assert "\n" not in issue["description"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


CHECKS: dict[FormatName, Callable[[bytes], object]] = {
    FormatName.TERMINAL: plain,
    FormatName.JSON: plain,
    FormatName.HTML: html,
    FormatName.MARKDOWN: markdown,
    FormatName.CSV: csv_table,
    FormatName.XLSX: xlsx,
    FormatName.JUNIT: junit,
    FormatName.SARIF: sarif,
    FormatName.GITHUB: github,
    FormatName.GITLAB: gitlab,
}
