"""Words whose letters hold another word that is not meant."""

from __future__ import annotations

import pytest

from manifesto_check.dutch.lookalikes import is_meant, lookalikes
from manifesto_check.dutch.resources import rows


@pytest.mark.parametrize(
    ("word", "not_meant"),
    [
        ("netwerk", ["werk"]),
        ("elektriciteitsnetwerken", ["werken"]),
        ("landbouwgrond", ["bouw", "bouwgrond", "grond", "land"]),
        ("zorginstellingen", ["tellingen"]),
        ("dierenwelzijnseisen", ["welzijn"]),
        ("bestrijdingsmiddelen", ["bestrijding", "middelen"]),
        ("ziekenhuisopname", ["huis"]),
    ],
)
def test_what_is_not_meant(word: str, not_meant: list[str]) -> None:
    spans = lookalikes(word)
    assert sorted(word[start:end] for start, end in spans) == not_meant


@pytest.mark.parametrize("word", ["werk", "vrijwilligerswerk", "volkstelling", "huurschuld"])
def test_what_is_meant(word: str) -> None:
    assert lookalikes(word) == ()


def test_a_part_counts_where_it_reaches_out_of_the_stretch() -> None:
    word = "dierenwelzijn"
    spans = lookalikes(word)
    assert not is_meant("welzijn", word, spans)
    assert not is_meant("welz", word, spans)
    assert is_meant("dierenwelz", word, spans)
    assert is_meant("dieren", word, spans)
    assert is_meant("werk", "netwerkwerk", lookalikes("netwerkwerk"))


def test_every_word_of_the_file_holds_what_seems_to_be_in_it() -> None:
    pairs = [(seeming, word) for seeming, words in rows("lookalikes.tsv") for word in words.split()]
    assert [pair for pair in pairs if pair[0] not in pair[1]] == []
    assert len(pairs) == len(set(pairs))
    assert min(len(word) for _, word in pairs) >= 4  # looked up by four letters
