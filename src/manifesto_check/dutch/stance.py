"""Stance: what a sentence wants, rejects, looks into or only describes, and of which words.

Rules in the manner of ConText (Harkema, Dowling, Thornblade and Chapman 2009,
"ConText: An algorithm for determining negation, experiencer, and temporal
status from clinical reports", Journal of Biomedical Informatics 42(5)): a
trigger phrase gives the words before or after it a category, up to a number of
tokens or a phrase that ends its scope; pseudo-triggers are passed over. Ours
add where the object of a Dutch verb stands, and that two negatives make a wish.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from manifesto_check.dutch.arrays import attribute
from manifesto_check.dutch.lexicon import is_participle, verb_forms
from manifesto_check.dutch.resources import table
from manifesto_check.dutch.stance_rules import Direction, Match, Rule, Stance, find, stance_rules

__all__ = ["Stance", "StanceScope", "sentence_stances", "stance_at"]

_NEGATION_REACH = 3
"""How many tokens may stand between a negative and the wish for less that it turns round."""
_WISHES = frozenset({Stance.WANTS, Stance.WANTS_LESS})
_NEGATING = frozenset({Stance.REJECTS, Stance.WANTS_LESS})
_OVERRULES: dict[Stance, frozenset[Stance]] = {
    Stance.WANTS: frozenset({Stance.REJECTS, Stance.WANTS_LESS, Stance.EXPLORES, Stance.BOASTS}),
    Stance.WANTS_LESS: frozenset({Stance.BOASTS}),
    Stance.DESCRIBES: frozenset({Stance.BOASTS}),
}
"""Which stances a more telling one on the same words overrules."""


@dataclass(frozen=True, slots=True)
class StanceScope:
    """The tokens over which a trigger has its effect; all are indices into the doc.

    ``start`` to ``end`` (exclusive) holds the trigger itself too.
    """

    category: Stance
    trigger_start: int
    trigger_end: int
    start: int
    end: int


def stance_at(doc: Doc, tokens: Iterable[int], sentence: Span) -> frozenset[Stance]:
    """Return the stances of a sentence towards some of its words.

    Args:
        doc: a doc from :func:`manifesto_check.dutch.pipeline.dutch_pipeline`.
        tokens: indices into the doc of the words that matter.
        sentence: the sentence they stand in.

    Returns:
        The categories whose scope covers any of the tokens; of two on the same
        token the more telling one ("we willen minder boetes" wants less). Empty
        where no rule applies.
    """
    scopes = [s for s in doc._.stances if sentence.start <= s.trigger_start < sentence.end]
    found: set[Stance] = set()
    for token in tokens:
        found |= _strongest({s.category for s in scopes if s.start <= token < s.end})
    return frozenset(found)


def sentence_stances(sentence: Span) -> frozenset[Stance]:
    """Return the categories of all triggers in a sentence."""
    scopes: Sequence[StanceScope] = sentence.doc._.stances
    return frozenset(s.category for s in scopes if sentence.start <= s.trigger_start < sentence.end)


def _words(kind: str) -> frozenset[str]:
    return table("clauses.tsv", kind)


def _strongest(stances: set[Stance]) -> set[Stance]:
    return {s for s in stances if not (_OVERRULES.get(s, frozenset()) & stances)}


class Stances:
    """Sets ``doc._.stances``: the scopes of all triggers, in the order of the text."""

    def __init__(self) -> None:
        self._rules = stance_rules()
        self._by_type: dict[tuple[int, int], tuple[Rule, ...]] = {}
        self._texts: dict[int, str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.stances`` on a doc with sentences and lemmas."""
        if not len(doc):
            return doc
        lowers, lemma_ids = attribute(doc, "LOWER"), attribute(doc, "LEMMA")
        types = list(zip(lowers, lemma_ids, strict=True))
        candidates = self._candidates(doc, types)
        if candidates:
            texts = self._texts
            words = [texts[word] for word, _ in types]
            lemmas = [texts[lemma] for _, lemma in types]
            scopes: list[StanceScope] = []
            for start, end in _sentences(doc):
                inside = [(i, rules) for i, rules in candidates if start <= i < end]
                if inside:
                    matches = _accepted(inside, start, end, words, lemmas)
                    scopes += _scopes(matches, start, end, words, lemmas)
            doc._.stances = tuple(scopes)
        return doc

    def _candidates(
        self, doc: Doc, types: list[tuple[int, int]]
    ) -> list[tuple[int, tuple[Rule, ...]]]:
        """Return the tokens with which a rule can begin; looked up once per type."""
        by_type, texts, found = self._by_type, self._texts, []
        for i, (word, lemma) in enumerate(types):
            rules = by_type.get((word, lemma))
            if rules is None:
                texts[word], texts[lemma] = doc.vocab.strings[word], doc.vocab.strings[lemma]
                rules = self._rules.beginning_with(texts[word], texts[lemma])
                by_type[word, lemma] = rules
            if rules:
                found.append((i, rules))
        return found


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    flags = attribute(doc, "SENT_START")
    starts = [i for i, flag in enumerate(flags) if i == 0 or flag == 1]
    return list(pairwise([*starts, len(doc)]))


def _accepted(
    candidates: list[tuple[int, tuple[Rule, ...]]],
    start: int,
    end: int,
    words: Sequence[str],
    lemmas: Sequence[str],
) -> list[Match]:
    """Return the matches of a sentence; of two on the same token the one that goes first."""
    found = []
    for i, rules in candidates:
        for rule in rules:
            if rule.initial and not _at_beginning(i, start, words):
                continue
            match = find(rule, i, end, words, lemmas)
            if match is not None:
                found.append(match)
    found.sort(key=_precedence)
    taken: set[int] = set()
    accepted = []
    for match in found:
        if match.rule.beside:
            accepted.append(match)
        elif taken.isdisjoint(match.tokens):
            taken.update(match.tokens)
            accepted.append(match)
    return sorted(accepted, key=lambda match: match.start)


def _precedence(match: Match) -> tuple[bool, bool, int, int, int]:
    """Order matches: pseudo-triggers, then the longer phrase, then the one with fewer gaps."""
    rule = match.rule
    trigger = rule.stance is not None
    return rule.last, trigger, -len(match.tokens), match.end - match.start, match.start


def _at_beginning(i: int, start: int, words: Sequence[str]) -> bool:
    """Say whether only numbering and signs stand before a token in its sentence."""
    return i - start <= 3 and all(not word.isalpha() for word in words[start:i])


def _scopes(
    matches: list[Match], start: int, end: int, words: Sequence[str], lemmas: Sequence[str]
) -> list[StanceScope]:
    """Turn the matches of a sentence into scopes: double negatives, directions, ends."""
    triggers = [match for match in matches if match.rule.stance is not None]
    ends = [match for match in matches if match.rule.ends]
    stances = _resolved(triggers, ends)
    scopes = []
    for match, stance in zip(triggers, stances, strict=True):
        if stance is None:
            continue
        participle = stance in _WISHES and is_participle(words[match.end - 1])
        if participle and _is_perfect(words[start:end], lemmas[start:end]):
            stance = Stance.DESCRIBES
        left, right = _reach(match, start, end, words, lemmas)
        left = max([left, *(m.end for m in ends if m.end <= match.start)])
        right = min([right, *(m.start for m in ends if m.start >= match.end)])
        right = min([right, *_coordinated(match, triggers, words)])
        scopes.append(StanceScope(stance, match.start, match.end, left, max(right, match.end)))
    return scopes


def _resolved(triggers: list[Match], ends: list[Match]) -> list[Stance | None]:
    """Return each trigger's stance, after two negatives have become a wish."""
    stances = [match.rule.stance for match in triggers]
    for i, (first, second) in enumerate(pairwise(triggers)):
        near = second.start - first.end <= _NEGATION_REACH
        apart = any(first.end <= m.start < second.start for m in ends)
        forward = first.rule.direction in {Direction.FORWARD, Direction.BOTH, Direction.VERB}
        negative = (
            stances[i] in _NEGATING or first.rule.negates
        ) and second.rule.stance is Stance.WANTS_LESS
        if negative and near and forward and not apart:
            stances[i], stances[i + 1] = None, Stance.WANTS
    return stances


def _is_perfect(words: Sequence[str], lemmas: Sequence[str]) -> bool:
    """Say whether a sentence tells what has been done ("zijn gebouwd"), not what will be."""
    told = intended = False
    for word, lemma in zip(words, lemmas, strict=True):
        past = word in _words("passive_past")
        told |= past or lemma in _words("perfect")
        intended |= not past and lemma in _words("intention")
    return told and not intended


def _coordinated(match: Match, triggers: list[Match], words: Sequence[str]) -> list[int]:
    """Return where a later trigger begins a clause of its own ("minder X en meer Y")."""
    return [
        other.start
        for other in triggers
        if other.start > match.end and words[other.start - 1] in _words("coordinators")
    ]


def _reach(
    match: Match, start: int, end: int, words: Sequence[str], lemmas: Sequence[str]
) -> tuple[int, int]:
    """Return the first and the last (exclusive) token that a trigger can reach."""
    direction = match.rule.direction
    if direction is Direction.VERB:
        direction = _object_side(match, start, end, words, lemmas)
    left = right = match.start
    right = match.end
    if direction is not Direction.FORWARD:
        left = max(start, match.start - match.rule.scope)
    if direction is not Direction.BACKWARD:
        right = min(end, match.end + match.rule.scope)
    return left, right


def _object_side(
    match: Match, start: int, end: int, words: Sequence[str], lemmas: Sequence[str]
) -> Direction:
    """Return on which side of a verb its object stands.

    "Het afschaffen van X" and "we verminderen X" have it behind; "we willen X
    afschaffen" and "X wordt afgeschaft" before; "X vermindert" leaves it open.
    """
    at = match.end - 1
    word, lemma = words[at], lemmas[at]
    following = words[at + 1] if at + 1 < end else "."
    previous = words[match.start - 1] if match.start > start else "."
    if match.start == start or following == "van" or _at_beginning(match.start, start, words):
        return Direction.FORWARD
    if previous == "te":
        return Direction.BACKWARD
    if previous in _words("subjects"):
        return Direction.FORWARD
    if following in _words("subjects"):
        return Direction.BOTH
    if word != lemma:
        # A finite separated form (schaffen ... af) does not begin like its lemma.
        finite = not lemma.startswith(word[:2]) and "ge" not in word
        if finite or word in verb_forms(lemma) - {word + "n"}:
            return (
                Direction.BOTH
                if word.endswith("t") and previous != "te" and not finite
                else (Direction.FORWARD if finite else Direction.BOTH)
            )
        return Direction.BACKWARD
    if previous in _words("coordinators") and following.isalpha():
        return Direction.FORWARD
    helped = any(lemmas[i] in _words("auxiliaries") for i in range(start, match.start))
    return Direction.BACKWARD if helped else Direction.BOTH


@Language.factory(
    "manifesto_stance",
    requires=["token.is_sent_start", "token.lemma"],
    assigns=["doc._.stances"],
)
def make_stances(nlp: Language, name: str) -> Stances:
    """Make the component for a pipeline."""
    if not Doc.has_extension("stances"):
        Doc.set_extension("stances", default=())
    return Stances()
