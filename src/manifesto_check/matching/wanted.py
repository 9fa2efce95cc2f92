"""What a measure wants of its concepts where its list does not say: as its own sentences have it.

"De hondenbelasting wordt afgeschaft" wants less of a tax, so that who abolishes
it is for the measure, not against it. Most lists of users name no direction:
their texts do, and are read as a programme is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from manifesto_check.dutch.demands import kept, main_words, turned_down
from manifesto_check.dutch.figures import Direction
from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.dutch.stance import REJECTIONS, Stance, scopes_in, stances_of
from manifesto_check.matching.atoms import lookalikes_of
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.matching.context import ConceptTable, concept_table
from manifesto_check.matching.corpus import Corpus, build_corpus
from manifesto_check.matching.derive import filled_in
from manifesto_check.matching.preparedness import Preparation, preparation_of
from manifesto_check.model import Block, BlockKind, Programme
from manifesto_check.recommendations.model import Concept, Measure, RecommendationList, Wants

_DENYING = frozenset({"geen", "niet", "nooit", "nergens", "niemand", "zonder", "minder", "tegen"})


@dataclass
class _Told:
    """What a measure's sentences tell of its concepts; each is the number of a concept.

    Attributes:
        refused: the very thing that its text turns down.
        kept: what it wants to stay.
        named: what its text does not only name as a place, a group or the like.
        lessened: of what an example wants less.
    """

    refused: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    lessened: set[int] = field(default_factory=set)

    @property
    def is_clear(self) -> bool:
        """Whether the text says of something that it must go, or stay."""
        return bool(self.refused or self.kept)


def with_wants(
    measures: Sequence[Measure], table: ConceptTable, matcher: ConceptMatcher
) -> list[Measure]:
    """Return the measures, each concept with what is wanted of it.

    What the list says stands. Else the very thing that the measure's text turns down is refused,
    and more is wanted of what it wants to stay ("geen zwembad gaat dicht"). Where it turns down
    nothing, more is wanted of its concepts; in measures with few words, not of the places and
    groups that their text only names ("meer bankjes in het park"), nor of what an example of
    theirs wants less of. Of all else, and of what stands in a measure that refuses something,
    sets a limit or denies something unclear, neither more nor less is wanted: "less" beside it
    says nothing against the measure.

    Args:
        measures: with their concepts.
        table: the numbers of those.
        matcher: finds them.
    """
    result, told = list(measures), _told(measures, table, matcher)
    for row, measure in enumerate(measures):
        if row in told:
            result[row] = _filled_in(measure, table, told[row])
    return result


def sets_a_limit(measure: Measure) -> bool:
    """Say whether a measure asks for at most so much of something."""
    return any(figure.direction is Direction.AT_MOST for figure in measure.figures)


def as_judged(recommendations: RecommendationList) -> RecommendationList:
    """Return a list as its measures are judged, with all that is derived from their texts.

    Args:
        recommendations: one list, not several joined.
    """
    judged = {measure.id: measure for measure in with_wants(*_compiled(recommendations))}
    return recommendations.with_measures(lambda measure: judged[measure.id])


def unclear(recommendations: RecommendationList) -> list[Measure]:
    """Return the measures whose text denies something, but not plainly one of their concepts.

    Args:
        recommendations: one list, not several joined.
    """
    measures, table, matcher = _compiled(recommendations)
    told = _told(measures, table, matcher)
    return [
        measure
        for row, measure in enumerate(measures)
        if row in told
        and not told[row].refused
        and not told[row].kept
        and measure.concepts
        and _denies(measure)
    ]


def _compiled(
    recommendations: RecommendationList,
) -> tuple[list[Measure], ConceptTable, ConceptMatcher]:
    """Return the measures of a list with their concepts, numbered and ready to be found."""
    measures = [filled_in(measure) for measure in recommendations.measures]
    table = concept_table(measures)
    return measures, table, ConceptMatcher(table.concepts, lookalikes_of(recommendations.not_meant))


def _told(
    measures: Sequence[Measure], table: ConceptTable, matcher: ConceptMatcher
) -> dict[int, _Told]:
    """Return what is told of the concepts of each measure of which the list says nothing."""
    sentences = list(_sentences(measures))
    told = {row: _Told() for row, _, _ in sentences}
    corpus = _as_programme([text for _, text, _ in sentences])
    hits = matcher.match(corpus)
    for passage, place in enumerate(corpus.passages):
        row, _, is_example = sentences[place.block]
        span, of_row = corpus.span(passage), told[row]
        scopes = scopes_in(span)
        turned, main, staying = turned_down(span), main_words(span), kept(span)
        for column in {table.column(concept) for concept in measures[row].concepts}:
            tokens = set(hits.here(column, passage, corpus))
            if is_example:
                stances = stances_of(tokens, scopes)
                if REJECTIONS & stances and Stance.WANTS not in stances:
                    of_row.lessened.add(column)
                continue
            if not turned.isdisjoint(tokens):
                of_row.refused.add(column)
            elif not staying.isdisjoint(tokens):
                of_row.kept.add(column)
            if not main.isdisjoint(tokens):
                of_row.named.add(column)
    return told


def _sentences(measures: Sequence[Measure]) -> Iterator[tuple[int, str, bool]]:
    """Yield row, sentence and whether it is an example, of measures whose list does not say."""
    for row, measure in enumerate(measures):
        if measure.wants is None and any(c.wants is None for c in measure.concepts):
            yield row, measure.text, False
            if _has_few_words(measure):
                yield from ((row, example, True) for example in measure.examples)


def _filled_in(measure: Measure, table: ConceptTable, told: _Told) -> Measure:
    """Return a measure with what is wanted of each concept."""
    more: set[int] = set()
    if not told.refused and not sets_a_limit(measure) and not _denies(measure):
        more = {table.column(concept) for concept in measure.concepts}
        if _has_few_words(measure):
            more = (told.named or more) - told.lessened

    def wants(concept: Concept) -> Wants:
        column = table.column(concept)
        if column in told.refused:
            return Wants.REFUSED
        return Wants.MORE if column in more or column in told.kept else Wants.NONE

    concepts = tuple(replace(c, wants=c.wants or wants(c)) for c in measure.concepts)
    return replace(measure, concepts=concepts)


def _has_few_words(measure: Measure) -> bool:
    return preparation_of(measure) is not Preparation.FULL


def _denies(measure: Measure) -> bool:
    """Say whether a text denies something: of what, could not be told where nothing is refused."""
    return not _DENYING.isdisjoint(re.findall(r"\w+", measure.text.lower()))


def _as_programme(texts: Sequence[str]) -> Corpus:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in texts)
    return build_corpus(Programme("", "", (), blocks), dutch_pipeline())
