"""The advice on lists, in Dutch and in English."""

from __future__ import annotations

from enum import unique

from manifesto_check.telling import Said, Texts


@unique
class Advice(Said):
    """A piece of advice or a part of one, as its Dutch text."""

    NO_CONCEPTS = "geen begrippen (concepts); ze worden afgeleid uit de tekst"
    ONLY_OPTIONAL = "alle begrippen zijn optional; er hoeft dus geen enkel begrip voor te komen"
    NO_EXAMPLES = "geen voorbeeldzinnen (examples); die helpen om andere woorden te herkennen"
    OF_CONCEPT = "begrip {name}: {advice}"
    OF_OPPOSITE = "opposite_terms: {advice}"
    OF_NEEDED = "needed_terms: {advice}"
    REFUSES = "{term} wijst zelf al iets af ({word}); noem wat de tegenstander wil"
    NO_DIRECTION = (
        "het getal {written} in de tekst heeft geen richting: schrijf 'minstens' of 'hooguit' in "
        "de tekst, of zet het bij figures met direction at_least of at_most"
    )
    FIGURE_MISSING = "het getal {written} uit de tekst staat niet bij figures"
    OTHER_DIRECTION = "figures: {figure} is {direction}, maar de tekst zegt {side}"
    SHORT_PART = "deel {part} is zo kort dat het in elk soort woord past"
    STOP_WORD = "woord {term} is zo gewoon dat het overal staat"
    LONG_TERM = "{term} is langer dan {limit} woorden"
    DUPLICATE_TERM = "{word} staat er meer dan eens"
    ONE_WAY = "{key}: {measure} staat niet bij {key} van {other}"
    SAME_TEXT = "bijna dezelfde tekst als {other}; zet ze bij elkaars related"
    SAME_CONCEPTS = "dezelfde begrippen als {other}; niets houdt deze maatregelen uit elkaar"
    NO_TERMS = (
        "de tekst heeft geen woord waaraan een programma te herkennen is; schrijf concepts, of "
        "zeg de maatregel concreter"
    )
    SAME_WORDS = (
        "dezelfde woorden als {other}; niets houdt deze maatregelen uit elkaar. Voeg ze samen, of "
        "zet ze bij elkaars related"
    )
    COMMON_TERM = (
        "{term} staat in 1 op de {often} zinnen van programma's, dus het past bijna overal; haal "
        "het weg, maak er een langer woord van, of maak het begrip optional"
    )
    WANTS_UNCLEAR = (
        "uit de tekst blijkt niet wat er minder moet; schrijf wants: more of less, of zeg het als "
        "'geen X', 'minder X' of 'X wordt afgeschaft'"
    )
    COMMON_CONCEPT = (
        "begrip {name} past op {share} van de zinnen van deze programma's; haal er gewone woorden "
        "uit, of maak het optional"
    )
    COMMON_MEASURE = (
        "de begrippen komen samen in {share} van de zinnen van deze programma's; voeg een begrip "
        "toe dat alleen bij deze maatregel hoort"
    )
    SAME_PASSAGES = (
        "past op dezelfde {both} zinnen als {other}; geef een van de twee een begrip dat de ander "
        "niet heeft, of zet ze bij elkaars related"
    )


ENGLISH: Texts = {
    Advice.NO_CONCEPTS: "no concepts; they will be derived from the text",
    Advice.ONLY_OPTIONAL: "all concepts are optional, so that none of them needs to be met",
    Advice.NO_EXAMPLES: "no example sentences (examples); they help to recognise other words",
    Advice.OF_CONCEPT: "concept {name}: {advice}",
    Advice.OF_OPPOSITE: "opposite_terms: {advice}",
    Advice.OF_NEEDED: "needed_terms: {advice}",
    Advice.REFUSES: "{term} refuses something by itself ({word}); name what the opponent wants",
    Advice.NO_DIRECTION: (
        "the figure {written} in the text has no direction: write 'minstens' (at least) or "
        "'hooguit' (at most) in the text, or put it in figures with direction at_least or at_most"
    ),
    Advice.FIGURE_MISSING: "the figure {written} of the text is not in figures",
    Advice.OTHER_DIRECTION: "figures: {figure} is {direction}, but the text says {side}",
    Advice.SHORT_PART: "part {part} is so short that it fits in any kind of word",
    Advice.STOP_WORD: "word {term} is so common that it stands everywhere",
    Advice.LONG_TERM: "{term} is longer than {limit} words",
    Advice.DUPLICATE_TERM: "{word} is there more than once",
    Advice.ONE_WAY: "{key}: {measure} is not in {key} of {other}",
    Advice.SAME_TEXT: "almost the same text as {other}; put them in each other's related",
    Advice.SAME_CONCEPTS: "the same concepts as {other}; nothing tells these measures apart",
    Advice.NO_TERMS: (
        "the text has no word by which to know a programme; write concepts, or put the measure "
        "more concretely"
    ),
    Advice.SAME_WORDS: (
        "the same words as {other}; nothing tells these measures apart. Make one of them, or put "
        "them in each other's related"
    ),
    Advice.COMMON_TERM: (
        "{term} stands in 1 in {often} sentences of programmes, so it fits nearly everywhere; take "
        "it away, make it a longer word, or make the concept optional"
    ),
    Advice.WANTS_UNCLEAR: (
        "the text does not tell what there should be less of; write wants: more or less, or say it "
        "as 'geen X', 'minder X' or 'X wordt afgeschaft'"
    ),
    Advice.COMMON_CONCEPT: (
        "concept {name} fits {share} of the sentences of these programmes; take common words out "
        "of it, or make it optional"
    ),
    Advice.COMMON_MEASURE: (
        "the concepts come together in {share} of the sentences of these programmes; add a concept "
        "that belongs to this measure alone"
    ),
    Advice.SAME_PASSAGES: (
        "fits the same {both} sentences as {other}; give one of the two a concept that the other "
        "does not have, or put them in each other's related"
    ),
}
DUTCH: Texts = {advice: advice.value for advice in Advice}
