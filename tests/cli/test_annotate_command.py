"""``annotate`` on an example programme: a file to fill in, that ``evaluate`` then reads."""

import json
from pathlib import Path

from fake_checking import Run

from manifesto_check.evaluation.annotations import read_annotation_file

PROGRAMME = Path(__file__).resolve().parents[2] / "examples/koers-en-ruimte.pdf"


def test_a_file_to_fill_in(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "koers-en-ruimte.jsonl"
    result = run("annotate", PROGRAMME, "--output", output)
    assert (result.code, result.out, result.err) == (0, "", "")
    rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 114
    assert any(row["evidence"] for row in rows)
    assert max(len(row["evidence"]) for row in rows) <= 3
    assert len(read_annotation_file(output).unfilled) == 114


def test_what_is_filled_in_is_evaluated(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "koers-en-ruimte.jsonl"
    run("annotate", PROGRAMME, "-o", output, "--candidates", "0")
    lines = output.read_text(encoding="utf-8").splitlines()
    filled = [{**json.loads(line), "label": 0} for line in lines[:3]]
    output.write_text("\n".join([*map(json.dumps, filled), *lines[3:]]), encoding="utf-8")
    result = run(
        "evaluate", "--gold", tmp_path, "--programmes", PROGRAMME.parent, "--no-baselines",
        "-f", "json",
    )  # fmt: skip
    assert result.code == 0
    assert "nog niet ingevuld zijn en niet meetellen: 111" in result.err
    assert json.loads(result.out)["scores"]["pairs"] == 3


def test_work_that_is_there_is_kept(run: Run, tmp_path: Path, list_file: Path) -> None:
    output = tmp_path / "mine.jsonl"
    output.write_text("my verdicts")
    arguments = (
        "annotate", PROGRAMME, "-o", output, "--candidates", "0", "--recommendations", list_file,
    )  # fmt: skip
    result = run(*arguments)
    assert result.code == 2
    assert "--force" in result.err
    assert output.read_text() == "my verdicts"
    assert run(*arguments, "--force").code == 0
    assert output.read_text(encoding="utf-8").count("\n") == 3


def test_on_stdout_without_output(run: Run, list_file: Path) -> None:
    result = run("annotate", PROGRAMME, "--candidates", "0", "--recommendations", list_file)
    assert [json.loads(line)["measure"] for line in result.out.splitlines()] == [
        "A1.1a",
        "A1.1b",
        "B1.1a",
    ]


def test_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "party.jsonl"
    broken = tmp_path / "broken.pdf"
    broken.write_text("no PDF")
    for programme in (broken, tmp_path / "none.pdf"):
        result = run("annotate", programme, "-o", output)
        assert result.code == 3
        assert programme.name in result.err
    assert not output.exists()
