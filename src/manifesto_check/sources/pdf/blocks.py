"""Blocks out of columns: paragraphs, bullets and headings, joined over breaks, with sections."""

from __future__ import annotations

from collections.abc import Sequence

from manifesto_check.model import Block, BlockKind
from manifesto_check.sources.pdf.groups import Group, Leading, fits, groups
from manifesto_check.sources.pdf.headings import body_style, is_heading, levels
from manifesto_check.sources.pdf.layout import Line
from manifesto_check.sources.pdf.mending import Vocabulary, clean, join, unspaced

LOOK_BACK = 6  # groups between the parts of a sentence, such as pull quotes and captions
TITLE_PAGES = 2  # a style of heading that is used on these pages only is the programme's title
_SIZES_ALIKE = 0.08


def build_blocks(flows: Sequence[Sequence[Line]], size: float) -> list[Block]:
    """Make the blocks of a document.

    Args:
        flows: its columns in reading order, without furniture and contents.
        size: the font size of the running text.

    Returns:
        The blocks in reading order, each with the headings above it.
    """
    leading = Leading(flows)
    found = [group for group in groups(flows, leading) if group.has_letters]
    body = body_style(found, size)
    headings = {id(group) for group in found if is_heading(group, body)}
    parts = _join_headings(_join_sentences(found, headings, leading), headings, leading)
    texts = (line.text for flow in flows for line in flow)
    return _Builder(Vocabulary(texts), headings, parts).blocks()


def _alike(one: Group, other: Group) -> bool:
    return abs(one.size - other.size) <= _SIZES_ALIKE * max(one.size, other.size)


def _same_look(one: Group, other: Group) -> bool:
    last, first = one.last, other.first
    return (
        abs(last.size - first.size) < 0.03 * last.size
        and last.colour == first.colour
        and last.bold == first.bold
    )


def _join_sentences(found: list[Group], headings: set[int], leading: Leading) -> list[Group]:
    """Join a group to the one whose last sentence it goes on with, over columns and pages."""
    kept: list[Group] = []
    for group in found:
        target = None
        if group.marker is None and id(group) not in headings:
            target = _unfinished(kept, group, headings, leading)
        if target is None:
            kept.append(group)
        else:
            target.more.append(group)
    return kept


def _unfinished(
    kept: list[Group], group: Group, headings: set[int], leading: Leading
) -> Group | None:
    """Return the earlier group that this one continues, if any."""
    begins_low = group.first.text[0].islower()
    for distance, other in enumerate(reversed(kept[-LOOK_BACK:])):
        last = other.last
        if group.first.page - last.page > 1 or (distance and not begins_low):
            return None
        if id(other) in headings:
            if last.flow == group.first.flow:
                return None
            continue
        if not _alike(other, group):
            continue
        if not other.is_open:
            continue
        if last.flow == group.first.flow and distance == 0:
            gap = group.first.baseline - last.baseline
            return other if begins_low and gap < 1.35 * leading.of(last) else None
        full = last.x1 > other.right - 0.3 * (other.right - other.first.x0)
        full = full or not fits(other, group.first, last)
        if begins_low or (full and not distance and _same_look(other, group)):
            return other
        return None
    return None


def _join_headings(found: list[Group], headings: set[int], leading: Leading) -> list[Group]:
    """Join the lines of a heading that were cut, such as a number and its title."""
    kept: list[Group] = []
    for group in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and id(group) in headings
            and id(before) in headings
            and group.marker is None
            and before.last.page == group.first.page
            and before.first.x0 < group.first.x1
            and group.first.x0 < before.first.x1
            and _alike(before, group)
            and before.bold == group.bold
            and 0
            < group.first.baseline - before.last.baseline
            < 1.4 * max(leading.of(group.first), 1.1 * group.size)
        ):
            before.more.append(group)
        else:
            kept.append(group)
    return kept


class _Builder:
    """Turns groups into blocks, one after the other, with the headings that are open."""

    def __init__(self, vocabulary: Vocabulary, headings: set[int], parts: list[Group]) -> None:
        self.vocabulary = vocabulary
        self.headings = headings
        self.parts = parts
        self.levels = levels([group for group in parts if id(group) in headings])
        self.pages = max((group.first.page for group in parts), default=0)
        self.last_page: dict[int, int] = {}
        for group in parts:
            if id(group) in headings:
                self.last_page[self.levels[id(group)]] = group.first.page
        self.open: list[tuple[int, str]] = []
        self.indents: list[float] = []

    def blocks(self) -> list[Block]:
        made = (self._block(group) for group in self.parts)
        return [block for block in made if block is not None]

    def _block(self, group: Group) -> Block | None:
        is_heading = id(group) in self.headings
        text, anchors = self._text(group, keep_marker=is_heading)
        if not any(char.isalpha() for char in text):
            return None
        if is_heading:
            return self._heading(group, unspaced(text), anchors)
        section = tuple(title for _, title in self.open)
        if group.marker is None:
            self.indents = []
            return Block(BlockKind.PARAGRAPH, text, anchors, section)
        return Block(BlockKind.BULLET, text, anchors, section, self._indent(group))

    def _heading(self, group: Group, text: str, anchors: tuple[tuple[int, int], ...]) -> Block:
        self.indents = []
        level = self.levels[id(group)]
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        section = tuple(title for _, title in self.open)
        if self.last_page[level] > TITLE_PAGES or self.pages <= TITLE_PAGES:
            self.open.append((level, text))
        return Block(BlockKind.HEADING, text, ((0, anchors[0][1]),), section, level)

    def _indent(self, group: Group) -> int:
        """Return how deep a bullet is, from how far it is indented beyond those above it."""
        x0 = group.first.x0
        if (self.indents and x0 < self.indents[0] - 40) or x0 > (self.indents or [x0])[-1] + 150:
            self.indents = []
        while self.indents and x0 < self.indents[-1] - 3:
            self.indents.pop()
        if not self.indents or x0 > self.indents[-1] + 3:
            self.indents.append(x0)
        return len(self.indents)

    def _text(self, group: Group, *, keep_marker: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Join the lines of a group and its parts; also say where each page begins."""
        text = ""
        anchors: list[tuple[int, int]] = []
        skip = group.marker.length if group.marker is not None and not keep_marker else 0
        for part in (group, *group.more):
            for line in part.lines:
                piece = clean(line.text[skip:])
                skip = 0
                if not piece:
                    continue
                text = join(text, piece, self.vocabulary)
                if not anchors or anchors[-1][1] != line.page:
                    anchors.append((len(text) - len(piece) if anchors else 0, line.page))
        return text, tuple(anchors) or ((0, group.first.page),)
