"""The examples for GitLab and pre-commit, run as far as that can be without their servers."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from demo import ROOT, bash, load, make_demo, plain_environment
from well_formed import gitlab, junit


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return make_demo(tmp_path / "repo")


def test_the_job_of_gitlab_makes_the_reports_that_it_names(repository: Path) -> None:
    job = load(ROOT / "examples/ci/gitlab-ci.yml")["manifesto-check"]
    done = bash("\n".join(job["script"]), repository, {"CI": "true"})
    assert done.returncode == 0, done.stderr
    reports = job["artifacts"]["reports"]
    issues: Any = gitlab((repository / reports["codequality"]).read_bytes())
    assert "A1.1b" in [issue["check_name"] for issue in issues]
    assert {issue["location"]["path"] for issue in issues} == {"concept.pdf"}
    junit((repository / reports["junit"]).read_bytes())
    for path in job["artifacts"]["paths"]:
        assert (repository / path).exists()


@pytest.mark.slow
def test_gitlab_sees_what_a_change_loses(repository: Path) -> None:
    """It compares fingerprints: those of the measures that stay as they are must be the same."""
    script = load(ROOT / "examples/ci/gitlab-ci.yml")["manifesto-check"]["script"]
    report = repository / "reports/concept.gitlab.json"
    shutil.copy(ROOT / "data/recommendations.yaml", repository / "afspraken.yaml")

    def fingerprints(programme: str) -> dict[str, str]:
        shutil.copy(ROOT / "examples" / programme, repository / "concept.pdf")
        assert bash("\n".join(script), repository, {}).returncode == 0
        return {i["fingerprint"]: i["severity"] for i in json.loads(report.read_bytes())}

    before, after = fingerprints("brede-dijk.pdf"), fingerprints("koers-en-ruimte.pdf")
    assert before != after
    assert set(before) & set(after)


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    home = {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env=plain_environment() | home,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_hook_runs_on_programmes_only(repository: Path) -> None:
    """The hook as it is, but with the command that is installed here."""
    (hook,) = load(ROOT / ".pre-commit-hooks.yaml")
    local = {key: value for key, value in hook.items() if key != "language_version"}
    local |= {"language": "system", "args": ["--recommendations", "afspraken.yaml"]}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    good = pre_commit(repository, "run", "--files", "concept.pdf", "afspraken.yaml")
    assert good.returncode == 0, good.stdout
    assert "Passed" in good.stdout
    bad = pre_commit(repository, "run", "--files", "concept.pdf", "stuk.pdf")
    assert bad.returncode == 1
    assert "exit code: 3" in bad.stdout
    assert "stuk.pdf: dit is geen PDF" in bad.stdout
    none = pre_commit(repository, "run", "--files", "afspraken.yaml")
    assert (none.returncode, "Skipped" in none.stdout) == (0, True)


@pytest.mark.slow
def test_pre_commit_installs_the_hook_from_a_repository(repository: Path, tmp_path: Path) -> None:
    tool = tmp_path / "tool"
    left_out = shutil.ignore_patterns(".*", "build", "tests", "docs", "benchmarks")
    shutil.copytree(ROOT, tool, ignore=left_out)
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", tool)
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "x")):
        subprocess.run(["git", *command], cwd=tool, check=True, env=dict(os.environ))
    done = pre_commit(
        repository, "try-repo", str(tool), "manifesto-check", "--verbose", "--files", "concept.pdf"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    assert "Niemand achter de dijk vergeten" in done.stdout
