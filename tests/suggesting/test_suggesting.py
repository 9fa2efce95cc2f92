"""What is proposed for a bare list, and what a list looks like when it is taken."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import numpy as np
import pytest
import yaml

from manifesto_check.errors import RecommendationsError
from manifesto_check.matching.background import shipped_background
from manifesto_check.matching.derive import content_lemmas
from manifesto_check.matching.encoder import UniversalSentenceEncoder
from manifesto_check.matching.preparedness import Preparation, preparation_of
from manifesto_check.matching.subject import telling
from manifesto_check.recommendations import json_schema, load_recommendations, parse_recommendations
from manifesto_check.suggesting.accepting import measure_with, without_synonyms
from manifesto_check.suggesting.meanings import WordMeanings
from manifesto_check.suggesting.suggest import Proposal, Suggester
from manifesto_check.suggesting.words import stem
from manifesto_check.suggesting.writing import with_accepted, with_comments

LIST = """\
# mijn lijst
schema_version: 1
sources:
- id: A
  title: Fiets   # kort
  themes:
  - {id: A1, title: Verkeersveiligheid, recommendations: [{id: A1.1, measures: [
      {id: A1.1a, text: Er komen fietspaden.}]}]}
  - id: A2
    title: Fietsen stallen
    recommendations:
    - id: A2.1
      measures:
      - id: A2.1a
        text: >-
          De gemeente zorgt voor bewaakte
          fietsenstallingen.

        # hierna niets
      - id: A2.1b
        text: Er komen lantaarns.  # licht
        concepts:
        - name: licht
          terms: [lantaarn, 'lamp']   # meer?
        - {name: plaats, parts: [fietspad]}
        wants: more
"""
BLOCK = LIST.replace(
    """{id: A1, title: Verkeersveiligheid, recommendations: [{id: A1.1, measures: [
      {id: A1.1a, text: Er komen fietspaden.}]}]}""",
    """id: A1
    title: Verkeersveiligheid
    recommendations:
    - id: A1.1
      measures:
      - id: A1.1a
        text: Er komen fietspaden.""",
)


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester(UniversalSentenceEncoder(), shipped_background())


@pytest.fixture(scope="module")
def proposals(suggester: Suggester) -> list[Proposal]:
    found = list(suggester.proposals(parse_recommendations(BLOCK.encode(), "a")))
    more = Proposal("A2.1b", "licht", (), (("verlichting", 9),), ("verlicht",), is_new=False)
    also = Proposal("A2.1b", "plaats", (), (("fietsroute", 3),), (), is_new=False)
    return [*(p for p in found if p.is_new), more, also]


def test_the_rarest_words_are_needed_and_the_theme_with_them(proposals: list[Proposal]) -> None:
    mine = {p.name: p for p in proposals if p.measure == "A2.1a"}
    assert not mine["fietsenstalling"].optional
    assert mine["Fietsen stallen"].from_theme
    assert "gemeente" not in mine
    assert mine["fietsenstalling"].parts == ("fietsenstal",)


def test_words_of_figures_and_function_words_tell_nothing() -> None:
    assert content_lemmas("Verlaag de OZB voor bedrijven.") == ["ozb", "bedrijf"]
    assert content_lemmas("Minstens tien procent, en hooguit twintig fietsen.") == [
        "tien",
        "procent",
        "twintig",
        "fiets",
    ]
    words = ["mens", "fietspad", "lantaarnpaal"]
    assert set(telling(words, shipped_background())) == {"fietspad", "lantaarnpaal"}


@pytest.mark.parametrize(
    ("word", "part"), [("handhaven", "handhav"), ("verlichtingen", "verlicht"), ("fiets", "fiets")]
)
def test_stems(word: str, part: str) -> None:
    assert stem(word) == part


def test_synonyms_are_words_that_each_stand_near_the_other() -> None:
    words = tuple(f"woord{n}" for n in range(9))
    vectors = np.eye(9, dtype=np.float32)
    vectors[1] = vectors[0] * 0.9 + vectors[1] * 0.436
    meanings = WordMeanings(words, np.arange(9) + 5, vectors)
    assert meanings.synonyms("woord0") == [("woord1", 6)]
    assert meanings.synonyms("onbekend") == []
    assert meanings.count("woord8") == 13


def test_accepted_proposals_are_in_the_list_and_all_else_stays(proposals: list[Proposal]) -> None:
    data = with_accepted(BLOCK.encode(), "a", proposals)

    kept = [line.rstrip() for line in BLOCK.splitlines() if "terms" not in line]
    lines = [line.rstrip() for line in data.decode().splitlines()]
    assert [line for line in kept if "parts" not in line and line not in lines] == []
    found = {m.id: m for m in parse_recommendations(data, "a").measures}
    before = {m.id: m for m in parse_recommendations(BLOCK.encode(), "a").measures}
    for name, measure in found.items():
        mine = [p for p in proposals if p.measure == name]
        assert measure == measure_with(before[name], mine)
    jsonschema.Draft202012Validator(json_schema()).validate(yaml.safe_load(data))


def test_new_lines_end_as_those_of_the_list_do(proposals: list[Proposal]) -> None:
    unix = with_accepted(BLOCK.encode(), "a", proposals)
    windows = with_accepted(BLOCK.replace("\n", "\r\n").encode(), "a", proposals)
    assert windows == unix.replace(b"\n", b"\r\n")


def test_a_concept_that_two_measures_use_gets_each_word_once() -> None:
    text = """schema_version: 1
vocabulary:
- name: zwembad
  terms: [zwembad]
sources:
- id: A
  title: A
  themes:
  - id: A1
    title: Zwemmen
    recommendations:
    - id: A1.1
      measures:
      - id: A1.1a
        text: Het zwembad blijft open.
        concepts: [zwembad]
      - id: A1.1b
        text: Er komt een zwembad.
        concepts: [zwembad]
"""
    given = (("zwemplas", 3),)
    more = [
        Proposal(key, "zwembad", (), given, ("zwemb",), is_new=False) for key in ("A1.1a", "A1.1b")
    ]
    found = parse_recommendations(with_accepted(text.encode(), "a", more), "a").measures
    for measure in found:
        assert measure.concepts[0].terms == ("zwembad", "zwemplas")
        assert measure.concepts[0].parts == ("zwemb",)


ALIASES = """\
schema_version: 1
sources:
- id: A
  title: Lijst
  themes:
  - id: A1
    title: Fietsen
    recommendations:
    - id: A1.1
      measures:
      - id: A1.1a
        text: &wish Er komen meer fietspaden.
      - id: A1.1b
        text: *wish
        examples: [We leggen fietspaden aan.]
"""


def test_an_alias_has_its_lines_below_it_and_not_below_its_anchor(suggester: Suggester) -> None:
    found = list(suggester.proposals(parse_recommendations(ALIASES.encode(), "a")))
    accepted = parse_recommendations(with_accepted(ALIASES.encode(), "a", found), "a")
    one, two = accepted.measures
    assert one.concepts == two.concepts != ()
    lines = with_comments(ALIASES.encode(), "a", found, "Kies:").decode().splitlines()
    comments = [number for number, line in enumerate(lines) if line.strip() == "# Kies:"]
    assert [lines[number - 1].strip()[:6] for number in comments] == ["text: ", "text: "]


def test_comments_change_nothing_until_they_are_uncommented(proposals: list[Proposal]) -> None:
    data = with_comments(BLOCK.encode(), "a", proposals, "Kies:")
    before = parse_recommendations(BLOCK.encode(), "a").measures
    assert parse_recommendations(data, "a").measures == before
    text = re.sub(r"^( +)# (?!Kies|hierna|licht|plaats)", r"\1", data.decode(), flags=re.M)
    found = parse_recommendations(text.encode(), "a").measures
    mine = [p for p in proposals if p.measure == "A2.1a"]
    assert found[1] == measure_with(before[1], mine)
    assert "verlichting (9x)" in data.decode()


def test_what_the_text_gives_is_apart_from_what_programmes_give() -> None:
    proposal = Proposal("a", "b", ("fiets",), (("rijwiel", 3),))
    bare = without_synonyms(proposal)
    assert bare is not None
    assert bare.synonyms == ()
    assert without_synonyms(Proposal("a", "b", (), (("rijwiel", 3),), is_new=False)) is None


def test_a_measure_between_braces_is_refused_with_what_to_do(suggester: Suggester) -> None:
    found = list(suggester.proposals(parse_recommendations(LIST.encode(), "a.yaml")))
    for write in (
        lambda: with_accepted(LIST.encode(), "a.yaml", found),
        lambda: with_comments(LIST.encode(), "a.yaml", found, "Kies:"),
    ):
        with pytest.raises(RecommendationsError, match=r"a\.yaml:8: .*eigen regel"):
            write()


def test_suggested_measures_are_judged_by_the_weights_for_bare_texts(
    proposals: list[Proposal],
) -> None:
    found = parse_recommendations(with_accepted(BLOCK.encode(), "a", proposals), "a").measures
    assert {preparation_of(measure) for measure in found} == {Preparation.TEXT_ONLY}


def test_the_same_list_and_programmes_give_the_same_proposals(suggester: Suggester) -> None:
    path = Path(__file__).parents[1] / "recommendations/data/sample.yaml"
    found = load_recommendations(path)
    again = Suggester(UniversalSentenceEncoder(), shipped_background())
    assert list(suggester.proposals(found)) == list(again.proposals(found))
