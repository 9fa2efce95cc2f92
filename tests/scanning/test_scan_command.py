"""The command as its users meet it: results, going on, exit codes, messages."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

import psutil
import pytest
from scan_helpers import EXAMPLES, command, environment, rows, scan

from manifesto_check.checking import Checker, read
from manifesto_check.recommendations import load_recommendations
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import report_object

Folder = Callable[[int], Path]


def workers_of(pid: int) -> list[psutil.Process]:
    return psutil.Process(pid).children(recursive=True)


def test_a_scan_says_what_check_says(tmp_path: Path) -> None:
    done = scan(*EXAMPLES[:2], "--store", tmp_path / "r.db")
    assert done.returncode == 0, done.stderr
    assert "2 programma's: 2 gelezen, 0 deels gelezen, 0 niet leesbaar" in done.stderr
    checker = Checker(load_recommendations())
    with sqlite3.connect(tmp_path / "r.db") as connection:
        for path in EXAMPLES[:2]:
            report = report_object(checker.check(*read([path])), ReportOptions())
            for measure in report["measures"]:
                row = connection.execute(
                    "SELECT verdict, confidence, p_found, uncertain FROM all_verdicts "
                    "WHERE path = ? AND measure = ?",
                    (path.as_posix(), measure["id"]),
                ).fetchone()
                names = ("verdict", "confidence", "p_found", "uncertain")
                assert row == tuple(measure[name] for name in names)
                quotes = connection.execute(
                    "SELECT page, page_end, page_label, section, quote, score FROM all_quotes "
                    "WHERE path = ? AND measure = ? ORDER BY rank",
                    (path.as_posix(), measure["id"]),
                ).fetchall()
                assert quotes == [tuple(one.values())[:6] for one in measure["evidence"]]
    connection.close()


def test_bad_files_are_told_and_counted(tmp_path: Path, folder: Folder, list_file: Path) -> None:
    programmes = folder(1)
    (programmes / "kapot.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    (programmes / "leeg.pdf").touch()
    table = tmp_path / "lijst.csv"
    table.write_text("bestand;partij\nprogrammas/weg.pdf;Weg\n", encoding="utf-8")
    store = tmp_path / "r.db"
    options = ("--store", store, "--recommendations", list_file)
    done = scan(programmes, table, *options, "--quiet")
    assert (done.returncode, done.stdout) == (3, "")
    assert len(done.stderr.splitlines()) == 3
    assert all(line.startswith("fout: ") for line in done.stderr.splitlines())
    with sqlite3.connect(store) as connection:
        found = connection.execute("SELECT path, reason_code, party FROM programmes").fetchall()
    connection.close()
    assert sorted((Path(path).name, code, party) for path, code, party in found) == [
        ("00.pdf", None, None),
        ("kapot.pdf", "BROKEN", None),
        ("leeg.pdf", "EMPTY", None),
        ("weg.pdf", "MISSING", "Weg"),
    ]
    again = scan(programmes, table, *options)
    assert again.returncode == 3
    assert "3 daarvan stonden al in" in again.stderr


def test_a_programme_of_hardly_any_words_is_pointed_out(tmp_path: Path, list_file: Path) -> None:
    (tmp_path / "kort.md").write_text("Wij bouwen meer sociale huurwoningen.\n", encoding="utf-8")
    done = scan(tmp_path / "kort.md", "--store", tmp_path / "r.db", "--recommendations", list_file)
    assert done.returncode == 0
    assert "kort.md: gelezen, let op: minder dan 100 woorden (5)" in done.stderr


def test_a_name_that_is_no_utf_8_is_written_out(tmp_path: Path, list_file: Path) -> None:
    programme = os.fsencode(tmp_path) + b"/caf\xe9.pdf"
    shutil.copy(os.fsencode(EXAMPLES[0]), programme)
    arguments = (tmp_path, "--recommendations", list_file, "--store", tmp_path / "r.db")
    for known in ("gelezen", "1 daarvan stond al in"):
        done = scan(*arguments)
        assert done.returncode == 0, done.stderr
        assert known in done.stderr
    assert [row[0] for row in rows(tmp_path / "r.db")["programmes"]] == [
        f"{tmp_path.as_posix()}/caf\\xe9.pdf"
    ]


def test_no_code_in_the_working_folder_is_run(tmp_path: Path, list_file: Path) -> None:
    (tmp_path / "queue.py").write_text("raise SystemExit('run')\n", encoding="utf-8")
    (tmp_path / "plan.md").write_text("Wij bouwen meer sociale huurwoningen.\n", encoding="utf-8")
    manifesto_check = Path(sys.executable).with_name("manifesto-check")
    done = subprocess.run(
        [manifesto_check, "scan", "plan.md", "--store", "r.db", "--recommendations", list_file],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def test_only_what_changed_is_done_again(tmp_path: Path, folder: Folder, list_file: Path) -> None:
    programmes, store = folder(3), tmp_path / "r.db"
    options = (programmes, "--store", store, "--recommendations", list_file)
    assert "[3/3]" in scan(*options).stderr
    (programmes / "00.pdf").write_bytes(EXAMPLES[0].read_bytes() + b"% changed")
    (programmes / "01.pdf").rename(programmes / "09.pdf")
    (programmes / "programmes.yaml").write_text("- {file: 02.pdf, party: Nieuw}\n")
    done = scan(*options)
    assert [line for line in done.stderr.splitlines() if line.startswith("[")] == [
        f"[3/3] {programmes.as_posix()}/00.pdf: gelezen, 9 pagina's"
    ]
    with sqlite3.connect(store) as connection:
        found = connection.execute("SELECT path FROM programmes WHERE party = 'Nieuw'").fetchall()
    connection.close()
    assert [Path(path).name for (path,) in found] == ["02.pdf"]
    list_file.write_text(list_file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "stonden al" not in scan(*options).stderr


def test_what_failed_is_done_again_when_asked(
    tmp_path: Path, folder: Folder, list_file: Path
) -> None:
    options = (folder(2), "--store", tmp_path / "r.db", "--recommendations", list_file)
    slow = scan(*options, "--timeout", "0.1")
    assert slow.returncode == 3
    assert "niet klaar binnen 0.1 seconden" in slow.stderr
    assert "opnieuw te proberen met --retry-failed: 2" in slow.stderr
    assert scan(*options).returncode == 3
    assert scan(*options, "--retry-failed").returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_keeps_what_is_done(tmp_path: Path, folder: Folder, list_file: Path) -> None:
    store = tmp_path / "r.db"
    options = (folder(30), "--store", store, "--recommendations", list_file)
    process = subprocess.Popen(
        command(*options), stderr=subprocess.PIPE, text=True, env=environment()
    )
    assert process.stderr is not None
    lines = [process.stderr.readline() for _ in range(3)]
    workers = workers_of(process.pid)
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=30) == 130
    assert "Traceback" not in rest
    assert "geef hetzelfde commando nog eens" in rest
    assert len(workers) > 0
    assert psutil.wait_procs(workers, timeout=10)[1] == []
    done = len(lines) + sum(line.startswith("[") for line in rest.splitlines())
    assert len(rows(store)["programmes"]) == done < 30


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_workers_do_not_outlive_a_scan_that_is_killed(
    tmp_path: Path, folder: Folder, list_file: Path
) -> None:
    options = (folder(30), "--store", tmp_path / "r.db", "--recommendations", list_file)
    process = subprocess.Popen(
        command(*options), stderr=subprocess.PIPE, text=True, env=environment()
    )
    assert process.stderr is not None
    process.stderr.readline()
    workers = workers_of(process.pid)
    process.kill()
    process.wait()
    process.stderr.close()
    assert len(workers) > 0
    assert psutil.wait_procs(workers, timeout=10)[1] == []


@pytest.mark.slow
def test_two_scans_at_once_do_not_spoil_the_store(
    tmp_path: Path, folder: Folder, list_file: Path
) -> None:
    programmes = folder(8)
    both, alone = tmp_path / "both.db", tmp_path / "alone.db"
    options = ("--recommendations", list_file, "--workers", "1")
    running = [
        subprocess.Popen(
            command(programmes, "--store", both, *options),
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        for _ in range(2)
    ]
    ends = [process.communicate(timeout=300) for process in running]
    assert [process.returncode for process in running] == [0, 0], ends
    assert scan(programmes, "--store", alone, *options).returncode == 0
    assert rows(both) == rows(alone)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["weg", "--store", "r.db"], "weg: dit bestaat niet"),
        (["x.pdf", "--store", "x.pdf"], "zou een programma of lijst overschrijven"),
        (["x.pdf", "--store", "weg/r.db"], "kan hier niet geschreven"),
        (["x.pdf", "--store", "r.db", "--dutch-model", "geen_model"], "geen_model"),
        (["x.pdf", "--store", "r.db", "--memory-limit", "100"], "--memory-limit"),
        (["x.pdf", "--store", "r.db", "--recommendations", "weg.yaml"], "bestaat niet"),
    ],
)
def test_wrong_use_is_told_in_a_line(tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "x.pdf").write_bytes(EXAMPLES[0].read_bytes())
    done = subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert (tmp_path / "x.pdf").read_bytes() == EXAMPLES[0].read_bytes()


def test_a_locked_programme_is_done_again_with_its_password(
    tmp_path: Path, list_file: Path
) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(EXAMPLES[0]))
    writer.encrypt("waterveen", algorithm="AES-256")
    writer.write(tmp_path / "slot.pdf")
    options = (tmp_path / "slot.pdf", "--store", tmp_path / "r.db", "--recommendations", list_file)
    assert scan(*options).returncode == 3
    assert scan(*options, "--password", "waterveen").returncode == 0
    assert scan(*options).returncode == 0
    assert b"waterveen" not in (tmp_path / "r.db").read_bytes().lower()
    assert json.loads(rows(tmp_path / "r.db")["programmes"][0][6]) == []


def test_the_live_display_shows_counts_and_workers(tmp_path: Path) -> None:
    import io

    from rich.console import Console

    from manifesto_check.cli.scan_display import _Live, clock
    from manifesto_check.reports.interface import Language
    from manifesto_check.scanning.outcomes import Cause, Outcome

    output = io.StringIO()
    console = Console(file=output, width=100)
    display = _Live(10, Language.NL, console)
    display.known("0.pdf", "")
    display.step(0, "a[b].pdf", "reading")
    display.step(1, "c.pdf", "matching")
    sleep(0.01)
    display.done("kapot.pdf", Outcome(cause=Cause("EMPTY")))
    display.step(1, "", "")
    console.print(display.render())
    text = output.getvalue()
    assert "kapot.pdf: niet leesbaar: dit bestand is leeg" in text
    assert "2 van 10 klaar, 1 niet leesbaar" in text
    assert "1: a[b].pdf: lezen" in text
    assert "2: wacht" in text
    assert [clock(s) for s in (5, 65, 3725)] == ["0:05", "1:05", "1:02:05"]


def test_conditions_are_judged_on_what_is_stored(
    tmp_path: Path, folder: Folder, list_file: Path
) -> None:
    programmes, store = folder(2), tmp_path / "r.db"
    options = (programmes, "--store", store, "--recommendations", list_file)
    assert scan(*options, "--no-config").returncode == 0
    judge(store, "absent")
    before = rows(store)
    failing = scan(*options, "--fail-under", "A=100", "--quiet")
    assert failing.returncode == 1
    assert [line.partition(": dekking van A is ")[0] for line in failing.stderr.splitlines()] == [
        f"voorwaarde niet gehaald: {programmes.as_posix()}/0{number}.pdf" for number in (0, 1)
    ]
    (programmes / "manifesto-check.toml").write_text("fail-under = { A = 100 }\n")
    again = scan(*options)
    assert again.returncode == 1
    assert "2 daarvan stonden al in" in again.stderr  # other conditions make no work
    assert rows(store) == before
    (programmes / "kapot.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    assert scan(*options).returncode == 3


def test_a_scan_is_compared_with_an_earlier_one(
    tmp_path: Path, folder: Folder, list_file: Path
) -> None:
    programmes, old, new = folder(2), tmp_path / "old.db", tmp_path / "new.db"
    options = ("--recommendations", list_file)
    assert scan(programmes, "--store", old, *options).returncode == 0
    same = scan(programmes, "--store", new, *options, "--baseline", old, "--fail-on-loss")
    assert (same.returncode, "sinds" in same.stderr) == (0, False), same.stderr
    judge(old, "covered", "Wij gaan huisuitzettingen tegen.")
    judge(new, "absent")
    lost = scan(programmes, "--store", new, *options, "--baseline", old, "--fail-on-loss", "-q")
    assert lost.returncode == 1
    changed, unmet, why = lost.stderr.splitlines()
    assert changed == f"{programmes.as_posix()}/00.pdf: sinds {old}: 1 verloren (onzeker)"
    assert "00.pdf: verloren of verzwakt is: A1.1b" in unmet
    assert "“Wij gaan huisuitzettingen tegen.”" in why


def test_a_scan_looks_quotes_up_in_the_text_where_they_may_be_gone(
    tmp_path: Path, folder: Folder, list_file: Path
) -> None:
    programmes, old, new = folder(1), tmp_path / "old.db", tmp_path / "new.db"
    options = ("--recommendations", list_file, "--baseline", old, "--fail-on-changed-quote", "-q")
    for store in (old, new):
        assert scan(programmes, "--store", store, *options[:2]).returncode == 0
    (programme,) = read([programmes / "00.pdf"])
    still = max((block.text for block in programme.blocks), key=len)
    judge(old, "covered", still)
    judge(new, "covered", "Deze zin staat er ook.")
    told = scan(programmes, "--store", new, *options[:4]).stderr
    assert "1 citaat wordt niet meer geciteerd, zonder zwakker oordeel, bij A1.1b" in told
    done = scan(programmes, "--store", new, *options)
    assert (done.returncode, "niet gehaald" in done.stderr) == (0, False), done.stderr
    judge(old, "covered", still, "Dit heeft er nooit in gestaan.")
    done = scan(programmes, "--store", new, *options)
    assert done.returncode == 1
    _, unmet, why = done.stderr.splitlines()
    assert "niet meer zo in de tekst bij: A1.1b (--fail-on-changed-quote)" in unmet
    assert why.endswith("niet meer in de tekst, toen p. 1: “Dit heeft er nooit in gestaan.”")


def test_programmes_of_a_scan_that_are_in_no_earlier_report_are_counted(
    tmp_path: Path, folder: Folder, list_file: Path
) -> None:
    programmes, old, new = folder(2), tmp_path / "old.db", tmp_path / "new.db"
    options = ("--recommendations", list_file, "--fail-on-loss", "-q")
    assert scan(programmes, "--store", old, *options[:2]).returncode == 0
    (programmes / "01.pdf").rename(programmes / "nieuw.pdf")
    done = scan(programmes, "--store", new, *options, "--baseline", old)
    assert done.returncode == 0
    told, missing = done.stderr.splitlines()
    assert "staat 1 van 2 programma's niet, en daarvan is niets vergeleken: " in told
    assert missing.endswith("/01.pdf")
    (programmes / "00.pdf").rename(programmes / "ook-nieuw.pdf")
    done = scan(programmes, "--store", new, *options, "--baseline", old)
    assert done.returncode == 1
    assert "niet gehaald: geen enkel programma staat in" in done.stderr
    assert f"manifesto-check scan PROGRAMMA... --no-baseline --store {old}" in done.stderr


def judge(store: Path, verdict: str, *quotes: str) -> None:
    """Give the measure A1.1b of the first programme another verdict."""
    with sqlite3.connect(store) as connection:
        query = "SELECT id FROM programmes WHERE path LIKE '%00.pdf'"
        (programme,) = connection.execute(query).fetchone()
        which = "WHERE measure = 'A1.1b' AND programme = ?"
        connection.execute(f"UPDATE verdicts SET verdict = ? {which}", (verdict, programme))
        connection.execute(f"DELETE FROM quotes {which}", (programme,))
        for rank, quote in enumerate(quotes, 1):
            values = (programme, "A1.1b", rank, 1, 1, None, None, "", quote, 0.5, 0)
            connection.execute(f"INSERT INTO quotes VALUES ({', '.join('?' * 11)})", values)
    connection.close()


def test_a_store_gives_the_reports_that_check_makes(tmp_path: Path) -> None:
    from dataclasses import replace

    from manifesto_check.scanning.reports import reports_of
    from manifesto_check.scanning.store import Store

    store = tmp_path / "r.db"
    assert scan(EXAMPLES[0], "--store", store).returncode == 0
    with Store.read_only(store) as opened:
        (stored,) = reports_of(opened)
        assert list(reports_of(opened, {"x.pdf"})) == []
    report = Checker(load_recommendations()).check(*read([EXAMPLES[0]]))
    made = report_object(replace(report, accuracy=None), ReportOptions())
    assert report_object(stored, ReportOptions()) == {
        **made, "programme": {**made["programme"], "path": EXAMPLES[0].as_posix()}
    }  # fmt: skip
