"""What is wrong with a programme's file, in the user's language.

The Dutch texts are the values of :class:`~manifesto_check.errors.Problem`.
"""

from __future__ import annotations

from manifesto_check.errors import Problem
from manifesto_check.reports.interface import Language

_ENGLISH = {
    Problem.MISSING: "{path}: there is no such file. Check its name and folder.",
    Problem.FOLDER: "{path}: this is a folder. Give the file in it.",
    Problem.FORBIDDEN: "{path}: this file may not be read. Give yourself permission.",
    Problem.UNOPENED: "{path}: this file cannot be opened ({detail}). Check its name.",
    Problem.EMPTY: "{path}: this file is empty. Download or save it again.",
    Problem.TOO_LARGE: "{path}: the file is larger than {limit} MB. Shrink or split it.",
    Problem.NO_PDF: (
        "{path}: this is not a PDF, and only a PDF can be highlighted. Save the programme as "
        "PDF, or use check."
    ),
    Problem.NO_TEXT_FILE: (
        "{path}: this is no text, nor a file of a type that can be read. Give the programme as "
        "PDF, Word (.docx), OpenDocument (.odt), Markdown, web page or text."
    ),
    Problem.OTHER_TYPE: (
        "{path}: this is a file of type {kind}, which cannot be read. Save the programme as PDF, "
        "Word (.docx), OpenDocument (.odt), Markdown, web page or text."
    ),
    Problem.MISNAMED: (
        "{path}: this is not a {kind} but a short text or web page, maybe an error message of a "
        "website. If it is the programme after all, give --type txt, md or html."
    ),
    Problem.WRONG_TYPE: (
        "{path}: the content is not of type {kind}; leave out --type or give another one."
    ),
    Problem.DAMAGED: (
        "{path}: this {kind} file is damaged or incomplete and cannot be read. "
        "Download or save it again."
    ),
    Problem.LOCKED: (
        "{path}: this {kind} file is protected by a password. Save it without one, or as PDF."
    ),
    Problem.UNSAFE: (
        "{path}: this {kind} file has XML definitions of its own (DOCTYPE), which no word "
        "processor writes. Save it again, or as PDF."
    ),
    Problem.UNPACKS_TOO_LARGE: (
        "{path}: unpacked this file is larger than {limit} MB, and no election programme. "
        "Give the programme itself."
    ),
    Problem.TOO_LONG: (
        "{path}: this file is longer than {limit} million characters or half a million lines, and "
        "no election programme. Give the programme itself."
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
    Problem.OWN_REPORT: (
        "{path}: this is a report of manifesto-check, not a programme. Give the programme itself."
    ),
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
