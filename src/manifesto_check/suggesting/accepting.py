"""What the writer of a list does with proposals: take them, leave them, or only some words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from manifesto_check.recommendations.model import Concept, Measure
from manifesto_check.suggesting.suggest import Proposal


def without_synonyms(proposal: Proposal) -> Proposal | None:
    """Return the proposal with only what the text itself gives; None where nothing is left."""
    bare = replace(proposal, synonyms=())
    return bare if bare.terms or bare.parts else None


def measure_with(measure: Measure, accepted: Iterable[Proposal]) -> Measure:
    """Return a measure as it will be once its accepted proposals are in the list."""
    concepts = {concept.name: concept for concept in measure.concepts}
    for proposal in accepted:
        words = (*proposal.terms, *(word for word, _ in proposal.synonyms))
        old = concepts.get(proposal.name)
        if old is None:
            concepts[proposal.name] = Concept(
                proposal.name, words, proposal.parts, proposal.optional
            )
        else:
            concepts[proposal.name] = replace(
                old, terms=(*old.terms, *words), parts=(*old.parts, *proposal.parts)
            )
    return replace(measure, concepts=tuple(concepts.values()))
