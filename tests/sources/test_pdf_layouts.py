"""Reading what real programmes do: one test for each layout problem."""

from __future__ import annotations

import pytest
from make_pdfs import DRAWN_ITEMS, repeated_text

from manifesto_check.model import Block, BlockKind, Programme
from manifesto_check.sources.pdf import PdfSource
from manifesto_check.sources.pdf.bullets import Marker, is_alone, marker


def texts(programme: Programme) -> str:
    return "\n".join(block.text for block in programme.blocks)


def headings(programme: Programme) -> list[Block]:
    return [block for block in programme.blocks if block.kind is BlockKind.HEADING]


def test_two_columns_are_read_one_after_the_other(reading):
    programme = reading("two_columns")
    heading, paragraph = programme.blocks
    assert heading.text == "Wonen in onze stad en in alle dorpen eromheen"
    assert "De stad koopt leegstaande kantoren op en maakt daar kleine huizen van" in paragraph.text
    assert paragraph.section == (heading.text,)


def test_columns_that_the_file_writes_row_by_row(reading):
    left, right = reading("columns_row_by_row").blocks
    assert left.text.startswith("Eerst links.")
    assert right.text.startswith("Dan pas rechts.")


def test_three_columns_between_full_width_text(reading):
    starts = [block.text.split(".")[0] for block in reading("three_columns").blocks]
    assert starts == [
        "Vooraf een inleiding", "Kolom een", "Kolom twee", "Kolom drie", "Tot slot een afsluiting",
    ]  # fmt: skip


def test_two_articles_below_each_other(reading):
    above, below = reading("two_articles").blocks
    assert above.text.startswith("Het stuk boven")
    assert below.text.startswith("Het stuk onder")


def test_spread_is_two_pages_on_one(reading):
    programme = reading("spread")
    assert [page.label for page in programme.pages] == ["2-3", "4-5", "6-7", "8-9"]
    assert [block.text for block in headings(programme)] == [
        f"Hoofdstuk {number}" for number in range(2, 10)
    ]
    assert "Programma van de Lindepartij" not in texts(programme)
    right = next(block for block in programme.blocks if "Dit is bladzij 5." in block.text)
    assert (right.page_at(0), right.section) == (2, ("Hoofdstuk 5",))


def test_running_titles_and_page_numbers_are_left_out(reading):
    programme = reading("running_titles")
    assert [page.label for page in programme.pages] == [None, *"12345678"]
    text = texts(programme)
    assert "Lindepartij" not in text
    assert "Verkiezingsprogramma 2026-2030" not in text
    assert text.count("Samen verder") == 1  # on the cover
    assert text.count("Onze plannen") == 8  # a heading that repeats is no running title
    assert not any(line.strip().isdigit() for line in text.splitlines())


@pytest.mark.parametrize("rows", [1, 3, 20, 50])
@pytest.mark.parametrize("header", [False, True])
def test_text_that_repeats_on_every_page_is_no_furniture(rows, header):
    programme = PdfSource().read(repeated_text(rows, header=header), "x.pdf")
    assert programme.words == 12 * 9 * rows
    assert "Lindepartij" not in texts(programme)


@pytest.mark.parametrize("sign", "❏❐☐☑☒✓➢➤⇒‣⁃▢◉➔")
def test_signs_that_begin_an_item(sign):
    assert marker(f"{sign} meer woningen") == Marker(2, weak=False)
    assert is_alone(sign)


def test_turned_text_in_the_margin_is_left_out(reading):
    assert "Zijtekst" not in texts(reading("side_text"))


def test_page_that_the_viewer_turns(reading):
    (block,) = reading("turned_page").blocks
    assert block.text.startswith("Gedraaid maar leesbaar.")


def test_table_of_contents_is_left_out(reading):
    programme = reading("contents")
    assert "Inhoudsopgave" not in texts(programme)
    assert [block.text for block in headings(programme)] == [
        "1. Wonen", "2. Zorg dichtbij", "3. Schone lucht", "4. Werk en inkomen",
        "5. Veilige straten",
    ]  # fmt: skip
    assert all(block.page_at(0) > 1 for block in programme.blocks)
    assert texts(programme).count("In 2025 kozen we voor") == 5


def test_hyphens_at_line_ends(reading):
    (block,) = reading("hyphens").blocks
    for words in (
        "goede huisvesting en", "van dak- en thuislozen.", "aan EU-migranten", "aan 65-plussers.",
        "Over auto-ongelukken", "een niet-westerse blik",
    ):  # fmt: skip
        assert words in block.text


def test_odd_signs_are_mended(reading):
    heading, block = reading("odd_signs").blocks
    assert (heading.kind, heading.text) == (BlockKind.HEADING, "WONEN")
    assert block.text == (
        "De financi\u00eble hulp en het conflict worden geregeld, de woningbouw gaat door en de "
        "uitstoot van CO2 gaat ieder jaar verder omlaag."
    )


def test_headings_and_sections(reading):
    programme = reading("headings")
    title = "Een thuis voor iedereen in onze mooie stad"
    found = [(block.text, block.section) for block in headings(programme)]
    assert found == [
        (title, ()),
        ("3.2 Wonen", (title,)),
        ("Huren en kopen", (title, "3.2 Wonen")),
        ("3.3 Zorg", (title,)),
        ("OPVANG EN HULP", (title, "3.3 Zorg")),
    ]
    rent = next(block for block in programme.blocks if "De huur blijft laag" in block.text)
    assert rent.section == (title, "3.2 Wonen", "Huren en kopen")
    levels = [block.level for block in headings(programme)]
    assert levels[0] < levels[1] == levels[3] < levels[2]


def test_bullets_that_are_drawn_begin_items(reading):
    first, *bullets, heading, last = reading("drawn_bullets").blocks
    assert first.text.startswith("Dit willen wij.")
    assert [block.kind for block in bullets] == [BlockKind.BULLET] * len(DRAWN_ITEMS)
    assert [block.text for block in bullets] == [
        " ".join(filter(None, lines)) for _, *lines in DRAWN_ITEMS
    ]
    assert (heading.kind, heading.text) == (BlockKind.HEADING, "Een kop met een blokje ervoor")
    assert (last.kind, last.text[:10]) == (BlockKind.PARAGRAPH, "Na de kop.")


def test_bullets_are_kept_apart_without_their_signs(reading):
    introduction, *bullets = reading("bullets").blocks
    assert introduction.kind is BlockKind.PARAGRAPH
    assert all(block.kind is BlockKind.BULLET for block in bullets)
    assert [block.text for block in bullets] == [
        "Een eerste punt dat zo lang is dat het niet op een regel past en dus verder loopt",
        "Een tweede punt",
        "Een punt binnen het tweede punt",
        "Nog een punt binnen het tweede punt",
        "Een punt met een blokje",
        "Een punt met een rondje",
        "Een punt met een sterretje",
        "Een punt met een grote stip",
        "Een punt met een vinkje",
        "Een punt met een pijl",
        "Een punt met een vakje",
        "Een punt met een ander vakje",
        "Het eerste genummerde punt.",
        "Het tweede genummerde punt.",
        "Het punt met een letter.",
        "Nog een punt met een letter.",
    ]
    assert [block.level for block in bullets[:5]] == [1, 1, 2, 2, 1]


def test_bullets_at_the_same_height_on_every_page_are_no_furniture(reading):
    bullets = [
        block
        for block in reading("same_place_on_every_page").blocks
        if block.kind is BlockKind.BULLET
    ]
    assert len(bullets) == 8 * 9
    assert all(block.text.startswith("Punt") for block in bullets)


def test_sentence_that_runs_on_over_the_page(reading):
    first, second = reading("over_the_page").blocks
    start = first.text.index("krijgt van ons")
    end = first.text.index("een eigen sleutel")
    assert "krijgt van ons binnen een week een eigen sleutel" in first.text
    assert (first.page_at(start), first.page_at(end)) == (1, 2)
    assert first.text[first.anchors[1][0] :].startswith("binnen een week")
    assert second.page_at(0) == 3


def test_pull_quote_does_not_split_the_paragraph(reading):
    paragraph, quote = reading("pull_quote").blocks
    assert "voor elk gezin een passende woning met een tuin" in paragraph.text
    assert quote.kind is BlockKind.PARAGRAPH


def test_bold_start_of_a_paragraph_is_no_heading(reading):
    programme = reading("bold_start")
    assert [block.kind for block in programme.blocks] == [BlockKind.PARAGRAPH] * 3
    assert programme.blocks[1].text.startswith("Minder regels. ")


def test_own_page_labels_count_where_they_agree_with_the_print(reading):
    labels = [page.label for page in reading("page_labels").pages]
    assert labels == ["i", "ii", "1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("name", ["spread", "bullets", "contents"])
def test_the_same_file_gives_the_same_programme(reading, name):
    assert reading(name) == reading(name)
