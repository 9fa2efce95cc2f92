"""What a passage wants of a measure's concepts: the stances on their words, for or against.

That less is wanted of a thing can speak for a measure or against it: it
depends on what the measure wants of that very thing. Of a concept that only
names a group or an actor (wants: none) it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.clauses import is_burden_word, is_fight_word, is_group_apart
from manifesto_check.dutch.stance import REJECTIONS, Stance, StanceScope, scopes_in, stances_of
from manifesto_check.dutch.wished import is_grown
from manifesto_check.matching.refusals import refused_among
from manifesto_check.recommendations.model import Wants

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

LESS = frozenset({Wants.LESS, Wants.REFUSED})
STANCE_SIGNALS = (*(stance.value for stance in Stance), "favours", "against", "opposite")


@dataclass(frozen=True, slots=True)
class Attitude:
    """The stances of a passage on a measure's concepts.

    Attributes:
        held: those on any of their words.
        favours: whether some of them go the way of the measure.
        against: whether some of them go the other way (see :func:`is_against`).
        opposite: whether it wants what is contrary to the measure, or less of the very thing that
            the measure cannot do without.
        refuses: whether it turns down the very thing that one of the concepts names.
        undoes: of a measure that turns something down, whether it wants that very thing, or (of
            a bare one) turns down nothing itself.
    """

    held: frozenset[Stance]
    favours: bool
    against: bool
    opposite: bool
    refuses: bool
    undoes: bool

    def values(self) -> list[float]:
        """Return the values of STANCE_SIGNALS."""
        held = (float(s in self.held) for s in Stance)
        return [*held, float(self.favours), float(self.against), float(self.opposite)]


def attitude(
    span: Span,
    concepts: Iterable[tuple[Wants, Sequence[int]]],
    contrary: Sequence[int] = (),
    needed: Sequence[int] = (),
    *,
    is_bare: bool = False,
) -> Attitude:
    """Weigh the stances of a passage.

    Args:
        span: the passage.
        concepts: for each concept that it meets, what the measure wants of it
            and the tokens of the Doc that meet it.
        contrary: the tokens of what is contrary to the measure. Words of its concepts
            among them say nothing by themselves: who sells social housing speaks of
            social housing.
        needed: the tokens of what the measure cannot do without.
        is_bare: whether the measure's text turns something down (``Wants.REFUSED``), and nobody
            wrote both words and examples of what is for it: then a passage must turn something
            down too, and any wish for that thing is against it.
    """
    scopes, concepts = scopes_in(span), list(concepts)
    things = _things(span, scopes, [*(tokens for _, tokens in concepts), contrary, needed])
    of_opposite = stances_of(contrary, scopes)
    held = set(of_opposite)
    favours = _is_less(of_opposite)
    opposite = not favours and Stance.WANTS in of_opposite
    refused = set(needed).intersection(things)
    against = [s for s in scopes if not s.thing.isdisjoint(refused)] if refused else []
    held |= stances_of(refused, scopes)
    refuses = wants_it = False
    for wants, tokens in _by_wants(concepts, contrary, span.doc):
        stances = _stances_on(tokens, scopes, wants)
        held |= stances
        if wants in LESS and against:
            # "Geen hulp meer bij schulden" is against help, so it is not for fewer debts.
            stances = stances_of(tokens, [s for s in scopes if s not in against])
        favours |= is_for(stances, wants)
        grows = wants is Wants.REFUSED and _grows(tokens, scopes, span.doc)
        if is_against(stances, wants) and (grows or is_bare or wants is not Wants.REFUSED):
            against += [s for s in scopes if any(map(s.holds_of, tokens))]
            refuses |= not tokens.isdisjoint(things)
            wants_it |= wants is Wants.REFUSED
            opposite |= grows
    opposite = (opposite or bool(refused)) and not favours
    goes_against = bool(against) or opposite or wants_it
    undoes = not favours and (wants_it or (is_bare and not _is_less(frozenset(held))))
    return Attitude(frozenset(held), favours, goes_against, opposite, refuses, undoes)


def _things(span: Span, scopes: Sequence[StanceScope], met: list[Sequence[int]]) -> list[int]:
    """Return those of the tokens that meet something that are the very thing turned down."""
    if not any(scope.thing for scope in scopes):
        return []
    named = {token for tokens in met for token in tokens}
    things = refused_among(sorted(named), scopes)
    return [] if things and _is_of_others(span, named) else things


def _stances_on(
    tokens: Iterable[int], scopes: Sequence[StanceScope], wants: Wants
) -> frozenset[Stance]:
    """Return the stances on a concept; who does what a measure turns down wants that.

    "We sluiten straten af" wants less of streets, and is what "stop met afsluiten" is against.
    """
    tokens = set(tokens)
    does = [
        s
        for s in scopes
        if s.category is Stance.WANTS_LESS
        and s.trigger_start in tokens
        and s.trigger_end == s.trigger_start + 1
    ]
    if wants is not Wants.REFUSED or not does:
        return stances_of(tokens, scopes)
    return stances_of(tokens, [s for s in scopes if s not in does]) | {Stance.WANTS}


def _grows(tokens: Iterable[int], scopes: Sequence[StanceScope], doc: Doc) -> bool:
    return any(is_grown(token, scope, doc) for token in tokens for scope in scopes)


def _is_of_others(span: Span, named: Set[int]) -> bool:
    """Say whether a passage speaks of people that the measure does not name.

    "Asielzoekers krijgen geen bijstand" wants no less of it for others.
    """
    return any(is_group_apart(token.lemma_) and token.i not in named for token in span)


def _by_wants(
    concepts: Iterable[tuple[Wants, Sequence[int]]], contrary: Sequence[int], doc: Doc
) -> list[tuple[Wants, set[int]]]:
    """Return the tokens of concepts with what is wanted of them, what less is wanted of last.

    Of a burden less is wanted always ("wachtlijst"), of fighting one more ("armoedebestrijding").
    """
    groups: list[tuple[Wants, set[int]]] = []
    for wants, found in concepts:
        tokens = set(found).difference(contrary)
        other = set()
        if wants is Wants.MORE:
            other = {t for t in tokens if is_burden_word(doc[t].lemma_)}
            groups.append((Wants.LESS, other))
        elif wants in LESS:
            other = {t for t in tokens if is_fight_word(doc[t].lemma_)}
            groups.append((Wants.MORE, other))
        groups.append((wants, tokens - other))
    return sorted((group for group in groups if group[1]), key=lambda group: group[0] in LESS)


def is_for(held: frozenset[Stance], wants: Wants) -> bool:
    """Tell whether the stances on a concept go the way that a measure wants of it."""
    less = _is_less(held)
    if wants is Wants.MORE:
        return not less and Stance.WANTS in held
    return less and wants in LESS


def is_against(held: frozenset[Stance], wants: Wants) -> bool:
    """Tell whether the stances on a concept go against what a measure wants of it.

    Only where more is wanted of it, and nothing on the concept says so: words
    that a measure wants less of (fines, rules, debts) stand beside a wish in
    most sentences that support the measure too. But who wants, and nowhere less
    of, the very thing that a measure turns down is against it.
    """
    if wants is Wants.REFUSED:
        return Stance.WANTS in held and not _is_less(held)
    return wants is Wants.MORE and _is_less(held) and Stance.WANTS not in held


def stance_signals(attitudes: Sequence[Attitude]) -> NDArray[np.float32]:
    """Return (pairs, len(STANCE_SIGNALS))."""
    values = [a.values() for a in attitudes]
    return np.array(values, dtype=np.float32).reshape(-1, len(STANCE_SIGNALS))


def _is_less(held: frozenset[Stance]) -> bool:
    return not REJECTIONS.isdisjoint(held)
