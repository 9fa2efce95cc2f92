"""What each format of a comparison shows, and that none ranks or makes up a party."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from compared_reports import many, unreadable
from PIL import Image
from rich.cells import cell_len

from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.formats.figure import shade
from manifesto_check.comparing.formats.lettering import fitted, width_of, wrapped
from manifesto_check.comparing.formats.registry import (
    EXTENSIONS,
    ComparisonFormatName,
    comparison_format,
)
from manifesto_check.comparing.formats.words import Words, words_in
from manifesto_check.comparing.model import Comparison
from manifesto_check.reports.interface import CsvDialect, Language, ReportOptions, Selection

Name = ComparisonFormatName
TEXTS = (Name.TERMINAL, Name.JSON, Name.HTML, Name.MARKDOWN, Name.CSV, Name.SVG)


def shown(comparison: Comparison, name: Name, options: ReportOptions | None = None) -> str:
    data = comparison_format(name).render(comparison, options or ReportOptions(width=100))
    text = data.decode("utf-8")
    if name is Name.TERMINAL or name is Name.SVG:
        return " ".join(text.split())
    return text


@pytest.mark.parametrize("name", Name)
def test_each_format_is_what_the_table_says(name: Name, comparison: Comparison) -> None:
    form = comparison_format(name)
    assert form.name == name.value
    assert EXTENSIONS[form.extension] is name
    assert form.binary == (name in (Name.XLSX, Name.PNG))
    data = form.render(comparison, ReportOptions())
    assert data == form.render(comparison, ReportOptions())
    assert form.binary or data.endswith(b"\n")


@pytest.mark.parametrize("name", TEXTS)
def test_every_party_is_named_also_the_unreadable_one(name: Name, comparison: Comparison) -> None:
    text = shown(comparison, name)
    words = re.sub(r"</text><text[^>]*>", " ", text)  # a figure breaks names over lines
    for party in ("Brede", "Dijk", "Koers", "Ruimte", "Hart", "Scanpartij"):
        assert party in words


@pytest.mark.parametrize("name", Name)
@pytest.mark.parametrize("parties", [0, 1, 2, 15])
def test_no_number_of_readable_parties_breaks_a_format(name: Name, parties: int) -> None:
    reports = [*many(parties), unreadable("scan")]
    done = compare(reports, [f"Partij {n}" for n in range(len(reports))])
    for language in Language:
        for verbose in (False, True):
            options = ReportOptions(language=language, verbose=verbose, width=60)
            assert comparison_format(name).render(done, options)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("parties", [2, 3, 5, 8, 15])
def test_the_terminal_stays_within_its_width(width: int, parties: int) -> None:
    names = [f"Partij voor nummer {n}" for n in range(parties)]
    data = comparison_format(Name.TERMINAL).render(
        compare(many(parties), names), ReportOptions(width=width)
    )
    lines = data.decode("utf-8").splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not [line for line in lines if "…" in line]


def test_the_terminal_shows_fifteen_parties_as_a_matrix_at_100_columns() -> None:
    data = comparison_format(Name.TERMINAL).render(
        compare(many(15), [f"Partij {n}" for n in range(15)]), ReportOptions(width=100)
    )
    heads = [
        line for line in data.decode("utf-8").splitlines() if re.search(r"A +B +C .* O$", line)
    ]
    assert len(heads) >= 2


def test_the_terminal_marks_what_is_clear(comparison: Comparison) -> None:
    text = shown(comparison, Name.TERMINAL)
    assert "85 (70–100)▲ 0 (0–16)▼ 45 (24–66)" in text
    assert "geen rangorde" in text


ALONE = (
    "misschien alleen De Brede Dijk (gedekt, kans 92%): "
    "niet alle pagina's van de andere programma's konden gelezen worden"
)


@pytest.fixture
def whole(comparison: Comparison) -> Comparison:
    """The same of the programmes that were read whole."""
    readable = comparison.parties[:2]
    return compare([party.report for party in readable], [party.name for party in readable])


@pytest.mark.parametrize("name", [Name.TERMINAL, Name.HTML, Name.MARKDOWN])
def test_alone_is_doubtful_where_pages_of_others_were_not_read(
    name: Name, comparison: Comparison, whole: Comparison
) -> None:
    told = html.unescape(shown(comparison, name)).replace("\\", "")
    assert ALONE in told
    assert "Van geen maatregel is zeker genoeg dat maar één partij haar belooft." in told
    sure = html.unescape(shown(whole, name)).replace("\\", "")
    assert "alleen De Brede Dijk (gedekt, kans 95%)" in sure
    assert "misschien alleen" not in sure


def test_json_and_csv_tell_what_is_doubtful(comparison: Comparison, whole: Comparison) -> None:
    for done, doubtful in ((comparison, True), (whole, False)):
        alone = json.loads(shown(done, Name.JSON))["measures"][0]["alone"]
        assert alone["uncertain"] is doubtful
        rows = list(csv.DictReader(io.StringIO(shown(done, Name.CSV))))
        told = [row["alone_uncertain"] for row in rows if row["alone"] == "true"]
        assert set(told) == {str(doubtful).lower()}


def test_xlsx_has_a_column_for_who_is_alone_and_who_perhaps(
    comparison: Comparison, whole: Comparison
) -> None:
    for done, expected in (
        (comparison, (None, "De Brede Dijk (niet alle pagina's van de andere programma's konden "
                            "gelezen worden)")),
        (whole, ("De Brede Dijk", None)),
    ):  # fmt: skip
        data = comparison_format(Name.XLSX).render(done, ReportOptions())
        head, first, *_ = openpyxl.load_workbook(io.BytesIO(data))["Wie belooft wat"].values
        assert head[-3:] == ("als enige", "misschien als enige", "kans")
        assert first[-3:-1] == expected


@pytest.mark.parametrize("name", [Name.TERMINAL, Name.MARKDOWN])
def test_verbose_shows_the_best_quote_of_who_is_alone(name: Name, comparison: Comparison) -> None:
    for verbose in (False, True):
        text = shown(comparison, name, ReportOptions(verbose=verbose, width=100))
        section = text.partition("misschien maar één partij")[2].partition("Wie belooft wat")[0]
        assert section.count("Wij van brede-dijk willen dit echt wel doen.") == verbose
        assert ("p. 3" in section) == verbose


def test_terminal_lines_of_a_quote_stay_below_it(comparison: Comparison) -> None:
    options = ReportOptions(verbose=True, width=50)
    text = comparison_format(Name.TERMINAL).render(comparison, options).decode("utf-8")
    lines = text.splitlines()
    quotes = [number for number, line in enumerate(lines) if "“" in line and "”" not in line]
    assert quotes
    assert all(lines[number + 1].startswith("    ") for number in quotes)


@pytest.mark.parametrize("name", TEXTS)
def test_no_format_shows_a_coverage_that_cannot_be(name: Name, comparison: Comparison) -> None:
    text = shown(comparison, name)
    assert "±" not in text
    ranges = re.findall(r"\((\d+)–(\d+)\)|>(\d+)–(\d+)<", text)
    for found in ranges:
        low, high = (int(end) for end in found if end)
        assert 0 <= low <= high <= 100
    assert bool(ranges) == (name in (Name.TERMINAL, Name.MARKDOWN, Name.HTML))


def test_json_has_error_margin_and_standing(comparison: Comparison) -> None:
    data = json.loads(shown(comparison, Name.JSON))
    assert [party["programme"]["status"] for party in data["parties"]] == [
        "read", "read", "partly-read", "unreadable",
    ]  # fmt: skip
    theme = data["themes"][0]
    for cell in theme["parties"]:
        assert cell["margin"] == pytest.approx(1.96 * cell["error"], abs=0.1)
        assert 0 <= cell["low"] <= cell["coverage"] <= cell["high"] <= 100
    assert [cell["party"] for cell in theme["parties"]] == ["A", "B", "C"]
    assert theme["parties"][0]["standing"] == "above"
    assert {"more": "A", "less": "B"} in theme["clear"]
    assert data["themes"][-1] == {
        "source": "V", "counted": False, "id": "V9", "title": "Thema V9",
        "parties": [], "clear": [],
    }  # fmt: skip
    first = data["measures"][0]
    assert first["alone"]["party"] == "A"
    assert first["parties"][0]["evidence"][0]["page"] == 3
    assert [said["verdict"] for said in first["parties"]] == ["covered", "absent", "absent"]


def test_csv_has_a_row_for_each_party_with_each_measure(comparison: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(comparison, Name.CSV))))
    measures = [row for row in rows if row["kind"] == "measure"]
    assert len(measures) == 3 * 11
    assert {row["party"] for row in rows if row["kind"] == "party"} >= {"Scanpartij"}
    assert not [row for row in rows if row["party"] == "Scanpartij" and row["kind"] != "party"]
    excel = shown(comparison, Name.CSV, ReportOptions(csv_dialect=CsvDialect.EXCEL_NL))
    assert excel.startswith("\ufeffkind;party;")
    assert ";0,95;" in excel


def test_xlsx_has_matrices_and_quotes(comparison: Comparison) -> None:
    data = comparison_format(Name.XLSX).render(comparison, ReportOptions())
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == [
        "Partijen", "Dekking per thema", "Wie belooft wat", "Citaten", "Uitleg",
    ]  # fmt: skip
    matrix = list(book["Wie belooft wat"].iter_rows(values_only=True))
    assert matrix[0][3:6] == ("De Brede Dijk", "Koers & Ruimte", "Hart*")
    assert matrix[1][3:6] == ("gedekt", "niet gevonden", "niet gevonden")
    coverage = list(book["Dekking per thema"].iter_rows(values_only=True))
    assert coverage[1][3] == 85
    assert coverage[1][4:6] == (69.8, 100)
    assert coverage[1][6].startswith("▲")


def test_html_has_a_heat_map_and_quotes_side_by_side(comparison: Comparison) -> None:
    page = shown(comparison, Name.HTML)
    assert page.count('class="heat ') == 2 * 3
    assert page.count("<details") == 11
    assert 'href="pdf/brede-dijk.pdf#page=3"' in page
    assert "Wij van hart willen dit echt wel doen." in page
    assert "clearly" not in page


def test_html_of_fifteen_parties_is_small() -> None:
    done = compare(many(15), [f"Partij {n}" for n in range(15)])
    one = comparison_format(Name.HTML).render(done, ReportOptions())
    per_cell = len(one) / (15 * 21)
    assert per_cell * 15 * 114 < 4_000_000


@pytest.mark.parametrize("name", [Name.TERMINAL, Name.HTML, Name.MARKDOWN, Name.CSV])
def test_a_programme_of_hardly_any_words_is_told_apart(name: Name) -> None:
    one, other = many(2)
    short = replace(other, programme=replace(other.programme, words=5))
    said = (
        "fewer than 100 words read: 5" if name is Name.CSV else "minder dan 100 woorden gelezen (5)"
    )
    assert said in shown(compare([one, short], ["Dijk", "Duin"]), name)
    assert said not in shown(compare([one, other], ["Dijk", "Duin"]), name)


def test_a_selection_that_nothing_fits_is_told(comparison: Comparison) -> None:
    for name in (Name.TERMINAL, Name.HTML, Name.MARKDOWN, Name.SVG):
        text = shown(comparison, name, ReportOptions(selection=Selection(frozenset())))
        assert "Geen maatregel past bij deze keuze" in text


def test_the_figure_is_svg_of_text_and_shapes_alone(comparison: Comparison) -> None:
    root = ET.fromstring(shown(comparison, Name.SVG))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags == {"svg", "title", "desc", "rect", "text", "polygon"}
    assert root.get("viewBox", "").split()[2:] == [root.get("width"), root.get("height")]
    texts = [element.text for element in root.iter() if element.text]
    assert "* deels gelezen: sommige pagina's zijn alleen afbeeldingen." in texts
    assert "Niet leesbaar, dus niet vergeleken: Scanpartij." in texts


def test_the_png_is_that_drawing_with_its_text(comparison: Comparison) -> None:
    root = ET.fromstring(shown(comparison, Name.SVG))
    picture = Image.open(
        io.BytesIO(comparison_format(Name.PNG).render(comparison, ReportOptions()))
    ).convert("L")
    assert picture.width == 2 * int(root.get("width", "0"))
    title = picture.crop((2 * 36, 2 * 36, picture.width, 2 * 75))
    dark = sum(title.histogram()[:100])
    assert dark > 2000  # letters, and not the empty space of a missing font


def test_no_text_of_the_figure_is_wider_than_its_place() -> None:
    names = ["Een partij met een werkelijk bijzonder lange naam", "o" * 10_000]
    done = compare(many(2), names)
    root = ET.fromstring(shown(done, Name.SVG))
    for element in root.iter("{http://www.w3.org/2000/svg}text"):
        size = float(element.get("font-size", "0"))
        assert width_of(element.text or "", size, bold=element.get("font-weight") == "700") < 940


def test_text_is_cut_to_a_width_and_wrapped() -> None:
    assert fitted("kort", 100, 10) == "kort"
    short = fitted("lang genoeg om af te breken", 60, 10)
    assert short.endswith("…")
    assert width_of(short, 10) <= 60
    assert wrapped("een twee drie", 1000, 10, 2) == ["een twee drie"]
    lines = wrapped("een twee drie vier vijf zes zeven acht", 60, 10, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert wrapped("", 100, 10, 2) == [""]


def test_shades_run_from_white_and_stay_readable() -> None:
    assert shade(0) == "#ffffff"
    assert shade(-5) == shade(0)
    assert shade(100) == shade(150)
    assert int(shade(50)[1:3], 16) > int(shade(100)[1:3], 16) > 128


@pytest.mark.parametrize("name", Words.__dataclass_fields__)
def test_both_languages_fill_in_the_same_values(name: str) -> None:
    one, other = (getattr(words_in(language), name) for language in Language)
    if isinstance(one, str):
        assert re.findall(r"\{\w*\}", one) == re.findall(r"\{\w*\}", other) or set(
            re.findall(r"\{\w*\}", one)
        ) == set(re.findall(r"\{\w*\}", other))


def test_english_has_no_dutch_in_it(comparison: Comparison) -> None:
    options = ReportOptions(language=Language.EN)
    text = shown(replace(comparison, accuracy=None), Name.TERMINAL, options)
    assert "clearly more or less" in text
    assert not re.search(r"\b(niet|maatregelen|partijen|marge)\b", text)
