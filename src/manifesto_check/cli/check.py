"""``manifesto-check check``: what programmes say on every measure."""

from __future__ import annotations

from collections.abc import Sequence

from manifesto_check.cli.asked import Asked
from manifesto_check.cli.condition_texts import condition_texts_in
from manifesto_check.cli.destinations import SEVERAL, Formats
from manifesto_check.cli.github_job import summarise_job
from manifesto_check.cli.groups import PartAndVerdicts, Reading, Writing, grouped
from manifesto_check.cli.guard import guarded
from manifesto_check.cli.job import opened
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import (
    AsOneOption,
    CsvDialectOption,
    FilesArgument,
    FormatsOption,
    LanguageOption,
    OverallOption,
    QuietOption,
    VerboseOption,
)
from manifesto_check.cli.stdin import check_stdin, name_of
from manifesto_check.cli.task import Task, Wanted
from manifesto_check.model import Report
from manifesto_check.reports.interface import CsvDialect, Language, ReportOptions
from manifesto_check.reports.registry import EXTENSIONS, FOR_MACHINES, FormatName, report_format

_FORMATS = Formats(EXTENSIONS, FormatName.TERMINAL, lambda form: report_format(form).binary)


@guarded
@grouped
def check(
    files: FilesArgument,
    *,
    formats: FormatsOption = None,
    writing: Writing,
    csv_dialect: CsvDialectOption = CsvDialect.PLAIN,
    language: LanguageOption = Language.NL,
    part: PartAndVerdicts,
    verbose: VerboseOption = False,
    overall: OverallOption = False,
    as_one: AsOneOption = False,
    reading: Reading,
    asked: Asked,
    quiet: QuietOption = False,
) -> int:
    """Report what programmes say, with quotes and pages.

    JSON of one FILE is an object, of several an array. Coverage is always that
    of whole themes and sources, however much of them is shown.

    For instance:

      manifesto-check check programme.pdf --theme V1 --verbose

      manifesto-check check a.pdf b.pdf --format json --output report.json

      manifesto-check check a.pdf --format html --format xlsx --output-dir out
    """
    check_stdin(files, messages_in(language))
    many = len(files) > 1 and not as_one
    name = SEVERAL if many else name_of(files[0])
    shown = ReportOptions(
        language, verbose=verbose, overall=overall, many=many, csv_dialect=csv_dialect
    )
    task = Task.prepare(
        files,
        asked.settings(files, condition_texts_in(language)),
        reading,
        Wanted(_FORMATS, formats, writing, name, part, shown),
        quiet=quiet,
        no_baseline=asked.no_baseline,
    )
    every = task.job.reports([files] if as_one else [[file] for file in files])
    _deliver(task, every)
    return task.code(opened(every), shown_by=FormatName.TERMINAL)


def _deliver(task: Task[FormatName], every: Sequence[Report]) -> None:
    """Write the reports; formats for people leave out files that could not be opened."""
    reports = opened(every)
    task.deliver(
        lambda form, shown: report_format(form).render(
            every if form in FOR_MACHINES else reports, shown
        ),
        [goal for goal in task.goals if reports or goal.form in FOR_MACHINES],
    )
    if any(goal.form is FormatName.GITHUB for goal in task.goals):
        summarise_job(every, task.options, messages_in(task.options.language))
