"""``manifesto-check recommendations new`` and ``import``: a list of one's own begins here."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.cli.guard import DONE, guarded, say
from manifesto_check.cli.list_texts import ListTexts, list_texts_in
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import LanguageOption, OutputOption, QuietOption
from manifesto_check.cli.output import check_output, deliver, is_stdout
from manifesto_check.cli.screen import is_terminal
from manifesto_check.counting import Count
from manifesto_check.errors import UsageError
from manifesto_check.reports.interface import Language

if TYPE_CHECKING:
    from manifesto_check.recommendations.draft import Draft
    from manifesto_check.recommendations.importing.columns import Role

ForceOption = Annotated[
    bool, typer.Option("--force", help="Overwrite FILE of --output where it exists.")
]
NewFileArgument = Annotated[
    Path, typer.Argument(metavar="LIST.yaml", help="The list to make; - is stdout.")
]
TitleOption = Annotated[
    str | None, typer.Option("--title", help="Title of your document.", show_default=False)
]
PublisherOption = Annotated[
    str | None, typer.Option("--publisher", help="Your organisation.", show_default=False)
]
IdOption = Annotated[
    str,
    typer.Option(
        "--id",
        metavar="ID",
        help="With which all ids of the list begin, such as FIETS. Give each list its own, and "
        "they can be used together.",
    ),
]
NewMeasureOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        metavar="THEME=TEXT",
        help="A measure under its theme; asks nothing. Repeatable.",
        show_default=False,
    ),
]
ImportArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="A list as XLSX, CSV or DOCX.", show_default=False)
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="ROLE=COLUMN",
        help="What a column holds (bron, uitgever, thema, aanbeveling, maatregel, id, voorbeeld, "
        "tegendeel), by its letter or name: maatregel=B. Repeatable.",
        show_default=False,
    ),
]


_BEGINNING = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,19}")
"""What ids may begin with: short, so that there is room for what follows."""


@guarded
def new(
    file: NewFileArgument,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    id_: IdOption = "A",
    measure: NewMeasureOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite LIST.yaml.")] = False,
    language: LanguageOption = Language.NL,
    quiet: QuietOption = False,
) -> int:
    """Begin a list: asks a few questions, and writes a commented YAML file.

    With --measure it asks nothing.

    For instance:

      manifesto-check recommendations new cycling.yaml

      manifesto-check recommendations new cycling.yaml --title "Fietsagenda"
      --measure "Veilig=Er komen meer vrijliggende fietspaden."
    """
    from manifesto_check.recommendations.draft import draft_yaml

    texts = list_texts_in(language)
    check_new(file, [], language, force=force)
    if not _BEGINNING.fullmatch(id_):
        raise UsageError(texts.wrong_id.format(given=id_))
    if measure:
        draft = _drafted(title or file.stem, publisher or "", measure, texts)
    elif is_terminal(sys.stdin):
        draft = _asked(title, publisher, texts)
    else:
        raise UsageError(texts.nobody_to_ask)
    draft.sources[0].id = id_
    data = draft_yaml(draft, [texts.made_new.format(title=draft.sources[0].title)])
    deliver_list(data, file, language)
    if not quiet:
        say(texts.made.format(path=file, count=Count(len(draft.measures))))
        say(texts.next.format(path=file))
    return DONE


@guarded
def import_(
    file: ImportArgument,
    output: OutputOption = None,
    column: ColumnOption = None,
    force: ForceOption = False,
    language: LanguageOption = Language.NL,
    quiet: QuietOption = False,
) -> int:
    """Make a list of a table or document: one measure a row or bullet.

    Sheets, headings and columns become sources and themes; ids are made. On
    stderr stands what was taken from where, and what was left out.

    For instance:

      manifesto-check recommendations import list.xlsx --output list.yaml
    """
    from manifesto_check.recommendations.draft import draft_yaml
    from manifesto_check.recommendations.importing.job import import_file

    texts = list_texts_in(language)
    said = _columns(column or [], texts)
    check_new(output, [file], language, force=force)
    found = import_file(file, said)
    data = draft_yaml(found.draft, [texts.made_import.format(path=file.name)])
    deliver_list(data, output, language)
    if not quiet:
        for line in texts.notes(found.notes):
            say(line)
        shown = output or Path("-")
        themes = sum(len(source.themes) for source in found.draft.sources)
        count = len(found.draft.measures)
        say(
            texts.taken.format(
                count=Count(count), themes=Count(themes), sources=Count(len(found.draft.sources))
            )
        )
        if not is_stdout(output):
            say(texts.next.format(path=shown))
    return DONE


def check_new(
    output: Path | None, inputs: Sequence[Path], language: Language, *, force: bool
) -> None:
    """Find out before the work begins whether a new list can be written.

    Raises:
        UsageError: it exists and ``force`` is not set, is an input, or has no folder.
    """
    check_output(output, inputs, messages_in(language))
    if output is not None and not is_stdout(output) and output.exists() and not force:
        raise UsageError(list_texts_in(language).exists.format(path=output))


def deliver_list(data: bytes, output: Path | None, language: Language) -> None:
    """Write a list that was made, having seen that it loads."""
    from manifesto_check.recommendations.loading import parse_recommendations

    parse_recommendations(data, str(output or "-"))
    deliver(data, output, messages_in(language))


def _drafted(title: str, publisher: str, measures: list[str], texts: ListTexts) -> Draft:
    from manifesto_check.recommendations.draft import (
        Draft,
        DraftMeasure,
        DraftRecommendation,
        DraftSource,
    )
    from manifesto_check.recommendations.importing.found import clean

    source = DraftSource(clean(title) or texts.untitled, publisher=clean(publisher))
    for given in measures:
        theme, sign, text = given.partition("=")
        if not sign or not clean(text) or not clean(theme):
            raise UsageError(texts.wrong_measure.format(given=given))
        measure = DraftMeasure(clean(text)[:2000])
        source.theme(clean(theme)[:300]).recommendations.append(DraftRecommendation([measure]))
    return Draft([source])


def _asked(title: str | None, publisher: str | None, texts: ListTexts) -> Draft:
    """Ask for themes and measures until nothing more comes."""

    def ask(question: str) -> str:
        return str(typer.prompt(question, default="", show_default=False, err=True)).strip()

    def until(question: Callable[[], str]) -> str:
        answer = question()
        while not answer:
            say(texts.needed)
            answer = question()
        return answer

    say(texts.intro)
    title = title or until(lambda: ask(texts.ask_title))
    publisher = publisher or ask(texts.ask_publisher)
    measures: list[str] = []
    while True:
        theme = ask(texts.ask_theme if measures else texts.ask_first_theme)
        if not theme and measures:
            return _drafted(title, publisher, measures, texts)
        theme = (theme or until(lambda: ask(texts.ask_first_theme))).replace("=", "-")
        before = len(measures)
        while text := ask(texts.ask_measure.format(theme=theme)):
            measures.append(f"{theme}={text}")
        if len(measures) == before:
            say(texts.empty_theme.format(theme=theme))


def _columns(given: list[str], texts: ListTexts) -> dict[Role, str]:
    from manifesto_check.recommendations.importing.columns import Role

    said: dict[Role, str] = {}
    for one in given:
        name, sign, column = one.partition("=")
        try:
            role = Role(name.strip().lower())
        except ValueError:
            role = None
        if role is None or not sign or not column.strip():
            roles = ", ".join(Role)
            raise UsageError(texts.wrong_column.format(given=one, roles=roles))
        said[role] = column.strip()
    return said
