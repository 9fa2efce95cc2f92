"""The words of comparisons, per language, beside those that all reports share.

A text with ``{...}`` is filled in with ``str.format``; both languages have the
same names in it (a test compares them).
"""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.comparing.alone import Doubt
from manifesto_check.comparing.model import Standing
from manifesto_check.reports.interface import Language


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
    how_uncertain: str
    margin: str
    lowest: str
    highest: str
    standing: str
    alone: str
    alone_how: str
    alone_none: str
    alone_line: str
    maybe_alone: str
    maybe_how: str
    maybe_line: str
    doubts: dict[Doubt, str]
    with_quotes: str
    only: str
    maybe_only: str
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
    hidden: str
    hidden_none: str
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
        "Oordelen kunnen fout zijn, dus een dekking ook. Staat er een marge bij, zoals 28–50, dan "
        "ligt de ware dekking in 95 van de 100 gevallen daarbinnen."
    ),
    how_wide=(
        "Zo'n marge is hier gemiddeld {theme} procentpunt breed voor een thema en {source} voor "
        "een bron."
    ),
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
    how_uncertain="Onzeker: de kans dat het oordeel klopt is kleiner dan {limit}%.",
    margin="marge",
    lowest="minstens",
    highest="hoogstens",
    standing="tegenover de andere",
    alone="Wat maar één partij belooft",
    alone_how=(
        "De kans is die dat deze partij het belooft en geen van de andere. Zoek het in de andere "
        "programma's na voordat u schrijft dat zij de enige is."
    ),
    alone_none="Van geen maatregel is zeker genoeg dat maar één partij haar belooft.",
    alone_line="alleen {party} ({verdict}, kans {chance})",
    maybe_alone="Wat misschien maar één partij belooft",
    maybe_how=(
        "Hier is een oordeel onzeker, is een ander programma niet helemaal gelezen, of is de kans "
        "dat deze partij het belooft en geen van de andere kleiner dan {limit}%. Dit is een "
        "aanwijzing om na te zoeken, geen uitkomst."
    ),
    maybe_line="misschien alleen {party} ({verdict}, kans {chance})",
    doubts={
        Doubt.OWN: "het oordeel over deze partij is onzeker",
        Doubt.OTHERS: "een oordeel over een andere partij is onzeker",
        Doubt.UNREAD: "niet alle pagina's van de andere programma's konden gelezen worden",
        Doubt.FEW_WORDS: "van een ander programma zijn maar weinig woorden gelezen",
    },
    with_quotes="Met --verbose staan de citaten erbij.",
    only="als enige",
    maybe_only="misschien als enige",
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
    hidden=(
        "Verborgen: {parties}. ▲ en ▼ gaan over alle partijen en staan er daarom niet bij. Waar "
        "'alleen' staat, zijn de verborgen partijen wel meegeteld."
    ),
    hidden_none="Van de partijen die u toont staat hier niets.",
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
        "Gemeten door een computerprogramma, dat zich kan vergissen: de marge (95%) is gemiddeld "
        "{theme} procentpunt breed voor een thema, {source} voor een bron."
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
        "Verdicts can be wrong, and so can a coverage. Where it has a margin, such as 28–50, the "
        "true coverage is within it in 95 of 100 cases."
    ),
    how_wide=(
        "Here such a margin is {theme} percentage points wide on average for a theme and {source} "
        "for a source."
    ),
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
    how_uncertain="Uncertain: the chance that the verdict is right is below {limit}%.",
    margin="margin",
    lowest="at least",
    highest="at most",
    standing="against the others",
    alone="What only one party promises",
    alone_how=(
        "The chance is that this party promises it and none of the others does. Look it up in the "
        "other programmes before you write that it is the only one."
    ),
    alone_none="Of no measure is it sure enough that only one party promises it.",
    alone_line="only {party} ({verdict}, chance {chance})",
    maybe_alone="What perhaps only one party promises",
    maybe_how=(
        "Here a verdict is uncertain, another programme was not wholly read, or the chance that "
        "this party promises it and none of the others does is below {limit}%. This is a hint of "
        "what to look up, not a finding."
    ),
    maybe_line="perhaps only {party} ({verdict}, chance {chance})",
    doubts={
        Doubt.OWN: "the verdict on this party is uncertain",
        Doubt.OTHERS: "a verdict on another party is uncertain",
        Doubt.UNREAD: "not all pages of the other programmes could be read",
        Doubt.FEW_WORDS: "hardly any words of another programme were read",
    },
    with_quotes="With --verbose the quotes are shown too.",
    only="only one",
    maybe_only="perhaps the only one",
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
    hidden=(
        "Hidden: {parties}. ▲ and ▼ are about all parties, so they are not shown. Where it says "
        "'only', the hidden parties do count."
    ),
    hidden_none="There is nothing here of the parties that you show.",
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
        "Measured by a computer program, which can be mistaken: the margin (95%) is {theme} "
        "percentage points wide on average for a theme, {source} for a source."
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
