"""Checks that concern several places in a file: ids that are unique, names that exist.

They read the nodes and not the validated models, so that they also run on a
file with other mistakes: a user sees all problems at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from manifesto_check.recommendations.nodes import MapNode, Node, text
from manifesto_check.recommendations.problems import Problem, meant, quoted

_LEVELS = ("sources", "themes", "recommendations", "measures")
_NAMES = dict(
    zip(_LEVELS, ("een bron", "een thema", "een aanbeveling", "een maatregel"), strict=True)
)
_MAX_HINTS = 100  # a file with more wrong names has another fault, and guessing takes time


def check(root: MapNode) -> list[Problem]:
    """Return the problems of ids, names of concepts, and references between measures.

    Args:
        root: the outermost node of the file.
    """
    return [*_check_ids(root), *_check_concepts(root), *_check_references(root)]


def _walk(node: MapNode, level: int = 0) -> Iterator[tuple[str, MapNode]]:
    """Yield each source, theme, recommendation and measure with the key it stands under."""
    if level < len(_LEVELS):
        for item in node.maps_of(_LEVELS[level]):
            yield _LEVELS[level], item
            yield from _walk(item, level + 1)


def _measures(root: MapNode) -> Iterator[MapNode]:
    return (item for level, item in _walk(root) if level == "measures")


def _problem(node: Node, message: str) -> Problem:
    return Problem(node.line, node.column, message)


def _check_ids(root: MapNode) -> Iterator[Problem]:
    """Users give ids in any case, so case alone does not tell two apart."""
    seen: dict[str, tuple[str, Node]] = {}
    for level, item in _walk(root):
        name = item.text_of("id")
        if name is None:
            continue
        node = item.entries["id"]
        if name.casefold() in seen:
            other, first = seen[name.casefold()]
            where = f"{_NAMES[other]} op regel {first.line}"
            yield _problem(node, f"id {quoted(name)} is al van {where}; geef elk een eigen id")
        else:
            seen[name.casefold()] = (level, node)


def _check_concepts(root: MapNode) -> Iterator[Problem]:
    known: dict[str, int] = {}
    for concept in root.maps_of("vocabulary"):
        name = concept.text_of("name")
        if name in known:
            where = f"begrip {quoted(name)} staat al in vocabulary (regel {known[name]})"
            yield _problem(concept.entries["name"], f"{where}; laat er één staan")
        elif name is not None:
            known[name] = concept.line
    hints = _MAX_HINTS
    for measure in _measures(root):
        used: set[str] = set()
        for entry in measure.items_of("concepts"):
            node = entry.entries.get("use") if isinstance(entry, MapNode) else entry
            name = text(node)
            if node is None or name is None:
                continue
            if name not in known:
                yield _problem(node, _unknown(name, known if hints > 0 else {}))
                hints -= 1
            elif name in used:
                yield _problem(node, f"begrip {quoted(name)} staat er al; laat er één staan")
            used.add(name)


def _unknown(name: str, known: dict[str, int]) -> str:
    return f"begrip {quoted(name)} staat niet in vocabulary{meant(name, known)}"


def _check_references(root: MapNode) -> Iterator[Problem]:
    known = {name for m in _measures(root) if (name := m.text_of("id")) is not None}
    hints = _MAX_HINTS
    for measure in _measures(root):
        own, used = measure.text_of("id"), dict[str, str]()
        for key in ("related", "conflicts"):
            for node in measure.items_of(key):
                name = text(node)
                if name is None:
                    continue
                if name == own:
                    yield _problem(node, f"{key}: een maatregel kan niet naar zichzelf verwijzen")
                elif name in used:
                    yield _problem(node, f"{key}: {quoted(name)} staat al in {used[name]}")
                elif name not in known:
                    hint = meant(name, sorted(known)) if hints > 0 else ""
                    hints -= 1
                    yield _problem(node, f"{key}: er is geen maatregel {quoted(name)}{hint}")
                used.setdefault(name, key)
