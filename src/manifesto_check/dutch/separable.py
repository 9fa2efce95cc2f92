"""Separable verbs: in "We schaffen de boetes af" the verb is afschaffen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from manifesto_check.dutch.lexicon import verb_forms
from manifesto_check.dutch.resources import rows, table

_REACH = 30
"""How many tokens may stand between a verb and its particle."""


def _words(kind: str) -> frozenset[str]:
    return table("clauses.tsv", kind)


@cache
def _verbs() -> dict[str, dict[str, str]]:
    """Return, for each particle, the forms of its verbs with the joined infinitive."""
    table: dict[str, dict[str, str]] = {}
    for particle, verbs in rows("separable.tsv"):
        forms = table.setdefault(particle, {})
        for verb in verbs.split():
            for form in verb_forms(verb):
                forms.setdefault(form, particle + verb)
    return table


def particles() -> frozenset[str]:
    """Return the words that can be the particle of a separable verb."""
    return frozenset(_verbs())


def joined_lemmas(words: list[str]) -> Iterator[tuple[int, str, int]]:
    """Find the verbs whose particle stands apart.

    Covers the main clause ("We breiden de opvang uit") and the infinitive with
    "te" ("om de boetes af te schaffen"). The particle must stand where a
    particle can: before the end of a clause, unless it is no preposition.

    Args:
        words: the words of a text in lower case.

    Yields:
        The index of each such verb, its lemma with the particle, and the index of that.
    """
    verbs = _verbs()
    for at, word in enumerate(words):
        forms = verbs.get(word)
        place = _verb_place(words, at, forms) if forms is not None else None
        if forms is not None and place is not None:
            yield place, forms[words[place]], at


def _verb_place(lowers: list[str], at: int, forms: dict[str, str]) -> int | None:
    """Return where the verb of the particle at ``at`` stands, or None."""
    following = lowers[at + 1] if at + 1 < len(lowers) else "."
    if following == "te":
        return at + 2 if at + 2 < len(lowers) and lowers[at + 2] in forms else None
    particle = lowers[at]
    free = (
        particle in _words("firm_particles")
        or following in _words("clause_end")
        or f"{particle}+{following}" in _words("combined")
    )
    is_noun = at > 0 and lowers[at - 1] in _words("before_way")
    if not free or is_noun:
        return None
    for place in range(at - 1, max(at - _REACH, -1), -1):
        if lowers[place] in _words("clause_break"):
            return None
        if lowers[place] in forms:
            return place
    return None
