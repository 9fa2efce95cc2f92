"""What OCR made of a page: is it upright, and which reading is the best?"""

from __future__ import annotations

from manifesto_check.ocr.engine import legibility
from manifesto_check.sources.pdf.layout import Line, Sheet
from manifesto_check.sources.pdf.readings import Reading, mend_bullets

DUTCH = "De gemeente bouwt elk jaar genoeg betaalbare huizen voor starters in de wijk. " * 5
ENGLISH = "The council builds enough affordable homes for everybody who is in need of them. " * 5
# What tesseract makes of Dutch that stands upside down, but for its order.
UPSIDE_DOWN = (
    "‘joBUIS op uee JoozuexbunsejEq aBIFEUWIOOA J9H “UoIUoWaHed ep 30} BuiImMNOGISA uojezdeejs "
    "pedpln uee pued jey sl ‘sl ylng Fey UEA Bou jep siny uebie USS UI UOSUGW Jo9W 19 SJEWIEEN "
) * 2


def reading(text: str, *, sideways: bool = False) -> Reading:
    words = text.split()
    return Reading(Sheet(1, 595, 842, turn=int(sideways)), words, legibility(words))


def test_a_page_in_dutch_or_in_another_language_is_upright() -> None:
    assert reading(DUTCH).is_upright
    assert reading(ENGLISH).is_upright


def test_a_page_whose_lines_run_up_is_read_in_part_only() -> None:
    assert reading(DUTCH, sideways=True).is_usable
    assert not reading(DUTCH, sideways=True).is_upright


def test_debris_and_a_few_words_are_no_upright_page() -> None:
    for text in (UPSIDE_DOWN, "Samen bouwen", ""):
        assert not reading(text).is_upright


def test_debris_that_is_taken_for_another_language_is_none() -> None:
    words = [*UPSIDE_DOWN.split(), *["sie"] * 4]
    taken = Reading(Sheet(1, 595, 842), words, 1.0)
    assert taken.is_usable
    assert not taken.is_upright


def test_the_best_reading_has_most_dutch_words() -> None:
    assert reading(DUTCH).worth > reading(DUTCH[:100], sideways=True).worth
    assert reading(DUTCH).worth > Reading(Sheet(1, 595, 842), UPSIDE_DOWN.split(), 1.0).worth
    assert reading("").worth == reading(UPSIDE_DOWN).worth == 0


def test_a_bullet_that_was_taken_for_a_letter_is_one_again() -> None:
    texts = ["e We bouwen", "« Er komt een loket", "©  Meer groen", "een huis", "e", "é én", ""]
    lines = [Line(text, 0, 0, 1, 1, 1, 1) for text in texts]
    mend_bullets(lines)
    mended = ["• We bouwen", "• Er komt een loket", "•  Meer groen", "een huis", "e", "é én", ""]
    assert [line.text for line in lines] == mended
