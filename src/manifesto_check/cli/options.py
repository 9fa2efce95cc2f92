"""The options of ``check``, of which other commands share some."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import typer

from manifesto_check.model import FileType, Verdict
from manifesto_check.ocr.mode import OcrMode
from manifesto_check.reports.interface import UNCERTAIN_BELOW, CsvDialect, Language
from manifesto_check.reports.registry import FormatName


def _a_number(value: float | None) -> float | None:
    if value is not None and math.isnan(value):  # not below 0, nor above 1
        raise typer.BadParameter("'nan' is not a number from 0 to 1.")
    return value


KINDS = "PDF, Word, OpenDocument, web page, Markdown or text; - is standard input"
FILES_HELP = f"Programmes: {KINDS}."
FILE_HELP = f"A programme: {KINDS}."
FilesArgument = Annotated[
    list[Path], typer.Argument(metavar="FILE", help=FILES_HELP, show_default=False)
]
FormatsOption = Annotated[
    list[FormatName] | None,
    typer.Option(
        "--format",
        "-f",
        metavar=f"[{'|'.join(FormatName)}]",
        help="Format of the report; else by the extension of --output, else terminal. "
        "Repeatable, with --output-dir.",
        show_default=False,
    ),
]
OutputDirOption = Annotated[
    Path | None,
    typer.Option(
        "--output-dir",
        metavar="DIR",
        help="Write a file for each --format into DIR, named after FILE; report.* (of compare and "
        "diff: comparison.*, diff.*) for several.",
        show_default=False,
    ),
]
CsvDialectOption = Annotated[
    CsvDialect,
    typer.Option(
        "--csv-dialect",
        help="How CSV is written; excel-nl (semicolons, decimal commas) opens in Dutch Excel.",
    ),
]
LanguageOption = Annotated[
    Language,
    typer.Option(
        "--language",
        envvar="MANIFESTO_CHECK_LANGUAGE",
        help="Language of reports and messages.",
    ),
]
ListOption = Annotated[
    Path | None,
    typer.Option(
        "--recommendations",
        metavar="LIST.yaml",
        help="A list of your own instead of the one that ships.",
        show_default=False,
    ),
]
ListsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--recommendations",
        metavar="LIST.yaml",
        help="A list of your own instead of the one that ships. Repeatable.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, whole or not at all, instead of stdout.",
        show_default=False,
    ),
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="ID",
        help="Show only this source; adds up with --theme and --measure. Repeatable.",
        show_default=False,
    ),
]
ThemeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--theme", metavar="ID", help="Show only this theme. Repeatable.", show_default=False
    ),
]
MeasureOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        metavar="ID",
        help="Show only this measure (V1.3a) or recommendation (V1.3). Repeatable.",
        show_default=False,
    ),
]
VerdictOption = Annotated[
    list[Verdict] | None,
    typer.Option(
        "--verdict",
        metavar=f"[{'|'.join(Verdict)}]",
        help="Show only measures with this verdict. Repeatable.",
        show_default=False,
    ),
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show all evidence, with section and score.")
]
OverallOption = Annotated[bool, typer.Option("--overall", help="Add one figure over all sources.")]
AsOneOption = Annotated[
    bool, typer.Option("--as-one", help="The files together are one programme.")
]
TypeOption = Annotated[
    FileType | None,
    typer.Option(
        "--type",
        metavar=f"[{'|'.join(FileType)}]",
        help="Type of FILE, where its content does not tell it.",
        show_default=False,
    ),
]
PasswordOption = Annotated[
    str | None,
    typer.Option(
        "--password",
        envvar="MANIFESTO_CHECK_PASSWORD",
        help="Opens an encrypted PDF.",
        show_default=False,
    ),
]
DutchModelOption = Annotated[
    str | None,
    typer.Option(
        "--dutch-model",
        metavar="NAME",
        help="An installed spaCy pipeline, such as nl_core_news_md.",
        show_default=False,
    ),
]
OcrOption = Annotated[
    OcrMode,
    typer.Option(
        "--ocr",
        help="Whether pages that are pictures of text are read by OCR, where it is installed.",
    ),
]
MinConfidenceOption = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        help=f"Verdicts below it, else below {UNCERTAIN_BELOW}, are marked as uncertain.",
        callback=_a_number,
        show_default=False,
    ),
]
QuietOption = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="No progress and no warnings on stderr."),
]
