"""A party's draft in a repository: what CI says of it from the first version to the last."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from drafts import MAKERS, TEXT, chapter_last, without_paragraph

CONFIG = """\
fail-under = { V = 20 }
require = ["V1.1a"]
forbid-opposed = true
baseline = "afgesproken.json"
fail-on-loss = true

[not-applicable]
V5.3b = "Onze gemeente doet dit al in de regio."
"""
REMOVED = "Tot 2034 bouwt Waterveen 2.400 huizen."
PULLED = "> In elk nieuwbouwplan"
LOST = "In elk nieuwbouwplan is ten minste 40 procent van de huizen bestemd voor sociale verhuur"


class Repository:
    """A folder with a draft, a config file and the report on what was agreed."""

    def __init__(self, folder: Path, extension: str) -> None:
        self.folder = folder
        (folder / "concept").mkdir()
        self.draft = Path("concept") / f"programma{extension}"
        self._write = MAKERS[extension]
        self.config(CONFIG)
        self.write(TEXT)

    def write(self, text: str) -> None:
        self._write(text, self.folder / self.draft)

    def config(self, text: str) -> None:
        (self.folder / "manifesto-check.toml").write_text(text, encoding="utf-8")

    def check(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Run what CI runs, in the folder of the repository."""
        command = [sys.executable, "-m", "manifesto_check", "check", str(self.draft), *options]
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=self.folder,
            env={**os.environ, "MANIFESTO_CHECK_LANGUAGE": "nl"},
            timeout=300,
            check=False,
        )


@pytest.fixture(scope="module", params=MAKERS)
def repository(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Repository:
    made = Repository(tmp_path_factory.mktemp("repository"), request.param)
    first = made.check()
    assert first.returncode == 2  # what was agreed is not there yet, and the message says how
    assert "--no-baseline en --output afgesproken.json" in first.stderr
    agreed = made.check("--no-baseline", "--output", "afgesproken.json")
    assert (agreed.returncode, agreed.stdout) == (0, ""), agreed.stderr
    return made


def test_the_draft_as_agreed_passes(repository: Repository) -> None:
    repository.write(TEXT)
    done = repository.check()
    assert (done.returncode, done.stderr) == (0, "")
    for met in (
        "✓ gehaald: dekking van V is",
        "✓ gehaald: V1.1a is minstens deels gedekt",
        "✓ gehaald: geen enkele maatregel is tegengesteld",
        "✓ gehaald: niets is verloren of verzwakt",
    ):
        assert met in done.stdout
    assert "niet van toepassing" in done.stdout


@pytest.mark.parametrize(
    "title",
    [
        "Wonen",
        pytest.param("Een dak voor iedereen", marks=pytest.mark.slow),
        pytest.param("Bestaanszekerheid", marks=pytest.mark.slow),
        pytest.param("Jeugd en onderwijs", marks=pytest.mark.slow),
    ],
)
def test_a_chapter_that_moves_changes_nothing(repository: Repository, title: str) -> None:
    repository.write(chapter_last(TEXT, title))
    done = repository.check()
    assert (done.returncode, done.stderr) == (0, "")
    assert "verplaatst" in done.stdout


def test_a_paragraph_that_is_removed_fails_and_is_quoted(repository: Repository) -> None:
    # The promise stands in a pull quote too: as long as it does, it is not lost.
    shorter = without_paragraph(TEXT, REMOVED)
    repository.write(without_paragraph(shorter, PULLED))
    done = repository.check("--output", "uitkomst.md")
    assert (done.returncode, done.stdout) == (1, "")
    lines = [line for line in done.stderr.splitlines() if line.startswith("- V1.1a was gedekt")]
    assert len(lines) == 1
    assert LOST in lines[0]
    assert "dit citaat staat niet meer in de tekst" in lines[0]
    assert "V1.1a is niet minstens deels gedekt" in done.stderr
    report = (repository.folder / "uitkomst.md").read_text(encoding="utf-8")
    assert "✗ **niet gehaald**" in report
    assert LOST in report


def test_a_file_that_is_broken_ends_in_3(repository: Repository) -> None:
    path = repository.folder / repository.draft
    path.write_bytes(b"%PDF-1.7\n\0\0\0 niets")
    done = repository.check()
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"fout: {repository.draft}: ")
    assert done.stderr.count("\n") == 1


def test_a_key_that_is_misspelt_ends_in_2(repository: Repository) -> None:
    repository.write(TEXT)
    repository.config(CONFIG.replace("forbid-opposed", "forbid-oposed"))
    done = repository.check()
    repository.config(CONFIG)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "fout: manifesto-check.toml:3: onbekende sleutel 'forbid-oposed'; "
        "bedoelde u 'forbid-opposed'?\n"
    )


def test_another_list_makes_the_agreed_report_useless_and_says_how_to_renew_it(
    repository: Repository,
) -> None:
    shipped = Path(__file__).resolve().parents[2] / "data/recommendations.yaml"
    changed = repository.folder / "lijst.yaml"
    changed.write_text(shipped.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    repository.write(TEXT)
    done = repository.check("--recommendations", "lijst.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "afgesproken.json: dit eerdere rapport gaat over een andere lijst" in done.stderr
    assert "--no-baseline en --output afgesproken.json" in done.stderr
