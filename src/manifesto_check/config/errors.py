"""What can be wrong with a config file, in the user's language."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from manifesto_check.errors import ManifestoCheckError


class ConfigProblem(StrEnum):
    """What can be wrong, as its Dutch message; ``place`` is the file with the line."""

    MISSING = "{place}: dit configuratiebestand bestaat niet. Kijk of de naam en de map kloppen."
    UNOPENED = "{place}: dit configuratiebestand kan niet gelezen worden ({detail})."
    NOT_TOML = "{place}: dit is geen geldige TOML ({detail})."
    NO_TABLE = "{place}: hier staat geen tabel [tool.manifesto-check]."
    OTHER_TABLE = "{place}: onbekende tabel [tool.{key}]; bedoelde u [tool.manifesto-check]?"
    MEANT = "{place}: onbekende sleutel {key}; bedoelde u {nearest}?"
    UNKNOWN = "{place}: onbekende sleutel {key}; bekend zijn {known}."
    BOOLEAN = "{place}: {key} moet true of false zijn, niet {found}."
    TEXT = '{place}: {key} moet tekst zijn, zoals {key} = "...", niet {found}.'
    SHARE = "{place}: {key} moet een getal van 0 tot 1 zijn, niet {found}."
    PERCENTAGE = "{place}: {key} moet een getal van 0 tot 100 zijn, niet {found}."
    PERCENTAGES = (
        "{place}: {key} moet een tabel zijn, zoals {key} = {{ {example} = 60 }}, niet {found}."
    )
    REASON = '{place}: {key} moet een reden hebben, zoals {key} = "...", niet {found}.'
    REASONS = (
        "{place}: {key} moet een tabel met redenen zijn, zoals "
        '{key} = {{ {example} = "..." }}, niet {found}.'
    )
    REQUIREMENTS = (
        '{place}: {key} moet een lijst zijn, zoals {key} = ["V1.3", "V2=covered"], niet {found}.'
    )
    REQUIREMENT = "{place}: {key}: na = komt partial of covered, niet {found}."
    SEVERAL = (
        "{one} valt onder {config} en {other} onder {config_of_other}; kies met --config een "
        "configuratiebestand voor alle programma's, of met --no-config geen."
    )


ENGLISH = {
    ConfigProblem.MISSING: "{place}: there is no such config file. Check its name and folder.",
    ConfigProblem.UNOPENED: "{place}: this config file cannot be read ({detail}).",
    ConfigProblem.NOT_TOML: "{place}: this is no valid TOML ({detail}).",
    ConfigProblem.NO_TABLE: "{place}: there is no table [tool.manifesto-check] in it.",
    ConfigProblem.OTHER_TABLE: (
        "{place}: unknown table [tool.{key}]; did you mean [tool.manifesto-check]?"
    ),
    ConfigProblem.MEANT: "{place}: unknown key {key}; did you mean {nearest}?",
    ConfigProblem.UNKNOWN: "{place}: unknown key {key}; known are {known}.",
    ConfigProblem.BOOLEAN: "{place}: {key} must be true or false, not {found}.",
    ConfigProblem.TEXT: '{place}: {key} must be text, as {key} = "...", not {found}.',
    ConfigProblem.SHARE: "{place}: {key} must be a number from 0 to 1, not {found}.",
    ConfigProblem.PERCENTAGE: "{place}: {key} must be a number from 0 to 100, not {found}.",
    ConfigProblem.PERCENTAGES: (
        "{place}: {key} must be a table, as {key} = {{ {example} = 60 }}, not {found}."
    ),
    ConfigProblem.REASON: '{place}: {key} must have a reason, as {key} = "...", not {found}.',
    ConfigProblem.REASONS: (
        "{place}: {key} must be a table of reasons, as "
        '{key} = {{ {example} = "..." }}, not {found}.'
    ),
    ConfigProblem.REQUIREMENTS: (
        '{place}: {key} must be a list, as {key} = ["V1.3", "V2=covered"], not {found}.'
    ),
    ConfigProblem.REQUIREMENT: "{place}: {key}: = is followed by partial or covered, not {found}.",
    ConfigProblem.SEVERAL: (
        "{one} falls under {config} and {other} under {config_of_other}; choose one config file "
        "for all programmes with --config, or none with --no-config."
    ),
}
DUTCH = {problem: problem.value for problem in ConfigProblem}


class ConfigError(ManifestoCheckError):
    """A config file that cannot be used (exit code 2).

    Attributes:
        problem: which problem it is.
        values: what the problem's message is filled in with.
    """

    problem: ConfigProblem
    values: dict[str, str]

    @classmethod
    def of(cls, problem: ConfigProblem, **values: object) -> Self:
        """Return the error of a problem; its own message is Dutch."""
        texts = {name: str(value) for name, value in values.items()}
        error = cls(problem.value.format(**texts))
        error.problem, error.values = problem, texts
        return error
