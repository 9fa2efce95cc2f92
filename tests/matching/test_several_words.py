from __future__ import annotations

import numpy as np

from manifesto_check.matching.several_words import Occurrences, SeveralWords

# Two passages of ten tokens; atom 0 at 3 and 12, atom 1 at 5 and 10, atom 2 nowhere.
OCCURRENCES = Occurrences(
    atom=np.array([0, 0, 1, 1]),
    token=np.array([3, 12, 5, 10]),
    atoms=3,
    passage_of=np.repeat(np.arange(2, dtype=np.int32), 10),
)


def test_the_nearest_token_is_one_of_the_same_passage_if_any_is() -> None:
    nearest = OCCURRENCES.nearest(np.array([0, 1, 1, 1]), np.array([9, 9, 19, 0]))
    assert nearest.tolist() == [3, 5, 10, 5]


def test_the_nearest_to_a_token_of_its_own_is_itself() -> None:
    assert OCCURRENCES.nearest(np.array([1, 1]), np.array([5, 10])).tolist() == [5, 10]


def test_each_concept_of_a_phrase_has_all_its_tokens() -> None:
    several = SeveralWords({(0, 1): [4, 7], (1, 2): [5]})
    found = [
        (int(concept), int(token))
        for concepts, tokens in several.met(OCCURRENCES)
        for concept, token in zip(concepts, tokens, strict=True)
    ]
    expected = {(concept, token) for concept in (4, 7) for token in (3, 5, 10, 12)}
    assert len(found) == 8
    assert set(found) == expected


def test_without_phrases_nothing_is_met() -> None:
    assert list(SeveralWords({}).met(OCCURRENCES)) == []
