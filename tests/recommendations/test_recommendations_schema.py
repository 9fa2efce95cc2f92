"""The exported JSON Schema takes what the loader takes, and serves an editor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from manifesto_check.recommendations import json_schema, loading

SAMPLE = Path(__file__).parent / "data" / "sample.yaml"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return jsonschema.Draft202012Validator(json_schema())


def test_the_schema_names_itself_without_any_host() -> None:
    assert json_schema()["$id"] == "urn:manifesto-check:recommendations:1"
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from objects(inner)


def test_every_group_and_every_key_is_described_in_dutch() -> None:
    found = list(objects(json_schema()))

    assert len(found) == 9
    for group in found:
        assert group["title"]
        assert group["description"].endswith(".")
        assert group["additionalProperties"] is False
        for name, key in group["properties"].items():
            assert key.get("description"), f"{group['title']}: {name}"
            assert "title" not in key
            assert key.get("default", "more") in ("more", False, True, None)


def test_the_sample_is_valid(validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(yaml.safe_load(SAMPLE.read_text(encoding="utf-8")))


def test_the_shipped_list_is_valid(validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(yaml.safe_load(loading.shipped_path().read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("schema_version: 1", "schema_version: 2", ["schema_version"]),
        ("title_only: true", "titel_only: true", ["sources", 0, "themes", 1]),
        ("- id: B2\n    title: Andere punten", "- id: B2", ["sources", 0, "themes", 1]),
        ("title: Andere punten", 'title: " "', ["sources", 0, "themes", 1, "title"]),
        ("id: B2.1", "id: B2 1", ["sources", 0, "themes", 1, "recommendations", 0, "id"]),
        ("[dakloz]", "[]", ["vocabulary", 0, "parts"]),
        ("terms: [gemeente, wethouder]", "optional: true", ["vocabulary", 1]),
        ("publisher: Bewonersraad Waterveen", "publisher: 3", ["sources", 0, "publisher"]),
    ],
)
def test_a_wrong_list_is_invalid_where_it_is_wrong(
    old: str, new: str, where: list[str | int], validator: jsonschema.Draft202012Validator
) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert old in text

    errors = list(validator.iter_errors(yaml.safe_load(text.replace(old, new, 1))))

    assert [list(error.absolute_path) for error in errors] == [where]


@pytest.mark.parametrize(
    "concept", [3, {"use": "gemeente", "terms": ["a"]}, {"name": "a"}, {"terms": ["a"]}, []]
)
def test_a_wrong_concept_is_invalid(
    concept: object, validator: jsonschema.Draft202012Validator
) -> None:
    content = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    measure = content["sources"][0]["themes"][0]["recommendations"][0]["measures"][0]
    measure["concepts"] = [concept]

    assert not validator.is_valid(content)
