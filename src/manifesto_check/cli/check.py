"""``manifesto-check check``: what programmes say on every measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from manifesto_check.cli.cautions import unreadable, warn
from manifesto_check.cli.destinations import SEVERAL, deliver_all, destinations
from manifesto_check.cli.guard import DONE, FAULT, UNREADABLE, fault, guarded
from manifesto_check.cli.messages import messages_in, told
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
from manifesto_check.cli.progress import Progress, progress_display
from manifesto_check.errors import ManifestoCheckError, ProgrammeError
from manifesto_check.model import Report, Status, Verdict
from manifesto_check.reports.interface import (
    UNCERTAIN_BELOW,
    CsvDialect,
    Language,
    ReportOptions,
    Selection,
)

if TYPE_CHECKING:
    from manifesto_check.checking import Checker
    from manifesto_check.recommendations.model import RecommendationList


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
    goals = destinations(format_ or [], output, output_dir, name, inputs, messages)
    measures = _load(recommendations)
    options = ReportOptions(
        language=language,
        selection=_selection(measures, source, theme, measure, verdict),
        verbose=verbose,
        overall=overall,
        min_confidence=min_confidence,
        many=many,
        csv_dialect=csv_dialect,
    )
    groups = [files] if as_one else [[file] for file in files]
    job = _Job(measures, dutch_model, password, language, quiet)
    reports = job.reports(groups)
    if reports:
        deliver_all(reports, goals, options, messages)
    return job.code


@dataclass
class _Job:
    """Reads and checks programmes one after another; goes on where one cannot be read."""

    recommendations: RecommendationList
    dutch_model: str | None
    password: str | None
    language: Language
    quiet: bool
    code: int = DONE
    _checker: Checker | None = None

    def reports(self, groups: Sequence[Sequence[Path]]) -> list[Report]:
        """Return the reports of all programmes that could be opened; ``code`` tells the rest."""
        messages = messages_in(self.language)
        reports = []
        with progress_display(len(groups), messages, quiet=self.quiet) as progress:
            for position, group in enumerate(groups):
                progress.file(position, group[0].name)
                try:
                    report = self._report(group, progress)
                except ProgrammeError as error:
                    self._failed(UNREADABLE)
                    progress.say(told(error, messages))
                except (ManifestoCheckError, BrokenPipeError):
                    raise  # would end every other programme in the same way
                except Exception as error:
                    self._failed(FAULT)
                    path = " + ".join(map(str, group))
                    text = fault(error, messages)
                    progress.say(messages.fault_of.format(path=path, fault=text))
                else:
                    reports.append(report)
                    self._tell(report, progress)
        return reports

    def _failed(self, code: int) -> None:
        self.code = max(self.code, code)  # a fault of the tool wins over an unreadable programme

    def _report(self, group: Sequence[Path], progress: Progress) -> Report:
        from manifesto_check.checking import Checker, read

        progress.step("reading")
        (programme,) = read(group, password=self.password, as_one=len(group) > 1)
        if self._checker is None:
            progress.step("loading")
            self._checker = Checker(self.recommendations, dutch_model=self.dutch_model)
        return self._checker.check(programme, progress.step)

    def _tell(self, report: Report, progress: Progress) -> None:
        info, messages = report.programme, messages_in(self.language)
        if info.status is Status.UNREADABLE:
            self._failed(UNREADABLE)
            text = unreadable(info.path, info.reason, self.language)
            progress.say(messages.error.format(message=text))
        elif not self.quiet:
            warn(info, messages, progress.say)


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
