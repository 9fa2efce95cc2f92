"""The steps of the GitHub action, run as GitHub runs them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from demo import ROOT, bash, filled_in, load, make_demo
from well_formed import github, junit, sarif

STEPS = {step.get("id"): step for step in load(ROOT / "action.yml")["runs"]["steps"]}
INPUTS = load(ROOT / "action.yml")["inputs"]


class Job:
    """A job on GitHub, with the files that GitHub gives to a step."""

    def __init__(self, folder: Path) -> None:
        self.workspace = make_demo(folder / "repo")
        self.files = {
            name: folder / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
        }
        (folder / "temp").mkdir()
        self.environment = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_SERVER_URL": "https://code.example",
            "GITHUB_REPOSITORY": "partij/programma",
            "GITHUB_SHA": "abc",
            "RUNNER_TEMP": str(folder / "temp"),
            **{name: str(path) for name, path in self.files.items()},
        }
        self.python = sys.executable

    def run(self, step: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run one step with inputs as a workflow gives them; others have their default."""
        given = {name: str(one.get("default", "")) for name, one in INPUTS.items()} | inputs
        values = {f"inputs.{name}": value for name, value in given.items()}
        values["steps.install.outputs.python"] = self.python
        for file in self.files.values():
            file.write_bytes(b"")
        found = STEPS[step]
        own = {name: filled_in(value, values) for name, value in found["env"].items()}
        folder = self.workspace / filled_in(found.get("working-directory", "."), values)
        return bash(found["run"], folder, self.environment | own)

    @property
    def outputs(self) -> dict[str, str]:
        text = self.files["GITHUB_OUTPUT"].read_text(encoding="utf-8")
        return dict(line.split("=", 1) for line in text.splitlines())

    @property
    def summary(self) -> str:
        return self.files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(tmp_path)


def test_a_draft_gets_annotations_a_summary_and_files(job: Job) -> None:
    done = job.run(
        "check",
        programmes="concept.pdf",
        format="github sarif junit",
        recommendations="afspraken.yaml",
        args="--language en --theme 'A1'",
    )
    assert done.returncode == 0, done.stderr
    commands: Any = github(done.stdout.encode())
    assert ("notice", "A1.1b: not found") in [(kind, pairs["title"]) for kind, pairs, _ in commands]
    assert "blob/abc/concept.pdf#page=" in job.summary
    assert job.outputs["exit-code"] == "0"
    reports = Path(job.outputs["reports"])
    assert sorted(path.suffix for path in reports.iterdir()) == [".sarif", ".txt", ".xml"]
    sarif((reports / "concept.sarif").read_bytes())
    junit((reports / "concept.xml").read_bytes())


def test_a_programme_that_cannot_be_read_fails_the_step(job: Job) -> None:
    done = job.run("check", programmes="*.pdf\n", recommendations="afspraken.yaml")
    assert done.returncode == 3
    assert job.outputs["exit-code"] == "3"
    kinds = [line.split(" ")[0] for line in done.stdout.splitlines()]
    assert kinds[0] == "::error"
    assert "stuk.pdf" in job.summary


@pytest.mark.parametrize("name", ["$(touch nep).pdf", "--version.pdf", "a  b[1];'\".pdf"])
def test_a_name_is_never_a_command_nor_an_option(job: Job, name: str) -> None:
    (job.workspace / name).write_text("Geen PDF.", encoding="utf-8")
    done = job.run("check", programmes=name, recommendations="afspraken.yaml")
    assert done.returncode == 3
    assert not (job.workspace / "nep").exists()
    assert len(done.stdout.splitlines()) == 2


def test_text_for_a_screen_cannot_give_commands(job: Job) -> None:
    done = job.run("check", programmes="stuk.pdf\nconcept.pdf", format="terminal", args="-v")
    first, *_, last = done.stdout.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert re.fullmatch(r"[0-9a-f]{32}", token)
    assert last == f"::{token}::"


@pytest.mark.parametrize(
    ("inputs", "says"),
    [
        ({"programmes": "bestaat-niet/*.pdf"}, "programmes"),
        ({"programmes": ""}, "programmes"),
        ({"programmes": "concept.pdf", "args": "--theme 'A1"}, "args"),
    ],
)
def test_wrong_inputs_are_told_as_an_annotation(
    job: Job, inputs: dict[str, str], says: str
) -> None:
    done = job.run("check", **inputs)
    assert done.returncode == 2
    assert job.outputs == {"exit-code": "2", "reports": ""}
    assert done.stdout.startswith("::error title=manifesto-check::")
    assert says in done.stdout


def test_an_option_that_is_not_there_fails_the_step(job: Job) -> None:
    done = job.run("check", programmes="concept.pdf", args="--nonsense")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--nonsense" in done.stderr


@pytest.mark.slow
def test_the_action_installs_itself_from_its_lock(job: Job) -> None:
    done = job.run("install")
    assert done.returncode == 0, done.stderr
    job.python = job.outputs["python"]
    assert Path(job.python).is_relative_to(job.environment["RUNNER_TEMP"])
    done = job.run("check", programmes="concept.pdf", recommendations="afspraken.yaml")
    assert done.returncode == 0, done.stderr
    github(done.stdout.encode())
