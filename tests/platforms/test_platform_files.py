"""The files for platforms are as those platforms say."""

import re
import subprocess
import sys

import pytest
import yaml
from demo import ROOT, load

from manifesto_check.reports.registry import FormatName

SCHEMAS = {
    "action.yml": ["--builtin-schema", "vendor.github-actions"],
    "examples/ci/github-workflow.yml": ["--builtin-schema", "vendor.github-workflows"],
    "examples/ci/gitlab-ci.yml": [
        "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci",
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_are_as_the_published_schemas_say(name: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", *SCHEMAS[name], str(ROOT / name)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_the_page_shows_the_files_that_are_tested() -> None:
    page = (ROOT / "docs/ci-platforms.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(b) for b in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    (action,), gitlab, pre_commit = blocks
    inputs = load(ROOT / "action.yml")["inputs"]
    assert set(action["with"]) <= set(inputs)
    assert re.findall(r"^\| `([a-z-]+)` \| (?=files|your|one|other|where|3)", page, re.M) == [
        *inputs
    ]
    job = load(ROOT / "examples/ci/gitlab-ci.yml")["manifesto-check"]
    assert gitlab["artifacts"]["reports"] == job["artifacts"]["reports"]
    assert pre_commit == load(ROOT / "examples/ci/pre-commit-config.yaml")


@pytest.mark.parametrize(
    ("check", "name"),
    [
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", "examples/ci/pre-commit-config.yaml"),
    ],
)
def test_pre_commit_accepts_its_files(check: str, name: str) -> None:
    command = [sys.executable, "-m", "pre_commit", check, str(ROOT / name)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_no_script_of_the_action_has_an_input_in_its_text() -> None:
    """An input would be run as a command; a variable is not."""
    for step in load(ROOT / "action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_workflow_gives_the_action_inputs_that_it_has() -> None:
    action = load(ROOT / "action.yml")
    steps = load(ROOT / "examples/ci/github-workflow.yml")["jobs"]["check"]["steps"]
    (step,) = [step for step in steps if "manifesto-check" in step["uses"]]
    assert set(step["with"]) <= set(action["inputs"])
    assert set(step["with"]["format"].split()) <= set(FormatName)
    needed = {name for name, one in action["inputs"].items() if one.get("required")}
    assert needed <= set(step["with"])


def test_the_lock_of_the_action_has_hashes_and_all_that_the_package_needs() -> None:
    lock = (ROOT / "requirements/action.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = project.partition("\ndependencies = [")[2].partition("]\n\n")[0]
    names = set(re.findall(r'^ *"([a-z0-9-]+)', needed, re.MULTILINE))
    assert len(names) > 15
    assert names | {"hatchling"} <= pinned
    assert "://" not in re.sub(r"^#.*", "", lock, flags=re.MULTILINE)
    assert not {"pytest", "mypy", "playwright"} & pinned
