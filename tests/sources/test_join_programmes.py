"""Several files that are one programme."""

from __future__ import annotations

import hashlib

import pytest

from manifesto_check.model import Page, PageState, Programme, Status
from manifesto_check.sources import join_programmes


def test_pages_run_on_over_the_files(reading):
    first, second = reading("over_the_page"), reading("headings")
    whole = join_programmes([first, second])
    assert whole.path == f"{first.path} + {second.path}"
    assert [page.number for page in whole.pages] == [1, 2, 3, 4]
    assert whole.files == ((first.path, len(first.pages)), (second.path, len(second.pages)))
    assert [page.label for page in whole.pages] == ["1", "2", "3", None]
    assert whole.blocks[: len(first.blocks)] == first.blocks
    assert whole.blocks[-1].page_at(0) == 4
    hashes = f"{first.sha256}\n{second.sha256}"
    assert whole.sha256 == hashlib.sha256(hashes.encode()).hexdigest()


def test_one_unreadable_file_makes_the_whole_partly_read(reading):
    scans = reading("only_scans")
    whole = join_programmes([reading("headings"), scans])
    assert whole.status is Status.PARTLY_READ
    assert whole.unreadable_pages == (2, 3)
    assert join_programmes([scans, scans]).unreadable_reason == scans.unreadable_reason


def test_one_programme_stays_itself():
    programme = Programme("a.pdf", "0", (Page(1, None, PageState.READ),), ())
    assert join_programmes([programme]) is programme
    with pytest.raises(ValueError, match="at least one"):
        join_programmes([])
