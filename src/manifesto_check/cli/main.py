"""The ``manifesto-check`` command: puts the commands together and ends the process."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from manifesto_check import __version__
from manifesto_check.cli import recommendations
from manifesto_check.cli.annotate import annotate
from manifesto_check.cli.check import check
from manifesto_check.cli.compare import compare
from manifesto_check.cli.diff import diff
from manifesto_check.cli.evaluate import evaluate
from manifesto_check.cli.explain import explain
from manifesto_check.cli.export import export
from manifesto_check.cli.group import FastGroup
from manifesto_check.cli.guard import exit_code
from manifesto_check.cli.highlight import highlight
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.output import deliver
from manifesto_check.cli.overview import overview
from manifesto_check.cli.scan import scan
from manifesto_check.reports.interface import Language

app = typer.Typer(
    name="manifesto-check",
    cls=FastGroup,
    no_args_is_help=True,
    rich_markup_mode=None,  # importing rich for it would double the time of --help
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(explain)
app.command()(compare)
app.command()(diff)
app.command()(highlight)
app.command()(scan)
app.command()(export)
app.command()(overview)
app.command()(evaluate)
app.command()(annotate)
app.add_typer(recommendations.app, name="recommendations")


def _show_version(wanted: bool) -> None:
    if wanted:
        deliver(f"manifesto-check {__version__}\n".encode(), None, messages_in(Language.NL))
        raise typer.Exit


@app.callback()
def _about(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Report what an election programme says on a list of policy recommendations.

    Every verdict but "absent" comes with literal quotes and pages. Exit codes:
    0 done, 1 a condition is not met, 2 wrong use, 3 a programme could not be
    read, 4 a fault of the tool, 130 interrupted, 141 the reader of the output
    went away.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its exit code.

    Args:
        arguments: without the program's name; None takes the process's own.
    """

    def run() -> int:
        app(None if arguments is None else list(arguments), prog_name="manifesto-check")
        return 0

    # The products are small: more threads only wait for each other, and cost twice the CPU time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A check makes millions of objects that stay: looking for cycles among them costs a tenth.
    gc.set_threshold(1_000_000, 50, 100)
    code = exit_code(run, messages_in(Language.NL))
    gc.freeze()  # nor at the end, where all of it goes anyway
    sys.exit(code)
