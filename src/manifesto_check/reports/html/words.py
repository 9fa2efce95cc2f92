"""The words that only HTML pages have, per language; those of all reports are in ``texts``.

A text with ``{...}`` is filled in with ``str.format``, but for ``{shown}`` in ``count_some``, which
the page's script fills in.
"""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.reports.interface import Language


@dataclass(frozen=True, slots=True)
class Words:
    """All words of HTML pages in one language."""

    # of every page
    skip: str
    filter: str
    search: str
    all_sources: str
    all_themes: str
    all_programmes: str
    source: str
    theme: str
    programme: str
    verdict: str
    clear: str
    count_all: str
    count_some: str
    nothing_fits: str
    # of the report
    kicker: str
    on_this_page: str
    several: str
    programmes: str
    caution: str
    caution_link: str
    picture: str
    picture_caption: str
    measures: str
    chosen_measures: str
    choice: str
    not_counted_why: str
    all_absent: str
    absent_caution: str
    none_absent: str
    how_to_read: str
    verdict_meanings: dict[str, str]
    how_uncertain: str
    how_links: str
    how_quotes: str
    section: str
    score: str
    file: str
    fingerprint: str
    list_used: str


_NL = Words(
    skip="Naar de inhoud",
    filter="Filteren",
    search="Zoek in maatregelen en citaten",
    all_sources="alle bronnen",
    all_themes="alle thema's",
    all_programmes="alle programma's",
    source="Bron",
    theme="Thema",
    programme="Programma",
    verdict="Oordeel",
    clear="Alles tonen",
    count_all="{total} {count:maatregel|maatregelen}",
    count_some="{{shown}} van {count:|de }{total} {count:maatregel|maatregelen}",
    nothing_fits="Geen maatregel past bij dit filter. Kies minder, of zoek met minder woorden.",
    on_this_page="Op deze pagina",
    kicker="Wat staat er in het verkiezingsprogramma?",
    several="{count} programma's",
    programmes="Programma's in dit rapport",
    caution=(
        "Een oordeel kan fout zijn. Lees het citaat op zijn pagina na voordat u iets publiceert."
    ),
    caution_link="Zo leest u dit rapport",
    picture="Dekking per thema",
    picture_caption=(
        "Elk teken is een maatregel. Het percentage is de dekking: gedekt telt 1, deels een half."
    ),
    measures="Alle maatregelen",
    chosen_measures="Gekozen maatregelen",
    choice="Dit rapport toont een keuze: {shown} van de {total} maatregelen.",
    not_counted_why=(
        "Het document noemt deze punten alleen in een kop, zonder uitwerking. Ze staan er wel bij, "
        "maar tellen niet mee in de dekking."
    ),
    all_absent="Wat niet gevonden is",
    absent_caution=(
        "Niet gevonden is niet hetzelfde als tegen: het programma kan het anders zeggen of erover "
        "zwijgen."
    ),
    none_absent="Elke maatregel is gevonden.",
    how_to_read="Zo leest u dit rapport",
    verdict_meanings={
        "covered": "het programma stelt dit voor",
        "partial": "het programma stelt een deel voor, of zegt het minder stellig",
        "absent": "er is geen passage gevonden die dit voorstelt",
        "opposed": "het programma wil het omgekeerde",
    },
    how_uncertain=(
        "Het percentage bij een maatregel is de kans dat het oordeel klopt, volgens het model. "
        "Onder {limit} staat er ‘onzeker’ bij."
    ),
    how_quotes=(
        "Citaten zijn letterlijk. De eerste pagina die genoemd wordt is die van de pdf; staat er "
        "een ander nummer op de pagina gedrukt, dan staat dat erachter. Andere bestanden hebben "
        "regels in plaats van pagina's."
    ),
    how_links=(
        "Een paginanummer opent het programma op die pagina, zolang rapport en programma op "
        "dezelfde plaats ten opzichte van elkaar blijven staan. Verplaatst of mailt u het "
        "rapport, verplaats het programma dan mee."
    ),
    section="onder",
    score="score",
    file="Bestand: {path}",
    fingerprint="SHA-256: {sha256}",
    list_used="Aanbevelingen: {path}",
)

_EN = Words(
    skip="Skip to the content",
    filter="Filter",
    search="Search measures and quotes",
    all_sources="all sources",
    all_themes="all themes",
    all_programmes="all programmes",
    source="Source",
    theme="Theme",
    programme="Programme",
    verdict="Verdict",
    clear="Show all",
    count_all="{total} {count:measure|measures}",
    count_some="{{shown}} of {count:|the }{total} {count:measure|measures}",
    nothing_fits="No measure matches this filter. Choose less, or search with fewer words.",
    on_this_page="On this page",
    kicker="What does the election programme say?",
    several="{count} programmes",
    programmes="Programmes in this report",
    caution="A verdict can be wrong. Read the quote on its page before you publish anything.",
    caution_link="How to read this report",
    picture="Coverage per theme",
    picture_caption=(
        "Each sign is a measure. The percentage is the coverage: covered counts 1, partial a half."
    ),
    measures="All measures",
    chosen_measures="Selected measures",
    choice="This report shows a selection: {shown} of the {total} measures.",
    not_counted_why=(
        "The document only names these points in a heading, without working them out. They are "
        "shown, but do not count in the coverage."
    ),
    all_absent="What was not found",
    absent_caution=(
        "Not found does not mean against: the programme may say it in other words, or be silent."
    ),
    none_absent="Every measure was found.",
    how_to_read="How to read this report",
    verdict_meanings={
        "covered": "the programme proposes this",
        "partial": "the programme proposes part of it, or commits itself less",
        "absent": "no passage was found that proposes this",
        "opposed": "the programme wants the contrary",
    },
    how_uncertain=(
        "The percentage beside a measure is the chance that the verdict is right, according to the "
        "model. Below {limit} it is marked ‘uncertain’."
    ),
    how_quotes=(
        "Quotes are literal. The first page that is named is that of the PDF; where another number "
        "is printed on the page, it follows. Other files have lines in place of pages."
    ),
    how_links=(
        "A page number opens the programme at that page, as long as report and programme stay in "
        "the same place relative to each other. If you move or mail the report, move the programme "
        "with it."
    ),
    section="under",
    score="score",
    file="File: {path}",
    fingerprint="SHA-256: {sha256}",
    list_used="Recommendations: {path}",
)

_WORDS = {Language.NL: _NL, Language.EN: _EN}


def words_in(language: Language) -> Words:
    """Return the words in that language."""
    return _WORDS[language]
