"""What nobody wrote of a measure, from its own text: its content words and its figures."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from manifesto_check.dutch.figures import BOUND_WORDS
from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.dutch.separable import joined_lemmas
from manifesto_check.dutch.stance import REJECTIONS
from manifesto_check.dutch.synonyms import synonyms_of
from manifesto_check.matching.preparedness import Preparation, preparation_of
from manifesto_check.recommendations.lint_words import STOP_WORDS
from manifesto_check.recommendations.model import Concept, Figure, Measure
from manifesto_check.recommendations.text_figures import written_figures

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD_OR_SIGN = re.compile(rf"{_WORD.pattern}|[^\w\s]")
_MIN_LETTERS = 4
_MIN_PART = 7
"""A content word of so many letters is also looked for inside other words."""


def filled_in(measure: Measure) -> Measure:
    """Return the measure, with concepts and figures derived from its text where it has none.

    Where few words were written of it, its concepts get those of the thesaurus besides.
    """
    concepts = measure.concepts or _concepts(measure.text)
    if preparation_of(measure) is not Preparation.FULL:
        concepts = tuple(map(_with_synonyms, concepts))
    return replace(measure, concepts=concepts, figures=measure.figures or _figures(measure.text))


def words_that_refuse(text: str) -> set[int]:
    """Return where the words begin that turn something down in a text: "schaf ... af"."""
    doc = dutch_pipeline()(text)
    return {
        doc[at].idx
        for scope in doc._.stances
        if scope.thing and scope.category in REJECTIONS
        for at in range(scope.trigger_start, scope.trigger_end)
        if at not in scope.thing
    }


def content_lemmas(text: str) -> list[str]:
    """Return the lemmas of a text's content words, each once, in its order.

    What turns something down is none: others say it in other words (``wanted.py``). Short words
    are none either, but for names ("OZB").

    Args:
        text: a measure or a title.
    """
    from spacy.lang.nl.stop_words import STOP_WORDS as FUNCTION_WORDS

    nothing = FUNCTION_WORDS | STOP_WORDS | BOUND_WORDS
    lemmas: dict[str, None] = {}
    refusing = words_that_refuse(text)
    verbs, particles = _verbs_apart(text)
    for found in _WORD.finditer(text):
        word = found[0].lower()
        lemma = verbs.get(found.start()) or lemma_of(word)
        if found.start() in particles:
            continue
        is_long = len(lemma) >= _MIN_LETTERS or _is_name(found)
        if is_long and found.start() not in refusing and nothing.isdisjoint((word, lemma)):
            lemmas.setdefault(lemma)
    return list(lemmas)


def _verbs_apart(text: str) -> tuple[dict[int, str], set[int]]:
    """Return where verbs begin whose particle stands apart, with their lemmas, and where that."""
    words = list(_WORD_OR_SIGN.finditer(text))
    found = list(joined_lemmas([word[0].lower() for word in words]))
    verbs = {words[at].start(): lemma for at, lemma, _ in found}
    return verbs, {words[at].start() for _, _, at in found}


def _concepts(text: str) -> tuple[Concept, ...]:
    """Return each content word of a text as a concept of its own.

    How rare it is in the programme decides what it counts for.
    """
    return tuple(
        Concept(lemma, (lemma,), (lemma,) if len(lemma) >= _MIN_PART else ())
        for lemma in content_lemmas(text)
    )


def _with_synonyms(concept: Concept) -> Concept:
    if not concept.thesaurus:
        return concept
    words = dict.fromkeys(chain.from_iterable(map(synonyms_of, concept.terms)))
    return replace(concept, synonyms=tuple(word for word in words if word not in concept.terms))


def _is_name(word: re.Match[str]) -> bool:
    """Say whether a short word is a name or an abbreviation: "OZB", "de Wmo"."""
    letters = word[0]
    return len(letters) > 1 and (
        letters[1:] != letters[1:].lower() or (letters[0].isupper() and word.start() > 0)
    )


def _figures(text: str) -> tuple[Figure, ...]:
    return tuple(
        Figure(figure.value, figure.unit.lower(), figure.direction)
        for figure in written_figures(text)
        if figure.direction is not None
    )
