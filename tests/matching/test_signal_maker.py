"""Candidates for each measure, and what is measured of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_programmes import (
    FINES,
    MEASURES,
    SHELTER,
    WATERDAM,
    make_maker,
    pairs,
    programme,
    value,
)

from manifesto_check.dutch.figures import Direction
from manifesto_check.matching.corpus import build_corpus
from manifesto_check.matching.leading import RIVALS
from manifesto_check.matching.signal_maker import BY_WORDING, CANDIDATES
from manifesto_check.matching.signals import PASSAGE_SIGNALS
from manifesto_check.recommendations.model import Concept, Figure, Measure, Wants

SHELTER_WORD = Measure("A", "Opvang.", concepts=(Concept("opvang", ("opvang",)),))


def signals_of(read, text, *measures):
    return make_maker(measures).signals(read(text))[0]


def only_row(read, sentence, measure=SHELTER_WORD):
    """Return the signals of the only candidate, by name."""
    signals = signals_of(read, sentence, measure)
    assert len(signals.values) == 1
    return {name: value(signals, 0, name) for name in PASSAGE_SIGNALS}


def test_one_value_for_each_signal_and_candidate(read):
    maker = make_maker(MEASURES)
    signals, hits = maker.signals(read(WATERDAM))
    rows = len(signals.measure)
    assert signals.values.shape == (rows, len(PASSAGE_SIGNALS))
    assert len(signals.passage) == len(signals.stances) == rows > 0
    assert not np.isinf(signals.values).any()
    assert hits.presence.shape[1] == len(maker.table.concepts)


def test_candidates_are_in_order_and_no_pair_comes_twice(read):
    maker = make_maker(MEASURES)
    signals, _ = maker.signals(read(WATERDAM))
    numbers = list(zip(signals.measure.tolist(), signals.passage.tolist(), strict=True))
    assert numbers == sorted(set(numbers))
    assert signals.of(1).tolist() == [n for n, (measure, _) in enumerate(numbers) if measure == 1]


def test_each_measure_finds_its_passage(read):
    corpus = read(WATERDAM)
    maker = make_maker(MEASURES)
    signals, _ = maker.signals(corpus)
    found = {(measure, corpus.texts[p]) for measure, p in pairs(signals, maker)}
    assert ("A1", "Wij willen meer nachtopvang in elke wijk van de stad.") in found
    assert ("A2", "We schaffen de boetes voor buiten slapen af.") in found
    assert ("B1", "Wie schulden heeft, krijgt van ons snel hulp aan huis.") in found
    assert not any("zwembad" in text for _, text in found)


@pytest.mark.parametrize("text", ["", "# Wonen", "Wij bouwen ook een nieuw zwembad."])
def test_no_candidates(read, text):
    signals = signals_of(read, text, *MEASURES)
    assert signals.values.shape == (0, len(PASSAGE_SIGNALS))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "De opvang voor dakloze mensen blijft open.",
                "Er komt meer nachtopvang in de stad.",
                "Wij bouwen ook een nieuw zwembad.",
                "# Opvang",
                "- Geen boetes voor buiten slapen.",
            ]
        ),
        max_size=30,
    )
)
def test_a_measure_never_has_too_many_candidates(read, lines):
    signals = signals_of(read, "\n".join(lines), *MEASURES)
    assert not np.isinf(signals.values).any()
    for number in range(len(MEASURES)):
        assert len(signals.of(number)) <= CANDIDATES + BY_WORDING


def test_fewer_candidates_where_a_concept_is_missing(read):
    # Parts alone, as words of terms and sentences make candidates too.
    bare = Measure(
        "A1", "Iets anders.", concepts=(Concept("a", (), ("bedd",)), Concept("b", (), ("vogel",)))
    )
    whole = signals_of(read, "\n".join(["Het beddengoed voor vogels is er."] * 12), bare)
    partly = signals_of(read, "\n".join(["Het beddengoed voor honden is er."] * 12), bare)
    assert 0 < len(partly.values) < len(whole.values)


def test_the_best_passages_are_the_candidates(read):
    vague = "De opvang is een onderwerp van veel gesprekken.\n" * 20
    best = "De opvang voor dakloze mensen blijft altijd open."
    corpus = read(vague + best)
    signals, _ = make_maker([SHELTER]).signals(corpus)
    assert best in {corpus.texts[p] for p in signals.passage}


def renamed(measure, number):
    return replace(
        measure, id=f"Z{number}.9q", related=("Z0.9q",), conflicts=("V1.5a",) * (number % 2)
    )


def test_no_signal_knows_the_measure_the_party_or_the_file(nlp):
    one = build_corpus(programme(WATERDAM), nlp)
    other = build_corpus(programme(WATERDAM, path="vvd.pdf", title="VVD Waterdam 2026"), nlp)
    as_given, _ = make_maker(MEASURES).signals(one)
    numbered = [renamed(measure, number) for number, measure in enumerate(MEASURES)]
    as_renamed, _ = make_maker(numbered).signals(other)
    assert np.array_equal(as_given.values, as_renamed.values, equal_nan=True)
    assert np.array_equal(as_given.passage, as_renamed.passage)


def test_no_signal_knows_the_place_in_the_list(read):
    corpus = read(WATERDAM)
    maker, turned = make_maker(MEASURES), make_maker(MEASURES[::-1])
    one, other = maker.signals(corpus)[0], turned.signals(corpus)[0]
    rows = dict(zip(pairs(one, maker), one.values, strict=True))
    turned_rows = dict(zip(pairs(other, turned), other.values, strict=True))
    assert rows.keys() == turned_rows.keys()
    for pair, values in rows.items():
        assert values == pytest.approx(turned_rows[pair], abs=1e-6, nan_ok=True)


def test_the_same_programme_gives_the_same_signals(read):
    maker = make_maker(MEASURES)
    first, second = (maker.signals(read(WATERDAM))[0] for _ in range(2))
    assert np.array_equal(first.values, second.values, equal_nan=True)


def test_a_corpus_can_be_looked_at_twice(read):
    corpus = read(WATERDAM)
    first, second = (make_maker(MEASURES).signals(corpus)[0] for _ in range(2))
    assert np.array_equal(first.values, second.values, equal_nan=True)
    other, _ = make_maker([FINES]).signals(corpus)
    assert other.stances == [first.stances[row] for row in first.of(1)]


FOR, AGAINST, NEITHER = (1, 0), (0, 1), (0, 0)


@pytest.mark.parametrize(
    ("sentence", "wants", "attitude"),
    [
        ("Wij willen meer opvang in de stad.", Wants.MORE, FOR),
        ("Wij willen minder opvang in de stad.", Wants.MORE, AGAINST),
        ("Wij zijn tegen opvang in de stad.", Wants.MORE, AGAINST),
        ("Wij willen meer opvang in de stad.", Wants.LESS, NEITHER),
        ("Wij willen minder opvang in de stad.", Wants.LESS, FOR),
        ("In de stad is nu al opvang.", Wants.MORE, NEITHER),
        ("In de stad is nu al opvang.", Wants.LESS, NEITHER),
        ("Wij willen minder opvang in de stad.", Wants.NONE, NEITHER),
    ],
)
def test_a_stance_is_turned_round_by_what_the_measure_wants(read, sentence, wants, attitude):
    row = only_row(read, sentence, replace(SHELTER_WORD, wants=wants))
    assert (row["favours"], row["against"]) == attitude


@pytest.mark.parametrize(
    ("own", "attitude"),
    [(None, AGAINST), (Wants.MORE, AGAINST), (Wants.LESS, FOR), (Wants.NONE, NEITHER)],
)
def test_a_concept_goes_before_its_measure_in_what_is_wanted_of_it(read, own, attitude):
    concept = replace(SHELTER_WORD.concepts[0], wants=own)
    measure = replace(SHELTER_WORD, wants=Wants.MORE, concepts=(concept,))
    row = only_row(read, "Wij willen minder opvang in de stad.", measure)
    assert (row["favours"], row["against"]) == attitude


def test_concepts_of_one_measure_can_be_wanted_in_different_ways(read):
    homes_not_fines = Measure(
        "A",
        "Hulp in plaats van boetes.",
        concepts=(
            Concept("opvang", ("opvang",), wants=Wants.MORE),
            Concept("boete", ("boete",), wants=Wants.LESS),
        ),
    )
    row = only_row(read, "Wij willen meer opvang in de stad en geen boetes.", homes_not_fines)
    assert (row["favours"], row["against"]) == FOR
    row = only_row(read, "Wij willen boetes in de stad en minder opvang.", homes_not_fines)
    assert (row["favours"], row["against"]) == AGAINST


NIGHT_BAN = replace(SHELTER, opposite_terms=("slaapverbod",))


def test_who_wants_the_opposite_is_against_whatever_concepts_it_meets(read):
    wants, rejects = "Wij willen een slaapverbod.", "Wij willen geen slaapverbod."
    row = only_row(read, wants, NIGHT_BAN)
    assert (row["opposite"], row["against"], row["favours"], row["own_least"]) == (1, 1, 0, 0)
    row = only_row(read, rejects, NIGHT_BAN)
    assert (row["opposite"], row["against"], row["favours"]) == (0, 0, 1)


def test_what_wants_the_opposite_is_a_candidate_beside_the_others(read):
    wishes = [f"In wijk {n} willen wij opvang voor dakloze mensen." for n in range(20)]
    text = "\n".join([*wishes, "Wij willen een slaapverbod in de hele stad."])
    signals, hits = make_maker([NIGHT_BAN]).signals(read(text))
    (row,) = np.flatnonzero(signals.column("opposite"))
    assert signals.passage[row] == len(wishes)
    assert signals.is_whole[row]
    without, _ = make_maker([SHELTER]).signals(read(text))
    assert len(signals.measure) == len(without.measure) + 1
    assert hits.presence.shape[1] == 3  # its two concepts and the opposite


NIGHTS = replace(SHELTER, needed_terms=("nachtopvang",))


@pytest.mark.parametrize(
    ("text", "opposes"),
    [
        ("De nachtopvang aan de haven wordt gesloten.", True),
        ("Wij stoppen met de nachtopvang.", True),
        ("Geen nachtopvang meer in onze stad.", True),
        ("Wij willen meer nachtopvang in de stad.", False),
        ("De overlast rond de nachtopvang wordt bestreden.", False),
        ("Wij schrappen het toegangsgeld voor de nachtopvang.", False),
        ("De nachtopvang wordt niet gesloten.", False),
        ("Vorig jaar werd de nachtopvang gesloten.", False),
        ("Wij zijn tegen nachtopvang voor statushouders.", False),
    ],
)
def test_who_refuses_what_a_measure_cannot_do_without_is_against_it(read, text, opposes):
    row = only_row(read, text, NIGHTS)
    assert row["opposite"] == float(opposes)
    assert row["against"] >= row["opposite"]


def test_what_refuses_it_is_a_candidate_beside_the_others_with_its_words_marked(read):
    wishes = [f"In wijk {n} willen wij opvang voor dakloze mensen." for n in range(20)]
    corpus = read("\n".join([*wishes, "Aan de haven gaat de nachtopvang dicht."]))
    maker = make_maker([NIGHTS])
    signals, hits = maker.signals(corpus)
    (row,) = np.flatnonzero(signals.column("opposite"))
    assert signals.passage[row] == len(wishes)
    tokens = maker.tokens(0, len(wishes), hits, corpus)
    assert "nachtopvang" in {corpus.span(len(wishes)).doc[token].text for token in tokens}


def test_the_words_for_the_opposite_are_marked_as_met(read):
    corpus = read("Wij willen een slaapverbod.")
    maker = make_maker([NIGHT_BAN])
    signals, hits = maker.signals(corpus)
    (token,) = maker.tokens(0, int(signals.passage[0]), hits, corpus)
    assert corpus.span(0).doc[token].text == "slaapverbod"


def test_stance_of_the_words_that_matter(read):
    row = only_row(read, "Wij onderzoeken of een opvang in de wijk mogelijk is.")
    assert row["explores"] == 1
    assert row["rejects"] == row["wants_less"] == 0


def test_concepts_in_the_sentence_and_around_it(read):
    text = "# Dakloos in Waterdam\n- Wij openen een extra opvang bij het station in de stad."
    signals = signals_of(read, text, SHELTER)
    assert 0 < value(signals, 0, "own") < value(signals, 0, "context") < 1
    assert value(signals, 0, "own_least") == 0 < value(signals, 0, "context_least") < 1


def test_both_concepts_in_the_sentence(read):
    row = only_row(read, "Wij openen een extra opvang voor dakloze mensen.", SHELTER)
    assert row["own"] == row["own_least"] == row["context"] == pytest.approx(1.0)


def test_optional_concepts_strengthen(read):
    maybe = replace(
        SHELTER_WORD, concepts=(*SHELTER_WORD.concepts, Concept("wijk", ("wijk",), optional=True))
    )
    with_it = only_row(read, "Opvang in elke wijk.", maybe)
    without = only_row(read, "Opvang in elke straat.", maybe)
    assert (with_it["optional"], without["optional"]) == (pytest.approx(1.0), 0)
    assert np.isnan(only_row(read, "Opvang in elke straat.")["optional"])  # it has none
    assert with_it["own"] == without["own"] == pytest.approx(1.0)


def long_list(*measures):
    """Return the measures with so many others that it says something which one fits best."""
    others = [replace(FINES, id=f"X{n}", text="Er komen fietspaden.") for n in range(RIVALS)]
    concept = Concept("fietspad", ("fietspad",))
    return (*measures, *(replace(m, concepts=(concept,), examples=()) for m in others))


def test_a_passage_leads_where_it_fits_this_measure_better_than_the_others(read):
    sentence = "Geen boetes voor buiten slapen in de stad."
    signals = signals_of(read, sentence, *long_list(SHELTER, FINES))
    row = signals.of(1)[0]
    assert value(signals, row, "lead") > 0
    assert value(signals, row, "wording_lead") > 0
    assert value(signals, row, "wording_rank") == 0


def test_no_measure_leads_where_two_fit_alike(read):
    twins = long_list(SHELTER, replace(SHELTER, id="A9"))
    signals = signals_of(read, "Er komt meer opvang voor dakloze mensen.", *twins)
    assert [value(signals, signals.of(n)[0], "lead") for n in (0, 1)] == [0, 0]


def test_in_a_short_list_it_says_nothing_which_measure_fits_best(read):
    row = only_row(read, "Geen opvang in de stad.")
    assert all(np.isnan(row[name]) for name in ("lead", "wording_lead", "wording_rank"))


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [("Minimaal 40% opvang.", 1), ("Maximaal 10% opvang.", -1), ("Veel opvang.", 0)],
)
def test_figures(read, sentence, figure):
    measure = replace(SHELTER_WORD, figures=(Figure(30, "%", Direction.AT_LEAST),))
    assert only_row(read, sentence, measure)["figure"] == figure


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Minimaal 40% opvang in de wijk.", 1),
        ("Minimaal 40% opvang.", 0),
        ("Maximaal 10% opvang.", -1),
    ],
)
def test_a_figure_fits_only_beside_all_that_the_measure_is_about(read, sentence, figure):
    concepts = (*SHELTER_WORD.concepts, Concept("wijk", ("wijk",)))
    figures = (Figure(30, "%", Direction.AT_LEAST),)
    measure = replace(SHELTER_WORD, concepts=concepts, figures=figures)
    assert only_row(read, sentence, measure)["figure"] == figure


def test_form(read):
    bullet = only_row(read, "- De opvang blijft voor iedereen open.")
    paragraph = only_row(read, "De opvang blijft voor iedereen open, zomer en winter.")
    assert (bullet["bullet"], paragraph["bullet"]) == (1, 0)
    assert bullet["length"] < paragraph["length"]


def test_a_short_heading_is_no_candidate(read):
    assert len(signals_of(read, "# Opvang voor dakloze mensen", SHELTER).values) == 0


def test_a_statement_that_is_denied_is_no_candidate(read):
    statement = "Bij elke haven moet een opvang voor schippers komen."
    (agreed,) = {*signals_of(read, f"{statement}\nEens", SHELTER_WORD).passage.tolist()}
    assert agreed == 0
    assert not len(signals_of(read, f"{statement}\nOneens", SHELTER_WORD).passage)


def test_a_measure_with_only_text_finds_its_passage(read):
    signals = signals_of(
        read, "Wij bouwen een zwembad.\n# Opvang\nElke winter extra opvang.", Measure("A", "Opvang")
    )
    assert signals.passage.tolist() == [2]


def test_a_measure_without_any_content_has_no_candidates(read):
    assert len(signals_of(read, WATERDAM, Measure("A", "De en het.")).values) == 0


def test_less_of_a_team_against_a_burden_is_not_less_of_the_burden(read):
    """Who does away with the team is not for less homelessness, of which a measure wants less."""
    team = Measure(
        "A",
        "Een team voorkomt dakloosheid.",
        concepts=(Concept("dakloosheid", ("dakloosheid",), wants=Wants.LESS),),
        needed_terms=("preventieteam",),
    )
    row = only_row(read, "Het preventieteam dakloosheid in de stad wordt opgeheven.", team)
    assert (row["opposite"], row["favours"], row["against"]) == (1, 0, 1)
    row = only_row(read, "De dakloosheid in de stad wordt teruggedrongen.", team)
    assert (row["opposite"], row["favours"], row["against"]) == (0, 1, 0)
