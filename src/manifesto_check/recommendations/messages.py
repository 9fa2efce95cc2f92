"""Pydantic's errors in plain words, each at its line and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from manifesto_check.recommendations.nodes import ListNode, MapNode, Node, Odd, ScalarNode
from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import NO_HINT, Problem, meant, quoted
from manifesto_check.recommendations.schema import (
    ConceptModel,
    ConceptUse,
    FigureModel,
    FileModel,
    MeasureModel,
    NotMeantModel,
    RecommendationModel,
    SourceModel,
    ThemeModel,
)
from manifesto_check.telling import Message

# What the items under a key are called, and the model that says which keys they have.
_ITEMS = {
    "": (Phrase.THE_FILE, FileModel),
    "vocabulary": (Phrase.THIS_CONCEPT, ConceptModel),
    "not_meant": (Phrase.THIS_NOT_MEANT, NotMeantModel),
    "sources": (Phrase.THIS_SOURCE, SourceModel),
    "themes": (Phrase.THIS_THEME, ThemeModel),
    "recommendations": (Phrase.THIS_RECOMMENDATION, RecommendationModel),
    "measures": (Phrase.THIS_MEASURE, MeasureModel),
    "concepts": (Phrase.THIS_CONCEPT, ConceptModel),
    "concept-use": (Phrase.THIS_CONCEPT, ConceptUse),
    "concept-full": (Phrase.THIS_CONCEPT, ConceptModel),
    "figures": (Phrase.THIS_FIGURE, FigureModel),
}
_KINDS = {"concept-name", "concept-use", "concept-full"}  # in an error's path, not in the file

Error = Mapping[str, Any]


def explain(errors: Iterable[Error], root: Node) -> list[Problem]:
    """Return pydantic's errors as problems.

    Args:
        errors: from ``ValidationError.errors()``.
        root: the outermost node of the file.
    """
    return [_explain_one(error, root) for error in errors]


def _explain_one(error: Error, root: Node) -> Problem:
    path: tuple[str | int, ...] = error["loc"]
    node = _find(root, path)
    if error["type"] == "extra_forbidden":
        parent = _find(root, path[:-1])
        if isinstance(parent, MapNode):
            node = parent.keys.get(str(path[-1]), node)
        message = _unknown_key(path)
    elif error["type"] == "missing":
        node = _find(root, path[:-1])
        key, item = quoted(str(path[-1])), _item(path[:-1])[0]
        message = Message.of(Phrase.MISSING_KEY, key=key, item=item)
    else:
        message = _wrong_value(error, path, node)
    return Problem(node.line, node.column, message)


def _find(root: Node, path: tuple[str | int, ...]) -> Node:
    """Follow an error's path as far as the file goes."""
    node = root
    for step in path:
        if isinstance(step, str) and step in _KINDS:
            continue
        if isinstance(node, MapNode) and step in node.entries:
            node = node.entries[str(step)]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def _item(path: tuple[str | int, ...]) -> tuple[Phrase, type[Any]]:
    """Return the name and the model of the item at a path."""
    names = [step for step in path if isinstance(step, str)]
    return _ITEMS.get(names[-1] if names else "", (Phrase.THIS_GROUP, FileModel))


def _unknown_key(path: tuple[str | int, ...]) -> Message:
    key, (item, model) = str(path[-1]), _item(path[:-1])
    known = tuple(model.model_fields)
    hint = meant(key, known)
    if hint == NO_HINT:
        hint = Message.of(Phrase.POSSIBLE, known=", ".join(known))
    return Message.of(Phrase.UNKNOWN_KEY, key=quoted(key), item=item, hint=hint)


def _wrong_value(error: Error, path: tuple[str | int, ...], node: Node) -> Message:
    context = error.get("ctx") or {}
    key = next(
        (step for step in reversed(path) if isinstance(step, str) and step not in _KINDS), ""
    )
    expected = _EXPECTED.get(error["type"])
    if expected is None:
        message = _limit(error["type"], context, node)
    else:
        found = _found(node, error["type"])
        message = Message.of(Phrase.EXPECTED, expected=expected, found=found)
    return Message.of(Phrase.AT_KEY, key=key, message=message) if key else message


_EXPECTED = {
    "string_type": Phrase.TEXT,
    "list_type": Phrase.A_LIST_OF,
    "model_type": Phrase.KEYS_AND_VALUES,
    "bool_type": Phrase.TRUE_OR_FALSE,
    "float_type": Phrase.A_POINT_NUMBER,
    "finite_number": Phrase.A_PLAIN_NUMBER,
    "union_tag_not_found": Phrase.A_CONCEPT,
}


def _limit(kind: str, context: Mapping[str, Any], node: Node) -> Message:
    if kind == "string_too_long":
        length = len(node.raw) if isinstance(node, ScalarNode) else 0
        return Message.of(Phrase.TOO_LONG, length=length, limit=context["max_length"])
    if kind == "string_pattern_mismatch":
        raw = node.raw if isinstance(node, ScalarNode) else ""
        return Message.of(Phrase.NO_ID, raw=quoted(raw)) if raw.strip() else Message(Phrase.BLANK)
    if kind == "too_short":
        return Message(Phrase.EMPTY_LIST)
    if kind == "literal_error":
        choices, found = _choices(context["expected"]), _found(node, kind)
        return Message.of(Phrase.EXPECTED, expected=choices, found=found)
    if kind == "no_words":
        return Message(Phrase.NO_WORDS)
    if kind == "control":
        return Message.of(Phrase.CONTROL, code=context["code"])
    return Message.of(Phrase.INVALID, kind=kind)


def _choices(expected: str) -> Message | str:
    """Return what pydantic lists, as ``'a', 'b' or 'c'``."""
    some, sign, last = expected.replace("'", "").rpartition(" or ")
    return Message.of(Phrase.EITHER, some=some, last=last) if sign else last


def _found(node: Node, kind: str) -> Phrase | Message | str:
    """Return what stands there instead, and how to mend it where quotes or a point do."""
    if isinstance(node, ListNode):
        return Phrase.A_LIST
    if isinstance(node, MapNode):
        return Phrase.A_GROUP
    if not isinstance(node, ScalarNode):
        return Phrase.SOMETHING_ELSE
    if node.value is None:
        return Phrase.NOTHING
    text_wanted = kind in {"string_type", "union_tag_not_found"}
    if text_wanted and node.plain and not isinstance(node.value, str):
        raw = quoted(node.raw)[1:-1]
        return Message.of(Phrase.READ_AS, raw=raw, reading=_reading(node.value))
    if kind == "float_type" and "," in node.raw:
        return Message.of(Phrase.COMMA, raw=quoted(node.raw))
    return quoted(node.raw)


def _reading(value: object) -> Phrase:
    if isinstance(value, Odd):
        return value.kind
    return Phrase.YES_OR_NO if isinstance(value, bool) else Phrase.A_NUMBER
