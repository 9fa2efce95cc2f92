"""YAML that is broken, or made to do harm, gives a message and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from manifesto_check.recommendations import Problem, RecommendationsFileError, load_recommendations
from manifesto_check.recommendations.loading import MAX_BYTES

ProblemsOf = Callable[[str | bytes], tuple[Problem, ...]]

BROKEN = {
    "empty": ("§", "het bestand is leeg"),
    "only comments": ("§# niets\n", "het bestand is leeg"),
    "a list": ("§- a\n", "verwacht de sleutels schema_version en sources"),
    "a word": ("§hallo", "verwacht de sleutels schema_version en sources"),
    "colon in a text": ("a: b§: c", "hier kan geen ': ' staan"),
    "open list": ("a: §[1, 2\n", "wordt niet gesloten"),
    "list with nothing in it": ("a: [\n§", "verwacht een waarde; wordt een [ of { hierboven"),
    "indented too little": ("  a: 1\n§b: 2\n", "klopt het inspringen hier?"),
    "open group": ("a: §{b: 2\n", "wordt niet gesloten"),
    "open quote": ('a: §"b\n', "wordt nergens gesloten"),
    "tab": ("a:\n§\t- b\n", "spaties"),
    "percent sign": ("a: §%b\n", "met dit teken kan geen waarde beginnen"),
    "two documents": ("a: 1\n§---\nb: 2\n", "tweede document"),
    "unknown alias": ("a: §*b\n", "*b heeft geen anker"),
    "alias of itself": ("a: &a [§*a]\n", "*a verwijst naar zichzelf"),
    "control character": ("a: b\nc: §\x07\n", "teken U+0007 mag niet"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_yaml_is_reported_where_it_breaks(
    case: str, problems_of: ProblemsOf, either_parser: str
) -> None:
    marked, message = BROKEN[case]
    before, _, after = marked.partition("§")

    (problem,) = problems_of(before + after)

    assert message in problem.message
    assert (problem.line, problem.column) == (
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )


def test_bytes_that_are_not_utf8_are_reported_where_they_stand(problems_of: ProblemsOf) -> None:
    (problem,) = problems_of("schema_version: 1\ntitle: één".encode("latin-1"))

    assert (problem.line, problem.column) == (2, 8)
    assert "UTF-8" in problem.message
    assert "UTF-8" in problems_of("schema_version: 1".encode("utf-16"))[0].message


def test_billion_laughs_stops_at_a_limit(problems_of: ProblemsOf, either_parser: str) -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 40)]
    started = time.process_time()

    (problem,) = problems_of("\n".join(["l0: &l0 [ha, ha]", *levels]))

    assert "te groot" in problem.message
    assert problem.line == 7
    assert time.process_time() - started < 1


def test_a_long_text_cannot_multiply(problems_of: ProblemsOf) -> None:
    aliases = ", ".join(["*a"] * 10_000)

    (problem,) = problems_of(f'a: &a "{"x" * 1_000_000}"\nb: [{aliases}]\n')

    assert "te groot" in problem.message


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_stops_at_a_limit(
    opening: str, problems_of: ProblemsOf, either_parser: str
) -> None:
    (problem,) = problems_of(opening * 20_000)

    assert "dieper genest dan 50 niveaus" in problem.message


def test_aliases_do_not_nest_deeper_than_the_limit(problems_of: ProblemsOf) -> None:
    deep = "a: &a " + "[" * 40 + "]" * 40 + "\nb: " + "[" * 20 + "*a" + "]" * 20

    (problem,) = problems_of(deep)

    assert (problem.line, problem.column) == (2, 24)
    assert "dieper genest dan 50 niveaus door *a" in problem.message


def test_more_values_than_any_list_has(problems_of: ProblemsOf) -> None:
    (problem,) = problems_of("sources: [" + "a," * 300_000 + "]")

    assert "te groot: meer dan 250.000 waarden" in problem.message


def test_an_aliased_measure_is_a_measure_twice(sample: str, problems_of: ProblemsOf) -> None:
    twice = sample.replace("- id: b2-streng", "- &m\n        id: b2-streng") + "      - *m\n"

    (problem,) = problems_of(twice)

    assert "'b2-streng' is al van een maatregel" in problem.message


def test_a_huge_file_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 50)

    with pytest.raises(RecommendationsFileError, match="groter dan 20 MB"):
        load_recommendations(path)
