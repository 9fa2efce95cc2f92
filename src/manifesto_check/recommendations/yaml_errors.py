"""YAML's own errors in plain Dutch."""

from __future__ import annotations

import yaml

from manifesto_check.recommendations.problems import Problem, quoted

# What the parser says (a part of it), and what that means to someone who writes a list.
_MEANINGS = (
    ("mapping values are not allowed", "hier kan geen ': ' staan; zet de tekst tussen \" \""),
    ("cannot start any token", "met dit teken kan geen waarde beginnen; spring in met spaties "
     "(geen tabs) en zet tekst tussen \" \""),
    ("tab character", "spring in met spaties, niet met tabs"),
    ("could not find expected ':'", "verwacht een dubbele punt na de sleutel"),
    ("did not find expected key", "verwacht een sleutel; klopt het inspringen, en staat tekst met "
     "aanhalingstekens geheel tussen \" \"?"),
    ("did not find expected '-'", "verwacht een streepje (-) voor het volgende deel van de lijst; "
     "klopt het inspringen?"),
    ("expected <block end>", "klopt het inspringen hier?"),
    ("unexpected end of stream", "een aanhalingsteken dat hier opent, wordt nergens gesloten"),
    ("expected ',' or ']'", "de lijst met [ die hier begint, wordt niet gesloten; verwacht , of ]"),
    ("expected ',' or '}'", "de groep met { die hier begint, wordt niet gesloten; verwacht , of }"),
    ("unknown escape character", "onbekende \\-code; schrijf \\\\ of gebruik ' '"),
    ("alphabetic or numeric character", "* en & zijn in YAML bijzonder; zet de tekst tussen \" \""),
    ("block sequence entries are not allowed", "hier kan geen lijst met streepjes beginnen"),
    ("block mapping", "klopt het inspringen hier?"),
    ("found undefined tag handle", "YAML-tags (!) mogen niet; zet de tekst tussen \" \""),
)  # fmt: skip


def explain_yaml_error(error: yaml.YAMLError) -> Problem:
    """Return a YAML error as a problem in plain Dutch, with its place.

    Args:
        error: as PyYAML's parser raised it.
    """
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    meaning = next((dutch for english, dutch in _MEANINGS if english in said), None)
    message = f"geen geldige YAML: {meaning or quoted(said)}"
    if context is not None and (mark is None or (meaning and "gesloten" in meaning)):
        mark = context  # what was never closed is mended where it opens, not at the file's end
    if mark is None:
        return Problem(1, 1, message)
    return Problem(mark.line + 1, mark.column + 1, message)
