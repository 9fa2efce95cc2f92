"""What ``check``, ``compare`` and ``diff`` have to do, all looked up before the work begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic

from manifesto_check.cli.condition_texts import condition_texts_in
from manifesto_check.cli.destinations import (
    Destination,
    Formats,
    Name,
    deliver_all,
    destinations,
    shows_on_screen,
)
from manifesto_check.cli.groups import Part, Reading, Writing
from manifesto_check.cli.job import CheckJob
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.selection import selection_of
from manifesto_check.config.model import Config
from manifesto_check.model import Report
from manifesto_check.reports.interface import ReportOptions

if TYPE_CHECKING:
    from manifesto_check.conditions.applying import Demands
    from manifesto_check.conditions.model import Condition


@dataclass(frozen=True, slots=True)
class Wanted(Generic[Name]):
    """What is to be written.

    Attributes:
        known: the formats that there are.
        formats: as asked for.
        writing: where to.
        name: of files in a folder, without extension.
        part: which part of the list is shown.
        options: how it is shown, as far as the command line tells alone.
    """

    known: Formats[Name]
    formats: Sequence[Name] | None
    writing: Writing
    name: str
    part: Part
    options: ReportOptions


@dataclass(frozen=True, slots=True)
class Task(Generic[Name]):
    """Programmes to check, and what to do with the reports.

    Attributes:
        job: reads and checks.
        demands: what is asked of every programme.
        goals: formats and files.
        options: how results are shown.
    """

    job: CheckJob
    demands: Demands
    goals: Sequence[Destination[Name]]
    options: ReportOptions

    @classmethod
    def prepare(
        cls,
        files: Sequence[Path],
        settings: Config,
        reading: Reading,
        wanted: Wanted[Name],
        *,
        quiet: bool,
        no_baseline: bool,
    ) -> Task[Name]:
        """Look up lists, ids, the earlier report and what is to be written.

        Args:
            files: what is read.
            settings: of the command line and the config file together.
            reading: how programmes are opened.
            wanted: what is to be written.
            quiet: no progress and no warnings.
            no_baseline: compare with no earlier report, whatever the settings say.

        Raises:
            ManifestoCheckError: an option, a list, or the earlier report is wrong.
        """
        from manifesto_check.cli.demands import demands_of
        from manifesto_check.recommendations.joining import load_lists

        language, writing = wanted.options.language, wanted.writing
        messages, texts = messages_in(language), condition_texts_in(language)
        goals = destinations(
            wanted.known,
            wanted.formats or [],
            writing.output,
            writing.output_dir,
            wanted.name,
            [*files, *settings.recommendations, None if no_baseline else settings.baseline],
            messages,
            quiet=quiet,
        )
        measures = load_lists(settings.recommendations)
        demands = demands_of(settings, measures, texts, no_baseline=no_baseline)
        options = replace(
            wanted.options,
            selection=selection_of(measures, wanted.part),
            min_confidence=demands.min_confidence,
        )
        job = CheckJob(measures, settings.dutch_model, reading, language, quiet, demands)
        return cls(job, demands, goals, options)

    def asking(self, conditions: Sequence[Condition]) -> Task[Name]:
        """Return the same task with these conditions in place of those of the settings."""
        return replace(self, demands=replace(self.demands, conditions=conditions))

    def deliver(
        self,
        render: Callable[[Name, ReportOptions], bytes],
        goals: Sequence[Destination[Name]] | None = None,
    ) -> None:
        """Write a result in every format (or to ``goals`` alone), or nothing if one fails.

        Raises:
            UsageError: a file or stdout cannot be written.
            BrokenPipeError: the reader of stdout went away.
        """
        messages = messages_in(self.options.language)
        deliver_all(render, self.goals if goals is None else goals, self.options, messages)

    def code(self, reports: Iterable[Report], shown_by: Name | None = None) -> int:
        """Return the exit code, after saying which programme fails which condition.

        Args:
            reports: with their outcomes.
            shown_by: the format that shows on a screen which measures fail them; what it
                shows there is not said again.
        """
        from manifesto_check.cli.outcomes import code_after

        details = shown_by is None or not shows_on_screen(self.goals, shown_by)
        quiet = self.job.quiet
        after = code_after(reports, self.demands, self.options, details=details, quiet=quiet)
        return max(self.job.code, after)
