"""``manifesto-check compare``: programmes side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.cli.asked import Asked
from manifesto_check.cli.condition_texts import condition_texts_in
from manifesto_check.cli.destinations import Formats
from manifesto_check.cli.groups import PartAndVerdicts, Reading, Writing, grouped
from manifesto_check.cli.guard import UNREADABLE, guarded
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import (
    KINDS,
    CsvDialectOption,
    LanguageOption,
    QuietOption,
    VerboseOption,
)
from manifesto_check.cli.progress import progress_display
from manifesto_check.cli.stdin import check_stdin
from manifesto_check.cli.task import Task, Wanted
from manifesto_check.comparing.formats.registry import (
    EXTENSIONS,
    ComparisonFormatName,
    comparison_format,
)
from manifesto_check.counting import Count
from manifesto_check.errors import UsageError
from manifesto_check.model import Report
from manifesto_check.reports.interface import CsvDialect, Language, ReportOptions

if TYPE_CHECKING:
    from manifesto_check.comparing.model import Comparison
    from manifesto_check.comparing.names import Compared

FilesArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE",
        help=f"Programmes ({KINDS}), and JSON reports that check made of them.",
        show_default=False,
    ),
]
NameOption = Annotated[
    list[str] | None,
    typer.Option(
        "--name",
        metavar="NAME",
        help="Name of a party, in the order of the programmes; else from a programmes.yaml beside "
        "FILE, or the title. Repeatable.",
        show_default=False,
    ),
]
ComparisonFormatsOption = Annotated[
    list[ComparisonFormatName] | None,
    typer.Option(
        "--format",
        "-f",
        metavar=f"[{'|'.join(ComparisonFormatName)}]",
        help="Format; else by the extension of --output, else terminal. Repeatable, with "
        "--output-dir.",
        show_default=False,
    ),
]
OUTPUT_NAME = "comparison"
_FORMATS = Formats(
    EXTENSIONS, ComparisonFormatName.TERMINAL, lambda form: comparison_format(form).binary
)


@guarded
@grouped
def compare(
    files: FilesArgument,
    *,
    name: NameOption = None,
    formats: ComparisonFormatsOption = None,
    writing: Writing,
    csv_dialect: CsvDialectOption = CsvDialect.PLAIN,
    language: LanguageOption = Language.NL,
    part: PartAndVerdicts,
    verbose: VerboseOption = False,
    reading: Reading,
    asked: Asked,
    quiet: QuietOption = False,
) -> int:
    """Put programmes side by side: who promises what, and who alone does.

    Differences that the errors of the verdicts can explain are shown as such.

    For instance:

      manifesto-check compare a.pdf b.pdf --name "Party A" --name "Party B"

      manifesto-check compare reports.json --format html --output compared.html
    """
    messages = messages_in(language)
    check_stdin(files, messages)
    shown = ReportOptions(language, verbose=verbose, csv_dialect=csv_dialect)
    task = Task.prepare(
        files,
        asked.settings(files, condition_texts_in(language)),
        reading,
        Wanted(_FORMATS, formats, writing, OUTPUT_NAME, part, shown),
        quiet=quiet,
        no_baseline=asked.no_baseline,
    )
    compared, names = _compared(files, task), name or []
    if len(names) > len(compared):
        given, count = len(names), len(compared)
        raise UsageError(messages.too_many_names.format(names=given, programmes=Count(count)))
    comparison = _comparison(compared, names)
    task.deliver(lambda form, shown: comparison_format(form).render(comparison, shown))
    code = task.code(one.report for one in compared)
    return max(code, UNREADABLE) if comparison.unreadable else code


def _compared(files: Sequence[Path], task: Task[ComparisonFormatName]) -> list[Compared]:
    """Return a report on every programme; of one that cannot be opened, that it is unreadable."""
    from manifesto_check.comparing.names import Compared
    from manifesto_check.conditions.ignoring import same_for_all
    from manifesto_check.reports.json_reading import is_json_file, read_reports

    job, demands = task.job, task.demands
    # Reports first: it would be a pity to find a bad one after minutes of checking.
    earlier = {file: read_reports(file) for file in files if is_json_file(file)}
    compared: list[Compared] = []
    with progress_display(len(files), messages_in(job.language), quiet=job.quiet) as progress:
        for position, file in enumerate(files):
            if file in earlier:
                reports = [demands.applied(report, alone=False) for report in earlier[file]]
                compared += [Compared(report, file) for report in reports]
                continue
            found = job.report(position, [file], progress, alone=len(files) == 1)
            report = found if isinstance(found, Report) else job.unopened([file], found)
            compared.append(Compared(report, file))
    together = same_for_all([one.report for one in compared])
    return [
        Compared(demands.judged(report), one.file)
        for report, one in zip(together, compared, strict=True)
    ]


def _comparison(compared: Sequence[Compared], names: Sequence[str]) -> Comparison:
    from manifesto_check.accuracy import shipped_accuracy
    from manifesto_check.comparing.comparing import compare as compare_reports
    from manifesto_check.comparing.names import names_of

    done = compare_reports([one.report for one in compared], names_of(compared, names))
    if done.accuracy is None and done.readable:
        done = replace(done, accuracy=shipped_accuracy(done.recommendations_sha256))
    return done
