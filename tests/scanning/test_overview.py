"""The overview's pages: right figures, nothing hostile, and quotes only in pages of their own."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from scan_helpers import environment, outcome

from manifesto_check.model import Verdict
from manifesto_check.reports.interface import Language
from manifesto_check.scanning.outcomes import Cause, Outcome
from manifesto_check.scanning.overview.pages import overview_pages
from manifesto_check.scanning.settings import Settings
from manifesto_check.scanning.store import Store

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EVIL = "</script><script>document.title = 'geraakt'</script>"
QUOTE = "Wij bouwen duizend huizen."


@pytest.fixture
def path(tmp_path: Path, settings: Settings) -> Path:
    """A store with programmes of three parties and two years, one of them unreadable."""
    path = tmp_path / "results.db"
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.add_columns(["party", "municipality", "year"])
        rows = [
            ("a.pdf", outcome(Verdict.COVERED, QUOTE), "Dijk", 2026),
            ("b.pdf", outcome(Verdict.PARTIAL, EVIL), EVIL, 2026),
            ("c.pdf", outcome(Verdict.ABSENT), "Dijk", 2022),
            ("d.pdf", Outcome(cause=Cause("ENCRYPTED")), "Leeg", 2026),
        ]
        for name, result, party, year in rows:
            about = {"party": party, "municipality": "Waterveen", "year": year}
            store.record(name, name, number, result, about)
    return path


def pages_of(path: Path, folder: Path, language: Language = Language.NL) -> dict[str, str]:
    with Store.read_only(path) as store:
        return {n: page.decode("utf-8") for n, page in overview_pages(store, folder, language)}


def data_of(index: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', index, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_the_first_page_has_all_verdicts_and_no_quotes(path: Path, tmp_path: Path) -> None:
    pages = pages_of(path, tmp_path)
    assert sorted(pages) == ["index.html", *(f"p/000{n}-{c}.html" for n, c in enumerate("abcd", 1))]
    data = data_of(pages["index.html"])
    assert data["verdicts"] == ["caa", "paa", "aaa", ""]
    assert data["groups"][2] == ["2022", "2026"]
    assert "duizend" not in pages["index.html"]
    assert "Overzicht van 4 programma" in pages["index.html"]
    assert "3 gelezen, 0 deels gelezen, 1 niet leesbaar" in pages["index.html"]


def test_a_programme_has_its_quotes_and_an_unreadable_one_its_reason(
    path: Path, tmp_path: Path
) -> None:
    pages = pages_of(path, tmp_path, Language.EN)
    assert QUOTE in pages["p/0001-a.html"]
    assert re.search(r'href="[^":]*a\.pdf#page=2"', pages["p/0001-a.html"])
    assert "This PDF is encrypted" in pages["p/0004-d.html"]
    assert "<blockquote" not in pages["p/0004-d.html"]


def test_what_is_uncertain_or_was_not_read_is_said(path: Path, tmp_path: Path) -> None:
    with Store.create(path) as store:
        connection = store.connection
        connection.execute(
            "UPDATE programmes SET status = 'partly-read', unreadable_pages = '[3, 7, 8, 9]', "
            "words = 40 WHERE path = 'a.pdf'"
        )
        connection.execute("UPDATE verdicts SET confidence = 0.41 WHERE measure LIKE '%1%'")
    pages = pages_of(path, tmp_path)
    assert data_of(pages["index.html"])["notes"][0] == (
        "niet gelezen: p. 3, 7–9; weinig tekst: 40 woorden"
    )
    page = pages["p/0001-a.html"]
    assert "3, 7–9" in page
    assert "40 woorden" in page
    assert "onzeker" in page
    assert "41%" in page


def test_no_text_becomes_markup(path: Path, tmp_path: Path) -> None:
    for page in pages_of(path, tmp_path).values():
        assert EVIL not in page
        assert page.count("<script") == page.count("</script>") <= 2


def test_an_empty_store_makes_a_page(tmp_path: Path, settings: Settings) -> None:
    with Store.create(tmp_path / "r.db") as store:
        store.add_settings(settings)
    assert list(pages_of(tmp_path / "r.db", tmp_path)) == ["index.html"]


def test_programmes_of_another_list_are_named(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "anders.yaml"
    other.write_text((tmp_path / "lijst.yaml").read_text() + "\n", encoding="utf-8")
    with Store.create(path) as store:
        number = store.add_settings(Settings.load(other))
        store.record("e.pdf", "e", number, outcome(), {})
    index = pages_of(path, tmp_path)["index.html"]
    assert "Met een andere lijst gecontroleerd, en hier weggelaten: 1." in index


def overview(path: Path, output_dir: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "manifesto_check", "overview", path, "--output-dir", output_dir],
        capture_output=True,
        text=True,
        cwd=path.parent,
        env=environment(),
        check=False,
        timeout=120,
    )


def test_a_file_in_place_of_the_folder_is_named(path: Path) -> None:
    done = overview(path, path.name)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{path.name}: dit is geen map" in done.stderr


def test_the_command_makes_the_pages(path: Path, tmp_path: Path) -> None:
    done = overview(path, "site")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "site/index.html").is_file()
    assert len(list((tmp_path / "site/p").iterdir())) == 4


@pytest.mark.system
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_choosing_searching_and_sorting_in_a_browser(path: Path, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    for name, text in pages_of(path, tmp_path).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        problems: list[str] = []
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto((tmp_path / "index.html").as_uri())
        first = page.locator("#measure-table tbody tr").first
        assert first.locator("td").nth(1).inner_text() == "67%"  # two of three readable ones
        page.select_option("#by-party", label="Dijk")
        assert page.locator("#selected").inner_text() == "2 van 3 leesbare programma's"
        assert first.locator("td").nth(1).inner_text() == "50%"
        page.select_option("#by-year", label="2022")
        assert first.locator("td").nth(1).inner_text() == "0%"
        page.get_by_role("button", name="Wis keuze").click()
        page.wait_for_function("document.querySelectorAll('#programme-table tbody tr').length == 4")
        page.fill("#find-measure", "HUISUITZETTING")
        assert page.locator("#measure-table tbody tr").count() == 1
        page.fill("#find-programme", "c.pdf")
        assert page.locator("#programme-table tbody tr").count() == 1
        page.fill("#find-programme", "")
        page.locator("#programme-table [data-sort=covered]").click()
        assert page.locator("#programme-table tbody a").first.inner_text() == "Dijk Waterveen 2026"
        page.select_option("#group-by", label="Jaar")
        assert page.locator("#group-table tbody th").all_inner_texts() == ["2026", "2022"]
        assert page.title() != "geraakt"
        page.locator("#programme-table tbody a").first.click()
        assert QUOTE in page.locator("blockquote").inner_text()
        assert problems == []
        browser.close()
