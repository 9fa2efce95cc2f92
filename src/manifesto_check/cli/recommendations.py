"""``manifesto-check recommendations``: look at a list, and help with writing one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.cli.folder import FolderOfProgrammes
from manifesto_check.cli.group import FastGroup
from manifesto_check.cli.guard import DONE, guarded
from manifesto_check.cli.lists import import_, new
from manifesto_check.cli.messages import Messages, messages_in
from manifesto_check.cli.options import LanguageOption, ListOption, QuietOption
from manifesto_check.cli.output import deliver
from manifesto_check.cli.screen import fitted
from manifesto_check.cli.suggest import merge, suggest
from manifesto_check.counting import Count
from manifesto_check.errors import UsageError
from manifesto_check.reports.interface import Language, ReportOptions

if TYPE_CHECKING:
    from manifesto_check.recommendations.lint import Finding
    from manifesto_check.recommendations.model import RecommendationList

LintProgrammesOption = Annotated[
    Path | None,
    typer.Option(
        "--programmes",
        metavar="DIR",
        help="A folder with programmes, to measure what matches everything in them.",
        show_default=False,
    ),
]
app = typer.Typer(
    cls=FastGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at the recommendations, or make and check a list of your own.",
)


app.command("new")(new)
app.command("import")(import_)
app.command("suggest")(suggest)
app.command("merge")(merge)


@app.command("list")
@guarded
def list_(recommendations: ListOption = None, language: LanguageOption = Language.NL) -> int:
    """List all sources, themes and measures with their ids."""
    from manifesto_check.recommendations.loading import load_recommendations
    from manifesto_check.reports.terminal_recommendations import listing

    found = load_recommendations(recommendations)
    deliver(listing(found, fitted(ReportOptions(language=language))), None, messages_in(language))
    return DONE


@app.command()
@guarded
def show(
    key: Annotated[
        str, typer.Argument(metavar="ID", help="Of a measure, recommendation, theme or source.")
    ],
    recommendations: ListOption = None,
    language: LanguageOption = Language.NL,
) -> int:
    """Show all that the list holds on one id, and what is derived from the text where it says less.

    For instance:

      manifesto-check recommendations show V1.3a
    """
    from manifesto_check.matching.wanted import as_judged
    from manifesto_check.recommendations.loading import load_recommendations
    from manifesto_check.reports.terminal_recommendations import details

    messages = messages_in(language)
    found = load_recommendations(recommendations)
    measures = _measures(found, key, messages)
    options = fitted(ReportOptions(language=language))
    deliver(details(as_judged(found), measures, options), None, messages)
    return DONE


@app.command()
@guarded
def schema() -> int:
    """Print the format of a list as JSON Schema, for editors."""
    from manifesto_check.recommendations.schema import json_schema
    from manifesto_check.reports.json_format import to_json

    deliver(to_json(json_schema()), None, messages_in(Language.NL))
    return DONE


@app.command("lint")
@guarded
def lint_(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="A list; else the one that ships.", show_default=False
        ),
    ] = None,
    programmes: LintProgrammesOption = None,
    language: LanguageOption = Language.NL,
    quiet: QuietOption = False,
) -> int:
    """Check a list, and advise on how to write it better.

    Exit code 2 where the file is wrong, 0 where it loads, whatever the advice;
    3 where a programme of --programmes could not be read.
    """
    from manifesto_check.recommendations.lint import in_order, lint
    from manifesto_check.recommendations.loading import load_recommendations
    from manifesto_check.reports.terminal_recommendations import advice

    messages = messages_in(language)
    found = load_recommendations(file)
    more, code = _measured(found, programmes, language, quiet=quiet)
    findings = in_order(found, [*lint(found), *more])
    text = messages.findings if findings else messages.no_findings
    summary = text.format(path=found.path, count=Count(len(findings)))
    deliver(advice(findings, summary, fitted(ReportOptions(language=language))), None, messages)
    return code


def _measured(
    found: RecommendationList, folder: Path | None, language: Language, *, quiet: bool
) -> tuple[tuple[Finding, ...], int]:
    """Return advice that is measured, and the exit code of reading the programmes."""
    from manifesto_check.matching.background import shipped_background
    from manifesto_check.suggesting.measured_lint import ProgrammeLint, lint_wants, lint_words

    findings = (*lint_words(found, shipped_background()), *lint_wants(found))
    if folder is None:
        return findings, DONE
    read = FolderOfProgrammes(folder, language, quiet=quiet)
    counted = ProgrammeLint(found.measures, found.not_meant)
    with read.corpora() as corpora:
        counted.add(corpora)
    return (*findings, *counted.findings()), read.code


def _measures(found: RecommendationList, key: str, messages: Messages) -> frozenset[str]:
    """Return the ids of the measures that ``key``, an id of any level, stands for."""
    from manifesto_check.recommendations.problems import meant, quoted

    wanted = key.strip().casefold()
    names: dict[str, set[str]] = {}
    for source, theme, recommendation, measure in found.entries():
        for name in (source.id, theme.id, recommendation.id, measure.id):
            names.setdefault(name, set()).add(measure.id)
    for name, measures in names.items():
        if name.casefold() == wanted:
            return frozenset(measures)
    hint = meant(key, names).told(messages.phrases)
    raise UsageError(messages.unknown_id.format(given=quoted(key), hint=hint))
