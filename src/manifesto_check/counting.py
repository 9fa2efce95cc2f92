"""Counts that choose their words: one page, two pages."""

from __future__ import annotations


class Count(int):
    """A whole number that tells one from more where a text is filled in with ``str.format``.

    ``"{pages} {pages:page|pages}"`` is "1 page" with ``Count(1)`` and "0 pages" with
    ``Count(0)``. Any other specification is that of a plain number.
    """

    def __format__(self, spec: str, /) -> str:
        """Return the word before the bar for 1, else that behind it; without a bar the number."""
        one, bar, more = spec.partition("|")
        if not bar:
            return super().__format__(spec)
        return one if self == 1 else more
