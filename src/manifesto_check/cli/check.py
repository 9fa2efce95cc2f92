"""``manifesto-check check``: what programmes say on every measure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from manifesto_check.cli.destinations import SEVERAL, Formats, deliver_all, destinations
from manifesto_check.cli.guard import guarded
from manifesto_check.cli.job import CheckJob
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import (
    AsOneOption,
    CsvDialectOption,
    DutchModelOption,
    FilesArgument,
    FormatsOption,
    LanguageOption,
    ListOption,
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
    VerboseOption,
    VerdictOption,
)
from manifesto_check.cli.selection import selection_of
from manifesto_check.ocr.mode import OcrMode
from manifesto_check.reports.interface import (
    UNCERTAIN_BELOW,
    CsvDialect,
    Language,
    ReportOptions,
)
from manifesto_check.reports.registry import EXTENSIONS, FormatName, report_format

if TYPE_CHECKING:
    from manifesto_check.recommendations.model import RecommendationList

_FORMATS = Formats(EXTENSIONS, FormatName.TERMINAL, lambda form: report_format(form).binary)


@guarded
def check(
    files: FilesArgument,
    format_: FormatsOption = None,
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
    overall: OverallOption = False,
    min_confidence: MinConfidenceOption = UNCERTAIN_BELOW,
    as_one: AsOneOption = False,
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
    messages = messages_in(language)
    many = len(files) > 1 and not as_one
    name = SEVERAL if many else files[0].stem
    inputs = [*files, recommendations]
    goals = destinations(_FORMATS, format_ or [], output, output_dir, name, inputs, messages)
    measures = _load(recommendations)
    options = ReportOptions(
        language=language,
        selection=selection_of(measures, source, theme, measure, verdict),
        verbose=verbose,
        overall=overall,
        min_confidence=min_confidence,
        many=many,
        csv_dialect=csv_dialect,
    )
    groups = [files] if as_one else [[file] for file in files]
    job = CheckJob(measures, dutch_model, password, language, quiet, ocr)
    reports = job.reports(groups)
    if reports:
        deliver_all(
            lambda form, shown: report_format(form).render(reports, shown), goals, options, messages
        )
    return job.code


def _load(path: Path | None) -> RecommendationList:
    from manifesto_check.recommendations.loading import load_recommendations

    return load_recommendations(path)
