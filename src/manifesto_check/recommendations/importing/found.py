"""What is read of a file before it becomes a list, and what is told of that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from manifesto_check.recommendations.draft import MAX_TEXT
from manifesto_check.recommendations.problems import ListError

MAX_ROWS = 5_000
MAX_COLUMNS = 100
_NUMBERING = re.compile(
    r"^\s*(?:[-–—•●▪◦○■□*·»›✓➢]\s*|(?:\d{1,3}[.)]|[a-zA-Z][.)])\s+"
    r"|\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=[A-ZÀ-Ý]))+"
)


class ImportFileError(ListError):
    """A file that no list can be made of; the message says what to do."""


class NoteCode(StrEnum):
    """What a reader of the report has to know."""

    COLUMN = "column"
    COLUMN_IGNORED = "column-ignored"
    NO_HEADER = "no-header"
    HIDDEN_SHEET = "hidden-sheet"
    EMPTY_SHEET = "empty-sheet"
    EMPTY_ROWS = "empty-rows"
    DUPLICATE = "duplicate"
    FORMULA = "formula"
    ERROR_VALUE = "error-value"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    ID_CHANGED = "id-changed"
    ENCODING = "encoding"
    DELIMITER = "delimiter"
    NOT_A_BULLET = "not-a-bullet"
    PARAGRAPHS = "paragraphs"
    LEAD_IN = "lead-in"
    DELETED_TEXT = "deleted-text"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to tell, with what the sentence about it is filled in with."""

    code: NoteCode
    values: dict[str, str]

    @classmethod
    def of(cls, code: NoteCode, **values: object) -> Note:
        """Return a note."""
        return cls(code, {name: str(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its number in the file, from 1."""

    number: int
    cells: Sequence[str]


@dataclass(slots=True)
class Table:
    """A sheet, a CSV file, or a table in a document.

    Attributes:
        name: of the sheet; empty where it has none of its own.
    """

    name: str
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Bullet:
    """A bullet or paragraph of a document.

    Attributes:
        headings: above it, outermost first.
        level: how deep it is indented, from 0.
        is_listed: whether it is a bullet or numbered.
    """

    text: str
    headings: tuple[str, ...]
    level: int
    is_listed: bool


def clean(text: str) -> str:
    """Return a text on one line, without signs that cannot be seen."""
    seen = "".join(
        sign if sign.isprintable() and unicodedata.category(sign) != "Cf" else " " for sign in text
    )
    return " ".join(seen.split())


def unnumbered(text: str) -> str:
    """Return a text without the bullet or number before it; figures stay ("30 km per uur")."""
    return _NUMBERING.sub("", text, count=1).strip() or text


def cut(text: str, where: str, notes: list[Note]) -> str:
    """Return a text that fits in a list, and note where it had to be cut."""
    if len(text) <= MAX_TEXT:
        return text
    notes.append(Note.of(NoteCode.TOO_LONG, where=where, limit=MAX_TEXT))
    return text[: MAX_TEXT - 1].rstrip() + "…"
