"""The words of comparisons, per language, beside those that all reports share.

A text with ``{...}`` is filled in with ``str.format``; both languages have the
same names in it (a test compares them).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manifesto_check.comparing.differences import margin
from manifesto_check.comparing.model import Comparison, CoverageRow, MeasureRow, Party, Standing
from manifesto_check.counting import Count
from manifesto_check.reports.condition_words import (
    condition_words_in,
    ignored_line,
    outcome_line,
)
from manifesto_check.reports.interface import FEW_WORDS, Language
from manifesto_check.reports.text import number, pages_told, percent, printable
from manifesto_check.reports.texts import reason_in, texts_in


@dataclass(frozen=True, slots=True)
class Words:
    """All words that a comparison needs in one language."""

    title: str
    parties: str
    party: str
    programme: str
    file: str
    status: str
    source: str
    theme: str
    measure: str
    per_measure: str
    standings: dict[Standing, str]
    clear: str
    no_clear: str
    how_margin: str
    how_wide: str
    how_clear: str
    how_pairs: str
    how_no_ranking: str
    margin: str
    standing: str
    alone: str
    alone_how: str
    alone_none: str
    alone_line: str
    alone_unread: str
    only: str
    chance: str
    unreadable: str
    all_unreadable: str
    partly_read: str
    read_by_ocr: str
    few_words: str
    one_readable: str
    no_quote: str
    page: str
    quote: str
    quotes: str
    verdict: str
    explanation: str
    kicker: str
    heat_map: str
    open_quotes: str
    choose_parties: str
    sort_by: str
    list_order: str
    who: str
    everybody: str
    some: str
    nobody: str
    how_heading: str
    open_programme: str
    figure_title: str
    figure_intro: str
    figure_legend: str
    figure_none: str
    figure_unclear: str
    figure_star: str
    figure_missing: str
    figure_source: str


_NL = Words(
    title="{count} {count:programma|programma's vergeleken}",
    parties="Partijen",
    party="partij",
    programme="programma",
    file="bestand",
    status="gelezen?",
    source="bron",
    theme="thema",
    measure="maatregel",
    per_measure="Wie belooft wat",
    standings={
        Standing.ABOVE: "duidelijk meer dan de andere gemiddeld",
        Standing.BELOW: "duidelijk minder dan de andere gemiddeld",
        Standing.UNCLEAR: "geen duidelijk verschil met de andere",
    },
    clear="{more} duidelijk meer dan {less}",
    no_clear="Geen twee partijen verschillen hier duidelijk.",
    how_margin=(
        "± achter een dekking: zoveel procentpunt kan zij er naar boven en beneden naast zitten, "
        "omdat oordelen fout kunnen zijn (marge van 95%)."
    ),
    how_wide="Die marge is hier gemiddeld {theme} voor een thema en {source} voor een bron.",
    how_pairs=(
        "Hoe meer partijen, hoe groter een verschil moet zijn om duidelijk te heten: met meer "
        "partijen lijkt er vaker bij toeval een op te vallen."
    ),
    how_clear=(
        "▲ en ▼: duidelijk meer of minder dan de andere partijen gemiddeld. Zonder dat teken kan "
        "het verschil een meetfout zijn. Wat op onleesbare pagina's staat telt niet als minder."
    ),
    how_no_ranking=(
        "Maak van de dekking geen rangorde: de meeste verschillen vallen binnen de meetfout."
    ),
    margin="marge",
    standing="tegenover de andere",
    alone="Wat maar één partij belooft",
    alone_how=(
        "Alleen waar de kans dat het ook in een van de andere programma's staat klein is. De "
        "kans erachter is die dat de partij echt de enige is."
    ),
    alone_none="Van geen maatregel is zeker genoeg dat maar één partij haar belooft.",
    alone_line="alleen {party} (kans {chance})",
    alone_unread="niet alle pagina's van de andere programma's konden gelezen worden",
    only="als enige",
    chance="kans",
    unreadable=(
        "{party}: het programma kon niet gelezen worden ({reason}) en staat niet in de "
        "vergelijking. Dat zegt niets over wat het programma wil."
    ),
    all_unreadable="Geen van de programma's kon gelezen worden: er is niets te vergelijken.",
    read_by_ocr=(
        "{party}: deze {count:pagina is een beeld|pagina's zijn beelden}, door OCR gelezen, met "
        "kans op leesfouten: {pages}."
    ),
    few_words=(
        "{party}: minder dan {least} woorden gelezen ({words}), te weinig voor een "
        "verkiezingsprogramma. 'Niet gevonden' zegt hier weinig: controleer het bestand."
    ),
    partly_read=(
        "{party}: deels gelezen. De tekst van deze {count:pagina|pagina's} is alleen een "
        "afbeelding: {pages}. 'Niet gevonden' betekent hier: niet op de pagina's die gelezen "
        "konden worden."
    ),
    one_readable="Er is maar één leesbaar programma; er valt niets te vergelijken.",
    no_quote="geen citaat",
    page="PDF-pagina",
    quote="citaat",
    quotes="Citaten",
    verdict="oordeel",
    explanation="Uitleg",
    kicker="Verkiezingsprogramma's naast elkaar",
    heat_map="De dekking van alle partijen als kaart",
    open_quotes="Klik op een maatregel voor de citaten naast elkaar.",
    choose_parties="Toon partijen",
    sort_by="Sorteer de thema's op {party}",
    list_order="Zet de thema's in de volgorde van de lijst",
    who="Wie belooft het",
    everybody="allemaal",
    some="sommige",
    nobody="geen",
    how_heading="Hoe u dit leest",
    open_programme="open het programma",
    figure_title="Hoeveel van de aanbevelingen staat in het programma?",
    figure_intro=(
        "Dekking per thema in procenten: een maatregel die het programma overneemt telt 1, een die "
        "er deels in staat een half."
    ),
    figure_legend=(
        "Vet met een driehoekje: duidelijk meer of minder dan de andere partijen gemiddeld. De "
        "andere verschillen kunnen meetfouten zijn: dit is geen rangorde."
    ),
    figure_none=(
        "Geen van deze verschillen is groter dan een meetfout kan zijn: dit is geen rangorde."
    ),
    figure_unclear=(
        "Gemeten door een computerprogramma, dat zich kan vergissen: gemiddeld {theme} procentpunt "
        "speling voor een thema, {source} voor een bron (95%)."
    ),
    figure_star="* deels gelezen: sommige pagina's zijn alleen afbeeldingen.",
    figure_missing="Niet leesbaar, dus niet vergeleken: {parties}.",
    figure_source="Bron: manifesto-check {version}, met de lijst {path}.",
)

_EN = Words(
    title="{count} {count:programme|programmes compared}",
    parties="Parties",
    party="party",
    programme="programme",
    file="file",
    status="read?",
    source="source",
    theme="theme",
    measure="measure",
    per_measure="Who promises what",
    standings={
        Standing.ABOVE: "clearly more than the others on average",
        Standing.BELOW: "clearly less than the others on average",
        Standing.UNCLEAR: "no clear difference from the others",
    },
    clear="{more} clearly more than {less}",
    no_clear="No two parties clearly differ here.",
    how_margin=(
        "± after a coverage: it can be off by so many percentage points, up or down, as verdicts "
        "can be wrong (a margin of 95%)."
    ),
    how_wide="Here that margin is {theme} on average for a theme and {source} for a source.",
    how_pairs=(
        "The more parties, the larger a difference must be to be called clear: with more parties "
        "it happens more often that one seems to stand out by chance."
    ),
    how_clear=(
        "▲ and ▼: clearly more or less than the other parties on average. Without that sign the "
        "difference can be an error of measurement. What unread pages may hold is not called less."
    ),
    how_no_ranking=(
        "Do not rank parties by coverage: most differences are within the error of measurement."
    ),
    margin="margin",
    standing="against the others",
    alone="What only one party promises",
    alone_how=(
        "Only where the chance is small that it is in one of the other programmes too. The "
        "chance beside it is that the party really is the only one."
    ),
    alone_none="Of no measure is it sure enough that only one party promises it.",
    alone_line="only {party} (chance {chance})",
    alone_unread="not all pages of the other programmes could be read",
    only="only one",
    chance="chance",
    unreadable=(
        "{party}: the programme could not be read ({reason}) and is not in the comparison. That "
        "says nothing about what the programme wants."
    ),
    all_unreadable="None of the programmes could be read: there is nothing to compare.",
    read_by_ocr=(
        "{party}: {count:this page is a picture that was|these pages are pictures that were} read "
        "by OCR, which may misread: {pages}."
    ),
    few_words=(
        "{party}: fewer than {least} words were read ({words}), too few for an election "
        "programme. 'Not found' says little here: check the file."
    ),
    partly_read=(
        "{party}: partly read. The text of {count:this page|these pages} is only an image: "
        "{pages}. 'Not found' means here: not on the pages that were read."
    ),
    one_readable="Only one programme is readable; there is nothing to compare.",
    no_quote="no quote",
    page="PDF page",
    quote="quote",
    quotes="Quotes",
    verdict="verdict",
    explanation="Explanation",
    kicker="Election programmes side by side",
    heat_map="The coverage of all parties as a map",
    open_quotes="Click on a measure for the quotes side by side.",
    choose_parties="Show parties",
    sort_by="Sort the themes by {party}",
    list_order="Put the themes in the order of the list",
    who="Who promises it",
    everybody="all",
    some="some",
    nobody="none",
    how_heading="How to read this",
    open_programme="open the programme",
    figure_title="How much of the recommendations is in the programme?",
    figure_intro=(
        "Coverage per theme in percentages: a measure that the programme adopts counts 1, one that "
        "is partly there a half."
    ),
    figure_legend=(
        "Bold with a triangle: clearly more or less than the other parties on average. The other "
        "differences can be errors of measurement: this is no ranking."
    ),
    figure_none=(
        "None of these differences is larger than an error of measurement can be: this is no "
        "ranking."
    ),
    figure_unclear=(
        "Measured by a computer program, which can be mistaken: a margin of {theme} percentage "
        "points on average for a theme, {source} for a source (95%)."
    ),
    figure_star="* partly read: some pages are only images.",
    figure_missing="Not readable, so not compared: {parties}.",
    figure_source="Source: manifesto-check {version}, with the list {path}.",
)

_WORDS = {Language.NL: _NL, Language.EN: _EN}
MARKS = {Standing.ABOVE: "▲", Standing.BELOW: "▼", Standing.UNCLEAR: ""}


def words_in(language: Language) -> Words:
    """Return the words in that language."""
    return _WORDS[language]


def title_of(comparison: Comparison, words: Words) -> str:
    """Return how many programmes are compared."""
    return words.title.format(count=Count(len(comparison.parties)))


def cautions_of(comparison: Comparison, language: Language) -> list[str]:
    """Return what must be known of programmes that were not, or only partly, read; safe to show."""
    words, texts = words_in(language), texts_in(language)
    cautions = []
    for party in comparison.parties:
        info = party.report.programme
        if not party.is_readable:
            known = info.reason or texts.unreadable_reason_unknown
            reason = printable(reason_in(known, language)).rstrip(".")
            cautions.append(words.unreadable.format(party=party.name, reason=reason))
        elif party.is_partly_read:
            pages = pages_told(info.unreadable_pages)
            cautions.append(words.partly_read.format(party=party.name, **pages))
        if party.is_readable and info.ocr_pages:
            pages = pages_told(info.ocr_pages)
            cautions.append(words.read_by_ocr.format(party=party.name, **pages))
        if party.is_readable and info.words < FEW_WORDS:
            few = words.few_words.format(party=party.name, least=FEW_WORDS, words=info.words)
            cautions.append(few)
    cautions += [*_unmet(comparison, language), *left_out(comparison, language)]
    if not comparison.readable:
        cautions.append(words.all_unreadable)
    elif len(comparison.readable) == 1:
        cautions.append(words.one_readable)
    return cautions


def _unmet(comparison: Comparison, language: Language) -> list[str]:
    """Return which conditions are not met by whom."""
    words = condition_words_in(language)
    return [
        f"{party.name}: {words.condition} {words.unmet}: {outcome_line(outcome, language)}"
        for party in comparison.readable
        for outcome in party.report.conditions
        if not outcome.met
    ]


def left_out(comparison: Comparison, language: Language) -> list[str]:
    """Return which measures count for nobody, and why; safe to show."""
    lines = {
        ignored.measure: f"{printable(ignored.measure)} {ignored_line(ignored, language)}"
        for party in reversed(comparison.readable)
        for ignored in party.report.ignored
    }
    return [lines[m.id] for m in comparison.measures if m.id in lines]


def how_to_read(comparison: Comparison, language: Language) -> list[str]:
    """Return how the figures are to be read."""
    words, texts = words_in(language), texts_in(language)
    wide = words.how_wide.format(
        theme=f"±{number(mean_margin(comparison.themes), language)}",
        source=f"±{number(mean_margin(comparison.sources), language)}",
    )
    return [
        texts.how_coverage_counts,
        f"{words.how_margin} {wide}",
        words.how_clear,
        *([words.how_pairs] if len(comparison.readable) > 2 else []),
        words.how_no_ranking,
        texts.how_to_doubt,
    ]


def mean_margin(rows: Sequence[CoverageRow]) -> float:
    """Return the mean margin of all coverages in some rows, in percentage points."""
    margins = [margin(estimate) for row in rows for estimate in row.estimates.values()]
    return sum(margins) / len(margins) if margins else 0.0


def alone_words(measure: MeasureRow, comparison: Comparison, words: Words) -> str:
    """Return who alone promises a measure, and how likely; empty where nobody does."""
    if measure.alone is None or measure.p_alone is None:
        return ""
    party = comparison.name_of(measure.alone)
    line = words.alone_line.format(party=party, chance=percent(measure.p_alone))
    return f"{line}; {words.alone_unread}" if measure.alone_unread else line


def with_star(party: Party) -> str:
    """Return a party's name, with a star where its programme was only partly read."""
    return f"{party.name}*" if party.is_partly_read else party.name
