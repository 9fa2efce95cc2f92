"""Whether more of a thing itself is wanted, not just something of it: "meer X", "X blijft"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from manifesto_check.dutch.clauses import clause_words
from manifesto_check.dutch.stance_rules import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from manifesto_check.dutch.stance_scopes import StanceScope


def is_grown(token: int, scope: StanceScope, doc: Doc) -> bool:
    """Say whether a wish is for more of a word itself, or that it stays.

    "Wij willen X anders regelen" wants something of X; "meer Y voor X" wants more of Y.

    Args:
        token: its index in the doc.
        scope: of one wish in the doc.
        doc: both are of it.
    """
    if scope.category is not Stance.WANTS or not scope.holds_of(token):
        return False
    trigger = doc[scope.trigger_start : scope.trigger_end]
    if not any(word.lemma_ in clause_words("growing") for word in trigger):
        return False
    behind = token >= scope.trigger_end
    between = doc[scope.trigger_end : token] if behind else doc[scope.start : token]
    small = clause_words("before_noun") | clause_words("subjects")
    return all(word.lower_ in small for word in between)
