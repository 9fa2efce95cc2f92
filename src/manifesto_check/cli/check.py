"""``manifesto-check check``: what programmes say on every measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from manifesto_check.cli.guard import DONE, UNREADABLE, guarded, say
from manifesto_check.cli.messages import Messages, messages_in
from manifesto_check.cli.options import (
    AsOneOption,
    DutchModelOption,
    FilesArgument,
    FormatOption,
    LanguageOption,
    ListOption,
    MeasureOption,
    MinConfidenceOption,
    OutputOption,
    OverallOption,
    PasswordOption,
    QuietOption,
    SourceOption,
    ThemeOption,
    VerboseOption,
    VerdictOption,
)
from manifesto_check.cli.output import check_output, deliver
from manifesto_check.cli.progress import Progress, progress_display
from manifesto_check.cli.screen import fitted
from manifesto_check.errors import ProgrammeError
from manifesto_check.model import Report, Status, Verdict
from manifesto_check.reports.interface import (
    UNCERTAIN_BELOW,
    Language,
    ReportOptions,
    Selection,
)
from manifesto_check.reports.registry import FormatName, report_format

if TYPE_CHECKING:
    from manifesto_check.checking import Checker
    from manifesto_check.recommendations.model import RecommendationList


@guarded
def check(
    files: FilesArgument,
    format_: FormatOption = None,
    output: OutputOption = None,
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
    quiet: QuietOption = False,
) -> int:
    """Report what programmes say, with quotes and pages.

    JSON of one FILE is an object, of several an array. Coverage is always that
    of whole themes and sources, however much of them is shown.

    For instance:

      manifesto-check check programme.pdf --theme V1 --verbose

      manifesto-check check a.pdf b.pdf --format json --output report.json
    """
    messages = messages_in(language)
    check_output(output, [*files, recommendations], messages)
    measures = _load(recommendations)
    options = ReportOptions(
        language=language,
        selection=_selection(measures, source, theme, measure, verdict),
        verbose=verbose,
        overall=overall,
        min_confidence=min_confidence,
        many=len(files) > 1 and not as_one,
    )
    groups = [files] if as_one else [[file] for file in files]
    job = _Job(measures, dutch_model, password, messages, quiet)
    reports = job.reports(groups)
    if reports:
        chosen = report_format(format_ or _format_of(output))
        deliver(chosen.render(reports, fitted(options, output)), output, messages)
    return UNREADABLE if job.failed else DONE


@dataclass
class _Job:
    """Reads and checks programmes one after another; goes on where one cannot be read."""

    recommendations: RecommendationList
    dutch_model: str | None
    password: str | None
    messages: Messages
    quiet: bool
    failed: bool = False
    _checker: Checker | None = None

    def reports(self, groups: Sequence[Sequence[Path]]) -> list[Report]:
        """Return the reports of all programmes that could be opened."""
        reports = []
        with progress_display(len(groups), self.messages, quiet=self.quiet) as progress:
            for position, group in enumerate(groups):
                progress.file(position, group[0].name)
                try:
                    reports.append(self._report(group, progress))
                except ProgrammeError as error:
                    self.failed = True
                    say(self.messages.error.format(message=error))
                else:
                    self._tell(reports[-1])
        return reports

    def _report(self, group: Sequence[Path], progress: Progress) -> Report:
        from manifesto_check.checking import Checker, read

        progress.step("reading")
        (programme,) = read(group, password=self.password, as_one=len(group) > 1)
        if self._checker is None:
            progress.step("loading")
            self._checker = Checker(self.recommendations, dutch_model=self.dutch_model)
        return self._checker.check(programme, progress.step)

    def _tell(self, report: Report) -> None:
        from manifesto_check.reports.text import page_ranges

        info, messages = report.programme, self.messages
        if info.status is Status.UNREADABLE:
            self.failed = True
            say(
                messages.error.format(
                    message=messages.unreadable.format(path=info.path, reason=info.reason or "?")
                )
            )
        elif info.status is Status.PARTLY_READ and not self.quiet:
            pages = page_ranges(info.unreadable_pages)
            say(
                messages.warning.format(
                    message=messages.partly_read.format(path=info.path, pages=pages)
                )
            )


def _load(path: Path | None) -> RecommendationList:
    from manifesto_check.recommendations.loading import load_recommendations

    return load_recommendations(path)


def _selection(
    recommendations: RecommendationList,
    sources: list[str] | None,
    themes: list[str] | None,
    measures: list[str] | None,
    verdicts: list[Verdict] | None,
) -> Selection:
    from manifesto_check.recommendations.selecting import select

    chosen = None
    if sources or themes or measures:
        chosen = select(
            recommendations, sources=sources or (), themes=themes or (), measures=measures or ()
        )
    return Selection(measures=chosen, verdicts=tuple(verdicts or ()))


def _format_of(output: Path | None) -> FormatName:
    """Return the format that has the file's extension, or terminal."""
    suffix = "" if output is None else output.suffix.lower()
    for name in FormatName:
        if suffix and report_format(name).extension == suffix:
            return name
    return FormatName.TERMINAL
