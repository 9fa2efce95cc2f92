"""The stance rules: reading ``stance.tsv`` and matching its phrases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from manifesto_check.dutch.lexicon import is_infinitive, is_participle, is_past
from manifesto_check.dutch.resources import rows


class Stance(StrEnum):
    """How a passage stands to what it names."""

    WANTS = "wants"
    WANTS_LESS = "wants_less"
    REJECTS = "rejects"
    EXPLORES = "explores"
    DESCRIBES = "describes"
    BOASTS = "boasts"


class Direction(StrEnum):
    """On which side of its trigger a rule's scope lies."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    VERB = "verb"
    """Where the object of the verb stands: worked out from the verb's form and place."""


_SHAPES: dict[str, Callable[[str], bool]] = {
    "%infinitive": is_infinitive,
    "%participle": is_participle,
    "%past": is_past,
}

_NEGATIONS = frozenset({"niet", "geen"})


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase, after a gap of at most ``gap`` tokens: lemmas, words or shapes."""

    lemmas: frozenset[str]
    words: frozenset[str]
    shapes: frozenset[str]
    gap: int

    def has_shape(self, word: str) -> bool:
        """Say whether a word (lower case) is a verb form that can stand here."""
        return bool(self.shapes) and any(_SHAPES[shape](word) for shape in self.shapes)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of ``stance.tsv``.

    Attributes:
        stance: None for a phrase that is no trigger (``niet alleen``) and for
            a phrase that ends a scope (``ends`` is then True).
        negates: whether there is a "not" in the phrase, which turns a wish for
            less behind it into a wish.
        initial: whether the phrase must stand at the beginning of a sentence.
        last: whether it counts only where no other rule takes its words.
        beside: whether it counts besides the rules that take its words; only
            the last word of its phrase is then the trigger.
    """

    phrase: tuple[Element, ...]
    stance: Stance | None
    direction: Direction
    scope: int
    ends: bool
    negates: bool
    initial: bool
    last: bool
    beside: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A rule with the tokens on which its phrase was found."""

    rule: Rule
    tokens: tuple[int, ...]

    @property
    def start(self) -> int:
        """Index of the first token."""
        return self.tokens[0]

    @property
    def end(self) -> int:
        """Index after the last token."""
        return self.tokens[-1] + 1


def _element(text: str, gap: int) -> Element:
    options = text.split("|")
    lemmas = frozenset(option for option in options if option[0] not in "=%")
    exact = frozenset(option[1:] for option in options if option[0] == "=")
    shapes = frozenset(option for option in options if option[0] == "%")
    return Element(lemmas, lemmas | exact, shapes, gap)


def _rule(row: tuple[str, ...]) -> Rule:
    """Read one row: phrase, stance, direction, scope."""
    phrase, stance, direction, scope = row
    elements, gap = [], 0
    for text in phrase.lstrip("^?&").split():
        if text.startswith("*"):
            gap = int(text[1:])
        else:
            elements.append(_element(text, gap))
            gap = 0
    return Rule(
        phrase=tuple(elements),
        stance=None if stance in {"-", "end"} else Stance(stance),
        direction=Direction(direction),
        scope=int(scope),
        ends=stance == "end",
        negates=any(element.words & _NEGATIONS for element in elements),
        initial=phrase.startswith("^"),
        last=phrase.startswith("?") or elements[0].shapes != frozenset(),
        beside=phrase.startswith("&"),
    )


class Rules:
    """All rules, found by the first word of their phrase."""

    def __init__(self, table: Sequence[tuple[str, ...]]) -> None:
        self._by_word: dict[str, list[Rule]] = {}
        self._by_lemma: dict[str, list[Rule]] = {}
        self._by_shape: dict[str, list[Rule]] = {}
        for row in table:
            rule = _rule(row)
            first = rule.phrase[0]
            for shape in first.shapes:
                self._by_shape.setdefault(shape, []).append(rule)
            for word in first.words:
                self._by_word.setdefault(word, []).append(rule)
            for lemma in first.lemmas:
                self._by_lemma.setdefault(lemma, []).append(rule)

    def beginning_with(self, word: str, lemma: str) -> tuple[Rule, ...]:
        """Return the rules whose phrase can begin with a token of this word and lemma.

        A lemma in a rule also stands for the same letters as a word form, so
        that rules hold whatever the lemmatiser makes of an ambiguous word.
        """
        found = [*self._by_lemma.get(lemma, ()), *self._by_word.get(word, ())]
        for shape, rules in self._by_shape.items():
            if _SHAPES[shape](word):
                found += rules
        return tuple(dict.fromkeys(found))


@cache
def stance_rules() -> Rules:
    """Return the rules of ``stance.tsv``."""
    return Rules(rows("stance.tsv"))


def find(
    rule: Rule, at: int, end: int, words: Sequence[str], lemmas: Sequence[str]
) -> Match | None:
    """Match the rest of a rule's phrase, its first element standing at ``at``.

    Args:
        rule: a rule whose first element fits the token at ``at``.
        at: index into ``words`` and ``lemmas``.
        end: index after the last token of the sentence.
        words: lower-cased words.
        lemmas: lemmas.
    """
    tokens, place = [at], at
    for element in rule.phrase[1:]:
        accepted, known = element.words, element.lemmas
        for place in range(place + 1, min(place + element.gap + 2, end)):  # noqa: B020
            word = words[place]
            if word in accepted or lemmas[place] in known or element.has_shape(word):
                tokens.append(place)
                break
        else:
            return None
    return Match(rule, tuple(tokens[-1:] if rule.beside else tokens))
