"""Read a programme that verdicts can be given on, or say why there can be none."""

from __future__ import annotations

from pathlib import Path

from manifesto_check.dutch.language import is_dutch
from manifesto_check.errors import ProgrammeError
from manifesto_check.model import FileType, Programme, Reason, Status
from manifesto_check.sources import read_programme


class UnreadableError(ProgrammeError):
    """A programme that could be opened, but on which no verdict can be given.

    Attributes:
        path: of its file.
        reason: in Dutch; None where there is no text.
    """

    def __init__(self, path: Path, reason: str | None) -> None:
        """Make the message, in Dutch."""
        super().__init__(f"{path}: niet leesbaar: {reason or 'er is geen tekst gevonden'}")
        self.path, self.reason = path, reason


def read_readable(
    path: Path, *, password: str | None = None, type_: FileType | None = None
) -> Programme:
    """Read a programme; it is read or partly read, and in Dutch.

    Raises:
        UnreadableError: it has no text, or is in another language.
        ProgrammeError: it cannot be opened.
    """
    programme = read_programme(path, password=password, type_=type_)
    if programme.status is Status.UNREADABLE:
        raise UnreadableError(path, programme.unreadable_reason)
    if not is_dutch(programme):
        raise UnreadableError(path, Reason.OTHER_LANGUAGE)
    return programme
