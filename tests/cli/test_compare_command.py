"""``compare``: programmes and earlier reports mixed, names, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fake_checking import LIST, Run

pytestmark = pytest.mark.usefixtures("fake_checking")


@pytest.fixture
def earlier(run: Run, tmp_path: Path, list_file: Path) -> Path:
    """A JSON report of two programmes by the same (fake) checker."""
    path = tmp_path / "eerder.json"
    programmes = [tmp_path / "a.pdf", tmp_path / "partly.pdf"]
    done = run("check", *programmes, "--recommendations", list_file, "-o", path, "--quiet")
    assert done.code == 0
    return path


def test_programmes_and_reports_are_mixed(
    run: Run, tmp_path: Path, list_file: Path, earlier: Path
) -> None:
    result = run(
        "compare", tmp_path / "b.pdf", earlier, "--recommendations", list_file, "-f", "json",
        "--name", "Partij B",
    )  # fmt: skip
    assert result.code == 0, result.err
    data = json.loads(result.out)
    assert [party["name"] for party in data["parties"]] == ["Partij B", "a.pdf", "partly.pdf"]
    assert [len(measure["parties"]) for measure in data["measures"]] == [3, 3, 3]


def test_an_unreadable_programme_gives_code_3_and_is_named(
    run: Run, tmp_path: Path, list_file: Path
) -> None:
    files = [tmp_path / name for name in ("a.pdf", "unreadable.pdf", "broken.pdf", "b.pdf")]
    result = run("compare", *files, "--recommendations", list_file)
    assert result.code == 3
    for name in ("unreadable.pdf", "broken.pdf"):
        assert f"! {name}: het programma kon niet gelezen worden" in result.out
        assert name in result.err
    assert "dit bestand is leeg" in " ".join(result.out.split())


def test_a_fault_in_one_programme_leaves_the_others(
    run: Run, tmp_path: Path, list_file: Path
) -> None:
    files = [tmp_path / "faulty.pdf", tmp_path / "a.pdf"]
    result = run("compare", *files, "--recommendations", list_file, "-f", "json")
    assert result.code == 4
    statuses = [party["programme"]["status"] for party in json.loads(result.out)["parties"]]
    assert statuses == ["unreadable", "read"]


def test_several_formats_at_once(run: Run, tmp_path: Path, list_file: Path, earlier: Path) -> None:
    formats = ["html", "svg", "png", "xlsx", "csv", "markdown", "json", "terminal"]
    asked = [word for name in formats for word in ("--format", name)]
    result = run(
        "compare", earlier, "--recommendations", list_file, *asked, "--output-dir", tmp_path / "uit"
    )
    assert (result.code, result.out) == (0, "")
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {
        f"comparison.{end}" for end in ("html", "svg", "png", "xlsx", "csv", "md", "json", "txt")
    }


def test_a_report_on_another_list_or_of_another_version_is_refused(
    run: Run, tmp_path: Path, list_file: Path, earlier: Path
) -> None:
    other = tmp_path / "anders.yaml"
    other.write_text(LIST.replace("Wonen", "Huizen"), encoding="utf-8")
    result = run("compare", tmp_path / "b.pdf", earlier, "--recommendations", other)
    assert (result.code, result.out) == (2, "")
    assert "--recommendations" in result.err
    data = json.loads(earlier.read_text(encoding="utf-8"))
    data[1]["tool"]["version"] = "9.9"
    earlier.write_text(json.dumps(data), encoding="utf-8")
    result = run("compare", earlier, "--recommendations", list_file, "--language", "en")
    assert result.code == 2
    assert "of version 9.9" in result.err
    assert "make the reports again" in result.err


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', "[1]"])
def test_what_is_no_report_is_refused_before_the_work_begins(
    run: Run, tmp_path: Path, list_file: Path, text: str
) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    files = [tmp_path / "faulty.pdf", tmp_path / "x.json"]
    result = run("compare", *files, "--recommendations", list_file)
    assert (result.code, result.out) == (2, "")
    assert "geen JSON-rapport" in result.err
    assert result.err.count("\n") == 1


def test_more_names_than_programmes(run: Run, tmp_path: Path, list_file: Path) -> None:
    names = ["--name", "een", "--name", "twee"]
    result = run("compare", tmp_path / "a.pdf", *names, "--recommendations", list_file)
    assert (result.code, result.out) == (2, "")
    assert "2 namen" in result.err


def test_the_inputs_are_not_overwritten(run: Run, list_file: Path, earlier: Path) -> None:
    before = earlier.read_bytes()
    result = run("compare", earlier, "--recommendations", list_file, "--output", earlier)
    assert (result.code, earlier.read_bytes()) == (2, before)


def test_names_come_from_the_list_beside_the_file(
    run: Run, tmp_path: Path, list_file: Path, earlier: Path
) -> None:
    text = "- {file: a.pdf, party: De Brede Dijk}\n"
    (tmp_path / "programmes.yaml").write_text(text, encoding="utf-8")
    result = run("compare", earlier, "--recommendations", list_file)
    assert "A  De Brede Dijk" in result.out
    assert "B  partly.pdf*" in result.out
