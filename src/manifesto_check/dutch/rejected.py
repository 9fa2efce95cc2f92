"""What exactly is turned down: the thing itself, not all that is said of it.

"We schrappen de voorrang voor daklozen" turns down priority, not homeless people. There is no
parser here: a thing ends at the first preposition behind its noun, unless that noun only says
how it is there ("de bouw van X", "het recht op X", "minder geld voor X"). Where in doubt there is
no thing: to say wrongly that something is turned down is worse than to miss it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise, takewhile

from manifesto_check.dutch.clauses import (
    Sentence,
    clause_words,
    is_carrier,
    is_loss,
    is_undoing,
)
from manifesto_check.dutch.stance_rules import (
    Match,
    Stance,
    is_past_tense,
    is_perfect_participle,
)

_SAID = frozenset({"betreft", "ligt"})
"""What is wished for begins behind one: "wat ons betreft", "als het aan ons ligt"."""
_OPENERS = frozenset({"wat", "als"})
_PAST = frozenset({"was", "waren", "werd", "werden", "liet", "lieten"})
_WISHED = frozenset({"wilde", "wilden"})
_REASONS = frozenset({";", "omdat", "want", "doordat", "aangezien"})
"""What stands behind one of these tells no condition of what stands before it, nor the reverse."""
_IF_ASKED = ["het", "aan"]
_NOT = frozenset({"niet", "nooit", "nergens"})
_RESULT_REACH = 5
"""Within so many words behind "leidt tot" stands what that leads to."""
_NOT_REACH = 3
"""How many words behind the reach of a verb its "niet" stands at most: "X schaffen wij niet af"."""


def rejected_thing(match: Match, left: int, right: int, sentence: Sentence) -> frozenset[int]:
    """Return the tokens of the thing that a wish for less, or a rejection, is of.

    Args:
        match: what wants less of it, or none.
        left: the first token that it reaches.
        right: the token behind the last that it reaches.
        sentence: that of the match.

    Returns:
        Tokens among those, small words too. None where it holds on a condition alone, tells of
        the past, is turned round by another word, or is of one kind of the thing only.
    """
    part = _part(match, sentence)
    if (
        _is_conditional(part)
        or _is_past(match, _part(match, sentence, frozenset({";", ","})))
        or _is_of_loss(match, left, right, sentence)
        or _is_turned_round(match, left, right, sentence)
        or sentence.words[match.end - 1 : match.end + 1] == ["niet", "dat"]
    ):
        return frozenset()
    named = [at for at in match.tokens if sentence.words[at] in clause_words("named_in_refusal")]
    if named:
        return frozenset(named)
    before = [] if sentence.words[match.start] == "geen" else _before(match, left, sentence)
    things = [_thing(places, sentence) for places in (before, _after(match, right, sentence))]
    # A circumstance ("aan de haven", "in 2027") is the thing only where nothing else is.
    candidates = [thing for thing, _ in things] + [circumstance for _, circumstance in things]
    thing = next((places for places in candidates if _has_noun(places, sentence)), [])
    return frozenset() if _is_other(thing, match, sentence) else frozenset(thing)


def is_kept(match: Match, left: int, right: int, sentence: Sentence) -> bool:
    """Say whether a "not" turns down that a thing goes: "X wordt niet verkocht"."""
    if not match.rule.negates:
        return False
    return any(is_loss(sentence.lemmas[at]) for at in {*match.tokens, *range(left, right)})


def _is_other(thing: Sequence[int], match: Match, sentence: Sentence) -> bool:
    """Say whether what is turned down is one kind of a thing alone, or its loss.

    "Geen X zonder Y" is about that kind.
    """
    if any(_is_one_kind(sentence.words[at]) for at in thing):
        return True
    first = takewhile(lambda at: sentence.words[at] not in {"en", "of", ","}, thing)
    if any(is_loss(sentence.lemmas[at]) for at in first):
        return True
    is_no = sentence.words[match.start] == "geen"
    return is_no and bool(thing) and sentence.word(thing[-1] + 1) == "zonder"


def _part(match: Match, sentence: Sentence, breaks: Set[str] = _REASONS) -> Sentence:
    """Return the part of a sentence between some signs in which a match stands."""
    start, end = match.start, match.end
    while start > sentence.start and sentence.words[start - 1] not in breaks:
        start -= 1
    while end < sentence.end and sentence.words[end] not in breaks:
        end += 1
    return Sentence(start, end, sentence.words, sentence.lemmas)


def _is_conditional(sentence: Sentence) -> bool:
    """Say whether a sentence names a condition, or whom alone something is for."""
    words = sentence.words[sentence.start : sentence.end]
    if not clause_words("conditions").isdisjoint(words) or words[0] in {"tot", "wie"}:
        return True
    if words[1:2] == ["die"] or "wel" in words[-2:]:  # "X voor Y komt er niet, voor Z wel."
        return True
    if "als" not in words and "voor" not in words:
        return False
    return any(
        (word == "als" and (n == 0 or words[n - 1] == ",") and words[n + 1 : n + 3] != _IF_ASKED)
        or (word == "wie" and words[n - 1 : n] == ["voor"])
        or (word == "mensen" and words[n - 1 : n] == ["voor"] and "die" in words[n:])
        for n, word in enumerate(words)
    )


def _is_past(match: Match, sentence: Sentence) -> bool:
    """Say whether it was turned down before: "schrapte X", "het sluiten van X was dom"."""
    words = [sentence.words[at] for at in match.tokens]
    if any(word in clause_words("past_refusals") or is_past_tense(word) for word in words):
        return True
    inside = sentence.words[sentence.start : sentence.end]
    # "Wilde de sluiting" tells of the past, "wilde dieren" does not.
    wished = any(
        word in _WISHED and following in clause_words("determiners")
        for word, following in pairwise(inside)
    )
    return wished or not _PAST.isdisjoint(inside)


def _is_of_loss(match: Match, left: int, right: int, sentence: Sentence) -> bool:
    """Say whether it is the loss of a thing that is turned down, or what might happen.

    "X wordt niet meer verkocht", "we voorkomen dat X verdwijnt".
    """
    lemmas = [sentence.lemmas[at] for at in match.tokens]
    if match.rule.negates and is_perfect_participle(sentence.words[match.end - 1]):
        return lemmas[-1] not in clause_words("giving")
    is_demand = lemmas[0] == "moeten"  # "X moet verdwijnen", but "X verdwijnt" is often deplored.
    if not is_demand and not clause_words("preventing").isdisjoint(lemmas):
        return True
    before = sentence.lemmas[max(match.start - _RESULT_REACH, sentence.start) : match.start]
    if "leiden" in before and "tot" in before and "en" not in before:
        return True
    reach = range(left, right) if match.rule.negates else match.tokens
    return any(is_loss(sentence.lemmas[at]) for at in reach)


def _is_turned_round(match: Match, left: int, right: int, sentence: Sentence) -> bool:
    """Say whether there are two negatives: "X schaffen wij niet af", "geen afschaffing van X"."""
    if match.rule.stance is Stance.WANTS:  # "X bouwen we niet": the "niet" is its own.
        return False
    others = [at for at in range(left, right) if at not in match.tokens]
    if match.rule.negates:
        return any(is_undoing(sentence.lemmas[at]) for at in others)
    behind = takewhile(lambda at: sentence.word(at).isalpha(), range(right, right + _NOT_REACH))
    return any(sentence.word(at) in _NOT for at in [*others, *behind])


def _before(match: Match, left: int, sentence: Sentence) -> list[int]:
    """Return the tokens before a match, behind the subject of its clause.

    They reach further back than the match does, so that a thing is not cut in two: "de X waar
    deze mensen nu terechtkunnen worden gesloten".
    """
    if left == match.start - match.rule.scope or sentence.word(left - 1) == "om":
        while left > sentence.start and sentence.words[left - 1] not in clause_words(
            "clause_break"
        ):
            left -= 1
    for at in range(match.start - 1, left - 1, -1):
        if sentence.words[at] in _SAID and sentence.words[sentence.start] in _OPENERS:
            return list(range(at + 1, match.start))
        if sentence.words[at] in clause_words("persons"):
            is_inverted = at > left and sentence.lemmas[at - 1] in clause_words("auxiliaries")
            behind = range(at + (1 if is_inverted else 2), match.start)
            if is_inverted and not _has_noun(behind, sentence):
                return list(range(left, at - 1))  # "X willen we sluiten"
            return list(behind)
    return list(range(left, match.start))


def _after(match: Match, right: int, sentence: Sentence) -> list[int]:
    """Return the tokens behind the first word of a match: "laten X los", "afschaffen van X"."""
    places = [at for at in range(match.start + 1, right) if at not in match.tokens]
    return places[1:] if places and sentence.words[places[0]] == "van" else places


def _thing(places: Sequence[int], sentence: Sentence) -> tuple[list[int], list[int]]:
    """Return the first noun with what belongs to it, and a circumstance that stands before it.

    Args:
        places: tokens in the order of the text.
        sentence: theirs.
    """
    found: list[int] = []
    circumstance: list[int] = []
    has_noun = is_circumstance = False
    breaks, prepositions = clause_words("thing_breaks"), clause_words("prepositions")
    small = clause_words("before_noun")
    for at in places:
        word = sentence.words[at]
        if word in breaks:
            if has_noun:
                break
            is_circumstance = False
        elif word in prepositions:
            if word == "om" and any(is_carrier(sentence.lemmas[noun]) for noun in found):
                return [*found, *_purpose(at, sentence)], circumstance
            if has_noun and not is_carrier(sentence.lemmas[found[-1]]):
                break
            # "In 2027 de bijstand verlagen": what stands in front is a circumstance.
            is_circumstance, has_noun = not has_noun, False
        elif is_circumstance:
            circumstance.append(at)
            is_circumstance = sentence.word(at + 1) not in clause_words("determiners")
        else:
            found.append(at)
            has_noun = has_noun or (word[0].isalnum() and word not in small)
    return found, circumstance


def _purpose(om: int, sentence: Sentence) -> list[int]:
    """Return what a plan or a duty is of: "de plicht om X te bouwen" is of building, and of X.

    "De plicht om X te isoleren" is of insulating alone.
    """
    for at in range(om + 1, sentence.end - 1):
        if sentence.words[at] == "te":
            is_giving = sentence.lemmas[at + 1] in clause_words("giving")
            return [*(range(om + 1, at) if is_giving else ()), at + 1]
    return []


def _has_noun(places: Sequence[int], sentence: Sentence) -> bool:
    """Say whether there is more among some tokens than small words and who acts."""
    small = _small_words()
    words = (sentence.words[at] for at in places)
    return any(word[0].isalnum() and word not in small for word in words)


def _is_one_kind(word: str) -> bool:
    """Say whether an adjective tells one kind of a thing, a bad one, from the others."""
    if word in clause_words("bad_kinds"):
        return True
    is_un = word.startswith(("on", "niet-")) and word.endswith("e")
    return is_un and not word.startswith(_no_un())


@cache
def _small_words() -> frozenset[str]:
    return clause_words("before_noun") | clause_words("subjects")


@cache
def _no_un() -> tuple[str, ...]:
    return tuple(clause_words("no_un"))
