"""Proposals put into the text of a list: as concepts, or as comments to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from manifesto_check.recommendations.draft import scalar
from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.yaml_edits import (
    ListText,
    block_column,
    items_of,
    key_of,
    value_of,
    walk,
)
from manifesto_check.suggesting.suggest import Proposal


def with_accepted(data: bytes, path: str, accepted: Iterable[Proposal]) -> bytes:
    """Return the list with these concepts and words in it; all else stays as it is.

    Args:
        data: a list that loads.
        path: how to name it in messages.
        accepted: proposals, their words those that are wanted.

    Raises:
        ListError: a measure is written in a form that no line can be put into.
    """
    text = ListText(data)
    more: dict[int, _MoreWords] = {}
    for measure, proposals in _by_measure(text, accepted):
        new = [proposal for proposal in proposals if proposal.is_new]
        if new:
            _add_concepts(text, measure, new, path)
        for proposal in proposals:
            concept = None if proposal.is_new else _concept_of(text, measure, proposal)
            if concept is not None:
                more.setdefault(concept.start_mark.index, _MoreWords(concept)).add(proposal)
    for words in more.values():
        _extend(text, words.concept, "terms", list(words.terms), path)
        _extend(text, words.concept, "parts", list(words.parts), path)
    return text.result()


def with_comments(data: bytes, path: str, proposals: Iterable[Proposal], note: str) -> bytes:
    """Return the list with the proposals as comments below each measure, to uncomment.

    Args:
        data: a list that loads.
        path: how to name it in messages.
        proposals: all of them.
        note: what the writer is to do, on the first line of each comment.

    Raises:
        ListError: a measure is written in a form that no line can be put into.
    """
    text = ListText(data)
    for measure, found in _by_measure(text, proposals):
        column = block_column(measure, path, Phrase.THIS_MEASURE)
        lines = [f"# {note}"]
        new = [proposal for proposal in found if proposal.is_new]
        if new:
            has_list = key_of(measure, "concepts") is not None
            lines += [] if has_list else ["# concepts:"]
            lines += [f"# {line}" for proposal in new for line in _entry(proposal, counted=True)]
        for proposal in found:
            if not proposal.is_new:
                words = [*_seen(proposal), *(f"...{part}... (parts)" for part in proposal.parts)]
                lines.append(f"# {scalar(proposal.name)}: {', '.join(words)}")
        text.insert_lines(_end_of(text, measure), [" " * column + line for line in lines])
    return text.result()


def _by_measure(text: ListText, proposals: Iterable[Proposal]) -> list[tuple[Any, list[Proposal]]]:
    of: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        of.setdefault(proposal.measure, []).append(proposal)
    measures = [node for level, node in walk(text.root) if level == "measures"]
    return [
        (node, of[value_of(node, "id").value])
        for node in measures
        if value_of(node, "id").value in of
    ]


def _end_of(text: ListText, measure: Any) -> int:
    """Return where lines below the concepts, or else below the text of a measure, can go."""
    has_concepts = value_of(measure, "concepts") is not None
    return _behind(text, measure, "concepts" if has_concepts else "text")


def _behind(text: ListText, node: Any, key: str) -> int:
    """Return where lines below a key with its value can go.

    An alias (``text: *wish``) is the node at its anchor, which always stands before it.
    """
    name, value = key_of(node, key), value_of(node, key)
    return text.after(name if value.start_mark.index < name.start_mark.index else value)


def _entry(proposal: Proposal, *, counted: bool = False) -> list[str]:
    """Return a concept as the lines of an entry of ``concepts``."""
    terms = [*proposal.terms, *(word for word, _ in proposal.synonyms)]
    lines = [f"- name: {scalar(proposal.name)}", f"  terms: {_flow(terms)}"]
    if counted and proposal.synonyms:
        lines[-1] += f"  # {', '.join(_seen(proposal))}"
    if proposal.parts:
        lines.append(f"  parts: {_flow(proposal.parts)}")
    if proposal.optional:
        lines.append("  optional: true")
    return lines


def _seen(proposal: Proposal) -> list[str]:
    return [f"{word} ({count}x)" for word, count in proposal.synonyms]


def _flow(words: Sequence[str]) -> str:
    return f"[{', '.join(_in_flow(word) for word in words)}]"


def _in_flow(word: str) -> str:
    """Return a word as it can stand between brackets, where a comma ends it."""
    return scalar(word) if "," not in word else f'"{word}"'


def _add_concepts(text: ListText, measure: Any, new: Sequence[Proposal], path: str) -> None:
    concepts = value_of(measure, "concepts")
    column = block_column(measure, path, Phrase.THIS_MEASURE)
    if concepts is None:
        lines = ["concepts:", *(line for proposal in new for line in _entry(proposal))]
        place = _behind(text, measure, "text")
        text.insert_lines(place, [" " * column + line for line in lines])
    elif concepts.flow_style or not isinstance(concepts, yaml.SequenceNode):
        block = ["concepts:", *(line for proposal in new for line in _entry(proposal))]
        text.replace(concepts, ("\n" + " " * column).join(["", *block[1:]]))
    else:
        dash = int(concepts.start_mark.column)
        lines = [line for proposal in new for line in _entry(proposal)]
        text.insert_lines(text.after(concepts), [" " * dash + line for line in lines])


@dataclass
class _MoreWords:
    """Words for one concept, which several measures may use: each is written once."""

    concept: Any
    terms: dict[str, None] = field(default_factory=dict)
    parts: dict[str, None] = field(default_factory=dict)

    def add(self, proposal: Proposal) -> None:
        """Take up the words of a proposal."""
        self.terms.update((word, None) for word, _ in proposal.synonyms)
        self.parts.update(dict.fromkeys(proposal.parts))


def _concept_of(text: ListText, measure: Any, proposal: Proposal) -> Any | None:
    """Return where a concept is written out: in the measure, or in the vocabulary."""
    places = [*items_of(measure, "concepts"), *items_of(text.root, "vocabulary")]
    return next(
        (
            node
            for node in places
            if (name := value_of(node, "name")) is not None
            and " ".join(name.value.split()) == proposal.name
        ),
        None,
    )


def _extend(text: ListText, concept: Any, key: str, words: list[str], path: str) -> None:
    found = value_of(concept, key)
    have = {item.value.casefold() for item in items_of(concept, key)}
    words = [word for word in words if word.casefold() not in have]
    if not words:
        return
    if found is None:
        if concept.flow_style:
            text.insert(text.end(concept) - 1, f", {key}: {_flow(words)}")
            return
        column = block_column(concept, path, Phrase.THIS_CONCEPT)
        place = text.after(value_of(concept, "name"))
        text.insert_lines(place, [" " * column + f"{key}: {_flow(words)}"])
    elif found.flow_style:
        added = ", ".join(_in_flow(word) for word in words)
        text.insert(text.end(found) - 1, f", {added}" if found.value else added)
    else:
        dash = " " * int(found.start_mark.column)
        text.insert_lines(text.after(found), [f"{dash}- {scalar(word)}" for word in words])
