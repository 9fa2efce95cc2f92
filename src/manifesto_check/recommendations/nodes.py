"""YAML text to nodes that know their line and column, without harm from any file.

PyYAML's composer recurses and lets aliases grow without limit. This one walks
the parser's events with a stack of its own, so that nesting, size and what
aliases expand to are bounded, and keeps what the plain data would lose: where
each value stands, how it was written, and keys that occur twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import Problem, quoted
from manifesto_check.recommendations.yaml_errors import explain_yaml_error
from manifesto_check.telling import Message

MAX_DEPTH = 50
MAX_NODES = 250_000  # after expanding aliases; the list that ships has some 57,000
_TEXT_WEIGHT = 200  # so many characters count as a value too, so that long texts cannot multiply
_MAX_PLAIN = 100  # characters; anything longer is text, whatever it looks like
_MAX_NUMBER = 30  # characters; longer digits are no figure of a programme
# What YAML does not allow in a file (YAML 1.1, section 4.1.1); tab and line ends are allowed.
_NOT_ALLOWED = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufeff\uff00-\ufffd\U00010000-\U0010ffff]|\ufeff"
)
_RESOLVERS = yaml.resolver.Resolver.yaml_implicit_resolvers
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Odd:
    """A plain value that YAML reads as something no field of the format takes, such as a date."""

    kind: Phrase


@dataclass(slots=True, eq=False)
class Node:
    """A place in the file; ``size`` and ``height`` count the node and all below it."""

    line: int
    column: int
    size: int = field(default=1, init=False)
    height: int = field(default=1, init=False)


@dataclass(slots=True, eq=False)
class ScalarNode(Node):
    """A single value: as written (``raw``), and as YAML reads it (``value``)."""

    raw: str
    value: str | int | float | bool | Odd | None
    plain: bool


@dataclass(slots=True, eq=False)
class ListNode(Node):
    """A list of nodes."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class MapNode(Node):
    """Keys with the nodes they name; ``keys`` holds where each key stands."""

    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Node] = field(default_factory=dict)
    pending: Node | None = None

    def items_of(self, key: str) -> list[Node]:
        """Return the items under a key, or an empty list where there is no list."""
        node = self.entries.get(key)
        return node.items if isinstance(node, ListNode) else []

    def maps_of(self, key: str) -> Iterator[MapNode]:
        """Yield the items under a key that are mappings themselves."""
        return (item for item in self.items_of(key) if isinstance(item, MapNode))

    def text_of(self, key: str) -> str | None:
        """Return the text under a key, or None where there is no text."""
        return text(self.entries.get(key))


def text(node: Node | None) -> str | None:
    """Return a node's text, or None where it is not a text."""
    if isinstance(node, ScalarNode) and isinstance(node.value, str):
        return node.value
    return None


def plain(node: Node) -> object:
    """Return a node as lists, dicts and values, for validation."""
    if isinstance(node, MapNode):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    assert isinstance(node, ScalarNode)  # noqa: S101 (there is no fourth kind)
    return node.value


def compose(source: str) -> tuple[Node | None, list[Problem]]:
    """Read YAML text.

    Args:
        source: the whole text of the file.

    Returns:
        The outermost node, or None where the text is no usable YAML; and the
        problems of YAML itself (syntax, double keys, tags, merge keys, too
        deep, too large). It never raises.
    """
    bad = _NOT_ALLOWED.search(source)
    if bad:
        line = source.count("\n", 0, bad.start()) + 1
        column = bad.start() - source.rfind("\n", 0, bad.start())
        code = f"U+{ord(bad.group()):04X}"
        return None, [Problem.of(line, column, Phrase.BAD_SIGN, code=code)]
    composer = _Composer()
    loader = _LOADER(source)
    try:
        while loader.check_event():
            composer.take(loader.get_event())
    except yaml.YAMLError as error:
        composer.problems.append(explain_yaml_error(error))
    except (ValueError, OverflowError):  # an escape such as \UFFFFFFFF in the parser without C
        composer.problems.append(Problem.of(1, 1, Phrase.BAD_ESCAPE))
    except _StopError:
        pass
    else:
        if composer.root is None:
            composer.problems.append(Problem.of(1, 1, Phrase.EMPTY_FILE))
        return composer.root, composer.problems
    finally:
        loader.dispose()
    return None, composer.problems


class _StopError(Exception):
    """Reading on makes no sense, or would do harm."""


class _Composer:
    """Builds nodes from events, one at a time."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._stack: list[ListNode | MapNode] = []
        self._anchors: dict[str, Node] = {}
        self._open: list[str | None] = []
        self._total = 0

    def take(self, event: yaml.Event) -> None:
        """Take the parser's next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._check_tag(event)
            node = _scalar(event)
            self._count(event, node.size)
            self._finish(node, event.anchor)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_tag(event)
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._finish(self._stack.pop(), self._open.pop())
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._stop(event, Phrase.SECOND_DOCUMENT)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        line, column = _place(event)
        new = isinstance(event, yaml.SequenceStartEvent)
        node: ListNode | MapNode = ListNode(line, column) if new else MapNode(line, column)
        self._count(event, 1)
        if len(self._stack) >= MAX_DEPTH:
            self._stop(event, Phrase.TOO_DEEP, limit=MAX_DEPTH)
        self._stack.append(node)
        self._open.append(event.anchor)

    def _alias(self, event: yaml.AliasEvent) -> None:
        node = self._anchors.get(event.anchor or "")
        if node is None:
            inside = event.anchor in self._open
            why = Phrase.ALIAS_OF_ITSELF if inside else Phrase.ALIAS_OF_NOTHING
            self._stop(event, why, anchor=event.anchor)
            return
        self._count(event, node.size)
        if len(self._stack) + node.height > MAX_DEPTH:
            self._stop(event, Phrase.TOO_DEEP_BY_ALIAS, limit=MAX_DEPTH, anchor=event.anchor)
        self._add(node)

    def _finish(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = node
        self._add(node)

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        parent.size += node.size
        parent.height = max(parent.height, node.height + 1)
        if isinstance(parent, ListNode):
            parent.items.append(node)
        elif parent.pending is None:
            parent.pending = node
        else:
            self._add_entry(parent, parent.pending, node)
            parent.pending = None

    def _add_entry(self, parent: MapNode, key: Node, value: Node) -> None:
        if not isinstance(key, ScalarNode):
            self._note(key, Phrase.KEY_IS_NO_WORD)
        elif key.plain and key.raw == "<<":
            self._note(key, Phrase.MERGE_KEY)
        elif key.raw in parent.keys:
            first = parent.keys[key.raw].line
            self._note(key, Phrase.KEY_TWICE, key=quoted(key.raw), line=first)
        else:
            parent.keys[key.raw] = key
            parent.entries[key.raw] = value

    def _check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(Problem.of(*_place(event), Phrase.TAG, tag=quoted(tag)))

    def _count(self, place: yaml.Event, more: int) -> None:
        self._total += more
        if self._total > MAX_NODES:
            self._stop(place, Phrase.TOO_MANY_VALUES, thousands=MAX_NODES // 1000)

    def _note(self, node: Node, phrase: Phrase, /, **values: object) -> None:
        self.problems.append(Problem(node.line, node.column, Message.of(phrase, **values)))

    def _stop(self, place: yaml.Event, phrase: Phrase, /, **values: object) -> None:
        self.problems.append(Problem(*_place(place), Message.of(phrase, **values)))
        raise _StopError


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


def _scalar(event: yaml.ScalarEvent) -> ScalarNode:
    line, column = _place(event)
    is_plain = event.style is None or event.style == ""
    value = _resolve(event.value) if is_plain else event.value
    node = ScalarNode(line, column, event.value, value, is_plain)
    node.size += len(event.value) // _TEXT_WEIGHT
    return node


def _resolve(raw: str) -> str | int | float | bool | Odd | None:
    """Return what YAML 1.1 reads in a value without quotes."""
    for tag, pattern in _RESOLVERS.get(raw[:1], ()) if len(raw) <= _MAX_PLAIN else ():
        if pattern.match(raw):
            return _convert(raw, tag.rpartition(":")[2])
    return raw


def _convert(raw: str, kind: str) -> str | int | float | bool | Odd | None:
    if kind == "null":
        return None
    if kind == "bool":
        return raw.lower() in {"yes", "true", "on"}
    if kind == "timestamp":
        return Odd(Phrase.A_DATE)
    if kind in {"int", "float"}:
        return _number(raw)
    return raw


def _number(raw: str) -> int | float | Odd:
    """Return a decimal number; octal, base 60 and the like are only ever written by mistake."""
    if len(raw) <= _MAX_NUMBER and re.fullmatch(r"[-+]?(0|[1-9]\d*)", raw):
        return int(raw)
    if len(raw) <= _MAX_NUMBER and re.fullmatch(r"[-+]?\d*\.\d*([eE][-+]?\d+)?", raw):
        return float(raw)
    return Odd(Phrase.ODD_NUMBER)
