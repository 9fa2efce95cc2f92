"""``recommendations new``, ``import``, ``suggest``, ``merge`` and ``lint`` as they are typed."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from fake_checking import Run

from manifesto_check.recommendations import json_schema, load_recommendations
from manifesto_check.recommendations.joining import load_lists

ROOT = Path(__file__).resolve().parents[2]
TWO = (
    "--title", "Fietsagenda", "--publisher", "Wij",
    "--measure", "Routes=Er komen meer fietspaden.",
    "--measure", "Stallen=Er komen bewaakte fietsenstallingen.",
)  # fmt: skip


def valid(path: Path) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(json_schema()).validate(content)


class Terminal(io.StringIO):
    """Input that somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def fresh(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "fiets.yaml"
    assert run("recommendations", "new", path, *TWO).code == 0
    return path


def test_new_writes_a_valid_list_and_says_what_comes_next(fresh: Path, run: Run) -> None:
    valid(fresh)
    found = load_recommendations(fresh)
    assert [m.id for m in found.measures] == ["A1.1a", "A2.1a"]
    assert found.sources[0].publisher == "Wij"
    again = run("recommendations", "new", fresh, *TWO)
    assert again.code == 2
    assert "--force" in again.err
    forced = run("recommendations", "new", fresh, *TWO, "--force")
    assert forced.code == 0
    assert "recommendations lint" in forced.err


def test_new_asks_in_a_terminal(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["", "Fietsagenda", "", "Routes", "Meer fietspaden.", "", "Leeg", "", ""]
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{a}\n" for a in answers)))
    result = run("recommendations", "new", tmp_path / "a.yaml")
    assert result.code == 0, result.err
    found = load_recommendations(tmp_path / "a.yaml")
    assert [(s.title, t.title, m.text) for s, t, _, m in found.entries()] == [
        ("Fietsagenda", "Routes", "Meer fietspaden.")
    ]
    assert "Leeg" in result.err


def test_new_without_a_terminal_says_which_options_to_give(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    result = run("recommendations", "new", tmp_path / "a.yaml")
    assert (result.code, list(tmp_path.iterdir())) == (2, [])
    assert "--measure" in result.err
    wrong = run("recommendations", "new", tmp_path / "a.yaml", "--measure", "zonder thema")
    assert (wrong.code, list(tmp_path.iterdir())) == (2, [])


def test_import_writes_a_valid_list_and_reports(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "lijst.csv"
    table.write_text("Thema;Maatregel\nRoutes;Meer fietspaden.\n;Meer fietspaden.\n", "utf-8")
    result = run("recommendations", "import", table, "--output", tmp_path / "a.yaml")
    assert result.code == 0
    valid(tmp_path / "a.yaml")
    assert "overgenomen: 1 maatregel in 1 thema van 1 bron" in result.err
    assert "staat al in" in result.err
    assert run("recommendations", "import", table, "--output", tmp_path / "a.yaml").code == 2
    english = run("recommendations", "import", table, "--language", "en")
    assert "schema_version: 1" in english.out
    assert "taken up: 1 measure in 1 theme of 1 source" in english.err
    wrong = run("recommendations", "import", table, "--column", "kleur=B")
    assert wrong.code == 2
    assert "maatregel=B" in wrong.err


def test_suggest_writes_comments_or_concepts(fresh: Path, run: Run, tmp_path: Path) -> None:
    before = fresh.read_text(encoding="utf-8")
    shown = run("recommendations", "suggest", fresh, "--accept", "none")
    assert shown.code == 0
    assert "# - name: fietsenstalling" in shown.out
    assert fresh.read_text(encoding="utf-8") == before
    assert run("recommendations", "suggest", fresh, "--accept", "all").code == 0
    valid(fresh)
    assert all(measure.concepts for measure in load_recommendations(fresh).measures)
    kept = [line for line in before.splitlines() if line not in fresh.read_text("utf-8")]
    assert kept == []


def test_suggest_asks_for_each_in_a_terminal(
    fresh: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("x\nn\nk\nwat\nj\nn\ns\n"))
    monkeypatch.setattr("manifesto_check.cli.suggest.is_terminal", lambda stream: True)
    result = run("recommendations", "suggest", fresh, "--language", "nl")
    assert result.code == 0, result.err
    concepts = [c for m in load_recommendations(fresh).measures for c in m.concepts]
    assert len(concepts) == 1
    assert (len(concepts[0].terms), concepts[0].parts) == (1, ())
    assert "Antwoord met j (ja) of n (nee)." in result.err


def test_suggest_and_lint_learn_from_programmes(fresh: Path, run: Run) -> None:
    folder = ROOT / "examples"
    result = run("recommendations", "suggest", fresh, "--programmes", folder, "--accept", "sure")
    assert result.code == 0
    assert "3 programma" in result.err
    assert run("recommendations", "lint", fresh, "--programmes", folder).code == 0
    for wrong in (fresh, fresh.parent):
        ended = run("recommendations", "suggest", fresh, "--programmes", wrong)
        assert ended.code == 2
        assert "map" in ended.err


def test_lists_with_ids_of_their_own_can_be_used_together(tmp_path: Path, run: Run) -> None:
    lists = []
    for name in ("FIETS", "ZWEM-"):
        lists.append(tmp_path / f"{name}.yaml")
        made = (
            "recommendations",
            "new",
            lists[-1],
            "--id",
            name,
            "--measure",
            "Veilig=Meer licht.",
        )
        assert run(*made).code == 0
    assert [m.id for m in load_lists(lists).measures] == ["FIETS1.1a", "ZWEM-1.1a"]
    wrong = run("recommendations", "new", "-", "--id", "1 x", "--measure", "Veilig=Meer licht.")
    assert (wrong.code, "--id '1 x'" in wrong.err) == (2, True)


def test_programmes_are_of_all_types_and_what_is_broken_is_told(
    fresh: Path, tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "programmas"
    (folder / "meer").mkdir(parents=True)
    (folder / "dijk.md").write_bytes((ROOT / "examples/brede-dijk.md").read_bytes())
    (folder / "meer" / "koers.pdf").write_bytes(
        (ROOT / "examples/koers-en-ruimte.pdf").read_bytes()
    )
    (folder / "._dijk.pdf").write_bytes(b"\x00\x05\x16\x07")  # as macOS leaves beside a file
    assert run("recommendations", "lint", fresh, "--programmes", folder).code == 0
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    for command in (("lint", fresh), ("suggest", fresh, "--accept", "sure")):
        ended = run("recommendations", *command, "--programmes", folder)
        assert ended.code == 3
        assert ended.err.count("kapot.pdf") == 1


def test_merge_and_several_lists_in_one_run(fresh: Path, list_file: Path, run: Run) -> None:
    clash = run("recommendations", "merge", list_file, fresh)
    assert clash.code == 2
    assert "--prefix" in clash.err
    both = fresh.parent / "samen.yaml"
    done = run("recommendations", "merge", list_file, fresh, "--prefix", "--output", both)
    assert done.code == 0
    valid(both)
    assert len(load_recommendations(both).measures) == 5
    assert run("recommendations", "merge", fresh).code == 2


@pytest.mark.usefixtures("fake_checking")
def test_check_with_lists_that_clash_says_what_to_do(
    fresh: Path, list_file: Path, run: Run
) -> None:
    lists = ("--recommendations", list_file, "--recommendations", fresh)
    result = run("check", "read.pdf", *lists)
    assert result.code == 2
    assert "recommendations merge" in result.err


def test_lint_says_what_cannot_be_found_or_told_apart(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    measures = ("Wij doen meer.", "Meer fietspaden.", "Er komen meer fietspaden!", "30 stallingen")
    options = [part for text in measures for part in ("--measure", f"T={text}")]
    assert run("recommendations", "new", path, *options).code == 0
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + "        concepts:\n        - {name: land, terms: [nederland]}\n", encoding="utf-8"
    )
    out = run("recommendations", "lint", path).out
    for code in ("no-terms", "same-words", "figure-no-direction", "common-term"):
        assert f"[{code}]" in " ".join(out.split()), code
