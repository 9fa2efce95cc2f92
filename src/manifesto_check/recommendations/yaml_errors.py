"""YAML's own errors in plain words."""

from __future__ import annotations

import yaml

from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import Problem, quoted

# What the parser says (a part of it), and what that means to someone who writes a list.
_MEANINGS = (
    ("mapping values are not allowed", Phrase.COLON),
    ("cannot start any token", Phrase.NO_START),
    ("tab character", Phrase.TAB),
    ("could not find expected ':'", Phrase.NO_COLON),
    ("did not find expected key", Phrase.NO_KEY),
    ("did not find expected '-'", Phrase.NO_DASH),
    ("expected <block end>", Phrase.INDENT),
    ("unexpected end of stream", Phrase.OPEN_QUOTE),
    ("node content", Phrase.NO_VALUE),
    ("expected <document start>", Phrase.INDENT),
    ("expected ',' or ']'", Phrase.OPEN_LIST),
    ("expected ',' or '}'", Phrase.OPEN_GROUP),
    ("unknown escape character", Phrase.UNKNOWN_ESCAPE),
    ("alphabetic or numeric character", Phrase.STAR),
    ("block sequence entries are not allowed", Phrase.NO_LIST_HERE),
    ("block mapping", Phrase.INDENT),
    ("found undefined tag handle", Phrase.TAG_HANDLE),
)
_UNCLOSED = {Phrase.OPEN_QUOTE, Phrase.OPEN_LIST, Phrase.OPEN_GROUP}


def explain_yaml_error(error: yaml.YAMLError) -> Problem:
    """Return a YAML error as a problem in plain words, with its place.

    Args:
        error: as PyYAML's parser raised it.
    """
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    meaning = next((phrase for english, phrase in _MEANINGS if english in said), None)
    if context is not None and (mark is None or meaning in _UNCLOSED):
        mark = context  # what was never closed is mended where it opens, not at the file's end
    line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
    return Problem.of(line, column, Phrase.NOT_YAML, detail=meaning or quoted(said))
