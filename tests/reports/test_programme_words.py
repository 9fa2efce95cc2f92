"""What is said of a programme, with one page or word and with more."""

from dataclasses import replace

import pytest

from manifesto_check.model import FileType, ProgrammeInfo, Report, Status
from manifesto_check.reports.interface import Language
from manifesto_check.reports.programme_words import programme_size, reading_problems
from manifesto_check.reports.texts import texts_in

NL, EN = Language.NL, Language.EN


@pytest.fixture
def info(report: Report) -> ProgrammeInfo:
    return replace(report.programme, pages=12, words=26321)


def size(info: ProgrammeInfo, language: Language) -> str:
    return programme_size(info, texts_in(language), language)


def problem(info: ProgrammeInfo, language: Language) -> str:
    (only,) = reading_problems(info, texts_in(language))
    return only


@pytest.mark.parametrize(
    ("pages", "words", "dutch", "english"),
    [
        (12, 26321, "12 pagina's · 26.321 woorden", "12 pages · 26,321 words"),
        (1, 1, "1 pagina · 1 woord", "1 page · 1 word"),
        (0, 0, "0 pagina's · 0 woorden", "0 pages · 0 words"),
    ],
)
def test_its_size(info: ProgrammeInfo, pages: int, words: int, dutch: str, english: str) -> None:
    changed = replace(info, pages=pages, words=words)
    assert size(changed, NL) == dutch
    assert size(changed, EN) == english
    without = replace(changed, type=FileType.MARKDOWN)
    assert size(without, NL) == dutch.split(" · ")[1]


def test_pages_that_were_not_read(info: ProgrammeInfo) -> None:
    one = replace(info, status=Status.PARTLY_READ, unreadable_pages=(7,))
    assert "De tekst van deze pagina is alleen een afbeelding: 7." in problem(one, NL)
    assert "The text of this page is only an image: 7." in problem(one, EN)
    more = replace(one, unreadable_pages=(7, 8))
    assert "De tekst van deze pagina's is alleen een afbeelding: 7–8." in problem(more, NL)
    assert "The text of these pages is only an image: 7–8." in problem(more, EN)


def test_pages_that_were_read_by_ocr(info: ProgrammeInfo) -> None:
    one, more = replace(info, ocr_pages=(7,)), replace(info, ocr_pages=(7, 9))
    assert "deze pagina is een beeld, door OCR gelezen: 7." in problem(one, NL)
    assert "this page is a picture that was read by OCR: 7." in problem(one, EN)
    assert "deze pagina's zijn beelden, door OCR gelezen: 7, 9." in problem(more, NL)
    assert "these pages are pictures that were read by OCR: 7, 9." in problem(more, EN)


def test_hardly_any_words(info: ProgrammeInfo) -> None:
    assert "er is slechts 1 woord gelezen" in problem(replace(info, words=1), NL)
    assert "only 1 word was read" in problem(replace(info, words=1), EN)
    assert "er zijn slechts 12 woorden gelezen" in problem(replace(info, words=12), NL)
    assert "only 12 words were read" in problem(replace(info, words=12), EN)
