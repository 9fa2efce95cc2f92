"""The words of the reports, per language, shared by all formats.

A text with ``{...}`` is filled in with ``str.format``; both languages have the
same names in it (a test compares them).
"""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.model import Reason, Status, Verdict
from manifesto_check.reports.interface import Language


@dataclass(frozen=True, slots=True)
class Texts:
    """All words that a report needs in one language."""

    verdicts: dict[Verdict, str]
    statuses: dict[Status, str]
    pages: str
    words: str
    page: str
    printed: str
    printed_on: str
    line: str
    by_ocr: str
    coverage: str
    per_source: str
    per_theme: str
    overall: str
    overall_caution: str
    not_counted: str
    confidence: str
    uncertain: str
    absent_on_read_pages: str
    partly_read: str
    read_by_ocr: str
    unreadable: str
    unreadable_reason_unknown: str
    unreadable_ocr: str
    unreadable_other: str
    reasons: dict[str, str]
    few_words: str
    nothing_selected: str
    no_reports: str
    how_more_quotes: str
    score: str
    section: str
    how_coverage_counts: str
    how_to_doubt: str
    how_uncertain: str
    percent_is: str
    list_used: str
    made_by: str
    # tables
    verdict: str
    measure_and_quotes: str
    # explain
    p_found: str
    measure_signals: str
    value: str
    contribution: str
    more_signals: str
    best_passages: str
    no_passages: str
    used_as_evidence: str
    not_used: str
    concept: str
    met_in: str
    met_words: str
    met_places: dict[str, str]
    says: str
    stance: str
    signals: str
    none: str
    # highlight
    bookmarks: str
    # recommendations
    severities: dict[str, str]
    concepts: str
    optional: str
    synonyms: str
    figures: str
    at_least: str
    at_most: str
    wants: str
    wants_less: str
    examples: str
    partial_examples: str
    absent_examples: str
    opposed_by: str
    opposite_terms: str
    needed_terms: str
    related: str
    conflicts: str


_NL = Texts(
    verdicts={
        Verdict.COVERED: "gedekt",
        Verdict.PARTIAL: "deels",
        Verdict.ABSENT: "niet gevonden",
        Verdict.OPPOSED: "tegengesteld",
    },
    statuses={
        Status.READ: "gelezen",
        Status.PARTLY_READ: "deels gelezen",
        Status.UNREADABLE: "niet leesbaar",
    },
    pages="{pages} {count:pagina|pagina's}",
    words="{words} {count:woord|woorden}",
    page="p. {page}",
    printed="gedrukt {label}",
    printed_on="gedrukt {label} e.v.",
    line="regel {line}",
    by_ocr="door OCR gelezen",
    coverage="dekking",
    per_source="Dekking per bron",
    per_theme="Dekking per thema",
    overall="Alle bronnen samen",
    overall_caution=(
        "De bronnen herhalen elkaar en spreken elkaar soms tegen; "
        "lees dit ene cijfer met voorzichtigheid."
    ),
    not_counted="niet meegeteld",
    confidence="zekerheid",
    uncertain="onzeker",
    absent_on_read_pages="niet gevonden op de pagina's die gelezen konden worden",
    partly_read=(
        "Let op: niet alles kon gelezen worden. De tekst van deze {count:pagina|pagina's} is "
        "alleen een afbeelding: {pages}. Wat niet gevonden is, kan daar staan."
    ),
    read_by_ocr=(
        "Let op: deze {count:pagina is een beeld|pagina's zijn beelden}, door OCR gelezen: "
        "{pages}. Woorden kunnen verkeerd gelezen zijn; de zekerheid is daarom lager. Vergelijk "
        "een citaat met de pagina zelf."
    ),
    unreadable=(
        "Dit programma kon niet gelezen worden. Er is geen enkele maatregel beoordeeld: "
        "dit zegt niets over wat het programma wil."
    ),
    unreadable_reason_unknown="er is geen tekst in het bestand gevonden",
    unreadable_ocr=(
        "Laat er tekstherkenning (OCR) op los, of vraag om een bestand met tekst erin."
    ),
    unreadable_other="Controleer het bestand, of vraag om een andere versie.",
    reasons={reason: reason.value for reason in Reason},
    few_words=(
        "Let op: er {words:is|zijn} slechts {words} {words:woord|woorden} gelezen, te weinig voor "
        "een verkiezingsprogramma. 'Niet gevonden' zegt hier weinig: controleer het bestand."
    ),
    nothing_selected="Geen maatregel past bij deze keuze.",
    no_reports="Er is geen programma om over te berichten.",
    how_more_quotes="+2 achter een citaat: er zijn nog twee citaten; --verbose toont ze alle.",
    score="score",
    section="onder",
    how_coverage_counts=(
        "Dekking: gemiddelde over de maatregelen; gedekt telt 1, deels een half, de rest 0. "
        "Elke maatregel weegt even zwaar."
    ),
    how_to_doubt=(
        "Een oordeel kan fout zijn, ook 'niet gevonden': het programma kan het anders zeggen. "
        "Lees het citaat op zijn pagina na voordat u iets publiceert."
    ),
    percent_is="% bij een maatregel: de kans dat het oordeel klopt",
    how_uncertain=(
        "Het percentage bij een maatregel is de kans dat het oordeel klopt; "
        "onder {limit} staat er 'onzeker' bij."
    ),
    list_used="Aanbevelingen: {path}",
    made_by="Gemaakt met manifesto-check {version}.",
    verdict="oordeel",
    measure_and_quotes="maatregel en citaten",
    p_found="kans dat het er minstens deels in staat",
    measure_signals="Wat het oordeel bepaalde",
    value="waarde",
    contribution="bijdrage",
    more_signals=(
        "en {count} {count:dat|die} minder {count:bijdraagt|bijdragen} (--format json toont alles)"
    ),
    best_passages="Beste passages",
    no_passages="Geen passage kwam in aanmerking.",
    used_as_evidence="gebruikt als bewijs",
    not_used="niet gebruikt",
    concept="begrip",
    met_in="gevonden in",
    met_words="woorden",
    met_places={
        "sentence": "de zin",
        "neighbour": "een zin ernaast",
        "heading": "de kop",
        "-": "niet gevonden",
    },
    says="zegt bijna woordelijk",
    stance="houding",
    signals="signalen",
    none="geen",
    bookmarks="Maatregelen (manifesto-check)",
    severities={"warning": "waarschuwing", "hint": "tip"},
    concepts="begrippen die samen moeten komen",
    optional="mag ontbreken",
    synonyms="uit de thesaurus",
    figures="getallen",
    at_least="minstens",
    at_most="hoogstens",
    wants="richting",
    wants_less="wil hier minder van",
    examples="zo kan een programma het zeggen",
    partial_examples="dit is er maar een deel van",
    absent_examples="dit komt in de buurt, maar stelt het niet voor",
    opposed_by="zo zegt een programma het tegendeel",
    opposite_terms="wie dit wil, is ertegen",
    needed_terms="wie hiervan minder wil, is ertegen",
    related="vraagt bijna hetzelfde",
    conflicts="vraagt het omgekeerde",
)

_EN = Texts(
    verdicts={
        Verdict.COVERED: "covered",
        Verdict.PARTIAL: "partial",
        Verdict.ABSENT: "not found",
        Verdict.OPPOSED: "opposed",
    },
    statuses={
        Status.READ: "read",
        Status.PARTLY_READ: "partly read",
        Status.UNREADABLE: "unreadable",
    },
    pages="{pages} {count:page|pages}",
    words="{words} {count:word|words}",
    page="p. {page}",
    printed="printed {label}",
    printed_on="printed {label} ff.",
    line="line {line}",
    by_ocr="read by OCR",
    coverage="coverage",
    per_source="Coverage per source",
    per_theme="Coverage per theme",
    overall="All sources together",
    overall_caution=(
        "The sources repeat and sometimes contradict each other; read this one figure with caution."
    ),
    not_counted="not counted",
    confidence="confidence",
    uncertain="uncertain",
    absent_on_read_pages="not found on the pages that were read",
    partly_read=(
        "Note: not everything could be read. The text of {count:this page|these pages} is only an "
        "image: {pages}. What was not found may be there."
    ),
    read_by_ocr=(
        "Note: {count:this page is a picture that was|these pages are pictures that were} read by "
        "OCR: {pages}. Words may be misread, so confidence is lower. Compare a quote with the page "
        "itself."
    ),
    unreadable=(
        "This programme could not be read. No measure has been judged: "
        "this says nothing about what the programme wants."
    ),
    unreadable_reason_unknown="no text was found in the file",
    unreadable_ocr=("Run text recognition (OCR) on it, or ask for a file that holds text."),
    unreadable_other="Check the file, or ask for another version.",
    reasons={
        Reason.NO_TEXT: (
            "the pages are images without readable text; OCR is needed: install "
            "manifesto-check[ocr] with pip, and tesseract with Dutch "
            "(apt install tesseract-ocr tesseract-ocr-nld)"
        ),
        Reason.OCR_OFF: (
            "the pages are images without readable text; OCR is needed and is off (--ocr off)"
        ),
        Reason.OCR_JUNK: (
            "the pages are images that OCR cannot read either: too much of what comes out is no "
            "Dutch word; find a better scan"
        ),
        Reason.OCR_FAILED: (
            "the pages are images and OCR made no text of them; find a better scan"
        ),
        Reason.NOTHING: "the pages are blank or hold only pictures",
        Reason.JUNK: (
            "the letters in this file have no meaning (fonts without Unicode); "
            "OCR is needed: install manifesto-check[ocr] with pip, and tesseract with Dutch "
            "(apt install tesseract-ocr tesseract-ocr-nld)"
        ),
        Reason.NO_WORDS: "there is no text in this file",
        Reason.NO_MAIN_TEXT: (
            "this web page has no running text besides menus and the like; save it again when it "
            "has loaded wholly, or save it as PDF"
        ),
        Reason.OTHER_LANGUAGE: (
            "most of the programme is not in Dutch; this version reads Dutch programmes only"
        ),
    },
    few_words=(
        "Note: only {words} {words:word was|words were} read, too few for an election programme. "
        "'Not found' says little here: check the file."
    ),
    nothing_selected="No measure matches this selection.",
    no_reports="There is no programme to report on.",
    how_more_quotes="+2 after a quote: there are two more quotes; --verbose shows all.",
    score="score",
    section="under",
    how_coverage_counts=(
        "Coverage: the mean over the measures; covered counts 1, partial a half, the rest 0. "
        "Every measure weighs the same."
    ),
    how_to_doubt=(
        "A verdict can be wrong, also 'not found': the programme may say it in other words. "
        "Read the quote on its page before you publish anything."
    ),
    percent_is="% beside a measure: the chance that the verdict is right",
    how_uncertain=(
        "The percentage beside a measure is the chance that the verdict is right; "
        "below {limit} it is marked 'uncertain'."
    ),
    list_used="Recommendations: {path}",
    made_by="Made with manifesto-check {version}.",
    verdict="verdict",
    measure_and_quotes="measure and quotes",
    p_found="chance that it is at least partly there",
    measure_signals="What made the verdict",
    value="value",
    contribution="contribution",
    more_signals="and {count} that {count:contributes|contribute} less (--format json shows all)",
    best_passages="Best passages",
    no_passages="No passage came into question.",
    used_as_evidence="used as evidence",
    not_used="not used",
    concept="concept",
    met_in="met in",
    met_words="words",
    met_places={
        "sentence": "the sentence",
        "neighbour": "a sentence beside it",
        "heading": "the heading",
        "-": "not met",
    },
    says="says nearly word for word",
    stance="stance",
    signals="signals",
    none="none",
    bookmarks="Measures (manifesto-check)",
    severities={"warning": "warning", "hint": "hint"},
    concepts="concepts that must come together",
    optional="may be missing",
    synonyms="of the thesaurus",
    figures="figures",
    at_least="at least",
    at_most="at most",
    wants="direction",
    wants_less="wants less of this",
    examples="how a programme may say it",
    partial_examples="this is only part of it",
    absent_examples="this comes near, but does not propose it",
    opposed_by="how a programme may say the opposite",
    opposite_terms="who wants this is against it",
    needed_terms="who wants less of this is against it",
    related="asks nearly the same",
    conflicts="asks the contrary",
)

_TEXTS = {Language.NL: _NL, Language.EN: _EN}


def texts_in(language: Language) -> Texts:
    """Return the words in that language."""
    return _TEXTS[language]


def reason_in(reason: str, language: Language) -> str:
    """Return why nothing could be read, in that language where it is a known reason."""
    return texts_in(language).reasons.get(reason, reason)
