"""The options that ask for conditions, of ``check``, ``compare`` and ``scan``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FailUnderOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-under",
        metavar="SOURCE=PERCENT",
        help="Exit code 1 where the coverage of a source is lower, as V=60. Repeatable.",
        show_default=False,
    ),
]
FailUnderThemeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-under-theme",
        metavar="THEME=PERCENT",
        help="Exit code 1 where the coverage of a theme is lower, as V1=80. Repeatable.",
        show_default=False,
    ),
]
RequireOption = Annotated[
    list[str] | None,
    typer.Option(
        "--require",
        metavar="ID[=covered]",
        help="Exit code 1 unless every measure of this recommendation, theme or source, or this "
        "measure, is at least partial, or covered. Repeatable.",
        show_default=False,
    ),
]
ForbidOpposedOption = Annotated[
    bool | None,
    typer.Option(
        "--forbid-opposed/--no-forbid-opposed",
        help="Exit code 1 where a measure is opposed.",
        show_default=False,
    ),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="REPORT.json",
        help="Show what was gained, lost and moved since this earlier report.",
        show_default=False,
    ),
]
NoBaselineOption = Annotated[
    bool,
    typer.Option("--no-baseline", help="Compare with no earlier report, to make a new one."),
]
FailOnLossOption = Annotated[
    bool | None,
    typer.Option(
        "--fail-on-loss/--no-fail-on-loss",
        help="Exit code 1 where something was lost or weakened since --baseline.",
        show_default=False,
    ),
]
FailOnChangedQuoteOption = Annotated[
    bool | None,
    typer.Option(
        "--fail-on-changed-quote/--no-fail-on-changed-quote",
        help="Exit code 1 where a sentence that was quoted as a promise in --baseline does not "
        "stand in the text any more, whatever the verdict.",
        show_default=False,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="ID",
        help="Keep this measure (or recommendation, theme) out of coverage and conditions. "
        "Needs a --reason. Repeatable.",
        show_default=False,
    ),
]
ReasonOption = Annotated[
    list[str] | None,
    typer.Option(
        "--reason",
        metavar="TEXT",
        help="Why, for each --ignore in turn, or one for all; reports show it.",
        show_default=False,
    ),
]
NotApplicableOption = Annotated[
    list[str] | None,
    typer.Option(
        "--not-applicable",
        metavar="ID=REASON",
        help="The same for a measure that cannot apply to the place. Repeatable.",
        show_default=False,
    ),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Config file; else manifesto-check.toml, or [tool.manifesto-check] in "
        "pyproject.toml, beside the programme or in a folder above it.",
        show_default=False,
    ),
]
NoConfigOption = Annotated[bool, typer.Option("--no-config", help="Use no config file.")]
