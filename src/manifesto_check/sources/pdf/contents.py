"""The table of contents: lines that end in rising page numbers, or repeat the headings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from manifesto_check.sources.pdf.layout import Line

MIN_ENTRIES = 4
MIN_REPEATED = 8  # lines that come back later, for a contents list without a title
MIN_PLACES = 3  # pages on which they come back
LAST_PAGE = 16  # no table of contents begins after this page
_TITLE = re.compile(
    r"(?:\d+\s+)?(?:inhoud|inhouds\s?opgave|inhoudstafel|contents)\W*\d*", re.IGNORECASE
)
_ENTRY = re.compile(r".*?(?:[\s.…·_]{1,}|\.{3,})(\d{1,3})(?:\s*[-–]\s*\d{1,3})?")
_LEADERS = re.compile(r"(?:[.…·_]\s?){4,}")
_NUMBER = re.compile(r"(\d{1,3})")
_PROSE_END = re.compile(r"[.!?;:][\"”’)]*$")
_LETTERS = re.compile(r"[^\W\d_]+")


def contents(flows: Sequence[Sequence[Line]], pages: int) -> set[int]:
    """Find the lines of the table of contents.

    Args:
        flows: the columns of the document, in reading order.
        pages: how many pages it has.

    Returns:
        The ids of its lines.
    """
    by_page: dict[int, list[Line]] = {}
    for flow in flows:
        for line in flow:
            by_page.setdefault(line.page, []).append(line)
    found: set[int] = set()
    later = _later_lines(by_page)
    running = False
    for page in sorted(by_page):
        if page > LAST_PAGE and not running:
            break
        lines = by_page[page]
        chosen = _entries(lines, pages, running) or _repeated_headings(lines, later)
        found.update(id(line) for line in chosen)
        running = bool(chosen) and (running or page <= LAST_PAGE)
    return found


def _letters(text: str) -> str:
    return " ".join(_LETTERS.findall(text.lower()))


def _later_lines(by_page: dict[int, list[Line]]) -> dict[str, int]:
    """Map the letters of each short line to the last page it stands on."""
    later: dict[str, int] = {}
    for page, lines in by_page.items():
        short = [_letters(line.text) if len(line.text) < 90 else "" for line in lines]
        pairs = [f"{one} {two}" for one, two in itertools.pairwise(short)]
        for key in (*short, *pairs):
            later[key] = max(page, later.get(key, 0))
    return later


def _number_at_end(line: Line) -> int | None:
    text = line.text.strip()
    match = _NUMBER.fullmatch(text) or _ENTRY.fullmatch(text)
    return int(match[1]) if match else None


def _entries(lines: list[Line], pages: int, running: bool) -> list[Line]:
    """Return a page's lines from the first to the last entry, where they are a contents list."""
    title = next((i for i, line in enumerate(lines) if _TITLE.fullmatch(line.text.strip())), None)
    numbered = [
        (place, number)
        for place, line in enumerate(lines)
        if (number := _number_at_end(line)) is not None and number <= 3 * pages + 20
    ]
    leaders = sum(bool(_LEADERS.search(line.text)) for line in lines)
    needed = 3 if title is not None or running or leaders >= 3 else MIN_ENTRIES
    if len(numbered) < needed or not _rising([number for _, number in numbered]):
        return []
    first = numbered[0][0] if title is None else min(title, numbered[0][0])
    last = numbered[-1][0]
    span = lines[first : last + 1]
    share = len(numbered) / len(span)
    if share < (0.25 if title is not None or leaders >= 3 else 0.5):
        return []
    while first > 0 and not _is_prose(lines[first - 1]) and first <= 3:
        first -= 1
    prose = _prose_runs(lines[first : last + 1])
    return [line for line in lines[first : last + 1] if id(line) not in prose]


def _rising(numbers: list[int]) -> bool:
    pairs = list(itertools.pairwise(numbers))
    return len(pairs) > 0 and sum(a <= b for a, b in pairs) >= 0.8 * len(pairs)


def _is_prose(line: Line) -> bool:
    return len(line.text) > 40 and _number_at_end(line) is None


def _prose_runs(lines: list[Line]) -> set[int]:
    """Return the ids of lines in runs of three or more long lines: those are real text."""
    runs: set[int] = set()
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and _is_prose(line):
            run.append(line)
            continue
        ends = any(_PROSE_END.search(member.text) for member in run)
        if len(run) >= 3 and ends:
            runs.update(id(member) for member in run)
        run = []
    return runs


def _repeated_headings(lines: list[Line], later: dict[str, int]) -> list[Line]:
    """Return the lines under a contents title that all come back later as lines of their own."""
    title = next((i for i, line in enumerate(lines) if _TITLE.fullmatch(line.text.strip())), None)
    start = 0 if title is None else title + 1
    rest = [line for line in lines[start:] if any(char.isalpha() for char in line.text)]
    again = [page for line in rest if (page := later.get(_letters(line.text), 0)) > line.page]
    if title is None:
        # Chapters begin on different pages; a page that comes back whole is text.
        several = len(set(again)) >= MIN_PLACES
        return lines if several and len(again) >= max(MIN_REPEATED, 0.7 * len(rest)) else []
    return lines[title:] if len(again) >= 0.5 * len(rest) else [lines[title]]
