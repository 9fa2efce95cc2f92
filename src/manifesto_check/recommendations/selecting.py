"""Choosing measures by the ids that a user gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from manifesto_check.recommendations.model import RecommendationList
from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import NO_HINT, UnknownIdError, meant, quoted
from manifesto_check.telling import Message

_LEVELS = ("source", "theme", "recommendation", "measure")
_WORDS = {
    "source": (Phrase.SOURCE, Phrase.A_SOURCE),
    "theme": (Phrase.THEME, Phrase.A_THEME),
    "recommendation": (Phrase.RECOMMENDATION, Phrase.A_RECOMMENDATION),
    "measure": (Phrase.MEASURE, Phrase.A_MEASURE),
}


def select(
    recommendations: RecommendationList,
    *,
    sources: Iterable[str] = (),
    themes: Iterable[str] = (),
    measures: Iterable[str] = (),
) -> frozenset[str]:
    """Return the ids of the measures that a user chose.

    What is named is chosen: with a theme and a measure of another theme, both.

    Args:
        recommendations: the list to choose from.
        sources: ids of sources, in any case.
        themes: ids of themes.
        measures: ids of measures, or of recommendations for all their measures.

    Returns:
        The ids of the chosen measures, or of all where nothing was given.

    Raises:
        UnknownIdError: there is no such id; names the nearest, or the right level.
    """
    table = _table(recommendations)
    wanted = [
        *_find(table, sources, ("source",)),
        *_find(table, themes, ("theme",)),
        *_find(table, measures, ("measure", "recommendation")),
    ]
    if not wanted:
        return frozenset(measure.id for measure in recommendations.measures)
    return frozenset().union(*wanted)


@dataclass(frozen=True, slots=True)
class Named:
    """What an id stands for: the id as the list has it, and its measures in the list's order."""

    id: str
    measures: tuple[str, ...]


def named(
    recommendations: RecommendationList, name: str, levels: tuple[str, ...] = _LEVELS
) -> Named:
    """Return what a user means by an id.

    Args:
        recommendations: the list to look in.
        name: the id, in any case.
        levels: what it may be: source, theme, recommendation, measure. The
            first is named where it is nothing of the kind.

    Raises:
        UnknownIdError: there is no such id; names the nearest, or the right level.
    """
    table = _table(recommendations)
    (chosen,) = _find(table, [name], levels)
    order = [measure.id for measure in recommendations.measures]
    return Named(table[name.strip().casefold()].name, tuple(key for key in order if key in chosen))


class _Entry:
    """An id of the list: how it is written, its level and the measures below it."""

    def __init__(self, name: str, level: str) -> None:
        self.name = name
        self.level = level
        self.measures: set[str] = set()


def _table(recommendations: RecommendationList) -> dict[str, _Entry]:
    table: dict[str, _Entry] = {}
    for source, theme, recommendation, measure in recommendations.entries():
        names = (source.id, theme.id, recommendation.id, measure.id)
        for level, name in zip(_LEVELS, names, strict=True):
            table.setdefault(name.casefold(), _Entry(name, level)).measures.add(measure.id)
    return table


def _find(
    table: dict[str, _Entry], names: Iterable[str], levels: tuple[str, ...]
) -> list[set[str]]:
    found = []
    for name in names:
        entry = table.get(name.strip().casefold())
        if entry is None or entry.level not in levels:
            raise UnknownIdError(_explain(table, name, levels, entry))
        found.append(entry.measures)
    return found


def _explain(
    table: dict[str, _Entry], name: str, levels: tuple[str, ...], entry: _Entry | None
) -> Message:
    wanted, _ = _WORDS[levels[0]]
    if entry is not None:
        _, level = _WORDS[entry.level]
        return Message.of(Phrase.OTHER_LEVEL, id=quoted(entry.name), level=level, wanted=wanted)
    known = [item.name for item in table.values() if item.level in levels]
    hint = meant(name, known)
    if hint == NO_HINT and len(known) <= 20:
        hint = Message.of(Phrase.CHOOSE, known=", ".join(known))
    return Message.of(Phrase.NOT_IN_LIST, id=quoted(name), wanted=wanted, hint=hint)
