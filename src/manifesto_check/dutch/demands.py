"""What a demand in one sentence is about: the thing that it turns down, or the thing that it wants.

A demand is a measure as a list has it ("minder auto's in de binnenstad"), not a passage of a
programme: it always asks, so that no "geen" in it just tells what is.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from manifesto_check.dutch.clauses import clause_words, is_carrier, is_loss
from manifesto_check.dutch.stance import REJECTIONS, scopes_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ADVERBS = frozenset({"weg", "af", "terug", "langer", "dicht", "eruit"})
"""What may stand behind the noun of a thing, as small words do ("geen X meer", "haal X weg")."""


def turned_down(span: Span) -> set[int]:
    """Return the tokens of the very thing that a sentence turns down, or of its loss."""
    scopes = [scope for scope in scopes_in(span) if scope.category in REJECTIONS]
    # "Verkoop geen X": a measure asks, so that its "geen" does not just tell what is.
    turns_down = bool(scopes) or any(token.lower_ == "geen" for token in span)
    losses = {token.i for token in span if is_loss(token.lemma_)} if turns_down else set()
    thing = frozenset().union(*(scope.thing for scope in scopes))
    return losses or {at for at in thing if not _goes_on(at, thing, span.doc)}


def kept(span: Span) -> set[int]:
    """Return the tokens of what a sentence wants to stay, but those of places and the like."""
    doc, found = span.doc, set[int]()
    for scope in scopes_in(span):
        if not scope.turned:
            continue
        # "Geen sluiting van X": X does not stand behind a preposition of its own.
        is_of = doc[scope.trigger_end - 1].lower_ in clause_words("prepositions")
        words = main_words(doc[scope.trigger_end : scope.end] if is_of else span)
        trigger = range(scope.trigger_start, scope.trigger_end)
        found.update(at for at in words if scope.holds_of(at) and at not in trigger)
    return found


def _goes_on(at: int, thing: Set[int], doc: Doc) -> bool:
    """Say whether a word of a thing says of what kind the next one is: "vervuilende industrie"."""
    if at + 1 not in thing:
        return False
    following = doc[at + 1]
    return following.is_alpha and following.lower_ not in clause_words("before_noun") | _ADVERBS


def main_words(span: Span) -> set[int]:
    """Return the tokens of a sentence but those of places, groups and the like.

    They stand behind a preposition, up to the next comma or thing, but where the noun before it
    only says how what is behind is there ("geld voor X").
    """
    main: set[int] = set()
    is_behind = has_noun = carries = False
    for token in span:
        word = token.lower_
        if word == "per":  # "€ 500 per jaar energietoeslag"
            continue
        if word in clause_words("prepositions"):
            is_behind, has_noun = not carries, False
        elif word in {",", ";", ":"} or (has_noun and word in clause_words("determiners")):
            is_behind = False
        elif token.is_alpha and word not in clause_words("before_noun"):
            has_noun = True
        if not is_behind:
            main.add(token.i)
        carries = is_carrier(token.lemma_)
    return main
