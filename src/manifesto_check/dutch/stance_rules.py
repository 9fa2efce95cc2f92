"""The stance rules: reading ``stance.tsv`` and matching its phrases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from manifesto_check.dutch.lexicon import (
    is_infinitive,
    is_participle,
    is_past,
    known_lemma,
    verb_forms,
    verb_stem,
)
from manifesto_check.dutch.resources import rows, table


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


@lru_cache(maxsize=1 << 15)
def is_perfect_participle(word: str) -> bool:
    """Say whether a word form (lower case) is a past participle and not a present ("verdient")."""
    lemma = known_lemma(word)
    if lemma is None or lemma == word or not lemma.endswith(_INFINITIVES):
        return False
    if not is_participle(word) and not word.startswith(_INSEPARABLE):
        return False
    return word == verb_stem(lemma) or word not in verb_forms(lemma)


def is_past_tense(word: str) -> bool:
    """Say whether a word form (lower case) is a weak past tense and not a noun ("schulden")."""
    return is_past(word) and (known_lemma(word) or "").endswith(_INFINITIVES)


def is_imperative(word: str) -> bool:
    """Say whether a word form (lower case) is the stem of a known verb and no noun: "breng"."""
    lemma = known_lemma(word)
    if lemma is None or lemma == word or len(lemma) < 4 or not lemma.endswith("n"):
        return False
    stems = {verb_stem(lemma)}
    if lemma.endswith("eren"):
        stems.add(lemma.removesuffix("eren") + "eer")
    return word in stems and word not in table("clauses.tsv", "no_imperative")


def is_plural(word: str) -> bool:
    """Say whether a word form (lower case) can be the plural of a verb; beside "we" it is one."""
    return word.endswith("en") or word in {"gaan", "doen", "zien", "staan", "slaan"}


_SHAPES: dict[str, Callable[[str], bool]] = {
    "%infinitive": is_infinitive,
    "%participle": is_perfect_participle,
    "%past": is_past_tense,
    "%imperative": is_imperative,
    "%plural": is_plural,
}


@lru_cache(maxsize=1 << 15)
def shapes_of(word: str) -> frozenset[str]:
    """Return the verb forms ("%infinitive") that a word (lower case) is."""
    return frozenset(shape for shape, is_one in _SHAPES.items() if is_one(word))


_INFINITIVES = ("en", "aan", "doen", "zien")
_INSEPARABLE = ("onder", "over", "mis", "vol", "achterhaal", "weer")
_MARKS = "^$?&~ "
NO_STANCE = frozenset({"-", "end", "half", "purpose", "spares"})
"""What stands in the second cell of a rule that is no trigger."""
_NEGATIONS = frozenset({"niet", "geen"})
_NEGATIVES = frozenset({"wants_less", "rejects"})
_BETWEEN_CLAUSES = frozenset({"zodat", "opdat", "omdat", "doordat", "waardoor", "want", ";"})
"""No phrase reaches over one of these."""
_BEFORE_LESS = frozenset({*_BETWEEN_CLAUSES, *_NEGATIONS, "nooit"})
"""Nor does one that wants less, without a "not" of its own: "X krijgt niet minder geld"."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase, after a gap of at most ``gap`` tokens: lemmas, words or shapes."""

    lemmas: frozenset[str]
    words: frozenset[str]
    shapes: frozenset[str]
    gap: int


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One line of ``stance.tsv``.

    Attributes:
        rest: the phrase without its first element.
        stance: None for a phrase that is no trigger (``niet alleen``) and for
            a phrase that ends a scope (``ends`` is then True).
        half: whether it ends only the scope of wishes for less and rejections.
        purpose: whether a purpose begins with it ("zodat"), which is wished
            for together with its main clause.
        spares: whether it turns the wishes for less behind it into wishes
            ("zonder dat").
        negates: whether there is a "not" in the phrase, which turns a wish for
            less behind it into a wish.
        initial: whether the phrase must stand at the beginning of a sentence.
        last: whether it counts only where no other rule takes its words.
        beside: whether it counts besides the rules that take its words; only
            the last word of its phrase is then the trigger.
        final: whether the phrase must stand at the end of a sentence that has
            no finite verb before it ("Leegstaande panden ombouwen").
        weak: whether its stance holds only of words of which no other does.
        bars: words over which the phrase does not reach.
        needs: words and lemmas of which one must stand in the sentence; empty where that
            cannot be told beforehand.
        following: words and lemmas of which one must stand right behind the first of the
            phrase; empty where others can.
    """

    phrase: tuple[Element, ...]
    rest: tuple[Element, ...]
    stance: Stance | None
    direction: Direction
    scope: int
    ends: bool
    half: bool
    purpose: bool
    spares: bool
    negates: bool
    initial: bool
    final: bool
    last: bool
    beside: bool
    weak: bool
    bars: frozenset[str]
    needs: frozenset[str]
    following: frozenset[str]


@dataclass(frozen=True, slots=True)
class Opening:
    """The rules whose phrase can begin with a token, told apart by the token behind it.

    Attributes:
        rules: all of them, in the order in which they are tried.
        anyway: those for which it does not matter what stands right behind.
        before: those and the ones that ask for a word or lemma right behind, by that.
    """

    rules: tuple[Rule, ...]
    anyway: tuple[Rule, ...]
    before: Mapping[str, tuple[Rule, ...]]

    @classmethod
    def of(cls, rules: tuple[Rule, ...]) -> Opening:
        """Tell rules apart."""
        before = {
            word: tuple(rule for rule in rules if not rule.following or word in rule.following)
            for word in frozenset().union(*(rule.following for rule in rules))
        }
        return cls(rules, tuple(rule for rule in rules if not rule.following), before)

    def with_next(self, word: str, lemma: str) -> tuple[Rule, ...]:
        """Return the rules that the token right behind allows, and perhaps some more."""
        of_word, of_lemma = self.before.get(word), self.before.get(lemma)
        if of_word is None or of_lemma is None:
            return of_word or of_lemma or self.anyway
        return of_word if word == lemma else self.rules


@dataclass(frozen=True, slots=True)
class Match:
    """A rule with the tokens on which its phrase was found: from ``start`` on, before ``end``."""

    rule: Rule
    tokens: tuple[int, ...]
    start: int
    end: int


def _element(text: str, gap: int) -> Element:
    options = text.split("|")
    lemmas = frozenset(option for option in options if option[0] not in "=%")
    exact = frozenset(option[1:] for option in options if option[0] == "=")
    shapes = frozenset(option for option in options if option[0] == "%")
    return Element(lemmas, lemmas | exact, shapes, gap)


def _rule(row: tuple[str, ...]) -> Rule:
    """Read one row: phrase, stance, direction, scope."""
    phrase, stance, direction, scope = row
    marks = phrase[: len(phrase) - len(phrase.lstrip(_MARKS))]
    elements, gap = [], 0
    for text in phrase.removeprefix(marks).split():
        if text.startswith("*"):
            gap = int(text[1:])
        else:
            elements.append(_element(text, gap))
            gap = 0
    negates = any(element.words & _NEGATIONS for element in elements)
    return Rule(
        phrase=tuple(elements),
        rest=tuple(elements[1:]),
        stance=None if stance in NO_STANCE else Stance(stance),
        direction=Direction(direction),
        scope=int(scope),
        ends=stance in {"end", "half", "purpose"},
        half=stance in {"half", "purpose"},
        purpose=stance == "purpose",
        spares=stance == "spares",
        negates=negates,
        initial="^" in marks,
        final="$" in marks,
        last="?" in marks or elements[0].shapes != frozenset(),
        beside="&" in marks,
        weak="~" in marks,
        bars=_BEFORE_LESS if stance in _NEGATIVES and not negates else _BETWEEN_CLAUSES,
        needs=_needs(elements[1:]),
        following=_following(elements),
    )


def _needs(elements: Sequence[Element]) -> frozenset[str]:
    """Return the words and lemmas of the element that fewest have, verb forms apart."""
    listed = [element.words for element in elements if not element.shapes]
    return min(listed, key=len, default=frozenset())


def _following(elements: Sequence[Element]) -> frozenset[str]:
    """Return the words and lemmas one of which must be the second word of a phrase."""
    if len(elements) == 1 or elements[1].gap or elements[1].shapes:
        return frozenset()
    return elements[1].words


class Rules:
    """All rules, found by the first word of their phrase."""

    def __init__(self, table: Sequence[tuple[str, ...]]) -> None:
        self._by_word: dict[str, list[Rule]] = {}
        self._by_lemma: dict[str, list[Rule]] = {}
        self._by_shape: dict[str, list[Rule]] = {}
        self._openings: dict[tuple[Rule, ...], Opening] = {}
        for row in dict.fromkeys(table):
            rule = _rule(row)
            first = rule.phrase[0]
            for shape in first.shapes:
                self._by_shape.setdefault(shape, []).append(rule)
            for word in first.words:
                self._by_word.setdefault(word, []).append(rule)
            for lemma in first.lemmas:
                self._by_lemma.setdefault(lemma, []).append(rule)

    def beginning_with(self, word: str, lemma: str) -> Opening | None:
        """Return the rules whose phrase can begin with a token of this word and lemma, if any.

        A lemma in a rule also stands for the same letters as a word form, so
        that rules hold whatever the lemmatiser makes of an ambiguous word.
        """
        found = [*self._by_lemma.get(lemma, ()), *self._by_word.get(word, ())]
        shapes = shapes_of(word)
        for shape, rules in self._by_shape.items():
            if shape in shapes:
                found += rules
        if not found:
            return None
        distinct = tuple(dict.fromkeys(found))
        # Most words share theirs with many others.
        if distinct not in self._openings:
            self._openings[distinct] = Opening.of(distinct)
        return self._openings[distinct]


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
    for element in rule.rest:
        # This loop is where the component spends its time: no calls that can be left out.
        accepted, known, shapes = element.words, element.lemmas, element.shapes
        last = place + element.gap + 1
        place += 1
        while True:
            if place > last or place >= end:
                return None
            word = words[place]
            if word in accepted or lemmas[place] in known:
                break
            if shapes and not shapes.isdisjoint(shapes_of(word)):
                break
            if word in rule.bars:
                return None
            place += 1
        tokens.append(place)
    own = tuple(tokens[-1:] if rule.beside else tokens)
    return Match(rule, own, own[0], own[-1] + 1)
