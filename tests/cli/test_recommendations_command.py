import json
from pathlib import Path

import jsonschema
from fake_checking import Run


def test_list_shows_every_id_and_text(run: Run, list_file: Path) -> None:
    result = run("recommendations", "list", "--recommendations", list_file)
    assert result.code == 0
    lines = [line.split(maxsplit=1) for line in result.out.splitlines()]
    for row in (
        ["A", "Een eigen lijst"],
        ["A1", "Wonen"],
        ["A1.1b", "Er komt een loket voor huurders."],
        ["B1.1a", "De gemeente bouwt woningen."],
    ):
        assert row in lines


def test_show_takes_an_id_of_any_level(run: Run, list_file: Path) -> None:
    def show(key: str) -> str:
        result = run("recommendations", "show", key, "--recommendations", list_file)
        assert result.code == 0
        return result.out

    one = show("a1.1a")
    assert "woning: woning" in one
    assert "B1.1a: De gemeente bouwt woningen." in one
    assert "loket" not in one
    for wider in ("A1.1", "A1", "A"):
        assert "A1.1b" in show(wider)
        assert "Een tweede lijst" not in show(wider)


def test_only_a_source_itself_is_shown_with_its_file(run: Run, list_file: Path) -> None:
    options = ("--recommendations", list_file)
    assert "lijst.pdf" in run("recommendations", "show", "A", *options).out
    for key in ("A1.1a", "A1.1b"):
        out = run("recommendations", "show", key, *options).out
        assert "Een eigen lijst" in out
        assert "lijst.pdf" not in out
    assert ".pdf" not in run("recommendations", "list", *options).out


def test_show_of_a_wrong_id(run: Run, list_file: Path) -> None:
    result = run("recommendations", "show", "A1.1c", "--recommendations", list_file)
    assert result.code == 2
    assert "bedoelde u" in result.err


def test_schema_is_a_json_schema(run: Run) -> None:
    result = run("recommendations", "schema")
    assert result.code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(result.out))


def test_lint_gives_advice_and_fails_only_on_a_wrong_file(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    result = run("recommendations", "lint", list_file)
    assert result.code == 0
    assert "A1.1b" in result.out
    assert f"{list_file}: " in "".join(result.out.splitlines())
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("schema_version: 1\n", encoding="utf-8")
    result = run("recommendations", "lint", wrong)
    assert (result.code, result.out) == (2, "")
    assert "sources" in result.err
