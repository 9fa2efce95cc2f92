"""The example programmes: their PDFs can be remade, and their verdicts can be checked."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
NAMES = ("brede-dijk", "koers-en-ruimte", "waterveens-hart")
NOT_JUDGED = "N2.5a"
# A hyphen at a line end: pypdfium2 gives U+FFFE for one that it takes for a soft hyphen.
LINE_END_HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010]\s*[\r\n]+\s*(?=\w)|[\ufffe\u00ad\x02]")


def folded(text: str) -> str:
    """``text`` with line-end hyphens joined and white space folded."""
    return " ".join(LINE_END_HYPHEN.sub("", text).split())


def pages_of(pdf: Path) -> list[str]:
    """The folded text of each page of ``pdf``."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [folded(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def verdicts_of(name: str) -> list[dict[str, Any]]:
    """The annotations beside the programme ``name``, in the order of the file."""
    lines = (EXAMPLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def measure_ids() -> list[str]:
    """The ids of all measures that are judged, in the order of the list."""
    text = (ROOT / "data" / "recommendations.yaml").read_text(encoding="utf-8")
    ids = re.findall(r"\b[VLN]\d\.\d+[a-e]\b", text)
    return [measure for measure in dict.fromkeys(ids) if measure != NOT_JUDGED]


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the PDFs as the script makes them now."""
    pytest.importorskip("reportlab", reason="reportlab makes the example PDFs")
    folder = tmp_path_factory.mktemp("examples")
    script = EXAMPLES / "make_examples.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_every_measure_is_judged_once(name: str) -> None:
    judged = [verdict["measure"] for verdict in verdicts_of(name)]
    assert len(judged) == len(set(judged)) == 113
    assert set(judged) == set(measure_ids())


@pytest.mark.parametrize("name", NAMES)
def test_labels_and_evidence_follow_the_rules(name: str) -> None:
    for verdict in verdicts_of(name):
        assert set(verdict) == {"measure", "label", "evidence", "note"}
        assert verdict["label"] in {2, 1, 0, -1}, verdict["measure"]
        count = len(verdict["evidence"])
        assert (count == 0) if verdict["label"] == 0 else (1 <= count <= 4), verdict["measure"]


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_on_its_page(name: str) -> None:
    pages = pages_of(EXAMPLES / f"{name}.pdf")
    for verdict in verdicts_of(name):
        for evidence in verdict["evidence"]:
            where = f"{name} {verdict['measure']}: {evidence['quote']}"
            assert 5 <= len(evidence["quote"].split()) <= 60, where
            assert folded(evidence["quote"]) in pages[evidence["page"] - 1], where


@pytest.mark.parametrize(
    ("name", "found", "opposed"),
    [
        ("brede-dijk", (0.30, 0.50), (0, 0)),
        ("waterveens-hart", (0.20, 0.35), (1, 3)),
        ("koers-en-ruimte", (0.10, 0.20), (3, 6)),
    ],
)
def test_the_programmes_differ_in_what_they_adopt(
    name: str, found: tuple[float, float], opposed: tuple[int, int]
) -> None:
    labels = [verdict["label"] for verdict in verdicts_of(name)]
    share = sum(label > 0 for label in labels) / len(labels)
    assert found[0] <= share <= found[1]
    assert opposed[0] <= labels.count(-1) <= opposed[1]


@pytest.mark.parametrize("name", NAMES)
def test_a_programme_is_small_and_has_8_to_20_pages(name: str) -> None:
    pdf = EXAMPLES / f"{name}.pdf"
    assert 8 <= len(pages_of(pdf)) <= 20
    assert pdf.stat().st_size < 300_000


def test_the_list_names_every_programme() -> None:
    entries = yaml.safe_load((EXAMPLES / "programmes.yaml").read_text(encoding="utf-8"))
    assert [entry["file"] for entry in entries] == [f"{name}.pdf" for name in NAMES]
    for name, entry in zip(NAMES, entries, strict=True):
        header = (EXAMPLES / f"{name}.md").read_text(encoding="utf-8").split("---\n")[1]
        manuscript = yaml.safe_load(header)
        for key in ("party", "municipality", "year"):
            assert entry[key] == manuscript[key]


@pytest.mark.parametrize("name", NAMES)
def test_the_manuscript_still_gives_the_text_of_the_pdf(name: str, remade: Path) -> None:
    made, kept = remade / f"{name}.pdf", EXAMPLES / f"{name}.pdf"
    assert pages_of(made) == pages_of(kept)


def test_the_script_gives_the_same_bytes_again(remade: Path, tmp_path: Path) -> None:
    script = EXAMPLES / "make_examples.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    for name in NAMES:
        assert (remade / f"{name}.pdf").read_bytes() == (tmp_path / f"{name}.pdf").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_same_versions_give_the_bytes_of_the_kept_pdf(name: str, remade: Path) -> None:
    """Other versions of reportlab and zlib may write other bytes; the file says which wrote it."""
    made = (remade / f"{name}.pdf").read_bytes()
    kept = (EXAMPLES / f"{name}.pdf").read_bytes()
    if made != kept and producer(made) != producer(kept):
        pytest.skip(f"made by {producer(made)!r}, kept from {producer(kept)!r}")
    assert made == kept


def producer(pdf: bytes) -> bytes:
    """What the PDF says of the software that made it."""
    match = re.search(rb"/Producer \((.*?)\)", pdf)
    return match[1] if match else b""


def test_what_makes_the_programmes_hard_to_read_is_in_the_pdfs() -> None:
    two_columns = pypdfium2.PdfDocument(EXAMPLES / "brede-dijk.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in two_columns)
    assert len(re.findall(r"\w[\ufffe\u00ad\x02]\w", text)) > 20, "words broken at line ends"
    text = folded(text)
    assert text.count("In elk nieuwbouwplan is ten minste 40 procent") == 2, "a pull quote"
    spread = pypdfium2.PdfDocument(EXAMPLES / "koers-en-ruimte.pdf")
    width, height = spread[3].get_size()
    assert width > height
    words = spread[3].get_textpage().get_text_range().split()
    assert {"6", "7"} <= set(words), "two printed numbers on a spread"
