"""Whatever a file holds, loading gives a list or a RecommendationsFileError."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from manifesto_check.recommendations import RecommendationsFileError, parse_recommendations
from manifesto_check.recommendations.lint import lint
from manifesto_check.recommendations.phrases import ENGLISH

SAMPLE = (Path(__file__).parent / "data" / "sample.yaml").read_bytes()
UNHURRIED = settings(deadline=None)  # the first example also imports pydantic
PIECES = [
    b"", b"[", b"]", b"{", b"}", b": ", b"- ", b"\n", b"? ", b"&a ", b"*a", b"!!x ", b"|\n", b">\n",
    b'"', b"'", b"#", b"---\n", b"...\n", b"%YAML 3.0\n", b"\t", b"<<: ", b"no", b".nan", b"1.1",
    b"2024-01-01", b"\xff", b"\x00", b"\xe2\x80\xae", b"\\UFFFFFFFF", b"null", b"~", b"=",
]  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def loads_or_explains(data: bytes) -> None:
    """Check that the file loads, or that its problems are on lines of the file."""
    try:
        loaded = parse_recommendations(data, "lijst.yaml")
    except RecommendationsFileError as error:
        problems = error.problems
        english = error.told(ENGLISH)
    else:
        assert loaded.measures
        assert all(finding.message.isprintable() for finding in lint(loaded))
        return
    assert problems
    assert all(line.isprintable() for line in english.split("\n"))
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message.isprintable()


@UNHURRIED
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_arbitrary_bytes(data: bytes) -> None:
    loads_or_explains(data)


@UNHURRIED
@given(st.lists(st.sampled_from([*PIECES, b"a", b"id", b"sources", b"concepts"]), max_size=40))
def test_arbitrary_yaml(pieces: list[bytes]) -> None:
    loads_or_explains(b"".join(pieces))


@settings(UNHURRIED, max_examples=200)
@given(
    start=st.integers(0, len(SAMPLE)),
    length=st.integers(0, 40),
    piece=st.sampled_from(PIECES) | st.binary(max_size=10),
)
def test_a_list_with_a_piece_cut_out_and_another_put_in(
    start: int, length: int, piece: bytes
) -> None:
    loads_or_explains(SAMPLE[:start] + piece + SAMPLE[start + length :])


@settings(UNHURRIED, max_examples=200)
@given(data=st.data(), value=VALUES)
def test_a_list_with_a_value_of_another_kind(data: st.DataObject, value: object) -> None:
    content = yaml.safe_load(SAMPLE)
    place = content
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            break
        place = inner
    place[key] = value

    loads_or_explains(yaml.safe_dump(content, allow_unicode=True).encode())
