"""The whole import: a file in, a list and a report of what was taken up out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from manifesto_check.recommendations.draft import Draft
from manifesto_check.recommendations.importing.assemble import Assembly
from manifesto_check.recommendations.importing.columns import Role
from manifesto_check.recommendations.importing.csv_file import read_csv
from manifesto_check.recommendations.importing.docx_file import read_docx
from manifesto_check.recommendations.importing.found import ImportFileError, Note, clean
from manifesto_check.recommendations.importing.phrases import ImportPhrase
from manifesto_check.recommendations.importing.xlsx_file import read_xlsx
from manifesto_check.telling import Message

MAX_BYTES = 20_000_000
KINDS = (".xlsx", ".csv", ".docx")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_TEXT_KINDS = (".csv", ".tsv", ".txt")
_HOW = Message(ImportPhrase.HOW)


@dataclass(frozen=True, slots=True)
class Imported:
    """A list out of a file.

    Attributes:
        draft: at least one measure.
        notes: what was taken from where, and what was not.
    """

    draft: Draft
    notes: tuple[Note, ...]


def import_file(path: Path, said: Mapping[Role, str] | None = None) -> Imported:
    """Make a list of a file: one measure a row or bullet.

    Args:
        path: XLSX, CSV or DOCX, told apart by content.
        said: columns that the user names, by role.

    Raises:
        ImportFileError: the file cannot be read, or no measure is found in it.
    """
    data = _read(path)
    shown = str(path)
    notes: list[Note] = []
    made = Assembly(clean(path.stem) or "Lijst", clean(path.name), notes)
    if data.startswith(_ZIP):
        if b"word/document.xml" in data and b"xl/workbook.xml" not in data:
            document = read_docx(data, shown, notes)
            made.add_bullets(document)
            made.add_tables(document.tables, said or {}, shown)
        else:
            made.add_tables(read_xlsx(data, shown, notes), said or {}, shown)
    elif data.startswith(_OLE):
        raise ImportFileError.of(ImportPhrase.OLD_OFFICE, path=shown)
    elif data.startswith(b"%PDF-") or path.suffix.lower() not in _TEXT_KINDS:
        raise ImportFileError.of(ImportPhrase.OTHER_KIND, path=shown, how=_HOW)
    else:
        made.add_tables(read_csv(data, shown, notes), said or {}, shown)
    draft = made.finish()
    if not draft.measures:
        raise ImportFileError.of(ImportPhrase.NO_MEASURE, path=shown)
    return Imported(draft, tuple(notes))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ImportFileError.of(ImportPhrase.MISSING, path=path) from None
    except IsADirectoryError:
        raise ImportFileError.of(ImportPhrase.FOLDER, path=path, how=_HOW) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ImportFileError.of(ImportPhrase.UNOPENED, path=path, reason=reason) from None
    if not data.strip():
        raise ImportFileError.of(ImportPhrase.EMPTY, path=path, how=_HOW)
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise ImportFileError.of(ImportPhrase.TOO_LARGE, path=path, limit=limit)
    return data
