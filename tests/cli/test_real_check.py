"""The commands with the real reader, pipeline and model, on an example that ships."""

import json
from pathlib import Path

import pytest
from fake_checking import Run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PROGRAMME = EXAMPLES / "brede-dijk.pdf"


@pytest.fixture(autouse=True)
def _needs_the_example() -> None:
    if not PROGRAMME.exists():
        pytest.skip(f"{PROGRAMME.name} is not there; make it with examples/make_examples.py")


def test_check_gives_every_measure_with_quotes(run: Run) -> None:
    result = run("check", PROGRAMME, "--format", "json")
    assert (result.code, result.err) == (0, "")
    report = json.loads(result.out)
    assert len(report["measures"]) == 114
    assert len(report["themes"]) == 16
    for measure in report["measures"]:
        assert bool(measure["evidence"]) == (measure["verdict"] != "absent")
    narrowed = run("check", PROGRAMME, "--format", "json", "--theme", "V1", "--verdict", "covered")
    few = json.loads(narrowed.out)
    assert few["themes"] == [theme for theme in report["themes"] if theme["id"] == "V1"]
    assert few["measures"] == [
        measure
        for measure in report["measures"]
        if (measure["theme"], measure["verdict"]) == ("V1", "covered")
    ]


def test_explain_and_check_give_the_same_verdict(run: Run) -> None:
    checked = json.loads(run("check", PROGRAMME, "-f", "json", "--measure", "V1.1a").out)
    explained = json.loads(run("explain", PROGRAMME, "V1.1a", "-f", "json").out)
    assert explained["measure"] == checked["measures"][0]
    assert explained["passages"]


def test_a_file_that_is_no_programme(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.pdf"
    wrong.write_text("no PDF at all")
    result = run("check", wrong, PROGRAMME, "-f", "json", "--measure", "V1.1a")
    assert result.code == 3
    assert str(wrong) in result.err
    assert len(json.loads(result.out)) == 1
