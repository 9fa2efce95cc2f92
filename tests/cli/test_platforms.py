"""``check`` in the formats of platforms: what GitHub is told, and what could not be opened."""

import json
from pathlib import Path

import pytest
from fake_checking import Run

from manifesto_check.cli.github_job import link_root
from manifesto_check.cli.guard import say

pytestmark = pytest.mark.usefixtures("fake_checking")
GITHUB = {
    "GITHUB_SERVER_URL": "https://code.example",
    "GITHUB_REPOSITORY": "partij/programma",
    "GITHUB_SHA": "abc",
}


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that GitHub gives to a step whose working directory is the repository."""
    (tmp_path / "repo").mkdir()
    monkeypatch.chdir(tmp_path / "repo")
    path = tmp_path / "summary.md"
    for name, value in GITHUB.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "repo"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_github_gets_annotations_and_a_summary(run: Run, list_file: Path, summary: Path) -> None:
    summary.write_text("# Van een ander\n", encoding="utf-8")
    result = run("check", "a.pdf", "--format", "github", "--recommendations", list_file)
    assert result.code == 0
    assert [line.split("::")[1] for line in result.out.splitlines()] == [
        "notice title=A1.1b%3A niet gevonden,file=a.pdf",
        "notice title=manifesto-check",
    ]
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Van een ander\n# a.pdf\n")
    assert "](https://code.example/partij/programma/blob/abc/a.pdf#page=1)" in text


def test_other_formats_leave_the_summary_alone(run: Run, list_file: Path, summary: Path) -> None:
    run("check", "a.pdf", "--format", "junit", "--recommendations", list_file)
    assert not summary.exists()


def test_the_summary_stays_within_what_github_takes(
    run: Run, list_file: Path, summary: Path
) -> None:
    there = b"x" * (1024 * 1024 - 50) + b"\n"
    summary.write_bytes(there)
    result = run("check", "a.pdf", "--format", "github", "--recommendations", list_file)
    assert result.code == 0
    assert summary.read_bytes().startswith(there)
    assert summary.stat().st_size <= 1024 * 1024


def test_a_summary_that_cannot_be_written_is_told(run: Run, list_file: Path, summary: Path) -> None:
    summary.mkdir()
    result = run("check", "a.pdf", "--format", "github", "--recommendations", list_file)
    assert result.code == 2
    assert "kan niet geschreven worden" in result.err


@pytest.mark.parametrize("form", ["junit", "sarif", "github", "gitlab"])
def test_a_platform_sees_what_could_not_be_opened(run: Run, list_file: Path, form: str) -> None:
    alone = run("check", "broken.pdf", "--format", form, "--recommendations", list_file)
    both = run("check", "a.pdf", "broken.pdf", "-f", form, "--recommendations", list_file)
    for result in (alone, both):
        assert result.code == 3
        assert "broken.pdf" in result.out
        assert "bestand is leeg" in result.out


def test_a_fault_of_the_tool_is_seen_too(run: Run, list_file: Path) -> None:
    result = run("check", "faulty.pdf", "-f", "gitlab", "--recommendations", list_file)
    assert result.code == 4
    assert "ZeroDivisionError" in json.loads(result.out)[0]["description"]


def test_json_still_leaves_out_what_could_not_be_opened(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    options = ("-f", "json", "-f", "gitlab", "--output-dir", folder)
    run("check", "broken.pdf", *options, "--recommendations", list_file)
    assert [path.name for path in folder.iterdir()] == ["broken.gitlab.json"]


def test_links_begin_at_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mijn map").mkdir()
    monkeypatch.chdir(tmp_path / "mijn map")
    root = "https://code.example/partij/programma/blob/abc/"
    inside = {**GITHUB, "GITHUB_WORKSPACE": str(tmp_path)}
    assert link_root(inside) == f"{root}mijn%20map/"
    assert link_root({**GITHUB, "GITHUB_WORKSPACE": str(tmp_path / "mijn map")}) == root
    assert link_root({**GITHUB, "GITHUB_WORKSPACE": str(tmp_path / "elders")}) == ""
    assert link_root(GITHUB) == ""


def test_no_message_is_a_workflow_command(capsys: pytest.CaptureFixture[str]) -> None:
    say("fout: a\n::add-mask::x\n \x1b::error::y ##[add-mask]z")
    lines = capsys.readouterr().err.splitlines()
    assert lines == ["fout: a", ": :add-mask::x", "\ufffd::error::y # #[add-mask]z"]
