"""What a measure wants of its concepts where its list does not say: as its own text has it.

"De hondenbelasting wordt afgeschaft" wants less of a tax, so that who abolishes
it is for the measure, not against it. Most lists of users name no direction:
their texts do, and are read as a programme is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from manifesto_check.dutch.clauses import clause_words, is_carrier, is_loss
from manifesto_check.dutch.figures import Direction
from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.dutch.stance import REJECTIONS, scopes_in
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.matching.context import ConceptTable
from manifesto_check.matching.corpus import Corpus, build_corpus
from manifesto_check.matching.preparedness import Preparation, preparation_of
from manifesto_check.model import Block, BlockKind, Programme
from manifesto_check.recommendations.model import Concept, Measure, Wants

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_DENYING = frozenset({"geen", "niet", "nooit", "nergens", "niemand", "zonder", "minder", "tegen"})
_ADVERBS = frozenset({"weg", "af", "terug", "langer", "dicht", "eruit"})
"""What may stand behind the noun of a thing, as small words do ("geen X meer", "haal X weg")."""


def with_wants(
    measures: Sequence[Measure], table: ConceptTable, matcher: ConceptMatcher
) -> list[Measure]:
    """Return the measures, each concept with what is wanted of it.

    What the list says stands. Else the very thing that the measure's text turns down is refused.
    Where it turns down nothing more is wanted, but of places and groups that the text of a bare
    measure only names ("meer bankjes in het park"): of those, and of all else in a measure that
    refuses something, sets a limit or denies something unclear, neither more nor less, since "less"
    beside them says nothing against it.

    Args:
        measures: with their concepts.
        table: the numbers of those.
        matcher: finds them.
    """
    silent = [row for row, measure in enumerate(measures) if _is_silent(measure)]
    corpus = _as_programme([measures[row].text for row in silent])
    hits = matcher.match(corpus)
    refused: dict[int, set[int]] = {row: set() for row in silent}
    named: dict[int, set[int]] = {row: set() for row in silent}
    for passage, place in enumerate(corpus.passages):
        row, span = silent[place.block], corpus.span(passage)
        turned_down, main = _turned_down(span), _main(span)
        for column in {table.column(concept) for concept in measures[row].concepts}:
            tokens = set(hits.here(column, passage, corpus))
            if not turned_down.isdisjoint(tokens):
                refused[row].add(column)
            if not main.isdisjoint(tokens):
                named[row].add(column)
    result = list(measures)
    for row in silent:
        result[row] = _filled_in(measures[row], table, refused[row], named[row])
    return result


def _filled_in(
    measure: Measure, table: ConceptTable, refused: set[int], named: set[int]
) -> Measure:
    """Return a measure with what is wanted of each concept, from the numbers of some of them."""
    more: set[int] = set()
    if not refused and not sets_a_limit(measure) and not _denies(measure):
        is_bare = preparation_of(measure) is not Preparation.FULL
        all_ = {table.column(concept) for concept in measure.concepts}
        more = named if named and is_bare else all_

    def wants(concept: Concept) -> Wants:
        column = table.column(concept)
        if column in refused:
            return Wants.REFUSED
        return Wants.MORE if column in more else Wants.NONE

    concepts = tuple(replace(c, wants=c.wants or wants(c)) for c in measure.concepts)
    return replace(measure, concepts=concepts)


def _turned_down(span: Span) -> set[int]:
    """Return the tokens of the very thing that a sentence turns down, or of its loss."""
    scopes = [scope for scope in scopes_in(span) if scope.category in REJECTIONS]
    # "Verkoop geen X": a measure asks, so that its "geen" does not just tell what is.
    turns_down = bool(scopes) or any(token.lower_ == "geen" for token in span)
    losses = {token.i for token in span if is_loss(token.lemma_)} if turns_down else set()
    thing = frozenset().union(*(scope.thing for scope in scopes))
    return losses or {at for at in thing if not _goes_on(at, thing, span.doc)}


def _goes_on(at: int, thing: Set[int], doc: Doc) -> bool:
    """Say whether a word of a thing says of what kind the next one is: "vervuilende industrie"."""
    if at + 1 not in thing:
        return False
    following = doc[at + 1]
    return following.is_alpha and following.lower_ not in clause_words("before_noun") | _ADVERBS


def _main(span: Span) -> set[int]:
    """Return the tokens of a sentence but those of places, groups and the like.

    They stand behind a preposition, up to the next comma or thing, but where the noun before it
    only says how what is behind is there ("geld voor X").
    """
    main: set[int] = set()
    is_behind = has_noun = carries = False
    for token in span:
        word = token.lower_
        if word == "per":  # "€ 500 per jaar energietoeslag"
            continue
        if word in clause_words("prepositions"):
            is_behind, has_noun = not carries, False
        elif word in {",", ";", ":"} or (has_noun and word in clause_words("determiners")):
            is_behind = False
        elif token.is_alpha and word not in clause_words("before_noun"):
            has_noun = True
        if not is_behind:
            main.add(token.i)
        carries = is_carrier(token.lemma_)
    return main


def _is_silent(measure: Measure) -> bool:
    return measure.wants is None and any(c.wants is None for c in measure.concepts)


def sets_a_limit(measure: Measure) -> bool:
    """Say whether a measure asks for at most so much of something."""
    return any(figure.direction is Direction.AT_MOST for figure in measure.figures)


def _denies(measure: Measure) -> bool:
    """Say whether a text denies something: of what, could not be told where nothing is refused."""
    return not _DENYING.isdisjoint(re.findall(r"\w+", measure.text.lower()))


def _as_programme(texts: Sequence[str]) -> Corpus:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in texts)
    return build_corpus(Programme("", "", (), blocks), dutch_pipeline())
