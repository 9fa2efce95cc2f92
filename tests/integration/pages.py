"""Is a quote on its pages? The words of pages by another reader, and the search for a quote."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from manifesto_check.evaluation.annotations import words
from manifesto_check.model import Evidence

HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010\ufffe\x02]+\s*(?=\w)")


def joined_words(text: str) -> list[str]:
    """Return the words of a text, without ligatures and with hyphens inside words left out.

    A hyphen at a line's end may belong to the word (``mbo-instelling``) or not;
    readers differ in what they make of it.
    """
    return words(HYPHEN.sub("", unicodedata.normalize("NFKC", text)))


def by_poppler(pdf: Path, *options: str) -> list[list[str]]:
    """Return the words of each page as poppler's ``pdftotext`` reads them.

    Without options it chooses a reading order, which runs through columns that
    stand close together; with ``-raw`` it keeps the order of the file.
    """
    command = ["pdftotext", "-enc", "UTF-8", *options, str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return [joined_words(page) for page in done.stdout.decode("utf-8", "replace").split("\f")]


def is_on_its_pages(evidence: Evidence, pages: Sequence[Sequence[str]]) -> bool:
    """Say whether a quote's words follow each other on its page, or run from it to ``page_end``.

    Between two pages a footer and a header may stand, so a quote that runs on
    may be cut once, anywhere, also inside a word.
    """
    quote = " ".join(joined_words(evidence.quote))
    first, last = pages[evidence.page - 1], pages[evidence.page_end - 1]
    if not quote or evidence.page == evidence.page_end:
        return bool(quote) and holds(first, quote)
    return any(
        holds(first, quote[:cut].rstrip()) and holds(last, quote[cut:].lstrip())
        for cut in range(1, len(quote))
    )


def holds(page: Sequence[str], quote: str) -> bool:
    """Say whether the words of ``quote`` follow each other on a page."""
    return f" {quote} " in f" {' '.join(page)} "
