"""The page on the format shows lists that load, and names every key and all advice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manifesto_check.recommendations import json_schema, parse_recommendations

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = (REPOSITORY / "docs" / "recommendations-format.md").read_text(encoding="utf-8")
SAMPLES = [
    block
    for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    if block.startswith("schema_version")
]


def test_the_page_has_a_small_and_a_full_sample() -> None:
    assert len(SAMPLES) == 2


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_loads(sample: str) -> None:
    assert parse_recommendations(sample.encode(), "voorbeeld.yaml").measures


def test_every_key_has_its_row_and_says_whether_it_is_required() -> None:
    schema = json_schema()

    for group in [schema, *schema["$defs"].values()]:
        for key in group["properties"]:
            rows = re.findall(rf"^\| `{key}` \|.*\| (.+?) \|$", PAGE, re.MULTILINE)
            assert rows, key
            if key in group.get("required", ()):
                assert "required" in rows, key


def test_every_kind_of_advice_is_named() -> None:
    source = (REPOSITORY / "src/manifesto_check/recommendations/lint.py").read_text()
    codes = set(re.findall(r'(?:Finding\(\s*measure\.id,|yield) "([a-z-]+)"', source))

    assert len(codes) >= 9
    assert {code for code in codes if f"`{code}`" not in PAGE} == set()
