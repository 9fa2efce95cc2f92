"""How far a trigger of stance reaches: which tokens of its sentence it holds of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from manifesto_check.dutch.clauses import (
    Sentence,
    clause_words,
    is_burden_word,
    is_fight_word,
    is_loss,
)
from manifesto_check.dutch.objects import clause_start, object_side
from manifesto_check.dutch.rejected import is_kept, rejected_thing
from manifesto_check.dutch.stance_negatives import FACTS, NEGATING, resolved
from manifesto_check.dutch.stance_rules import Direction, Match, Stance, is_perfect_participle

_BURDEN_REACH = 8
"""How many tokens at most what a burden or a fight is of has ("wachtlijsten voor zwemles")."""
_PURPOSE_REACH = 20
"""Over how many tokens a purpose ("zodat ...") is wished for with its main clause."""
_NOTHING = frozenset[int]()
_WISHES = frozenset({Stance.WANTS, Stance.WANTS_LESS})


@dataclass(frozen=True, slots=True)
class StanceScope:
    """The tokens over which a trigger has its effect; all are indices into the doc.

    ``start`` to ``end`` (exclusive) holds the trigger itself too. A ``weak``
    scope counts only on tokens of which nothing else holds. On ``spared`` ones it has none:
    "we bestrijden wachtlijsten voor hulp" wants less of lists, not of fighting or of help.
    The ``thing`` is what less is wanted of in the strict sense (``rejected.py``). A wish for less
    that is ``turned`` round wants its thing to stay: "geen zwembad gaat dicht".
    """

    category: Stance
    trigger_start: int
    trigger_end: int
    start: int
    end: int
    weak: bool = False
    spared: frozenset[int] = frozenset()
    thing: frozenset[int] = frozenset()
    turned: bool = False

    def holds_of(self, token: int) -> bool:
        """Say whether the trigger has its effect on a token."""
        return self.start <= token < self.end and token not in self.spared


def stance_scopes(matches: list[Match], sentence: Sentence) -> list[StanceScope]:
    """Turn the matches of a sentence into scopes: double negatives, directions, ends.

    Args:
        matches: those of one sentence, in the order of the text.
        sentence: that sentence.
    """
    triggers = [match for match in matches if match.rule.stance is not None]
    if not triggers:
        return []
    ends = [match for match in matches if match.rule.ends]
    words = sentence.words[sentence.start : sentence.end]
    colons = []
    if ":" in words:
        colons = [at for at, word in enumerate(words, sentence.start) if word == ":"]
    scopes = []
    for match, stance in zip(triggers, resolved(triggers, matches, sentence), strict=True):
        if stance is None:
            continue
        if stance in _WISHES and is_perfect_participle(sentence.words[match.end - 1]):
            stance = Stance.DESCRIBES if sentence.is_perfect() else stance
        is_less = stance in NEGATING
        left, right = _reach(match, is_less, sentence)
        if ends:
            left, right = _up_to_ends(match, is_less, (left, right), ends)
        if colons:
            left, right = _up_to_colons(match, is_less, (left, right), colons)
        if len(triggers) > 1:
            right = min([right, *_coordinated(match, triggers, sentence.words)])
        right = max(right, match.end)
        spared = thing = _NOTHING
        if is_less:
            spared = _spared_by(match, left, right, sentence)
            thing = rejected_thing(match, left, right, sentence) - spared
        turned = stance is Stance.WANTS and match.rule.stance is Stance.WANTS_LESS
        scopes.append(
            StanceScope(
                stance,
                match.start,
                match.end,
                left,
                right,
                match.rule.weak,
                spared,
                thing,
                turned,
            )
        )
    return scopes + _purposes(matches, scopes, sentence)


def _up_to_ends(
    match: Match, is_less: bool, reach: tuple[int, int], ends: list[Match]
) -> tuple[int, int]:
    """Return what is left of the reach of a trigger between the phrases that end it."""
    left, right = reach
    for end in ends:
        is_half = end.rule.half
        if is_half and not (is_less and _apart(end, match)):
            continue
        if end.start >= match.end:
            right = min(right, end.start)
        elif end.end <= match.start and (end.rule.purpose or not is_half):
            left = max(left, end.end)
    return left, right


def _up_to_colons(
    match: Match, is_less: bool, reach: tuple[int, int], colons: list[int]
) -> tuple[int, int]:
    """Return what is left of the reach of a trigger between colons.

    What stands behind one tells what was said before it; neither holds of the other, but
    where a wish for less has its object there ("wij stoppen met: ...").
    """
    left, right = reach
    left = max([left, *(at + 1 for at in colons if at < match.start)])
    if is_less:
        right = min([right, *(at for at in colons if at > match.end)])
    return left, right


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
        if before and not before & FACTS:
            right = min(sentence.end, match.end + _PURPOSE_REACH)
            right = min([right, *(m.start for m in matches if m.rule.ends and m.start > match.end)])
            found.append(
                StanceScope(Stance.WANTS, match.start, match.end, match.start, right, weak=True)
            )
    return found


def _coordinated(match: Match, triggers: list[Match], words: Sequence[str]) -> list[int]:
    """Return where a later trigger begins a clause of its own ("minder X en meer Y")."""
    coordinators = clause_words("coordinators")
    return [
        other.start
        for other in triggers
        if other.start > match.end
        and (
            other.rule.beside
            or not coordinators.isdisjoint(words[other.start - 1 : other.start + 1])
        )
    ]


def _reach(match: Match, is_less: bool, sentence: Sentence) -> tuple[int, int]:
    """Return the first and the last (exclusive) token that a trigger can reach."""
    direction = match.rule.direction
    if direction is Direction.VERB:
        direction = object_side(match, is_less, sentence)
    left, right = match.start, match.end
    if direction is not Direction.FORWARD:
        left = max(clause_start(match, sentence), match.start - match.rule.scope)
    # Behind "X komt er niet, ..." something else begins.
    is_over = sentence.words[match.end - 1] == "niet" and sentence.word(match.end) == ","
    if direction is not Direction.BACKWARD and not is_over:
        right = min(sentence.end, match.end + match.rule.scope)
    return left, right


def _is_of_other(lemma: str) -> bool:
    """Say whether less of what a noun names is not less of what it is of."""
    return is_burden_word(lemma) or is_fight_word(lemma) or is_loss(lemma)


def _spared_by(match: Match, left: int, right: int, sentence: Sentence) -> frozenset[int]:
    """Return the tokens in the scope of a wish for less that it is not about.

    Its own verb, and what a burden or a fight is of: who wants less of the waiting lists for
    shelter does not want less shelter, who ends the fight against debts not fewer debts. And
    what it is that goes, where a "not" turns that down ("X wordt niet verkocht").
    """
    if is_kept(match, left, right, sentence):
        return frozenset(at for at in range(left, right) if not is_loss(sentence.lemmas[at]))
    spared = set(match.tokens) if match.rule.direction is Direction.VERB else set()
    ends = clause_words("clause_break") | {","}
    for at in range(left, right - 1):
        lemma = sentence.lemmas[at]
        of_other = at not in match.tokens and _is_of_other(lemma)
        if of_other and sentence.word(at + 1) in clause_words("of_burden"):
            after = range(at + 2, min(right, at + 2 + _BURDEN_REACH))
            spared.update(takewhile(lambda place: sentence.words[place] not in ends, after))
    return frozenset(spared)
