"""``manifesto-check diff``: what changed between two versions of a programme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.changes.formats.registry import (
    EXTENSIONS,
    DifferenceFormatName,
    difference_format,
)
from manifesto_check.cli.asked import if_given, settings_for
from manifesto_check.cli.condition_options import ConfigOption, NoConfigOption
from manifesto_check.cli.condition_texts import ConditionTexts, condition_texts_in
from manifesto_check.cli.destinations import Formats, deliver_all, destinations, shows_on_screen
from manifesto_check.cli.guard import UNREADABLE, guarded
from manifesto_check.cli.job import CheckJob
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import (
    DutchModelOption,
    LanguageOption,
    ListsOption,
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
)
from manifesto_check.cli.progress import Progress, progress_display
from manifesto_check.cli.selection import selection_of
from manifesto_check.errors import UsageError
from manifesto_check.model import Report, Status
from manifesto_check.ocr.mode import OcrMode
from manifesto_check.reports.interface import UNCERTAIN_BELOW, Language, ReportOptions

if TYPE_CHECKING:
    from manifesto_check.conditions.applying import Demands
    from manifesto_check.conditions.model import Condition

OldArgument = Annotated[
    Path,
    typer.Argument(
        metavar="OLD", help="The earlier version, or a JSON report on it.", show_default=False
    ),
]
NewArgument = Annotated[
    Path,
    typer.Argument(
        metavar="NEW", help="The later version, or a JSON report on it.", show_default=False
    ),
]
DifferenceFormatsOption = Annotated[
    list[DifferenceFormatName] | None,
    typer.Option(
        "--format",
        "-f",
        metavar=f"[{'|'.join(DifferenceFormatName)}]",
        help="Format; else by the extension of --output, else terminal. Repeatable, with "
        "--output-dir.",
        show_default=False,
    ),
]
FailOnLossFlag = Annotated[
    bool, typer.Option("--fail-on-loss", help="Exit code 1 where something was lost or weakened.")
]
OUTPUT_NAME = "diff"
_FORMATS = Formats(
    EXTENSIONS, DifferenceFormatName.TERMINAL, lambda form: difference_format(form).binary
)


@guarded
def diff(
    context: typer.Context,
    old: OldArgument,
    new: NewArgument,
    format_: DifferenceFormatsOption = None,
    output: OutputOption = None,
    output_dir: OutputDirOption = None,
    language: LanguageOption = Language.NL,
    recommendations: ListsOption = None,
    source: SourceOption = None,
    theme: ThemeOption = None,
    measure: MeasureOption = None,
    verbose: VerboseOption = False,
    min_confidence: MinConfidenceOption = UNCERTAIN_BELOW,
    fail_on_loss: FailOnLossFlag = False,
    password: PasswordOption = None,
    dutch_model: DutchModelOption = None,
    ocr: OcrOption = OcrMode.AUTO,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    quiet: QuietOption = False,
) -> int:
    """Show what changed between two versions of a programme.

    Measures that were gained, lost, strengthened or weakened, with both quotes
    side by side. Where a quote stands does not matter, only its text.

    For instance:

      manifesto-check diff draft.pdf final.pdf

      manifesto-check diff draft.json final.pdf --output changes.html
    """
    from dataclasses import replace

    from manifesto_check.changes.model import Difference
    from manifesto_check.cli.demands import code_after, demands_of
    from manifesto_check.recommendations.joining import load_lists

    messages, texts = messages_in(language), condition_texts_in(language)
    settings = settings_for(
        new,
        config,
        no_config=no_config,
        recommendations=recommendations,
        dutch_model=dutch_model,
        min_confidence=if_given(context, "min_confidence", min_confidence),
    )
    inputs = [old, new, *settings.recommendations]
    goals = destinations(_FORMATS, format_ or [], output, output_dir, OUTPUT_NAME, inputs, messages)
    measures = load_lists(settings.recommendations)
    demands = demands_of(settings, measures, texts, no_baseline=True)
    demands = replace(demands, conditions=_conditions(fail_on_loss=fail_on_loss))
    options = ReportOptions(
        language=language,
        selection=selection_of(measures, source, theme, measure, None),
        verbose=verbose,
        min_confidence=demands.min_confidence,
    )
    job = CheckJob(measures, settings.dutch_model, password, language, quiet, ocr=ocr)
    both = _Pair(job, demands, texts).reports(old, new)
    if both is None:
        return job.code
    result = Difference(*both, both[1].changes)
    deliver_all(
        lambda form, shown: difference_format(form).render(result, shown), goals, options, messages
    )
    details = not shows_on_screen(goals, DifferenceFormatName.TERMINAL)
    code = max(job.code, code_after([result.new], demands, options, details=details))
    return code if result.is_readable else max(code, UNREADABLE)


def _conditions(*, fail_on_loss: bool) -> list[Condition]:
    from manifesto_check.conditions.model import Condition, ConditionKind

    return [Condition(ConditionKind.NO_LOSS)] if fail_on_loss else []


class _Pair:
    """Reads or checks both versions, the new one with what changed since the old one."""

    def __init__(self, job: CheckJob, demands: Demands, texts: ConditionTexts) -> None:
        self._job = job
        self._demands = demands
        self._texts = texts

    def reports(self, old: Path, new: Path) -> tuple[Report, Report] | None:
        """Return both reports; None where a file cannot be opened, which is told."""
        from dataclasses import replace

        from manifesto_check.conditions.baseline import Baseline

        earlier = {path: self._read(path) for path in (old, new)}  # before the work begins
        messages = messages_in(self._job.language)
        with progress_display(2, messages, quiet=self._job.quiet) as progress:
            first = self._report(
                0, old, earlier[old], replace(self._demands, conditions=()), progress
            )
            if first is None:
                return None
            since = self._demands
            if first.programme.status is not Status.UNREADABLE:
                since = replace(since, baseline=Baseline(str(old), [first]))
            second = self._report(1, new, earlier[new], since, progress)
        return None if second is None else (first, second)

    def _read(self, path: Path) -> Report | None:
        """Return the report in a JSON file; None where the file is none."""
        from manifesto_check.reports.json_reading import is_json_file, read_reports

        if not is_json_file(path):
            return None
        reports = read_reports(path)
        if len(reports) != 1:
            text = self._texts.several_reports
            raise UsageError(text.format(path=path, count=len(reports)))
        return reports[0]

    def _report(
        self,
        position: int,
        path: Path,
        earlier: Report | None,
        demands: Demands,
        progress: Progress,
    ) -> Report | None:
        if earlier is not None:
            return demands.applied(earlier)
        self._job.demands = demands
        found = self._job.report(position, [path], progress)
        return found if isinstance(found, Report) else None
