"""Checks that concern several places in a file: ids that are unique, names that exist.

They read the nodes and not the validated models, so that they also run on a
file with other mistakes: a user sees all problems at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from manifesto_check.recommendations.nodes import MapNode, Node, text
from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import NO_HINT, Problem, meant, quoted

_LEVELS = ("sources", "themes", "recommendations", "measures")
_OWNERS = {
    "sources": Phrase.A_SOURCE,
    "themes": Phrase.A_THEME,
    "recommendations": Phrase.A_RECOMMENDATION,
    "measures": Phrase.A_MEASURE,
}
_MAX_HINTS = 100  # a file with more wrong names has another fault, and guessing takes time


def check(root: MapNode) -> list[Problem]:
    """Return the problems of ids, names of concepts, words, and references between measures.

    Args:
        root: the outermost node of the file.
    """
    return [
        *_check_ids(root),
        *_check_concepts(root),
        *_check_not_meant(root),
        *_check_references(root),
    ]


def _walk(node: MapNode, level: int = 0) -> Iterator[tuple[str, MapNode]]:
    """Yield each source, theme, recommendation and measure with the key it stands under."""
    if level < len(_LEVELS):
        for item in node.maps_of(_LEVELS[level]):
            yield _LEVELS[level], item
            yield from _walk(item, level + 1)


def _measures(root: MapNode) -> Iterator[MapNode]:
    return (item for level, item in _walk(root) if level == "measures")


def _problem(node: Node, phrase: Phrase, /, **values: object) -> Problem:
    return Problem.of(node.line, node.column, phrase, **values)


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
            owner = _OWNERS[other]
            yield _problem(node, Phrase.ID_TAKEN, id=quoted(name), owner=owner, line=first.line)
        else:
            seen[name.casefold()] = (level, node)


def _check_concepts(root: MapNode) -> Iterator[Problem]:
    known: dict[str, int] = {}
    for concept in root.maps_of("vocabulary"):
        name = concept.text_of("name")
        if name in known:
            place, line = concept.entries["name"], known[name]
            yield _problem(place, Phrase.CONCEPT_TWICE, name=quoted(name), line=line)
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
                hint = meant(name, known) if hints > 0 else NO_HINT
                hints -= 1
                yield _problem(node, Phrase.CONCEPT_UNKNOWN, name=quoted(name), hint=hint)
            elif name in used:
                yield _problem(node, Phrase.CONCEPT_USED_TWICE, name=quoted(name))
            used.add(name)


def _check_not_meant(root: MapNode) -> Iterator[Problem]:
    for item in root.maps_of("not_meant"):
        word = item.text_of("word") or ""
        for node in item.items_of("inside"):
            inside = text(node)
            if inside is not None and word.strip().casefold() not in inside.casefold():
                yield _problem(node, Phrase.NOT_INSIDE, word=quoted(word), inside=quoted(inside))


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
                shown = quoted(name)
                if name == own:
                    yield _problem(node, Phrase.REFERS_TO_ITSELF, key=key)
                elif name in used:
                    yield _problem(node, Phrase.REFERRED_TWICE, key=key, id=shown, other=used[name])
                elif name not in known:
                    hint = meant(name, sorted(known)) if hints > 0 else NO_HINT
                    hints -= 1
                    yield _problem(node, Phrase.NO_SUCH_MEASURE, key=key, id=shown, hint=hint)
                used.setdefault(name, key)
