"""Where a quote stands: the text under its boxes is the quote, however the page is laid out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from make_pdfs import LAYOUTS, over_the_page, pull_quote, turned_page, two_columns
from pypdf import PdfReader, PdfWriter, Transformation
from text_under import letters, text_under

from manifesto_check.model import Evidence, Programme
from manifesto_check.sources.pdf import PdfSource
from manifesto_check.sources.pdf.letters import find_runs, page_letters
from manifesto_check.sources.pdf.places import Place, find_places

WORDS = 30
UNREADABLE = {"only_scans", "text_as_shapes", "junk", "encrypted", "blank"}


def quotes(programme: Programme) -> Iterator[Evidence]:
    """The first and the last words of every block."""
    for block in programme.blocks:
        words = block.text.split()
        for text in {" ".join(words[:WORDS]), " ".join(words[-WORDS:])}:
            start = block.text.index(text)
            end = start + len(text) - 1
            yield Evidence(block.page_at(start), block.page_at(end), None, "", text, 0.5)


def places_in(data: bytes) -> list[tuple[Evidence, tuple[Place, ...]]]:
    programme = PdfSource().read(data, "x.pdf")
    wanted = list(quotes(programme))
    assert wanted
    return list(zip(wanted, find_places(data, "x.pdf", wanted), strict=True))


def assert_on_the_words(data: bytes) -> None:
    for evidence, places in places_in(data):
        assert letters(text_under(data, places)) == letters(evidence.quote)


@pytest.mark.parametrize("name", sorted(set(LAYOUTS) - UNREADABLE))
def test_the_boxes_are_on_the_words_in_every_layout(name: str) -> None:
    assert_on_the_words(LAYOUTS[name]())


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_the_viewer_turns(angle: int) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(two_columns()))
    writer.pages[0].rotate(angle)
    assert_on_the_words(written(writer))


def test_a_crop_box_and_a_media_box_that_do_not_begin_at_zero() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(two_columns()))
    page = writer.pages[0]
    page.add_transformation(Transformation().translate(300, -150))
    page.mediabox.lower_left, page.mediabox.upper_right = (280, -170), (900, 700)
    page.cropbox.lower_left, page.cropbox.upper_right = (320, -120), (890, 690)
    data = written(writer)
    assert_on_the_words(data)
    assert min(x for _, ps in places_in(data) for p in ps for q in p.quads for x, _ in q) > 320


def test_the_boxes_of_turned_text_are_read_from_left_to_right() -> None:
    """The corners come in the order of reading: a box is wider along its line than high."""
    for _, places in places_in(turned_page()):
        for top_left, top_right, bottom_left, _ in (quad for p in places for quad in p.quads):
            assert top_right[0] == pytest.approx(top_left[0])  # the line goes up the stored page
            assert abs(top_right[1] - top_left[1]) > abs(bottom_left[0] - top_left[0])


def test_a_quote_over_two_pages_has_a_place_on_each() -> None:
    data = over_the_page()
    text = "krijgt van ons binnen een week een eigen sleutel en een eigen voordeur."
    (places,) = find_places(data, "x.pdf", [Evidence(1, 2, None, "", text, 0.5)])
    assert [place.page for place in places] == [1, 2]
    assert letters(text_under(data, places[:1])) == letters("krijgt van ons")


def test_a_quote_over_two_columns_leaves_out_what_stands_between() -> None:
    text = "Onze stad heeft straks voor elk gezin een passende woning met een tuin of balkon."
    data = pull_quote()
    (places,) = find_places(data, "x.pdf", [Evidence(1, 1, None, "", text, 0.5)])
    assert letters(text_under(data, places)) == letters(text)


def test_a_quote_that_is_not_there_has_no_place() -> None:
    wanted = [
        Evidence(1, 1, None, "", "Dit staat nergens in het programma.", 0.5),
        Evidence(1, 1, None, "", "• – !", 0.5),
        Evidence(9, 9, None, "", "Wonen in onze stad", 0.5),
    ]
    assert find_places(two_columns(), "x.pdf", wanted) == [(), (), ()]


def test_a_pull_quote_is_told_from_the_sentence_that_it_repeats() -> None:
    text = "Een huis is een recht. Verder gaan we. “Een huis is een recht.” Einde."
    page = [page_letters(1, text)]
    (plain,) = find_runs("Een huis is een recht.", page)
    (pulled,) = find_runs("“Een huis is een recht.”", page)
    assert (plain.first, pulled.first) == (0, text.index("“") + 1)


def test_a_piece_goes_on_with_a_whole_line_and_not_with_a_look_alike() -> None:
    text = "Wij bouwen elk jaar\nAnders: en ook meer\nhuizen voor de mensen\nmeer huizen hier"
    wanted = "Wij bouwen elk jaar huizen voor de mensen"
    runs = find_runs(wanted, [page_letters(1, text)])
    assert [text[run.first : run.last + 1] for run in runs] == [
        "Wij bouwen elk jaar",
        "huizen voor de mensen",
    ]


def test_ligatures_accents_and_hyphens_do_not_matter() -> None:
    text = "Cre\u0301ches zijn \ufb01jn voor dak\ufffe\nlozen"
    (run,) = find_runs("Crèches zijn fijn voor daklozen", [page_letters(1, text)])
    assert (run.first, run.last) == (0, len(text) - 1)


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    assert PdfReader(buffer).pages
    return buffer.getvalue()
