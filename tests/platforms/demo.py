"""A party's repository with a draft and what was agreed, and a shell as platforms run it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
LIST = """\
schema_version: 1
sources:
- id: A
  title: Wat wij hebben afgesproken
  themes:
  - id: A1
    title: Wonen
    recommendations:
    - id: A1.1
      measures:
      - id: A1.1a
        text: Van nieuwbouw is ten minste 30 procent sociale huur.
      - id: A1.1b
        text: Er komt een zwembad met een glijbaan.
"""


def make_demo(folder: Path) -> Path:
    """Make the repository in a folder that is not there yet."""
    folder.mkdir()
    shutil.copy(ROOT / "examples" / "brede-dijk.pdf", folder / "concept.pdf")
    (folder / "afspraken.yaml").write_text(LIST, encoding="utf-8")
    (folder / "stuk.pdf").write_text("Dit is geen PDF.", encoding="utf-8")
    for command in (("init", "--quiet"), ("add", ".")):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def load(path: Path) -> Any:
    """Return the content of a YAML file of ours."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def plain_environment() -> dict[str, str]:
    """The environment without what a platform or a user has set, and with the tool on the path."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GITHUB_", "INPUT_", "CI", "MANIFESTO_CHECK_", "GIT_", "FORCE_"))
    }
    commands = Path(sys.executable).parent
    return kept | {"PATH": f"{commands}{os.pathsep}{kept['PATH']}", "PYTHONIOENCODING": "utf-8"}


def bash(
    script: str, folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub does for ``shell: bash``."""
    file = folder.parent / "script.sh"
    file.write_text(script, encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)],
        cwd=folder,
        env={**plain_environment(), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """Return text with its ``${{ ... }}`` replaced, as GitHub does it before anything runs."""
    return re.sub(r"\$\{\{\s*(.*?)\s*\}\}", lambda found: values[found[1]], text)
