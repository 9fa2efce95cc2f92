"""When two quotes are the same: by their letters and figures, wherever they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from manifesto_check.model import Evidence, Programme

LEAST = 20
"""Letters that a quote must have to be recognised inside a longer one."""


def letters(text: str) -> str:
    """Return only the letters and figures of a text, all in small letters.

    Hyphens at line ends, quotation marks, bullets and spaces, which differ
    from one file of a text to the next, are not among them.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())


def same_quote(one: str, other: str) -> bool:
    """Return whether two quotes are the same text, or the one is a part of the other."""
    short, long = sorted((letters(one), letters(other)), key=len)
    return short == long or (len(short) >= LEAST and short in long)


def missing(quotes: Sequence[Evidence], among: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the quotes that are not among other ones, in their order."""
    return tuple(
        quote
        for quote in quotes
        if not any(same_quote(quote.quote, other.quote) for other in among)
    )


def has_moved(old: Sequence[Evidence], new: Sequence[Evidence]) -> bool:
    """Return whether a quote that is among both stands at another place now."""
    for before in old:
        places = [_place(now) for now in new if same_quote(before.quote, now.quote)]
        if places and _place(before) not in places:
            return True
    return False


def _place(evidence: Evidence) -> tuple[int, int | None, str]:
    return evidence.page, evidence.line, evidence.section


class ProgrammeText:
    """All letters of a programme, to look quotes up in."""

    def __init__(self, programme: Programme) -> None:
        """Take the text of all blocks, in reading order."""
        self._letters = letters("".join(block.text for block in programme.blocks))

    def holds(self, quote: str) -> bool:
        """Return whether a quote stands somewhere in the programme."""
        return letters(quote) in self._letters


def text_of(programme: Programme | None) -> ProgrammeText | None:
    """Return the text to look quotes up in; None where there is only a report."""
    return None if programme is None else ProgrammeText(programme)
