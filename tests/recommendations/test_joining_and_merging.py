"""Several lists: in one run, and made into one file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.errors import RecommendationsError
from manifesto_check.recommendations import load_recommendations, parse_recommendations
from manifesto_check.recommendations.joining import ids_of, join, load_lists
from manifesto_check.recommendations.merging import merged
from manifesto_check.recommendations.model import NotMeant

SAMPLE = Path(__file__).parent / "data" / "sample.yaml"
OTHER = """\
# Onze eigen lijst.
schema_version: 1
vocabulary:
  # van ons
  - name: gemeente
    terms: [gemeentehuis]
sources:
  - id: F
    title: Fietsen  # kort
    themes:
      - id: b1
        title: Routes
        recommendations:
          - id: F1.1
            measures:
              - id: F1.1a
                text: Er komen meer fietspaden.
                concepts: [gemeente]
              - id: B1.1a
                # let op
                text: Er komen stallingen.
                related: [F1.1a]
"""


def other(text: str = OTHER) -> str:
    return text


def test_one_list_alone_stays_what_it_is() -> None:
    alone = load_lists([SAMPLE])
    assert alone == load_recommendations(SAMPLE)
    assert alone.lists == (alone,)
    assert load_lists(None).path == "recommendations.yaml"


def test_several_lists_stand_side_by_side() -> None:
    one = load_recommendations(SAMPLE)
    two = parse_recommendations(OTHER.replace("b1", "F1").replace("B1.1a", "F1.1b").encode(), "b")
    both = join([one, two])
    assert both.lists == (one, two)
    assert both.measures == (*one.measures, *two.measures)
    assert both.path == f"{one.path} + b"
    assert both.sha256 not in {one.sha256, two.sha256}
    assert both.sha256 != join([two, one]).sha256


def test_the_same_id_in_two_lists_is_told_with_what_to_do() -> None:
    one, two = load_recommendations(SAMPLE), parse_recommendations(OTHER.encode(), "b.yaml")
    with pytest.raises(RecommendationsError, match=r"'b1', 'B1.1a'.*merge.*--prefix"):
        join([one, two])
    with pytest.raises(RecommendationsError, match="dezelfde lijst"):
        join([one, one])


def test_merging_refuses_ids_that_clash_unless_they_get_a_prefix() -> None:
    pair = ("a.yaml", SAMPLE.read_bytes()), ("map/b.yaml", OTHER.encode())
    with pytest.raises(RecommendationsError, match="--prefix"):
        merged(*pair)
    data = merged(*pair, prefix=True)
    result = parse_recommendations(data, "ab.yaml")
    ids = list(ids_of(result))
    assert {"b-F", "b-b1", "b-B1.1a", "b-F1.1a"} <= set(ids)
    last = result.measures[-1]
    assert (last.id, last.related) == ("b-B1.1a", ("b-F1.1a",))
    assert result.measures[-2].concepts[0].terms == ("gemeentehuis",)


@given(
    names=st.lists(st.sampled_from(["lijst", "Lijst", "eigen lijst"]), min_size=2, max_size=5),
    keys=st.lists(st.sampled_from("ABc"), min_size=5, max_size=5),
)
def test_lists_of_any_names_and_ids_can_be_merged(names: list[str], keys: list[str]) -> None:
    lists = [
        (f"map{number}/{name}.yaml", _small_list(key, number).encode())
        for number, (name, key) in enumerate(zip(names, keys, strict=False))
    ]
    path, data = lists[0]
    for more in lists[1:]:
        data = merged((path, data), more, prefix=True)
    result = parse_recommendations(data, "samen.yaml")
    ids = [name.casefold() for name in ids_of(result)]
    assert len(set(ids)) == len(ids)
    assert len(result.measures) == 2 * len(lists)
    for one, two in zip(result.measures[::2], result.measures[1::2], strict=True):
        assert (one.related, two.related) == ((two.id,), (one.id,))
        assert one.id.removesuffix(".1a") == two.id.removesuffix(".1b")


def _small_list(key: str, number: int) -> str:
    """Return a list of two measures that refer to each other."""
    measures = "".join(
        f"""
          - id: {key}1.1{mine}
            text: Wens {mine} van lijst {number}
            related: [{key}1.1{other}]"""
        for mine, other in ("ab", "ba")
    )
    return f"""schema_version: 1
sources:
- id: {key}
  title: Lijst {number}
  themes:
  - id: {key}1
    title: Thema
    recommendations:
    - id: {key}1.1
      measures:{measures}
"""


def test_merging_keeps_the_comments_of_both() -> None:
    text = merged(("a.yaml", SAMPLE.read_bytes()), ("b.yaml", OTHER.encode()), prefix=True).decode()
    for comment in ("# kort", "# van ons", "# let op"):
        assert comment in text
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        assert line in text.splitlines()


def test_merged_measures_are_those_of_both() -> None:
    free = OTHER.replace("b1", "F1").replace("B1.1a", "F1.1b").replace("gemeente", "raad")
    data = merged(("a.yaml", SAMPLE.read_bytes()), ("b.yaml", free.encode()))
    one, two = load_recommendations(SAMPLE), parse_recommendations(free.encode(), "b")
    assert parse_recommendations(data, "ab").measures == (*one.measures, *two.measures)


def test_a_list_between_brackets_cannot_be_merged_and_says_so() -> None:
    content = yaml.safe_load(OTHER.replace("b1", "F1").replace("B1.1a", "F1.1b"))
    flow = yaml.safe_dump(content, default_flow_style=True)
    with pytest.raises(RecommendationsError, match=r"eigen regel"):
        merged(("a.yaml", SAMPLE.read_bytes()), ("b.yaml", flow.encode()), prefix=True)


def test_what_both_do_not_mean_is_not_meant_in_the_merged_list() -> None:
    one, other = (
        OTHER.replace("sources:", f"not_meant:\n- word: {word}\n  inside: [{inside}]\nsources:")
        for word, inside in (("weg", "Snelweg"), ("pad", "schildpad"))
    )
    other = other.replace("F", "G").replace("b1", "g1").replace("B1.1a", "G1.1b")
    both = parse_recommendations(merged(("een", one.encode()), ("twee", other.encode())), "beide")
    assert both.not_meant == (NotMeant("weg", ("snelweg",)), NotMeant("pad", ("schildpad",)))
