from small_pairs import ABSENT, COVERED, PARTIAL, pair, random_pairs, small_list

from manifesto_check.evaluation.breakdown import (
    confusion,
    per_level,
    per_programme,
    per_sample,
    per_source,
    per_theme,
)
from manifesto_check.evaluation.metrics import ORDER, score


def test_confusion_counts_the_reader_then_the_tool() -> None:
    table = confusion([pair(COVERED, PARTIAL), pair(COVERED, PARTIAL), pair(ABSENT, ABSENT)])
    assert table[COVERED][PARTIAL] == 2
    assert table[PARTIAL][COVERED] == 0
    assert table[ABSENT][ABSENT] == 1
    assert list(table) == list(table[COVERED]) == list(ORDER)


def test_parts_are_scored_on_their_own_pairs() -> None:
    pairs = random_pairs(1)
    assert [(g.id, g.title) for g in per_theme(pairs, small_list())] == [
        ("T0", "Thema T0"),
        ("T1", "Thema T1"),
        ("T2", "Thema T2"),
    ]
    (second, *_) = per_theme(pairs, small_list())[1:]
    assert second.scores == score([p for p in pairs if p.theme == "T1"])
    assert [g.scores.pairs for g in per_source(pairs, small_list())] == [32, 16]
    assert sum(g.scores.pairs for g in per_programme(pairs)) == len(pairs)


def test_a_part_without_pairs_is_left_out() -> None:
    assert [g.id for g in per_source([pair(COVERED, COVERED, measure="T2.2")], small_list())] == [
        "U"
    ]


def test_levels_take_the_programmes_whose_level_is_known() -> None:
    pairs = [pair(COVERED, COVERED, programme=name) for name in ("een", "twee", "drie")]
    groups = per_level(pairs, {"een": "national", "twee": None, "drie": "municipal"})
    assert [(g.id, g.scores.pairs) for g in groups] == [("municipal", 1), ("national", 1)]
    assert per_level(pairs, dict.fromkeys(("een", "twee", "drie"))) == ()


def test_what_was_trained_on_is_told_apart_only_where_something_was_not() -> None:
    pairs = [pair(COVERED, COVERED), pair(COVERED, ABSENT, programme="twee")]
    groups = per_sample(pairs, {"een": True, "twee": False})
    assert [(g.id, g.scores.found_f1) for g in groups] == [
        ("in_sample", 1.0),
        ("out_of_sample", 0.0),
    ]
    assert per_sample(pairs, {"een": True, "twee": True}) == ()
