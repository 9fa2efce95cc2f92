"""What is said of a file that no list can be made of, in Dutch and in English."""

from __future__ import annotations

from enum import unique

from manifesto_check.telling import Said, Texts


@unique
class ImportPhrase(Said):
    """A message or a part of one, as its Dutch text."""

    MISSING = "{path}: dit bestand bestaat niet; klopt de naam?"
    FOLDER = "{path}: dit is een map. {how}"
    UNOPENED = "{path}: kan niet gelezen worden ({reason})"
    EMPTY = "{path}: dit bestand is leeg. {how}"
    TOO_LARGE = "{path}: groter dan {limit} MB; bewaar alleen de lijst zelf in een nieuw bestand"
    OLD_OFFICE = (
        "{path}: dit bestand is van een oude versie van Office (.xls, .doc) of heeft een "
        "wachtwoord. Open het, haal het wachtwoord weg, bewaar het als .xlsx of .docx en geef "
        "dat bestand."
    )
    OTHER_KIND = "{path}: dit soort bestand kan niet worden overgenomen. {how}"
    HOW = "Geef een Excel-bestand (.xlsx), een CSV-bestand of een Word-bestand (.docx)."
    NO_MEASURE = (
        "{path}: geen enkele maatregel gevonden. Zet elke maatregel in een eigen rij of achter "
        "een eigen opsommingsteken, en zeg zo nodig welke kolom het is: --column maatregel=B"
    )
    NO_COLUMN_OF_TEXTS = (
        "{path}: geen kolom met teksten gevonden; zeg welke het is met --column maatregel=B (de "
        "letter of de naam van de kolom)"
    )
    NO_SUCH_COLUMN = "{path}: er is geen kolom {name}; er zijn: {known}"
    NO_CSV = (
        "{path}: regel {line} is geen CSV ({detail}); staat er een aanhalingsteken te veel of te "
        "weinig? Bewaar het blad in Excel opnieuw als 'CSV UTF-8'"
    )
    NO_TEXT = (
        "{path}: dit is geen tekst; bewaar het blad in Excel als 'CSV UTF-8', of geef het "
        "XLSX-bestand zelf"
    )
    DAMAGED_WORD = (
        "{path}: dit Word-bestand is beschadigd ({detail}); open het in Word en bewaar het "
        "opnieuw als .docx"
    )
    DAMAGED_EXCEL = (
        "{path}: dit Excel-bestand is beschadigd ({detail}); open het in Excel, bewaar het "
        "opnieuw, of bewaar het blad als 'CSV UTF-8'"
    )
    ALL_HIDDEN = "{path}: alle bladen zijn verborgen; maak in Excel het blad met de lijst zichtbaar"
    NOT_OF_KIND = "{path}: dit is geen bestand van {kind}; {again}"
    UNPACKS_TOO_LARGE = (
        "{path}: uitgepakt is dit bestand te groot voor een lijst (meer dan {limit} MB); bewaar "
        "alleen de lijst zelf in een nieuw bestand"
    )
    XML_ENTITY = (
        "{path}: in dit bestand staat iets wat {kind} niet maakt (een XML-entiteit in {part}); "
        "dat wordt niet gelezen; {again}"
    )
    LOCKED = (
        "{path}: dit bestand is met een wachtwoord beveiligd of van voor 2007 ({detail}); {again}"
    )
    DAMAGED = "{path}: dit bestand is beschadigd ({detail}); {again}"
    AGAIN = "open het bestand in {kind}, bewaar het opnieuw en probeer het nog eens"


ENGLISH: Texts = {
    ImportPhrase.MISSING: "{path}: there is no such file; is the name right?",
    ImportPhrase.FOLDER: "{path}: this is a folder. {how}",
    ImportPhrase.UNOPENED: "{path}: cannot be read ({reason})",
    ImportPhrase.EMPTY: "{path}: this file is empty. {how}",
    ImportPhrase.TOO_LARGE: (
        "{path}: larger than {limit} MB; save only the list itself in a new file"
    ),
    ImportPhrase.OLD_OFFICE: (
        "{path}: this file is of an old version of Office (.xls, .doc) or has a password. Open it, "
        "take the password away, save it as .xlsx or .docx and give that file."
    ),
    ImportPhrase.OTHER_KIND: "{path}: no list can be taken from a file of this kind. {how}",
    ImportPhrase.HOW: "Give an Excel file (.xlsx), a CSV file or a Word file (.docx).",
    ImportPhrase.NO_MEASURE: (
        "{path}: no measure found. Put each measure in a row of its own or behind a bullet of its "
        "own, and say if need be which column it is: --column maatregel=B"
    ),
    ImportPhrase.NO_COLUMN_OF_TEXTS: (
        "{path}: no column with texts found; say which it is with --column maatregel=B (the letter "
        "or the name of the column)"
    ),
    ImportPhrase.NO_SUCH_COLUMN: "{path}: there is no column {name}; there are: {known}",
    ImportPhrase.NO_CSV: (
        "{path}: line {line} is no CSV ({detail}); is there a quotation mark too many or too few? "
        "Save the sheet in Excel again as 'CSV UTF-8'"
    ),
    ImportPhrase.NO_TEXT: (
        "{path}: this is no text; save the sheet in Excel as 'CSV UTF-8', or give the XLSX file "
        "itself"
    ),
    ImportPhrase.DAMAGED_WORD: (
        "{path}: this Word file is damaged ({detail}); open it in Word and save it again as .docx"
    ),
    ImportPhrase.DAMAGED_EXCEL: (
        "{path}: this Excel file is damaged ({detail}); open it in Excel, save it again, or save "
        "the sheet as 'CSV UTF-8'"
    ),
    ImportPhrase.ALL_HIDDEN: (
        "{path}: all sheets are hidden; make the sheet with the list visible in Excel"
    ),
    ImportPhrase.NOT_OF_KIND: "{path}: this is no file of {kind}; {again}",
    ImportPhrase.UNPACKS_TOO_LARGE: (
        "{path}: unpacked this file is too large for a list (more than {limit} MB); save only the "
        "list itself in a new file"
    ),
    ImportPhrase.XML_ENTITY: (
        "{path}: this file holds something that {kind} does not make (an XML entity in {part}), "
        "which is not read; {again}"
    ),
    ImportPhrase.LOCKED: (
        "{path}: this file has a password or is from before 2007 ({detail}); {again}"
    ),
    ImportPhrase.DAMAGED: "{path}: this file is damaged ({detail}); {again}",
    ImportPhrase.AGAIN: "open the file in {kind}, save it again and try once more",
}
DUTCH: Texts = {phrase: phrase.value for phrase in ImportPhrase}
