"""The words of the overview's pages, per language."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.reports.interface import Language


@dataclass(frozen=True, slots=True)
class OverviewWords:
    """All words in one language; ``{...}`` is filled in with ``str.format`` or by the script."""

    title: str
    summary: str
    unread: str
    unread_pages: str
    few_words: str
    other_lists: str
    caution: str
    party: str
    municipality: str
    year: str
    all: str
    unknown: str
    search_measures: str
    search_programmes: str
    clear: str
    selected: str
    measures: str
    measures_caption: str
    measure: str
    adopted: str
    groups: str
    groups_caption: str
    group_by: str
    of_measure: str
    all_measures: str
    programmes: str
    programmes_caption: str
    programme: str
    pages: str
    status: str
    shown: str
    more: str
    needs_script: str
    back: str
    section: str


_NL = OverviewWords(
    title="Overzicht van {shown} {count:programma|programma's}",
    summary="{read} gelezen, {partly} deels gelezen, {unreadable} niet leesbaar",
    unread=(
        "Niet leesbare programma's tellen nergens mee: ze zeggen niets over wat een partij wil. "
        "In een deels gelezen programma betekent niet gevonden: niet op de gelezen pagina's."
    ),
    unread_pages="niet gelezen: p. {pages}",
    few_words="weinig tekst: {words} {words:woord|woorden}",
    other_lists="Met een andere lijst gecontroleerd, en hier weggelaten: {count}.",
    caution=(
        "Een oordeel kan fout zijn. Lees de citaten op hun pagina na voordat u iets publiceert."
    ),
    party="Partij",
    municipality="Gemeente",
    year="Jaar",
    all="alle",
    unknown="onbekend",
    search_measures="Zoek in maatregelen",
    search_programmes="Zoek in programma's",
    clear="Wis keuze",
    selected="{{count}} van {{total}} {readable:leesbaar programma|leesbare programma's}",
    measures="Maatregelen",
    measures_caption=(
        "Overgenomen is het aandeel van de gekozen programma's dat een maatregel dekt of deels "
        "dekt. Klik op een kop om te sorteren, op een maatregel om hieronder te zien wie hem "
        "overneemt."
    ),
    measure="Maatregel",
    adopted="Overgenomen",
    groups="Per partij, gemeente of jaar",
    groups_caption="Van de gekozen programma's in elke groep.",
    group_by="Groepeer per",
    of_measure="Maatregel",
    all_measures="alle maatregelen samen",
    programmes="Programma's",
    programmes_caption="Een programma opent met zijn oordelen en citaten.",
    programme="Programma",
    pages="Pagina's",
    status="Status",
    shown="{shown} van {count} getoond",
    more="Toon meer",
    needs_script="Kiezen, zoeken en sorteren werkt alleen met JavaScript.",
    back="Naar het overzicht",
    section="onder",
)

_EN = OverviewWords(
    title="Overview of {shown} {count:programme|programmes}",
    summary="{read} read, {partly} partly read, {unreadable} unreadable",
    unread=(
        "Unreadable programmes count nowhere: they say nothing about what a party wants. "
        "In a partly read programme, not found means: not on the pages that were read."
    ),
    unread_pages="not read: p. {pages}",
    few_words="hardly any text: {words} {words:word|words}",
    other_lists="Checked against another list, and left out here: {count}.",
    caution="A verdict can be wrong. Read the quotes on their page before you publish anything.",
    party="Party",
    municipality="Municipality",
    year="Year",
    all="all",
    unknown="unknown",
    search_measures="Search in measures",
    search_programmes="Search in programmes",
    clear="Clear choice",
    selected="{{count}} of {{total}} readable {readable:programme|programmes}",
    measures="Measures",
    measures_caption=(
        "Adopted is the share of the chosen programmes that covers a measure, or covers it "
        "partly. Click a heading to sort, a measure to see below who adopts it."
    ),
    measure="Measure",
    adopted="Adopted",
    groups="By party, municipality or year",
    groups_caption="Of the chosen programmes in each group.",
    group_by="Group by",
    of_measure="Measure",
    all_measures="all measures together",
    programmes="Programmes",
    programmes_caption="A programme opens with its verdicts and quotes.",
    programme="Programme",
    pages="Pages",
    status="Status",
    shown="{shown} of {count} shown",
    more="Show more",
    needs_script="Choosing, searching and sorting needs JavaScript.",
    back="To the overview",
    section="under",
)

_WORDS = {Language.NL: _NL, Language.EN: _EN}


def overview_words_in(language: Language) -> OverviewWords:
    """Return the words in that language."""
    return _WORDS[language]
