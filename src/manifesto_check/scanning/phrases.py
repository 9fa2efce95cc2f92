"""What is said of a scan that cannot be done as asked, in Dutch and in English."""

from __future__ import annotations

from enum import unique

from manifesto_check.telling import Said, Texts


@unique
class ScanPhrase(Said):
    """A message or a part of one, as its Dutch text."""

    # Of what is given
    NOTHING_FOUND = "geen programma's gevonden in wat u opgaf"
    MISSING = "{path}: dit bestaat niet; controleer de naam en de map"
    UNOPENED = "{path}: kan niet gelezen worden ({detail})"

    # Of a list of programmes
    LIST_TOO_LARGE = "{path}: groter dan {limit} MB; is dit een lijst?"
    LIST_UNOPENED = "{path}: deze lijst kan niet gelezen worden ({detail})"
    NO_FILE = "{path}:{number}: hier staat geen bestand; een kolom moet zo heten: {names}"
    TOO_MANY_FIELDS = (
        "{path}:{line}: meer velden dan kolommen; zet aanhalingstekens om een veld met een "
        "scheidingsteken"
    )
    NOT_CSV = "{path}:{line}: geen leesbare CSV ({detail})"
    NOT_YAML = "{path}: geen leesbare YAML ({detail})"
    NO_LIST = "{path}: verwacht een lijst van programma's (regels met '- file: ...')"
    NO_FIELDS = "{path}: programma {number} heeft geen velden als 'file: ...'"
    NO_VALUE = "{path}: programma {number}: '{name}' moet een tekst of getal zijn"

    # Of the store
    NO_STORE = "{path}: deze database bestaat niet; maak die met scan --store"
    STORE_EMPTY = "{path}: deze database is leeg; vul die met scan --store"
    MANY_COLUMNS = "{path}: meer dan {limit} kolommen met gegevens"
    OTHER_VERSION = (
        "{path}: deze database is van een andere versie van manifesto-check; scan opnieuw in een "
        "nieuw bestand, of gebruik die versie"
    )
    OTHER_DATABASE = "{path}: deze database is niet van manifesto-check; kies een ander bestand"
    STORE_FULL = "{path}: de schijf is vol; maak ruimte en geef hetzelfde commando nog eens"
    STORE_BUSY = "{path}: in gebruik door een ander programma; sluit dat en probeer het opnieuw"
    NO_DATABASE = "{path}: dit is geen database; kies een ander bestand"
    STORE_CORRUPT = (
        "{path}: deze database is beschadigd; zet een reservekopie terug of begin een nieuwe"
    )
    STORE_CLOSED = (
        "{path}: kan hier niet geschreven of gelezen worden; controleer de map en uw rechten"
    )
    STORE_FAILS = "{path}: kan niet gelezen of geschreven worden ({detail})"

    # Of working processes
    NO_START = (
        "een werkproces kan niet starten ({reason}); geef meer geheugen met --memory-limit (nu "
        "{limit} MB)"
    )
    OTHER_COMPONENTS = (
        "{machine}: hier staat {there}, en waar de scan begon {here}; installeer op alle machines "
        "hetzelfde (OCR telt niet mee met --ocr off)"
    )


ENGLISH: Texts = {
    ScanPhrase.NOTHING_FOUND: "no programmes found in what you gave",
    ScanPhrase.MISSING: "{path}: this does not exist; check the name and the folder",
    ScanPhrase.UNOPENED: "{path}: cannot be read ({detail})",
    ScanPhrase.LIST_TOO_LARGE: "{path}: larger than {limit} MB; is this a list?",
    ScanPhrase.LIST_UNOPENED: "{path}: this list cannot be read ({detail})",
    ScanPhrase.NO_FILE: "{path}:{number}: there is no file here; a column must be named: {names}",
    ScanPhrase.TOO_MANY_FIELDS: (
        "{path}:{line}: more fields than columns; put a field with a delimiter between quotation "
        "marks"
    ),
    ScanPhrase.NOT_CSV: "{path}:{line}: no readable CSV ({detail})",
    ScanPhrase.NOT_YAML: "{path}: no readable YAML ({detail})",
    ScanPhrase.NO_LIST: "{path}: expected a list of programmes (lines with '- file: ...')",
    ScanPhrase.NO_FIELDS: "{path}: programme {number} has no fields such as 'file: ...'",
    ScanPhrase.NO_VALUE: "{path}: programme {number}: '{name}' must be a text or a number",
    ScanPhrase.NO_STORE: "{path}: there is no such database; make it with scan --store",
    ScanPhrase.STORE_EMPTY: "{path}: this database is empty; fill it with scan --store",
    ScanPhrase.MANY_COLUMNS: "{path}: more than {limit} columns of metadata",
    ScanPhrase.OTHER_VERSION: (
        "{path}: this database is of another version of manifesto-check; scan again into a new "
        "file, or use that version"
    ),
    ScanPhrase.OTHER_DATABASE: (
        "{path}: this database is not of manifesto-check; choose another file"
    ),
    ScanPhrase.STORE_FULL: "{path}: the disk is full; make room and give the same command again",
    ScanPhrase.STORE_BUSY: "{path}: in use by another program; close that and try again",
    ScanPhrase.NO_DATABASE: "{path}: this is no database; choose another file",
    ScanPhrase.STORE_CORRUPT: (
        "{path}: this database is damaged; put a backup back or begin a new one"
    ),
    ScanPhrase.STORE_CLOSED: (
        "{path}: cannot be written or read here; check the folder and your rights"
    ),
    ScanPhrase.STORE_FAILS: "{path}: cannot be read or written ({detail})",
    ScanPhrase.NO_START: (
        "a working process cannot start ({reason}); give it more memory with --memory-limit (now "
        "{limit} MB)"
    ),
    ScanPhrase.OTHER_COMPONENTS: (
        "{machine}: has {there}, and where the scan began {here}; install the same on all "
        "machines (OCR does not count with --ocr off)"
    ),
}
DUTCH: Texts = {phrase: phrase.value for phrase in ScanPhrase}
