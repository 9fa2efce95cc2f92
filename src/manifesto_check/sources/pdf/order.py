"""Reading order: which lines stand in which column, and in what order the columns are read.

The page is cut as in the XY-cut of Nagy & Seth (1984): at a gutter into left
and right, each cut again. Lines that run across a gutter, such as a heading
over both columns, cut the page into bands that are read from top to bottom.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from manifesto_check.sources.pdf.bullets import is_alone
from manifesto_check.sources.pdf.layout import Line

MAX_DEPTH = 6
MAX_LINES = 3000  # on one sheet; with more, columns are not looked for
MAX_CANDIDATES = 40
CLOSE = 0.45  # font sizes between pieces that are surely of one line
MIN_GUTTER = 0.5  # in font sizes
MIN_LETTERS = 20  # in a column of fewer lines than that
MIN_SIDE_BY_SIDE = 3  # lines on both sides of a gutter that stand next to each other
MARKER_GAP = 4.5  # font sizes between a bullet and its text, at most
STRIP = 1.0  # font sizes: height of a white strip that can end an article
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]\d]*$")
_NARROW = 2.5


def columns(lines: Sequence[Line], size: float) -> list[list[Line]]:
    """Sort the lines of one sheet into columns, in reading order.

    Args:
        lines: all lines, in any order.
        size: the font size of the running text.

    Returns:
        Columns, each a list of lines from top to bottom; pieces of one line
        that stand beside each other in one column are joined.
    """
    ordered = _rows(sorted(lines, key=_place), CLOSE * size)
    if len(ordered) > MAX_LINES:
        return [_rows(ordered)]
    ordered = sorted(_with_markers(ordered, size), key=_place)
    return [column for column in _cut(ordered, size, 0) if column]


def _place(line: Line) -> tuple[float, float]:
    return line.baseline, line.x0


def _with_markers(lines: Sequence[Line], size: float) -> list[Line]:
    """Put bullets and numbers that stand apart in front of the text to their right."""
    lines = _with_scripts(lines, size)
    alone = [line for line in lines if is_alone(line.text) and not _follows_text(line, lines, size)]
    if not alone:
        return lines
    gone = {id(line) for line in alone}
    others = [line for line in lines if id(line) not in gone]
    for mark in alone:
        item = _item(mark, others, size)
        if item is None:
            others.append(mark)
        else:
            item.text = f"{mark.text} {item.text}"
            item.x0 = mark.x0
    return others


def _item(mark: Line, lines: Sequence[Line], size: float) -> Line | None:
    """Find the line to the right of a mark that it belongs to.

    That is the nearest on the same baseline; for a number set larger than the
    text, the first line that it stands beside.
    """
    beside = [line for line in lines if 0 <= line.x0 - mark.x1 + 1 < MARKER_GAP * size]
    level = [line for line in beside if abs(line.baseline - mark.baseline) < 0.45 * size]
    if level:
        return min(level, key=lambda line: line.x0)
    if mark.size < 1.15 * size:
        return None
    reach = mark.top - 0.6 * mark.size
    near = [line for line in beside if line.bottom > reach and line.top < mark.bottom]
    item = min(near, key=lambda line: line.top, default=None)
    return None if item is None or item.text[0].islower() else item


def _follows_text(mark: Line, lines: Sequence[Line], size: float) -> bool:
    """Say whether something stands close before a mark, so that it ends a line."""
    return any(
        -1 <= mark.x0 - line.x1 < size and abs(line.baseline - mark.baseline) < 0.45 * size
        for line in lines
        if line is not mark
    )


def _with_scripts(lines: Sequence[Line], size: float) -> list[Line]:
    """Put small raised or lowered signs, as in CO2, behind the text that they belong to."""
    kept: list[Line] = []
    scripts: list[Line] = []
    for line in lines:
        small = len(line.text) <= 3 and line.size < 0.8 * size
        (scripts if small else kept).append(line)
    for script in scripts:
        middle = (script.top + script.bottom) / 2
        host = next(
            (
                line
                for line in kept
                if abs(script.x0 - line.x1) < 0.2 * size
                and line.top - 0.2 * size < middle < line.bottom + 0.2 * size
            ),
            None,
        )
        if host is None:
            kept.append(script)
        else:
            host.text += script.text
            host.x1 = script.x1
    return kept


def _cut(lines: list[Line], size: float, depth: int) -> list[list[Line]]:
    pairs = _side_by_side(lines) if depth < MAX_DEPTH else []
    gutter = _gutter(lines, pairs, size) if len(pairs) >= 2 else None
    if gutter is None:
        return [_rows(lines)]
    found: list[list[Line]] = []
    for band, crossing in _bands(lines, gutter):
        if crossing:
            found += _cut(band, size, depth + 1) if len(band) > 1 else [band]
            continue
        for storey in _storeys(band, gutter, size):
            left = [line for line in storey if _is_left(line, gutter)]
            right = [line for line in storey if not _is_left(line, gutter)]
            found += _cut(left, size, depth + 1) + _cut(right, size, depth + 1)
    return found


def _storeys(band: list[Line], gutter: float, size: float) -> list[list[Line]]:
    """Cut a band of columns where an article ends and another begins below it.

    A white strip across both columns can also be chance: it is such a border
    only where sentences run on better when what is above it is read first.
    """
    lines = sorted(band, key=lambda line: line.top)
    low = lines[0].bottom
    for place, line in enumerate(lines[1:], start=1):
        if line.top - low > STRIP * size and _is_border(lines[:place], lines[place:], gutter):
            rest = sorted(lines[place:], key=_place)
            return [sorted(lines[:place], key=_place), *_storeys(rest, gutter, size)]
        low = max(low, line.bottom)
    return [band]


def _is_border(above: list[Line], below: list[Line], gutter: float) -> bool:
    corners = []
    for storey in (above, below):
        left = sorted((line for line in storey if _is_left(line, gutter)), key=_place)
        right = sorted((line for line in storey if not _is_left(line, gutter)), key=_place)
        if not left or not right:
            return False
        corners += [left, right]
    left, right, low_left, low_right = corners
    storeys = _runs_on(left, right) + _runs_on(right, low_left) + _runs_on(low_left, low_right)
    columns = _runs_on(left, low_left) + _runs_on(low_left, right) + _runs_on(right, low_right)
    return storeys > columns


def _runs_on(before: list[Line], after: list[Line]) -> int:
    """Return 1 where a sentence runs on, -1 where one begins in its middle, else 0."""
    if not after[0].text[0].islower():
        return 0
    return -1 if _ENDS.search(before[-1].text) else 1


def _is_left(line: Line, gutter: float) -> bool:
    return (line.x0 + line.x1) / 2 < gutter


def _side_by_side(lines: list[Line]) -> list[tuple[Line, Line]]:
    """Return pairs (left, right) of lines that stand next to each other."""
    pairs = []
    active: list[Line] = []
    for line in sorted(lines, key=lambda line: line.top):
        active = [other for other in active if other.bottom > line.top + 0.25 * line.height]
        for other in active:
            if other.x1 <= line.x0 + 1:
                pairs.append((other, line))
            elif line.x1 <= other.x0 + 1:
                pairs.append((line, other))
        active.append(line)
        if len(active) > 40:
            active = active[-40:]
    return pairs


def _gutter(lines: list[Line], pairs: list[tuple[Line, Line]], size: float) -> float | None:
    """Find the x of the best gutter: many lines beside each other there and few across it."""
    edges = Counter(round(right.x0) for _, right in pairs)
    candidates = sorted(x for x, _ in edges.most_common(MAX_CANDIDATES))
    best, best_score = None, 0.0
    for candidate in candidates:
        x = candidate - 1.5
        split = [(left, right) for left, right in pairs if left.x1 <= x + 1 and right.x0 >= x - 1]
        lefts = {id(left): left for left, _ in split}
        rights = {id(right): right for _, right in split}
        if min(len(lefts), len(rights)) < 2:
            continue
        if not _are_columns(list(lefts.values()), list(rights.values()), x, size):
            continue
        across = sum(line.x0 < x - 1 and line.x1 > x + 1 for line in lines)
        score = min(len(lefts), len(rights)) - 0.5 * across * min(
            1.0, len(lefts) / max(len(lines) / 4, 1)
        )
        score += 0.1 * min(len(lefts), len(rights)) + 0.001 * x / max(size, 1)
        if best is None or score > best_score:
            best, best_score = x, score
    return best


def _are_columns(lefts: list[Line], rights: list[Line], x: float, size: float) -> bool:
    """Tell columns of text from tabs, numbers before headings and the like."""
    if min(len(lefts), len(rights)) < MIN_SIDE_BY_SIDE:
        enough = min(_letters(lefts), _letters(rights)) > MIN_LETTERS
        if not enough:
            return False
    gap = x + 1.5 - max(line.x1 for line in lefts)
    if gap < MIN_GUTTER * size:
        return False
    widest_left = max(line.x1 for line in lefts) - min(line.x0 for line in lefts)
    widest_right = max(line.x1 for line in rights) - min(line.x0 for line in rights)
    return min(widest_left, widest_right) > _NARROW * size


def _letters(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _bands(lines: list[Line], gutter: float) -> list[tuple[list[Line], bool]]:
    """Cut lines (sorted by baseline) into bands of lines that do or do not cross a gutter."""
    bands: list[tuple[list[Line], bool]] = []
    for line in lines:
        crossing = line.x0 < gutter - 1 and line.x1 > gutter + 1
        if not bands or bands[-1][1] != crossing:
            bands.append(([], crossing))
        bands[-1][0].append(line)
    return bands


def _rows(lines: list[Line], closer: float = 1e9) -> list[Line]:
    """Join pieces on the same baseline, closer than ``closer``, into lines.

    ``lines`` is sorted by baseline, then from left to right.
    """
    rows: list[list[Line]] = []
    for line in lines:
        if rows and _same_row(rows[-1][-1], line) and abs(line.x0 - rows[-1][-1].x1) < closer:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(row) if len(row) > 1 else row[0] for row in rows]


def _same_row(one: Line, other: Line) -> bool:
    near = abs(one.baseline - other.baseline) < 0.3 * min(one.size, other.size)
    return near and (one.x1 <= other.x0 + 2 or other.x1 <= one.x0 + 2)


def _joined(row: list[Line]) -> Line:
    row.sort(key=lambda line: line.x0)
    main = max(row, key=lambda line: len(line.text))
    text = row[0].text
    for before, line in itertools.pairwise(row):
        text += ("" if line.x0 - before.x1 < 0.12 * main.size else " ") + line.text
    return Line(
        text,
        row[0].x0,
        min(line.top for line in row),
        max(line.x1 for line in row),
        max(line.bottom for line in row),
        main.baseline,
        main.size,
        all(line.bold for line in row if any(char.isalpha() for char in line.text)) and main.bold,
        main.italic,
        main.colour,
        main.page,
        main.flow,
    )
