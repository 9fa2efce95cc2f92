"""Hostile text in programmes, lists and names is harmless in every format of a comparison."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from demanding import demanding
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from rich.cells import cell_len
from test_hostile_text import HOSTILE, report_of
from well_formed import csv_table, html, markdown, plain, xlsx

from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.formats.registry import ComparisonFormatName, comparison_format
from manifesto_check.comparing.model import Comparison
from manifesto_check.model import Status, Verdict
from manifesto_check.reports.interface import CsvDialect, ReportOptions

Name = ComparisonFormatName


def svg(data: bytes) -> ET.Element:
    """It is XML of shapes and text, and nothing that runs or loads."""
    root = ET.fromstring(plain(data))
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        assert tag in {"svg", "title", "desc", "rect", "text", "polygon"}
        assert not {name for name in element.attrib if name.startswith("on") or "href" in name}
    return root


def png(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    assert max(picture.size) < 5000
    return picture


CHECKS: dict[Name, Callable[[bytes], object]] = {
    Name.TERMINAL: plain,
    Name.JSON: plain,
    Name.HTML: html,
    Name.MARKDOWN: partial(markdown, columns=(3,)),
    Name.CSV: csv_table,
    Name.XLSX: xlsx,
    Name.SVG: svg,
    Name.PNG: png,
}


def comparison_of(text: str) -> Comparison:
    """A comparison in which every text is the same text."""
    found, absent = report_of(text), report_of(text, Verdict.ABSENT)
    unread = replace(
        found,
        programme=replace(found.programme, status=Status.UNREADABLE),
        sources=(), themes=(), measures=(),
    )  # fmt: skip
    return compare([found, absent, unread], [text, f"{text}2", f"{text}3"])


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", Name)
def test_every_format_is_harmless(name: Name, kind: str) -> None:
    comparison = comparison_of(HOSTILE[kind])
    for options in (ReportOptions(width=40, verbose=True), ReportOptions(width=120)):
        CHECKS[name](comparison_format(name).render(comparison, options))


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", Name)
def test_what_was_asked_is_harmless_too(name: Name, kind: str) -> None:
    text = HOSTILE[kind]
    asked = demanding(report_of(text), text)
    comparison = compare([asked, asked], [text, f"{text}2"])
    CHECKS[name](comparison_format(name).render(comparison, ReportOptions(width=40)))


def test_what_does_not_count_is_named_in_every_format() -> None:
    asked = demanding(report_of("Maatregel"), "een dorp")
    comparison = compare([asked, asked], ["een", "twee"])
    for name in (Name.TERMINAL, Name.HTML, Name.MARKDOWN, Name.CSV, Name.JSON, Name.SVG):
        data = comparison_format(name).render(comparison, ReportOptions())
        assert b"een dorp" in b" ".join(data.split()), name


@pytest.mark.parametrize("kind", HOSTILE)
def test_csv_for_excel_is_harmless(kind: str) -> None:
    options = ReportOptions(csv_dialect=CsvDialect.EXCEL_NL)
    csv_table(comparison_format(Name.CSV).render(comparison_of(HOSTILE[kind]), options), ";")


@given(text=st.text(max_size=100), width=st.integers(20, 200))
@settings(max_examples=40, deadline=None)
def test_no_text_breaks_a_format(text: str, width: int) -> None:
    comparison = comparison_of(text)
    for name in Name:
        data = comparison_format(name).render(comparison, ReportOptions(width=width, verbose=True))
        CHECKS[name](data)
        if name is Name.TERMINAL:
            assert max(map(cell_len, data.decode("utf-8").split("\n"))) <= max(width, 20)
