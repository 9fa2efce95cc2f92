"""The recommendations as the tool uses them: source, theme, recommendation, measure, concept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from manifesto_check.dutch.figures import Direction


class Wants(StrEnum):
    """What a measure wants of what a concept names: more (or any), less (or none), or neither.

    No list says ``REFUSED``: it is found where a list says nothing and the measure's text turns
    down that very thing, so that who wants it is against the measure.
    """

    MORE = "more"
    LESS = "less"
    NONE = "none"
    REFUSED = "refused"


OPPOSITE = "tegendeel"
"""The name of the concept of what is contrary to a measure, shown by ``explain``."""
NEEDED = "onmisbaar"
"""The name of the concept of what a measure cannot do without, shown by ``explain``."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One of the ideas that must come together for a measure.

    Attributes:
        name: a short Dutch name, shown by ``explain``.
        terms: words or phrases, in their dictionary form. One word matches a
            word of the programme with that lemma, or a compound whose last
            part it is (``opvang`` matches ``daklozenopvang``). Several words
            match where all of them stand close together, in any order.
        parts: letters that match anywhere inside a word (``schuldhulp``
            matches ``schuldhulpverleningstraject``).
        optional: strengthens a match, but a passage without it can still be one.
        wants: what the measure wants of it; none for one that only names a
            group, an actor or a place. None takes the measure's own.
        thesaurus: whether it gets words of the thesaurus, where few are written of the measure.
        synonyms: those words, matched as ``terms`` are; no list holds them.
    """

    name: str
    terms: tuple[str, ...]
    parts: tuple[str, ...] = ()
    optional: bool = False
    wants: Wants | None = None
    thesaurus: bool = True
    synonyms: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words and phrases that meet it."""
        return (*self.terms, *self.synonyms)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a measure names: ``value`` in ``unit``, and which side of it counts."""

    value: float
    unit: str
    direction: Direction
    of: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """The smallest demand that a programme can adopt or leave out.

    Attributes:
        examples: sentences as a programme would say it.
        partial_examples: sentences that take up only part of it, or are weaker or vaguer.
        absent_examples: sentences near it that do not propose it (the topic alone,
            a neighbouring demand, praise of what was done).
        opposed_by: sentences as a programme would say the opposite.
        wants: what it wants of its concepts; None where the list does not say.
        opposite_terms: words or phrases for the contrary thing, as ``Concept.terms``: who
            wants that is against the measure.
        needed_terms: words or phrases for what the measure cannot do without, as
            ``Concept.terms``: who wants less of that very thing is against the measure.
        related: ids of measures that ask nearly the same.
        conflicts: ids of measures that ask the contrary.
    """

    id: str
    text: str
    concepts: tuple[Concept, ...] = ()
    examples: tuple[str, ...] = ()
    partial_examples: tuple[str, ...] = ()
    absent_examples: tuple[str, ...] = ()
    opposed_by: tuple[str, ...] = ()
    opposite_terms: tuple[str, ...] = ()
    needed_terms: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    wants: Wants | None = None
    related: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()

    @property
    def opposite(self) -> Concept | None:
        """The contrary thing, as a concept; None where the list names none."""
        terms = self.opposite_terms
        return Concept(OPPOSITE, terms, optional=True) if terms else None

    @property
    def needed(self) -> Concept | None:
        """What it cannot do without, as a concept; None where the list names nothing."""
        terms = self.needed_terms
        return Concept(NEEDED, terms, optional=True) if terms else None


@dataclass(frozen=True, slots=True)
class NotMeant:
    """Words of programmes that hold a word of the list, and are another kind of thing.

    Attributes:
        word: of the list, or its beginning or end ("tekort").
        inside: the words that it does not stand for ("lerarentekort"), without their endings.
    """

    word: str
    inside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One numbered or bulleted item of a source document, with its measures."""

    id: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter of a source; ``title_only`` keeps it out of coverage."""

    id: str
    title: str
    recommendations: tuple[Recommendation, ...]
    title_only: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One document that recommendations come from."""

    id: str
    title: str
    file: str
    themes: tuple[Theme, ...]
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class RecommendationList:
    """A whole list: its sources, the path it was read from and the sha256 of its bytes.

    ``parts`` are the lists that it was put together from, where there were several:
    ``not_meant`` is then theirs, since each holds for its own list alone.
    """

    path: str
    sha256: str
    sources: tuple[Source, ...]
    parts: tuple[RecommendationList, ...] = ()
    not_meant: tuple[NotMeant, ...] = ()

    def entries(self) -> Iterator[tuple[Source, Theme, Recommendation, Measure]]:
        """Yield every measure with what it belongs to, in the order of the list."""
        for source in self.sources:
            for theme in source.themes:
                for recommendation in theme.recommendations:
                    for measure in recommendation.measures:
                        yield source, theme, recommendation, measure

    @property
    def lists(self) -> tuple[RecommendationList, ...]:
        """The lists as they were loaded: its parts, or itself alone."""
        return self.parts or (self,)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All measures, in the order of the list."""
        return tuple(measure for *_, measure in self.entries())

    def with_measures(self, change: Callable[[Measure], Measure]) -> RecommendationList:
        """Return the list with every measure changed."""

        def of_theme(theme: Theme) -> Theme:
            changed = (
                replace(point, measures=tuple(map(change, point.measures)))
                for point in theme.recommendations
            )
            return replace(theme, recommendations=tuple(changed))

        sources = (replace(s, themes=tuple(map(of_theme, s.themes))) for s in self.sources)
        return replace(self, sources=tuple(sources))
