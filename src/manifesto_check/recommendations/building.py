"""From the validated models to the classes that the rest of the tool uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from manifesto_check.dutch.figures import Direction
from manifesto_check.recommendations.model import (
    Concept,
    Figure,
    Measure,
    NotMeant,
    Recommendation,
    RecommendationList,
    Source,
    Theme,
    Wants,
)
from manifesto_check.recommendations.schema import (
    ConceptModel,
    ConceptUse,
    FigureModel,
    FileModel,
    MeasureModel,
    SourceModel,
    ThemeModel,
)

Vocabulary = Mapping[str, Concept]


def build(file: FileModel, path: str, digest: str) -> RecommendationList:
    """Return the list that is in a validated file whose names have been checked.

    White space in texts is folded: a line break in YAML is no part of a text.

    Args:
        file: the whole file.
        path: how to name it.
        digest: the sha256 of its bytes.
    """
    vocabulary = {concept.name: _concept(concept) for concept in file.vocabulary}
    return RecommendationList(
        path,
        digest,
        tuple(_source(source, vocabulary) for source in file.sources),
        not_meant=tuple(
            NotMeant(_fold(item.word).lower(), tuple(word.lower() for word in _texts(item.inside)))
            for item in file.not_meant
        ),
    )


def _fold(text: str) -> str:
    return " ".join(text.split())


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(_fold(text) for text in texts)


def _source(source: SourceModel, vocabulary: Vocabulary) -> Source:
    return Source(
        id=source.id,
        title=_fold(source.title),
        file=source.file,
        themes=tuple(_theme(theme, vocabulary) for theme in source.themes),
        publisher=_fold(source.publisher) or None,
    )


def _theme(theme: ThemeModel, vocabulary: Vocabulary) -> Theme:
    recommendations = tuple(
        Recommendation(item.id, tuple(_measure(measure, vocabulary) for measure in item.measures))
        for item in theme.recommendations
    )
    return Theme(theme.id, _fold(theme.title), recommendations, theme.title_only)


def _measure(measure: MeasureModel, vocabulary: Vocabulary) -> Measure:
    return Measure(
        id=measure.id,
        text=_fold(measure.text),
        concepts=tuple(_entry(entry, vocabulary) for entry in measure.concepts),
        examples=_texts(measure.examples),
        partial_examples=_texts(measure.partial_examples),
        absent_examples=_texts(measure.absent_examples),
        opposed_by=_texts(measure.opposed_by),
        opposite_terms=_texts(measure.opposite_terms),
        needed_terms=_texts(measure.needed_terms),
        figures=tuple(_figure(figure) for figure in measure.figures),
        wants=Wants(measure.wants) if measure.wants is not None else None,
        related=tuple(measure.related),
        conflicts=tuple(measure.conflicts),
    )


def _entry(entry: str | ConceptUse | ConceptModel, vocabulary: Vocabulary) -> Concept:
    if isinstance(entry, ConceptModel):
        return _concept(entry)
    if isinstance(entry, str):
        return vocabulary[entry]
    shared = vocabulary[entry.use]
    own: dict[str, Any] = {}
    if "optional" in entry.model_fields_set:
        own["optional"] = entry.optional
    if entry.wants is not None:
        own["wants"] = Wants(entry.wants)
    return replace(shared, **own)


def _concept(concept: ConceptModel) -> Concept:
    return Concept(
        _fold(concept.name),
        _texts(concept.terms),
        _texts(concept.parts),
        concept.optional,
        Wants(concept.wants) if concept.wants is not None else None,
        thesaurus=concept.thesaurus,
    )


def _figure(figure: FigureModel) -> Figure:
    return Figure(figure.value, _fold(figure.unit), Direction(figure.direction), _fold(figure.of))
