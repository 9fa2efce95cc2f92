"""What is said of annotations that cannot be used, in Dutch and in English."""

from __future__ import annotations

from enum import unique

from manifesto_check.telling import Said, Texts


@unique
class EvaluationPhrase(Said):
    """A message or a part of one, as its Dutch text."""

    # Of the folders and what is in them
    NO_FOLDER = "{path}: deze map bestaat niet"
    NO_ANNOTATIONS = "{path}: hier staan geen annotaties (NAAM.jsonl) om mee te vergelijken"
    NOT_WITHOUT = "--without: {path} heeft geen {name}{hint}"
    LEVELS_NOT_YAML = "{path}: geen leesbare YAML ({detail})"
    LEVELS_NO_LIST = "{path}: verwacht een lijst van {{file: ..., level: ...}}"
    NO_PROGRAMME = "{path}: het programma bij {annotations} ontbreekt; laat het weg met --without"
    NO_MEASURE = "{path}: er is geen maatregel {measure} in de lijst{hint}"
    NOTHING_FILLED_IN = "{path}: nog geen enkele maatregel is ingevuld; laat het weg met --without"

    # Of one file
    UNOPENED = "{path}: deze annotaties kunnen niet gelezen worden ({detail})"
    NOT_UTF8 = "{path}: dit bestand is geen UTF-8; bewaar het als UTF-8"
    LINE = "{path}:{line}: geen geldige annotatie: {message}"
    NOT_JSON = "geen JSON ({detail}, teken {column})"
    TOO_DEEP = "te diep genest"
    NO_OBJECT = "verwacht een object tussen accolades"
    TWICE = "de maatregel {measure} staat er al"
    MEASURE = '"measure" moet de id van een maatregel zijn'
    NO_LABEL = '"label" ontbreekt'
    LABEL = '"label" moet 2, 1, 0 of -1 zijn (of null: nog niet ingevuld)'
    NO_QUOTE = 'bij "label" {label} hoort minstens een citaat in "evidence"'
    EVIDENCE = '"evidence" moet een lijst van citaten zijn'
    PAGE = 'een citaat heeft een "page" nodig, een heel getal vanaf 1'
    QUOTE = 'een citaat heeft een "quote" nodig, met woorden'

    # Of training
    TOO_FEW = (
        "--leave-one-out heeft minstens {fewest} geannoteerde programma's nodig die gelezen kunnen "
        "worden; dit zijn er {count}"
    )
    NO_SKLEARN = (
        "--leave-one-out traint het oordeel opnieuw en heeft daarvoor scikit-learn nodig: "
        "pip install 'manifesto-check[train]'"
    )


ENGLISH: Texts = {
    EvaluationPhrase.NO_FOLDER: "{path}: there is no such folder",
    EvaluationPhrase.NO_ANNOTATIONS: (
        "{path}: there are no annotations (NAME.jsonl) here to compare with"
    ),
    EvaluationPhrase.NOT_WITHOUT: "--without: {path} has no {name}{hint}",
    EvaluationPhrase.LEVELS_NOT_YAML: "{path}: no readable YAML ({detail})",
    EvaluationPhrase.LEVELS_NO_LIST: "{path}: expected a list of {{file: ..., level: ...}}",
    EvaluationPhrase.NO_PROGRAMME: (
        "{path}: the programme of {annotations} is missing; leave it out with --without"
    ),
    EvaluationPhrase.NO_MEASURE: "{path}: there is no measure {measure} in the list{hint}",
    EvaluationPhrase.NOTHING_FILLED_IN: (
        "{path}: not one measure is filled in yet; leave it out with --without"
    ),
    EvaluationPhrase.UNOPENED: "{path}: these annotations cannot be read ({detail})",
    EvaluationPhrase.NOT_UTF8: "{path}: this file is not UTF-8; save it as UTF-8",
    EvaluationPhrase.LINE: "{path}:{line}: no valid annotation: {message}",
    EvaluationPhrase.NOT_JSON: "no JSON ({detail}, character {column})",
    EvaluationPhrase.TOO_DEEP: "nested too deep",
    EvaluationPhrase.NO_OBJECT: "expected an object between braces",
    EvaluationPhrase.TWICE: "the measure {measure} is there already",
    EvaluationPhrase.MEASURE: '"measure" must be the id of a measure',
    EvaluationPhrase.NO_LABEL: '"label" is missing',
    EvaluationPhrase.LABEL: '"label" must be 2, 1, 0 or -1 (or null: not filled in yet)',
    EvaluationPhrase.NO_QUOTE: '"label" {label} needs at least one quote in "evidence"',
    EvaluationPhrase.EVIDENCE: '"evidence" must be a list of quotes',
    EvaluationPhrase.PAGE: 'a quote needs a "page", a whole number from 1 on',
    EvaluationPhrase.QUOTE: 'a quote needs a "quote", with words',
    EvaluationPhrase.TOO_FEW: (
        "--leave-one-out needs at least {fewest} annotated programmes that can be read; these "
        "are {count}"
    ),
    EvaluationPhrase.NO_SKLEARN: (
        "--leave-one-out trains the verdict again and needs scikit-learn for it: "
        "pip install 'manifesto-check[train]'"
    ),
}
DUTCH: Texts = {phrase: phrase.value for phrase in EvaluationPhrase}
