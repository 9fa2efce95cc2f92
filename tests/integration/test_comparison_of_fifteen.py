"""Fifteen real programmes compared: quick, and a page that can be mailed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from manifesto_check.checking import Checker, read
from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.formats.registry import ComparisonFormatName, comparison_format
from manifesto_check.reports.interface import ReportOptions

PARTIES = 15
MOST_SECONDS = 4
MOST_BYTES = 4_000_000


@pytest.mark.shared
@pytest.mark.slow
def test_it_takes_seconds_and_its_page_stays_small(shared: Path, checker: Checker) -> None:
    paths = sorted((shared / "programmes").glob("*.pdf"))[:PARTIES]
    reports = [checker.check(read([path])[0]) for path in paths]
    begin = time.perf_counter()
    comparison = compare(reports, [path.stem for path in paths])
    sizes = {
        name: len(comparison_format(name).render(comparison, ReportOptions(width=100)))
        for name in ComparisonFormatName
    }
    assert time.perf_counter() - begin < MOST_SECONDS
    assert len(comparison.parties) == PARTIES
    assert sizes[ComparisonFormatName.HTML] < MOST_BYTES
