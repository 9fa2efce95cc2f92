"""The source of web pages: all text of a page but what a site puts around it.

Programmes are long and cut in sections, folds and cards. trafilatura, which was
tried, looks for one article: of pages built so it kept one chapter, or left out
the lists and headings, and took news for the text. What is not read here would
be called absent. So everything stays that is not known to be of the site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import FileType, Programme, Reason
from manifesto_check.sources.contents import without_contents
from manifesto_check.sources.detecting import text_of
from manifesto_check.sources.html.pruning import prune
from manifesto_check.sources.html.walk import pieces_of_page
from manifesto_check.sources.pieces import MAX_CHARS, programme_of
from manifesto_check.sources.scraped import without_website
from manifesto_check.sources.typed import with_typed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATA_URL = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s%]*")
MAX_SOURCE = 4 * MAX_CHARS
"""Characters of a page's source, of which scripts and styles are mostly the larger part."""
MAX_TAGS = 300_000
"""Tags of a page; each takes memory, and the longest programmes have some ten thousand."""


class HtmlSource:
    """Reads web pages."""

    def read(self, data: bytes, path: str, *, password: str | None = None) -> Programme:
        """Read a whole page; see :class:`~manifesto_check.sources.ProgrammeSource`."""
        text = _without_pictures(text_of(data, path))
        if len(text) > MAX_SOURCE or text.count("<") > MAX_TAGS:
            raise ProgrammeError.of(Problem.TOO_LONG, path, limit=MAX_SOURCE // 1_000_000)
        tree = _tree(text)
        title = None if tree is None else tree.findtext(".//title")
        pieces = []
        if tree is not None:
            prune(tree)
            pieces = without_website(with_typed(pieces_of_page(tree)))
        return programme_of(
            without_contents(pieces),
            data,
            path,
            FileType.HTML,
            title=title,
            nothing=Reason.NO_MAIN_TEXT,
        )


def _without_pictures(text: str) -> str:
    """Return a page without the pictures that are saved in it; every line keeps its number."""
    return _DATA_URL.sub(lambda match: "\n" * match[0].count("\n"), text)


def _tree(text: str) -> HtmlElement | None:
    """Return the page as a tree; None where there is nothing in it."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
