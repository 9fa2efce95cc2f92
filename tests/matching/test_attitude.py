"""For a measure or against it: the stances on each concept and what is wanted of it."""

from __future__ import annotations

import pytest

from manifesto_check.dutch.stance import Stance
from manifesto_check.matching.attitude import (
    STANCE_SIGNALS,
    attitude,
    is_against,
    is_for,
    stance_signals,
)
from manifesto_check.recommendations.model import Wants


@pytest.mark.parametrize(
    ("held", "more", "less"),
    [
        (set(), False, False),
        ({Stance.WANTS}, True, False),
        ({Stance.WANTS_LESS}, False, True),
        ({Stance.REJECTS}, False, True),
        ({Stance.WANTS, Stance.WANTS_LESS}, False, True),  # "wij willen minder"
        ({Stance.WANTS, Stance.REJECTS}, False, True),
        ({Stance.EXPLORES, Stance.DESCRIBES, Stance.BOASTS}, False, False),
    ],
)
def test_what_speaks_for_more_of_a_thing_and_for_less_of_it(held, more, less):
    assert is_for(frozenset(held), Wants.MORE) == more
    assert is_for(frozenset(held), Wants.LESS) == less


@pytest.mark.parametrize(
    ("held", "against"),
    [
        (set(), False),
        ({Stance.WANTS}, False),
        ({Stance.WANTS_LESS}, True),
        ({Stance.REJECTS}, True),
        ({Stance.REJECTS, Stance.EXPLORES}, True),
        ({Stance.REJECTS, Stance.WANTS}, False),  # the words are in a wish too
        ({Stance.EXPLORES, Stance.DESCRIBES, Stance.BOASTS}, False),
    ],
)
def test_what_speaks_against_more_of_a_thing(held, against):
    assert is_against(frozenset(held), Wants.MORE) == against


@pytest.mark.parametrize("held", [*({stance} for stance in Stance), set(Stance)])
def test_nothing_speaks_against_less_of_a_thing(held):
    # What a measure wants less of (fines, debts) stands beside a wish in what supports it too.
    assert not is_against(frozenset(held), Wants.LESS)


@pytest.mark.parametrize("held", [*({stance} for stance in Stance), set(Stance)])
def test_of_what_only_names_a_group_nothing_is_wanted(held):
    assert not is_for(frozenset(held), Wants.NONE)
    assert not is_against(frozenset(held), Wants.NONE)


def weighed(nlp, sentence, *, is_bare=False, **wants):
    """Weigh a sentence by what is wanted of each of its words."""
    span = nlp(sentence)[:]
    concepts = [(want, [t.i for t in span if t.text == word]) for word, want in wants.items()]
    assert all(tokens for _, tokens in concepts)
    return attitude(span, concepts, is_bare=is_bare)


@pytest.mark.parametrize(
    ("sentence", "favours", "against", "opposite"),
    [
        ("Wij willen geen boetes in de stad.", True, False, False),
        ("Wij willen meer boetes in de stad.", False, True, True),
        ("Wij willen een app voor boetes in de stad.", False, True, False),
        ("De politie schrijft boetes uit.", False, False, False),
    ],
)
def test_who_wants_the_very_thing_that_a_measure_turns_down_is_against_it(
    nlp, sentence, favours, against, opposite
):
    said = weighed(nlp, sentence, is_bare=True, boetes=Wants.REFUSED)
    assert (said.favours, said.against, said.opposite) == (favours, against, opposite)
    assert said.undoes == (not favours)
    # Where examples tell too, only a wish for more of the thing itself is against it.
    said = weighed(nlp, sentence, boetes=Wants.REFUSED)
    assert (said.against, said.undoes) == (opposite, opposite)


def test_who_does_what_a_measure_turns_down_wants_that(nlp):
    said = weighed(
        nlp, "We sluiten meer straten in het centrum.", is_bare=True, sluiten=Wants.REFUSED
    )
    assert (said.favours, said.against) == (False, True)


def test_what_turns_nothing_down_undoes_a_measure_that_does(nlp):
    span = nlp("De politie schrijft boetes uit.")[:]
    concepts = [(Wants.NONE, [2])]
    assert attitude(span, concepts, is_bare=True).undoes
    assert not attitude(span, concepts).undoes
    span = nlp("Wij schaffen de boetes af.")[:]
    assert not attitude(span, [(Wants.NONE, [3])], is_bare=True).undoes


def test_a_wish(nlp):
    said = weighed(nlp, "Wij willen meer opvang in de stad.", opvang=Wants.MORE)
    assert (said.favours, said.against) == (True, False)
    assert said.held == {Stance.WANTS}


def test_a_rejection_speaks_for_a_measure_that_wants_less(nlp):
    sentence = "Wij willen geen boetes in de stad."
    assert weighed(nlp, sentence, boetes=Wants.LESS).favours
    assert weighed(nlp, sentence, boetes=Wants.MORE).against


def test_each_concept_is_weighed_by_itself(nlp):
    sentence = "Wij willen meer opvang in de stad en geen boetes."
    said = weighed(nlp, sentence, opvang=Wants.MORE, boetes=Wants.LESS)
    assert (said.favours, said.against) == (True, False)
    said = weighed(nlp, sentence, opvang=Wants.MORE, boetes=Wants.MORE)
    assert (said.favours, said.against) == (True, True)


def test_the_stances_on_a_group_are_told_but_speak_neither_for_nor_against(nlp):
    said = weighed(nlp, "Wij willen meer jongeren in de stad.", jongeren=Wants.NONE)
    assert Stance.WANTS in said.held
    assert (said.favours, said.against) == (False, False)


def test_of_a_burden_less_is_wanted_whatever_the_concept_wants(nlp):
    sentence = "De wachtlijsten werken we weg."
    for wants in (Wants.MORE, Wants.LESS):
        said = weighed(nlp, sentence, wachtlijsten=wants)
        assert (said.favours, said.against) == (True, False)
    assert not weighed(nlp, sentence, wachtlijsten=Wants.NONE).favours


def test_of_a_fight_more_is_wanted_where_less_is_of_what_it_is_against(nlp):
    ended = weighed(nlp, "We stoppen met de armoedebestrijding.", armoedebestrijding=Wants.LESS)
    assert (ended.favours, ended.against) == (False, True)
    wanted = weighed(nlp, "Wij willen meer armoedebestrijding.", armoedebestrijding=Wants.LESS)
    assert (wanted.favours, wanted.against) == (True, False)


def test_who_turns_down_help_is_not_for_less_of_what_it_helps_with(nlp):
    sentence = "Wij willen geen opvang voor slachtoffers van ruzie."
    said = weighed(nlp, sentence, ruzie=Wants.LESS, opvang=Wants.MORE)
    assert (said.favours, said.against) == (False, True)
    assert weighed(nlp, sentence, ruzie=Wants.LESS).favours


@pytest.mark.parametrize("concepts", [[], [(Wants.MORE, [])]])
def test_no_words_no_attitude(nlp, concepts):
    said = attitude(nlp("Wij willen meer opvang in de stad.")[:], concepts)
    assert (said.held, said.favours, said.against) == (frozenset(), False, False)


def test_as_signals(nlp):
    wish = weighed(nlp, "Wij willen meer opvang in de stad.", opvang=Wants.MORE)
    refusal = weighed(nlp, "Wij willen geen opvang in de stad.", opvang=Wants.MORE)
    values = stance_signals([wish, refusal])
    assert values.shape == (2, len(STANCE_SIGNALS))
    said = [dict(zip(STANCE_SIGNALS, row, strict=True)) for row in values.tolist()]
    assert (said[0]["wants"], said[0]["favours"], said[0]["against"]) == (1, 1, 0)
    assert not any(row["opposite"] for row in said)
    assert (said[1]["rejects"], said[1]["favours"], said[1]["against"]) == (1, 0, 1)


def test_no_passages_have_no_signals():
    assert stance_signals([]).shape == (0, len(STANCE_SIGNALS))


def towards(nlp, sentence, contrary, *wanted):
    """Weigh a sentence by its words for the opposite of a measure that wants ``wanted``."""
    span = nlp(sentence)[:]
    places = {token.text: token.i for token in span}
    wants = [(Wants.MORE, [places[word] for word in wanted])]
    said = attitude(span, wants, [places[word] for word in contrary])
    return said.favours, said.against, said.opposite


@pytest.mark.parametrize(
    ("sentence", "attitudes"),
    [
        ("Wij willen een slaapverbod in de stad.", (False, True, True)),
        ("Wij willen geen slaapverbod in de stad.", (True, False, False)),
        ("Wij schaffen het slaapverbod af.", (True, False, False)),
        ("In de stad is een slaapverbod.", (False, False, False)),
    ],
)
def test_who_wants_the_opposite_is_against_who_rejects_it_is_for(nlp, sentence, attitudes):
    assert towards(nlp, sentence, ["slaapverbod"]) == attitudes


def test_the_words_of_a_concept_say_nothing_within_its_opposite(nlp):
    # To sell social housing is no wish for social housing, to stop selling it no rejection.
    words = ["huurwoningen", "verkopen"]
    sells = towards(nlp, "Wij willen huurwoningen verkopen.", words, "huurwoningen")
    assert sells == (False, True, True)
    stops = towards(nlp, "Wij willen geen huurwoningen verkopen.", words, "huurwoningen")
    assert stops == (True, False, False)
