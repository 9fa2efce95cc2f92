"""``manifesto-check annotate``: a file in which a reader gives their own verdicts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from manifesto_check import __version__
from manifesto_check.cli.asked import settings_for
from manifesto_check.cli.cautions import unreadable, warn
from manifesto_check.cli.condition_options import ConfigOption, NoConfigOption
from manifesto_check.cli.guard import DONE, guarded, say
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import (
    FILE_HELP,
    DutchModelOption,
    LanguageOption,
    ListsOption,
    OutputOption,
    PasswordOption,
    QuietOption,
    TypeOption,
)
from manifesto_check.cli.output import check_output, deliver
from manifesto_check.cli.progress import progress_display
from manifesto_check.errors import ProgrammeError, UsageError
from manifesto_check.reports.interface import Language

_EXISTS = {
    Language.NL: "{path}: bestaat al, misschien met oordelen erin; --force overschrijft het",
    Language.EN: "{path}: exists already, maybe with verdicts in it; --force overwrites it",
}


CandidatesOption = Annotated[
    int,
    typer.Option(
        "--candidates", min=0, max=8, help="Passages to give with each measure; 0 for none."
    ),
]


@guarded
def annotate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=FILE_HELP)],
    output: OutputOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite FILE of --output where it exists.")
    ] = False,
    candidates: CandidatesOption = 3,
    language: LanguageOption = Language.NL,
    recommendations: ListsOption = None,
    type_: TypeOption = None,
    password: PasswordOption = None,
    dutch_model: DutchModelOption = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    quiet: QuietOption = False,
) -> int:
    """Write a file to fill in with your own verdicts on a programme.

    One JSON line for each measure: set label to 2 (covered), 1 (partial), 0
    (absent) or -1 (opposed), and keep, add or delete quotes. Measure the tool
    against it with evaluate; lines that are still null are left out there.

    For instance:

      manifesto-check annotate programmes/party.pdf --output gold/party.jsonl
    """
    from manifesto_check.coverage import report_of
    from manifesto_check.evaluation.prefill import lines_to_fill_in
    from manifesto_check.evaluation.reading import UnreadableError, read_readable
    from manifesto_check.recommendations.joining import load_lists

    messages = messages_in(language)
    settings = settings_for(
        file,
        config,
        no_config=no_config,
        recommendations=recommendations,
        dutch_model=dutch_model,
    )
    check_output(output, [file, *settings.recommendations], messages)
    if output is not None and output.is_file() and not force:
        raise UsageError(_EXISTS[language].format(path=output))
    measures = load_lists(settings.recommendations)
    with progress_display(1, messages, quiet=quiet) as progress:
        progress.file(0, file.name)
        progress.step("reading")
        try:
            programme = read_readable(file, password=password, type_=type_)
        except UnreadableError as error:
            raise ProgrammeError(unreadable(str(file), error.reason, language)) from None
        progress.step("matching")
        data = b"".join(  # list by list, so that none changes what is proposed for another
            lines_to_fill_in(programme, part, candidates, settings.dutch_model)
            for part in measures.lists
        )
    if not quiet:
        warn(report_of(programme, measures, [], __version__).programme, messages, say)
    deliver(data, output, messages)
    return DONE
