"""A comparison's HTML in a real browser: sorting, filters, quotes side by side, accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from test_hostile_comparison import comparison_of
from test_hostile_text import HOSTILE
from test_html_in_browser import AXE, CHROMIUM, Tab

from manifesto_check.checking import Checker, read
from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.formats.html import HtmlComparison
from manifesto_check.comparing.model import Comparison
from manifesto_check.model import FOUND, Report, Status, Verdict
from manifesto_check.recommendations import load_recommendations
from manifesto_check.reports.interface import Language, ReportOptions, Selection

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ["De Brede Dijk", "Koers & Ruimte", "Waterveens Hart"]
pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    checker = Checker(load_recommendations())
    return [checker.check(read([path])[0]) for path in sorted(EXAMPLES.glob("*.pdf"))]


def odd(reports: list[Report]) -> Comparison:
    """One programme was partly read, one not at all."""
    one, two, three = reports
    partly = replace(two.programme, status=Status.PARTLY_READ, unreadable_pages=(2, 5))
    unread = replace(three.programme, status=Status.UNREADABLE, words=0)
    nothing = replace(three, programme=unread, sources=(), themes=(), measures=())
    return compare([one, replace(two, programme=partly), nothing], NAMES)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, reports: list[Report]) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("comparison")
    unreadable = [party.report for party in odd(reports).unreadable]
    three = compare(reports, NAMES)
    documents: dict[str, tuple[Comparison, dict[str, object]]] = {
        "three": (three, {}),
        "english": (three, {"language": Language.EN}),
        "fifteen": (compare(reports * 5, [f"Partij nummer {n}" for n in range(15)]), {}),
        "odd": (odd(reports), {}),
        "one": (compare(reports[:1], NAMES[:1]), {}),
        "unreadable": (compare(unreadable, ["Niets"]), {}),
        "hostile": (comparison_of(HOSTILE["formula"]), {}),
        "nothing": (three, {"selection": Selection(frozenset())}),
    }
    files = {}
    for name, (comparison, options) in documents.items():
        files[name] = folder / f"{name}.html"
        shown = ReportOptions(folder=folder, **options)  # type: ignore[arg-type]
        files[name].write_bytes(HtmlComparison().render(comparison, shown))
    return files


ALL = ["three", "english", "fifteen", "odd", "one", "unreadable", "hostile", "nothing"]


def shown(page: Page) -> int:
    """How many measures can be seen."""
    return page.locator("details.measure:visible").count()


def first_column(page: Page) -> list[str]:
    """The ids of the themes of the first source, as the heat map has them now."""
    return page.locator("table.map tbody").first.locator("tr[data-theme-row] .id").all_inner_texts()


@pytest.mark.parametrize("name", ALL)
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
@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        *((name, width, "light") for name in ALL for width in (1280, 390)),
        *((name, width, "dark") for name in ("fifteen", "odd") for width in (1280, 390)),
    ],
)
def test_axe_finds_no_violation(
    browser: Browser, pages: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    with Tab(browser, pages[name], width, color_scheme=scheme, bypass_csp=True) as page:
        for measure in page.locator("details.measure").all()[:2]:
            measure.evaluate("item => { item.open = true; }")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    problems = [
        (rule["id"], node["html"][:200], node["failureSummary"])
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
    assert problems == []


def test_themes_are_sorted_by_a_party_and_back(browser: Browser, pages: dict[str, Path]) -> None:
    with Tab(browser, pages["three"]) as page:
        before = first_column(page)
        head = page.get_by_role("columnheader", name="De Brede Dijk")
        head.get_by_role("button").press("Enter")
        assert head.get_attribute("aria-sort") == "descending"
        values = page.eval_on_selector_all(
            "table.map tbody:first-of-type tr[data-theme-row] td[data-party=A]",
            "cells => cells.map(cell => Number(cell.dataset.value))",
        )
        assert values == sorted(values, reverse=True)
        assert sorted(first_column(page)) == sorted(before)
        page.get_by_role("columnheader", name="Thema").get_by_role("button").click()
        assert first_column(page) == before
        assert page.locator("th[aria-sort]").count() == 0


def test_a_cell_leads_to_the_measures_of_its_theme(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["three"]) as page:
        row = page.locator("table.map tr", has_text="Veilig").first
        row = row if row.count() else page.locator("tr[data-theme-row]").first
        target = row.locator("th a").get_attribute("href") or ""
        row.locator("td.heat").first.click()
        assert page.url.endswith(target)
        assert page.locator(target).is_visible()


def test_the_quotes_stand_side_by_side(
    browser: Browser, pages: dict[str, Path], reports: list[Report]
) -> None:
    number = next(
        n
        for n, rows in enumerate(zip(*(r.measures for r in reports), strict=True))
        if all(row.judgement.evidence for row in rows)
    )
    with Tab(browser, pages["three"]) as page:
        measure = page.locator("details.measure").nth(number)
        assert not measure.locator("blockquote").first.is_visible()
        measure.locator("summary").focus()
        page.keyboard.press("Enter")
        sides = measure.locator(".side")
        assert sides.count() == 3
        tops = sides.evaluate_all("all => all.map(side => side.getBoundingClientRect().top)")
        assert len(set(tops)) == 1
        for side, report in zip(sides.all(), reports, strict=True):
            first = report.measures[number].judgement.evidence[0]
            assert f"#page={first.page}" in (
                side.locator("blockquote a").first.get_attribute("href") or ""
            )


def test_filters_narrow_and_parties_can_be_left_out(
    browser: Browser, pages: dict[str, Path], reports: list[Report]
) -> None:
    none = sum(
        all(r.judgement.verdict in (Verdict.ABSENT, Verdict.OPPOSED) for r in rows)
        for rows in zip(*(r.measures for r in reports), strict=True)
    )
    with Tab(browser, pages["three"]) as page:
        assert shown(page) == 114
        page.get_by_label("geen", exact=True).check()
        assert shown(page) == none > 0
        page.get_by_label("Thema", exact=True).select_option("V1")
        assert shown(page) < none
        page.get_by_role("button", name="Alles tonen").click()
        page.wait_for_function("!document.querySelector('[data-item][hidden]')")
        page.get_by_label("Koers & Ruimte").uncheck()
        assert page.locator("[data-party=B]:visible").count() == 0
        assert page.locator("[data-party=A]:visible").count() > 100
        assert page.get_by_role("columnheader", name="Koers & Ruimte").count() == 0


def test_the_search_looks_in_measures_and_quotes_only(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["three"]) as page:
        everything = shown(page)
        search = page.get_by_label("Zoek in maatregelen en citaten")
        search.fill("niet gevonden De Brede Dijk zekerheid")
        assert shown(page) == 0
        search.fill("huur")
        assert 0 < shown(page) < everything
        group = page.locator("[data-group]:not([hidden])").first
        found = group.locator("[data-item]:not([hidden])").count()
        assert group.locator("[data-group-count]").inner_text().startswith(f"{found} van de ")


def test_a_hidden_party_leaves_no_claims_behind(
    browser: Browser, pages: dict[str, Path], reports: list[Report]
) -> None:
    with Tab(browser, pages["three"]) as page:
        assert page.locator("ul.alone > li[data-party=A]:visible").count() > 0
        marks = page.locator(".mark:visible")
        assert marks.count() > 0
        field = page.get_by_label("De Brede Dijk", exact=True)
        field.focus()
        page.keyboard.press("Space")
        assert page.get_by_role("status").filter(has_text="Verborgen: De Brede Dijk").is_visible()
        assert marks.count() == 0
        main = page.locator("main").inner_text()
        named = [line for line in main.splitlines() if "De Brede Dijk" in line]
        assert [line for line in named if not line.startswith("Verborgen")] == ["De Brede Dijk"]
        assert page.locator("blockquote a[href*='brede-dijk']:visible").count() == 0
        assert page.locator("ul.alone > li[data-party=B]:visible").count() > 0
        for party in "Koers & Ruimte", "Waterveens Hart":
            page.get_by_label(party, exact=True).uncheck()
        assert page.get_by_text("Van de partijen die u toont staat hier niets.").first.is_visible()
        for party in NAMES:
            page.get_by_label(party, exact=True).check()
        assert not page.get_by_text("Van de partijen die u toont").first.is_visible()
        assert marks.count() > 0


def test_who_promises_it_is_counted_over_the_parties_that_are_shown(
    browser: Browser, pages: dict[str, Path], reports: list[Report]
) -> None:
    found = [
        [report.measures[number].judgement.verdict in FOUND for report in reports]
        for number in range(114)
    ]
    with Tab(browser, pages["three"]) as page:
        page.get_by_label("allemaal", exact=True).check()
        assert shown(page) == sum(map(all, found))
        page.get_by_label("De Brede Dijk", exact=True).uncheck()
        assert shown(page) == sum(all(row[1:]) for row in found)
        page.get_by_role("button", name="Alles tonen").click()
        page.get_by_label("als enige", exact=True).check()
        page.get_by_label("misschien als enige", exact=True).check()
        assert shown(page) == page.locator("ul.alone > li:visible").count() > 0


def test_quotes_of_a_hidden_party_are_not_searched(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["three"]) as page:
        page.get_by_label("Zoek in maatregelen en citaten").fill("een sleutel is geen beloning")
        assert shown(page) > 0
        page.get_by_label("De Brede Dijk", exact=True).uncheck()
        assert shown(page) == 0
        page.get_by_label("De Brede Dijk", exact=True).check()
        assert shown(page) > 0


def test_it_works_without_javascript(browser: Browser, pages: dict[str, Path]) -> None:
    with Tab(browser, pages["three"], java_script_enabled=False) as page:
        assert shown(page) == 114
        assert page.locator("form:visible").count() == 0
        page.locator("details.measure summary").first.click()
        assert page.locator("details.measure .side").first.is_visible()


def test_an_unreadable_programme_is_named_and_has_no_column(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["odd"]) as page:
        assert page.get_by_role("note").filter(has_text="Waterveens Hart").is_visible()
        heads = page.locator("table.map th.head").all_inner_texts()
        assert heads == ["De Brede Dijk", "Koers & Ruimte*"]


def test_it_prints(browser: Browser, pages: dict[str, Path]) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    with Tab(browser, pages["three"]) as page:
        reader = PdfReader(BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Dekking per thema" in text
    assert len(reader.pages) < 20
