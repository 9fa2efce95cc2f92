"""CSV of any common kind: UTF-8, UTF-16 or Windows letters; commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import csv
import io

from manifesto_check.recommendations.importing.found import (
    MAX_COLUMNS,
    MAX_ROWS,
    ImportFileError,
    Note,
    NoteCode,
    Row,
    Table,
    clean,
)
from manifesto_check.recommendations.importing.phrases import ImportPhrase

DELIMITERS = ";,\t|"
_SAMPLE = 64_000
_NAMES = {";": ";", ",": ",", "\t": "tab", "|": "|"}


def read_csv(data: bytes, path: str, notes: list[Note]) -> list[Table]:
    """Return the one table of a CSV file.

    Raises:
        ImportFileError: it is no text, or no CSV.
    """
    text, encoding = _decoded(data, path)
    if encoding != "utf-8-sig":
        notes.append(Note.of(NoteCode.ENCODING, encoding=encoding))
    first, _, rest = text.partition("\n")
    named = first.strip().strip('"').lower()
    if named.startswith("sep=") and len(named) <= 5:  # for Excel
        text, delimiter = rest, named[4:] or "\t"
    else:
        delimiter = _delimiter(text[:_SAMPLE])
    notes.append(Note.of(NoteCode.DELIMITER, delimiter=_NAMES.get(delimiter, delimiter)))
    table = Table("")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    try:
        for number, cells in enumerate(reader, start=1):
            if number > MAX_ROWS:
                notes.append(Note.of(NoteCode.TOO_MANY, limit=MAX_ROWS))
                break
            table.rows.append(Row(number, [clean(cell) for cell in cells[:MAX_COLUMNS]]))
    except csv.Error as error:
        raise ImportFileError.of(
            ImportPhrase.NO_CSV, path=path, line=reader.line_num, detail=error
        ) from None
    return [table]


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
        (b"", "utf-8-sig"),
        (b"", "cp1252"),
    ):
        if not data.startswith(mark):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise ImportFileError.of(ImportPhrase.NO_TEXT, path=path)


def _delimiter(sample: str) -> str:
    """Return the sign that cuts most rows into the same number of cells, more than one."""

    def evenness(sign: str) -> tuple[float, int]:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign) if row]
        counts = [len(row) for row in rows[:200]]
        if not counts or max(counts) < 2:
            return 0.0, 0
        usual = max(set(counts), key=lambda n: (n > 1, counts.count(n)))
        return counts.count(usual) / len(counts), -DELIMITERS.index(sign)

    try:
        return max(DELIMITERS, key=evenness)
    except csv.Error:
        return max(DELIMITERS, key=sample.count)
