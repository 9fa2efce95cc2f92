"""Words whose letters hold another word that is not meant."""

from __future__ import annotations

import pytest

from manifesto_check.dutch.lookalikes import Lookalikes
from manifesto_check.dutch.resources import rows

OF_A_LIST = Lookalikes([("welzijn", ["dierenwelzijn"]), ("middel", ["bestrijdingsmiddel"])])


@pytest.mark.parametrize(
    ("word", "not_meant"),
    [
        ("netwerk", ["werk"]),
        ("elektriciteitsnetwerken", ["werken"]),
        ("landbouwgrond", ["bouw", "bouwgrond", "grond", "land"]),
        ("zorginstellingen", ["tellingen"]),
        ("dierenwelzijnseisen", ["welzijn"]),
        ("bestrijdingsmiddelen", ["bestrijding", "middelen"]),
        ("bestrijdingsmiddelengebruik", ["bestrijding", "middel"]),
    ],
)
def test_what_is_not_meant(word: str, not_meant: list[str]) -> None:
    assert sorted(word[start:end] for start, end in OF_A_LIST.spans(word)) == not_meant


@pytest.mark.parametrize("word", ["werk", "vrijwilligerswerk", "volkstelling", "huurschuld"])
def test_what_is_meant(word: str) -> None:
    assert OF_A_LIST.spans(word) == ()


def test_what_a_list_does_not_mean_another_may() -> None:
    assert Lookalikes().spans("dierenwelzijn") == ()
    assert Lookalikes().holds("welzijn", "dierenwelzijn")
    assert not OF_A_LIST.holds("welzijn", "dierenwelzijn")


def test_a_part_counts_where_it_reaches_out_of_the_stretch() -> None:
    word = "dierenwelzijn"
    assert not OF_A_LIST.holds("welz", word)
    assert OF_A_LIST.holds("dierenwelz", word)
    assert OF_A_LIST.holds("dieren", word)
    assert OF_A_LIST.holds("werk", "netwerkwerk")


def test_every_word_of_the_file_holds_what_seems_to_be_in_it() -> None:
    pairs = [(seeming, word) for seeming, words in rows("lookalikes.tsv") for word in words.split()]
    assert [pair for pair in pairs if pair[0] not in pair[1]] == []
    assert len(pairs) == len(set(pairs))
    assert min(len(word) for _, word in pairs) >= 4  # looked up by four letters
