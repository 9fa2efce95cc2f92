"""What is taken for a programme's title, and what is not."""

from __future__ import annotations

import pytest
from sheets import LEADING, SIZE, Sheets, filler, wrapped

from manifesto_check.model import Programme
from manifesto_check.sources.pdf import PdfSource
from manifesto_check.sources.pdf.titles import usable_title


def programme(
    *, title: str = "", cover: str = "", size: float = 30, chapters: float = 18
) -> Programme:
    """Read a programme of a cover and three chapters, with this title in its metadata."""
    sheets = Sheets()
    sheets.canvas.setTitle(title)
    if cover:
        for number, line in enumerate(wrapped(cover, 475, size=size)):
            sheets.line(60, 200 + 1.2 * size * number, line, "Helvetica-Bold", size)
        sheets.line(60, 500, "Verkiezingsprogramma 2026-2030", size=SIZE)
        sheets.page()
    for chapter in ("Wonen in de stad", "Zorg voor elkaar", "Schone lucht voor allen"):
        sheets.line(60, 80, chapter, "Helvetica-Bold", chapters)
        sheets.lines(60, 80 + 2 * LEADING, wrapped(filler(len(chapter), 12), 475))
        sheets.page()
    return PdfSource().read(sheets.done(), "programma.pdf")


@pytest.mark.parametrize(
    "title",
    [
        "untitled", "(anonymous)", "Naamloos", "Naamloos-2", "Untitled 1", "(unspecified)", "", " ",
        "Microsoft Word - concept.docx", "Microsoft PowerPoint - Presentatie1", "programma_def.pdf",
        "Programma 2026 versie 3.indd", "Document1", "VP_2026_def-2", "2026-2030", "PowerPoint - x",
    ],
)  # fmt: skip
def test_a_stand_in_or_file_name_is_no_title(title: str) -> None:
    assert usable_title(title) is None


@pytest.mark.parametrize(
    "title", ["Samen verder", "Thuis!", "Verkiezingsprogramma 2026-2030", "Oost-Groningen bouwt"]
)
def test_a_title_stays(title: str) -> None:
    assert usable_title(f" {title}\n") == title


def test_the_metadata_comes_first() -> None:
    assert programme(title="Samen verder", cover="Een thuis voor iedereen").title == "Samen verder"


def test_else_the_largest_heading_of_the_cover() -> None:
    found = programme(title="untitled", cover="Een thuis voor iedereen")
    assert found.title == "Een thuis voor iedereen"


SENTENCE = "Een thuis voor jong en oud, voor wie hier al woont en voor wie hier graag wil wonen"


@pytest.mark.parametrize("cover", ["", "Thuis", SENTENCE])
def test_a_chapter_a_single_word_or_a_whole_sentence_is_no_title(cover: str) -> None:
    assert programme(cover=cover).title is None


def test_text_on_page_one_makes_it_no_cover() -> None:
    sheets = Sheets()
    sheets.line(60, 80, "Onze kandidaten voor de raad", "Helvetica-Bold", 24)
    sheets.lines(60, 140, wrapped(filler(1, 20), 475))
    assert PdfSource().read(sheets.done(), "x.pdf").title is None


def test_a_word_printed_twice_for_its_shadow_counts_once() -> None:
    found = programme(cover="Opstaan Opstaan voor morgen")
    assert found.title == "Opstaan voor morgen"
