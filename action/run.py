"""What the GitHub action runs: ``manifesto-check check`` with the inputs of the action.

Reads ``INPUT_PROGRAMMES``, ``INPUT_RECOMMENDATIONS``, ``INPUT_FORMAT`` and ``INPUT_ARGS``; writes
the outputs ``exit-code`` and ``reports`` into ``GITHUB_OUTPUT``. Needs nothing but the package.
"""

from __future__ import annotations

import glob
import os
import secrets
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

WRONG_USE = 2
ANNOTATIONS = "*.github.txt"
SCREEN = "*.txt"


def main() -> int:
    """Run the tool and return its exit code."""
    programmes = expanded(os.environ["INPUT_PROGRAMMES"])
    if not programmes:
        print("::error title=manifesto-check::No file matches the input 'programmes'.")
        return finish(WRONG_USE, None)
    try:
        options = shlex.split(os.environ.get("INPUT_ARGS", ""))
    except ValueError:
        print("::error title=manifesto-check::The input 'args' has a quote that is not closed.")
        return finish(WRONG_USE, None)
    reports = Path(tempfile.mkdtemp(prefix="reports-", dir=os.environ.get("RUNNER_TEMP")))
    for form in os.environ.get("INPUT_FORMAT", "").split() or ["github"]:
        options += ["--format", form]
    if own := os.environ.get("INPUT_RECOMMENDATIONS"):
        options += ["--recommendations", own]
    command = [sys.executable, "-P", "-m", "manifesto_check", "check", *options]
    done = subprocess.run([*command, "--output-dir", str(reports), "--", *programmes], check=False)
    show(reports)
    return finish(done.returncode, reports)


def expanded(patterns: str) -> list[str]:
    """Return the files of patterns on lines of their own, each once.

    A line that is the name of a file is that file, whatever signs are in it; a line that is no
    pattern stays, so that the tool says what is wrong with it.
    """
    files: dict[str, None] = {}
    for line in filter(None, map(str.strip, patterns.splitlines())):
        if Path(line).exists() or not glob.has_magic(line):
            files[line] = None
        else:
            found = glob.glob(line, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute one
            files.update(dict.fromkeys(sorted(found)))
    return list(files)


def show(reports: Path) -> None:
    """Print the annotations, and what is for a screen so that no line of it is a command."""
    sys.stdout.reconfigure(encoding="utf-8")
    annotations = set(reports.glob(ANNOTATIONS))
    for file in sorted(annotations):
        sys.stdout.write(file.read_text(encoding="utf-8"))
    for file in sorted(set(reports.glob(SCREEN)) - annotations):
        token = secrets.token_hex(16)
        text = file.read_text(encoding="utf-8")
        sys.stdout.write(f"::stop-commands::{token}\n{text}::{token}::\n")
    sys.stdout.flush()


def finish(code: int, reports: Path | None) -> int:
    """Write the outputs of the step."""
    if name := os.environ.get("GITHUB_OUTPUT"):
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(f"exit-code={code}\nreports={reports or ''}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
