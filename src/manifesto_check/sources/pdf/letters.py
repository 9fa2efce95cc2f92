"""The letters of pages, and where in them a quote stands.

A quote was joined from lines: its white space was folded, its hyphens mended,
its ligatures taken apart. What it has in common with the page is its letters
and digits, so only these are compared.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

LINE_END = "\r\n\ufffe\x02"  # pdfium marks a hyphen there as U+FFFE or U+0002
FIRST_PIECE = 12  # letters: what is shorter is found in too many places to begin with
NEXT_PIECE = 3
MOST_PIECES = 60  # a quote has at most 60 words
MOST_LOST = 4  # letters


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one page that follow each other: ``first`` up to and with ``last``."""

    page: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PageLetters:
    """The letters of one page.

    Attributes:
        page: its number, from 1.
        text: its characters.
        letters: its letters and digits as :func:`letters_of` gives them.
        indices: of each of these the place in ``text``.
        starts: places in ``letters`` where a line begins, ascending.
    """

    page: int
    text: str
    letters: str
    indices: Sequence[int]
    starts: Sequence[int]


@lru_cache(maxsize=4096)
def letters_of(char: str) -> str:
    """Return the letters and digits in a character, without accents and case.

    >>> letters_of("É"), letters_of("ﬁ"), letters_of("-")
    ('e', 'fi', '')
    """
    parts = unicodedata.normalize("NFKD", char).casefold()
    return "".join(part for part in parts if part.isalnum())


def page_letters(page: int, text: str) -> PageLetters:
    """Take the letters out of the text of a page, in the order of the page's content."""
    letters: list[str] = []
    indices: list[int] = []
    starts: list[int] = []
    new_line = True
    for index, char in enumerate(text):
        found = letters_of(char)
        if char in LINE_END:
            new_line = True
        if found and new_line:
            starts.append(len(indices))
            new_line = False
        for letter in found:
            letters.append(letter)
            indices.append(index)
    return PageLetters(page, text, "".join(letters), indices, starts)


def find_runs(quote: str, pages: Sequence[PageLetters]) -> list[Run]:
    """Find a quote on its pages.

    Args:
        quote: as the report has it.
        pages: the page where it begins and those that it may run on to, in order.

    Returns:
        The runs of characters that make the quote, in its order; none where
        it is not (nearly) all there.
    """
    wanted = "".join(map(letters_of, quote))
    text = "".join(page.letters for page in pages)
    if not wanted:
        return []
    places = _all_places(wanted, text)
    if not places:
        return _runs(_pieces(wanted, text, _line_starts(pages)), pages)
    found = [_runs([(place, place + len(wanted))], pages) for place in places]
    return max(found, key=lambda runs: _signs_in_common(quote, runs, pages))


def _all_places(wanted: str, text: str) -> list[int]:
    places = []
    place = text.find(wanted)
    while place >= 0:
        places.append(place)
        place = text.find(wanted, place + 1)
    return places


def _signs_in_common(quote: str, runs: Sequence[Run], pages: Sequence[PageLetters]) -> int:
    """Tell a sentence from the pull quote that repeats it: by the signs before and after."""
    texts = {page.page: page.text for page in pages}
    known = [place for place, char in enumerate(quote) if letters_of(char)]
    before, after = quote[: known[0]], quote[known[-1] + 1 :]
    first, last = runs[0], runs[-1]
    starts = texts[first.page][max(first.first - len(before), 0) : first.first] == before
    ends = texts[last.page][last.last + 1 : last.last + 1 + len(after)] == after
    return starts + ends


def _line_starts(pages: Sequence[PageLetters]) -> list[int]:
    starts: list[int] = []
    offset = 0
    for page in pages:
        starts += [offset + place for place in page.starts]
        offset += len(page.letters)
    return starts


def _pieces(wanted: str, text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Find a text that is cut in pieces, such as lines between which another column was written.

    It is followed as far as it goes. Where it breaks off it goes on with whole
    lines if there are such, else with the longest piece, and with the nearest
    after the last one if there are several. A few letters may be nowhere: the
    number of an item in the margin, the 2 of CO2.
    """
    spans: list[tuple[int, int]] = []
    done = lost = 0
    while done < len(wanted) and len(spans) < MOST_PIECES and lost <= MOST_LOST:
        after = spans[-1][1] if spans else 0
        span = _next_piece(wanted[done:], text, starts, after, first=not spans)
        if span is None:
            lost += 1
            done += 1
            continue
        spans.append(span)
        done += span[1] - span[0]
    return spans if done == len(wanted) and lost <= MOST_LOST else []


def _next_piece(
    rest: str, text: str, starts: Sequence[int], after: int, *, first: bool
) -> tuple[int, int] | None:
    best: tuple[bool, int, int] | None = None
    span = None
    seed = rest[: FIRST_PIECE if first else NEXT_PIECE]
    place = text.find(seed)
    while place >= 0:
        stop = _end_of_match(rest, text, place, place + len(seed))
        whole = stop - place == len(rest)
        if not whole:
            stop = _back_to_line_end(starts, place, stop)
        lines = _begins_line(starts, place) and (whole or _begins_line(starts, stop))
        distance = place - after if place >= after else len(text) + after - place
        rank = (lines, stop - place, -distance)
        if best is None or rank > best:
            best, span = rank, (place, stop)
        place = text.find(seed, place + 1)
    return span


def _end_of_match(rest: str, text: str, place: int, stop: int) -> int:
    limit = min(place + len(rest), len(text))
    while stop < limit and rest[stop - place] == text[stop]:
        stop += 1
    return stop


def _back_to_line_end(starts: Sequence[int], place: int, stop: int) -> int:
    """Give up a few letters of a next line: that they match is chance."""
    last = bisect_right(starts, stop) - 1
    near = last >= 0 and place < starts[last] and stop - starts[last] <= NEXT_PIECE
    return starts[last] if near else stop


def _begins_line(starts: Sequence[int], place: int) -> bool:
    at = bisect_left(starts, place)
    return at < len(starts) and starts[at] == place


def _runs(spans: Sequence[tuple[int, int]], pages: Sequence[PageLetters]) -> list[Run]:
    """Turn places in the pages' joined letters into runs of the pages' characters."""
    runs: list[Run] = []
    for start, stop in spans:
        low = 0
        for page in pages:
            first, last = max(start - low, 0), min(stop - low, len(page.letters))
            if first < last:
                runs.append(Run(page.page, page.indices[first], page.indices[last - 1]))
            low += len(page.letters)
    return runs
