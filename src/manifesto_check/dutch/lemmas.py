"""Lemmas: a spaCy component that sets ``token.lemma_`` once per word type."""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from manifesto_check.dutch.arrays import attribute, set_attribute
from manifesto_check.dutch.compounds import head_start, inflected
from manifesto_check.dutch.lexicon import known_lemma
from manifesto_check.dutch.separable import joined_lemmas, particles

_NUMBERS = frozenset(
    ("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
)
"""Lemmas that ordinals have too."""


@lru_cache(maxsize=1 << 15)
def lemma_of(word: str) -> str:
    """Return the lemma of a word form.

    Args:
        word: one word form in any case.

    Returns:
        Its lemma in lower case. A compound that the dictionary does not know
        takes the lemma of its head: ``huisuitzettingen`` gives huisuitzetting.
    """
    lower = word.lower().replace("’", "'")
    known = known_lemma(lower)
    if known is not None or not lower[:1].isalpha():
        return known or lower
    if "-" in lower.strip("-"):
        front, _, head = lower.rpartition("-")
        return f"{front}-{lemma_of(head)}" if head else lower
    start = head_start(lower)
    return lower[:start] + lemma_of(lower[start:]) if start else inflected(lower)


def same_words(word: str) -> frozenset[str]:
    """Return the forms and lemmas by which a word of a list is met in a text.

    Mostly these are the word and its lemma. Where the lemma means something
    else, they are the word and its inflection alone: ``bankje`` is not a
    ``bank``, ``hoger`` not ``hoog``, ``dragend`` not ``dragen``, ``derde`` not ``drie``.

    Args:
        word: one word in lower case.
    """
    lemma = lemma_of(word)
    if word.endswith(("je", "jes")) and not lemma.endswith(("je", "jes")):
        singular = word.removesuffix("s")
        return frozenset((singular, f"{singular}s"))
    if lemma in _NUMBERS:
        return frozenset((word,))
    is_degree = word.endswith(("er", "ere", "st", "ste")) and not lemma.endswith("en")
    is_participle = word.endswith(("end", "ende")) and lemma.endswith("n")
    if lemma != word and (is_degree or is_participle):
        bare = word.removesuffix("e")
        return frozenset((bare, f"{bare}e"))
    return frozenset((word, lemma))


class Lemmas:
    """Sets the lemma of every token; a separable verb gets its particle (afschaffen)."""

    def __init__(self) -> None:
        self._by_type: dict[int, int] = {}
        self._particles: frozenset[int] = frozenset()

    def __call__(self, doc: Doc) -> Doc:
        """Set ``token.lemma`` on a doc whose sentences are known."""
        if not len(doc):
            return doc
        strings = doc.vocab.strings
        by_type = self._by_type
        words = attribute(doc, "LOWER")
        for word in words:
            if word not in by_type:
                by_type[word] = strings.add(lemma_of(strings[word]))
        lemmas = [by_type[word] for word in words]
        if not self._particles:
            self._particles = frozenset(strings.add(particle) for particle in particles())
        if not self._particles.isdisjoint(words):
            for place, lemma, _ in joined_lemmas([strings[word] for word in words]):
                lemmas[place] = strings.add(lemma)
        return set_attribute(doc, "LEMMA", lemmas)


@Language.factory("manifesto_lemmas", requires=["token.is_sent_start"], assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:
    """Make the component for a pipeline."""
    return Lemmas()
