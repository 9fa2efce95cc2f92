"""spaCy without its command line: less to import, and nothing missing for who wants it."""

from __future__ import annotations

import subprocess
import sys

import pytest

LEAN = "import sys, manifesto_check.dutch.pipeline\n"


def answer(code: str) -> str:
    """Return what code prints in a Python of its own, after the pipeline was imported."""
    command = [sys.executable, "-c", LEAN + code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("module", ["spacy.cli", "typer", "httpx"])
def test_the_pipeline_imports_no_commands(module):
    assert answer(f"print({module!r} in sys.modules)") == "False"


def test_who_asks_for_the_commands_gets_them():
    assert answer("import spacy.cli; print(callable(spacy.cli.download))") == "True"


def test_spacy_info_works():
    assert answer("import spacy; print(spacy.info(silent=True)['spacy_version'])")
