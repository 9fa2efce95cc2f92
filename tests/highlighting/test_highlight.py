"""The marked copy: what it holds, and what it keeps of the programme."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from marked_report import FIRST, SECOND, measure, quote
from pypdf import PdfReader, PdfWriter

from manifesto_check.errors import ProgrammeError
from manifesto_check.highlighting import Highlighted, highlight
from manifesto_check.highlighting.colours import BEHIND_TEXT, OF_TEXT
from manifesto_check.model import Report, Verdict
from manifesto_check.reports.interface import Language, ReportOptions, Selection

HOSTILE = {
    "formula": '=HYPERLINK("http://x") @SUM <script>alert(1)</script>',
    "ansi": "\x1b[31mrood\x1b]8;;http://x\x07link",
    "bidi": "prijs \u202e123\u202c \u2066x\u2069",
    "control": "nul\x00 bel\x07 \r\n\x7f ) (( \\",
    "long": "o" * 10_000,
    "surrogate": "half \ud83d teken",
    "empty": "",
}


def marked(data: bytes, report: Report, **changes: Any) -> Highlighted:
    return highlight(data, report, ReportOptions(**changes))


def highlights(data: bytes) -> list[list[Any]]:
    """The highlights of each page."""
    return [
        [
            a.get_object()
            for a in page.annotations or ()
            if a.get_object()["/Subtype"] == "/Highlight"
        ]
        for page in PdfReader(io.BytesIO(data)).pages
    ]


def titles(outline: list[Any], depth: int = 0) -> list[tuple[int, str]]:
    found = []
    for item in outline:
        found += titles(item, depth + 1) if isinstance(item, list) else [(depth, item.title)]
    return found


def text_of(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def test_a_quote_has_a_highlight_for_each_verdict_with_its_measures(
    programme: bytes, report: Report
) -> None:
    done = marked(programme, report)
    assert (done.quotes, done.missing, done.was_encrypted) == (2, (), False)
    first, second = highlights(done.data)
    assert [mark["/Contents"] for mark in first] == [
        "V1.1a · gedekt (zekerheid 55%, onzeker)\nMeer sociale huur.",
        "V1.1b · deels (zekerheid 55%, onzeker)\nMeer woningen.\n\n"
        "V1.1c · deels (zekerheid 55%, onzeker)\nMinder dure huur.",
    ]
    assert [mark["/Contents"].split(" · ")[0] for mark in second] == ["V1.1c", "V2.1a"]
    assert {mark["/T"] for mark in first + second} == {"manifesto-check"}


def test_the_colour_is_that_of_the_verdict_and_verdicts_do_not_lie_on_each_other(
    programme: bytes, report: Report
) -> None:
    first, _ = highlights(marked(programme, report).data)
    for mark, verdict in zip(first, (Verdict.COVERED, Verdict.PARTIAL), strict=True):
        shares = [round(255 * float(value)) for value in mark["/C"]]
        assert "#{:02x}{:02x}{:02x}".format(*shares) == BEHIND_TEXT[verdict]
    (_, low, _, _), (_, _, _, high) = (mark["/Rect"] for mark in first)
    assert float(low) >= float(high)


def test_what_is_under_a_highlight_is_seen_in_its_colour(programme: bytes, report: Report) -> None:
    only = replace(report, measures=report.measures[:1])
    document = pypdfium2.PdfDocument(marked(programme, only).data)
    document.init_forms()
    picture = document[0].render(scale=1, may_draw_forms=True).to_pil().convert("RGB")
    height = round(document[0].get_height())
    colours = picture.crop((80, height - 712, 280, height - 698)).getcolors(10_000)
    assert colours is not None
    assert max(colours)[1] == tuple(bytes.fromhex(BEHIND_TEXT[Verdict.COVERED][1:]))


def test_the_programme_stays_as_it_was(programme: bytes, report: Report) -> None:
    data = marked(programme, report).data
    assert text_of(data) == text_of(programme)
    assert titles(PdfReader(io.BytesIO(data)).outline)[0] == (0, "Hoofdstuk Wonen")


def test_bookmarks_lead_to_themes_measures_and_quotes(programme: bytes, report: Report) -> None:
    reader = PdfReader(io.BytesIO(marked(programme, report, language=Language.EN).data))
    assert titles(reader.outline)[1:] == [
        (0, "Measures (manifesto-check)"),
        (1, "V1 Wonen (50%)"),
        (2, "V1.1a · covered: Meer sociale huur."),
        (2, "V1.1b · partial: Meer woningen."),
        (2, "V1.1c · partial: Minder dure huur."),
        (3, f"p. 1: {FIRST}"),
        (3, f"p. 2: {SECOND}"),
        (1, "V2 Straat (0%)"),
        (2, "V2.1a · opposed: Boetes verdwijnen."),
    ]
    pages = [reader.get_destination_page_number(item) for item in reader.outline[2] if not
             isinstance(item, list)]  # fmt: skip
    assert pages == [0, 1]


def test_only_what_is_selected_is_marked(programme: bytes, report: Report) -> None:
    done = marked(programme, report, selection=Selection(frozenset({"V2.1a"})))
    assert [len(page) for page in highlights(done.data)] == [0, 1]
    assert done.quotes == 1


def test_a_quote_that_is_not_on_its_page_is_told_and_the_rest_marked(
    programme: bytes, report: Report
) -> None:
    lost = measure("V1.1a", "x", Verdict.COVERED, quote("Dit staat er echt niet in."))
    done = marked(programme, replace(report, measures=(lost, *report.measures[1:])))
    assert done.missing == ((1, "Dit staat er echt niet in."),)
    assert done.quotes == 3


def test_a_report_without_quotes_gives_a_copy_without_marks(
    programme: bytes, report: Report
) -> None:
    done = marked(programme, replace(report, measures=report.measures[3:4]))
    assert (done.quotes, highlights(done.data)) == (0, [[], []])
    assert titles(PdfReader(io.BytesIO(done.data)).outline) == [(0, "Hoofdstuk Wonen")]


def test_the_same_file_gives_the_same_bytes(programme: bytes, report: Report) -> None:
    assert marked(programme, report).data == marked(programme, report).data


@pytest.mark.parametrize("owner_only", [False, True])
def test_an_encrypted_programme_is_marked_with_its_password(
    programme: bytes, report: Report, owner_only: bool
) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(programme))
    writer.encrypt("" if owner_only else "linde", "eigenaar", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    password = None if owner_only else "linde"
    done, again = (
        highlight(buffer.getvalue(), report, ReportOptions(), password) for _ in range(2)
    )
    assert done.was_encrypted
    assert done == again
    assert [len(page) for page in highlights(done.data)] == [2, 2]
    if not owner_only:
        with pytest.raises(ProgrammeError, match="--password"):
            highlight(buffer.getvalue(), report, ReportOptions())


def test_annotations_that_are_there_stay(programme: bytes, report: Report) -> None:
    from pypdf.annotations import Text

    writer = PdfWriter(clone_from=io.BytesIO(programme))
    writer.add_annotation(0, Text(rect=(10, 10, 30, 30), text="Een opmerking"))
    buffer = io.BytesIO()
    writer.write(buffer)
    page = PdfReader(io.BytesIO(marked(buffer.getvalue(), report).data)).pages[0]
    kinds = [annotation.get_object()["/Subtype"] for annotation in page.annotations or ()]
    assert kinds == ["/Text", "/Highlight", "/Highlight"]


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_harmless(programme: bytes, report: Report, kind: str) -> None:
    text = HOSTILE[kind]
    theme = replace(report.themes[0], title=text)
    first = replace(report.measures[0], text=text)
    data = marked(
        programme, replace(report, themes=(theme,), measures=(first, *report.measures[1:]))
    ).data
    assert text_of(data) == text_of(programme)
    reader = PdfReader(io.BytesIO(data), strict=True)
    shown = [mark["/Contents"] for page in highlights(data) for mark in page]
    shown += [title for _, title in titles(reader.outline)]
    forbidden = {*map(chr, (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)))}
    assert not {char for text in shown for char in text} & (forbidden | set("\u202e\u2066\u2069"))
    assert max(len(title) for _, title in titles(reader.outline)) < 200


def luminance(colour: str) -> float:
    parts = [byte / 255 for byte in bytes.fromhex(colour[1:])]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_colours_have_enough_contrast() -> None:
    for verdict in (Verdict.COVERED, Verdict.PARTIAL, Verdict.OPPOSED):
        assert (luminance(BEHIND_TEXT[verdict]) + 0.05) / 0.05 > 7
        assert 1.05 / (luminance(OF_TEXT[verdict]) + 0.05) > 4.5
