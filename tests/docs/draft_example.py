"""The example of docs/drafts-in-ci.md, played as it stands there, and its output written into it.

    python tests/docs/draft_example.py

What follows ``<!-- run -->`` is a file to write (TOML) or commands to run; what follows
``<!-- conditions -->`` and ``<!-- stderr -->`` is what the last of them showed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/drafts-in-ci.md"
_BLOCK = re.compile(r"(<!-- (run|conditions|stderr) -->\n```(\w+)\n)(.*?)(```\n)", re.DOTALL)


class Example:
    """Plays the example in an empty folder."""

    def __init__(self, folder: Path) -> None:
        """Put what the example begins with into a folder."""
        self.codes: list[int] = []
        self._folder = folder
        self._done: subprocess.CompletedProcess[str] | None = None
        (folder / "examples").mkdir()
        shutil.copy(ROOT / "examples/brede-dijk.md", folder / "examples")

    def played(self, page: str) -> str:
        """Return the page with what its commands show now."""
        return _BLOCK.sub(self._block, page)

    def _block(self, found: re.Match[str]) -> str:
        begin, what, language, text, end = found.groups()
        if what == "run" and language == "toml":
            (self._folder / "manifesto-check.toml").write_text(text, encoding="utf-8")
        elif what == "run":
            self._run(text)
        else:
            assert self._done is not None
            text = _conditions(self._done.stdout) if what == "conditions" else self._done.stderr
            text = "".join(map(_folded, text.splitlines()))
        return begin + text + end

    def _run(self, commands: str) -> None:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("MANIFESTO_CHECK_")}
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self._done = subprocess.run(
            ["sh", "-c", commands],
            capture_output=True,
            encoding="utf-8",
            cwd=self._folder,
            env=environment | {"PATH": path, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        self.codes.append(self._done.returncode)


def _conditions(report: str) -> str:
    """The section on conditions of a report in a terminal, without the rule under its title."""
    section = report[report.index("\nVoorwaarden\n") + 1 :].partition("\n\n")[0]
    return "\n".join(line for line in section.splitlines() if line.strip("─"))


def _folded(line: str) -> str:
    return textwrap.fill(line, 100, subsequent_indent="  ", break_on_hyphens=False) + "\n"


def main() -> None:
    """Write what the example shows into the page."""
    with tempfile.TemporaryDirectory() as folder:
        page = Example(Path(folder)).played(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
