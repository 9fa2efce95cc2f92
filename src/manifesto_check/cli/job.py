"""Programmes read and checked one after another, as ``check`` and ``compare`` do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from manifesto_check import __version__
from manifesto_check.cli.cautions import unreadable, warn
from manifesto_check.cli.groups import Reading
from manifesto_check.cli.guard import DONE, FAULT, UNREADABLE, fault
from manifesto_check.cli.messages import messages_in, told
from manifesto_check.cli.ocr import advise, recogniser
from manifesto_check.cli.progress import Progress, progress_display
from manifesto_check.errors import ManifestoCheckError, ProgrammeError
from manifesto_check.model import ProgrammeInfo, Report, Status
from manifesto_check.reports.interface import Language

if TYPE_CHECKING:
    from manifesto_check.checking import Checker
    from manifesto_check.conditions.applying import Demands
    from manifesto_check.recommendations.model import RecommendationList


def opened(reports: Sequence[Report]) -> list[Report]:
    """Return the reports on files that could be opened: only of those the hash is known."""
    return [report for report in reports if report.programme.sha256]


@dataclass
class CheckJob:
    """Reads and checks programmes one after another; goes on where one cannot be read."""

    recommendations: RecommendationList
    dutch_model: str | None
    reading: Reading
    language: Language
    quiet: bool
    demands: Demands
    code: int = DONE
    _checker: Checker | None = None

    def reports(self, groups: Sequence[Sequence[Path]]) -> list[Report]:
        """Return a report on every programme; of one that cannot be opened that it is unreadable.

        ``code`` tells how it went; :func:`opened` leaves out what could not be opened.
        """
        alone = len(groups) == 1
        with progress_display(len(groups), messages_in(self.language), quiet=self.quiet) as display:
            made = [
                self.report(position, group, display, alone=alone)
                for position, group in enumerate(groups)
            ]
        return [
            found if isinstance(found, Report) else self.unopened(group, found)
            for group, found in zip(groups, made, strict=True)
        ]

    def report(
        self, position: int, group: Sequence[Path], progress: Progress, *, alone: bool = True
    ) -> Report | str:
        """Return the report of one programme, or why there is none, which is told too."""
        messages = messages_in(self.language)
        progress.file(position, group[0].name)
        try:
            report = self._report(group, progress, alone=alone)
        except ProgrammeError as error:
            self._failed(UNREADABLE)
            text = told(error, messages)
        except (ManifestoCheckError, BrokenPipeError):
            raise  # would end every other programme in the same way
        except Exception as error:
            self._failed(FAULT)
            path = " + ".join(map(str, group))
            text = messages.fault_of.format(path=path, fault=fault(error, messages))
        else:
            self._tell(report, progress)
            return report
        progress.say(text)
        return text

    def unopened(self, group: Sequence[Path], why: str) -> Report:
        """Return a report that says that a file could not be opened, and why."""
        file = next((file for file in group if f"{file}: " in why), group[0])
        reason = why.partition(f"{file}: ")[2] or why
        info = ProgrammeInfo(str(file), "", 0, 0, Status.UNREADABLE, reason=reason)
        return Report(__version__, info, self.recommendations.path, self.recommendations.sha256)

    def _failed(self, code: int) -> None:
        self.code = max(self.code, code)  # a fault of the tool wins over an unreadable programme

    def _report(self, group: Sequence[Path], progress: Progress, *, alone: bool) -> Report:
        from manifesto_check.checking import Checker, read

        progress.step("reading")
        how = self.reading
        ocr = recogniser(how.ocr, progress.step)
        (programme,) = read(
            group, password=how.password, as_one=len(group) > 1, type_=how.type_, ocr=ocr
        )
        if self._checker is None:
            progress.step("loading")
            self._checker = Checker(self.recommendations, dutch_model=self.dutch_model)
        report = self._checker.check(programme, progress.step)
        return self.demands.applied(report, programme, alone=alone)

    def _tell(self, report: Report, progress: Progress) -> None:
        info, messages = report.programme, messages_in(self.language)
        if info.status is Status.UNREADABLE:
            self._failed(UNREADABLE)
            text = unreadable(info.path, info.reason, self.language)
            progress.say(messages.error.format(message=text))
        elif not self.quiet:
            warn(info, messages, progress.say)
            advise(info, self.reading.ocr, messages, progress.say)
