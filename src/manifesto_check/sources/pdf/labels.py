"""The label printed on each page: from the numbers in its margins, or the PDF's own labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

_NUMBER = re.compile(
    r"(?:(?:pagina|pag\.?|blz\.?|page|p\.)\s*)?[-–—|•·/\[(]*\s*(\d{1,4})\s*[-–—|•·\])]*"
    r"(?:\s*(?:van|of|/)\s*\d{1,4})?\.?",
    re.IGNORECASE,
)
MIN_AGREEING = 3


def page_number(text: str) -> int | None:
    """Return the number where a text is nothing but a page number, as in ``- 12 -``.

    >>> page_number("pagina 12 van 40")
    12
    """
    match = _NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else None


def edge_numbers(text: str) -> list[int]:
    """Return the numbers that begin or end a running header: ``12 | Wonen`` gives 12."""
    text = text.strip()
    found = []
    if match := re.match(r"(\d{1,4})(?=[\s|])", text):
        found.append(int(match[1]))
    if match := re.search(r"(?<=[\s|])(\d{1,4})$", text):
        found.append(int(match[1]))
    return found


def numbering(
    found: Mapping[int, Sequence[int]], pages: int, *, spreads: bool
) -> tuple[int, int] | None:
    """Find how printed numbers follow from the PDF's page numbers.

    Args:
        found: for each page the numbers that stand in its margins; for the
            right half of a spread, one less (the left half's number).
        pages: how many pages the PDF has.
        spreads: whether it has two-page spreads saved as one page.

    Returns:
        ``(step, offset)``: page ``p`` is printed as ``step * p + offset``,
        where step is 1, or 2 for two-page spreads (the left page's number);
        None where too few pages agree.
    """
    votes: Counter[tuple[int, int]] = Counter()
    steps = (1, 2) if spreads else (1,)
    for page, numbers in found.items():
        votes.update({(step, number - step * page) for number in numbers for step in steps})
    if not votes:
        return None
    best, count = max(votes.items(), key=lambda item: (item[1], item[0][0], -abs(item[0][1])))
    needed = min(MIN_AGREEING, max(2, pages // 2))
    return best if count >= needed and count >= 0.3 * len(found) else None


def labels(pages: int, rule: tuple[int, int] | None, own: Sequence[str | None]) -> list[str | None]:
    """Give every page the label that is printed on it.

    A page between numbered pages on which no number is printed gets the number
    that it would have; pages that would be numbered below 1 get the PDF's own
    label where that agrees with the print elsewhere, else none.

    Args:
        pages: how many pages the PDF has.
        rule: what :func:`numbering` found.
        own: the PDF's page labels (``/PageLabels``), one for each page.

    Returns:
        One label for each page: ``12``, or ``12-13`` for a two-page spread;
        None where it is not known.
    """
    if rule is None:
        return [None] * pages
    step, offset = rule
    printed = []
    for page in range(1, pages + 1):
        number = step * page + offset
        label = f"{number}-{number + 1}" if step == 2 else str(number)
        printed.append(label if number > 0 else None)
    agreeing = sum(one == other for one, other in zip(own, printed, strict=False) if other)
    if agreeing >= 0.9 * sum(label is not None for label in printed):
        return [mine or theirs for mine, theirs in zip(printed, own, strict=False)]
    return printed
