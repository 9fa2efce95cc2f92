"""Running headers, footers and page numbers: found by what repeats at the same place.

A line near the edge of the page is furniture where its text, figures aside,
stands at the same height on several pages, or where it is a number that counts
with the pages. Headings that open chapters repeat too, but are set larger.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from manifesto_check.sources.pdf.labels import edge_numbers, numbering, page_number
from manifesto_check.sources.pdf.layout import Line, Sheet

EDGE = 0.14  # share of the page's height, above and below, where furniture is looked for
EDGE_LINES = 6
MIN_REPEATS = 3
MOSTLY = 0.6  # share of the places of a running title that are near the edge, at one height
EVERYWHERE = 0.4
MIN_EVERYWHERE = 5
MIN_LETTERS = 3
SAME_LINE = 2.0  # points between baselines
BESIDE = 10.0  # points that such a line sticks out of the text at least
TEXT_CHARS = 40  # a line with more is running text
MOST_WORDS = 0.15  # of a document; where more seems to be furniture, its text repeats itself
MOST_LINES = 3  # of such a document, at the top and at the bottom of a page
SAME_SIZE = 0.3  # points
TIGHT = 1.5  # font sizes between the baselines of one paragraph
APART = 1.8  # font sizes between their baselines and those of the text
_PAGE_OF = re.compile(r"pagina \d+ van \d+", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_Key = tuple[str, bool, int]


@dataclass(frozen=True, slots=True)
class Margins:
    """The furniture of a document.

    Attributes:
        lines: the ids of the lines that are furniture.
        rule: how printed page numbers follow from the PDF's, as
            :func:`~manifesto_check.sources.pdf.labels.numbering` gives it.
    """

    lines: set[int]
    rule: tuple[int, int] | None


def margins(sheets: Sequence[Sheet], size: float) -> Margins:
    """Find the running headers, footers and page numbers of a document.

    Args:
        sheets: all sheets.
        size: the font size of the running text.
    """
    places: dict[_Key, list[tuple[Sheet, Line]]] = defaultdict(list)
    numbers: dict[int, list[tuple[int, Line]]] = defaultdict(list)
    furniture = _everywhere(sheets)
    for sheet in sheets:
        for line, above in _edge_lines(sheet):
            text = _key(line.text)
            places[text, above, round(line.baseline / 4)].append((sheet, line))
            number = page_number(line.text)
            if number is not None:
                numbers[sheet.page].append((number - (sheet.left > 0), line))
            if _PAGE_OF.search(line.text) and len(line.text) < 60:
                furniture.add(id(line))
    furniture |= _repeating(places, sheets, size)
    if _share(sheets, furniture) > MOST_WORDS:
        furniture = {key for sheet in sheets for key in _apart(sheet, furniture)}
    furniture -= {key for sheet in sheets for key in _in_text(sheet, furniture)}
    found = {page: [number for number, _ in pairs] for page, pairs in numbers.items()}
    for key, members in places.items():
        if "#" in key[0] and key[0].strip("#"):
            for sheet, line in members:
                if id(line) in furniture:
                    on_right = sheet.left > 0
                    edges = [number - on_right for number in edge_numbers(line.text)]
                    found.setdefault(sheet.page, []).extend(edges)
    last = max((sheet.page for sheet in sheets), default=0)
    rule = numbering(found, last, spreads=any(sheet.left > 0 for sheet in sheets))
    if rule:
        step, offset = rule
        for page, pairs in numbers.items():
            furniture |= {id(line) for number, line in pairs if number == step * page + offset}
    return Margins(furniture | _beside(sheets, furniture), rule)


def _share(sheets: Sequence[Sheet], furniture: set[int]) -> float:
    """Return which part of the words of a document stands in furniture."""
    words = Counter[bool]()
    for sheet in sheets:
        for line in sheet.lines:
            words[id(line) in furniture] += len(line.text.split())
    return words[True] / max(words.total(), 1)


def _apart(sheet: Sheet, furniture: set[int]) -> set[int]:
    """Return the furniture that a clear gap sets apart from the text of its page.

    This is for documents whose text itself repeats, so that what repeats is
    not enough to tell: a header or footer also has few lines and stands alone.
    """
    by_height = sorted(sheet.lines, key=lambda line: line.baseline)
    found: set[int] = set()
    for lines in (by_height, by_height[::-1]):
        for count, (line, after) in enumerate(itertools.pairwise(lines), start=1):
            if id(line) not in furniture or count > MOST_LINES:
                break
            if abs(after.baseline - line.baseline) > APART * max(line.size, after.size):
                found |= {id(member) for member in lines[:count]}
                break
    if by_height and len(found) == len(by_height):  # the longest is the text
        found.discard(id(max(by_height, key=lambda line: len(line.text))))
    return found


def _in_text(sheet: Sheet, furniture: set[int]) -> set[int]:
    """Return the long lines of furniture that are set as, and directly at, a line of the text."""
    by_height = sorted(sheet.lines, key=lambda line: line.baseline)
    return {
        id(line)
        for pair in itertools.pairwise(by_height)
        for line, other in (pair, pair[::-1])
        if id(line) in furniture
        and id(other) not in furniture
        and len(line.text) > TEXT_CHARS
        and len(other.text) > TEXT_CHARS
        and abs(line.size - other.size) < SAME_SIZE
        and abs(line.x0 - other.x0) < SAME_LINE
        and 0 < abs(line.baseline - other.baseline) < TIGHT * line.size
    }


def _beside(sheets: Sequence[Sheet], furniture: set[int]) -> set[int]:
    """Return the ids of scraps, such as a number, on one line with furniture."""
    scraps: set[int] = set()
    for sheet in sheets:
        edges = [line for line, _ in _edge_lines(sheet)]
        heights = [line.baseline for line in edges if id(line) in furniture]
        scraps |= {
            id(line)
            for line in edges
            if len(line.text) <= MIN_LETTERS
            and any(abs(line.baseline - height) < SAME_LINE for height in heights)
        }
    return scraps


def _everywhere(sheets: Sequence[Sheet]) -> set[int]:
    """Return the ids of lines beside the text at the same spot of nearly half of all sheets."""
    spots: dict[tuple[str, int, int], list[Line]] = defaultdict(list)
    for sheet in sheets:
        text = [line for line in sheet.lines if len(line.text) > TEXT_CHARS]
        left = min((line.x0 for line in text), default=sheet.left + sheet.width)
        right = max((line.x1 for line in text), default=sheet.left)
        for line in sheet.lines:
            beside = line.x0 < left - BESIDE or line.x1 > right + BESIDE
            if beside and _is_named(line.text):
                spots[line.text, round(line.x0 / 2), round(line.baseline / 2)].append(line)
    needed = max(MIN_EVERYWHERE, EVERYWHERE * len(sheets))
    return {
        id(line)
        for lines in spots.values()
        if len({line.page for line in lines}) >= needed
        for line in lines
    }


def _edge_lines(sheet: Sheet) -> list[tuple[Line, bool]]:
    """Return the outer lines of a sheet near its edges, with whether they are at the top."""
    by_height = sorted(sheet.lines, key=lambda line: line.baseline)
    top = [(line, True) for line in by_height[:EDGE_LINES] if line.baseline < EDGE * sheet.height]
    bottom = [
        (line, False)
        for line in by_height[-EDGE_LINES:]
        if line.baseline > (1 - EDGE) * sheet.height
    ]
    return top + bottom


def _is_named(text: str) -> bool:
    """Say whether a text has letters enough to be more than a bullet."""
    return sum(char.isalpha() for char in text) >= MIN_LETTERS


def _key(text: str) -> str:
    return _FIGURES.sub("#", text.lower().replace(" ", ""))


def _repeating(
    places: dict[_Key, list[tuple[Sheet, Line]]], sheets: Sequence[Sheet], size: float
) -> set[int]:
    furniture: set[int] = set()
    needed = MIN_REPEATS if len(sheets) > 4 else 2
    keys = {text for text, _, _ in places}
    everywhere = Counter(
        key for sheet in sheets for line in sheet.lines if (key := _key(line.text)) in keys
    )
    for (text, above, height), pairs in places.items():
        near = list(pairs)
        for other in (height - 1, height + 1):
            near += places.get((text, above, other), [])
        # Signs and numbers can be bullets; headings stand further down on other pages too.
        if not (_is_named(text) or _counts(near)):
            continue
        if _is_named(text) and len(near) < MOSTLY * everywhere[text]:
            continue
        pages = {sheet.page for sheet, _ in near}
        largest = max(line.size for _, line in pairs)
        large = largest > 1.25 * size
        enough = 2 if largest < 0.95 * size and _neighbours(pages) else needed
        if len(pages) < enough or (large and len(pages) < 0.4 * len(sheets)):
            continue
        furniture.update(id(line) for _, line in pairs)
    return furniture


def _neighbours(pages: set[int]) -> bool:
    """Say whether two of the pages follow each other, or stand on the same side of a spread."""
    return any(page + 1 in pages or page + 2 in pages for page in pages)


def _counts(pairs: list[tuple[Sheet, Line]]) -> bool:
    """Say whether numbers at one place rise with the pages."""
    values = sorted((sheet.page, sheet.left, page_number(line.text)) for sheet, line in pairs)
    numbers = [value for _, _, value in values if value is not None]
    return len(numbers) > 1 and all(a < b for a, b in itertools.pairwise(numbers))
