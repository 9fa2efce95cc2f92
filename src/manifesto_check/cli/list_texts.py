"""What ``recommendations new``, ``import`` and ``merge`` say, in the user's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from manifesto_check.counting import Count
from manifesto_check.reports.interface import Language

if TYPE_CHECKING:
    from manifesto_check.recommendations.importing.found import Note

_SHOWN = 8
"""So many notes of one kind are shown; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ListTexts:
    """All sentences in one language; filled in with ``str.format``."""

    exists: str
    nobody_to_ask: str
    wrong_id: str
    wrong_measure: str
    wrong_column: str
    untitled: str
    needed: str
    intro: str
    ask_title: str
    ask_publisher: str
    ask_first_theme: str
    ask_theme: str
    ask_measure: str
    empty_theme: str
    made_new: str
    made_import: str
    made: str
    next: str
    taken: str
    more: str
    merged: str
    two_lists: str
    note: dict[str, str]

    def notes(self, notes: Sequence[Note]) -> Iterator[str]:
        """Yield a line for each note, but no more than a few of one kind."""
        seen: Counter[str] = Counter()
        for note in notes:
            seen[note.code.value] += 1
            if seen[note.code.value] <= _SHOWN:
                yield self.note[note.code.value].format(**note.values)
        for code, count in seen.items():
            if count > _SHOWN:
                yield self.more.format(count=Count(count - _SHOWN), code=code)


_NL = ListTexts(
    exists="{path}: bestaat al, misschien met uw werk erin; kies een andere naam, of overschrijf "
    "het met --force",
    nobody_to_ask="er is geen scherm om vragen op te stellen; geef de maatregelen als opties: "
    '--title TITEL --measure "THEMA=TEKST" (vaker mag)',
    wrong_id="--id {given!r}: begin met een letter, en neem ten hoogste 20 letters, cijfers en de "
    "tekens . _ -: --id FIETS",
    wrong_measure="--measure {given!r}: schrijf het thema, een = en de tekst van de maatregel: "
    '--measure "Veilig=Er komen meer fietspaden."',
    wrong_column="--column {given!r}: schrijf wat de kolom is, een = en haar letter of naam, zoals "
    "maatregel=B; mogelijk zijn: {roles}",
    untitled="Mijn lijst",
    needed="Hier is een antwoord nodig.",
    intro="Een nieuwe lijst. Een lege regel is: klaar. Alles kan later nog anders, in het bestand.",
    ask_title="Titel van uw document of lijst",
    ask_publisher="Uw organisatie (mag leeg)",
    ask_first_theme="Eerste thema, bijvoorbeeld: Veilige routes",
    ask_theme="Volgend thema (leeg: klaar)",
    ask_measure="Maatregel bij {theme}, in één zin (leeg: klaar met dit thema)",
    empty_theme="Thema {theme} heeft geen maatregelen en komt niet in de lijst.",
    made_new="{title} (aanbevelingenlijst voor manifesto-check)",
    made_import="Aanbevelingenlijst voor manifesto-check, overgenomen uit {path}.",
    made="{path}: lijst gemaakt met {count} {count:maatregel|maatregelen}",
    next="Kijk haar na met: manifesto-check recommendations lint {path}",
    taken="overgenomen: {count} {count:maatregel|maatregelen} in {themes} "
    "{themes:thema|thema's} van {sources} {sources:bron|bronnen}",
    more="... en nog {count} keer [{code}]",
    merged="{path}: {count} {count:maatregel|maatregelen} uit {lists} {lists:lijst|lijsten}",
    two_lists="geef twee of meer lijsten om samen te voegen",
    note={
        "column": "{sheet}: {role} = kolom {columns}",
        "column-ignored": "{sheet}: kolom {column} is niet gebruikt; is dat niet goed, zeg dan wat "
        "zij is, zoals --column thema='{column}'",
        "no-header": "{sheet}: geen rij met namen van kolommen herkend; kolommen gekozen naar hun "
        "inhoud. Klopt dat niet, zeg dan welke het zijn: --column maatregel=B",
        "hidden-sheet": "blad {sheet} is verborgen en overgeslagen; maak het zichtbaar als het mee "
        "moet",
        "empty-sheet": "blad {sheet} is leeg",
        "empty-rows": "lege rijen overgeslagen: {count}",
        "duplicate": "{where}: staat al in {first} en is niet nog eens overgenomen: {text}",
        "formula": "{where}: formule zonder uitkomst, niet overgenomen; open het bestand in Excel "
        "en bewaar het",
        "error-value": "{where}: {value} is een fout van Excel, niet overgenomen; herstel de cel",
        "too-long": "{where}: ingekort tot {limit} tekens; splits de maatregel",
        "too-many": "meer dan {limit} rijen of alinea's; de rest is niet overgenomen. Splits het "
        "bestand",
        "id-changed": "{where}: {id} kan geen id zijn of is al gebruikt; er is een ander gemaakt",
        "encoding": "gelezen als {encoding}; staan er vreemde letters in, bewaar het dan als UTF-8",
        "delimiter": "kolommen gescheiden door: {delimiter}",
        "not-a-bullet": "alinea's zonder opsommingsteken, niet overgenomen: {count}",
        "paragraphs": "geen opsomming gevonden: elke alinea is een maatregel. Wis wat er geen is",
        "lead-in": "inleiding van een opsomming, voor elk punt daaronder gezet: {text}",
        "deleted-text": "geschrapte tekst (wijzigingen bijhouden) is weggelaten",
    },
)

_EN = ListTexts(
    exists="{path}: exists already, maybe with your work in it; choose another name, or overwrite "
    "it with --force",
    nobody_to_ask="there is no screen to ask questions on; give the measures as options: "
    '--title TITLE --measure "THEME=TEXT" (repeatable)',
    wrong_id="--id {given!r}: begin with a letter, and take at most 20 letters, digits and the "
    "signs . _ -: --id BIKE",
    wrong_measure="--measure {given!r}: write the theme, a = and the text of the measure: "
    '--measure "Veilig=Er komen meer fietspaden."',
    wrong_column="--column {given!r}: write what the column is, a = and its letter or name, such "
    "as maatregel=B; possible are: {roles}",
    untitled="My list",
    needed="An answer is needed here.",
    intro="A new list. An empty line means: done. All of it can be changed later, in the file.",
    ask_title="Title of your document or list",
    ask_publisher="Your organisation (may be empty)",
    ask_first_theme="First theme, for instance: Veilige routes",
    ask_theme="Next theme (empty: done)",
    ask_measure="Measure under {theme}, in one sentence (empty: done with this theme)",
    empty_theme="Theme {theme} has no measures and is left out of the list.",
    made_new="{title} (list of recommendations for manifesto-check)",
    made_import="List of recommendations for manifesto-check, taken from {path}.",
    made="{path}: made a list of {count} {count:measure|measures}",
    next="Check it with: manifesto-check recommendations lint {path}",
    taken="taken up: {count} {count:measure|measures} in {themes} "
    "{themes:theme|themes} of {sources} {sources:source|sources}",
    more="... and {count} {count:time|times} more [{code}]",
    merged="{path}: {count} {count:measure|measures} of {lists} {lists:list|lists}",
    two_lists="give two lists or more to merge",
    note={
        "column": "{sheet}: {role} = column {columns}",
        "column-ignored": "{sheet}: column {column} is not used; if that is wrong, say what it is, "
        "such as --column thema='{column}'",
        "no-header": "{sheet}: no row with names of columns was recognised; columns were chosen "
        "by what they hold. If that is wrong, say which they are: --column maatregel=B",
        "hidden-sheet": "sheet {sheet} is hidden, so passed over; make it visible to take it up",
        "empty-sheet": "sheet {sheet} is empty",
        "empty-rows": "empty rows passed over: {count}",
        "duplicate": "{where}: is in {first} already and was not taken up again: {text}",
        "formula": "{where}: formula without a value, not taken up; open the file in Excel and "
        "save it",
        "error-value": "{where}: {value} is an error of Excel, not taken up; mend the cell",
        "too-long": "{where}: cut to {limit} characters; split the measure",
        "too-many": "more than {limit} rows or paragraphs; the rest was not taken up. Split the "
        "file",
        "id-changed": "{where}: {id} cannot be an id or is used already; another one was made",
        "encoding": "read as {encoding}; if letters look odd, save it as UTF-8",
        "delimiter": "columns separated by: {delimiter}",
        "not-a-bullet": "paragraphs without a bullet, not taken up: {count}",
        "paragraphs": "no bullets found: every paragraph is a measure. Delete those that are none",
        "lead-in": "introduces a list, put before each point below it: {text}",
        "deleted-text": "deleted text (tracked changes) was left out",
    },
)

_TEXTS = {Language.NL: _NL, Language.EN: _EN}


def list_texts_in(language: Language) -> ListTexts:
    """Return the sentences in that language."""
    return _TEXTS[language]
