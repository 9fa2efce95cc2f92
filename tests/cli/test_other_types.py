"""Programmes that are no PDF, and standard input, with the real reader and model."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from fake_checking import Run

TEXT = """# Samen verder

## Wonen

Van elke tien nieuwe huizen zijn er vier voor sociale verhuur.

- Wie geen thuis heeft krijgt van ons eerst een huis, zonder voorwaarden vooraf (Housing First).
- Wij schrappen de boete voor buiten slapen.

## Zorg

In elke wijk komt een inloophuis waar iedereen binnen kan lopen, ook in de avond.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "concept.md"
    path.write_text(TEXT * 3, encoding="utf-8")
    return path


def piped(data: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "manifesto_check", *arguments]
    return subprocess.run(command, input=data, capture_output=True, check=False)


def test_quotes_have_lines_in_every_format(run: Run, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    forms = ["terminal", "json", "html", "markdown", "csv"]
    arguments = [part for form in forms for part in ("--format", form)]
    result = run("check", draft, *arguments, "--output-dir", out)
    assert (result.code, result.err) == (0, "")
    report = json.loads((out / "concept.json").read_text(encoding="utf-8"))
    quotes = [quote for measure in report["measures"] for quote in measure["evidence"]]
    line = quotes[0]["line"]
    assert report["programme"]["type"] == "md"
    assert all(TEXT.split("\n")[(quote["line"] - 1) % TEXT.count("\n")] for quote in quotes)
    for name in ("concept.txt", "concept.html", "concept.md"):
        text = (out / name).read_text(encoding="utf-8")
        assert f"regel {line}" in text
        assert "p. 1" not in text
        assert "1 pagina" not in text
        assert "#page=" not in text
    rows = list(csv.DictReader(io.StringIO((out / "concept.csv").read_text(encoding="utf-8"))))
    assert {row["line"] for row in rows if row["kind"] == "quote"} == {
        str(q["line"]) for q in quotes
    }


def test_explain_and_compare_name_the_line(run: Run, draft: Path) -> None:
    assert "regel " in run("explain", draft, "V1.1a").out
    other = draft.with_name("ander.md")
    other.write_text(TEXT.replace("vier", "drie"), encoding="utf-8")
    compared = run("compare", draft, other, "--measure", "V1.1a", "--verbose")
    assert compared.code == 0
    assert "regel " in compared.out
    assert "p. 1" not in compared.out


def test_highlight_needs_a_pdf(run: Run, draft: Path, tmp_path: Path) -> None:
    result = run("highlight", draft, "--output", tmp_path / "x.pdf")
    assert (result.code, result.out, result.err.count("\n")) == (3, "", 1)
    assert "alleen in een PDF" in result.err
    assert not (tmp_path / "x.pdf").exists()


def test_annotate_gives_the_line_too(run: Run, draft: Path) -> None:
    lines = run("annotate", draft).out.splitlines()
    quotes = [quote for line in lines for quote in json.loads(line)["evidence"]]
    assert quotes
    assert all(quote["page"] == 1 and quote["line"] > 1 for quote in quotes)


def test_standard_input_is_read_and_its_type_found() -> None:
    result = piped(TEXT.encode() * 3, "check", "-", "--format", "json", "--quiet")
    assert result.returncode == 0, result.stderr
    programme = json.loads(result.stdout)["programme"]
    assert (programme["path"], programme["type"]) == ("-", "md")


def test_the_type_can_be_given() -> None:
    result = piped(TEXT.encode() * 3, "check", "-", "--type", "txt", "-f", "json", "--quiet")
    assert json.loads(result.stdout)["programme"]["type"] == "txt"
    wrong = piped(TEXT.encode(), "check", "-", "--type", "docx", "--language", "en")
    assert (wrong.returncode, wrong.stdout) == (3, b"")
    assert wrong.stderr.decode().startswith("error: -: the content is not of type DOCX")


def test_wrong_input_ends_in_one_line() -> None:
    for data, code, message in (
        (b"", 3, "leeg"),
        (b"\x89PNG\r\n\x1a\n", 3, "PNG"),
        (b'{"a": [1]}', 3, "JSON"),
    ):
        result = piped(data, "check", "-")
        assert (result.returncode, result.stdout) == (code, b"")
        assert result.stderr.decode().count("\n") == 1
        assert message in result.stderr.decode()


def test_standard_input_is_asked_for_once_and_not_by_highlight(run: Run, tmp_path: Path) -> None:
    assert run("check", "-", "-").code == 2
    assert run("compare", "-", "-").code == 2
    result = run("highlight", "-", "--output", tmp_path / "x.pdf")
    assert (result.code, "standaardinvoer" in result.err) == (2, True)


def test_files_of_a_folder_are_named_after_standard_input(tmp_path: Path) -> None:
    arguments = ["check", "-", "-f", "json", "--output-dir", str(tmp_path), "--quiet"]
    assert piped(TEXT.encode() * 3, *arguments).returncode == 0
    assert (tmp_path / "stdin.json").is_file()


def test_of_several_drafts_that_are_one_each_quote_names_its_file(run: Run, draft: Path) -> None:
    other = draft.with_name("bijlage.md")
    other.write_text(TEXT, encoding="utf-8")
    result = run("check", draft, other, "--as-one", "--verbose")
    assert "(bijlage.md)" in result.out
