"""``manifesto-check compare``: programmes side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check import __version__
from manifesto_check.cli.destinations import Formats, deliver_all, destinations
from manifesto_check.cli.guard import UNREADABLE, guarded
from manifesto_check.cli.job import CheckJob
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import (
    CsvDialectOption,
    DutchModelOption,
    LanguageOption,
    ListOption,
    MeasureOption,
    MinConfidenceOption,
    OcrOption,
    OutputDirOption,
    OutputOption,
    PasswordOption,
    QuietOption,
    SourceOption,
    ThemeOption,
    VerboseOption,
    VerdictOption,
)
from manifesto_check.cli.progress import progress_display
from manifesto_check.cli.selection import selection_of
from manifesto_check.comparing.formats.registry import (
    EXTENSIONS,
    ComparisonFormatName,
    comparison_format,
)
from manifesto_check.errors import UsageError
from manifesto_check.model import ProgrammeInfo, Report, Status
from manifesto_check.ocr.mode import OcrMode
from manifesto_check.reports.interface import (
    UNCERTAIN_BELOW,
    CsvDialect,
    Language,
    ReportOptions,
)

if TYPE_CHECKING:
    from manifesto_check.comparing.model import Comparison
    from manifesto_check.comparing.names import Compared

FilesArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE",
        help="Programmes (PDF), and JSON reports that check made of them.",
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
def compare(
    files: FilesArgument,
    name: NameOption = None,
    format_: ComparisonFormatsOption = None,
    output: OutputOption = None,
    output_dir: OutputDirOption = None,
    csv_dialect: CsvDialectOption = CsvDialect.PLAIN,
    language: LanguageOption = Language.NL,
    recommendations: ListOption = None,
    source: SourceOption = None,
    theme: ThemeOption = None,
    measure: MeasureOption = None,
    verdict: VerdictOption = None,
    verbose: VerboseOption = False,
    min_confidence: MinConfidenceOption = UNCERTAIN_BELOW,
    password: PasswordOption = None,
    dutch_model: DutchModelOption = None,
    ocr: OcrOption = OcrMode.AUTO,
    quiet: QuietOption = False,
) -> int:
    """Put programmes side by side: who promises what, and who alone does.

    Differences that the errors of the verdicts can explain are shown as such.

    For instance:

      manifesto-check compare a.pdf b.pdf --name "Party A" --name "Party B"

      manifesto-check compare reports.json --format html --output compared.html
    """
    from manifesto_check.recommendations.loading import load_recommendations

    messages = messages_in(language)
    inputs = [*files, recommendations]
    goals = destinations(_FORMATS, format_ or [], output, output_dir, OUTPUT_NAME, inputs, messages)
    measures = load_recommendations(recommendations)
    options = ReportOptions(
        language=language,
        selection=selection_of(measures, source, theme, measure, verdict),
        verbose=verbose,
        min_confidence=min_confidence,
        csv_dialect=csv_dialect,
    )
    job = CheckJob(measures, dutch_model, password, language, quiet, ocr)
    compared = _compared(files, job)
    names = name or []
    if len(names) > len(compared):
        given, count = len(names), len(compared)
        raise UsageError(messages.too_many_names.format(names=given, programmes=count))
    comparison = _comparison(compared, names)
    deliver_all(
        lambda form, shown: comparison_format(form).render(comparison, shown),
        goals,
        options,
        messages,
    )
    return max(job.code, UNREADABLE) if comparison.unreadable else job.code


def _compared(files: Sequence[Path], job: CheckJob) -> list[Compared]:
    """Return a report on every programme; of one that cannot be opened, that it is unreadable."""
    from manifesto_check.comparing.names import Compared
    from manifesto_check.reports.json_reading import is_json_file, read_reports

    # Reports first: it would be a pity to find a bad one after minutes of checking.
    earlier = {file: read_reports(file) for file in files if is_json_file(file)}
    compared = []
    with progress_display(len(files), messages_in(job.language), quiet=job.quiet) as progress:
        for position, file in enumerate(files):
            if file in earlier:
                compared += [Compared(report, file) for report in earlier[file]]
                continue
            found = job.report(position, [file], progress)
            report = found if isinstance(found, Report) else _unopened(file, found, job)
            compared.append(Compared(report, file))
    return compared


def _unopened(file: Path, why: str, job: CheckJob) -> Report:
    """Return a report that says that a file could not be opened, and why."""
    reason = why.partition(f"{file}: ")[2] or why
    info = ProgrammeInfo(str(file), "", 0, 0, Status.UNREADABLE, reason=reason)
    return Report(__version__, info, job.recommendations.path, job.recommendations.sha256)


def _comparison(compared: Sequence[Compared], names: Sequence[str]) -> Comparison:
    from manifesto_check.accuracy import shipped_accuracy
    from manifesto_check.comparing.comparing import compare as compare_reports
    from manifesto_check.comparing.names import names_of

    done = compare_reports([one.report for one in compared], names_of(compared, names))
    if done.accuracy is None and done.readable:
        done = replace(done, accuracy=shipped_accuracy(done.recommendations_sha256))
    return done
