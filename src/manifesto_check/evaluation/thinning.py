"""Lists as they would be had nobody read the programme that is being judged.

Whoever writes terms with annotated programmes at hand adds words that only
one of them uses. Judged with those, that programme looks better than a new
one would. So each training programme is judged by a list without the terms
and parts that it and few others meet, but for words that are known to have
been written without these programmes at hand. To train a verdict nothing more stays; to
judge a programme those stay too that the texts of the list use themselves, which come from
the documents that recommend the measures.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from manifesto_check.matching.atoms import lookalikes_of
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.matching.corpus import Corpus, build_corpus
from manifesto_check.model import Block, BlockKind, Page, Programme
from manifesto_check.recommendations.model import Concept, Measure, NotMeant

if TYPE_CHECKING:
    from spacy.language import Language

FEW = 0.23
"""A term that no larger share of the programmes meets may have been added for one of them.

Chosen so that the figures on programmes that nothing was tuned on come out
as those of leave one out (docs/accuracy.md)."""


def thinned(
    measures: Sequence[Measure],
    corpora: Sequence[Corpus],
    not_meant: Sequence[NotMeant] = (),
    staying: AbstractSet[str] = frozenset(),
) -> list[tuple[Measure, ...]]:
    """Return for each programme the measures without the terms that it and few others meet.

    Args:
        measures: of the whole list.
        corpora: all programmes, at least two; with one, nothing is left out.
        not_meant: words of programmes that the list's words do not mean.
        staying: terms and parts that stay besides those that were written unread.
    """
    if len(corpora) < 2:
        return [tuple(measures) for _ in corpora]
    terms, parts = _words(measures)
    met = _met(terms, parts, corpora, not_meant)
    few = max(1, round(FEW * len(corpora)))
    stays = staying | written_unread()
    may_be_for_one = np.array([word not in stays for word in (*terms, *parts)], dtype=bool)
    alone = met & (met.sum(axis=0) <= few) & may_be_for_one
    return [
        tuple(
            _without(
                measure,
                {t for t, is_alone in zip(terms, row[: len(terms)], strict=True) if is_alone},
                {p for p, is_alone in zip(parts, row[len(terms) :], strict=True) if is_alone},
            )
            for measure in measures
        )
        for row in alone
    ]


def words_of_texts(
    measures: Sequence[Measure], nlp: Language, not_meant: Sequence[NotMeant] = ()
) -> frozenset[str]:
    """Return the terms and parts of a list that its measures' texts meet.

    Whoever writes terms has the texts at hand: these would stand in the list whatever
    programmes say.

    Args:
        measures: of the whole list.
        nlp: the Dutch pipeline, to read the texts with.
        not_meant: words that the list's words do not mean.
    """
    blocks = tuple(Block(BlockKind.PARAGRAPH, m.text, ((0, 1),)) for m in measures)
    texts = build_corpus(Programme("", "", (Page(1),), blocks), nlp)
    terms, parts = _words(measures)
    (met,) = _met(terms, parts, [texts], not_meant)
    return frozenset(w for w, is_met in zip((*terms, *parts), met, strict=True) if is_met)


@cache
def written_unread() -> frozenset[str]:
    """Return the words of the list that ships that no annotated programme was read for."""
    file = resources.files("manifesto_check.evaluation").joinpath("words_written_unread.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _words(measures: Sequence[Measure]) -> tuple[list[str], list[str]]:
    """Return all terms and all parts of a list."""
    concepts = [concept for measure in measures for concept in measure.concepts]
    return (
        sorted({term for concept in concepts for term in concept.terms}),
        sorted({part for concept in concepts for part in concept.parts}),
    )


def _met(
    terms: Sequence[str],
    parts: Sequence[str],
    corpora: Sequence[Corpus],
    not_meant: Sequence[NotMeant],
) -> NDArray[np.bool_]:
    """Return (corpora, terms and parts), which of them each programme meets."""
    matcher = ConceptMatcher(
        [*(Concept(t, (t,)) for t in terms), *(Concept(p, (), (p,)) for p in parts)],
        lookalikes_of(not_meant),
    )
    rows = [[len(tokens) > 0 for tokens in matcher.match(c).tokens] for c in corpora]
    return np.array(rows, dtype=bool).reshape(len(corpora), -1)


def _without(measure: Measure, terms: set[str], parts: set[str]) -> Measure:
    concepts = tuple(
        replace(
            concept,
            terms=tuple(t for t in concept.terms if t not in terms),
            parts=tuple(p for p in concept.parts if p not in parts),
        )
        for concept in measure.concepts
    )
    return replace(measure, concepts=concepts)
