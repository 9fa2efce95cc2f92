"""Messages that can be told in every language, and the errors that carry them.

A message is a phrase that is filled in, maybe with other phrases: "verwacht {expected}, maar
hier staat {found}". A phrase is an enum's member whose value is its Dutch text; the tables of
texts that the command line puts together give the other languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from manifesto_check.counting import Count
from manifesto_check.errors import ManifestoCheckError, UsageError

Texts = Mapping[StrEnum, str]
"""Phrases in one language; filled in with ``str.format``."""


class Said(StrEnum):
    """Base of all kinds of phrases; each member is a message or a part of one in Dutch."""


@dataclass(frozen=True, slots=True)
class Message:
    """A phrase with what it is filled in with: texts, and other messages; ``str()`` is Dutch."""

    phrase: Said
    values: tuple[tuple[str, str | Count | Message], ...] = ()

    @classmethod
    def of(cls, phrase: Said, /, **values: object) -> Message:
        """Return a message.

        Args:
            phrase: of a kind that has a text in every language.
            values: phrases and messages keep their language open, a count its words; anything
                else is its text.
        """
        return cls(phrase, tuple((name, _open(value)) for name, value in values.items()))

    def told(self, texts: Texts) -> str:
        """Return the message in the language of the phrases, on one line."""
        return self._filled_in(lambda phrase: texts[phrase])

    def __str__(self) -> str:
        """Return the message in Dutch, which is what phrases are."""
        return self._filled_in(lambda phrase: phrase.value)

    def _filled_in(self, text_of: Callable[[Said], str]) -> str:
        values = {
            name: value._filled_in(text_of) if isinstance(value, Message) else value
            for name, value in self.values
        }
        return text_of(self.phrase).format(**values)


def _open(value: object) -> str | Count | Message:
    if isinstance(value, Message | Count):
        return value
    return Message(value) if isinstance(value, Said) else str(value)


class ToldError(ManifestoCheckError):
    """An error that can be told in every language; ``str()`` is Dutch.

    Attributes:
        said: what is wrong.
    """

    def __init__(self, said: Message) -> None:
        """Make the error of a message."""
        super().__init__(str(said))
        self.said = said

    @classmethod
    def of(cls, phrase: Said, /, **values: object) -> Self:
        """Return the error of a phrase; the rest is as for :meth:`Message.of`."""
        return cls(Message.of(phrase, **values))

    def told(self, texts: Texts) -> str:
        """Return what is wrong in the language of the phrases."""
        return self.said.told(texts)


class ToldUsageError(ToldError, UsageError):
    """Something that the user gave and that cannot be used (exit code 2)."""
