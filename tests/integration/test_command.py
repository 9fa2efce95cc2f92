"""The command as a user meets it: a process of its own, real files, exit codes and messages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import odd_files
import pytest
from odd_files import DUTCH, ENGLISH, EXAMPLE, PASSWORD, document, scan, text

from manifesto_check.reports.registry import FormatName


def check(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "manifesto_check", "check", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "MANIFESTO_CHECK_LANGUAGE": "nl", **settings},
        timeout=120,
        check=False,
    )


def test_a_good_programme_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """Also with other hash seeds, and whether the cache is empty (first run) or not."""
    reports = [
        check(EXAMPLE, "-f", "json", PYTHONHASHSEED=seed, MANIFESTO_CHECK_CACHE=str(tmp_path))
        for seed in ("1", "2")
    ]
    assert [(r.returncode, r.stderr) for r in reports] == [(0, "")] * 2
    assert reports[0].stdout == reports[1].stdout
    report = json.loads(reports[0].stdout)
    assert report["programme"]["status"] == "read"
    assert report["programme"]["path"] == str(EXAMPLE)
    assert len(report["measures"]) == 114


def test_every_format_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    formats = [part for name in FormatName for part in ("--format", name.value)]
    made = []
    for seed in ("1", "2"):
        done = check(EXAMPLE, *formats, "--output-dir", tmp_path / seed, PYTHONHASHSEED=seed)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        made.append({path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()})
    assert len(made[0]) == len(FormatName)
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "bestaat niet"),
        (b"", "leeg"),
        (b"Dit is een brief, geen PDF.\n", "geen PDF"),
        (b"%PDF-1.7\nnot really", "beschadigd of onvolledig"),
        (odd_files.truncated(), "beschadigd of onvolledig"),
        (odd_files.encrypted(), "--password"),
    ],
    ids=["missing", "empty", "text", "broken", "truncated", "encrypted"],
)
def test_a_file_that_cannot_be_opened_is_told_in_one_line(
    tmp_path: Path, content: bytes | None, says: str
) -> None:
    programme = tmp_path / "programma.pdf"
    if content is not None:
        programme.write_bytes(content)
    done = check(programme, "-f", "json")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"fout: {programme}: ")
    assert says in done.stderr


def test_a_folder_is_not_a_programme(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "dit is een map" in done.stderr


def test_the_password_opens_an_encrypted_programme_and_a_wrong_one_does_not(tmp_path: Path) -> None:
    programme = tmp_path / "op slot.pdf"
    programme.write_bytes(odd_files.encrypted())
    wrong = check(programme, "--password", "fout")
    assert (wrong.returncode, wrong.stdout) == (3, "")
    assert "wachtwoord klopt niet" in wrong.stderr
    right = check(programme, "--password", PASSWORD, "-f", "json")
    assert right.returncode == 0
    assert json.loads(right.stdout)["programme"]["words"] > 2000
    assert PASSWORD not in right.stdout + right.stderr


def test_a_scan_is_unreadable_and_never_covers_nothing(tmp_path: Path) -> None:
    programme = tmp_path / "scan.pdf"
    programme.write_bytes(document(scan, scan))
    done = check(programme, "--ocr", "off", "-f", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert report["programme"]["status"] == "unreadable"
    assert report["programme"]["unreadable_pages"] == [1, 2]
    assert (report["measures"], report["themes"], report["sources"]) == ([], [], [])
    assert "OCR" in done.stderr
    screen = check(programme, "--ocr", "off")
    assert screen.returncode == 3
    assert "OCR" in screen.stdout
    assert "%" not in screen.stdout


def test_a_scanned_page_among_others_is_named(tmp_path: Path) -> None:
    programme = tmp_path / "deels.pdf"
    programme.write_bytes(document(text(DUTCH), scan, text(DUTCH)))
    done = check(programme, "--ocr", "off", "-f", "json")
    assert done.returncode == 0
    assert "deels gelezen" in done.stderr
    assert done.stderr.rstrip().endswith(": 2")
    report = json.loads(done.stdout)
    assert report["programme"]["status"] == "partly-read"
    assert report["programme"]["unreadable_pages"] == [2]
    assert len(report["measures"]) == 114
    assert {e["page"] for m in report["measures"] for e in m["evidence"]} <= {1, 3}
    screen = check(programme, "--ocr", "off", "--quiet")
    assert screen.stderr == ""
    folded = " ".join(screen.stdout.split())  # the width is that of the terminal, if there is one
    assert "niet gevonden op de pagina's die gelezen konden worden" in folded


def test_a_programme_in_english_is_unreadable_and_says_why(tmp_path: Path) -> None:
    programme = tmp_path / "english.pdf"
    programme.write_bytes(document(text(ENGLISH)))
    done = check(programme, "-f", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert (report["programme"]["status"], report["measures"]) == ("unreadable", [])
    assert "niet in het Nederlands" in done.stderr


def test_of_several_files_the_good_ones_are_reported(tmp_path: Path) -> None:
    done = check(tmp_path / "weg.pdf", EXAMPLE, "-f", "json")
    assert done.returncode == 3
    assert [r["programme"]["path"] for r in json.loads(done.stdout)] == [str(EXAMPLE)]
    assert "weg.pdf" in done.stderr


@pytest.mark.parametrize(
    ("option", "given", "hint"),
    [("--measure", "V1.3b", "V1.3"), ("--theme", "V11", "V1"), ("--source", "X", "V, L, N")],
)
def test_a_wrong_id_is_told_with_what_may_be_meant(option: str, given: str, hint: str) -> None:
    done = check(EXAMPLE, option, given)
    assert (done.returncode, done.stdout) == (2, "")
    assert given in done.stderr
    assert hint in done.stderr.split(given, 1)[1]


def test_the_output_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    output = tmp_path / "verslag.json"
    output.write_text("van gisteren", encoding="utf-8")
    failed = check(tmp_path / "weg.pdf", "-o", output)
    assert failed.returncode == 3
    assert output.read_text(encoding="utf-8") == "van gisteren"
    done = check(EXAMPLE, "-o", output)
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads(output.read_text(encoding="utf-8"))["schema_version"] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["verslag.json"]


def test_no_report_is_begun_that_cannot_be_written(tmp_path: Path) -> None:
    done = check(EXAMPLE, "-o", tmp_path / "nergens" / "verslag.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nergens" in done.stderr
    assert list(tmp_path.iterdir()) == []
