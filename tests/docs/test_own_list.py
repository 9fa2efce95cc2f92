"""docs/own-list.md shows the list of examples/ and its report as they are."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
import yaml

from manifesto_check.recommendations import json_schema, load_recommendations
from manifesto_check.recommendations.lint import lint

ROOT = Path(__file__).resolve().parents[2]
REWRITE = "run python scripts/update_own_list.py"


@pytest.fixture(scope="module")
def page() -> str:
    return (ROOT / "docs/own-list.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "update_own_list", ROOT / "scripts/update_own_list.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def block(page: str, name: str) -> str:
    return page.partition(f"<!-- {name} -->\n")[2].partition(f"\n<!-- /{name} -->")[0]


def test_the_list_is_that_of_the_example(page: str) -> None:
    text = (ROOT / "examples/fietsen.yaml").read_text(encoding="utf-8")
    assert block(page, "list") == f"```yaml\n{text}```", REWRITE


def test_the_report_is_that_of_the_example_programme(page: str, script: ModuleType) -> None:
    def verdicts(text: str) -> list[str]:
        return re.findall(r"^([●◐○✗] .*?  A\d\.\d[a-z])  ", text, re.MULTILINE)

    shown = verdicts(block(page, "report"))
    assert len(shown) == 10
    assert shown == verdicts(script.report_text()), REWRITE


def test_the_list_is_what_new_makes_with_more_in_it(page: str) -> None:
    typed = re.findall(r'--measure "(.+?)=(.+?)"', page)
    found = load_recommendations(ROOT / "examples/fietsen.yaml")
    assert [(t.title, m.text) for _, t, _, m in found.entries()] == typed[:10]
    assert all(m.concepts and len(m.examples) == 3 for m in found.measures)
    assert lint(found) == ()


def test_the_list_is_valid() -> None:
    content = yaml.safe_load((ROOT / "examples/fietsen.yaml").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(json_schema()).validate(content)
