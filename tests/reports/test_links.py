import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.reports.links import page_link


@pytest.mark.parametrize(
    ("path", "folder", "link"),
    [
        ("programma.pdf", None, "programma.pdf#page=12"),
        ("programma.pdf", "uit", "../programma.pdf#page=12"),
        ("a/b/programma.PDF", "a/uit", "../b/programma.PDF#page=12"),
        ("./a//b.pdf", None, "a/b.pdf#page=12"),
        ("/srv/x.pdf", "/srv/uit", "../x.pdf#page=12"),
        ("'26/D66 – é.pdf", None, "%2726/D66%20%E2%80%93%20%C3%A9.pdf#page=12"),
        ("a#b?c&d.pdf", None, "a%23b%3Fc%26d.pdf#page=12"),
        ("100%.pdf", None, "100%25.pdf#page=12"),
        ("javascript:alert(1).pdf", None, "javascript%3Aalert%281%29.pdf#page=12"),
        ("half\udcff.pdf", None, "half%FF.pdf#page=12"),
    ],
)  # fmt: skip
def test_a_link_leads_from_the_folder_to_the_page(path: str, folder: str | None, link: str) -> None:
    assert page_link(path, 12, None if folder is None else Path(folder)) == link


def test_without_a_page_it_leads_to_the_file() -> None:
    assert page_link("a.pdf", None, None) == "a.pdf"


def test_where_no_way_leads_there_the_link_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """As from one drive of Windows to another."""

    def no_way(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", no_way)
    link = page_link("/srv/a b.pdf", 3, Path("/srv"))
    assert link.startswith("file:///")
    assert link.endswith("/srv/a%20b.pdf#page=3")


@given(st.text(min_size=1), st.integers(1, 9999))
def test_no_name_makes_it_leave_the_disk(path: str, page: int) -> None:
    link = page_link(path, page, None)
    assert link.isascii()
    assert not set(link) & set(" \"'<>?()\\")
    assert ":" not in link or link.startswith("file:///")
    assert not link.startswith("//")
