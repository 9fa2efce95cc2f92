"""Groups of lines: what belongs together in one column by place, style and bullets."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from manifesto_check.sources.pdf.bullets import Marker, marker
from manifesto_check.sources.pdf.layout import Line
from manifesto_check.sources.pdf.mending import LINE_END_HYPHENS

ENDS = re.compile(r"[.!?:;…][\"'”’»)\]\d]*$")
_STOPS = re.compile(r"[.!?:;…,][\"'”’»)\]]*$")
_SAME_SIZE = 0.08


@dataclass(slots=True)
class Group:
    """Consecutive lines of one column that make one passage (or part of one).

    Attributes:
        marker: what the first line begins with, for an item of a list.
        right: the right edge of its column.
    """

    lines: list[Line]
    marker: Marker | None = None
    right: float = 0.0
    more: list[Group] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line, of the parts that were joined to it too."""
        return self.more[-1].last if self.more else self.lines[-1]

    @property
    def size(self) -> float:
        """The font size of the longest line."""
        return max(self.lines, key=lambda line: len(line.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return all(line.italic for line in self.lines)

    @property
    def has_letters(self) -> bool:
        """Whether it is more than figures and signs."""
        return any(char.isalpha() for line in self.lines for char in line.text)

    @property
    def is_open(self) -> bool:
        """Whether its last sentence has no end yet."""
        return not (self.last.closes or ENDS.search(self.last.text))


class Leading:
    """The usual distance between baselines, for each font size of a document or a column."""

    def __init__(self, flows: Sequence[Sequence[Line]]) -> None:
        self._columns: dict[tuple[int, float], float] = {}
        everywhere: dict[float, Counter[float]] = defaultdict(Counter)
        for flow in flows:
            here: dict[float, Counter[float]] = defaultdict(Counter)
            for before, line in itertools.pairwise(flow):
                gap = line.baseline - before.baseline
                if abs(line.size - before.size) < 0.1 and 0 < gap < 2.2 * line.size:
                    here[round(line.size, 1)][round(gap * 2) / 2] += 1
            for size, gaps in here.items():
                everywhere[size].update(gaps)
                if gaps.total() >= 4:
                    self._columns[flow[0].flow, size] = _smallest_common(gaps)
        self._usual = {
            size: _smallest_common(gaps) for size, gaps in everywhere.items() if gaps.total() >= 4
        }

    def of(self, line: Line) -> float:
        """Return the usual leading round a line, in points: of its column where that is clear."""
        size = round(line.size, 1)
        usual = self._usual.get(size, 1.25 * line.size)
        here = self._columns.get((line.flow, size), usual)
        return here if here < 1.6 * usual else usual


def _smallest_common(gaps: Counter[float]) -> float:
    most = max(gaps.values())
    return min(gap for gap, count in gaps.items() if count >= 0.3 * most)


def groups(flows: Sequence[Sequence[Line]], leading: Leading) -> list[Group]:
    """Cut the lines of all columns into groups; a group never goes on in another column."""
    found: list[Group] = []
    for flow in flows:
        right = max(line.x1 for line in flow)
        dashes = Counter(
            round(line.x0 / 3) for line in flow if (mark := marker(line.text)) and mark.weak
        )
        group: Group | None = None
        for line in flow:
            mark = marker(line.text)
            if mark is not None and mark.weak and not _accepted(mark, line, found, dashes, leading):
                mark = None
            if mark is not None or group is None or _breaks(group, line, leading):
                group = Group([line], mark, right)
                found.append(group)
            else:
                group.lines.append(line)
    return found


def _accepted(
    mark: Marker, line: Line, earlier: list[Group], dashes: Counter[int], leading: Leading
) -> bool:
    """Say whether a dash, number or letter at the start of a line begins an item."""
    if mark.bare:
        return _next_in_line(mark, line, earlier)
    if not earlier or earlier[-1].last.flow != line.flow:
        return True
    group = earlier[-1]
    last = group.last
    apart = line.baseline - last.baseline > 1.25 * leading.of(line)
    if apart or _STOPS.search(last.text) or not _same_style(line, last):
        return True
    if last.bold and not line.bold:
        return True
    if mark.number is None:
        others = sum(dashes.get(round(line.x0 / 3) + near, 0) for near in (-1, 0, 1))
        return others >= 2 or line.x0 < last.x0 - 2
    previous = group.marker
    if previous is None:
        return False
    if mark.number == 1 and line.x0 <= group.first.x0 + 3:
        return True
    counts = previous.number is not None and mark.number == previous.number + 1
    return counts and abs(line.x0 - group.first.x0) < line.size


def _next_in_line(mark: Marker, line: Line, earlier: list[Group]) -> bool:
    """Say whether a bare number counts on from the items before it at the same indent."""
    if earlier and earlier[-1].last.flow == line.flow and not ENDS.search(earlier[-1].last.text):
        return False
    for group in reversed(earlier):
        if group.marker is not None and group.marker.bare:
            near = abs(group.first.x0 - line.x0) < line.size or group.last.flow != line.flow
            return near and mark.number in (1, (group.marker.number or 0) + 1)
    return mark.number == 1


def _look(line: Line) -> tuple[bool, bool]:
    return line.bold, line.italic


def _same_style(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _breaks(group: Group, line: Line, leading: Leading) -> bool:
    """Say whether a line without a marker begins a new group."""
    last = group.lines[-1]
    if last.closes:
        return True
    gap = line.baseline - last.baseline
    usual = leading.of(line)
    if not _same_style(line, last) or gap < -0.5 * line.size:
        return True
    begins_low = line.text[0].islower()
    if begins_low and last.text[-1] in LINE_END_HYPHENS and gap < 2 * usual:
        return False
    if gap > 1.35 * usual:
        return True
    ended = bool(ENDS.search(last.text))
    if _look(line) != _look(last) and not begins_low and not last.text.endswith((",", "-")):
        striking = any(_look(line)) or all(any(_look(member)) for member in group.lines)
        if ended or striking:
            return True
    if gap > 1.18 * usual and ended and not begins_low:
        return True
    if group.marker is not None and line.x0 < group.first.x0 - 2 and ended:
        return True
    if len(group.lines) > 1 and ended and not begins_low and line.x0 > last.x0 + 0.7 * line.size:
        return True
    if begins_low or (group.marker is not None and line.x0 > group.first.x0 + 3):
        return False
    room = (group.right - last.x1) / max(group.right - min(last.x0, line.x0), 1.0)
    return fits(group, line, last) and room > (0.2 if ended else 0.45)


def fits(group: Group, line: Line, last: Line) -> bool:
    """Say whether a line's first word would have fitted on the line before: a break by hand.

    Args:
        group: the group of the line before, with the right edge of its column.
        line: the line.
        last: the line before it.
    """
    word = line.text.split(" ", 1)[0]
    per_letter = (line.x1 - line.x0) / max(len(line.text), 1)
    return last.x1 + (len(word) + 1.5) * per_letter < group.right
