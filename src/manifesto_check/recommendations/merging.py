"""Two lists made into one file: the comments and the layout of both stay."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any

from manifesto_check.recommendations.draft import scalar
from manifesto_check.recommendations.joining import clash, clashes, ids_of
from manifesto_check.recommendations.loading import parse_recommendations
from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import ListError, quoted
from manifesto_check.recommendations.yaml_edits import (
    ListText,
    items_of,
    key_of,
    value_of,
    walk,
)

MAX_ID = 40


def merged(one: tuple[str, bytes], other: tuple[str, bytes], *, prefix: bool = False) -> bytes:
    """Return one list with the sources of both.

    Args:
        one: path and bytes of the list that the other is put behind.
        other: of the other.
        prefix: where the first uses an id of the other too, put the other file's name before
            all ids of the other, with a number where the first has such ids as well; and behind
            names of its vocabulary that the first uses with other words.

    Raises:
        ListError: a list is wrong; ids clash and ``prefix`` is not set; or
            one is written in a form that cannot be put behind another.
    """
    first, second = (parse_recommendations(data, path) for path, data in (one, other))
    both = clashes(first, second)
    if both and not prefix:
        raise clash(Phrase.SAME_IDS_MERGED, one[0], other[0], both)
    before = _prefix(other[0], [*ids_of(first)], [*ids_of(second)])
    renamed = _renamed(other[1], before, other[0]) if both else other[1]
    text, more_text = ListText(one[1]), ListText(renamed)
    more_text = _without_known_words(text, more_text, before)
    for key in ("vocabulary", "not_meant", "sources"):
        _append(text, more_text, key, (one[0], other[0]))
    return text.result()


def _prefix(path: str, taken: Sequence[str], own: Sequence[str]) -> str:
    """Return the file's name as a prefix with which none of its ids is taken."""
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", PurePath(path).stem).strip("-_") or "b"
    known = {id_.casefold() for id_ in taken}
    tried = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
    return next(one for one in tried if known.isdisjoint(f"{one}-{i}".casefold() for i in own))


def _renamed(data: bytes, before: str, path: str) -> bytes:
    """Return a list with a prefix before all its ids, also where measures refer to them."""
    text = ListText(data)

    def rename(node: Any) -> None:
        new = f"{before}-{node.value}"
        if len(new) > MAX_ID:
            line = node.start_mark.line + 1
            raise ListError.of(
                Phrase.PREFIX_TOO_LONG, path=path, line=line, id=quoted(new), limit=MAX_ID
            )
        text.replace(node, scalar(new))

    for _, item in walk(text.root):
        rename(value_of(item, "id"))
        for key in ("related", "conflicts"):
            for node in items_of(item, key):
                rename(node)
    return text.result()


def _without_known_words(text: ListText, other: ListText, before: str) -> ListText:
    """Rename concepts of the other vocabulary that the first has too with other words."""
    known = {value_of(c, "name").value for c in items_of(text.root, "vocabulary")}
    twice = {
        name.value
        for concept in items_of(other.root, "vocabulary")
        if (name := value_of(concept, "name")).value in known
    }
    if not twice:
        return other

    def rename(node: Any) -> None:
        if node is not None and node.value in twice:
            other.replace(node, scalar(f"{node.value} ({before})"))

    for concept in items_of(other.root, "vocabulary"):
        rename(value_of(concept, "name"))
    for level, measure in walk(other.root):
        for entry in items_of(measure, "concepts") if level == "measures" else ():
            rename(value_of(entry, "use") if value_of(entry, "use") is not None else _name(entry))
    return ListText(other.result())


def _name(entry: Any) -> Any:
    """Return a use of a concept that is only its name, or None."""
    return entry if isinstance(entry.value, str) else None


def _append(text: ListText, other: ListText, key: str, paths: tuple[str, str]) -> None:
    added = value_of(other.root, key)
    if added is None:
        return
    block = _block(other, added, key, paths[1])
    mine = value_of(text.root, key)
    if mine is None:
        place = text.start(key_of(text.root, "sources"))
        text.insert_lines(place, [f"{key}:", *_indented(block, 0), ""])
        return
    if mine.flow_style:
        raise _not_block(paths[0], mine, key)
    lines = ["", f"# uit {PurePath(paths[1]).name}:", *_indented(block, mine.start_mark.column)]
    text.insert_lines(text.after(mine), lines)


def _block(text: ListText, node: Any, key: str, path: str) -> list[str]:
    """Return the lines of a list of a file, its dashes at the left."""
    if node.flow_style:
        raise _not_block(path, node, key)
    column = node.start_mark.column
    start = text.start(node) - column
    comments = _comments_before(text.text[:start], key)
    lines = [*comments, *text.text[start : text.after(node)].splitlines()]
    cut: Callable[[str], str] = lambda line: line[column:] if not line[:column].strip() else line  # noqa: E731
    return [cut(line) for line in lines]


def _comments_before(text: str, key: str) -> list[str]:
    """Return the comment lines between a key and its list."""
    lines: list[str] = []
    for line in reversed(text.splitlines()):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        lines.insert(0, line)
    return lines


def _indented(lines: list[str], column: int) -> list[str]:
    return [" " * column + line if line.strip() else line for line in lines]


def _not_block(path: str, node: Any, key: str) -> ListError:
    line = node.start_mark.line + 1
    return ListError.of(Phrase.IN_BRACKETS, path=path, line=line, key=key)
