"""The known words of Dutch: simplemma's dictionary with our corrections, and verb forms."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain

from manifesto_check.dutch.dictionary import Dictionary, dutch_dictionary
from manifesto_check.dutch.resources import mapping, table

_VOWELS = frozenset("aeiouy")
_DIPHTHONGS = frozenset({"ie", "ei", "ij", "ui", "ou", "au", "oe", "eu", "aa", "ee", "oo", "uu"})


@cache
def _dictionary() -> Dictionary:
    """Load simplemma's Dutch dictionary (word form to lemma), once: 0.1 s and 50 MB."""
    return dutch_dictionary()


@lru_cache(maxsize=1 << 15)
def known_lemma(word: str) -> str | None:
    """Return the lemma of a known word form, or None where the word is not known.

    Args:
        word: a word form in lower case.

    Returns:
        The lemma in lower case. Corrections in ``lemmas.tsv`` come first, then
        the dictionary of simplemma (Barbaresi, https://github.com/adbar/simplemma),
        where names are kept under their capital.
    """
    corrected = mapping("lemmas.tsv").get(word)
    if corrected is not None:
        return corrected
    dictionary = _dictionary()
    lemma = dictionary.get(word)
    if lemma is None:
        return None
    lemma = lemma.replace("_", "").lower()
    if word.endswith(("er", "ers")) and lemma.endswith("ster"):
        # "Werkers" are not only women, as simplemma has it.
        return word.removesuffix("s")
    if word.endswith("en"):
        return _nominalised(word, lemma, dictionary)
    return word if _is_noun(word, lemma, dictionary) else lemma


def is_known(word: str) -> bool:
    """Say whether a word form (lower case, or a name with its capital) is known Dutch."""
    return known_lemma(word) is not None or _dictionary().get(word.capitalize()) is not None


def _is_noun(word: str, lemma: str, dictionary: Dictionary) -> bool:
    """Say whether a verb's stem is a noun too (fiets, huur): then that is its lemma."""
    if not lemma.endswith("en") or lemma == word or lemma[:-3] != word[: len(lemma) - 3]:
        return False
    return any(dictionary.get(word + ending) == word for ending in ("je", "tje", "pje"))


def _nominalised(word: str, lemma: str, dictionary: Dictionary) -> str:
    """Return ``kwetsbare`` for ``kwetsbaren``, where simplemma has the adjective.

    A plural in -en of an adjective that has a comparative is a group of people.
    """
    singular = word[:-1]
    if lemma in (singular, word) or dictionary.get(singular) != lemma:
        return lemma
    comparatives = (singular + "r", lemma + "der", lemma + "er")
    return singular if any(dictionary.get(form) == lemma for form in comparatives) else lemma


def verb_stem(infinitive: str) -> str:
    """Return the stem of a Dutch verb: ``bouwen`` gives bouw, ``nemen`` neem, ``lossen`` los."""
    if not infinitive.endswith("en"):
        return infinitive[: -2 if infinitive.endswith("aan") else -1]
    stem = infinitive[:-2]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return stem[:-1]
    long_vowel = (
        len(stem) > 2
        and stem[-1] not in _VOWELS
        and stem[-1] not in "wx"
        and stem[-2] in "aeou"
        and stem[-3:-1] not in _DIPHTHONGS
        and not _unstressed(stem)
    )
    if long_vowel:
        stem = stem[:-1] + stem[-2] + stem[-1]
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _unstressed(stem: str) -> bool:
    """Say whether a stem ends in an unstressed -el, -er, -en or -em (wandelen, verbeteren)."""
    return stem[-2:] in {"el", "er", "en", "em"} and any(c in _VOWELS for c in stem[:-2])


@cache
def verb_forms(infinitive: str) -> frozenset[str]:
    """Return the infinitive with its present and weak past forms, as written in Dutch."""
    stem = verb_stem(infinitive)
    stems = {stem}
    if infinitive.endswith("eren"):
        # Unstressed in verbeteren, stressed in organiseren: the letters do not say which.
        stems = {infinitive[:-2], infinitive[:-4] + "eer"}
    forms = {infinitive}
    for stem in stems:
        weak = stem + ("te" if stem[-1] in "tkfschp" else "de")
        forms |= {stem, stem if stem.endswith("t") else stem + "t", weak, weak + "n"}
    if infinitive.endswith("aan"):
        forms.add(infinitive[:-1] + "t")
    return frozenset(forms)


@lru_cache(maxsize=1 << 15)
def is_infinitive(word: str) -> bool:
    """Say whether a word form (lower case) is the infinitive of a known verb.

    Where it is the plural of a noun too ("kerken"), it counts as the noun.
    """
    if len(word) < 4 or not word.endswith(("en", "aan", "doen", "zien")):
        return False
    if known_lemma(word) not in {None, word} or word in table("clauses.tsv", "no_infinitive"):
        return False
    finite = verb_forms(word) - {word}
    participles = (f"ge{form}" for form in (verb_stem(word) + "d", verb_stem(word) + "t"))
    return any(known_lemma(form) == word for form in chain(finite, participles))


_PARTICIPLE_PREFIXES = ("ge", "be", "ver", "ont", "her")


def is_participle(word: str) -> bool:
    """Say whether a word form (lower case) looks like the past participle of a known verb."""
    if not word.endswith(("d", "t", "en")) or len(word) < 5:
        return False
    lemma = known_lemma(word)
    if lemma is None or lemma == word or not lemma.endswith("n"):
        return False
    return word.startswith(_PARTICIPLE_PREFIXES) or "ge" in word[2:-3]


def is_past(word: str) -> bool:
    """Say whether a word form (lower case) is the weak past tense of a known verb."""
    if not word.endswith(("de", "te", "den", "ten")):
        return False
    lemma = known_lemma(word)
    if lemma is None or lemma in (word, word + "n") or word not in verb_forms(lemma):
        return False
    # "Schelden" is a present: the dictionary knows "scheldt" as a form of it.
    return not (word.endswith("n") and known_lemma(verb_stem(word) + "t") == word)
