import json
from pathlib import Path

import pytest
from fake_checking import Run

pytestmark = pytest.mark.usefixtures("fake_checking")


def test_the_best_passages_with_their_signals(run: Run, list_file: Path) -> None:
    result = run("explain", "a.pdf", "A1.1a", "--limit", "2", "--recommendations", list_file)
    assert result.code == 0
    assert "● gedekt · zekerheid 80%" in result.out
    assert "2. score 0,90" in result.out
    assert "3. score" not in result.out


def test_as_json(run: Run, list_file: Path) -> None:
    result = run("explain", "a.pdf", "a1.1A", "-f", "json", "--recommendations", list_file)
    data = json.loads(result.out)
    assert data["measure"]["id"] == "A1.1a"
    assert len(data["passages"]) == 5


def test_a_recommendation_with_one_measure_will_do(run: Run, list_file: Path) -> None:
    assert run("explain", "a.pdf", "B1.1", "--recommendations", list_file).code == 0
    result = run("explain", "a.pdf", "A1.1", "--recommendations", list_file)
    assert result.code == 2
    assert "A1.1a, A1.1b" in result.err


def test_the_extension_gives_the_format(run: Run, list_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "why.json"
    arguments = ("explain", "a.pdf", "A1.1a", "--recommendations", list_file, "-o")
    assert run(*arguments, output).code == 0
    assert json.loads(output.read_bytes())["measure"]["id"] == "A1.1a"
    wrong = run(*arguments, tmp_path / "why.docx")
    assert wrong.code == 2
    assert "'.docx'" in wrong.err


def test_hardly_any_words_is_a_warning(run: Run, list_file: Path) -> None:
    arguments = ("explain", "short.pdf", "A1.1a", "--recommendations", list_file)
    assert "slechts 4 woorden gelezen" in run(*arguments).err
    assert run(*arguments, "--quiet").err == ""


def test_a_programme_in_another_language_is_told_in_the_language_of_the_user(
    run: Run, list_file: Path
) -> None:
    arguments = ("explain", "english.pdf", "A1.1a", "--recommendations", list_file)
    result = run(*arguments, "--language", "en")
    assert result.code == 3
    assert result.err.startswith(
        "error: english.pdf: unreadable: most of the programme is not in Dutch"
    )
    assert "niet in het Nederlands" in run(*arguments).err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("a.pdf", "X9"), 2),
        (("broken.pdf", "A1.1a"), 3),
        (("unreadable.pdf", "A1.1a"), 3),
        (("a.pdf", "A1.1a", "--limit", "0"), 2),
    ],
)
def test_what_cannot_be_explained(
    run: Run, list_file: Path, arguments: tuple[str, ...], code: int
) -> None:
    result = run("explain", *arguments, "--recommendations", list_file)
    assert (result.code, result.out) == (code, "")
    assert result.err
