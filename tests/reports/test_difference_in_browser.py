"""Conditions, changes and ``diff`` as HTML in a real browser: requests, width, accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from demanding import demanding, difference_of
from playwright.sync_api import Browser, sync_playwright
from test_hostile_text import HOSTILE, report_of
from test_html_in_browser import AXE, CHROMIUM, Tab

from manifesto_check.changes.formats.html import HtmlDifference
from manifesto_check.changes.model import Difference
from manifesto_check.model import Report, Status
from manifesto_check.reports.html.report import HtmlFormat
from manifesto_check.reports.interface import Language, ReportOptions

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium"),
]
NAMES = ["diff", "english", "same", "unreadable", "report", "reports"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def pages(tmp_path: Path, report: Report, unreadable: Report) -> dict[str, Path]:
    asked = demanding(report, "Zo is het afgesproken met de werkgroep.")
    changed = difference_of(report, "Zo is het afgesproken.")
    options = ReportOptions(folder=tmp_path)
    english = replace(options, language=Language.EN, verbose=True)
    unread = Difference(report, unreadable, ())
    assert unreadable.programme.status is Status.UNREADABLE
    made = {
        "diff": HtmlDifference().render(changed, options),
        "english": HtmlDifference().render(changed, english),
        "same": HtmlDifference().render(Difference(report, report, ()), options),
        "unreadable": HtmlDifference().render(unread, options),
        "hostile": HtmlDifference().render(
            difference_of(report_of(HOSTILE["html"]), HOSTILE["long"]), options
        ),
        "report": HtmlFormat().render([asked], options),
        "reports": HtmlFormat().render([asked, unreadable, asked], replace(options, many=True)),
    }
    files = {}
    for name, data in made.items():
        files[name] = tmp_path / f"{name}.html"
        files[name].write_bytes(data)
    return files


@pytest.mark.parametrize("name", [*NAMES, "hostile"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_asks_for_nothing_complains_of_nothing_and_fits(
    browser: Browser, pages: dict[str, Path], name: str, width: int
) -> None:
    tab = Tab(browser, pages[name], width)
    with tab as page:
        page.wait_for_load_state("networkidle")
        assert tab.requests == [pages[name].as_uri()]
        assert tab.complaints == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core in build/axe")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_no_violation(
    browser: Browser, pages: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    with Tab(browser, pages[name], width, color_scheme=scheme, bypass_csp=True) as page:
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        page.add_script_tag(path=AXE)
        found = page.evaluate("async () => (await axe.run()).violations")
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


def test_both_versions_stand_side_by_side_and_below_each_other_on_a_phone(
    browser: Browser, pages: dict[str, Path]
) -> None:
    for width, beside in ((1280, True), (390, False)):
        with Tab(browser, pages["diff"], width) as page:
            boxes = [box.bounding_box() for box in page.locator(".version").all()[:2]]
            assert boxes[0] is not None
            assert boxes[1] is not None
            assert (boxes[0]["y"] == boxes[1]["y"]) is beside
