"""``manifesto-check explain``: why one measure got its verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from manifesto_check.cli.guard import DONE, guarded
from manifesto_check.cli.messages import Messages, messages_in
from manifesto_check.cli.options import (
    DutchModelOption,
    LanguageOption,
    ListOption,
    MinConfidenceOption,
    OutputOption,
    PasswordOption,
    QuietOption,
)
from manifesto_check.cli.output import check_output, deliver
from manifesto_check.cli.progress import progress_display
from manifesto_check.cli.screen import fitted
from manifesto_check.errors import ProgrammeError, UsageError
from manifesto_check.model import Status
from manifesto_check.reports.interface import UNCERTAIN_BELOW, Language, ReportOptions
from manifesto_check.reports.registry import ExplanationFormatName, explanation_format


@guarded
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A programme (PDF).")],
    measure: Annotated[
        str, typer.Argument(metavar="MEASURE", help="The id of a measure, such as V1.3a.")
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many passages to show.")] = 5,
    format_: Annotated[
        ExplanationFormatName, typer.Option("--format", "-f", help="Format of the explanation.")
    ] = ExplanationFormatName.TERMINAL,
    output: OutputOption = None,
    language: LanguageOption = Language.NL,
    recommendations: ListOption = None,
    min_confidence: MinConfidenceOption = UNCERTAIN_BELOW,
    password: PasswordOption = None,
    dutch_model: DutchModelOption = None,
    quiet: QuietOption = False,
) -> int:
    """Show why a measure got its verdict.

    It shows the best passages with every signal that led to it.

    For instance:

      manifesto-check explain programme.pdf V1.3a --limit 10
    """
    from manifesto_check.checking import Checker, read
    from manifesto_check.recommendations.loading import load_recommendations
    from manifesto_check.recommendations.selecting import select

    messages = messages_in(language)
    check_output(output, [file, recommendations], messages)
    measures = load_recommendations(recommendations)
    key = _only(measure, select(measures, measures=[measure]), messages)
    with progress_display(1, messages, quiet=quiet) as progress:
        progress.file(0, file.name)
        progress.step("reading")
        (programme,) = read([file], password=password)
        _must_be_readable(programme.status, file, programme.unreadable_reason, messages)
        progress.step("loading")
        checker = Checker(measures, dutch_model=dutch_model)
        progress.step("matching")
        explanation = checker.explain(programme, key, limit=limit)
    info = explanation.programme  # the language shows only when the text is looked at
    _must_be_readable(info.status, file, info.reason, messages)
    options = fitted(ReportOptions(language=language, min_confidence=min_confidence), output)
    deliver(explanation_format(format_).explain(explanation, options), output, messages)
    return DONE


def _must_be_readable(status: Status, file: Path, reason: str | None, messages: Messages) -> None:
    if status is Status.UNREADABLE:
        raise ProgrammeError(messages.unreadable.format(path=file, reason=reason or "?"))


def _only(given: str, found: frozenset[str], messages: Messages) -> str:
    """Return the one measure that was named; a recommendation with several is too many."""
    if len(found) > 1:
        names = ", ".join(sorted(found))
        raise UsageError(messages.one_measure.format(given=given, measures=names))
    return next(iter(found))
