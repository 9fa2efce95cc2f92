"""What each column of a table holds: by its header, by what the user says, or by its contents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from manifesto_check.recommendations.importing.found import ImportFileError, Row, Table
from manifesto_check.recommendations.importing.phrases import ImportPhrase
from manifesto_check.recommendations.problems import quoted


class Role(StrEnum):
    """What a column can hold; the names are those of ``--column``."""

    SOURCE = "bron"
    PUBLISHER = "uitgever"
    THEME = "thema"
    RECOMMENDATION = "aanbeveling"
    MEASURE = "maatregel"
    ID = "id"
    EXAMPLE = "voorbeeld"
    OPPOSED = "tegendeel"


_WORDS = {
    Role.SOURCE: "bron source document rapport notitie",
    Role.PUBLISHER: "uitgever afzender organisatie publisher organisation",
    Role.THEME: "thema theme hoofdstuk onderwerp categorie rubriek domein topic category chapter",
    Role.RECOMMENDATION: "aanbeveling aanbevelingen recommendation hoofdpunt paragraaf doel",
    Role.MEASURE: "maatregel maatregelen measure tekst text eis wens voorstel actie actiepunt punt "
    "omschrijving demand proposal wat",
    Role.ID: "id nr nummer code number volgnummer",
    Role.EXAMPLE: "voorbeeld voorbeelden voorbeeldzin voorbeeldzinnen example examples",
    Role.OPPOSED: "tegen tegendeel tegenstander opposed opposite",
}
_ROLE_OF = {word: role for role, words in _WORDS.items() for word in words.split()}
_HEADER_WORDS = 5
_LOOKED_AT = 10


@dataclass(frozen=True)
class Columns:
    """The columns of a table by role, and where its measures begin.

    Attributes:
        header: the row with the names; None where there is none.
        ignored: names of columns that are not used.
    """

    of: Mapping[Role, Sequence[int]]
    header: Row | None
    names: Mapping[int, str]
    ignored: Sequence[str] = field(default=())

    def first(self, role: Role) -> int | None:
        """Return the first column of a role, or None."""
        return next(iter(self.of.get(role, ())), None)


def columns_of(table: Table, said: Mapping[Role, str], path: str) -> Columns:
    """Find the columns of a table.

    Args:
        table: with a row that is not empty.
        said: a column for a role, as the user says: a letter (``B``) or a name of the header.
        path: of the file, for messages.

    Raises:
        ImportFileError: a column that the user names is not there, or none can hold the measures.
    """
    header = _header(table, said)
    width = max(len(row.cells) for row in table.rows)
    names = {n: _name(header, n) for n in range(width)}
    roles: dict[int, Role] = {}
    for role, name in said.items():
        roles[_named(name, names, path)] = role
    if header is not None:
        for number, cell in enumerate(header.cells):
            known = _role(cell)
            if known is not None and number not in roles and known not in said:
                roles[number] = known
    if not {Role.MEASURE, Role.RECOMMENDATION} & set(roles.values()):
        _guess(table, header, roles, width)
    of: dict[Role, list[int]] = {}
    for number in sorted(roles):
        of.setdefault(roles[number], []).append(number)
    if Role.MEASURE not in of:  # then the recommendations are the measures
        if Role.RECOMMENDATION not in of:
            raise ImportFileError.of(ImportPhrase.NO_COLUMN_OF_TEXTS, path=path)
        of[Role.MEASURE] = of.pop(Role.RECOMMENDATION)
    used = {number for numbers in of.values() for number in numbers}
    filled = {n for row in table.rows for n, cell in enumerate(row.cells) if cell}
    ignored = [names[n] for n in sorted(filled - used)]
    return Columns(of, header, names, ignored)


def _header(table: Table, said: Mapping[Role, str]) -> Row | None:
    """Return the row that names the columns: the first with short cells that we, or the user, know.

    A row with a name for what is no text of a measure is enough.
    """
    asked = {name.casefold() for name in said.values()}
    for row in [row for row in table.rows if any(row.cells)][:_LOOKED_AT]:
        cells = [cell for cell in row.cells if cell]
        if any(len(cell.split()) > _HEADER_WORDS for cell in cells):
            return None
        if any(_role(cell) or cell.casefold() in asked for cell in cells):
            return row
    return None


def _role(cell: str) -> Role | None:
    words = re.findall(r"[^\W\d_]+", cell.lower())
    if not words or len(words) > _HEADER_WORDS:
        return None
    return next((_ROLE_OF[word] for word in words if word in _ROLE_OF), None)


def _name(header: Row | None, number: int) -> str:
    named = header.cells[number] if header is not None and number < len(header.cells) else ""
    return named or letter(number)


def letter(number: int) -> str:
    """Return the letters that a spreadsheet gives to a column, counted from 0."""
    high, low = divmod(number, 26)
    return (letter(high - 1) if high else "") + chr(ord("A") + low)


def _named(name: str, names: Mapping[int, str], path: str) -> int:
    for number, known in names.items():
        if known.casefold() == name.strip().casefold():
            return number
    for number in names:
        if letter(number) == name.strip().upper():
            return number
    known = ", ".join(dict.fromkeys(quoted(one) for one in names.values()))
    raise ImportFileError.of(ImportPhrase.NO_SUCH_COLUMN, path=path, name=quoted(name), known=known)


def _guess(table: Table, header: Row | None, roles: dict[int, Role], width: int) -> None:
    """Take the column with the longest texts for the measures, one that repeats for the theme."""
    rows = [row for row in table.rows if row is not header]
    free = [n for n in range(width) if n not in roles]
    cells = {n: [row.cells[n] for row in rows if n < len(row.cells) and row.cells[n]] for n in free}
    length = {n: sum(map(len, texts)) for n, texts in cells.items() if texts}
    if not length:
        return
    text = max(length, key=lambda n: length[n])
    roles[text] = Role.MEASURE
    if Role.THEME in roles.values():
        return
    for number in (n for n in free if n < text and cells[n]):
        words = [len(cell.split()) for cell in cells[number]]
        is_name = max(words) <= 8 and any(char.isalpha() for cell in cells[number] for char in cell)
        repeats = len(set(cells[number])) < len(cells[text])
        if is_name and repeats:
            roles[number] = Role.THEME
            return
