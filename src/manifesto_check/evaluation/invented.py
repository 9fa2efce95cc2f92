"""Sixteen programmes of invented parties that oppose much, with their verdicts (``invented/``).

Real programmes oppose one measure in a hundred, too few to learn from or to measure by. These were
written for that by a language model, which knew the measures and nothing else of this package, and
read a second time by another; no person has checked them. They hold many a near miss: what rejects
something near a measure.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from manifesto_check.evaluation.annotations import read_annotations
from manifesto_check.evaluation.training import Example, make_example
from manifesto_check.matching.corpus import build_corpus
from manifesto_check.matching.encoder import Encoder
from manifesto_check.matching.signal_maker import SignalMaker
from manifesto_check.recommendations.model import RecommendationList
from manifesto_check.sources import read_programme

if TYPE_CHECKING:
    from spacy.language import Language


def invented_files() -> list[Path]:
    """Return the programmes' files, by name; the verdicts of each stand beside it."""
    with resources.as_file(resources.files("manifesto_check.evaluation")) as folder:
        return sorted((folder / "invented").glob("*.md"))


def invented_examples(
    recommendations: RecommendationList, nlp: Language, encoder: Encoder
) -> list[Example]:
    """Return them as examples to learn from; none for a list of other measures.

    Args:
        recommendations: the list that they are judged by.
        nlp: cuts them into passages.
        encoder: for likeness in meaning.
    """
    annotated = {path: read_annotations(path.with_suffix(".jsonl")) for path in invented_files()}
    ids = {measure.id for measure in recommendations.measures}
    if not all(map(ids.issuperset, annotated.values())):
        return []
    maker = SignalMaker(recommendations.measures, encoder, recommendations.not_meant)
    return [
        make_example(path.stem, build_corpus(read_programme(path), nlp), maker, annotations)
        for path, annotations in annotated.items()
    ]
