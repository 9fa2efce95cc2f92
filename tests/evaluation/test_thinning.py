"""Lists without what only one of the programmes says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.evaluation.thinning import thinned, words_of_texts, written_unread
from manifesto_check.matching.corpus import Corpus, build_corpus
from manifesto_check.model import Block, BlockKind, Page, Programme
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.model import Concept, Measure, NotMeant

SHELTER = Measure(
    "A1",
    "Meer opvang voor dakloze mensen.",
    concepts=(
        Concept("opvang", ("opvang", "slaapplek", "nachtbed")),
        Concept("dakloos", ("dakloos",), parts=("dakloz", "zwerf"), optional=True),
    ),
    examples=("Er komen slaapplekken bij.",),
    opposed_by=("Geen opvang meer.",),
)
FINES = Measure("A2", "Geen boetes.", concepts=(Concept("boete", ("boete",)),))
MEASURES = (SHELTER, FINES)


def corpus(text: str) -> Corpus:
    block = Block(BlockKind.PARAGRAPH, text, ((0, 1),))
    return build_corpus(Programme("p.pdf", "0", (Page(1),), (block,)), dutch_pipeline())


def words(measures: tuple[Measure, ...], measure: int = 0) -> list[set[str]]:
    """Return the terms and parts of each concept of a measure."""
    return [{*c.terms, *c.parts} for c in measures[measure].concepts]


def test_a_term_that_only_one_programme_meets_is_not_used_on_that_one():
    one, other, third = thinned(
        MEASURES,
        [
            corpus("De slaapplek en de opvang in de stad."),
            corpus("De opvang voor mensen."),
            corpus("Een zwembad in de wijk."),
        ],
    )
    assert words(one)[0] == {"opvang", "nachtbed"}
    assert words(other)[0] == words(third)[0] == {"opvang", "slaapplek", "nachtbed"}


def test_parts_too():
    one, other = thinned(
        MEASURES, [corpus("Een daklozenkrant en zwerfjongeren."), corpus("De zwerfjongeren.")]
    )
    assert words(one)[1] == {"dakloos", "zwerf"}
    assert words(other)[1] == {"dakloos", "dakloz", "zwerf"}


def test_words_that_no_annotated_programme_was_read_for_stay():
    word = min(w for w in written_unread() if w.isalpha() and len(w) > 8)
    both = Measure("A4", "Iets.", concepts=(Concept("iets", (word, "slaapplek")),))
    one, _ = thinned([both], [corpus(f"De slaapplek, {word}."), corpus("Een zwembad.")])
    assert words(one) == [{word}]


def test_words_that_are_to_stay_stay():
    one, other = thinned(
        MEASURES, [corpus("De slaapplek in Daklozenstad."), corpus("Een nachtbed.")], (), {"dakloz"}
    )
    assert words(one) == [{"opvang", "nachtbed"}, {"dakloos", "dakloz", "zwerf"}]
    assert words(other)[0] == {"opvang", "slaapplek"}


def test_words_of_the_texts_are_those_that_some_measures_text_meets():
    # "Slaapplek" stands in an example alone.
    assert words_of_texts(MEASURES, dutch_pipeline()) == {"opvang", "dakloz", "boete"}


def test_what_a_word_of_the_list_does_not_mean_is_not_of_its_texts():
    measure = Measure("A5", "Een noodopvang.", concepts=(Concept("opvang", ("opvang",)),))
    assert words_of_texts([measure], dutch_pipeline()) == {"opvang"}
    not_meant = [NotMeant("opvang", ("noodopvang",))]
    assert words_of_texts([measure], dutch_pipeline(), not_meant) == frozenset()


@pytest.mark.parametrize("measures", [(), (Measure("A", "Alleen een tekst."),)])
def test_a_list_without_concepts_has_no_words_of_texts(measures):
    assert words_of_texts(measures, dutch_pipeline()) == frozenset()


def test_the_words_that_stay_are_of_the_list_that_ships():
    concepts = [c for m in load_recommendations().measures for c in m.concepts]
    known = {word for c in concepts for word in (*c.terms, *c.parts)}
    assert written_unread() <= known


def test_terms_are_met_as_they_are_in_matching():
    # The plural and a compound are met by the same term: both programmes use it.
    one, other = thinned(MEASURES, [corpus("Geen boetes meer."), corpus("De parkeerboete.")])
    assert words(one, 1) == words(other, 1) == [{"boete"}]


def test_a_concept_without_words_is_left_without_words_not_left_out():
    one, _ = thinned(MEASURES, [corpus("Geen boete meer."), corpus("Een zwembad.")])
    assert [c.name for c in one[1].concepts] == ["boete"]
    assert words(one, 1) == [set()]


def test_a_term_that_several_concepts_share_goes_from_all_of_them():
    twin = Measure("A3", "Nog eens.", concepts=(Concept("ook", ("boete", "straf")),))
    one, _ = thinned([FINES, twin], [corpus("Geen boete meer."), corpus("Een zwembad.")])
    assert (words(one, 0), words(one, 1)) == ([set()], [{"straf"}])


def test_nothing_but_words_changes():
    one, _ = thinned(MEASURES, [corpus("De slaapplek."), corpus("Een zwembad.")])
    assert one[1] == FINES
    assert one[0].examples == SHELTER.examples
    assert one[0].opposed_by == SHELTER.opposed_by
    assert [(c.name, c.optional, c.wants) for c in one[0].concepts] == [
        (c.name, c.optional, c.wants) for c in SHELTER.concepts
    ]


def test_one_programme_is_judged_by_the_whole_list():
    assert thinned(MEASURES, [corpus("De slaapplek.")]) == [MEASURES]


def test_no_programmes_need_no_lists():
    assert thinned(MEASURES, []) == []


@pytest.mark.parametrize("measures", [(), (Measure("A", "Alleen een tekst."),)])
def test_a_list_without_concepts_stays_as_it_is(measures):
    assert thinned(measures, [corpus("De opvang."), corpus("Een zwembad.")]) == [measures] * 2


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["opvang", "slaapplek", "nachtbed", "dakloos", "boete", "bad"]),
            max_size=6,
        ),
        min_size=2,
        max_size=4,
    )
)
def test_a_programme_keeps_what_others_say_too_or_it_does_not_say(said):
    lists = thinned(MEASURES, [corpus(" ".join(s)) for s in said])
    for number, (mine, left) in enumerate(zip(said, lists, strict=True)):
        others = {word for n, s in enumerate(said) if n != number for word in s}
        for term in SHELTER.concepts[0].terms:
            is_alone = term in mine and term not in others
            assert (term in words(left)[0]) != is_alone
