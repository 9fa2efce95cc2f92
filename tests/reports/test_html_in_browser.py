"""The HTML report in a real browser: filters, links, keyboard, print, phone, accessibility.

``.ci/run`` installs Debian's chromium and puts axe-core into ``build/axe``.
"""

from __future__ import annotations

import io
import re
import shutil
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pypdf import PdfReader
from test_hostile_text import HOSTILE, report_of

from manifesto_check.checking import Checker, read
from manifesto_check.model import Report, Status
from manifesto_check.recommendations import load_recommendations
from manifesto_check.reports.html.report import HtmlFormat
from manifesto_check.reports.interface import Language, ReportOptions

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "build/axe/node_modules/axe-core/axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

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
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with programmes in a folder of their own, whose name is not plain."""
    here = tmp_path_factory.mktemp("browser")
    (here / "programma's 50% é#1").mkdir()
    for name in ("brede-dijk.pdf", "waterveens-hart.pdf"):
        shutil.copy(ROOT / "examples" / name, here / "programma's 50% é#1" / name)
    return here


@pytest.fixture(scope="module")
def checked(folder: Path) -> list[Report]:
    """Two example programmes, as they are checked."""
    checker = Checker(load_recommendations())
    return [
        checker.check(read([path])[0])
        for path in sorted((folder / "programma's 50% é#1").iterdir())
    ]


@pytest.fixture(scope="module")
def pages(folder: Path, checked: list[Report]) -> dict[str, Path]:
    """Reports as files: of one programme, of several, of what was partly or not read, hostile."""
    one, two = checked
    partly = replace(
        one.programme, status=Status.PARTLY_READ, unreadable_pages=(2, 5, 6), words=1200
    )
    unread = replace(one.programme, status=Status.UNREADABLE, unreadable_pages=(1, 2), words=0)
    unreadable = replace(one, programme=unread, sources=(), themes=(), measures=())
    hostile = [report_of(text) for text in HOSTILE.values()]
    english = {"language": Language.EN, "verbose": True, "overall": True}
    documents: dict[str, tuple[list[Report], dict[str, object]]] = {
        "one": ([one], {}),
        "english": ([one], english),
        "several": ([two, replace(one, programme=partly), unreadable], {"many": True}),
        "partly": ([replace(one, programme=partly)], {}),
        "unreadable": ([unreadable], {}),
        "hostile": (hostile, {"many": True}),
        "nothing": ([], {}),
    }
    files = {}
    for name, (reports, options) in documents.items():
        files[name] = folder / f"{name}.html"
        shown = ReportOptions(folder=folder, **options)  # type: ignore[arg-type]
        files[name].write_bytes(HtmlFormat().render(reports, shown))
    return files


class Tab:
    """An open page, and what it asked for and complained of."""

    def __init__(self, browser: Browser, file: Path, width: int = 1280, **context: object) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            **context,  # type: ignore[arg-type]
        )
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.answers: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("response", lambda response: self.answers.append(response.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(file.as_uri())

    def __enter__(self) -> Page:
        return self.page

    def __exit__(self, *_: object) -> None:
        self.context.close()


def shown(page: Page) -> list[str]:
    """The ids of the measures that can be seen."""
    return page.eval_on_selector_all(
        "[data-item]",
        "items => items.filter(i => i.checkVisibility())"
        ".map(i => i.querySelector('.id').textContent)",
    )


@pytest.mark.parametrize(
    "name", ["one", "english", "several", "partly", "unreadable", "hostile", "nothing"]
)
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
@pytest.mark.parametrize("name", ["one", "english", "several", "partly", "unreadable", "nothing"])
@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")]
)
def test_axe_finds_no_violation(
    browser: Browser, pages: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    with Tab(browser, pages[name], width, color_scheme=scheme, bypass_csp=True) as page:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
    problems = [
        (rule["id"], node["html"][:200], node["failureSummary"])
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
    assert problems == []
    unclear = {rule["id"] for rule in found["incomplete"]}
    assert "color-contrast" not in unclear


def test_filters_narrow_and_add_up(browser: Browser, pages: dict[str, Path]) -> None:
    with Tab(browser, pages["one"]) as page:
        everything = shown(page)
        count = page.get_by_role("status")
        assert len(everything) == 114
        assert count.inner_text() == "114 maatregelen"
        page.locator("form").get_by_label("tegengesteld").check()
        page.locator("form").get_by_label("deels").check()
        verdicts = page.eval_on_selector_all(
            "[data-item]:not([hidden])", "items => items.map(i => i.dataset.verdict)"
        )
        assert set(verdicts) <= {"partial", "opposed"}
        assert 0 < len(verdicts) < 114
        assert count.inner_text() == f"{len(verdicts)} van de 114 maatregelen"
        theme, other = sorted({key.split(".")[0] for key in shown(page) if key.startswith("V")})[:2]
        page.get_by_label("Thema", exact=True).select_option(theme)
        narrower = shown(page)
        assert narrower
        assert {key.split(".")[0] for key in narrower} == {theme}
        assert len(narrower) < len(verdicts)
        assert page.locator(f'[id="p1-t-{other}"]').is_hidden()
        page.get_by_label("Bron").select_option("L")
        assert shown(page) == []
        assert page.get_by_text("Geen maatregel past bij dit filter").is_visible()
        page.get_by_role("button", name="Alles tonen").click()
        expect(page.locator("[data-item][hidden]")).to_have_count(0)
        assert shown(page) == everything


def test_the_search_looks_in_quotes_without_accents_or_case(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["one"]) as page:
        page.get_by_label("Zoek in maatregelen en citaten").fill("  URGENTIEVERKLARING   gezinnen ")
        texts = page.eval_on_selector_all(
            "[data-item]:not([hidden])", "items => items.map(i => i.textContent.toLowerCase())"
        )
        assert texts
        assert all("urgentieverklaring" in text and "gezinnen" in text for text in texts)
        page.get_by_label("Zoek in maatregelen en citaten").fill("clienten")
        texts = page.eval_on_selector_all(
            "[data-item]:not([hidden])", "items => items.map(i => i.textContent)"
        )
        assert any("cliënten" in text for text in texts)
        page.get_by_label("Zoek in maatregelen en citaten").fill("qwertyuiop")
        assert shown(page) == []


@pytest.mark.parametrize("word", ["gedekt", "pagina", "zekerheid 8", "p. 4", "onzeker"])
def test_the_search_does_not_find_labels(
    browser: Browser, pages: dict[str, Path], checked: list[Report], word: str
) -> None:
    texts = {
        m.id: " ".join(
            [m.id, m.text, *(f"{e.quote} {e.section}" for e in m.judgement.evidence)]
        ).lower()
        for m in checked[0].measures
    }
    with Tab(browser, pages["one"]) as page:
        page.get_by_label("Zoek in maatregelen en citaten").fill(word)
        assert shown(page) == [
            key for key, text in texts.items() if all(part in text for part in word.split())
        ]
        assert len(shown(page)) < 10


def test_the_search_finds_ids_headings_and_other_apostrophes(
    browser: Browser, pages: dict[str, Path], checked: list[Report]
) -> None:
    with Tab(browser, pages["one"]) as page:
        search = page.get_by_label("Zoek in maatregelen en citaten")
        search.fill("v1.1a")
        assert shown(page) == ["V1.1a"]
        section = checked[0].measures[0].judgement.evidence[0].section
        search.fill(section)
        assert "V1.1a" in shown(page)
        search.fill("’s nachts")
        curly = shown(page)
        search.fill("'s nachts")
        assert shown(page) == curly


def test_a_theme_says_how_many_are_left_and_paper_what_was_chosen(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["one"]) as page:
        counts = page.locator("[data-group-count]")
        assert not [count for count in counts.all() if count.is_visible()]
        page.get_by_label("Zoek in maatregelen en citaten").fill("huur")
        page.locator("form").get_by_label("gedekt").check()
        for group in page.locator("[data-group]:not([hidden])").all():
            left = group.locator("[data-item]:not([hidden])").count()
            all_ = group.locator("[data-item]").count()
            assert group.locator("[data-group-count]").inner_text().startswith(f"{left} van de ")
            assert f" {all_} maatregelen" in group.locator("[data-group-count]").inner_text()
        assert page.locator("[data-chosen]").is_hidden()
        page.emulate_media(media="print")
        assert page.locator("[data-chosen]").inner_text() == "(gedekt; “huur”)"
        assert page.locator(".absent-list").is_hidden()
        page.emulate_media(media="screen")
        page.get_by_role("button", name="Alles tonen").click()
        expect(counts.first).to_be_hidden()


def test_that_nothing_fits_is_told_where_a_screen_reader_listens(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["english"]) as page:
        page.get_by_label("Search measures and quotes").fill("qwertyuiop")
        assert page.get_by_role("status").inner_text().startswith("No measure matches this filter.")


def test_several_programmes_are_filtered_together(browser: Browser, pages: dict[str, Path]) -> None:
    with Tab(browser, pages["several"]) as page:
        assert len(shown(page)) == 228
        page.get_by_label("Programma", exact=True).select_option("p2")
        assert len(shown(page)) == 114
        assert page.locator("#p1").is_hidden()
        assert page.locator("#p3").is_visible()  # nothing in it was filtered away
        page.locator(".index a").first.click()  # leads to what the filter hides: shows it again
        assert page.locator("#p1").is_visible()


def test_a_link_to_a_measure_that_is_filtered_away_shows_it(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["one"]) as page:
        page.locator("form").get_by_label("gedekt").check()
        link = page.locator(".absent-list a").first
        target = page.locator(f'[id="{(link.get_attribute("href") or "")[1:]}"]')
        assert target.is_hidden()
        link.click()
        assert target.is_visible()
        assert target.evaluate("item => item.matches(':target')")


def test_every_absent_measure_is_listed(
    browser: Browser, pages: dict[str, Path], checked: list[Report]
) -> None:
    absent = [m.id for m in checked[0].measures if m.judgement.verdict == "absent"]
    with Tab(browser, pages["one"]) as page:
        assert page.locator(".absent-list li .id").all_inner_texts() == absent


def test_links_open_the_programme_at_the_page_of_the_quote(
    browser: Browser, pages: dict[str, Path], folder: Path
) -> None:
    with Tab(browser, pages["one"]) as page:
        quotes = page.eval_on_selector_all(
            ".quote",
            "all => all.map(q => [q.querySelector('a').href, q.querySelector('p').innerText])",
        )
    assert len(quotes) > 50
    texts: dict[tuple[str, int], str] = {}
    for address, quote in quotes:
        url, number = re.fullmatch(r"(.*)#page=(\d+)", address).groups()  # type: ignore[union-attr]
        path = Path(urllib.request.url2pathname(urllib.parse.urlsplit(url).path))
        assert path.parent.parent == folder
        key = (str(path), int(number))
        if key not in texts:
            document = pypdfium2.PdfDocument(path)
            sides = [p for p in (key[1], key[1] + 1) if p <= len(document)]
            text = "".join(document[p - 1].get_textpage().get_text_range() for p in sides)
            texts[key] = re.sub(r"\W", "", text)
        words = re.sub(r"\W", "", quote)
        assert words[:20] in texts[key], (quote, number)


def test_it_works_by_keyboard(browser: Browser, pages: dict[str, Path]) -> None:
    with Tab(browser, pages["one"]) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        box = page.locator(".skip").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "verdict":
                break
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        page.keyboard.press("Space")
        assert 0 < len(shown(page)) < 114
        for _ in range(8):
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.type") == "reset"
        page.keyboard.press("Enter")
        expect(page.locator("[data-item][hidden]")).to_have_count(0)
        assert len(shown(page)) == 114


def test_without_script_all_is_there_and_no_filter(
    browser: Browser, pages: dict[str, Path]
) -> None:
    with Tab(browser, pages["one"], java_script_enabled=False) as page:
        assert page.locator("form").is_hidden()
        assert page.locator("[data-item]").count() == 114
        assert page.locator("[data-item]").last.is_visible()
        assert page.get_by_text("Geen maatregel past bij dit filter").is_hidden()


def test_it_prints_every_measure_and_no_filter(
    browser: Browser, pages: dict[str, Path], checked: list[Report]
) -> None:
    with Tab(browser, pages["one"]) as page:
        page.emulate_media(media="print")
        assert page.locator("form").is_hidden()
        paper = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=False)))
    text = " ".join(" ".join(sheet.extract_text().split()) for sheet in paper.pages)
    assert [m.id for m in checked[0].measures if m.id not in text] == []
    assert "p. 4 (gedrukt 2)" in text


def test_what_was_put_into_the_file_does_not_run(
    browser: Browser, pages: dict[str, Path], tmp_path: Path
) -> None:
    evil = (
        "<script>window.evil = 1</script><img src='https://example.invalid/x' onerror='evil=2'>"
        "<style>main { display: none }</style><p style='color: red'>x</p></main>"
    )
    file = tmp_path / "evil.html"
    file.write_text(pages["one"].read_text("utf-8").replace("</main>", evil), encoding="utf-8")
    tab = Tab(browser, file)
    with tab as page:
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.evil") is None
        assert tab.answers == [file.as_uri()]
        assert page.locator("main").is_visible()
        assert len(tab.complaints) >= 3
        assert all("Content Security Policy" in text for text in tab.complaints)


def test_what_could_not_be_read_is_said_plainly(browser: Browser, pages: dict[str, Path]) -> None:
    with Tab(browser, pages["unreadable"]) as page:
        text = page.locator("body").inner_text()
        assert "Er is geen enkele maatregel beoordeeld" in text
        assert "%" not in text.replace("programma's 50%", "")
    with Tab(browser, pages["partly"]) as page:
        assert "2, 5–6" in page.get_by_role("note").inner_text()
        absent = page.locator("[data-item][data-verdict=absent]")
        for text in absent.all_inner_texts():
            assert "niet gevonden op de pagina's die gelezen konden worden" in text


def test_the_page_is_light(pages: dict[str, Path]) -> None:
    assert pages["one"].stat().st_size < 400_000
