"""The errors that users meet, each with the exit code that the command line gives it.

Every message says what is wrong and what to do about it, in one line: the
command line prints it as it is.
"""

from __future__ import annotations


class ManifestoCheckError(Exception):
    """Base of all errors that are the user's to mend; never a fault of the tool."""

    exit_code = 2


class UsageError(ManifestoCheckError):
    """An option or argument that cannot be used (exit code 2)."""


class RecommendationsError(ManifestoCheckError):
    """A recommendations file that is not as the schema says (exit code 2)."""


class ProgrammeError(ManifestoCheckError):
    """A programme's file that cannot be opened or is not what it should be (exit code 3)."""

    exit_code = 3
