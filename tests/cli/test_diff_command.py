"""``diff`` as a user meets it: files and reports, formats, exit codes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fake_checking import Result, Run

from manifesto_check.changes.model import ChangeKind

pytestmark = pytest.mark.usefixtures("fake_checking")


@pytest.fixture
def diff(run: Run, list_file: Path) -> Run:
    def diff_it(*arguments: str | Path) -> Result:
        return run("diff", *arguments, "--recommendations", list_file, "--no-config")

    return diff_it


@pytest.fixture
def earlier(run: Run, list_file: Path, tmp_path: Path) -> Path:
    """A report in which A1.1b was covered and A1.1a had other text."""
    path = tmp_path / "oud.json"
    run("check", tmp_path / "a.pdf", "--recommendations", list_file, "-o", path)
    data = json.loads(path.read_text(encoding="utf-8"))
    first, second, _ = data["measures"]
    quote = first["evidence"][0]
    first["evidence"] = [{**quote, "quote": "Wij bouwen vooral heel dure woningen."}]
    second.update(verdict="covered", evidence=[{**quote, "quote": "Er komt een loket."}])
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_a_report_and_a_file(diff: Run, tmp_path: Path, earlier: Path) -> None:
    result = diff(earlier, tmp_path / "b.pdf")
    assert (result.code, result.err) == (0, "")
    assert "1 verloren, 1 andere tekst" in result.out
    assert "“Er komt een loket.”" in result.out
    assert "! dit citaat staat niet meer in de tekst" in result.out
    assert "“Wij bouwen vooral heel dure woningen.”" in result.out
    assert "A Een eigen lijst: " in result.out


def test_two_files_that_say_the_same(diff: Run, tmp_path: Path) -> None:
    result = diff(tmp_path / "a.pdf", tmp_path / "b.pdf", "--fail-on-loss", "--language", "en")
    assert (result.code, result.err) == (0, "")
    assert "No verdict and no quote has changed." in result.out


def test_a_loss_fails_when_asked(diff: Run, tmp_path: Path, earlier: Path) -> None:
    result = diff(earlier, tmp_path / "b.pdf", "--fail-on-loss")
    assert result.code == 1
    assert "verloren of verzwakt is: A1.1b" in result.err
    assert result.err.count("\n") == 1  # the screen has shown the rest
    result = diff(earlier, tmp_path / "b.pdf", "--fail-on-loss", "-o", tmp_path / "d.html")
    assert "- A1.1b was gedekt, nu niet gevonden: Er komt een loket voor huurders." in result.err
    assert "toen p. 1: “Er komt een loket.”" in result.err


def rendered(diff: Run, form: str, *arguments: str | Path) -> str:
    result = diff(*arguments, "--format", form)
    assert result.code == 0
    return result.out


def test_json(diff: Run, tmp_path: Path, earlier: Path) -> None:
    data: dict[str, Any] = json.loads(rendered(diff, "json", earlier, tmp_path / "b.pdf"))
    assert data["kind"] == "difference"
    assert data["old"]["programme"]["path"].endswith("a.pdf")
    assert data["new"]["programme"]["path"].endswith("b.pdf")
    lost, reworded = data["changes"]
    assert (lost["measure"], lost["kind"], lost["loss"]) == ("A1.1b", "lost", True)
    assert (lost["old"]["verdict"], lost["new"]["verdict"]) == ("covered", "absent")
    assert [quote["quote"] for quote in lost["gone"]] == ["Er komt een loket."]
    assert lost["remains"] is False
    assert (reworded["measure"], reworded["loss"]) == ("A1.1a", False)
    assert list(data["totals"]) == [kind.value for kind in ChangeKind]
    assert data["totals"]["gained"] == {"count": 0, "uncertain": 0}
    for kind in ("lost", "reworded"):
        these = [change for change in data["changes"] if change["kind"] == kind]
        doubtful = [c for c in these if c["old"]["uncertain"] or c["new"]["uncertain"]]
        assert [c["measure"] for c in these if c["uncertain"]] == [c["measure"] for c in doubtful]
        assert data["totals"][kind] == {"count": len(these), "uncertain": len(doubtful)}


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_the_headline_says_what_is_uncertain(
    diff: Run, tmp_path: Path, earlier: Path, form: str
) -> None:
    def told(limit: str) -> str:
        text = rendered(diff, form, earlier, tmp_path / "b.pdf", "--min-confidence", limit)
        return re.sub(r"<[^>]*>", "", text)

    sure = told("0")
    assert "1 verloren, 1 andere tekst" in sure
    assert "Geen van deze oordelen is onzeker" in sure
    doubtful = told("0.995")
    assert "1 verloren (onzeker)" in doubtful
    assert "een zekerheid onder 99,5%" in doubtful


def test_other_formats_and_a_choice_of_measures(diff: Run, tmp_path: Path, earlier: Path) -> None:
    page = rendered(diff, "html", earlier, tmp_path / "b.pdf")
    assert page.index("Er komt een loket.") < page.index("heel dure woningen")
    text = rendered(diff, "markdown", earlier, tmp_path / "b.pdf", "--measure", "A1.1a")
    assert "heel dure woningen" in text
    assert "loket" not in text
    folder = tmp_path / "uit"
    done = diff(earlier, tmp_path / "b.pdf", "-f", "html", "-f", "json", "--output-dir", folder)
    assert done.code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["diff.html", "diff.json"]


def test_two_reports(diff: Run, earlier: Path, run: Run, list_file: Path, tmp_path: Path) -> None:
    new = tmp_path / "nieuw.json"
    run("check", tmp_path / "b.pdf", "--recommendations", list_file, "-o", new)
    data = json.loads(rendered(diff, "json", earlier, new))
    assert [change["remains"] for change in data["changes"]] == [None, None]


def test_what_cannot_be_read_is_no_change(diff: Run, tmp_path: Path, earlier: Path) -> None:
    result = diff(earlier, tmp_path / "unreadable.pdf", "--fail-on-loss")
    assert result.code == 3
    assert "dit zegt niets over wat er veranderd is" in " ".join(result.out.split())
    assert "verloren" not in result.out
    for files in (("unreadable.pdf", "b.pdf"), ("broken.pdf", "b.pdf"), ("a.pdf", "broken.pdf")):
        done = diff(*(tmp_path / file for file in files))
        assert done.code == 3
        assert "verloren" not in done.out
    assert diff(earlier, tmp_path / "faulty.pdf").code == 4


def test_what_cannot_be_compared_is_wrong_use(diff: Run, tmp_path: Path, earlier: Path) -> None:
    data = json.loads(earlier.read_text(encoding="utf-8"))
    several = tmp_path / "meer.json"
    several.write_text(json.dumps([data, data]), encoding="utf-8")
    result = diff(several, tmp_path / "b.pdf")
    assert (result.code, result.out) == (2, "")
    assert "hierin staan 2 rapporten" in result.err
    data["tool"]["version"] = "0.0.1"
    earlier.write_text(json.dumps(data), encoding="utf-8")
    result = diff(earlier, tmp_path / "b.pdf")
    assert (result.code, result.out) == (2, "")
    assert "0.0.1" in result.err


def test_a_promise_in_other_words_fails_when_asked(
    diff: Run, tmp_path: Path, earlier: Path
) -> None:
    asked = ("--fail-on-changed-quote", "-o", tmp_path / "d.md")
    result = diff(earlier, tmp_path / "b.pdf", *asked)
    assert result.code == 1
    unmet, lost, reworded = result.err.splitlines()
    assert "niet meer zo in de tekst bij: A1.1b, A1.1a (--fail-on-changed-quote)" in unmet
    assert lost.startswith("- A1.1b was gedekt, nu niet gevonden")
    assert reworded.startswith("- A1.1a is nog gedekt: ")
    assert reworded.endswith("toen p. 1: “Wij bouwen vooral heel dure woningen.”")
    assert diff(tmp_path / "a.pdf", tmp_path / "b.pdf", *asked).code == 0
