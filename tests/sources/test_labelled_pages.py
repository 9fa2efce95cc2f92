"""Pages that are pictures of text are told from photos, dividers and blanks."""

from __future__ import annotations

import pytest
from make_pages import PAGES, LabelledPage

from manifesto_check.model import PageState
from manifesto_check.sources.pdf import PdfSource


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_known_for_what_it_is(page: LabelledPage) -> None:
    [read] = PdfSource().read(page.make(), "page.pdf").pages
    assert (read.state is PageState.UNREADABLE) is page.shows_text
