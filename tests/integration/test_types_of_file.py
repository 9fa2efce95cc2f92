"""The same programme as every type of file gives the same verdicts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from manifesto_check.checking import Checker, read
from manifesto_check.model import FOUND, Programme, Report

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("brede-dijk", "koers-en-ruimte", "waterveens-hart")
TYPES = ("pdf", "docx", "odt", "md", "html", "txt")
NOISE = ("cookies", "Housing First voor alle daklozen", "straatboetes", "reacties", "©", "Jan:")
"""What stands around the text in the web page that the script makes."""
Checked = dict[str, tuple[Programme, Report]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples as every type of file, as the script makes them."""
    folder = tmp_path_factory.mktemp("types")
    script = ROOT / "examples" / "make_examples.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module", params=NAMES)
def checked(request: pytest.FixtureRequest, folder: Path, checker: Checker) -> Checked:
    """One programme, read and checked as each type."""
    result = {}
    for type_ in TYPES:
        (programme,) = read([folder / f"{request.param}.{type_}"])
        assert programme.type.value == type_
        result[type_] = programme, checker.check(programme)
    return result


def test_verdicts_are_the_same(checked: Checked) -> None:
    """On 97% of the measures, and on 92% of those found in any of them."""
    verdicts = [
        {measure.judgement.verdict for measure in measures}
        for measures in zip(*(report.measures for _, report in checked.values()), strict=True)
    ]
    found = [given for given in verdicts if not given.isdisjoint(FOUND)]
    assert sum(len(given) == 1 for given in verdicts) >= 0.97 * len(verdicts)
    assert sum(len(given) == 1 for given in found) >= 0.92 * len(found)


def test_only_a_pdf_has_pages_and_all_others_have_lines(checked: Checked) -> None:
    for type_, (_, report) in checked.items():
        quotes = [quote for measure in report.measures for quote in measure.judgement.evidence]
        assert quotes
        for quote in quotes:
            assert (quote.line is None) == (type_ == "pdf")
            assert type_ == "pdf" or (quote.page, quote.page_end, quote.page_label) == (1, 1, None)
            assert quote.section


@pytest.mark.parametrize("type_", ["md", "txt", "html"])
def test_a_quote_stands_on_its_line(checked: Checked, folder: Path, type_: str) -> None:
    programme, report = checked[type_]
    lines = (folder / Path(programme.path).name).read_text(encoding="utf-8").split("\n")
    for measure in report.measures:
        for quote in measure.judgement.evidence:
            assert quote.line is not None
            words = re.findall(r"\w+", quote.quote)
            assert words[0] in lines[quote.line - 1]


def test_nothing_of_the_site_is_read(checked: Checked) -> None:
    text = "\n".join(block.text for block in checked["html"][0].blocks)
    assert not [noise for noise in NOISE if noise in text]


def test_sections_are_the_same(checked: Checked) -> None:
    def sections(type_: str) -> set[str]:
        programme = checked[type_][0]
        names = {block.section[-1].lower() for block in programme.blocks if block.section}
        return names - {(programme.title or "").lower()}

    for type_ in ("docx", "odt", "html", "txt"):
        assert sections(type_) == sections("md")
