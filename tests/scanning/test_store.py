"""The store keeps what it was given, whole or not at all, and knows what was done."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from scan_helpers import outcome, rows

from manifesto_check.model import Status
from manifesto_check.scanning.outcomes import Cause, Failure, Outcome
from manifesto_check.scanning.reports import reports_of
from manifesto_check.scanning.settings import Settings
from manifesto_check.scanning.store import Store, StoreError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "results.db"


def test_results_are_there_with_their_metadata(path: Path, settings: Settings) -> None:
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.add_columns(["party", 'Raar "naam"; DROP TABLE quotes'])
        about = {"party": "Dijk", 'Raar "naam"; DROP TABLE quotes': 3}
        store.record("a.pdf", "ab", number, outcome(), about)
    found = rows(path)
    assert found["verdicts"][0] == ("a.pdf", "A1.1a", "covered", 0.9, 0.7, 0)
    assert len(found["verdicts"]) == 3
    [quote] = found["quotes"]
    assert quote == ("a.pdf", "A1.1a", 1, 2, 3, "1", None, "Wonen", "Wij bouwen huizen.", 0.8, 0)
    [programme] = found["programmes"]
    assert programme[:6] == ("a.pdf", "ab", "read", 12, 3400, "Samen")
    assert programme[-3:-1] == ("Dijk", 3)
    assert found["theme_coverage"][1] == ("a.pdf", "A2", None, 0, 0, 0, 0)


def test_the_views_give_every_row_its_words(path: Path, settings: Settings) -> None:
    with Store.create(path) as store:
        store.record("a.pdf", "ab", store.add_settings(settings), outcome(), {})
    with Store.read_only(path) as store:
        read = store.connection.execute
        assert read("SELECT path, text, verdict FROM all_verdicts LIMIT 1").fetchone() == (
            "a.pdf",
            "Bouw meer sociale huurwoningen",
            "covered",
        )
        assert read("SELECT title, coverage FROM all_themes").fetchall() == [
            ("Wonen", 50.0),
            ("Alleen genoemd", None),
        ]
        assert read("SELECT quote, verdict, page FROM all_quotes").fetchall() == [
            ("Wij bouwen huizen.", "covered", 2)
        ]


def test_a_new_result_takes_the_place_of_the_old(path: Path, settings: Settings) -> None:
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.record("a.pdf", "ab", number, outcome(), {})
        failed = Outcome(cause=Cause.failure(Failure.TIMEOUT, limit=5))
        store.record("a.pdf", "ab", number, failed, {})
        assert store.status("a.pdf") is Status.UNREADABLE
        assert store.find("a.pdf", "ab", number) == "TIMEOUT"
    found = rows(path)
    assert found["verdicts"] == found["quotes"] == []
    assert found["programmes"][0][-4].startswith("niet klaar binnen 5 seconden")
    assert found["programmes"][0][-3].startswith("not finished within 5 seconds")


def test_what_was_done_is_known_by_content_and_settings(path: Path, settings: Settings) -> None:
    other = replace(settings, dutch_model="nl_core_news_md")
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.record("a.pdf", "ab", number, outcome(), {})
        assert store.add_settings(settings) == number
        assert store.find("a.pdf", "ab", number) == ""
        assert store.find("a.pdf", "other content", number) is None
        assert store.find("a.pdf", "ab", store.add_settings(other)) is None


def test_the_same_content_elsewhere_is_copied(path: Path, settings: Settings) -> None:
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.add_columns(["party"])
        store.record("a.pdf", "ab", number, outcome(), {"party": "Dijk"})
        assert store.copy("b.pdf", "ab", number, {"party": "Duin"})
        assert not store.copy("c.pdf", "cd", number, {})
    found = rows(path)
    assert [row[0] for row in found["quotes"]] == ["a.pdf", "b.pdf"]
    assert [row[-2] for row in found["programmes"]] == ["Dijk", "Duin"]


def test_of_the_same_text_under_another_extension_nothing_is_copied(
    path: Path, settings: Settings
) -> None:
    """The extension tells Markdown from text."""
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.record("a.md", "ab", number, outcome(), {})
        assert not store.copy("a.txt", "ab", number, {})
        assert store.copy("b.MD", "ab", number, {})


def test_failed_work_is_not_copied(path: Path, settings: Settings) -> None:
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.record("a.pdf", "ab", number, Outcome(cause=Cause("CRASH")), {})
        assert not store.copy("b.pdf", "ab", number, {})


@pytest.mark.parametrize("change", ["list_data", "dutch_model"])
def test_a_change_of_what_results_depend_on_changes_the_key(
    settings: Settings, change: str
) -> None:
    value = {"list_data": settings.list_data + b"\n", "dutch_model": "nl_core_news_md"}[change]
    assert replace(settings, **{change: value}).key != settings.key
    assert replace(settings, password="geheim").key == settings.key


def test_the_key_changes_with_version_and_model(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from manifesto_check.scanning import settings as module

    before = settings.key
    monkeypatch.setattr(module, "__version__", "99")
    assert replace(settings).key != before
    monkeypatch.undo()
    monkeypatch.setattr(module, "model_digest", lambda: "other weights")
    assert replace(settings).key != before


def test_a_full_disk_is_told_and_leaves_nothing_half(path: Path, settings: Settings) -> None:
    with Store.create(path) as store:
        number = store.add_settings(settings)
        store.record("a.pdf", "ab", number, outcome(), {})
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        before = rows(path)
        with pytest.raises(StoreError, match="de schijf is vol"):
            store.record("b.pdf", "cd", number, outcome(quote="lang " * 20_000), {})
    assert rows(path) == before


def test_a_lone_surrogate_is_stored_as_a_question_mark(path: Path, settings: Settings) -> None:
    with Store.create(path) as store:
        store.record("a.pdf", "ab", store.add_settings(settings), outcome(quote="a\ud800b"), {})
    assert rows(path)["quotes"][0][-3] == "a?b"


def test_another_file_is_left_alone(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4 geen database, maar een programma van een partij, en nog wat meer")
    with pytest.raises(StoreError, match="geen database"):
        Store.create(path)
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE klanten (naam TEXT)")
    connection.close()
    for way in (Store.create, Store.read_only):
        with pytest.raises(StoreError, match="niet van manifesto-check"):
            way(path)


def test_a_later_version_of_the_tables_is_told(path: Path) -> None:
    with Store.create(path) as store:
        store.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="andere versie"):
        Store.read_only(path)


def test_reading_makes_no_store(path: Path) -> None:
    with pytest.raises(StoreError, match="bestaat niet"):
        Store.read_only(path)
    path.touch()
    with pytest.raises(StoreError, match="leeg"):
        Store.read_only(path)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kan hier niet geschreven"):
        Store.create(tmp_path / "weg" / "results.db")


def test_a_store_from_before_ocr_gets_its_columns(path: Path, settings: Settings) -> None:
    with Store.create(path) as store:
        store.record("a.pdf", "ab", store.add_settings(settings), outcome(), {})
        execute = store.connection.execute
        for view in ("all_quotes", "all_verdicts", "all_themes"):
            execute(f"DROP VIEW {view}")
        execute("ALTER TABLE quotes DROP COLUMN ocr")
        execute("ALTER TABLE programmes DROP COLUMN ocr_pages")
        execute("CREATE VIEW all_quotes AS SELECT quote FROM quotes")
    with Store.read_only(path) as store:
        [report] = reports_of(store)
        assert report.programme.ocr_pages == ()
        assert [e.ocr for m in report.measures for e in m.judgement.evidence][:1] == [False]
        assert store.own_columns() == []
    with Store.create(path) as store:
        read_again = outcome()
        assert read_again.report is not None
        read_again.report["programme"]["ocr_pages"] = [2]
        read_again.report["measures"][0]["evidence"][0]["ocr"] = True
        store.record("b.pdf", "cd", store.add_settings(settings), read_again, {})
        found = store.connection.execute("SELECT path, ocr FROM all_quotes ORDER BY path")
        assert found.fetchall() == [("a.pdf", 0), ("b.pdf", 1)]
        pages = store.connection.execute("SELECT ocr_pages FROM programmes ORDER BY path")
        assert pages.fetchall() == [("[]",), ("[2]",)]
        assert [report.programme.ocr_pages for report in reports_of(store)] == [(), (2,)]
        assert store.own_columns() == []


def test_scans_that_begin_at_the_same_moment_make_one_store(tmp_path: Path) -> None:
    for number in range(20):
        path, together = tmp_path / f"{number}.db", threading.Barrier(6)

        def make(path: Path = path, together: threading.Barrier = together) -> None:
            together.wait()
            Store.create(path).close()

        with ThreadPoolExecutor(6) as executor:
            for made in [executor.submit(make) for _ in range(6)]:
                made.result()
        Store.read_only(path).close()
