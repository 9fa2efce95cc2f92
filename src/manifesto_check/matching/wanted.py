"""What a measure wants of its concepts where its list does not say: as its own text has it.

"De hondenbelasting wordt afgeschaft" wants less of a tax, so that who abolishes
it is for the measure, not against it. Most lists of users name no direction:
their texts do, and are read as a programme is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from manifesto_check.dutch.figures import Direction
from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.dutch.stance import scopes_in
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.matching.context import ConceptTable
from manifesto_check.matching.corpus import Corpus, build_corpus
from manifesto_check.matching.refusals import refused_among
from manifesto_check.model import Block, BlockKind, Programme
from manifesto_check.recommendations.model import Measure, Wants


def with_wants(
    measures: Sequence[Measure], table: ConceptTable, matcher: ConceptMatcher
) -> list[Measure]:
    """Return the measures, each concept with what is wanted of it.

    What the list says stands. Else the very thing that the measure's text turns down is refused;
    of its other concepts neither more nor less is wanted, as of those of a measure that sets a
    limit: "less" beside them says nothing against it. Where the text turns down nothing, more is.

    Args:
        measures: with their concepts.
        table: the numbers of those.
        matcher: finds them.
    """
    silent = [row for row, measure in enumerate(measures) if _is_silent(measure)]
    result = list(measures)
    corpus = _as_programme([measures[row].text for row in silent])
    hits = matcher.match(corpus)
    refused: dict[int, set[int]] = {row: set() for row in silent}
    for passage, place in enumerate(corpus.passages):
        row, scopes = silent[place.block], scopes_in(corpus.span(passage))
        columns = {table.column(concept) for concept in measures[row].concepts}
        refused[row] |= {c for c in columns if refused_among(hits.here(c, passage, corpus), scopes)}
    for row, measure in ((row, measures[row]) for row in silent):
        rest = Wants.NONE if refused[row] or _sets_a_limit(measure) else Wants.MORE
        wanted = [
            Wants.REFUSED if table.column(c) in refused[row] else rest for c in measure.concepts
        ]
        concepts = zip(measure.concepts, wanted, strict=True)
        result[row] = replace(
            measure, concepts=tuple(replace(c, wants=c.wants or w) for c, w in concepts)
        )
    return result


def _is_silent(measure: Measure) -> bool:
    return measure.wants is None and any(c.wants is None for c in measure.concepts)


def _sets_a_limit(measure: Measure) -> bool:
    return any(figure.direction is Direction.AT_MOST for figure in measure.figures)


def _as_programme(texts: Sequence[str]) -> Corpus:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in texts)
    return build_corpus(Programme("", "", (), blocks), dutch_pipeline())
