"""A right file gives the list that it describes."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import timeit
from pathlib import Path

import pytest
import yaml

from manifesto_check.dutch.figures import Direction
from manifesto_check.errors import RecommendationsError
from manifesto_check.recommendations import (
    RecommendationsFileError,
    load_recommendations,
    loading,
    parse_recommendations,
)
from manifesto_check.recommendations.model import Concept, Figure, Wants

SAMPLE = Path(__file__).parent / "data" / "sample.yaml"

ONLY_TEXT = """\
schema_version: 1
sources:
- id: eigen
  title: Onze lijst
  themes:
  - id: thema
    title: Wonen
    recommendations:
    - id: punt
      measures:
      - {id: wens, text: Meer woningen voor starters.}
"""


def test_the_sample_list_loads_with_every_key() -> None:
    loaded = load_recommendations(SAMPLE)

    source = loaded.sources[0]
    assert (source.id, source.publisher, source.file) == (
        "B",
        "Bewonersraad Waterveen",
        "beter-wonen.txt",
    )
    assert [(theme.id, theme.title_only) for theme in source.themes] == [
        ("B1", False),
        ("B2", True),
    ]
    fine, rent, strict = loaded.measures
    assert (fine.id, fine.wants, fine.conflicts) == ("B1.1a", Wants.LESS, ("b2-streng",))
    assert fine.opposed_by == ("Wie in het park overnacht, krijgt een boete.",)
    assert rent.figures == (Figure(25.0, "%", Direction.AT_LEAST, "nieuwbouw"),)
    assert rent.wants is None
    assert strict.concepts == ()


@pytest.mark.parametrize(("what", "name"), [("opposite", "tegendeel"), ("needed", "onmisbaar")])
def test_the_words_for_the_opposite_and_for_what_is_needed_are_concepts(
    sample: str, what: str, name: str
) -> None:
    named = sample.replace(
        "        conflicts: [b2-streng]",
        f"        {what}_terms: [slaapverbod, straat  verbod]\n        conflicts: [b2-streng]",
    )

    fine, rent, _ = parse_recommendations(named.encode(), "lijst.yaml").measures

    assert getattr(fine, what) == Concept(name, ("slaapverbod", "straat verbod"), optional=True)
    assert getattr(rent, what) is None


def test_a_concept_is_named_used_or_written_out() -> None:
    named, used, written = load_recommendations(SAMPLE).measures[0].concepts

    assert named == Concept(
        "dakloze mensen", ("dakloos", "thuisloos", "op straat slapen"), ("dakloz",)
    )
    assert used == Concept("gemeente", ("gemeente", "wethouder"), optional=True)
    assert written == Concept("boete", ("boete", "bekeuring"), ("beboet",))


def test_a_concept_can_do_without_the_thesaurus(sample: str) -> None:
    without = sample.replace("- name: boete\n", "- name: boete\n          thesaurus: false\n")
    assert without != sample

    loaded = parse_recommendations(without.encode(), "lijst.yaml")

    assert [c.thesaurus for c in loaded.measures[0].concepts] == [True, True, False]


def test_a_use_without_optional_keeps_what_the_vocabulary_says(sample: str) -> None:
    optional = sample.replace(
        "terms: [gemeente, wethouder]", "terms: [gemeente, wethouder]\n  optional: true"
    ).replace("{use: gemeente, optional: true}", "{use: gemeente}")

    loaded = parse_recommendations(optional.encode(), "lijst.yaml")

    assert loaded.measures[0].concepts[1].optional


def test_a_list_of_texts_only_is_enough() -> None:
    loaded = parse_recommendations(ONLY_TEXT.encode(), "lijst.yaml")

    (measure,) = loaded.measures
    assert (measure.text, measure.concepts, measure.examples) == (
        "Meer woningen voor starters.",
        (),
        (),
    )
    assert (loaded.sources[0].file, loaded.sources[0].publisher) == ("", None)


def test_line_breaks_in_a_text_are_folded() -> None:
    text = load_recommendations(SAMPLE).measures[2].text

    assert text == "De gemeente beboet iedereen die buiten slaapt."


def test_path_is_as_given_and_sha256_is_of_the_bytes() -> None:
    loaded = load_recommendations(str(SAMPLE))

    assert loaded.path == str(SAMPLE)
    assert loaded.sha256 == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(sample: str) -> None:
    windows = b"\xef\xbb\xbf" + sample.replace("\n", "\r\n").encode()

    assert parse_recommendations(windows, "x").sources == load_recommendations(SAMPLE).sources


def test_aliases_are_allowed_where_they_stay_small(sample: str) -> None:
    shared = sample.replace(
        "terms: [boete, bekeuring]", "terms: &boete [boete, bekeuring]"
    ).replace("terms: [nieuwbouw]", "terms: *boete")

    loaded = parse_recommendations(shared.encode(), "lijst.yaml")

    assert loaded.measures[1].concepts[1].terms == ("boete", "bekeuring")


def test_the_shipped_list_is_named_without_its_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "site-packages" / "manifesto_check"
    (package / "data").mkdir(parents=True)
    (package / "data" / "recommendations.yaml").write_text(ONLY_TEXT)
    monkeypatch.setattr(loading.manifesto_check, "__file__", str(package / "__init__.py"))

    assert load_recommendations().path == "recommendations.yaml"


def test_a_checkout_finds_the_list_beside_the_source(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "src" / "manifesto_check"
    monkeypatch.setattr(loading.manifesto_check, "__file__", str(package / "__init__.py"))

    assert loading.shipped_path() == tmp_path / "data" / "recommendations.yaml"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RecommendationsError, match="bestaat niet"):
        load_recommendations(tmp_path / "nergens.yaml")
    with pytest.raises(RecommendationsError, match="is een map"):
        load_recommendations(tmp_path)
    with pytest.raises(RecommendationsError, match="kan niet gelezen worden"):
        load_recommendations("lijst\0.yaml")


def test_an_error_shows_a_header_and_one_line_for_each_problem(tmp_path: Path) -> None:
    path = tmp_path / "lijst.yaml"
    path.write_text(ONLY_TEXT.replace("title: Wonen", "titel: Wonen"))

    with pytest.raises(RecommendationsError) as caught:
        load_recommendations(path)

    assert isinstance(caught.value, RecommendationsFileError)
    assert caught.value.exit_code == 2
    assert str(caught.value).splitlines() == [
        f"{path}: 2 fouten in deze aanbevelingenlijst:",
        f"{path}:6:5: sleutel 'title' ontbreekt in dit thema",
        f"{path}:7:5: onbekende sleutel 'titel' in dit thema; bedoelde u 'title'?",
    ]


def test_a_message_of_thousands_of_problems_is_cut_but_the_error_holds_them_all() -> None:
    keys = "".join(f"sleutel{number}: 1\n" for number in range(3000))

    with pytest.raises(RecommendationsFileError) as caught:
        parse_recommendations(keys.encode(), "lijst.yaml")

    assert len(caught.value.problems) == 3002
    assert str(caught.value).splitlines()[-1] == "lijst.yaml: ... en nog 2002 fouten"


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = (
        "import sys, manifesto_check.recommendations\n"
        "print([m for m in ('pydantic', 'yaml', 'rapidfuzz', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def large_list(measures: int) -> str:
    """Return a list as large as the one that ships: some 300 kB for 114 measures."""
    sentence = "Wij zorgen in elke wijk voor genoeg plekken, hulp en begeleiding op nummer"
    words = ", ".join(f"begeleiding{number}" for number in range(25))
    vocabulary = "".join(f"- {{name: begrip {n}, terms: [{words}]}}\n" for n in range(measures))
    rows = "".join(
        f"      - id: M{n}\n        text: {sentence} {n}.\n"
        f"        concepts: [begrip {n}, {{name: eigen, terms: [{words}], parts: [begeleid]}}]\n"
        f"        examples:\n{f'        - {sentence} {n}.{chr(10)}' * 15}"
        for n in range(measures)
    )
    head = ONLY_TEXT.split("      - {id: wens")[0]
    return head.replace("sources:", f"vocabulary:\n{vocabulary}sources:") + rows


def test_a_list_as_large_as_the_one_that_ships_loads_fast() -> None:
    data = large_list(114).encode()
    parse_recommendations(ONLY_TEXT.encode(), "first.yaml")  # imports pydantic
    assert len(data) > 250_000

    assert len(parse_recommendations(data, "lijst.yaml").measures) == 114
    seconds = min(timeit.repeat(lambda: parse_recommendations(data, "lijst.yaml"), number=1))
    yaml_alone = min(timeit.repeat(lambda: yaml.compose(data, yaml.CSafeLoader), number=1))
    assert seconds < 4 * yaml_alone  # measured 2.3
