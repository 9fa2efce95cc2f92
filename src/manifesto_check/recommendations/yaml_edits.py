"""Changes to the text of a list that leave the rest as it is: comments, order and layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import ListError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class ListText:
    """The text of a list that loads, with the places of its values.

    Only for text that :func:`manifesto_check.recommendations.parse_recommendations` took:
    that is what bounds its depth and size.
    """

    def __init__(self, data: bytes) -> None:
        """Find the places of all values."""
        self.text = data.decode("utf-8-sig")
        self.root: Any = yaml.compose(self.text, Loader=_LOADER)
        self._lines = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        self._edits: list[tuple[int, int, str]] = []

    def start(self, node: Any) -> int:
        """Return where a node begins in the text."""
        return int(self._lines[node.start_mark.line] + node.start_mark.column)

    def end(self, node: Any) -> int:
        """Return where a node ends; a block collection with the last of what it holds."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        return int(self._lines[node.end_mark.line] + node.end_mark.column)

    def after(self, node: Any) -> int:
        """Return where the line after a node begins, past a comment behind the node."""
        end = self.end(node)
        if end and self.text[end - 1] == "\n":  # a block scalar has taken its line's end
            return end
        found = _BREAK.search(self.text, end)
        return found.end() if found else len(self.text)

    def replace(self, node: Any, text: str) -> None:
        """Put text in a node's place."""
        self._edits.append((self.start(node), self.end(node), text))

    def insert(self, place: int, text: str) -> None:
        """Put text at a place; of several at one place the first comes first."""
        self._edits.append((place, place, text))

    def insert_lines(self, place: int, lines: list[str]) -> None:
        """Put whole lines at a place that begins a line, or ends the text."""
        block = "".join(f"{line}\n" for line in lines)
        at_end = place == len(self.text) and not self.text.endswith("\n")
        self.insert(place, f"\n{block}" if at_end else block)

    def result(self) -> bytes:
        """Return the text with all changes, their lines ending as its own do."""
        text, end_of_line = self.text, "\r\n" if "\r\n" in self.text else "\n"
        order = sorted(enumerate(self._edits), key=lambda item: (item[1][0], item[0]))
        for _, (start, end, new) in reversed(order):
            text = text[:start] + new.replace("\n", end_of_line) + text[end:]
        return text.encode()


def value_of(node: Any, key: str) -> Any:
    """Return the node under a key of a mapping, or None."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def key_of(node: Any, key: str) -> Any:
    """Return the node of a key itself, or None."""
    return next((name for name, _ in node.value if name.value == key), None)


def items_of(node: Any, key: str) -> list[Any]:
    """Return the items of the list under a key; empty where there is none."""
    found = value_of(node, key)
    return found.value if isinstance(found, yaml.SequenceNode) else []


def walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield each source, theme, recommendation and measure with the key it stands under."""

    def below(node: Any, levels: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        for item in items_of(node, levels[0]) if levels else ():
            yield levels[0], item
            yield from below(item, levels[1:])

    return below(root, ("sources", "themes", "recommendations", "measures"))


def block_column(node: Any, path: str, item: Phrase) -> int:
    """Return the column at which the keys of a mapping stand.

    Raises:
        ListError: it is written between braces, where no line can be put.
    """
    if node.flow_style:
        line = node.start_mark.line + 1
        raise ListError.of(Phrase.IN_BRACES, path=path, line=line, item=item)
    return int(node.start_mark.column)
