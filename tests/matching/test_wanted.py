"""What a measure wants of its concepts, read from its own text."""

from __future__ import annotations

import pytest

from manifesto_check.dutch.figures import Direction
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.matching.context import concept_table
from manifesto_check.matching.derive import filled_in
from manifesto_check.matching.wanted import as_judged, with_wants
from manifesto_check.recommendations.model import (
    Concept,
    Figure,
    Measure,
    Recommendation,
    RecommendationList,
    Source,
    Theme,
    Wants,
)


def wanted(*measures):
    table = concept_table(measures)
    return with_wants(measures, table, ConceptMatcher(table.concepts))


def of_text(text):
    (measure,) = wanted(filled_in(Measure("X", text)))
    return {concept.name: concept.wants for concept in measure.concepts}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("De hondenbelasting wordt afgeschaft.", "hondenbelasting"),
        ("Schaf de hondenbelasting af.", "hondenbelasting"),
        ("Minder auto's in de binnenstad.", "auto"),
        ("Geen reclame voor gokken in de stad.", "reclame"),
        ("Een verbod op vuurwerk in de stad.", "vuurwerk"),
        ("Stop met het gebruik van landbouwgif.", "gebruik landbouwgif"),
        ("Sluit vervuilende industrie naast woonwijken.", "industrie"),
        ("Geen vuurwerk en geen lachgas in het park.", "vuurwerk lachgas"),
    ],
)
def test_the_very_thing_that_a_text_turns_down_is_refused(text, refused):
    found = of_text(text)
    assert {name for name, wants in found.items() if wants is Wants.REFUSED} == set(refused.split())
    assert {wants for wants in found.values() if wants is not Wants.REFUSED} <= {Wants.NONE}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Geen enkel openbaar zwembad gaat dicht.", "zwembad"),
        ("Sluit geen bibliotheken.", "bibliotheek"),
        ("Geen sluiting van bibliotheken in de wijken.", "bibliotheek"),
        ("De buslijn wordt niet geschrapt.", "buslijn"),
    ],
)
def test_what_a_text_does_not_want_to_go_is_wanted(text, kept):
    found = of_text(text)
    assert found[kept] is Wants.MORE
    assert Wants.REFUSED not in found.values()
    assert found.get("wijk", Wants.NONE) is Wants.NONE


@pytest.mark.parametrize(
    "text", ["De bibliotheek blijft open.", "Meer bomen en struiken.", "Meer geld voor jeugdhulp."]
)
def test_of_other_texts_more_is_wanted(text):
    assert set(of_text(text).values()) == {Wants.MORE}


def test_of_places_and_groups_that_a_bare_text_names_nothing_is_wanted():
    assert of_text("Meer camera's in het uitgaansgebied.") == {
        "camera": Wants.MORE,
        "uitgaansgebied": Wants.NONE,
    }


@pytest.mark.parametrize(
    "text", ["Stop de verkoop van huurwoningen.", "Verkoop geen huurwoningen."]
)
def test_a_loss_that_is_turned_down_is_what_is_refused(text):
    found = of_text(text)
    assert next(name for name, wants in found.items() if wants is Wants.REFUSED)[:7] == "verkoop"
    assert found["huurwoning"] is Wants.NONE


def test_of_a_measure_that_sets_a_limit_neither_more_nor_less_is_wanted():
    assert set(of_text("De snelheid is hooguit 30 kilometer per uur.").values()) == {Wants.NONE}
    assert set(of_text("Minstens 30 procent is huur.").values()) == {Wants.MORE}


def test_what_a_list_says_stands():
    concept = Concept("belasting", ("hondenbelasting",), wants=Wants.NONE)
    text = "De hondenbelasting in de stad wordt afgeschaft."
    place = Concept("stad", ("stad",))
    of_concept, of_measure = wanted(
        Measure("A", text, (concept, place)), Measure("B", text, (place,), wants=Wants.LESS)
    )
    assert [c.wants for c in of_concept.concepts] == [Wants.NONE, Wants.NONE]
    assert [c.wants for c in of_measure.concepts] == [None]


def test_a_list_without_measures():
    assert wanted() == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Minstens 30% sociale huur.", [Figure(30, "%", Direction.AT_LEAST)]),
        ("Hooguit € 500 per jaar.", [Figure(500, "euro", Direction.AT_MOST)]),
        ("Hulp binnen 6 weken.", [Figure(6, "weken", Direction.AT_MOST)]),
        ("Minstens 2000 woningen in 2030.", [Figure(2000, "woningen", Direction.AT_LEAST)]),
        ("Geen windmolens binnen 1.000 meter van huizen.", []),  # that is where, not how many
        ("In 2030 zijn er 500 bomen.", []),  # it does not say whether more will do too
    ],
)
def test_figures_are_derived_where_the_text_says_which_side_counts(text, figures):
    assert list(filled_in(Measure("X", text)).figures) == figures


def test_words_that_turn_something_down_or_bound_a_figure_are_no_concepts():
    assert set(of_text("Verbied vuurwerk.")) == {"vuurwerk"}
    assert "minstens" not in of_text("Minstens 30 bomen per straat.")


def test_a_list_as_it_is_judged_has_all_that_was_derived():
    measures = (Measure("A", "Minder auto's in de binnenstad."), Measure("B", "Hooguit 30 km/u."))
    theme = Theme("T", "Wensen", (Recommendation("R", measures),))
    found = as_judged(RecommendationList("l.yaml", "0", (Source("S", "Eigen", "", (theme,)),)))
    first, second = found.measures
    assert {c.name: c.wants for c in first.concepts}["auto"] is Wants.REFUSED
    assert second.figures == (Figure(30, "km/u", Direction.AT_MOST),)
    assert [m.text for m in found.measures] == [m.text for m in measures]
