"""Errors of ``evaluate``, ``scan`` and ``export`` in English, as the Dutch ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_checking import Run

ENGLISH = ("--language", "en")
LINE = '{"measure": "V1.1a", "label": 2, "evidence": []}\n'


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (LINE, ':1: no valid annotation: "label" 2 needs at least one quote in "evidence"'),
        ('{"measure": "V1.1a"', ":1: no valid annotation: no JSON (Expecting ',' delimiter, "),
        ("[" * 100_000, ":1: no valid annotation: nested too deep"),
        ('{"measure": "V1.1a", "label": 3}', '"label" must be 2, 1, 0 or -1 (or null'),
        (
            '{"measure": "V1.1aa", "label": null}',
            "there is no measure 'V1.1aa' in the list; did you mean 'V1.1a'?",
        ),
    ],
)
def test_annotations_that_cannot_be_used(run: Run, tmp_path: Path, line: str, says: str) -> None:
    annotations = tmp_path / "oost.jsonl"
    annotations.write_text(line, encoding="utf-8")
    (tmp_path / "oost.pdf").write_bytes(b"%PDF-1.7")
    result = run("evaluate", "--gold", tmp_path, "--programmes", tmp_path, *ENGLISH)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {annotations}")
    assert says in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name\nx\n", ":2: there is no file here; a column must be named: file, path, bestand"),
        ("file,year\na.pdf,2026,x\n", ":2: more fields than columns; put a field with a delim"),
    ],
)
def test_a_list_of_programmes_that_cannot_be_used(
    run: Run, tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    result = run("scan", path, "--store", tmp_path / "a.sqlite", *ENGLISH)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {path}{says}")


def test_a_store_that_is_not_there(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    result = run("export", path, "-f", "csv", "--table", "measures", *ENGLISH)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"error: {path}: there is no such database; make it with scan --store\n"


def test_what_is_no_database(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite"
    path.write_text("no database " * 100, encoding="utf-8")
    result = run("export", path, "-f", "csv", "--table", "measures", *ENGLISH)
    assert result.code == 2
    assert result.err == f"error: {path}: this is no database; choose another file\n"
