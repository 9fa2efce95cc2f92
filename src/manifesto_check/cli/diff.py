"""``manifesto-check diff``: what changed between two versions of a programme."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.changes.formats.registry import (
    EXTENSIONS,
    DifferenceFormatName,
    difference_format,
)
from manifesto_check.cli.asked import Judged
from manifesto_check.cli.condition_texts import ConditionTexts, condition_texts_in
from manifesto_check.cli.destinations import Formats
from manifesto_check.cli.groups import Part, Reading, Writing, grouped
from manifesto_check.cli.guard import UNREADABLE, guarded
from manifesto_check.cli.job import CheckJob
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import LanguageOption, QuietOption, VerboseOption
from manifesto_check.cli.progress import Progress, progress_display
from manifesto_check.cli.task import Task, Wanted
from manifesto_check.errors import UsageError
from manifesto_check.model import Report, Status
from manifesto_check.reports.interface import Language, ReportOptions

if TYPE_CHECKING:
    from manifesto_check.conditions.applying import Demands
    from manifesto_check.conditions.model import Condition

OldArgument = Annotated[
    Path,
    typer.Argument(
        metavar="OLD", help="The earlier version, or a JSON report on it.", show_default=False
    ),
]
NewArgument = Annotated[
    Path,
    typer.Argument(
        metavar="NEW", help="The later version, or a JSON report on it.", show_default=False
    ),
]
DifferenceFormatsOption = Annotated[
    list[DifferenceFormatName] | None,
    typer.Option(
        "--format",
        "-f",
        metavar=f"[{'|'.join(DifferenceFormatName)}]",
        help="Format; else by the extension of --output, else terminal. Repeatable, with "
        "--output-dir.",
        show_default=False,
    ),
]
FailOnLossFlag = Annotated[
    bool, typer.Option("--fail-on-loss", help="Exit code 1 where something was lost or weakened.")
]
FailOnChangedQuoteFlag = Annotated[
    bool,
    typer.Option(
        "--fail-on-changed-quote",
        help="Exit code 1 where a sentence that was quoted as a promise does not stand in the "
        "text any more, whatever the verdict.",
    ),
]
OUTPUT_NAME = "diff"
_FORMATS = Formats(
    EXTENSIONS, DifferenceFormatName.TERMINAL, lambda form: difference_format(form).binary
)


@guarded
@grouped
def diff(
    old: OldArgument,
    new: NewArgument,
    *,
    formats: DifferenceFormatsOption = None,
    writing: Writing,
    language: LanguageOption = Language.NL,
    part: Part,
    verbose: VerboseOption = False,
    judged: Judged,
    fail_on_loss: FailOnLossFlag = False,
    fail_on_changed_quote: FailOnChangedQuoteFlag = False,
    reading: Reading,
    quiet: QuietOption = False,
) -> int:
    """Show what changed between two versions of a programme.

    Measures that were gained, lost, strengthened or weakened, with both quotes
    side by side. Where a quote stands does not matter, only its text.

    For instance:

      manifesto-check diff draft.pdf final.pdf

      manifesto-check diff draft.json final.pdf --output changes.html
    """
    from manifesto_check.changes.model import Difference

    texts = condition_texts_in(language)
    shown = ReportOptions(language, verbose=verbose)
    task = Task.prepare(
        [old, new],
        judged.settings([new], texts),
        reading,
        Wanted(_FORMATS, formats, writing, OUTPUT_NAME, part, shown),
        quiet=quiet,
        no_baseline=True,
    )
    task = task.asking(_conditions(fail_on_loss, fail_on_changed_quote))
    both = _Pair(task.job, task.demands, texts).reports(old, new)
    if both is None:
        return task.job.code
    result = Difference(*both, both[1].changes)
    task.deliver(lambda form, shown: difference_format(form).render(result, shown))
    code = task.code([result.new], shown_by=DifferenceFormatName.TERMINAL)
    return code if result.is_readable else max(code, UNREADABLE)


def _conditions(*asked: bool) -> list[Condition]:
    """Return the conditions of which is told whether they are asked, in their own order."""
    from manifesto_check.conditions.model import SINCE_BASELINE, Condition

    kinds = zip(SINCE_BASELINE, asked, strict=True)
    return [Condition(kind) for kind, is_asked in kinds if is_asked]


class _Pair:
    """Reads or checks both versions, the new one with what changed since the old one."""

    def __init__(self, job: CheckJob, demands: Demands, texts: ConditionTexts) -> None:
        self._job = job
        self._demands = demands
        self._texts = texts

    def reports(self, old: Path, new: Path) -> tuple[Report, Report] | None:
        """Return both reports; None where a file cannot be opened, which is told."""
        from manifesto_check.conditions.baseline import Baseline

        earlier = {path: self._read(path) for path in (old, new)}  # before the work begins
        messages = messages_in(self._job.language)
        with progress_display(2, messages, quiet=self._job.quiet) as progress:
            first = self._report(
                0, old, earlier[old], replace(self._demands, conditions=()), progress
            )
            if first is None:
                return None
            since = replace(self._demands, baseline=Baseline(str(old), [first]))
            if first.programme.status is Status.UNREADABLE:
                since = replace(self._demands, conditions=())
            second = self._report(1, new, earlier[new], since, progress)
        return None if second is None else (first, second)

    def _read(self, path: Path) -> Report | None:
        """Return the report in a JSON file; None where the file is none."""
        from manifesto_check.reports.json_reading import is_json_file, read_reports

        if not is_json_file(path):
            return None
        reports = read_reports(path)
        if len(reports) != 1:
            text = self._texts.several_reports
            raise UsageError(text.format(path=path, count=len(reports)))
        return reports[0]

    def _report(
        self,
        position: int,
        path: Path,
        earlier: Report | None,
        demands: Demands,
        progress: Progress,
    ) -> Report | None:
        if earlier is not None:
            return demands.applied(earlier)
        self._job.demands = demands
        found = self._job.report(position, [path], progress)
        return found if isinstance(found, Report) else None
