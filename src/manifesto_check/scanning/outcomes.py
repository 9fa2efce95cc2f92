"""What came of one programme: its report, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Reason, Status
from manifesto_check.reports.interface import Language
from manifesto_check.reports.problems import problem_in
from manifesto_check.reports.texts import reason_in
from manifesto_check.scanning.frames import Message


class Failure(StrEnum):
    """What can go wrong with the work on a programme: each is its Dutch text."""

    TIMEOUT = (
        "niet klaar binnen {limit} seconden; geef meer tijd met --timeout en --retry-failed, "
        "of bewaar het bestand opnieuw met een PDF-lezer"
    )
    MEMORY = (
        "meer dan {limit} MB geheugen nodig; geef meer met --memory-limit en --retry-failed, "
        "of bewaar het bestand opnieuw met een PDF-lezer"
    )
    CRASH = (
        "het lezen van dit bestand is vastgelopen ({detail}); bewaar het opnieuw met een "
        "PDF-lezer, of probeer het nog eens met --retry-failed"
    )
    FAULT = "fout in manifesto-check zelf ({detail}); meld dit"


_ENGLISH = {
    Failure.TIMEOUT: (
        "not finished within {limit} seconds; give more time with --timeout and --retry-failed, "
        "or save the file again with a PDF reader"
    ),
    Failure.MEMORY: (
        "needs more than {limit} MB of memory; give more with --memory-limit and "
        "--retry-failed, or save the file again with a PDF reader"
    ),
    Failure.CRASH: (
        "reading this file crashed ({detail}); save it again with a PDF reader, or try "
        "once more with --retry-failed"
    ),
    Failure.FAULT: "fault of manifesto-check itself ({detail}); please report it",
}

UNKNOWN = "unknown"
"""The code of a reason that is none of the known ones."""
RETRIED = frozenset(
    [f.name for f in Failure]
    + [Reason.OCR_FAILED.name]
    + [Problem.MISSING.name, Problem.FORBIDDEN.name, Problem.UNOPENED.name]
)
"""Codes of what another time, machine or limit can change: ``--retry-failed`` tries these again."""
LOCKED = frozenset([Problem.ENCRYPTED.name, Problem.WRONG_KEY.name])
"""Codes of what a password can change."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why nothing, or not all, of a programme could be read.

    Attributes:
        code: the name of a :class:`Failure`, of a :class:`Problem` with the
            file or of a :class:`Reason` that the reader gives, or ``unknown``.
        values: what the text is filled in with.
        text: the Dutch text of an unknown cause.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    @classmethod
    def failure(cls, failure: Failure, **values: object) -> Self:
        """Return the cause of a failure of the work."""
        return cls(failure.name, {name: str(value) for name, value in values.items()})

    @classmethod
    def of_error(cls, error: ProgrammeError) -> Self:
        """Return the cause of a file that cannot be opened."""
        if error.problem is None:
            return cls(UNKNOWN, text=" ".join(str(error).split()))
        values = {name: value for name, value in error.values.items() if name != "path"}
        return cls(error.problem.name, values)

    @classmethod
    def of_reason(cls, reason: str | None) -> Self:
        """Return the cause that the reader of the file gives."""
        known = {text.value: text.name for text in Reason}
        if reason is None:
            return cls(Reason.NOTHING.name)
        return cls(known[reason]) if reason in known else cls(UNKNOWN, text=reason)

    def told(self, language: Language) -> str:
        """Return the cause in words, without the file's path."""
        if self.code in Failure.__members__:
            failure = Failure[self.code]
            text = failure.value if language is Language.NL else _ENGLISH[failure]
            return text.format_map(_Blank(self.values))
        if self.code in Problem.__members__:
            text = problem_in(Problem[self.code], language).removeprefix("{path}: ")
            return text.format_map(_Blank(self.values))
        if self.code in Reason.__members__:
            return reason_in(Reason[self.code].value, language)
        return self.text


class _Blank(dict[str, str]):
    """Values of a text; one that is missing shows as a question mark, never as an error."""

    def __missing__(self, key: str) -> str:
        return "?"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one programme.

    Attributes:
        report: in the form of the JSON report; None where the file could not
            be opened or the work on it failed.
        cause: why it is unreadable; None where it is read, wholly or partly.
    """

    report: Mapping[str, Any] | None = None
    cause: Cause | None = None

    @property
    def status(self) -> Status:
        """How much was read."""
        return Status.UNREADABLE if self.report is None else Status(self.programme["status"])

    @property
    def programme(self) -> Mapping[str, Any]:
        """What the report says of the programme itself; empty where there is no report."""
        found: Mapping[str, Any] = {} if self.report is None else self.report["programme"]
        return found

    @classmethod
    def of_report(cls, report: Mapping[str, Any]) -> Self:
        """Return the outcome of a programme that was opened."""
        programme = report["programme"]
        if programme["status"] == Status.UNREADABLE:
            return cls(report, Cause.of_reason(programme.get("reason")))
        return cls(report)

    def to_message(self) -> Message:
        """Return it as plain data for another process."""
        cause = self.cause
        return {
            "report": self.report,
            "cause": cause and {"code": cause.code, "values": cause.values, "text": cause.text},
        }

    @classmethod
    def from_message(cls, message: Message) -> Self:
        """Take it from plain data.

        Raises:
            KeyError, TypeError, ValueError: the data is not of :meth:`to_message`.
        """
        cause = message["cause"]
        outcome = cls(
            message["report"],
            cause and Cause(str(cause["code"]), dict(cause["values"]), str(cause["text"])),
        )
        if (outcome.status is Status.UNREADABLE) != (cause is not None):
            raise ValueError("an unreadable programme has a cause, and no other has")
        return outcome


def as_text(values: Mapping[str, Any]) -> str:
    """Return plain data as JSON on one line, in a fixed order."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
