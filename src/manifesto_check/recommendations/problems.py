"""What can be wrong with a recommendations file: one problem, and all of them as one error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from manifesto_check.errors import RecommendationsError

MAX_SHOWN = 1000  # nobody mends more at a time; ``problems`` holds them all
MAX_COMPARED = 200  # longer words are no typing errors, and comparing them takes time


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, and what was expected.

    Attributes:
        line: the line in the file, from 1.
        column: the character in that line, from 1.
        message: Dutch, one line.
    """

    line: int
    column: int
    message: str


class RecommendationsFileError(RecommendationsError):
    """A recommendations file with one or more problems.

    ``str()`` gives a header line and a line ``path:line:column: message`` for
    each problem.

    Attributes:
        path: the file as the user named it.
        problems: all problems, in the order of the file.
    """

    def __init__(self, path: str, problems: Iterable[Problem]) -> None:
        """Sort the problems and write the message.

        Args:
            path: the file as the user named it.
            problems: at least one; doubles are dropped.
        """
        self.path = path
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        count = len(self.problems)
        header = f"{path}: {count} {'fout' if count == 1 else 'fouten'} in deze aanbevelingenlijst"
        lines = [f"{path}:{p.line}:{p.column}: {p.message}" for p in self.problems[:MAX_SHOWN]]
        if count > MAX_SHOWN:
            lines.append(f"{path}: ... en nog {count - MAX_SHOWN} fouten")
        super().__init__("\n".join((header + ":", *lines)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a reader most likely meant, or None where nothing is near.

    Args:
        word: what was written.
        known: what could have been written.
    """
    from rapidfuzz import fuzz, process, utils

    if len(word) > MAX_COMPARED:
        return None
    match = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=60
    )
    return match[0] if match else None


def quoted(text: str, limit: int = 60) -> str:
    """Return text in single quotes for a message: shortened, and without control characters."""
    cut = text if len(text) <= limit else f"{text[: limit - 1]}…"
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in cut)
    return f"'{shown}'"


def meant(word: str, known: Iterable[str]) -> str:
    """Return "; bedoelde u 'x'?" for the nearest known word, or an empty string.

    Args:
        word: what was written.
        known: what could have been written.
    """
    guess = nearest(word, known)
    return f"; bedoelde u {quoted(guess)}?" if guess else ""
