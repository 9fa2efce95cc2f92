"""Every quote is literally on its page by another reader than our own: poppler's pdftotext."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pages import by_poppler, is_on_its_pages

from manifesto_check.checking import Checker, read
from manifesto_check.evaluation.annotations import words
from manifesto_check.model import Programme, Report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MOST_THAT_DIFFER = 0.01
pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's pdftotext"),
]


@dataclass
class Findings:
    """How many quotes there are, and those that are not as they should be: where, not what."""

    quotes: int = 0
    not_found: list[str] = field(default_factory=list)
    wrong_length: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{len(self.not_found)} of {self.quotes} quotes not on their page: {self.not_found}; "
            f"not of 5 to 60 words: {self.wrong_length}"
        )


def check_all(programmes: Iterable[Path], checker: Checker) -> Findings:
    findings = Findings()
    for path in programmes:
        (programme,) = read([path])
        report = checker.check(programme)
        if report.measures:
            look_up(path, programme, report, findings)
    return findings


def look_up(path: Path, programme: Programme, report: Report, findings: Findings) -> None:
    """Look for each quote in both of poppler's orders of reading.

    Its own order runs through columns that stand close together, so that half
    of the quotes of such a programme cannot be found; the file's order breaks
    off where a number in the margin was written in the middle of the text.
    """
    readings = [by_poppler(path), by_poppler(path, "-raw")]
    whole_blocks = {block.text for block in programme.blocks}
    for measure in report.measures:
        for evidence in measure.judgement.evidence:
            where = f"{path.stem} {measure.id} p. {evidence.page}-{evidence.page_end}"
            findings.quotes += 1
            if not any(is_on_its_pages(evidence, pages) for pages in readings):
                findings.not_found.append(where)
            length = len(words(evidence.quote))
            if length > 60 or (length < 5 and evidence.quote not in whole_blocks):
                findings.wrong_length.append(f"{where} ({length} words)")


def test_every_quote_of_the_examples_is_on_its_page(checker: Checker) -> None:
    findings = check_all(sorted(EXAMPLES.glob("*.pdf")), checker)
    assert findings.quotes > 100
    assert (findings.not_found, findings.wrong_length) == ([], [])


@pytest.mark.shared
def test_nearly_every_quote_of_real_programmes_is_on_its_page(
    shared: Path, checker: Checker
) -> None:
    findings = check_all(sorted((shared / "programmes").glob("*.pdf")), checker)
    assert findings.quotes > 1000
    assert len(findings.not_found) <= MOST_THAT_DIFFER * findings.quotes, str(findings)
    assert not findings.wrong_length, str(findings)
