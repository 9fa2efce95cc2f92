"""``manifesto-check evaluate``: how right the verdicts are, against annotated programmes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.cli.cautions import unreadable
from manifesto_check.cli.guard import DONE, UNREADABLE, guarded, say
from manifesto_check.cli.messages import messages_in, told
from manifesto_check.cli.options import (
    DutchModelOption,
    LanguageOption,
    ListsOption,
    OutputOption,
    QuietOption,
)
from manifesto_check.cli.output import check_output, deliver, format_of
from manifesto_check.cli.progress import progress_display
from manifesto_check.cli.screen import fitted
from manifesto_check.errors import ProgrammeError
from manifesto_check.evaluation.formats.registry import (
    EXTENSIONS,
    EvaluationFormatName,
    evaluation_format,
)
from manifesto_check.reports.interface import Language, ReportOptions

if TYPE_CHECKING:
    from manifesto_check.evaluation.files import AnnotatedProgramme
    from manifesto_check.evaluation.running import Run, RunOptions
    from manifesto_check.recommendations.model import RecommendationList

_UNFILLED = {
    Language.NL: "{name}: regels die nog niet ingevuld zijn en niet meetellen: {count}",
    Language.EN: "{name}: lines that are not filled in yet and do not count: {count}",
}


GoldOption = Annotated[
    Path, typer.Option("--gold", metavar="DIR", help="Annotations: NAME.jsonl files.")
]
ProgrammesOption = Annotated[
    Path, typer.Option("--programmes", metavar="DIR", help="The programmes: NAME.pdf files.")
]
LeaveOneOutOption = Annotated[
    bool,
    typer.Option("--leave-one-out", help="Train the verdict for each programme on the others."),
]
TextOnlyOption = Annotated[
    bool, typer.Option("--text-only", help="Use only the text of each measure of the list.")
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without", metavar="NAME", help="Leave this one out. Repeatable.", show_default=False
    ),
]
BaselinesOption = Annotated[
    bool, typer.Option("--baselines/--no-baselines", help="Compare with simpler ways too.")
]
ErrorsOption = Annotated[
    int, typer.Option("--errors", min=0, help="How many wrong verdicts to show, with quotes.")
]
EvaluationFormatOption = Annotated[
    EvaluationFormatName | None,
    typer.Option(
        "--format",
        "-f",
        help="Format; else by the extension of --output, else terminal.",
        show_default=False,
    ),
]


@guarded
def evaluate(
    gold: GoldOption,
    programmes: ProgrammesOption,
    leave_one_out: LeaveOneOutOption = False,
    text_only: TextOnlyOption = False,
    without: WithoutOption = None,
    baselines: BaselinesOption = True,
    errors: ErrorsOption = 20,
    format_: EvaluationFormatOption = None,
    output: OutputOption = None,
    language: LanguageOption = Language.NL,
    recommendations: ListsOption = None,
    dutch_model: DutchModelOption = None,
    quiet: QuietOption = False,
) -> int:
    """Measure the verdicts against annotated programmes.

    Without --leave-one-out the model that ships is measured, also on programmes
    that it was trained on: the report says which.

    For instance:

      manifesto-check evaluate --gold gold --programmes pdf --leave-one-out
    """
    from manifesto_check.evaluation.files import annotated_programmes
    from manifesto_check.evaluation.running import RunOptions
    from manifesto_check.evaluation.summary import summarise
    from manifesto_check.recommendations.joining import load_lists

    messages = messages_in(language)
    default = EvaluationFormatName.TERMINAL
    form = format_of(output, EXTENSIONS, default, messages, asked=format_, quiet=quiet)
    measures = load_lists(recommendations)
    ids = [measure.id for measure in measures.measures]
    found = annotated_programmes(gold, programmes, ids, without or ())
    files = [file for one in found for file in (one.path, gold / f"{one.name}.jsonl")]
    check_output(output, [*files, *(recommendations or [])], messages)
    options = RunOptions(leave_one_out, text_only, baselines, dutch_model)
    done = _run(found, measures, options, language, quiet)
    _tell(done, language, quiet)
    shown = fitted(ReportOptions(language=language), output)
    deliver(evaluation_format(form).render(summarise(done, errors), shown), output, messages)
    return UNREADABLE if done.left_out else DONE


def _run(
    found: Sequence[AnnotatedProgramme],
    recommendations: RecommendationList,
    options: RunOptions,
    language: Language,
    quiet: bool,
) -> Run:
    from manifesto_check.evaluation.reading import UnreadableError
    from manifesto_check.evaluation.several import run_lists

    passes = 2  # to read and to judge
    with progress_display(passes * len(found), messages_in(language), quiet=quiet) as progress:

        def tell(number: int, name: str, step: str) -> None:
            progress.file(number, name)
            progress.step(step)

        try:
            return run_lists(found, recommendations, options, tell)
        except UnreadableError as error:
            raise ProgrammeError(unreadable(str(error.path), error.reason, language)) from None


def _tell(done: Run, language: Language, quiet: bool) -> None:
    from manifesto_check.evaluation.reading import UnreadableError

    messages = messages_in(language)
    for error in done.left_out.values():
        if isinstance(error, UnreadableError):
            text = unreadable(str(error.path), error.reason, language)
            say(messages.error.format(message=text))
        else:
            say(told(error, messages))
    for tested in () if quiet else done.tested:
        if tested.annotated.unfilled:
            count = len(tested.annotated.unfilled)
            warning = _UNFILLED[language].format(name=tested.annotated.name, count=count)
            say(messages.warning.format(message=warning))
