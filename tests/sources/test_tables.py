"""Ruled tables: a row is read as one bullet; pages without one cost nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from make_pdfs import LAYOUTS, ruled_table

from manifesto_check.model import BlockKind
from manifesto_check.sources.pdf import PdfSource, shapes, tables


def read(data: bytes):
    return PdfSource().read(data, "x.pdf")


def test_a_row_is_one_bullet_and_a_cell_of_two_lines_stays_whole(reading):
    before, *rows, after = reading("ruled_table").blocks
    assert [row.kind for row in rows] == [BlockKind.BULLET] * 5
    assert [row.text for row in rows] == [
        "Bedragen in miljoenen euro 2027 2028",
        "Meer woningen voor starters. 12 14",
        "Opvang voor mensen zonder huis, ook in de winter en in de dorpen.",
        "Hulp bij schulden in elke wijk. 2 2",
        "Alles bij elkaar",
    ]
    assert before.text.startswith("De begroting volgt hier.")
    assert after.text.startswith("zoals wij eerder schreven.")  # no row goes on after the table


def test_without_its_rules_the_figures_of_a_row_are_lost(monkeypatch):
    monkeypatch.setattr(shapes, "MIN_ACROSS", 1000)
    text = " ".join(block.text for block in read(ruled_table()).blocks)
    assert "Meer woningen voor starters. 12 14" not in text


def test_a_frame_round_running_text_is_no_table():
    long = "Wij bouwen huizen voor iedereen die er een zoekt in onze stad. " * 8
    blocks = read(ruled_table([(long, "1"), (long, "2"), (long, "3")])).blocks
    assert not any(block.kind is BlockKind.BULLET for block in blocks)


def test_a_page_that_pdfplumber_cannot_take_is_read_all_the_same(monkeypatch):
    def fail(*_):
        raise KeyError("MediaBox")

    monkeypatch.setattr(tables, "_tables", fail)
    assert "Hulp bij schulden in elke wijk." in " ".join(b.text for b in read(ruled_table()).blocks)


def test_few_pages_are_looked_at(monkeypatch):
    monkeypatch.setattr(tables, "MAX_TABLE_PAGES", 0)
    monkeypatch.setattr(tables, "_tables", lambda *_: pytest.fail("looked at"))
    read(ruled_table())


@pytest.mark.parametrize(("name", "loaded"), [("headings", False), ("ruled_table", True)])
def test_pdfplumber_is_imported_only_for_a_ruled_page(tmp_path, name, loaded):
    path = tmp_path / "x.pdf"
    path.write_bytes(LAYOUTS[name]())
    script = (
        "import sys\nfrom manifesto_check.sources import read_programme\n"
        "read_programme(sys.argv[1])\nprint('pdfplumber' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == (f"{loaded}\n", "")
