"""Pydantic's errors in plain Dutch, each at its line and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from manifesto_check.recommendations.nodes import ListNode, MapNode, Node, Odd, ScalarNode
from manifesto_check.recommendations.problems import Problem, meant, quoted
from manifesto_check.recommendations.schema import (
    ConceptModel,
    ConceptUse,
    FigureModel,
    FileModel,
    MeasureModel,
    RecommendationModel,
    SourceModel,
    ThemeModel,
)

# What the items under a key are called, and the model that says which keys they have.
_ITEMS = {
    "": ("het bestand", FileModel),
    "vocabulary": ("dit begrip", ConceptModel),
    "sources": ("deze bron", SourceModel),
    "themes": ("dit thema", ThemeModel),
    "recommendations": ("deze aanbeveling", RecommendationModel),
    "measures": ("deze maatregel", MeasureModel),
    "concepts": ("dit begrip", ConceptModel),
    "concept-use": ("dit begrip", ConceptUse),
    "concept-full": ("dit begrip", ConceptModel),
    "figures": ("dit getal", FigureModel),
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
        message = f"sleutel {quoted(str(path[-1]))} ontbreekt in {_item(path[:-1])[0]}"
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


def _item(path: tuple[str | int, ...]) -> tuple[str, type[Any]]:
    """Return the name and the model of the item at a path."""
    names = [step for step in path if isinstance(step, str)]
    return _ITEMS.get(names[-1] if names else "", ("deze groep", FileModel))


def _unknown_key(path: tuple[str | int, ...]) -> str:
    key, (name, model) = str(path[-1]), _item(path[:-1])
    known = tuple(model.model_fields)
    hint = meant(key, known) or f"; mogelijk zijn: {', '.join(known)}"
    return f"onbekende sleutel {quoted(key)} in {name}{hint}"


def _wrong_value(error: Error, path: tuple[str | int, ...], node: Node) -> str:
    context = error.get("ctx") or {}
    key = next(
        (step for step in reversed(path) if isinstance(step, str) and step not in _KINDS), ""
    )
    shown = f"{key}: " if key else ""
    expected = _EXPECTED.get(error["type"])
    if expected is not None:
        return f"{shown}verwacht {expected}, maar hier staat {_describe(node, error['type'])}"
    return shown + _limit(error["type"], context, node)


_EXPECTED = {
    "string_type": "tekst",
    "list_type": "een lijst (elk deel op een eigen regel met '- ', of [a, b])",
    "model_type": "een groep sleutels met waarden",
    "bool_type": "true of false",
    "float_type": "een getal (met een punt, zonder aanhalingstekens)",
    "finite_number": "een gewoon getal",
    "union_tag_not_found": "de naam van een begrip uit vocabulary, of een groep met name en terms",
}


def _limit(kind: str, context: Mapping[str, Any], node: Node) -> str:
    if kind == "string_too_long":
        length = len(node.raw) if isinstance(node, ScalarNode) else 0
        return f"te lang: {length} tekens; verwacht hooguit {context['max_length']}"
    if kind == "string_pattern_mismatch":
        return _pattern(node)
    if kind == "too_short":
        return "de lijst is leeg; vul haar of haal de sleutel weg"
    if kind == "literal_error":
        return f"verwacht {_choices(context['expected'])}, maar hier staat {_describe(node, kind)}"
    if kind == "no_words":
        return "dit begrip heeft geen woorden; verwacht terms of parts (of allebei)"
    if kind == "control":
        return f"onzichtbaar stuurteken {context['code']} in de tekst; wis het"
    return f"ongeldige waarde ({kind})"


def _choices(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", " of ")


def _pattern(node: Node) -> str:
    raw = node.raw if isinstance(node, ScalarNode) else ""
    if not raw.strip():
        return "de tekst is leeg; vul haar in"
    return (
        f"{quoted(raw)} kan geen id zijn; verwacht letters, cijfers, punten en streepjes, "
        "zonder spaties, met een letter of cijfer vooraan"
    )


def _describe(node: Node, kind: str) -> str:
    """Say what stands there instead, and how to mend it where quotes or a point do."""
    if isinstance(node, ListNode):
        return "een lijst"
    if isinstance(node, MapNode):
        return "een groep sleutels (staat er een ': ' in de tekst? zet die tussen aanhalingstekens)"
    if not isinstance(node, ScalarNode):
        return "iets anders"
    if node.value is None:
        return "niets"
    text_wanted = kind in {"string_type", "union_tag_not_found"}
    if text_wanted and node.plain and not isinstance(node.value, str):
        raw = quoted(node.raw)[1:-1]
        mend = f'zet dit tussen aanhalingstekens: "{raw}"'
        return f"{raw}, dat YAML als {_reading(node.value)} leest; {mend}"
    if kind == "float_type" and "," in node.raw:
        return f"{quoted(node.raw)}; schrijf een punt in plaats van de komma"
    return quoted(node.raw)


def _reading(value: object) -> str:
    if isinstance(value, Odd):
        return value.kind
    return "ja of nee" if isinstance(value, bool) else "een getal"
