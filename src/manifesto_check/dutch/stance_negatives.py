"""Negatives: what a stance is after "not", "no" and the like have turned it round."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from manifesto_check.dutch.clauses import Sentence, clause_words
from manifesto_check.dutch.stance_rules import Direction, Match, Stance

NEGATING = frozenset({Stance.REJECTS, Stance.WANTS_LESS})
FACTS = frozenset({Stance.DESCRIBES, Stance.BOASTS})
_BACKWARDS = frozenset({Direction.BACKWARD, Direction.BOTH})
_REACH = 3
"""How many tokens may stand between a negative and the wish for less that it turns round."""
_NOS = frozenset({"geen", "niet", "nooit"})
_TOWARDS = frozenset({"voor", "van", "aan", "over", "op"})
"""May stand before a noun that begins a sentence: "voor een verbod zien wij geen reden"."""
_NO_LONGER_REACH = 4
"""How many tokens after one of these a "meer" that belongs to it stands at most."""
_NOUN_REACH = 8
"""The same between a noun for less and the verb that does away with it."""


def resolved(
    triggers: list[Match], matches: list[Match], sentence: Sentence
) -> list[Stance | None]:
    """Return each trigger's stance, after negatives have turned round what they belong to.

    Args:
        triggers: the matches of a sentence that have a stance, in the order of the text.
        matches: all matches.
        sentence: that sentence.

    Returns:
        For each trigger its stance; None where another one speaks for it.
    """
    stances = [match.rule.stance for match in triggers]
    ends = [match.start for match in matches if match.rule.ends]
    for i, (first, second) in enumerate(pairwise(triggers)):
        if _is_plan_for_less(first, second, sentence):
            stances[i], stances[i + 1] = None, Stance.WANTS
            continue
        # "Op de aanpak van X wordt bezuinigd": what is cut stands within the phrase.
        is_inside = second.start < first.end and stances[i] in NEGATING
        is_inside &= not first.rule.negates
        if is_inside or any(first.end <= end < second.start for end in ends):
            continue
        negative = stances[i] in NEGATING or first.rule.negates
        if negative and _is_no_longer(first, second, sentence):
            stances[i + 1] = None
            continue
        near = _is_near(first, second, sentence)
        forward = first.rule.direction is not Direction.BACKWARD
        less = second.rule.stance is Stance.WANTS_LESS and not second.rule.negates
        if negative and near and forward and less:
            stances[i], stances[i + 1] = None, Stance.WANTS
        elif _is_plain_negation(first) and near and _is_act(second):
            stances[i : i + 2] = _negated(geen_first="geen" in first.rule.phrase[0].words)
        elif _is_finite(first, sentence) and (
            _is_plain_negation(second) or _is_inverted(first, second, sentence)
        ):
            stances[i] = Stance.REJECTS if _is_act(first) else Stance.WANTS
            stances[i + 1] = None
        elif _is_plain_negation(second) and near and _is_promise(first) and not _tell(triggers):
            stances[i], stances[i + 1] = None, Stance.REJECTS
        elif _is_rejected(first, second, sentence):
            stances[i], stances[i + 1] = Stance.WANTS, None
    _undo(stances, triggers, ends, sentence)
    _turn_round(stances, triggers, ends, sentence)
    return _spared(stances, triggers, matches)


def _is_plan_for_less(first: Match, second: Match, sentence: Sentence) -> bool:
    """Say whether a plan for less is rejected: "wij zijn tegen het plan om X te sluiten"."""
    less = second.rule.stance is Stance.WANTS_LESS and not second.rule.negates
    if not less or first.rule.stance not in NEGATING:
        return False
    between = sentence.words[first.end : second.start]
    if "om" not in between:
        return False
    return not clause_words("plans").isdisjoint(between[: between.index("om")])


def _undo(
    stances: list[Stance | None], triggers: list[Match], ends: list[int], sentence: Sentence
) -> None:
    """Turn round what must be undone: "de sluiting van X moet worden teruggedraaid"."""
    for i in range(len(triggers) - 2):
        first, demand, second = triggers[i : i + 3]
        both_less = stances[i] is stances[i + 2] is Stance.WANTS_LESS
        is_demand = stances[i + 1] is Stance.WANTS and sentence.lemmas[demand.start] == "moeten"
        apart = any(first.end <= end < second.start for end in ends)
        near = second.start - first.end <= _NOUN_REACH
        if both_less and is_demand and near and not apart and _is_undone(first, second):
            stances[i], stances[i + 2] = None, Stance.WANTS


def _turn_round(
    stances: list[Stance | None], triggers: list[Match], ends: list[int], sentence: Sentence
) -> None:
    """Turn round what is turned down as a whole: "een verbod op X voor Y wijzen wij af"."""
    for i, less in enumerate(triggers):
        is_less = stances[i] is Stance.WANTS_LESS and not less.rule.negates
        if not is_less or not _begins(less, sentence):
            continue
        end = min((at for at in ends if at >= less.end), default=sentence.end)
        for j, verdict in enumerate(triggers[i + 1 :], i + 1):
            is_of_all = verdict.rule.direction is not Direction.FORWARD
            near = verdict.start < end and "," not in sentence.words[less.end : verdict.start]
            if stances[j] is Stance.REJECTS and is_of_all and near:
                stances[i], stances[j] = Stance.WANTS, None
                break


def _begins(match: Match, sentence: Sentence) -> bool:
    """Say whether a noun, or a verb used as one, begins a sentence."""
    start = sentence.start
    if sentence.words[start] in _TOWARDS:
        start += 1
    return clause_words("noun_openers").issuperset(sentence.words[start : match.start])


def _tell(triggers: list[Match]) -> bool:
    """Say whether one of the triggers, negatives apart, tells of what is or was."""
    return any(match.rule.stance in FACTS and not match.rule.negates for match in triggers)


def _is_near(first: Match, second: Match, sentence: Sentence) -> bool:
    """Say whether a trigger stands so near another that one can turn the other round."""
    between = sentence.words[first.end : second.start]
    reach = _NOUN_REACH if _is_undone(first, second) else _REACH
    is_near = len(between) <= reach and "," not in between
    return is_near and not _is_apart(first, between, sentence)


def _is_apart(first: Match, between: Sequence[str], sentence: Sentence) -> bool:
    """Say whether a negative is not about the verb behind it.

    It may begin something of its own ("minder toezicht en schaffen X af"), or the negative be an
    aim by itself ("om X te stoppen schrappen we Y").
    """
    is_aim = first.start > sentence.start and sentence.words[first.start - 1] == "te"
    return is_aim or "en" in (*between[:1], *between[-1:])


def _is_no_longer(negative: Match, more: Match, sentence: Sentence) -> bool:
    """Say whether a "meer" says that something ends: "geen recht meer op X" wishes for no more."""
    words = [sentence.words[token] for token in more.tokens]
    nos = [token for token in negative.tokens if sentence.words[token] in _NOS]
    return words == ["meer"] and any(0 < more.start - no <= _NO_LONGER_REACH for no in nos)


def _is_undone(less: Match, undoing: Match) -> bool:
    """Say whether something does away with a noun for less: "bezuinigingen op X terugdraaien"."""
    is_noun = less.rule.stance is Stance.WANTS_LESS and not less.rule.negates
    is_noun &= less.rule.direction is Direction.FORWARD
    if undoing.rule.direction is Direction.VERB:
        return is_noun
    return is_noun and len(less.tokens) > 1 and undoing.rule.direction is not Direction.FORWARD


def _is_rejected(less: Match, verdict: Match, sentence: Sentence) -> bool:
    """Say whether a wish for less is itself rejected: "het sluiten van X is onwenselijk"."""
    wants_less = less.rule.stance is Stance.WANTS_LESS and not less.rule.negates
    rejected = verdict.rule.stance is Stance.REJECTS and verdict.rule.direction in _BACKWARDS
    if not (wants_less and rejected):
        return False
    return _begins(less, sentence)


def _negated(*, geen_first: bool) -> list[Stance | None]:
    """Return the stances of a negative and a verb: "geen" has the object, "niet" the verb."""
    return [Stance.REJECTS, None] if geen_first else [None, Stance.REJECTS]


def _is_finite(match: Match, sentence: Sentence) -> bool:
    """Say whether a match is a verb with an object, not an adjective made of one ("verplichte")."""
    return match.rule.direction is Direction.VERB and sentence.words[match.end - 1][-1] != "e"


def _is_inverted(verb: Match, negation: Match, sentence: Sentence) -> bool:
    """Say whether a "we ... niet" right behind a verb is of that verb: "X sluiten we niet"."""
    words = [sentence.words[token] for token in negation.tokens]
    is_we = words[0] in clause_words("persons") and words[-1] == "niet"
    return is_we and verb.end == negation.start


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
                if near and stances[i] in NEGATING:
                    stances[i] = Stance.WANTS
    return stances


def _is_plain_negation(match: Match) -> bool:
    """Say whether a match is a "niet" or "geen" of which no rule tells more."""
    return len(match.tokens) == 1 and match.rule.negates and match.rule.stance is Stance.DESCRIBES


def _is_act(match: Match) -> bool:
    """Say whether a match is a verb of doing something for its object (bouwen)."""
    return match.rule.stance is Stance.WANTS and match.rule.direction is Direction.VERB
