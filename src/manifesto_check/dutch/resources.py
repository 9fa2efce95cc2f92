"""Reading the rule files in ``dutch/data``: plain text that a non-programmer can extend."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a data file: tab-separated cells, without comments and blank lines.

    Args:
        name: a file name in ``dutch/data``; lines that begin with ``#`` are comments.

    Returns:
        One tuple of stripped cells per line, in the order of the file.
    """
    text = files("manifesto_check.dutch").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@cache
def table(name: str, kind: str) -> frozenset[str]:
    """Return the words that a data file lists under one of its kinds.

    Args:
        name: a file of rows with a kind and words separated by spaces.
        kind: the first cell of the rows that are wanted; there may be several.
    """
    return frozenset(word for row in rows(name) if row[0] == kind for word in row[1].split())


@cache
def mapping(name: str) -> dict[str, str]:
    """Return a data file of two columns as a mapping from the first to the second."""
    return {row[0]: row[1] for row in rows(name)}


@cache
def abbreviations() -> dict[str, bool]:
    """Return the abbreviations (lower case, with full stop): True where one can end a sentence."""
    return {row[0].lower(): row[1:] == ("+",) for row in rows("abbreviations.txt")}
