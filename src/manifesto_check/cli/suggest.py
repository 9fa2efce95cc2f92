"""``manifesto-check recommendations suggest`` and ``merge``: changes to a list of one's own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.cli.folder import FolderOfProgrammes
from manifesto_check.cli.guard import DONE, guarded, say
from manifesto_check.cli.list_texts import list_texts_in
from manifesto_check.cli.lists import ForceOption, check_new, deliver_list
from manifesto_check.cli.options import LanguageOption, OutputOption, QuietOption
from manifesto_check.cli.output import is_stdout
from manifesto_check.cli.screen import is_terminal
from manifesto_check.cli.suggest_texts import SuggestTexts, suggest_texts_in
from manifesto_check.counting import Count
from manifesto_check.errors import UsageError
from manifesto_check.reports.interface import Language

if TYPE_CHECKING:
    from manifesto_check.recommendations.model import RecommendationList
    from manifesto_check.suggesting.meanings import WordMeanings
    from manifesto_check.suggesting.suggest import Proposal


class Accept(StrEnum):
    """Which proposals are taken without asking."""

    ALL = "all"
    SURE = "sure"
    NONE = "none"


OwnListArgument = Annotated[
    Path, typer.Argument(metavar="LIST.yaml", help="A list of your own.", show_default=False)
]
ProgrammesOption = Annotated[
    Path | None,
    typer.Option(
        "--programmes",
        metavar="DIR",
        help="A folder with programmes: words that they use alike are proposed too. Ten or "
        "more help most.",
        show_default=False,
    ),
]
AcceptOption = Annotated[
    Accept | None,
    typer.Option(
        "--accept",
        help="Ask nothing: take all proposals, those without words of the programmes (sure), or "
        "none, which writes them as comments to choose from.",
        show_default=False,
    ),
]


@guarded
def suggest(
    file: OwnListArgument,
    programmes: ProgrammesOption = None,
    accept: AcceptOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    language: LanguageOption = Language.NL,
    quiet: QuietOption = False,
) -> int:
    """Propose concepts, synonyms and word parts for the measures of a list.

    In a terminal you are asked for each one. Without one, or with --accept
    none, they are written as comments: delete the # of what you want to keep.
    Your own comments and layout stay. Without --output the list itself is
    changed when proposals are taken.

    For instance:

      manifesto-check recommendations suggest cycling.yaml --programmes pdf

      manifesto-check recommendations suggest cycling.yaml --programmes pdf
      --accept all --output cycling-2.yaml
    """
    from manifesto_check.recommendations.loading import parse_recommendations, read_list

    texts = suggest_texts_in(language)
    if accept is None:
        asks = is_terminal(sys.stdin) and is_terminal(sys.stderr)
        accept = None if asks else Accept.NONE
    if output is None and accept is not Accept.NONE:
        output, force = file, True
    if output != file:
        check_new(output, [file], language, force=force)
    shown, data = read_list(file)
    found = parse_recommendations(data, shown)
    code, meanings = _meanings(programmes, texts, language, quiet=quiet)
    proposals = _proposals(found, meanings)
    data = _changed(data, shown, proposals, accept, found, texts)
    deliver_list(data, output, language)
    if not quiet:
        _tell(proposals, output, texts, commented=accept is Accept.NONE)
    return code


@guarded
def merge(
    files: Annotated[list[Path], typer.Argument(metavar="LIST.yaml", help="Two lists or more.")],
    prefix: Annotated[
        bool,
        typer.Option(
            "--prefix",
            help="Put the file's name before all ids of a list that shares any with others.",
        ),
    ] = False,
    output: OutputOption = None,
    force: ForceOption = False,
    language: LanguageOption = Language.NL,
    quiet: QuietOption = False,
) -> int:
    """Make one list of several; their comments stay.

    To check against several lists at once there is no need for it: give
    --recommendations more than once.

    For instance:

      manifesto-check recommendations merge a.yaml b.yaml --output both.yaml
    """
    from manifesto_check.recommendations.loading import parse_recommendations, read_list
    from manifesto_check.recommendations.merging import merged

    texts = list_texts_in(language)
    if len(files) < 2:
        raise UsageError(texts.two_lists)
    check_new(output, files, language, force=force)
    name, data = read_list(files[0])
    for file in files[1:]:
        data = merged((name, data), read_list(file), prefix=prefix)
    deliver_list(data, output, language)
    if not quiet and not is_stdout(output):
        count = len(parse_recommendations(data, str(output)).measures)
        say(texts.merged.format(path=output, count=Count(count), lists=Count(len(files))))
    return DONE


def _meanings(
    folder: Path | None, texts: SuggestTexts, language: Language, *, quiet: bool
) -> tuple[int, WordMeanings | None]:
    """Read the programmes; those that cannot be read are told and left out."""
    if folder is None:
        return DONE, None
    from manifesto_check.matching.background import shipped_background
    from manifesto_check.matching.encoder import UniversalSentenceEncoder
    from manifesto_check.suggesting.meanings import word_meanings

    read = FolderOfProgrammes(folder, language, quiet=quiet)
    with read.corpora() as corpora:
        found = word_meanings(corpora, UniversalSentenceEncoder(), shipped_background())
    if read.count < texts.few and not quiet:
        say(texts.few_programmes.format(count=Count(read.count)))
    return read.code, found


def _proposals(found: RecommendationList, meanings: WordMeanings | None) -> list[Proposal]:
    from manifesto_check.matching.background import shipped_background
    from manifesto_check.matching.encoder import UniversalSentenceEncoder
    from manifesto_check.suggesting.suggest import Suggester

    suggester = Suggester(UniversalSentenceEncoder(), shipped_background(), meanings)
    return list(suggester.proposals(found))


def _changed(
    data: bytes,
    path: str,
    proposals: Sequence[Proposal],
    accept: Accept | None,
    found: RecommendationList,
    texts: SuggestTexts,
) -> bytes:
    from manifesto_check.suggesting.accepting import without_synonyms
    from manifesto_check.suggesting.writing import with_accepted, with_comments

    if accept is Accept.NONE:
        return with_comments(data, path, proposals, texts.uncomment)
    if accept is None:
        from manifesto_check.cli.asking import ask_each

        return with_accepted(data, path, ask_each(proposals, found, texts))
    if accept is Accept.SURE:
        sure = (without_synonyms(proposal) for proposal in proposals)
        return with_accepted(data, path, [proposal for proposal in sure if proposal is not None])
    return with_accepted(data, path, proposals)


def _tell(
    proposals: Sequence[Proposal], output: Path | None, texts: SuggestTexts, *, commented: bool
) -> None:
    if not proposals:
        say(texts.nothing)
        return
    measures = len({proposal.measure for proposal in proposals})
    synonyms = sum(len(proposal.synonyms) for proposal in proposals)
    counts = {"count": len(proposals), "measures": measures, "synonyms": synonyms}
    say(texts.proposed.format(**{name: Count(number) for name, number in counts.items()}))
    if not is_stdout(output):
        say((texts.written_comments if commented else texts.written).format(path=output))
