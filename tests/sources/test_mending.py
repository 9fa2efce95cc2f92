"""Mending of text, line by line and where lines meet."""

from __future__ import annotations

import pytest

from manifesto_check.sources.pdf.bullets import marker
from manifesto_check.sources.pdf.labels import labels, numbering, page_number
from manifesto_check.sources.pdf.mending import Vocabulary, clean, join, unspaced

KNOWN = Vocabulary(["Een auto en de kust-strook zijn niet digitaal, wel noodopvang."])


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("meer huis-", "vesting nu", "meer huisvesting nu"),
        ("voor dak-", "en thuislozen", "voor dak- en thuislozen"),
        ("voor EU-", "migranten", "voor EU-migranten"),
        ("aan 65-", "plussers", "aan 65-plussers"),
        ("in Noord-", "Holland", "in Noord-Holland"),
        ("een auto-", "ongeluk", "een auto-ongeluk"),
        ("de uitstro-", "omrichting", "de uitstroomrichting"),
        ("lange kust-", "strook", "lange kust-strook"),
        ("meer nood-", "opvang", "meer noodopvang"),
        ("meer digi -", "taal werk", "meer digitaal werk"),
        ("meer huis -", "en tuin", "meer huis - en tuin"),
        ("30 km/u-", "maatregel", "30 km/u-maatregel"),
        ("helder \u2013", "en snel", "helder \u2013 en snel"),
        ("einde.", "Begin", "einde. Begin"),
    ],
)
def test_join(before, after, whole):
    assert join(before, after, KNOWN) == whole


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("huis\ufffe", "huis-"),
        ("huis\x02", "huis-"),
        ("huis\u00advesting", "huisvesting"),
        ("\ufb01nancieel", "financieel"),
        ("de heffi ng voor afval", "de heffing voor afval"),
        ("gratis wifi in de bus", "gratis wifi in de bus"),
        ("een\u00a0 huis", "een huis"),
        ("ree\u0308el", "re\u00ebel"),
    ],
)
def test_clean(text, mended):
    assert clean(text) == mended


def test_unspaced():
    assert unspaced("W O N E N") == "WONEN"
    assert unspaced("W O N E N  N U") == "WONEN NU"
    assert unspaced("Een A 4 tje") == "Een A 4 tje"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("\u2022 Meer huizen", "Meer huizen"),
        ("\uf0b7 Meer huizen", "Meer huizen"),
        ("1.2.3 Meer huizen", "Meer huizen"),
        ("(a) meer huizen", "meer huizen"),
        ("10.000 bomen", None),
        ("2030. Daarna meer", None),
        ("ouderen wonen", None),
    ],
)
def test_marker(text, rest):
    found = marker(text)
    assert (text[found.length :] if found else None) == rest


@pytest.mark.parametrize("text", ["12", "- 12 -", "pagina 12", "Pagina 12 van 40", "12.", "| 12"])
def test_page_number(text):
    assert page_number(text) == 12


def test_labels_fill_the_gaps_and_begin_where_the_print_does():
    found = {3: [1], 4: [2, 1900], 6: [4], 7: [5]}
    rule = numbering(found, 8, spreads=False)
    assert rule == (1, -2)
    assert labels(8, rule, [None] * 8) == [None, None, "1", "2", "3", "4", "5", "6"]


def test_no_labels_where_numbers_do_not_count_with_the_pages():
    assert numbering({1: [3], 2: [14], 3: [8]}, 3, spreads=False) is None
    assert labels(2, None, ["1", "2"]) == [None, None]
