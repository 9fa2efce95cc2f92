"""``manifesto-check explain``: why one measure got its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.cli.asked import Judged, uncertain_below
from manifesto_check.cli.cautions import unreadable, warn
from manifesto_check.cli.condition_texts import condition_texts_in
from manifesto_check.cli.groups import Reading, grouped
from manifesto_check.cli.guard import DONE, guarded, say
from manifesto_check.cli.messages import Messages, messages_in
from manifesto_check.cli.ocr import advise, recogniser
from manifesto_check.cli.options import FILE_HELP, LanguageOption, OutputOption, QuietOption
from manifesto_check.cli.output import check_output, deliver, format_of
from manifesto_check.cli.progress import Progress, progress_display
from manifesto_check.cli.screen import fitted
from manifesto_check.errors import ProgrammeError, UsageError
from manifesto_check.model import Explanation, Reason, Status
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.registry import (
    EXPLANATION_EXTENSIONS,
    ExplanationFormatName,
    explanation_format,
)

if TYPE_CHECKING:
    from manifesto_check.recommendations.model import RecommendationList


ExplanationFormatOption = Annotated[
    ExplanationFormatName | None,
    typer.Option(
        "--format",
        "-f",
        help="Format of the explanation; else by the extension of --output, else terminal.",
        show_default=False,
    ),
]


@guarded
@grouped
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=FILE_HELP)],
    measure: Annotated[
        str, typer.Argument(metavar="MEASURE", help="The id of a measure, such as V1.3a.")
    ],
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many passages to show.")] = 5,
    form: ExplanationFormatOption = None,
    output: OutputOption = None,
    language: LanguageOption = Language.NL,
    judged: Judged,
    reading: Reading,
    quiet: QuietOption = False,
) -> int:
    """Show why a measure got its verdict.

    It shows the best passages with every signal that led to it.

    For instance:

      manifesto-check explain programme.pdf V1.3a --limit 10
    """
    from manifesto_check.recommendations.joining import load_lists
    from manifesto_check.recommendations.selecting import select

    messages = messages_in(language)
    settings = judged.settings([file], condition_texts_in(language))
    check_output(output, [file, *settings.recommendations], messages)
    default = ExplanationFormatName.TERMINAL
    form = format_of(output, EXPLANATION_EXTENSIONS, default, messages, asked=form, quiet=quiet)
    measures = load_lists(settings.recommendations)
    key = _only(measure, select(measures, measures=[measure]), messages)
    job = _Job(measures, file, settings.dutch_model, reading, language)
    with progress_display(1, messages, quiet=quiet) as progress:
        explanation = job.explanation(key, limit, progress)
    if not quiet:
        warn(explanation.programme, messages, say)
        advise(explanation.programme, reading.ocr, messages, say)
    shown = ReportOptions(language=language, min_confidence=uncertain_below(settings))
    options = fitted(shown, output)
    deliver(explanation_format(form).explain(explanation, options), output, messages)
    return DONE


@dataclass(frozen=True)
class _Job:
    """Reads one programme and explains the verdict on one measure."""

    recommendations: RecommendationList
    file: Path
    dutch_model: str | None
    reading: Reading
    language: Language

    def explanation(self, measure: str, limit: int, progress: Progress) -> Explanation:
        """Return the explanation.

        Raises:
            ProgrammeError: the programme cannot be opened, or is unreadable.
        """
        from manifesto_check.checking import Checker, read

        progress.file(0, self.file.name)
        progress.step("reading")
        how = self.reading
        ocr = recogniser(how.ocr, progress.step)
        (programme,) = read([self.file], password=how.password, type_=how.type_, ocr=ocr)
        if programme.status is Status.UNREADABLE:
            raise self._unreadable(programme.unreadable_reason)
        progress.step("loading")
        checker = Checker(self.recommendations, dutch_model=self.dutch_model)
        progress.step("matching")
        try:
            return checker.explain(programme, measure, limit=limit)
        except ProgrammeError:  # that it is not in Dutch shows only when its text is looked at
            raise self._unreadable(Reason.OTHER_LANGUAGE) from None

    def _unreadable(self, reason: str | None) -> ProgrammeError:
        return ProgrammeError(unreadable(str(self.file), reason, self.language))


def _only(given: str, found: frozenset[str], messages: Messages) -> str:
    """Return the one measure that was named; a recommendation with several is too many."""
    if len(found) > 1:
        names = ", ".join(sorted(found))
        raise UsageError(messages.one_measure.format(given=given, measures=names))
    return next(iter(found))
