"""The Dutch pipeline: spaCy's tokenizer and components of our own."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import spacy
from spacy.attrs import IS_ALPHA, IS_SPACE, LOWER  # type: ignore[import-not-found]
from spacy.lang.nl import Dutch
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from manifesto_check.dutch import lemmas, sentences, stance  # noqa: F401  (they register themselves)
from manifesto_check.dutch.phrases import PipelinePhrase
from manifesto_check.dutch.resources import abbreviations
from manifesto_check.telling import ToldUsageError

COMPONENTS = ("manifesto_sentences", "manifesto_lemmas", "manifesto_stance")
_ATTRIBUTES = (LOWER, IS_ALPHA, IS_SPACE)
"""All that is asked of a word: the others (its shape, its ends, whether it is like a URL) take a
quarter of the tokenizer's time, and grow the vocabulary."""
_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+\Z")
"""Words of letters alone: no rule of spaCy's cuts them, and asking all of them takes longer."""
_NOT_NEEDED = [
    "tok2vec",
    "parser",
    "ner",
    "senter",
    "lemmatizer",
    "attribute_ruler",
    "tagger",
    "morphologizer",
]


@cache
def dutch_pipeline(model: str | None = None) -> Language:
    """Return a spaCy pipeline that finds sentences, lemmas and stances in Dutch text.

    Args:
        model: the name of an installed trained pipeline, such as
            ``nl_core_news_md``, whose tokenizer and vectors are then used; None
            for ``spacy.blank("nl")``, which needs nothing more.

    Returns:
        A pipeline; its docs carry ``token.is_sent_start``, ``token.lemma`` and
        ``doc._.stances``. One doc is one paragraph, bullet or heading. The same
        pipeline is returned for the same model: to make one takes 0.2 s.

    Raises:
        UsageError: the trained pipeline is not installed.
    """
    nlp = _blank() if model is None else _trained(model)
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp


def _blank() -> Language:
    config = {"nlp": {"tokenizer": {"@tokenizers": "manifesto_check.Tokenizer.v1"}}}
    nlp = spacy.blank("nl", config=config)
    vocabulary: Any = nlp.vocab  # spaCy's types do not name what its compiled class has
    getters = vocabulary.lex_attr_getters
    vocabulary.lex_attr_getters = {name: getters[name] for name in _ATTRIBUTES}
    return nlp


def _trained(model: str) -> Language:
    try:
        return spacy.load(model, exclude=_NOT_NEEDED)
    except OSError as error:
        raise ToldUsageError.of(PipelinePhrase.NOT_INSTALLED, model=model) from error


@registry.tokenizers("manifesto_check.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer_factory() -> object:
    """Return the function that makes spaCy's Dutch tokenizer with our abbreviations.

    spaCy's own list has 4,670 exceptions, most from Belgian law, some of them
    common words ("wet.", "best."), and takes 0.2 s to load.
    """

    def make(nlp: Language) -> Tokenizer:
        defaults = Dutch.Defaults
        rules = {}
        for short in abbreviations():
            for form in {short, short.capitalize(), short.upper()}:
                rules[form] = [{"ORTH": form}]
        return Tokenizer(
            nlp.vocab,
            rules=rules,
            prefix_search=compile_prefix_regex(defaults.prefixes).search,
            suffix_search=compile_suffix_regex(defaults.suffixes).search,
            infix_finditer=compile_infix_regex(defaults.infixes).finditer,
            token_match=_PLAIN.match,
            url_match=defaults.url_match,
        )

    return make
