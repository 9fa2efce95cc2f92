"""The sixteen programmes of invented parties that oppose much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.evaluation.annotations import read_annotations
from manifesto_check.evaluation.invented import invented_examples, invented_files
from manifesto_check.matching.encoder import UniversalSentenceEncoder
from manifesto_check.model import Verdict
from manifesto_check.recommendations import load_recommendations

FILES = invented_files()


def test_there_are_sixteen() -> None:
    assert len(FILES) == 16


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_measure_has_a_verdict_and_every_quote_is_literal(path) -> None:
    annotations = read_annotations(path.with_suffix(".jsonl"))
    known = {measure.id for measure in load_recommendations().measures}
    assert set(annotations) == known - {"N2.5a"}
    text = " ".join(path.read_text(encoding="utf-8").split())
    quotes = [q.quote for a in annotations.values() for q in a.evidence]
    assert all(quote in text and 5 <= len(quote.split()) <= 60 for quote in quotes)
    opposed = [a for a in annotations.values() if a.verdict is Verdict.OPPOSED]
    assert len(opposed) >= 12


def test_they_say_nothing_of_other_measures() -> None:
    shipped = load_recommendations()
    other = replace(shipped, sources=shipped.sources[:1])
    assert invented_examples(other, dutch_pipeline(), UniversalSentenceEncoder()) == []
