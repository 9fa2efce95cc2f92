"""``manifesto-check export``: the results of a scan as tables."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from manifesto_check.cli.guard import DONE, guarded
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import CsvDialectOption, LanguageOption
from manifesto_check.cli.output import (
    check_output,
    delivering,
    is_stdout,
    make_folder,
    tell_extension,
)
from manifesto_check.cli.scan_texts import scan_texts_in
from manifesto_check.cli.screen import is_terminal
from manifesto_check.errors import UsageError
from manifesto_check.reports.interface import CsvDialect, Language
from manifesto_check.scanning.export.names import ExportFormat, TableName

if TYPE_CHECKING:
    from manifesto_check.scanning.export.tables import Table

StoreArgument = Annotated[
    Path,
    typer.Argument(metavar="STORE", help="The database of a scan.", show_default=False),
]

FormatOption = Annotated[
    ExportFormat,
    typer.Option("--format", "-f", help="Format of the tables.", show_default=False),
]
TablesOption = Annotated[
    list[TableName] | None,
    typer.Option(
        "--table",
        metavar=f"[{'|'.join(TableName)}]",
        help="Only this table; else all. Repeatable.",
        show_default=False,
    ),
]
FileOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, whole or not at all: XLSX, or one table.",
        show_default=False,
    ),
]
FolderOption = Annotated[
    Path | None,
    typer.Option(
        "--output-dir",
        metavar="DIR",
        help="Write each table to a file of its name in DIR.",
        show_default=False,
    ),
]


_EXTENSIONS = {f".{form.value}": form for form in ExportFormat}


@guarded
def export(
    store: StoreArgument,
    form: FormatOption,
    table: TablesOption = None,
    output: FileOption = None,
    output_dir: FolderOption = None,
    csv_dialect: CsvDialectOption = CsvDialect.PLAIN,
    language: LanguageOption = Language.NL,
) -> int:
    """Write the results of a scan as tables for Excel, R, Python and others.

    A row for each programme (programmes), programme and measure (measures),
    programme and theme (themes), and quote (quotes). An unreadable programme
    stands in programmes alone.

    For instance:

      manifesto-check export results.db --format xlsx --output results.xlsx

      manifesto-check export results.db --format csv --table measures > measures.csv
    """
    from manifesto_check.scanning.export.tables import Table
    from manifesto_check.scanning.store import Store

    messages = messages_in(language)
    names = list(dict.fromkeys(table or TableName))
    _check(form, names, output, output_dir, language)
    with Store.read_only(store) as opened:
        tables = [Table(opened, name) for name in names]
        if output_dir is None:
            check_output(output, [store], messages)
            tell_extension(form, output, _EXTENSIONS, messages)
            with delivering(output, messages) as file:
                _write(tables, form, file, csv_dialect)
            return DONE
        make_folder(output_dir, messages)
        for one in tables:
            target = output_dir / f"{one.name.value}.{form.value}"
            check_output(target, [store], messages)
            with delivering(target, messages) as file:
                _write([one], form, file, csv_dialect)
    return DONE


def _check(
    form: ExportFormat,
    names: Sequence[TableName],
    output: Path | None,
    folder: Path | None,
    language: Language,
) -> None:
    """See to it, before the work begins, that the options go together.

    Raises:
        UsageError: they do not, or the format needs a package that is missing.
    """
    messages, texts = messages_in(language), scan_texts_in(language)
    if folder is not None and output is not None:
        raise UsageError(messages.output_twice)
    if folder is None and len(names) > 1 and form is not ExportFormat.XLSX:
        raise UsageError(texts.many_tables.format(format=form.value))
    if form is ExportFormat.PARQUET and find_spec("pyarrow") is None:
        raise UsageError(texts.no_pyarrow)
    is_text = form in (ExportFormat.CSV, ExportFormat.JSON)
    if folder is None and is_stdout(output) and not is_text and is_terminal(sys.stdout):
        raise UsageError(messages.not_for_screen.format(format=form.value))


def _write(
    tables: Sequence[Table], form: ExportFormat, file: BinaryIO, csv_dialect: CsvDialect
) -> None:
    from manifesto_check.scanning.export.formats import write_table, write_workbook

    if form is ExportFormat.XLSX:
        write_workbook(tables, file)
    else:
        write_table(tables[0], form, file, csv_dialect)
