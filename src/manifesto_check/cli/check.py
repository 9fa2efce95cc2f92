"""``manifesto-check check``: what programmes say on every measure."""

from __future__ import annotations

import typer

from manifesto_check.cli.asked import Asked, if_given, with_conditions
from manifesto_check.cli.condition_texts import condition_texts_in
from manifesto_check.cli.destinations import (
    SEVERAL,
    Formats,
    deliver_all,
    destinations,
    shows_on_screen,
)
from manifesto_check.cli.github_job import summarise_job
from manifesto_check.cli.guard import guarded
from manifesto_check.cli.job import CheckJob, opened
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import (
    AsOneOption,
    CsvDialectOption,
    DutchModelOption,
    FilesArgument,
    FormatsOption,
    LanguageOption,
    ListsOption,
    MeasureOption,
    MinConfidenceOption,
    OcrOption,
    OutputDirOption,
    OutputOption,
    OverallOption,
    PasswordOption,
    QuietOption,
    SourceOption,
    ThemeOption,
    TypeOption,
    VerboseOption,
    VerdictOption,
)
from manifesto_check.cli.selection import selection_of
from manifesto_check.cli.stdin import check_stdin, name_of
from manifesto_check.ocr.mode import OcrMode
from manifesto_check.reports.interface import (
    UNCERTAIN_BELOW,
    CsvDialect,
    Language,
    ReportOptions,
)
from manifesto_check.reports.registry import EXTENSIONS, FOR_MACHINES, FormatName, report_format

_FORMATS = Formats(EXTENSIONS, FormatName.TERMINAL, lambda form: report_format(form).binary)


@guarded
@with_conditions
def check(
    asked: Asked,
    context: typer.Context,
    files: FilesArgument,
    format_: FormatsOption = None,
    output: OutputOption = None,
    output_dir: OutputDirOption = None,
    csv_dialect: CsvDialectOption = CsvDialect.PLAIN,
    language: LanguageOption = Language.NL,
    recommendations: ListsOption = None,
    source: SourceOption = None,
    theme: ThemeOption = None,
    measure: MeasureOption = None,
    verdict: VerdictOption = None,
    verbose: VerboseOption = False,
    overall: OverallOption = False,
    min_confidence: MinConfidenceOption = UNCERTAIN_BELOW,
    as_one: AsOneOption = False,
    type_: TypeOption = None,
    password: PasswordOption = None,
    dutch_model: DutchModelOption = None,
    ocr: OcrOption = OcrMode.AUTO,
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
    from manifesto_check.cli.demands import code_after, demands_of
    from manifesto_check.recommendations.joining import load_lists

    messages = messages_in(language)
    many = len(files) > 1 and not as_one
    check_stdin(files, messages)
    name = SEVERAL if many else name_of(files[0])
    texts = condition_texts_in(language)
    settings = asked.with_config(
        files,
        texts,
        recommendations=recommendations,
        dutch_model=dutch_model,
        min_confidence=if_given(context, "min_confidence", min_confidence),
    )
    inputs = [*files, *settings.recommendations, None if asked.no_baseline else settings.baseline]
    goals = destinations(_FORMATS, format_ or [], output, output_dir, name, inputs, messages)
    measures = load_lists(settings.recommendations)
    demands = demands_of(settings, measures, texts, no_baseline=asked.no_baseline)
    options = ReportOptions(
        language=language,
        selection=selection_of(measures, source, theme, measure, verdict),
        verbose=verbose,
        overall=overall,
        min_confidence=demands.min_confidence,
        many=many,
        csv_dialect=csv_dialect,
    )
    groups = [files] if as_one else [[file] for file in files]
    job = CheckJob(
        measures,
        settings.dutch_model,
        password,
        language,
        quiet,
        demands=demands,
        type_=type_,
        ocr=ocr,
    )
    every = job.reports(groups)
    reports = opened(every)
    deliver_all(
        lambda form, shown: report_format(form).render(
            every if form in FOR_MACHINES else reports, shown
        ),
        [goal for goal in goals if reports or goal.form in FOR_MACHINES],
        options,
        messages,
    )
    if any(goal.form is FormatName.GITHUB for goal in goals):
        summarise_job(every, options, messages)
    on_screen = shows_on_screen(goals, FormatName.TERMINAL)
    return max(job.code, code_after(reports, demands, options, details=not on_screen))
