"""The help texts of all commands, and writing them into docs/commands.md.

    python tests/docs/help_texts.py

There each stands between ``<!-- help COMMAND -->`` and ``<!-- /help COMMAND -->``.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/commands.md"
# Only these decide how wide the text is, and in what language a default is shown.
SETTINGS = {"COLUMNS": "80", "TERMINAL_WIDTH": "80", "PYTHONIOENCODING": "utf-8"}


def help_of(command: str) -> str:
    """What ``manifesto-check COMMAND --help`` prints, 80 columns wide."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MANIFESTO_CHECK_")}
    done = subprocess.run(
        [sys.executable, "-m", "manifesto_check", *command.split(), "--help"],
        capture_output=True,
        encoding="utf-8",
        env=environment | SETTINGS,
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def subcommands(text: str) -> list[str]:
    """The names under "Commands:" in a help text."""
    _, _, commands = text.partition("\nCommands:\n")
    return re.findall(r"^  (\S+)", commands, re.MULTILINE)


def all_help() -> dict[str, str]:
    """The help text of every command, by its name; that of the whole has the name ""."""
    found = {"": help_of("")}
    waiting = subcommands(found[""])
    while waiting:
        command = waiting.pop(0)
        found[command] = help_of(command)
        waiting += [f"{command} {name}" for name in subcommands(found[command])]
    return found


def block(command: str, text: str) -> str:
    """What the page has for a command."""
    name = f"help {command}".strip()
    line = " ".join(f"manifesto-check {command} --help".split())
    return f"<!-- {name} -->\n```console\n$ {line}\n{text}\n```\n<!-- /{name} -->"


def main() -> None:
    """Write the help texts into the page, at the markers that are there."""
    page = PAGE.read_text(encoding="utf-8")
    for command, text in all_help().items():
        name = f"help {command}".strip()
        pattern = rf"<!-- {name} -->.*?<!-- /{name} -->"
        if not re.search(pattern, page, re.DOTALL):
            raise SystemExit(f"{PAGE.name} has no markers <!-- {name} --> and <!-- /{name} -->")
        new = block(command, text)
        page = re.sub(pattern, lambda _, new=new: new, page, flags=re.DOTALL)
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
