"""Concepts for measures that nobody prepared."""

from __future__ import annotations

import pytest

from manifesto_check.matching.derive import filled_in
from manifesto_check.recommendations.model import Concept, Measure


def names(text):
    return [concept.name for concept in filled_in(Measure("X", text)).concepts]


def test_content_words_become_concepts():
    assert names("In de wijken helpt de gemeente gezinnen.") == [
        "wijk",
        "helpen",
        "gezin",
    ]


def test_words_without_content_do_not():
    assert not set(names("Dit is niet van hen, maar het was ook voor een van ons.")) - {"dit"}


def test_a_verb_whose_particle_stands_apart_is_one_word():
    assert names("Het schoolzwemmen keert terug op elke basisschool.") == [
        "schoolzwemmen",
        "terugkeren",
        "basisschool",
    ]


def test_a_word_that_comes_twice_is_one_concept():
    assert names("Boetes en boete en BOETES.") == ["boete"]


def test_long_words_are_looked_for_inside_others_too():
    measure = filled_in(Measure("X", "Schuldhulpverlening in elke wijk."))
    by_name = {concept.name: concept for concept in measure.concepts}
    assert by_name["schuldhulpverlening"].parts == ("schuldhulpverlening",)
    assert by_name["wijk"].parts == ()
    assert by_name["wijk"].terms == ("wijk",)


def test_given_concepts_stay():
    written = Concept("wekker", ("wekker",))
    measure = Measure("X", "Boetes worden afgeschaft.", concepts=(written,))
    assert filled_in(measure) == measure


def test_few_words_get_those_of_the_thesaurus_besides():
    derived = filled_in(Measure("X", "Een nieuwe bibliotheek.")).concepts
    (written,) = filled_in(
        Measure("X", "Boeken lenen.", concepts=(Concept("bieb", ("bieb", "openbare bieb")),))
    ).concepts
    for concept in (*derived, written):
        assert {"bibliotheek", "bieb", "bibliobus"} <= set(concept.words)
        assert len(set(concept.words)) == len(concept.words)
    assert written.terms == ("bieb", "openbare bieb")


def test_a_concept_may_do_without_the_thesaurus():
    measure = Measure("X", "Een bieb.", concepts=(Concept("b", ("bieb",), thesaurus=False),))
    assert filled_in(measure) == measure


def test_a_list_that_was_prepared_keeps_to_its_own_words():
    words = tuple(f"woord{n}" for n in range(12))
    measure = Measure("X", "Een bibliotheek.", concepts=(Concept("bieb", ("bieb", *words)),))
    assert filled_in(measure) == measure


def test_nothing_but_concepts_changes():
    measure = Measure("X", "Boetes worden afgeschaft.", examples=("Geen boetes.",))
    derived = filled_in(measure)
    assert (derived.id, derived.text, derived.examples) == (
        measure.id,
        measure.text,
        measure.examples,
    )


@pytest.mark.parametrize("text", ["", "De en het.", "2026: 30%!"])
def test_a_text_without_content_has_no_concepts(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Verlaag de OZB voor bedrijven.", {"ozb"}),
        ("Schrap de eigen bijdrage voor de Wmo.", {"wmo"}),
        ("Een WOZ-loket per wijk.", set()),
        ("Nu een bus per uur.", set()),  # a capital at the beginning makes no name
    ],
)
def test_short_names_are_concepts(text, short):
    assert {name for name in names(text) if len(name) < 4} == short
