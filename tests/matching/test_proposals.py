"""Whether the text around a passage proposes anything."""

from __future__ import annotations

import numpy as np
import pytest

from manifesto_check.matching.proposals import REACH, wishes, wishes_around

TOLD = "De opvang stond vol en de rij reikte tot de brug."
WISH = "Wij willen meer nachtopvang in elke wijk van de stad."


def test_a_passage_that_wants_something_is_told_from_one_that_tells(read):
    assert wishes(read(f"{TOLD} {WISH}")).tolist() == [False, True]


def test_what_is_only_rejected_is_no_wish(read):
    assert not wishes(read("Niemand ziet het gezin als geheel.")).any()


def test_to_do_away_with_some_thing_is_a_wish(read):
    assert wishes(read("De subsidie voor het museum wordt geschrapt.")).all()
    assert wishes(read("Afschaffen van de hondenbelasting in onze stad.")).all()


def test_among_wishes_a_passage_that_tells_counts_as_part_of_a_programme(read):
    around = wishes_around(read("\n".join([WISH, WISH, TOLD, WISH, WISH])))
    assert around[2] > 0.4
    assert around[0] == 1


def test_a_text_that_only_tells_proposes_nothing(read):
    around = wishes_around(read("\n".join([TOLD] * 30)))
    assert around.max() < 0.21


def test_wishes_far_away_do_not_count(read):
    around = wishes_around(read("\n".join([WISH] * 5 + [TOLD] * (2 * REACH) + [WISH] * 5)))
    assert around[5] > around[5 + REACH]


@pytest.mark.parametrize("text", ["", TOLD])
def test_a_short_text_tells_too_little_to_say(read, text):
    assert (wishes_around(read(text)) > 0.25).all()
    assert wishes_around(read(text)).dtype == np.float32


def test_a_list_of_what_must_go_wants_something(read):
    assert wishes(read("Minder subsidie voor het museum aan de haven.")).all()
    assert not wishes(read("Er is voor het museum steeds minder subsidie over.")).any()
