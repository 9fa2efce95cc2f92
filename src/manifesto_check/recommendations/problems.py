"""What can be wrong with a recommendations file: one problem, and all of them as one error.

Messages are Dutch where nobody asks for another language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from manifesto_check.counting import Count
from manifesto_check.errors import RecommendationsError
from manifesto_check.recommendations.phrases import DUTCH, Phrase
from manifesto_check.telling import Message, Texts, ToldError, ToldUsageError

MAX_SHOWN = 1000  # nobody mends more at a time; ``problems`` holds them all
MAX_COMPARED = 200  # longer words are no typing errors, and comparing them takes time


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and what was expected.

    Attributes:
        line: the line in the file, from 1.
        column: the character in that line, from 1.
        said: what is wrong, in whatever language.
    """

    line: int
    column: int
    said: Message

    @classmethod
    def of(cls, line: int, column: int, phrase: Phrase, /, **values: object) -> Self:
        """Return the problem at a place; the rest is as for :meth:`Message.of`."""
        return cls(line, column, Message.of(phrase, **values))

    @property
    def message(self) -> str:
        """What is wrong, in Dutch, on one line."""
        return str(self.said)


class ListError(ToldError, RecommendationsError):
    """A list that cannot be read, used or changed."""


class UnknownIdError(ToldUsageError):
    """An id that the user gave, and that the list does not have."""


class RecommendationsFileError(ListError):
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
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems), key=_in_the_file))
        count = Count(len(self.problems))
        super().__init__(Message.of(Phrase.PROBLEMS, path=path, count=count))
        self.args = (self.told(DUTCH),)  # so that str() tells all of them

    def told(self, texts: Texts) -> str:
        """Return the header and the problems in the language of the phrases, a line each."""
        shown = self.problems[:MAX_SHOWN]
        lines = [f"{self.path}:{p.line}:{p.column}: {p.said.told(texts)}" for p in shown]
        if left := len(self.problems) - len(shown):
            more = Message.of(Phrase.MORE_PROBLEMS, path=self.path, count=Count(left))
            lines.append(more.told(texts))
        return "\n".join((self.said.told(texts), *lines))


def _in_the_file(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.message


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


def meant(word: str, known: Iterable[str]) -> Message:
    """Return "; bedoelde u 'x'?" for the nearest known word, or an empty message.

    Args:
        word: what was written.
        known: what could have been written.
    """
    guess = nearest(word, known)
    return Message.of(Phrase.MEANT, nearest=quoted(guess)) if guess else NO_HINT


NO_HINT = Message(Phrase.NO_HINT)
"""Where no word is near."""
