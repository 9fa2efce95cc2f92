"""How far a trigger of stance reaches: which tokens of its sentence it holds of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from manifesto_check.dutch.lexicon import verb_forms
from manifesto_check.dutch.resources import table
from manifesto_check.dutch.stance_rules import Direction, Match, Stance, is_perfect_participle

_NEGATION_REACH = 3
"""How many tokens may stand between a negative and the wish for less that it turns round."""
_PURPOSE_REACH = 20
"""Over how many tokens a purpose ("zodat ...") is wished for with its main clause."""
_WISHES = frozenset({Stance.WANTS, Stance.WANTS_LESS})
_NEGATING = frozenset({Stance.REJECTS, Stance.WANTS_LESS})
_FACTS = frozenset({Stance.DESCRIBES, Stance.BOASTS})


@dataclass(frozen=True, slots=True)
class StanceScope:
    """The tokens over which a trigger has its effect; all are indices into the doc.

    ``start`` to ``end`` (exclusive) holds the trigger itself too. A ``weak``
    scope counts only on tokens of which nothing else holds.
    """

    category: Stance
    trigger_start: int
    trigger_end: int
    start: int
    end: int
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a doc: its tokens' range, and the doc's words (lower case) and lemmas."""

    start: int
    end: int
    words: Sequence[str]
    lemmas: Sequence[str]

    def word(self, at: int) -> str:
        """Return the word at an index, or a full stop outside the sentence."""
        return self.words[at] if self.start <= at < self.end else "."

    def is_beginning(self, at: int) -> bool:
        """Say whether only numbering and signs stand before a token."""
        before = self.words[self.start : at]
        return at - self.start <= 3 and all(not word.isalpha() for word in before)

    def is_list_item(self, at: int) -> bool:
        """Say whether an infinitive is all that there is of a verb: "Kantoren ombouwen tot X"."""
        following = self.word(at + 1)
        if following[:1].isalnum() and following not in _kind("complement"):
            return False
        words = [*self.words[self.start : at], *self.words[at + 1 : self.end]]
        lemmas = [*self.lemmas[self.start : at], *self.lemmas[at + 1 : self.end]]
        return _kind("clausal").isdisjoint(words) and _kind("auxiliaries").isdisjoint(lemmas)

    def is_perfect(self) -> bool:
        """Say whether it tells what has been done ("zijn gebouwd"), not what will be."""
        words, lemmas = self.words[self.start : self.end], self.lemmas[self.start : self.end]
        past, intention = _kind("passive_past"), _kind("intention")
        if past.isdisjoint(words):
            return not _kind("perfect").isdisjoint(lemmas) and intention.isdisjoint(lemmas)
        pairs = zip(words, lemmas, strict=True)
        return intention.isdisjoint(lemma for word, lemma in pairs if word not in past)


def _kind(kind: str) -> frozenset[str]:
    return table("clauses.tsv", kind)


def stance_scopes(matches: list[Match], sentence: Sentence) -> list[StanceScope]:
    """Turn the matches of a sentence into scopes: double negatives, directions, ends.

    Args:
        matches: those of one sentence, in the order of the text.
        sentence: that sentence.
    """
    triggers = [match for match in matches if match.rule.stance is not None]
    ends = [match for match in matches if match.rule.ends]
    # What stands behind a colon tells what was said before it; it seldom holds of that.
    colons = [at for at in range(sentence.start, sentence.end) if sentence.words[at] == ":"]
    scopes = []
    for match, stance in zip(triggers, _resolved(triggers, matches, sentence), strict=True):
        if stance is None:
            continue
        if stance in _WISHES and is_perfect_participle(sentence.words[match.end - 1]):
            stance = Stance.DESCRIBES if sentence.is_perfect() else stance
        left, right = _reach(match, stance, sentence)
        left = max([left, *(at + 1 for at in colons if at < match.start)])
        closing = [m for m in ends if not m.rule.half or (stance in _NEGATING and _apart(m, match))]
        opening = (m for m in closing if m.rule.purpose or not m.rule.half)
        left = max([left, *(m.end for m in opening if m.end <= match.start)])
        right = min([right, *(m.start for m in closing if m.start >= match.end)])
        right = min([right, *_coordinated(match, triggers, sentence.words)])
        right = max(right, match.end)
        scopes.append(StanceScope(stance, match.start, match.end, left, right, match.rule.weak))
    return scopes + _purposes(matches, scopes, sentence)


def _apart(end: Match, trigger: Match) -> bool:
    """Say whether an end stands apart from its trigger, not as in "verbieden om"."""
    return end.start != trigger.end


def _purposes(
    matches: list[Match], scopes: list[StanceScope], sentence: Sentence
) -> list[StanceScope]:
    """Return the scopes of purposes: "we schrappen regels zodat X" wants X."""
    found = []
    for match in matches:
        if not match.rule.purpose:
            continue
        before = {s.category for s in scopes if s.trigger_start < match.start}
        if before and not before & _FACTS:
            right = min(sentence.end, match.end + _PURPOSE_REACH)
            right = min([right, *(m.start for m in matches if m.rule.ends and m.start > match.end)])
            found.append(
                StanceScope(Stance.WANTS, match.start, match.end, match.start, right, weak=True)
            )
    return found


def _resolved(
    triggers: list[Match], matches: list[Match], sentence: Sentence
) -> list[Stance | None]:
    """Return each trigger's stance, after negatives have turned round what they belong to."""
    stances = [match.rule.stance for match in triggers]
    told = any(s in _FACTS and not m.rule.negates for s, m in zip(stances, triggers, strict=True))
    for i, (first, second) in enumerate(pairwise(triggers)):
        between = sentence.words[first.end : second.start]
        near = len(between) <= _NEGATION_REACH and "," not in between
        if any(m.rule.ends and first.end <= m.start < second.start for m in matches):
            continue
        negative = stances[i] in _NEGATING or first.rule.negates
        forward = first.rule.direction is not Direction.BACKWARD
        less = second.rule.stance is Stance.WANTS_LESS and not second.rule.negates
        if negative and near and forward and less:
            stances[i], stances[i + 1] = None, Stance.WANTS
        elif _is_plain_negation(first) and near and _is_act(second):
            stances[i : i + 2] = _negated(geen_first="geen" in first.rule.phrase[0].words)
        elif _is_plain_negation(second) and _is_finite(first, sentence):
            stances[i] = Stance.REJECTS if _is_act(first) else Stance.WANTS
            stances[i + 1] = None
        elif _is_plain_negation(second) and near and not told and _is_promise(first):
            stances[i], stances[i + 1] = None, Stance.REJECTS
    return _spared(stances, triggers, matches)


def _negated(*, geen_first: bool) -> list[Stance | None]:
    """Return the stances of a negative and a verb: "geen" has the object, "niet" the verb."""
    return [Stance.REJECTS, None] if geen_first else [None, Stance.REJECTS]


def _is_finite(match: Match, sentence: Sentence) -> bool:
    """Say whether a match is a verb with an object, not an adjective made of one ("verplichte")."""
    return match.rule.direction is Direction.VERB and sentence.words[match.end - 1][-1] != "e"


def _is_promise(match: Match) -> bool:
    """Say whether a match promises something by itself ("de gemeente bouwt")."""
    return match.rule.stance is Stance.WANTS and len(match.tokens) > 1 and not match.rule.weak


def _spared(
    stances: list[Stance | None], triggers: list[Match], matches: list[Match]
) -> list[Stance | None]:
    """Turn the wishes for less behind "zonder dat", up to the end of its clause, into wishes."""
    ends = [match.start for match in matches if match.rule.ends and not match.rule.half]
    for match in matches:
        if match.rule.spares:
            end = min((at for at in ends if at >= match.end), default=match.end + match.rule.scope)
            for i, trigger in enumerate(triggers):
                near = match.end <= trigger.start < min(end, match.end + match.rule.scope)
                if near and stances[i] in _NEGATING:
                    stances[i] = Stance.WANTS
    return stances


def _is_plain_negation(match: Match) -> bool:
    """Say whether a match is a "niet" or "geen" of which no rule tells more."""
    return len(match.tokens) == 1 and match.rule.negates and match.rule.stance is Stance.DESCRIBES


def _is_act(match: Match) -> bool:
    """Say whether a match is a verb of doing something for its object (bouwen)."""
    return match.rule.stance is Stance.WANTS and match.rule.direction is Direction.VERB


def _coordinated(match: Match, triggers: list[Match], words: Sequence[str]) -> list[int]:
    """Return where a later trigger begins a clause of its own ("minder X en meer Y")."""
    coordinators = _kind("coordinators")
    return [
        other.start
        for other in triggers
        if other.start > match.end
        and (
            other.rule.beside
            or not coordinators.isdisjoint(words[other.start - 1 : other.start + 1])
        )
    ]


def _reach(match: Match, stance: Stance, sentence: Sentence) -> tuple[int, int]:
    """Return the first and the last (exclusive) token that a trigger can reach."""
    direction = match.rule.direction
    if direction is Direction.VERB:
        direction = _object_side(match, stance in _NEGATING, sentence)
    left, right = match.start, match.end
    if direction is not Direction.FORWARD:
        left = max(sentence.start, match.start - match.rule.scope)
    if direction is not Direction.BACKWARD:
        right = min(sentence.end, match.end + match.rule.scope)
    return left, right


def _object_side(match: Match, less: bool, sentence: Sentence) -> Direction:
    """Return on which side of a verb its object stands.

    "Het afschaffen van X" and "we verminderen X" have it behind; "we willen X
    afschaffen" and "X wordt afgeschaft" before; "X vermindert" leaves it open.
    A wish for less must not hold of the subject, so there we look closer.
    """
    at = match.end - 1
    word, lemma = sentence.words[at], sentence.lemmas[at]
    following, previous = sentence.word(at + 1), sentence.word(match.start - 1)
    if sentence.is_beginning(match.start) or following == "van":
        return Direction.FORWARD
    if previous == "te":
        return Direction.BACKWARD
    if previous in _kind("subjects"):
        return Direction.FORWARD
    if following in _kind("subjects"):
        return _inverted(at + 2, sentence) if less else Direction.BOTH
    if word != lemma:
        return _side_of_form(at, less, sentence)
    if previous in _kind("coordinators") and following.isalpha():
        return Direction.FORWARD
    if any(sentence.lemmas[i] in _kind("auxiliaries") for i in range(sentence.start, match.start)):
        return Direction.BACKWARD
    return _side_by_next(following) if less else Direction.BOTH


def _side_of_form(at: int, less: bool, sentence: Sentence) -> Direction:
    """Return the side for a form of a verb that is not its infinitive."""
    word, lemma, following = sentence.words[at], sentence.lemmas[at], sentence.word(at + 1)
    # A finite separated form (schaffen ... af) does not begin like its lemma.
    separated = not lemma.startswith(word[:2]) and "ge" not in word
    finite = separated or word in verb_forms(lemma) - {word + "n"}
    if not finite and (is_perfect_participle(word) or not word.endswith("t")):
        return Direction.BACKWARD
    article = following in _kind("articles")
    if less and article and sentence.word(at + 2) in _kind("subjects"):
        return Direction.BACKWARD
    if separated:
        return Direction.FORWARD
    return _side_by_next(following) if less else Direction.BOTH


def _inverted(after: int, sentence: Sentence) -> Direction:
    """Return the side where the subject follows: "X voorkomen we door", "zo voorkomen we X"."""
    following = sentence.word(after)
    fronted = following in _kind("clause_end") | _kind("after_object") | _kind("firm_particles")
    return Direction.BACKWARD if fronted else Direction.FORWARD


def _side_by_next(following: str) -> Direction:
    """Return the side by the word behind the verb: an object, the end of the clause, or neither."""
    if following in _kind("after_object"):
        return Direction.BOTH
    ended = following in _kind("clause_end") or not following[:1].isalnum()
    return Direction.BACKWARD if ended else Direction.FORWARD
