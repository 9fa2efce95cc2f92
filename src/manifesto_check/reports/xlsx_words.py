"""The words of a workbook: names of sheets and headings of columns, per language."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.reports.interface import Language


@dataclass(frozen=True, slots=True)
class XlsxWords:
    """All words that only a workbook has, in one language."""

    overview: str
    measures: str
    quotes: str
    notes: str
    programme: str
    file: str
    status: str
    kind: str
    source: str
    theme: str
    all_sources: str
    id: str
    title: str
    recommendation: str
    measure: str
    text: str
    counted: str
    yes: str
    no: str
    page: str
    page_end: str
    page_label: str
    line: str
    section: str
    quote: str
    note: str


_NL = XlsxWords(
    overview="Overzicht",
    measures="Maatregelen",
    quotes="Citaten",
    notes="Toelichting",
    programme="Programma",
    file="Bestand",
    status="Gelezen",
    kind="Soort",
    source="bron",
    theme="thema",
    all_sources="alle bronnen",
    id="Nummer",
    title="Naam",
    recommendation="Aanbeveling",
    measure="Maatregel",
    text="Wat de maatregel vraagt",
    counted="Telt mee",
    yes="ja",
    no="nee",
    page="Pagina (pdf)",
    page_end="t/m pagina (pdf)",
    page_label="Gedrukt nummer",
    line="Regel",
    section="Onder de kop",
    quote="Citaat",
    note="Opmerking",
)
_EN = XlsxWords(
    overview="Overview",
    measures="Measures",
    quotes="Quotes",
    notes="How to read",
    programme="Programme",
    file="File",
    status="Read",
    kind="Kind",
    source="source",
    theme="theme",
    all_sources="all sources",
    id="Id",
    title="Name",
    recommendation="Recommendation",
    measure="Measure",
    text="What the measure asks",
    counted="Counted",
    yes="yes",
    no="no",
    page="Page (PDF)",
    page_end="to page (PDF)",
    page_label="Printed number",
    line="Line",
    section="Under the heading",
    quote="Quote",
    note="Note",
)
_WORDS = {Language.NL: _NL, Language.EN: _EN}


def xlsx_words_in(language: Language) -> XlsxWords:
    """Return the words in that language."""
    return _WORDS[language]
