"""The errors that users meet, each with the exit code that the command line gives it.

Every message says what is wrong and what to do about it, in one line: the
command line prints it as it is.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class ManifestoCheckError(Exception):
    """Base of all errors that are the user's to mend; never a fault of the tool."""

    exit_code = 2


class UsageError(ManifestoCheckError):
    """An option or argument that cannot be used (exit code 2)."""


class RecommendationsError(ManifestoCheckError):
    """A recommendations file that is not as the schema says (exit code 2)."""


class Problem(StrEnum):
    """What can be wrong with a programme's file.

    Each is its Dutch message, to be filled in with ``str.format``, so that a
    command line in another language knows which message it has to translate.
    """

    MISSING = "{path}: dit bestand bestaat niet. Kijk of de naam en de map kloppen."
    FOLDER = "{path}: dit is een map, geen bestand. Geef het bestand in die map op."
    FORBIDDEN = "{path}: dit bestand mag niet gelezen worden. Geef uzelf leesrechten."
    UNOPENED = "{path}: dit bestand kan niet geopend worden ({detail}). Kijk of de naam klopt."
    EMPTY = "{path}: dit bestand is leeg. Download of bewaar het opnieuw."
    TOO_LARGE = "{path}: het bestand is groter dan {limit} MB. Verklein of splits het."
    NO_PDF = (
        "{path}: dit is geen PDF, en alleen in een PDF kan gemarkeerd worden. Bewaar het programma "
        "als PDF, of gebruik check."
    )
    NO_TEXT_FILE = (
        "{path}: dit is geen tekst en geen bestand van een type dat gelezen kan worden. Geef het "
        "programma als PDF, Word (.docx), OpenDocument (.odt), Markdown, webpagina of tekst."
    )
    OTHER_TYPE = (
        "{path}: dit is een bestand van het type {kind}, dat niet gelezen kan worden. Bewaar het "
        "programma als PDF, Word (.docx), OpenDocument (.odt), Markdown, webpagina of tekst."
    )
    MISNAMED = (
        "{path}: dit is geen {kind} maar een korte tekst of webpagina, misschien een foutmelding "
        "van een website. Is dit toch het programma, geef dan --type txt, md of html."
    )
    WRONG_TYPE = "{path}: de inhoud is niet van het type {kind}; laat --type weg of geef een ander."
    DAMAGED = (
        "{path}: dit {kind}-bestand is beschadigd of onvolledig en kan niet gelezen worden. "
        "Download of bewaar het opnieuw."
    )
    LOCKED = (
        "{path}: dit {kind}-bestand is met een wachtwoord beveiligd. Bewaar het zonder "
        "wachtwoord, of als PDF."
    )
    UNSAFE = (
        "{path}: dit {kind}-bestand bevat eigen XML-definities (DOCTYPE), die geen "
        "tekstverwerker schrijft. Bewaar het opnieuw, of als PDF."
    )
    UNPACKS_TOO_LARGE = (
        "{path}: dit bestand wordt uitgepakt groter dan {limit} MB en is geen "
        "verkiezingsprogramma. Geef het programma zelf op."
    )
    TOO_LONG = (
        "{path}: dit bestand is langer dan {limit} miljoen tekens of een half miljoen regels en is "
        "geen verkiezingsprogramma. Geef het programma zelf op."
    )
    BROKEN = (
        "{path}: deze PDF is beschadigd of onvolledig en kan niet geopend worden. "
        "Download of bewaar het bestand opnieuw."
    )
    ODD = (
        "{path}: deze PDF is beschadigd of ongewoon en kan niet gelezen worden ({detail}). "
        "Open hem in een PDF-lezer en bewaar hem opnieuw."
    )
    CHANGED = "{path}: dit bestand veranderde terwijl het gelezen werd. Probeer het opnieuw."
    ENCRYPTED = "{path}: deze PDF is versleuteld. Geef het wachtwoord met --password."
    WRONG_KEY = "{path}: het wachtwoord klopt niet. Geef het goede wachtwoord met --password."
    OWN_REPORT = "{path}: dit is een rapport van manifesto-check. Geef het programma zelf op."
    NO_PAGES = "{path}: deze PDF heeft geen pagina's. Geef het programma zelf op."
    TOO_MANY_PAGES = (
        "{path}: deze PDF heeft meer dan {limit} pagina's; splits hem. Geef het programma zelf op."
    )
    TOO_MUCH_TEXT = (
        "{path}: deze PDF bevat meer dan {limit} miljoen tekens en is geen "
        "verkiezingsprogramma. Geef het programma zelf op."
    )


class ProgrammeError(ManifestoCheckError):
    """A programme's file that cannot be opened or is not what it should be (exit code 3).

    Attributes:
        problem: which problem it is, where it is one of the known ones.
        values: what the problem's message was filled in with.
    """

    exit_code = 3
    problem: Problem | None = None
    values: dict[str, str]

    @classmethod
    def of(cls, problem: Problem, path: object, **values: object) -> Self:
        """Return the error of a known problem with the file ``path``; its message is Dutch."""
        texts = {"path": str(path), **{name: str(value) for name, value in values.items()}}
        error = cls(problem.value.format(**texts))
        error.problem, error.values = problem, texts
        return error


class ReportProblem(StrEnum):
    """What can be wrong with earlier reports that are to be compared, as its Dutch message."""

    NO_REPORT = (
        "{path}: dit is geen JSON-rapport van manifesto-check ({detail}). Maak het met "
        "'manifesto-check check PROGRAMMA.pdf --format json --output RAPPORT.json'."
    )
    OTHER_VERSION = (
        "{path}: dit rapport is van versie {version} en dat over {other} van versie {first}. "
        "Oordelen van twee versies zijn niet te vergelijken: geef de programma's zelf op, of "
        "maak de rapporten opnieuw met 'manifesto-check check'."
    )
    OTHER_LIST = (
        "{path}: dit rapport gaat over een andere lijst aanbevelingen ({list}) dan dat over "
        "{other} ({first}). Geef de programma's zelf op, of maak de rapporten opnieuw met "
        "dezelfde lijst (--recommendations)."
    )
    SELECTED = (
        "{path}: in dit rapport staan niet alle maatregelen. Maak het opnieuw zonder --source, "
        "--theme, --measure en --verdict; kies pas bij het vergelijken wat u wilt zien."
    )
    NO_BASELINE = (
        "{path}: dit eerdere rapport bestaat niet. Maak het met hetzelfde commando, met "
        "--no-baseline en --output {path}."
    )
    BASELINE_VERSION = (
        "{path}: dit eerdere rapport is van versie {version}, dit is versie {now}; hun oordelen "
        "zijn niet te vergelijken. Maak het opnieuw, van de tekst van toen: hetzelfde commando met "
        "--no-baseline en --output {path}."
    )
    BASELINE_LIST = (
        "{path}: dit eerdere rapport gaat over een andere lijst aanbevelingen ({list}), of de "
        "lijst is sindsdien veranderd. Maak het opnieuw, van de tekst van toen: hetzelfde commando "
        "met --no-baseline en --output {path}."
    )
    BASELINE_UNREADABLE = (
        "{path}: in dit eerdere rapport staat geen enkel oordeel, want {programme} kon niet "
        "gelezen worden. Maak het opnieuw met een leesbaar programma, --no-baseline en "
        "--output {path}."
    )


class ReportError(ManifestoCheckError):
    """Earlier reports that cannot be read or compared (exit code 2).

    Attributes:
        problem: which problem it is.
        values: what the problem's message was filled in with.
    """

    problem: ReportProblem
    values: dict[str, str]

    @classmethod
    def of(cls, problem: ReportProblem, **values: object) -> Self:
        """Return the error of a known problem; its message is Dutch."""
        texts = {name: str(value) for name, value in values.items()}
        error = cls(problem.value.format(**texts))
        error.problem, error.values = problem, texts
        return error
