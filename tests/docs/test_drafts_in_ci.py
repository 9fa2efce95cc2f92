"""docs/drafts-in-ci.md names every key of the config file and every condition."""

import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from draft_example import Example

from manifesto_check.conditions.model import ConditionKind
from manifesto_check.config.model import Config
from manifesto_check.config.reading import read_config

PAGE = (Path(__file__).resolve().parents[2] / "docs/drafts-in-ci.md").read_text(encoding="utf-8")


def test_every_key_is_named() -> None:
    section = PAGE.partition("\n## The config file\n")[2].partition("\n## ")[0]
    named = re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE)
    assert sorted(named) == sorted(field.name.replace("_", "-") for field in fields(Config))


def test_every_condition_is_named() -> None:
    section = PAGE.partition("\n## Conditions\n")[2].partition("\n## ")[0]
    assert {kind.value for kind in ConditionKind} <= set(re.findall(r"--([a-z-]+)", section))


def test_the_file_that_it_shows_can_be_read(tmp_path: Path) -> None:
    (shown,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    path = tmp_path / "manifesto-check.toml"
    path.write_text(shown, encoding="utf-8")
    found = read_config(path)
    assert found.fail_on_loss
    assert [setting.id for setting in found.require] == ["V1.3", "V1.1a"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("sh") is None, reason="the example is for a shell")
def test_the_example_shows_what_its_commands_show(tmp_path: Path) -> None:
    example = Example(tmp_path)
    assert example.played(PAGE) == PAGE, "run python tests/docs/draft_example.py"
    assert example.codes == [0, 0, 0, 1, 0, 1]
