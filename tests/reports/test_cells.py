import pytest
from hypothesis import given
from hypothesis import strategies as st
from well_formed import csv_table

from manifesto_check.reports.cells import LONGEST, cell_text, clipped, csv_bytes, defused
from manifesto_check.reports.interface import CsvDialect
from manifesto_check.reports.sheets import LONGEST_NAME, sheet_name


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠"))
def test_a_text_that_would_be_a_formula_gets_an_apostrophe(sign: str) -> None:
    assert defused(f"{sign}1+1") == f"'{sign}1+1"
    assert defused(f" \t\r{sign}1+1") == f"'{sign}1+1"
    assert defused(f"een {sign} twee") == f"een {sign} twee"


def test_nor_does_one_begin_behind_the_other_separator() -> None:
    assert defused("a; =1+1") == "a; '=1+1"
    assert defused("a, =1+1") == "a, =1+1"
    assert defused("a, =1+1", CsvDialect.EXCEL_NL) == "a, '=1+1"
    assert defused("a; b") == "a; b"


def test_numbers_have_the_decimal_sign_of_the_dialect() -> None:
    rows = [["a;b", -0.5, 3, True, None]]
    assert csv_bytes("vwxyz", rows, CsvDialect.PLAIN) == b"v,w,x,y,z\r\na;b,-0.5,3,true,\r\n"
    assert csv_bytes("vwxyz", rows, CsvDialect.EXCEL_NL) == (
        b'\xef\xbb\xbfv;w;x;y;z\r\n"a;b";-0,5;3;true;\r\n'
    )


@given(st.lists(st.text(), min_size=1, max_size=3), st.sampled_from(CsvDialect))
def test_any_text_is_one_cell(texts: list[str], dialect: CsvDialect) -> None:
    delimiter = ";" if dialect is CsvDialect.EXCEL_NL else ","
    data = csv_bytes(["a", "b"], [["x", text] for text in texts], dialect)
    assert [row["b"] for row in csv_table(data, delimiter)] == [defused(t, dialect) for t in texts]


@given(st.text(), st.integers(0, 40))
def test_clipped_text_fits_as_excel_counts(text: str, longest: int) -> None:
    shown = cell_text(text)
    part = clipped(shown, longest)
    assert len(part.encode("utf-16-le")) // 2 <= longest
    assert shown.startswith(part)


def test_a_text_that_is_too_long_for_a_cell_says_so() -> None:
    assert cell_text("x" * LONGEST) == "x" * LONGEST
    assert cell_text("x" * 40_000) == "x" * (LONGEST - 1) + "…"


@given(st.lists(st.text(max_size=40), max_size=8))
def test_names_of_sheets_are_allowed_and_different(wanted: list[str]) -> None:
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in [*wanted, *wanted]]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST_NAME
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.lower() != "history"
