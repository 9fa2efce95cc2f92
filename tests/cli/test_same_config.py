"""``explain``, ``highlight`` and ``annotate`` read the config file that ``check`` reads."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from fake_checking import LIST, Result, Run
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

SENTENCES = (
    "Er komen betaalbare woningen voor starters en ouderen in elke wijk.",
    "In de binnenstad komt opvang voor dakloze mensen, ook in de winter.",
    "Wij schaffen de boetes af voor wie buiten slaapt of op straat verblijft.",
    "De school blijft open, en het zwembad krijgt een nieuw dak.",
    "Wie een bedrijf begint, krijgt van de gemeente een vaste contactpersoon.",
    "De bus rijdt elk kwartier, ook op zondag en in de avond.",
)
SECOND_LIST = """\
schema_version: 1
sources:
- id: C
  title: Nog een lijst
  themes:
  - id: C1
    title: Straat
    recommendations:
    - id: C1.1
      measures:
      - id: C1.1a
        text: Er komt opvang voor dakloze mensen.
"""
COMMANDS = ("explain", "highlight", "annotate")


def draft() -> bytes:
    """A programme of one page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Helvetica", 11)
    for row, sentence in enumerate(SENTENCES * 2):
        canvas.drawString(70, 760 - 40 * row, sentence)
    canvas.save()
    return buffer.getvalue()


class Office:
    """A folder with a draft and a list beside it, and the commands run on that draft."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.folder = folder
        self.draft = folder / "concept.pdf"
        self.draft.write_bytes(draft())
        self.copy = folder / "kopie.pdf"
        self._run = run

    def config(self, text: str, name: str = "manifesto-check.toml") -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, command: str, *arguments: str | Path, measure: str = "A1.1a") -> Result:
        own = {
            "explain": (measure, "--format", "json"),
            "highlight": ("--output", self.copy),
            "annotate": ("--candidates", "1"),
        }
        return self._run(command, self.draft, *own[command], *arguments)

    def marks(self) -> str:
        """The notes on the marked copy, and its bookmarks."""
        reader = PdfReader(self.copy)
        notes = [
            str(annotation.get_object().get("/Contents", ""))
            for page in reader.pages
            for annotation in page.annotations or ()
        ]
        return "\n".join([*notes, *_titles(reader.outline)])


def _titles(outline: object) -> list[str]:
    if isinstance(outline, list):
        return [title for item in outline for title in _titles(item)]
    return [str(getattr(outline, "title", ""))]


@pytest.fixture
def office(tmp_path: Path, run: Run) -> Office:
    (tmp_path / "afspraken.yaml").write_text(LIST, encoding="utf-8")
    (tmp_path / "straat.yaml").write_text(SECOND_LIST, encoding="utf-8")
    return Office(tmp_path, run)


def test_the_list_beside_the_draft_is_explained(office: Office) -> None:
    assert office.run("explain").code == 2
    office.config('recommendations = "afspraken.yaml"')
    result = office.run("explain")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out)["measure"]["text"] == "Er komen betaalbare woningen."
    assert office.run("explain", "--no-config").code == 2


def test_the_lists_beside_the_draft_are_highlighted(office: Office) -> None:
    office.config('[tool.manifesto-check]\nrecommendations = ["afspraken.yaml", "straat.yaml"]',
                  "pyproject.toml")  # fmt: skip
    assert office.run("highlight").code == 0
    marks = office.marks()
    assert ("A1.1a" in marks, "C1.1a" in marks, "V1.5b" in marks) == (True, True, False)
    assert office.run("highlight", "--no-config").code == 0
    marks = office.marks()
    assert ("A1.1a" in marks, "V1.5b" in marks) == (False, True)


def test_the_lists_beside_the_draft_are_annotated(office: Office) -> None:
    office.config('recommendations = ["afspraken.yaml", "straat.yaml"]')
    rows = [json.loads(line) for line in office.run("annotate").out.splitlines()]
    assert [row["measure"] for row in rows] == ["A1.1a", "A1.1b", "B1.1a", "C1.1a"]
    assert office.run("annotate", "--no-config").out.count("\n") == 114


def test_what_is_proposed_to_annotate_does_not_depend_on_another_list(office: Office) -> None:
    first, second = office.folder / "afspraken.yaml", office.folder / "straat.yaml"
    alone = [office.run("annotate", "--recommendations", one).out for one in (first, second)]
    both = office.run("annotate", "--recommendations", first, "--recommendations", second)
    assert both.out == "".join(alone)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_line_wins(office: Office, command: str) -> None:
    office.config('recommendations = "weg.yaml"\ndutch-model = "geen_model"')
    assert "weg.yaml" in office.run(command).err
    given = ("--recommendations", office.folder / "straat.yaml")
    result = office.run(command, *given, measure="C1.1a")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "geen_model" in result.err
    result = office.run(command, *given, "--dutch-model", "ander_model", measure="C1.1a")
    assert (result.code, "ander_model" in result.err) == (2, True)
    assert office.run(command, *given, "--no-config", measure="C1.1a").code == 0


def test_the_confidence_that_is_asked_is_that_of_the_config_file(office: Office) -> None:
    office.config('recommendations = "afspraken.yaml"\nmin-confidence = 1')
    for sure in ((), ("--min-confidence", "0")):
        explained = office.run("explain", "-f", "terminal", *sure)
        assert ("onzeker" in explained.out) is not bool(sure)
        assert office.run("highlight", *sure).code == 0
        assert ("onzeker" in office.marks()) is not bool(sure)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("fail-undr = 3", "manifesto-check.toml:1: onbekende sleutel 'fail-undr'; bedoelde u"),
        ("\nmin-confidence = 60", "manifesto-check.toml:2: min-confidence moet een getal van 0"),
        ("[ignore", "geen geldige TOML"),
        ('recommendations = "concept.pdf"', "concept.pdf:"),
    ],
)
def test_a_wrong_config_file_ends_in_2_before_the_work_begins(
    office: Office, command: str, text: str, says: str
) -> None:
    office.config(text)
    office.draft.write_bytes(b"no PDF, which would be exit code 3")
    result = office.run(command)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert not office.copy.exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_another_config_file_can_be_given(office: Office, command: str) -> None:
    office.config("fout = ")
    other = office.config('recommendations = "afspraken.yaml"', "ander.toml")
    assert office.run(command, "--config", other).code == 0
    wrong = office.run(command, "--config", office.folder / "weg.toml", "--language", "en")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
    assert "weg.toml: there is no such config file" in wrong.err


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_that_the_config_file_names_is_not_overwritten(
    office: Office, command: str
) -> None:
    office.config('recommendations = "afspraken.yaml"')
    own = office.folder / "afspraken.yaml"
    result = office.run(command, "--output", own)
    assert (result.code, "--output zou een bestand overschrijven" in result.err) == (2, True)
    assert own.read_text(encoding="utf-8") == LIST


def test_what_does_not_count_is_explained_and_annotated_but_not_in_the_coverage(
    office: Office,
) -> None:
    lists = 'recommendations = "afspraken.yaml"\n'
    office.config(lists)
    assert office.run("highlight").code == 0
    assert "A1 Wonen (50" in office.marks()
    office.config(f'{lists}require = ["B1.1a"]\n[ignore]\n"A1.1b" = "later"')
    assert office.run("explain", measure="A1.1b").code == 0
    assert "A1.1b" in office.run("annotate").out
    assert office.run("highlight").code == 0
    assert "A1 Wonen (100" in office.marks()
    office.config(f'{lists}[ignore]\n"A9" = "later"')
    result = office.run("highlight")
    assert (result.code, "er is geen maatregel 'A9'" in result.err) == (2, True)


@pytest.mark.parametrize("command", ["explain", "annotate"])
def test_for_standard_input_it_is_that_of_the_folder(tmp_path: Path, command: str) -> None:
    (tmp_path / "lijst.yaml").write_text(SECOND_LIST, encoding="utf-8")
    (tmp_path / "manifesto-check.toml").write_text('recommendations = "lijst.yaml"')
    arguments = {"explain": ["-", "C1.1a", "-f", "json"], "annotate": ["-"]}[command]
    text = "# Opvang\n\nEr komt opvang voor dakloze mensen in elke wijk van de stad.\n" * 20
    done = subprocess.run(
        [sys.executable, "-m", "manifesto_check", command, *arguments],
        input=text,
        encoding="utf-8",
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "C1.1a" in done.stdout
