"""When two quotes are the same: by their letters and figures, wherever they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cached_property

from manifesto_check.model import Evidence, Programme

LEAST = 20
"""Letters that a quote must have to be recognised inside a longer one."""
ALIKE = 65.0
"""rapidfuzz ``ratio`` (0 to 100) from which a sentence may be what became of one that is gone."""
CUT = 60
"""Words of a quote that may be cut out of a longer passage, and then begins and ends anywhere."""
_STOP = re.compile(r"[.!?…\n]")
_BREAK = re.compile(r"[.!?…\n;:•▪“”„\"(–—]|\s-\s")
_SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”’\"')]))\s+(?=[^\W_a-z]|[“‘„\"'(])|\n")


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
    """All letters of a programme, to look quotes up in, and its sentences."""

    def __init__(self, programme: Programme) -> None:
        """Take the text of all blocks, in reading order."""
        self._text = "\n".join(block.text for block in programme.blocks)
        self._normal = unicodedata.normalize("NFKC", self._text)  # each sign of it stands alone
        self._letters = letters(self._normal)

    def holds(self, quote: str) -> bool:
        """Return whether a quote stands somewhere in the programme, with nothing put to it.

        Who writes "niet meer" behind a sentence leaves its letters as they are,
        so that it must end and begin where it did: at a sign or a block's end.
        """
        wanted = letters(quote)
        at = self._letters.find(wanted) if wanted else -1
        while at >= 0:
            if self._is_whole(quote, at, at + len(wanted)):
                return True
            at = self._letters.find(wanted, at + 1)
        return not wanted

    def nearest(self, quote: str, old: Collection[str] = ()) -> str:
        """Return the sentence that is most like what is gone of a quote; empty where none is.

        Args:
            quote: that does not stand in the programme any more.
            old: letters of what stood there before, which did not take its place.
        """
        from rapidfuzz import fuzz, process

        gone = [sentence for sentence in _sentences(quote) if not self.holds(sentence)] or [quote]
        others = [sentence for sentence in self._sentences if letters(sentence) not in old]
        found = process.extractOne(
            gone[0], others, scorer=fuzz.ratio, processor=letters, score_cutoff=ALIKE
        )
        return found[0] if found else ""

    @cached_property
    def _sentences(self) -> list[str]:
        return _sentences(self._text)

    @cached_property
    def _places(self) -> list[int]:
        """Where in the normal text each letter of ``_letters`` stands."""
        return [
            place
            for place, char in enumerate(self._normal)
            for folded in char.casefold()
            if folded.isalnum()
        ]

    def _is_whole(self, quote: str, start: int, end: int) -> bool:
        """Return whether the letters from ``start`` to ``end`` begin and end as the quote does."""
        if len(quote.split()) >= CUT:
            return True
        text, places = self._normal, self._places
        first, last = places[start], places[end - 1]
        before = text[places[start - 1] + 1 : first] if start else "\n"
        after = text[last + 1 : places[end]] if end < len(places) else "\n"
        opening = next(char for char in quote if letters(char))
        begins = _BREAK.search(before) or (opening.isupper() and text[first].isupper())
        is_sentence = _STOP.search(quote.rstrip()[-3:])
        return bool(begins and (_STOP if is_sentence else _BREAK).search(after))


def text_of(programme: Programme | None) -> ProgrammeText | None:
    """Return the text to look quotes up in; None where there is only a report."""
    return None if programme is None else ProgrammeText(programme)


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE_END.split(text) if letters(part)]
