"""What is wrong with a programme's file, in the user's language.

The Dutch texts are the values of :class:`~manifesto_check.errors.Problem`.
"""

from __future__ import annotations

from manifesto_check.errors import Problem
from manifesto_check.reports.interface import Language

_ENGLISH = {
    Problem.MISSING: "{path}: there is no such file. Check its name and folder.",
    Problem.FOLDER: "{path}: this is a folder. Give the PDF file in it.",
    Problem.FORBIDDEN: "{path}: this file may not be read. Give yourself permission.",
    Problem.UNOPENED: "{path}: this file cannot be opened ({detail}). Check its name.",
    Problem.EMPTY: "{path}: this file is empty. Download or save it again.",
    Problem.TOO_LARGE: "{path}: the file is larger than {limit} MB. Shrink or split it.",
    Problem.NO_PDF: (
        "{path}: this is not a PDF. Give the programme as a PDF file (a Word file or web "
        "page can be saved as PDF)."
    ),
    Problem.BROKEN: (
        "{path}: this PDF is damaged or incomplete and cannot be opened. "
        "Download or save the file again."
    ),
    Problem.ODD: (
        "{path}: this PDF is damaged or unusual and cannot be read ({detail}). "
        "Open it in a PDF reader and save it again."
    ),
    Problem.CHANGED: "{path}: this file changed while it was read. Try again.",
    Problem.ENCRYPTED: "{path}: this PDF is encrypted. Give its password with --password.",
    Problem.WRONG_KEY: ("{path}: the password is wrong. Give the right one with --password."),
    Problem.NO_PAGES: "{path}: this PDF has no pages. Give the programme itself.",
    Problem.TOO_MANY_PAGES: (
        "{path}: this PDF has more than {limit} pages; split it. Give the programme itself."
    ),
    Problem.TOO_MUCH_TEXT: (
        "{path}: this PDF holds more than {limit} million characters and is no election "
        "programme. Give the programme itself."
    ),
}


def problem_in(problem: Problem, language: Language) -> str:
    """Return a problem's text in that language, to be filled in with ``str.format``."""
    return problem.value if language is Language.NL else _ENGLISH[problem]
