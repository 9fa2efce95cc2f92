"""The YAML of a new list: it loads, reads back what was written, and says what else can be done."""

from __future__ import annotations

import re

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.recommendations import json_schema, parse_recommendations
from manifesto_check.recommendations.draft import (
    Draft,
    DraftMeasure,
    DraftRecommendation,
    DraftSource,
    DraftTheme,
    draft_yaml,
    quoted,
    scalar,
)
from manifesto_check.recommendations.importing.found import clean
from manifesto_check.recommendations.model import Direction
from manifesto_check.recommendations.text_figures import written_figures


def draft_of(*texts: str, theme: str = "Routes") -> Draft:
    points = [DraftRecommendation([DraftMeasure(text)]) for text in texts]
    return Draft([DraftSource("Fietsagenda", [DraftTheme(theme, points)], "Wij")])


@given(st.text().map(clean).filter(bool))
def test_any_text_reads_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}


@given(st.lists(st.text().map(clean).filter(bool), min_size=1, max_size=5))
def test_any_texts_make_a_list_that_loads_and_is_valid(texts: list[str]) -> None:
    data = draft_yaml(draft_of(*texts))
    assert [m.text for m in parse_recommendations(data, "a").measures] == texts
    jsonschema.Draft202012Validator(json_schema()).validate(yaml.safe_load(data))


def test_ids_follow_the_levels_and_are_never_given_twice() -> None:
    draft = draft_of("Een.", "Twee.", "Drie.")
    draft.sources.append(DraftSource("Tweede", [DraftTheme("Geld", [DraftRecommendation([])])]))
    draft.sources[1].themes[0].recommendations[0].measures += [
        DraftMeasure(f"Punt {n}.") for n in range(28)
    ]
    draft.measures[1].id = "A1.1"
    ids = [m.id for m in parse_recommendations(draft_yaml(draft), "a").measures]
    assert ids[:3] == ["A1.1-2a", "A1.1", "A1.3a"]
    assert ids[3] == "B1.1a"
    assert ids[-1] == "B1.1ab"


def test_figures_are_filled_in_where_the_text_says_which_side_counts() -> None:
    data = draft_yaml(draft_of("Minstens 10% gaat naar de fiets.", "De snelheid wordt 30 km."))
    first, second = parse_recommendations(data, "a").measures
    assert [(f.value, f.unit, f.direction) for f in first.figures] == [(10, "%", "at_least")]
    assert second.figures == ()
    uncommented = re.sub(r"^( +)# (figures:|- \{)", r"\1\2", data.decode(), flags=re.M)
    (figure,) = parse_recommendations(uncommented.encode(), "a").measures[1].figures
    assert (figure.value, figure.unit, figure.direction) == (30, "km", "at_least")


def test_the_comments_can_all_be_uncommented() -> None:
    text = draft_yaml(draft_of("Er komen fietspaden.")).decode()
    uncommented = re.sub(r"^( +)# ", r"\1", text, flags=re.M)
    (measure,) = parse_recommendations(uncommented.encode(), "a").measures
    assert measure.examples == ("Zo zou een programma het kunnen zeggen.",)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("minstens 30% sociale huur", [(30, "%", Direction.AT_LEAST)]),
        ("hooguit € 2,50 per dag", [(2.5, "euro", Direction.AT_MOST)]),
        ("30 kilometer per uur of minder", [(30, "kilometer per uur", Direction.AT_MOST)]),
        ("10.000 stallingen in 2030", [(10000, "stallingen", None)]),
        ("artikel 5 van de wet", []),
    ],
)
def test_figures_in_a_text(text: str, figures: list[tuple[float, str, object]]) -> None:
    assert [(f.value, f.unit, f.direction) for f in written_figures(text)] == figures
