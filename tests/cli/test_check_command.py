import json
import sys
from pathlib import Path

import pytest
from fake_checking import Run

from manifesto_check import checking

pytestmark = pytest.mark.usefixtures("fake_checking")


def test_a_programme_gives_a_dutch_terminal_report(run: Run, list_file: Path) -> None:
    result = run("check", "goed.pdf", "--recommendations", list_file)
    assert result.code == 0
    assert "● gedekt" in result.out
    assert "p. 1: “Wij bouwen betaalbare woningen.”" in result.out
    assert result.err == ""
    assert "\x1b" not in result.out


def test_the_language_comes_from_option_or_environment(
    run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("check", "goed.pdf", "--recommendations", list_file)
    assert "● covered" in run(*arguments, "--language", "en").out
    monkeypatch.setenv("MANIFESTO_CHECK_LANGUAGE", "en")
    assert "● covered" in run(*arguments).out
    assert "● gedekt" in run(*arguments, "--language", "nl").out


def test_one_file_is_a_json_object_and_several_an_array(run: Run, list_file: Path) -> None:
    options = ("--format", "json", "--recommendations", list_file)
    one = json.loads(run("check", "a.pdf", *options).out)
    assert one["programme"]["path"] == "a.pdf"
    several = json.loads(run("check", "a.pdf", "b.pdf", *options).out)
    assert [report["programme"]["path"] for report in several] == ["a.pdf", "b.pdf"]


def test_files_that_are_one_programme_give_one_report(run: Run, list_file: Path) -> None:
    result = run(
        "check", "a.pdf", "b.pdf", "--as-one", "-f", "json", "--recommendations", list_file
    )
    assert isinstance(json.loads(result.out), dict)


def test_output_takes_its_format_from_the_extension(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    output = tmp_path / "report.json"
    result = run("check", "a.pdf", "--output", output, "--recommendations", list_file)
    assert (result.code, result.out) == (0, "")
    assert json.loads(output.read_bytes())["schema_version"] == 1
    output = tmp_path / "report.txt"
    run("check", "a.pdf", "--output", output, "--recommendations", list_file)
    assert "● gedekt" in output.read_text(encoding="utf-8")


def test_themes_and_measures_add_up_in_any_case(run: Run, list_file: Path) -> None:
    result = run(
        "check", "a.pdf", "-f", "json", "--recommendations", list_file, "--theme", "b1",
        "--measure", "A1.1b",
    )  # fmt: skip
    assert [m["id"] for m in json.loads(result.out)["measures"]] == ["A1.1b", "B1.1a"]


def test_a_verdict_narrows_the_measures(run: Run, list_file: Path) -> None:
    result = run(
        "check", "a.pdf", "-f", "json", "--recommendations", list_file, "--verdict", "absent"
    )
    assert [m["id"] for m in json.loads(result.out)["measures"]] == ["A1.1b"]


def test_a_wrong_id_is_named_with_the_nearest_right_one(run: Run, list_file: Path) -> None:
    result = run("check", "a.pdf", "--recommendations", list_file, "--measure", "A1.1q")
    assert result.code == 2
    assert "'A1.1q'" in result.err
    assert "A1.1" in result.err.split("bedoelde")[1]


def test_a_wrong_list_is_wrong_use(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("schema_version: 1\nsources: 3\n", encoding="utf-8")
    result = run("check", "a.pdf", "--recommendations", wrong)
    assert result.code == 2
    assert f"{wrong}:2:" in result.err
    assert run("check", "a.pdf", "--recommendations", tmp_path / "none.yaml").code == 2


def test_a_programme_that_cannot_be_opened_leaves_the_others(run: Run, list_file: Path) -> None:
    result = run("check", "broken.pdf", "a.pdf", "--format", "json", "--recommendations", list_file)
    assert result.code == 3
    assert result.err == (
        "fout: broken.pdf: dit bestand is leeg. Download of bewaar het opnieuw.\n"
    )
    assert [report["programme"]["path"] for report in json.loads(result.out)] == ["a.pdf"]


def test_when_nothing_could_be_opened_an_earlier_report_stays(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    output = tmp_path / "report.json"
    output.write_text("earlier")
    result = run("check", "broken.pdf", "-o", output, "--recommendations", list_file)
    assert (result.code, result.out) == (3, "")
    assert output.read_text() == "earlier"


def test_an_unreadable_programme_is_reported_without_measures(run: Run, list_file: Path) -> None:
    result = run("check", "unreadable.pdf", "-q", "-f", "json", "--recommendations", list_file)
    assert result.code == 3
    assert "unreadable.pdf: niet leesbaar: de pagina's zijn afbeeldingen" in result.err
    assert result.err.count("OCR") == 1
    report = json.loads(result.out)
    assert report["programme"]["status"] == "unreadable"
    assert report["measures"] == []


def test_a_partly_read_programme_is_a_warning(run: Run, list_file: Path) -> None:
    arguments = ("check", "partly.pdf", "--ocr", "off", "--recommendations", list_file)
    result = run(*arguments)
    assert result.code == 0
    assert result.err.startswith("let op: partly.pdf: deels gelezen")
    assert result.err.rstrip().endswith(": 2")
    assert run(*arguments, "--quiet").err == ""


def test_output_never_overwrites_what_is_read(run: Run, list_file: Path, tmp_path: Path) -> None:
    programme = tmp_path / "a.pdf"
    programme.write_bytes(b"%PDF-")
    for target in (programme, list_file):
        before = target.read_bytes()
        result = run("check", programme, "-o", target, "--recommendations", list_file)
        assert result.code == 2
        assert "overschrijven" in result.err
        assert target.read_bytes() == before


def test_output_needs_a_folder_that_exists(run: Run, tmp_path: Path) -> None:
    result = run("check", "a.pdf", "-o", tmp_path / "no" / "report.json")
    assert result.code == 2
    assert "bestaat niet" in result.err
    assert run("check", "a.pdf", "-o", tmp_path).code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--format", "nothing"),
        ("--verdict", "perhaps"),
        ("--language", "fr"),
        ("--min-confidence", "2"),
        ("--min-confidence", "nan"),
        ("--nothing",),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...]) -> None:
    files = ("a.pdf",) if arguments else ()
    result = run("check", *files, *arguments)
    assert result.code == 2
    assert "Value error" not in result.err


def test_an_extension_of_no_format_is_wrong_use_unless_the_format_is_named(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    output = tmp_path / "report.docx"
    arguments = ("check", "a.pdf", "-o", output, "--recommendations", list_file)
    result = run(*arguments)
    assert result.code == 2
    assert "'.docx'" in result.err
    assert ".json, .html, .md, .csv, .xlsx, .txt" in result.err
    assert "--format" in result.err
    assert not output.exists()
    assert run(*arguments, "--format", "json").code == 0
    assert json.loads(output.read_bytes())["schema_version"] == 1


def test_a_programme_of_hardly_any_words_is_a_warning(run: Run, list_file: Path) -> None:
    arguments = ("check", "short.pdf", "--recommendations", list_file)
    result = run(*arguments)
    assert result.code == 0
    assert result.err.startswith("let op: short.pdf: slechts 4 woorden gelezen")
    assert "slechts 4 woorden gelezen" in result.out
    quiet = run(*arguments, "--quiet", "--language", "en")
    assert quiet.err == ""
    assert "only 4 words were read" in quiet.out


@pytest.mark.parametrize("order", [("faulty.pdf", "broken.pdf"), ("broken.pdf", "faulty.pdf")])
def test_a_fault_in_one_programme_leaves_the_others(
    run: Run, list_file: Path, order: tuple[str, str]
) -> None:
    result = run("check", *order, "a.pdf", "-f", "json", "--recommendations", list_file)
    assert result.code == 4
    assert "faulty.pdf: fout in manifesto-check zelf: ZeroDivisionError: odd" in result.err
    assert [report["programme"]["path"] for report in json.loads(result.out)] == ["a.pdf"]


def test_what_is_wrong_with_a_programme_is_told_in_the_language(run: Run, list_file: Path) -> None:
    result = run(
        "check", "broken.pdf", "unreadable.pdf", "--language", "en", "--recommendations", list_file
    )
    assert result.err.splitlines() == [
        "error: broken.pdf: this file is empty. Download or save it again.",
        "error: unreadable.pdf: unreadable: the pages are images without readable text; "
        "OCR is needed: install manifesto-check[ocr] with pip, and tesseract with Dutch "
        "(apt install tesseract-ocr tesseract-ocr-nld)",
    ]
    assert result.out.count("OCR") == 1


def test_an_error_stays_one_line_on_a_narrow_terminal(
    run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    path = "een/heel/lange/map/met/programma's/van/alle/partijen/broken.pdf"
    result = run("check", path, "goed.pdf", "--recommendations", list_file)
    assert any(f"fout: {path}: dit bestand is leeg." in line for line in result.err.split("\n"))


def test_a_fault_of_the_tool_is_one_line(
    run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("odd \x1b[31m")

    monkeypatch.setattr(checking, "read", fail)
    arguments = ("check", "a.pdf", "--recommendations", list_file)
    result = run(*arguments)
    assert result.code == 4
    assert result.err.count("\n") == 1
    assert "ZeroDivisionError: odd" in result.err
    assert "\x1b" not in result.err
    monkeypatch.setenv("MANIFESTO_CHECK_DEBUG", "1")
    assert "Traceback" in run(*arguments).err


def test_ctrl_c(run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "read", interrupt)
    result = run("check", "a.pdf", "--recommendations", list_file)
    assert (result.code, result.out, result.err) == (130, "", "afgebroken\n")


def test_colour_can_be_forced_and_forbidden(
    run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("check", "a.pdf", "--recommendations", list_file)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m" in run(*arguments).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run(*arguments).out


def test_columns_sets_the_width(run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "48")
    result = run("check", "a.pdf", "--recommendations", list_file)
    assert max(map(len, result.out.splitlines())) == 48
