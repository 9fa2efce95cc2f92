"""``manifesto-check annotate``: a file in which a reader gives their own verdicts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from manifesto_check import __version__
from manifesto_check.cli.asked import Listed
from manifesto_check.cli.cautions import unreadable, warn
from manifesto_check.cli.condition_texts import condition_texts_in
from manifesto_check.cli.groups import grouped
from manifesto_check.cli.guard import DONE, guarded, say
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import (
    FILE_HELP,
    LanguageOption,
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

ForceOption = Annotated[
    bool, typer.Option("--force", help="Overwrite FILE of --output where it exists.")
]
CandidatesOption = Annotated[
    int,
    typer.Option(
        "--candidates", min=0, max=8, help="Passages to give with each measure; 0 for none."
    ),
]


@guarded
@grouped
def annotate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=FILE_HELP)],
    *,
    output: OutputOption = None,
    force: ForceOption = False,
    candidates: CandidatesOption = 3,
    language: LanguageOption = Language.NL,
    listed: Listed,
    type_: TypeOption = None,
    password: PasswordOption = None,
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
    settings = listed.settings([file], condition_texts_in(language))
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
