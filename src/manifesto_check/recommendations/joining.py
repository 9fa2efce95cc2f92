"""Several lists in one run: put side by side, each judged as it would be alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from manifesto_check.counting import Count
from manifesto_check.recommendations.loading import load_recommendations
from manifesto_check.recommendations.model import RecommendationList
from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import NO_HINT, ListError, quoted
from manifesto_check.telling import Message

BETWEEN = " + "
"""Stands between the paths of several lists where one name for all of them is shown."""
_SHOWN = 8


def load_lists(paths: Sequence[str | Path] | None) -> RecommendationList:
    """Load the lists of one run.

    Args:
        paths: YAML files; None or empty for the list that ships.

    Returns:
        One list with all sources; where there are several files, its ``parts``
        are the lists as they were loaded.

    Raises:
        RecommendationsError: a list cannot be read or used, or two of them use the same id.
    """
    return join([load_recommendations(path) for path in paths or (None,)])


def join(lists: Sequence[RecommendationList]) -> RecommendationList:
    """Put lists side by side; one list alone stays as it is.

    Args:
        lists: at least one, in the order in which reports show them.

    Raises:
        RecommendationsError: two lists use the same id.
    """
    if len(lists) == 1:
        return lists[0]
    _check_ids(lists)
    digests = "\n".join(part.sha256 for part in lists)
    return RecommendationList(
        path=BETWEEN.join(part.path for part in lists),
        sha256=hashlib.sha256(digests.encode()).hexdigest(),
        sources=tuple(source for part in lists for source in part.sources),
        parts=tuple(lists),
    )


def ids_of(recommendations: RecommendationList) -> Iterator[str]:
    """Yield each id of a list once, of whatever level, from the top down."""
    for source in recommendations.sources:
        yield source.id
        for theme in source.themes:
            yield theme.id
            for recommendation in theme.recommendations:
                yield recommendation.id
                yield from (measure.id for measure in recommendation.measures)


def clashes(one: RecommendationList, other: RecommendationList) -> list[str]:
    """Return the ids of ``other`` that ``one`` uses too; case does not tell two ids apart."""
    known = {name.casefold() for name in ids_of(one)}
    return [name for name in ids_of(other) if name.casefold() in known]


def _check_ids(lists: Sequence[RecommendationList]) -> None:
    for number, other in enumerate(lists):
        for one in lists[:number]:
            if other.sha256 == one.sha256:
                raise ListError.of(Phrase.SAME_LIST, other=other.path, one=one.path)
            both = clashes(one, other)
            if both:
                raise clash(Phrase.SAME_IDS, one.path, other.path, both)


def clash(phrase: Phrase, one: str, other: str, both: Sequence[str]) -> ListError:
    """Return the error of two lists that use the same ids.

    Args:
        phrase: what to say of it.
        one: the path of a list.
        other: that of a later one.
        both: the ids; the first of them are named.
    """
    left = len(both) - _SHOWN
    more = Message.of(Phrase.MORE, count=left) if left > 0 else NO_HINT
    ids = ", ".join(map(quoted, both[:_SHOWN]))
    count = Count(len(both))
    return ListError.of(phrase, one=one, other=other, ids=ids, more=more, count=count)
