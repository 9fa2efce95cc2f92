"""Splitting Dutch compounds: ``huisuitzettingen`` is huis + uitzetting."""

from __future__ import annotations

from functools import cache, lru_cache

from manifesto_check.dutch.lexicon import is_infinitive, known_lemma
from manifesto_check.dutch.resources import rows, table

_SHORTEST = 4
"""Parts of fewer letters split far too much; the exceptions stand in ``compounds.tsv``."""
_LONGEST = 60
"""Longer "words" are addresses or lost spaces; splitting them is waste."""
_LINKED_BY_S = ("heid", "teit", "schap")
"""After these an -s- always links, so that "kwaliteitseisen" has no "seisen"."""


def _table(kind: str) -> frozenset[str]:
    return table("compounds.tsv", kind)


@cache
def _explicit() -> dict[str, tuple[str, ...]]:
    """Return the splits that ``compounds.tsv`` gives as they are."""
    return {
        row[1].replace("+", ""): tuple(row[1].split("+"))
        for row in rows("compounds.tsv")
        if row[0] == "split"
    }


@lru_cache(maxsize=1 << 15)
def compound_parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound as lemmas, the head last.

    Args:
        word: one word form in any case; it may hold hyphens.

    Returns:
        The lemmas of its smallest meaningful parts without linking elements
        (-s-, -en-, -e-, hyphen), or the lemma of the word alone where it is no
        compound. Never empty for a word that is not empty.
    """
    return tuple(known_lemma(part) or inflected(part) for part in surface_parts(word.lower()))


@lru_cache(maxsize=1 << 15)
def surface_parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound (lower case) as they are written, linking -s- left out."""
    if word.startswith("'") or word in _table("whole"):
        return (word,)
    if "-" in word:
        pieces = [piece for piece in word.split("-") if piece]
        return tuple(part for piece in pieces for part in surface_parts(piece)) or (word,)
    explicit = _explicit().get(word)
    if explicit is not None:
        return explicit
    lemma = known_lemma(word)
    if lemma is not None and lemma != word:
        # The lemma decides, so that "personen" is no more a compound than "persoon".
        parts = _explicit().get(lemma) or _parts(lemma)
        return parts if len(parts) > 1 else (word,)
    return _parts(word)


@lru_cache(maxsize=1 << 15)
def _parts(word: str) -> tuple[str, ...]:
    """Cut a word into its parts: the word alone where it is no compound."""
    end = head_start(word)
    modifier = _modifier(word[:end]) if end else None
    if modifier is None:
        return (word,)
    return (*surface_parts(modifier), *surface_parts(word[end:]))


@lru_cache(maxsize=1 << 15)
def head_start(word: str) -> int:
    """Return where the head of a compound begins, or 0 where the word is no compound.

    Args:
        word: a word in lower case without hyphens.

    Returns:
        Of all cuts behind which a known word stands, the one that leaves the
        longest; failing that the one whose rest is a compound of the fewest parts.
    """
    lemma = known_lemma(word)
    if len(word) > _LONGEST or word in _table("whole") or lemma in _table("whole"):
        return 0
    if lemma is not None and is_infinitive(lemma):
        return 0
    best, fewest = 0, _LONGEST
    for end in range(2, len(word) - 2):
        head = word[end:]
        if head.startswith("s") and word[:end].endswith(_LINKED_BY_S):
            continue
        if _modifier(word[:end]) is None:
            continue
        if _is_head(head):
            return end
        parts = surface_parts(head) if len(head) > 2 * _SHORTEST - 2 else ()
        if 1 < len(parts) < fewest:
            best, fewest = end, len(parts)
    return best


def _long_enough(part: str, short: str) -> bool:
    return len(part) >= _SHORTEST or part in _table(short)


@lru_cache(maxsize=1 << 14)
def _modifier(part: str) -> str | None:
    """Return a first part without its linking -s-, or None where it cannot be one."""
    linked = part[:-1] if part.endswith("s") else None
    if linked is not None and (linked in _table("linked") or known_lemma(part) in {None, linked}):
        return linked if _can_modify(linked) else None
    return part if _can_modify(part) else None


def _can_modify(part: str) -> bool:
    if not _long_enough(part, "short_modifier") or part in _table("no_modifier"):
        return False
    if len(part) < _SHORTEST:
        return True
    lemma = known_lemma(part) or _derived(part)
    if lemma is None:
        return False
    # A finite verb or a participle begins no compound; a stem (woon) and a plural (vrouwen) do.
    return lemma in (part, part + "en") or part.endswith(("en", "er", "e")) or _is_stem(part, lemma)


def _is_stem(part: str, lemma: str) -> bool:
    return lemma.endswith("en") and lemma[:2] == part[:2] and not part.endswith(("t", "d"))


def _is_head(part: str) -> bool:
    if not _long_enough(part, "short_head") or part in _table("no_head"):
        return False
    if len(part) < _SHORTEST:
        return True
    return (known_lemma(part) or _derived(part)) is not None


def _derived(part: str) -> str | None:
    """Return the lemma of a derived word that the dictionary lacks: -heid, or particle + word."""
    if part.endswith("heden"):
        part = part[:-5] + "heid"
    if part.endswith("heid") and len(part) > 7:
        return part if known_lemma(part[:-4]) else None
    for particle in ("door", "uit", "voor", "over"):
        rest = part.removeprefix(particle)
        if rest != part and len(rest) >= 5 and (lemma := known_lemma(rest)):
            return particle + lemma
    return None


def inflected(part: str) -> str:
    """Return a lemma for a word that the dictionary lacks, by the commonest endings."""
    derived = _derived(part)
    if derived is not None:
        return derived
    if part.endswith("'s"):
        return part[:-2]
    if part.endswith(("ingen", "ijen", "aties")) and len(part) > 7:
        return part.removesuffix("s").removesuffix("en")
    return part
