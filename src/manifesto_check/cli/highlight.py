"""``manifesto-check highlight``: the programme itself, with every quote marked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.cli.asked import Judged, uncertain_below
from manifesto_check.cli.cautions import unreadable, warn
from manifesto_check.cli.condition_texts import condition_texts_in
from manifesto_check.cli.groups import Opening, PartAndVerdicts, grouped
from manifesto_check.cli.guard import DONE, guarded, say
from manifesto_check.cli.messages import Messages, messages_in
from manifesto_check.cli.ocr import advise, recogniser
from manifesto_check.cli.options import LanguageOption, QuietOption
from manifesto_check.cli.output import check_output, deliver, is_stdout
from manifesto_check.cli.progress import Progress, progress_display
from manifesto_check.cli.screen import is_terminal
from manifesto_check.cli.selection import selection_of
from manifesto_check.cli.stdin import STDIN
from manifesto_check.counting import Count
from manifesto_check.errors import Problem, ProgrammeError, UsageError
from manifesto_check.model import FileType, Report, Status
from manifesto_check.reports.interface import Language, ReportOptions

if TYPE_CHECKING:
    from manifesto_check.checking import Checker
    from manifesto_check.conditions.model import Ignored
    from manifesto_check.highlighting import Highlighted
    from manifesto_check.ocr.engine import Ocr

CopyOption = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE.pdf",
        help="The copy to make, whole or not at all; - is stdout.",
        show_default=False,
    ),
]


@guarded
@grouped
def highlight(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A programme (PDF).")],
    *,
    output: CopyOption,
    language: LanguageOption = Language.NL,
    part: PartAndVerdicts,
    judged: Judged,
    opening: Opening,
    quiet: QuietOption = False,
) -> int:
    """Make a copy of a programme with every quote highlighted.

    The colour is that of the verdict: blue covered, light blue partial,
    orange opposed; a quote with several verdicts has a band of each. A note names the
    measures; bookmarks lead to them. The programme itself is never changed.

    For instance:

      manifesto-check highlight programme.pdf --output marked.pdf
    """
    from manifesto_check.checking import Checker
    from manifesto_check.cli.demands import left_out
    from manifesto_check.recommendations.joining import load_lists

    messages = messages_in(language)
    if file == STDIN:
        raise UsageError(messages.no_stdin)
    texts = condition_texts_in(language)
    settings = judged.settings([file], texts)
    check_output(output, [file, *settings.recommendations], messages)
    if is_stdout(output) and sys.stdout is not None and is_terminal(sys.stdout):
        raise UsageError(messages.not_for_screen.format(format="PDF"))
    measures = load_lists(settings.recommendations)
    options = ReportOptions(
        language, selection_of(measures, part), min_confidence=uncertain_below(settings)
    )
    ignored = left_out(settings, measures, texts)
    with progress_display(1, messages, quiet=quiet) as progress:
        job = _Job(Checker(measures, dutch_model=settings.dutch_model), opening, progress)
        report, copy = job.highlighted(file, ignored, options)
    if not quiet:
        warn(report.programme, messages, say)
        advise(report.programme, opening.ocr, messages, say)
        _tell(copy, file if is_stdout(output) else output, messages)
    check_output(output, [file], messages)  # a link may have come in between
    deliver(copy.data, output, messages)
    return DONE


@dataclass(frozen=True)
class _Job:
    """Checks one programme and marks the quotes in a copy of it."""

    checker: Checker
    opening: Opening
    progress: Progress

    def highlighted(
        self, file: Path, ignored: Sequence[Ignored], options: ReportOptions
    ) -> tuple[Report, Highlighted]:
        """Return the report and the copy.

        Raises:
            ProgrammeError: the programme cannot be opened or is unreadable, or is no PDF.
        """
        from manifesto_check.conditions.ignoring import without
        from manifesto_check.highlighting import highlight as highlighted

        self.progress.file(0, file.name)
        reader = recogniser(self.opening.ocr, self.progress.step, keeps_layers=True)
        report = without(self._report(file, reader, options.language), ignored)
        self.progress.step("verdict")
        layers = {} if reader is None else reader.layers
        data = _bytes(file, report)
        return report, highlighted(data, report, options, self.opening.password, layers)

    def _report(self, file: Path, ocr: Ocr | None, language: Language) -> Report:
        from manifesto_check.checking import read

        self.progress.step("reading")
        (programme,) = read([file], password=self.opening.password, ocr=ocr)
        if programme.type is not FileType.PDF:
            raise ProgrammeError.of(Problem.NO_PDF, file)
        self.progress.step("loading")
        report = self.checker.check(programme, self.progress.step)
        if report.programme.status is Status.UNREADABLE:
            raise ProgrammeError(unreadable(str(file), report.programme.reason, language))
        return report


def _bytes(file: Path, report: Report) -> bytes:
    """Read the programme again, and see to it that it is still the one that was checked."""
    from hashlib import sha256

    from manifesto_check.sources.interface import HEAD_BYTES

    try:
        data = file.read_bytes()
    except OSError as error:
        raise ProgrammeError.of(Problem.UNOPENED, file, detail=error) from None
    if b"%PDF-" not in data[:HEAD_BYTES]:
        raise ProgrammeError.of(Problem.NO_PDF, file)
    if sha256(data).hexdigest() != report.programme.sha256:
        raise ProgrammeError.of(Problem.CHANGED, file)
    return data


def _tell(copy: Highlighted, path: Path, messages: Messages) -> None:
    notes = [
        messages.not_highlighted.format(path=path, page=page, quote=quote)
        for page, quote in copy.missing
    ]
    if copy.was_encrypted:
        notes.append(messages.no_longer_encrypted.format(path=path))
    if not copy.quotes:
        notes.append(messages.nothing_to_highlight.format(path=path))
    for note in notes:
        say(messages.warning.format(message=note))
    if copy.quotes:
        found = copy.quotes - len(copy.missing)
        say(messages.highlighted.format(path=path, found=found, quotes=Count(copy.quotes)))
