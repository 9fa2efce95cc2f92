"""The rule files themselves: a slip of the pen in one of them should say where."""

from collections import Counter

import pytest

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.dutch.resources import abbreviations, rows
from manifesto_check.dutch.stance import REJECTIONS
from manifesto_check.dutch.stance_rules import NO_STANCE, Direction, Stance, stance_rules


def test_stance_rules_have_four_cells_that_mean_something():
    for row in rows("stance.tsv"):
        phrase, stance, direction, scope = row
        assert phrase.lstrip("^$?&~ "), row
        assert stance in {*Stance, *NO_STANCE}, row
        assert direction in set(Direction), row
        assert 0 <= int(scope) <= 60, row
        assert (int(scope) == 0) == (stance in NO_STANCE - {"spares"}), row
    assert stance_rules()


def test_every_stance_has_rules():
    assert {row[1] for row in rows("stance.tsv")} >= set(Stance)


def test_no_phrase_stands_twice_among_the_stance_rules():
    counts = Counter(row[0] for row in rows("stance.tsv"))
    assert [phrase for phrase, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", ["lemmas.tsv", "separable.tsv", "compounds.tsv", "clauses.tsv"])
def test_tables_have_two_columns(name):
    assert [row for row in rows(name) if len(row) != 2] == []


def test_no_word_has_two_lemmas():
    counts = Counter(row[0] for row in rows("lemmas.tsv"))
    assert [word for word, count in counts.items() if count > 1] == []


def test_abbreviations_end_in_a_full_stop():
    assert [short for short in abbreviations() if not short.endswith((".", "p/m."))] == []


def _words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",")]


def test_groups_of_the_thesaurus_hold_words_and_short_phrases():
    for row in rows("synonyms.tsv"):
        assert 1 <= len(row) <= 2, row
        words = [word for cell in row for word in _words(cell)]
        assert len(words) > 1, row
        assert len(set(words)) == len(words), row
        assert all(1 <= len(word.split()) <= 4 for word in words), row


def test_no_group_of_the_thesaurus_stands_there_twice():
    counts = Counter(frozenset(_words(row[0])) for row in rows("synonyms.tsv"))
    assert [set(group) for group, count in counts.items() if count > 1] == []


def test_no_word_of_the_thesaurus_refuses():
    # Who wants a thing would be taken for its opponent: "verbod op vuurwerk" of "vuurwerkverbod".
    words = list(dict.fromkeys(w for row in rows("synonyms.tsv") for c in row for w in _words(c)))
    refusing = [
        doc.text
        for doc in dutch_pipeline().pipe(words)
        if any(scope.category in REJECTIONS for scope in doc._.stances)
    ]
    assert refusing == []
