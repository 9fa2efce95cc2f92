"""What is said of a list that cannot be used, in Dutch and in English.

:class:`~manifesto_check.telling.Message` puts them together.
"""

from __future__ import annotations

from enum import unique

from manifesto_check.telling import Said, Texts


@unique
class Phrase(Said):
    """A message or a part of one, as its Dutch text."""

    # Of a whole file
    MISSING = "{path}: deze aanbevelingenlijst bestaat niet"
    FOLDER = "{path}: is een map; verwacht een YAML-bestand"
    UNOPENED = "{path}: kan niet gelezen worden ({reason})"
    PROBLEMS = "{path}: {count} {count:fout|fouten} in deze aanbevelingenlijst:"
    MORE_PROBLEMS = "{path}: ... en nog {count} {count:fout|fouten}"
    TOO_LARGE = "groter dan {limit} MB; is dit wel een aanbevelingenlijst?"
    NOT_UTF8 = "geen UTF-8; sla het bestand op als UTF-8 (zonder andere tekencodering)"
    EMPTY_FILE = "het bestand is leeg; verwacht de sleutels schema_version en sources"
    NO_KEYS = "verwacht de sleutels schema_version en sources; dit is geen groep sleutels"

    # Of YAML
    NOT_YAML = "geen geldige YAML: {detail}"
    BAD_SIGN = "teken {code} mag niet in een YAML-bestand; wis het"
    BAD_ESCAPE = "een \\-teken met onmogelijke code in een tekst"
    SECOND_DOCUMENT = "een tweede document (---) in het bestand; verwacht één lijst"
    TOO_DEEP = "dieper genest dan {limit} niveaus; een lijst heeft er hooguit 9"
    TOO_DEEP_BY_ALIAS = "dieper genest dan {limit} niveaus door *{anchor}"
    ALIAS_OF_ITSELF = "de verwijzing *{anchor} verwijst naar zichzelf"
    ALIAS_OF_NOTHING = "de verwijzing *{anchor} heeft geen anker (&) hierboven"
    TOO_MANY_VALUES = (
        "te groot: meer dan {thousands}.000 waarden (elke verwijzing * telt uitgeschreven)"
    )
    KEY_IS_NO_WORD = "een sleutel is hier een lijst of groep; verwacht één woord"
    MERGE_KEY = "samenvoegen met << kan niet; schrijf de sleutels hier uit"
    KEY_TWICE = "sleutel {key} staat er al (regel {line}); laat er één staan"
    TAG = "YAML-tag {tag} mag niet; verwacht gewone tekst, lijsten en getallen"
    COLON = "hier kan geen ': ' staan; zet de tekst tussen \" \""
    NO_START = (
        "met dit teken kan geen waarde beginnen; spring in met spaties (geen tabs) en zet tekst "
        'tussen " "'
    )
    TAB = "spring in met spaties, niet met tabs"
    NO_COLON = "verwacht een dubbele punt na de sleutel"
    NO_KEY = (
        "verwacht een sleutel; klopt het inspringen, en staat tekst met aanhalingstekens geheel "
        'tussen " "?'
    )
    NO_DASH = "verwacht een streepje (-) voor het volgende deel van de lijst; klopt het inspringen?"
    INDENT = "klopt het inspringen hier?"
    OPEN_QUOTE = "een aanhalingsteken dat hier opent, wordt nergens gesloten"
    NO_VALUE = "verwacht een waarde; wordt een [ of {{ hierboven niet gesloten?"
    OPEN_LIST = "de lijst met [ die hier begint, wordt niet gesloten; verwacht , of ]"
    OPEN_GROUP = "de groep met {{ die hier begint, wordt niet gesloten; verwacht , of }}"
    UNKNOWN_ESCAPE = "onbekende \\-code; schrijf \\\\ of gebruik ' '"
    STAR = '* en & zijn in YAML bijzonder; zet de tekst tussen " "'
    NO_LIST_HERE = "hier kan geen lijst met streepjes beginnen"
    TAG_HANDLE = 'YAML-tags (!) mogen niet; zet de tekst tussen " "'

    # Of ids and names
    ID_TAKEN = "id {id} is al van {owner} op regel {line}; geef elk een eigen id"
    CONCEPT_TWICE = "begrip {name} staat al in vocabulary (regel {line}); laat er één staan"
    CONCEPT_USED_TWICE = "begrip {name} staat er al; laat er één staan"
    CONCEPT_UNKNOWN = "begrip {name} staat niet in vocabulary{hint}"
    REFERS_TO_ITSELF = "{key}: een maatregel kan niet naar zichzelf verwijzen"
    REFERRED_TWICE = "{key}: {id} staat al in {other}"
    NO_SUCH_MEASURE = "{key}: er is geen maatregel {id}{hint}"
    NOT_INSIDE = "{word} staat niet in {inside}, dus kan het daar ook niet mee verward worden"
    MEANT = "; bedoelde u {nearest}?"
    POSSIBLE = "; mogelijk zijn: {known}"
    CHOOSE = "; kies uit: {known}"
    NO_HINT = ""
    A_SOURCE = "een bron"
    A_THEME = "een thema"
    A_RECOMMENDATION = "een aanbeveling"
    A_MEASURE = "een maatregel"

    # Of keys and values
    UNKNOWN_KEY = "onbekende sleutel {key} in {item}{hint}"
    MISSING_KEY = "sleutel {key} ontbreekt in {item}"
    THE_FILE = "het bestand"
    THIS_CONCEPT = "dit begrip"
    THIS_NOT_MEANT = "dit deel van not_meant"
    THIS_SOURCE = "deze bron"
    THIS_THEME = "dit thema"
    THIS_RECOMMENDATION = "deze aanbeveling"
    THIS_MEASURE = "deze maatregel"
    THIS_FIGURE = "dit getal"
    THIS_GROUP = "deze groep"
    AT_KEY = "{key}: {message}"
    EXPECTED = "verwacht {expected}, maar hier staat {found}"
    TEXT = "tekst"
    A_LIST_OF = "een lijst (elk deel op een eigen regel met '- ', of [a, b])"
    KEYS_AND_VALUES = "een groep sleutels met waarden"
    TRUE_OR_FALSE = "true of false"
    A_POINT_NUMBER = "een getal (met een punt, zonder aanhalingstekens)"
    A_PLAIN_NUMBER = "een gewoon getal"
    A_CONCEPT = "de naam van een begrip uit vocabulary, of een groep met name en terms"
    EITHER = "{some} of {last}"
    A_LIST = "een lijst"
    A_GROUP = "een groep sleutels (staat er een ': ' in de tekst? zet die tussen aanhalingstekens)"
    SOMETHING_ELSE = "iets anders"
    NOTHING = "niets"
    READ_AS = '{raw}, dat YAML als {reading} leest; zet dit tussen aanhalingstekens: "{raw}"'
    COMMA = "{raw}; schrijf een punt in plaats van de komma"
    A_DATE = "een datum"
    ODD_NUMBER = "een bijzonder getal"
    YES_OR_NO = "ja of nee"
    A_NUMBER = "een getal"
    TOO_LONG = "te lang: {length} tekens; verwacht hooguit {limit}"
    EMPTY_LIST = "de lijst is leeg; vul haar of haal de sleutel weg"
    NO_WORDS = "dit begrip heeft geen woorden; verwacht terms of parts (of allebei)"
    CONTROL = "onzichtbaar stuurteken {code} in de tekst; wis het"
    INVALID = "ongeldige waarde ({kind})"
    BLANK = "de tekst is leeg; vul haar in"
    NO_ID = (
        "{raw} kan geen id zijn; verwacht letters, cijfers, punten en streepjes, zonder spaties, "
        "met een letter of cijfer vooraan"
    )

    # Of several lists, and of changing one
    SAME_LIST = "{other}: dit is dezelfde lijst als {one}; geef elke lijst één keer"
    SAME_IDS = (
        "{other}: {count:dit id staat|deze id's staan} ook in {one}: {ids}{more}. Geef "
        "{count:het een ander id|ze andere id's}, of maak er één lijst van: "
        "manifesto-check recommendations merge {one} {other} --prefix --output samen.yaml"
    )
    SAME_IDS_MERGED = (
        "{other}: {count:dit id staat|deze id's staan} ook in {one}: {ids}{more}. Geef "
        "{count:het|ze} in een van de twee een ander id, of zet met --prefix de naam van het "
        "bestand ervoor"
    )
    MORE = " en nog {count}"
    PREFIX_TOO_LONG = (
        "{path}:{line}: {id} is langer dan {limit} tekens; geef het bestand een kortere naam, of "
        "pas het id zelf aan"
    )
    IN_BRACKETS = (
        "{path}:{line}: {key} staat hier tussen [ ]; zet elk deel op een eigen regel met '- '"
    )
    IN_BRACES = (
        "{path}:{line}: {item} staat hier tussen {{ }} of [ ]; zet elke sleutel op een eigen "
        "regel, dan kan er iets bij"
    )

    # Of what a user names of a list
    OTHER_LEVEL = "{id} is {level}, geen {wanted}"
    NOT_IN_LIST = "er is geen {wanted} {id} in de lijst{hint}"
    SOURCE = "bron"
    THEME = "thema"
    RECOMMENDATION = "aanbeveling"
    MEASURE = "maatregel"


ENGLISH: Texts = {
    Phrase.MISSING: "{path}: there is no such list of recommendations",
    Phrase.FOLDER: "{path}: is a folder; expected a YAML file",
    Phrase.UNOPENED: "{path}: cannot be read ({reason})",
    Phrase.PROBLEMS: "{path}: {count} {count:error|errors} in this list of recommendations:",
    Phrase.MORE_PROBLEMS: "{path}: ... and {count} more {count:error|errors}",
    Phrase.TOO_LARGE: "larger than {limit} MB; is this a list of recommendations?",
    Phrase.NOT_UTF8: "not UTF-8; save the file as UTF-8 (with no other encoding)",
    Phrase.EMPTY_FILE: "the file is empty; expected the keys schema_version and sources",
    Phrase.NO_KEYS: "expected the keys schema_version and sources; this is no group of keys",
    Phrase.NOT_YAML: "no valid YAML: {detail}",
    Phrase.BAD_SIGN: "the sign {code} may not stand in a YAML file; delete it",
    Phrase.BAD_ESCAPE: "a \\ sign with an impossible code in a text",
    Phrase.SECOND_DOCUMENT: "a second document (---) in the file; expected one list",
    Phrase.TOO_DEEP: "nested deeper than {limit} levels; a list has 9 at most",
    Phrase.TOO_DEEP_BY_ALIAS: "nested deeper than {limit} levels by *{anchor}",
    Phrase.ALIAS_OF_ITSELF: "the alias *{anchor} refers to itself",
    Phrase.ALIAS_OF_NOTHING: "the alias *{anchor} has no anchor (&) above it",
    Phrase.TOO_MANY_VALUES: (
        "too large: more than {thousands},000 values (each alias * counts as written out)"
    ),
    Phrase.KEY_IS_NO_WORD: "a key is a list or group here; expected one word",
    Phrase.MERGE_KEY: "merging with << is not possible; write the keys out here",
    Phrase.KEY_TWICE: "key {key} is there already (line {line}); keep one of them",
    Phrase.TAG: "YAML tag {tag} is not allowed; expected plain text, lists and numbers",
    Phrase.COLON: "there can be no ': ' here; put the text between \" \"",
    Phrase.NO_START: (
        'no value can begin with this sign; indent with spaces (no tabs) and put text between " "'
    ),
    Phrase.TAB: "indent with spaces, not with tabs",
    Phrase.NO_COLON: "expected a colon after the key",
    Phrase.NO_KEY: (
        "expected a key; is the indentation right, and is text with quotation marks wholly "
        'between " "?'
    ),
    Phrase.NO_DASH: (
        "expected a dash (-) before the next part of the list; is the indentation right?"
    ),
    Phrase.INDENT: "is the indentation right here?",
    Phrase.OPEN_QUOTE: "a quotation mark that opens here is closed nowhere",
    Phrase.NO_VALUE: "expected a value; is a [ or {{ above it not closed?",
    Phrase.OPEN_LIST: "the list with [ that begins here is not closed; expected , or ]",
    Phrase.OPEN_GROUP: "the group with {{ that begins here is not closed; expected , or }}",
    Phrase.UNKNOWN_ESCAPE: "unknown \\ code; write \\\\ or use ' '",
    Phrase.STAR: '* and & are special in YAML; put the text between " "',
    Phrase.NO_LIST_HERE: "no list with dashes can begin here",
    Phrase.TAG_HANDLE: 'YAML tags (!) are not allowed; put the text between " "',
    Phrase.ID_TAKEN: "id {id} is that of {owner} on line {line} already; give each its own id",
    Phrase.CONCEPT_TWICE: (
        "concept {name} is in vocabulary already (line {line}); keep one of them"
    ),
    Phrase.CONCEPT_USED_TWICE: "concept {name} is there already; keep one of them",
    Phrase.CONCEPT_UNKNOWN: "concept {name} is not in vocabulary{hint}",
    Phrase.REFERS_TO_ITSELF: "{key}: a measure cannot refer to itself",
    Phrase.REFERRED_TWICE: "{key}: {id} is in {other} already",
    Phrase.NO_SUCH_MEASURE: "{key}: there is no measure {id}{hint}",
    Phrase.NOT_INSIDE: "{word} is not in {inside}, so it cannot be taken for it there",
    Phrase.MEANT: "; did you mean {nearest}?",
    Phrase.POSSIBLE: "; possible are: {known}",
    Phrase.CHOOSE: "; choose from: {known}",
    Phrase.NO_HINT: "",
    Phrase.A_SOURCE: "a source",
    Phrase.A_THEME: "a theme",
    Phrase.A_RECOMMENDATION: "a recommendation",
    Phrase.A_MEASURE: "a measure",
    Phrase.UNKNOWN_KEY: "unknown key {key} in {item}{hint}",
    Phrase.MISSING_KEY: "key {key} is missing in {item}",
    Phrase.THE_FILE: "the file",
    Phrase.THIS_CONCEPT: "this concept",
    Phrase.THIS_NOT_MEANT: "this part of not_meant",
    Phrase.THIS_SOURCE: "this source",
    Phrase.THIS_THEME: "this theme",
    Phrase.THIS_RECOMMENDATION: "this recommendation",
    Phrase.THIS_MEASURE: "this measure",
    Phrase.THIS_FIGURE: "this figure",
    Phrase.THIS_GROUP: "this group",
    Phrase.AT_KEY: "{key}: {message}",
    Phrase.EXPECTED: "expected {expected}, but here stands {found}",
    Phrase.TEXT: "text",
    Phrase.A_LIST_OF: "a list (each part on a line of its own with '- ', or [a, b])",
    Phrase.KEYS_AND_VALUES: "a group of keys with values",
    Phrase.TRUE_OR_FALSE: "true or false",
    Phrase.A_POINT_NUMBER: "a number (with a point, without quotation marks)",
    Phrase.A_PLAIN_NUMBER: "a plain number",
    Phrase.A_CONCEPT: "the name of a concept in vocabulary, or a group with name and terms",
    Phrase.EITHER: "{some} or {last}",
    Phrase.A_LIST: "a list",
    Phrase.A_GROUP: (
        "a group of keys (is there a ': ' in the text? put it between quotation marks)"
    ),
    Phrase.SOMETHING_ELSE: "something else",
    Phrase.NOTHING: "nothing",
    Phrase.READ_AS: '{raw}, which YAML reads as {reading}; put it between quotation marks: "{raw}"',
    Phrase.COMMA: "{raw}; write a point in place of the comma",
    Phrase.A_DATE: "a date",
    Phrase.ODD_NUMBER: "a special number",
    Phrase.YES_OR_NO: "yes or no",
    Phrase.A_NUMBER: "a number",
    Phrase.TOO_LONG: "too long: {length} characters; expected {limit} at most",
    Phrase.EMPTY_LIST: "the list is empty; fill it or take the key away",
    Phrase.NO_WORDS: "this concept has no words; expected terms or parts (or both)",
    Phrase.CONTROL: "unseen control character {code} in the text; delete it",
    Phrase.INVALID: "invalid value ({kind})",
    Phrase.BLANK: "the text is empty; fill it in",
    Phrase.NO_ID: (
        "{raw} cannot be an id; expected letters, digits, points and dashes, without spaces, with "
        "a letter or digit in front"
    ),
    Phrase.SAME_LIST: "{other}: this is the same list as {one}; give each list once",
    Phrase.SAME_IDS: (
        "{other}: {count:this id is|these ids are} in {one} too: {ids}{more}. Give "
        "{count:it another id|them other ids}, or make one list of both: "
        "manifesto-check recommendations merge {one} {other} --prefix --output both.yaml"
    ),
    Phrase.SAME_IDS_MERGED: (
        "{other}: {count:this id is|these ids are} in {one} too: {ids}{more}. Give {count:it|them} "
        "another id in one of the two, or put the file's name before {count:it|them} with "
        "--prefix"
    ),
    Phrase.MORE: " and {count} more",
    Phrase.PREFIX_TOO_LONG: (
        "{path}:{line}: {id} is longer than {limit} characters; give the file a shorter name, or "
        "change the id itself"
    ),
    Phrase.IN_BRACKETS: (
        "{path}:{line}: {key} stands between [ ] here; put each part on a line of its own with '- '"
    ),
    Phrase.IN_BRACES: (
        "{path}:{line}: {item} stands between {{ }} or [ ] here; put each key on a line of its "
        "own, then something can be added"
    ),
    Phrase.OTHER_LEVEL: "{id} is {level}, not a {wanted}",
    Phrase.NOT_IN_LIST: "there is no {wanted} {id} in the list{hint}",
    Phrase.SOURCE: "source",
    Phrase.THEME: "theme",
    Phrase.RECOMMENDATION: "recommendation",
    Phrase.MEASURE: "measure",
}
DUTCH: Texts = {phrase: phrase.value for phrase in Phrase}
