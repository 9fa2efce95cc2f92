from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from manifesto_check.recommendations import Problem, RecommendationsFileError, parse_recommendations
from manifesto_check.recommendations.phrases import ENGLISH

# Words that no English message has, unless it quotes the file.
ONLY_DUTCH = re.compile(
    r"\b(de|het|een|er|dit|deze|verwacht|maar|staat|niet|geen|wordt|sleutel|begrip|tekst|regel)\b"
)
SAMPLE = Path(__file__).parent / "data" / "sample.yaml"


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read every list anew: one that is kept would say nothing of the reading."""
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")


@pytest.fixture(scope="session")
def sample() -> str:
    """A small list that uses every key of the format once."""
    return SAMPLE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def problems_of() -> Callable[[str | bytes], tuple[Problem, ...]]:
    """Return the problems of a wrong file, having seen that English has them all too."""

    def read(content: str | bytes) -> tuple[Problem, ...]:
        data = content.encode() if isinstance(content, str) else content
        with pytest.raises(RecommendationsFileError) as caught:
            parse_recommendations(data, "lijst.yaml")
        told_alike(caught.value)
        return caught.value.problems

    return read


def told_alike(error: RecommendationsFileError) -> None:
    """See to it that a problem has the same place in English, and no Dutch in it."""
    dutch, english = str(error).split("\n"), error.told(ENGLISH).split("\n")
    assert len(dutch) == len(english)
    for one, other in zip(dutch, english, strict=True):
        place = re.match(r"lijst\.yaml:(\d+:\d+:)?", one)
        assert place is not None
        assert other.startswith(place.group())
        said = other.removeprefix(place.group())
        assert said != one.removeprefix(place.group())
        assert said.isprintable()
        assert ONLY_DUTCH.search(re.sub(r"'[^']*'|\"[^\"]*\"", "", said)) is None, said


@pytest.fixture(params=["libyaml", "pure python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with PyYAML's C parser, and with the one for machines that lack it."""
    import yaml

    from manifesto_check.recommendations import nodes

    if request.param == "pure python":
        monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    return str(request.param)
