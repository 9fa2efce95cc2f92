"""``manifesto-check scan``: many programmes into a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifesto_check.cli.asked import Asked
from manifesto_check.cli.condition_texts import condition_texts_in
from manifesto_check.cli.groups import Opening, grouped
from manifesto_check.cli.guard import DONE, FAULT, INTERRUPTED, UNREADABLE, guarded, say
from manifesto_check.cli.ocr import cores
from manifesto_check.cli.options import LanguageOption, QuietOption
from manifesto_check.cli.scan_texts import ScanTexts, scan_texts_in
from manifesto_check.counting import Count
from manifesto_check.errors import UsageError
from manifesto_check.model import Report, Status
from manifesto_check.reports.interface import Language, ReportOptions

if TYPE_CHECKING:
    from manifesto_check.cli.scan_display import ScanDisplay
    from manifesto_check.conditions.applying import Demands
    from manifesto_check.config.model import Config
    from manifesto_check.scanning.checker_process import Limits
    from manifesto_check.scanning.inputs import ProgrammeFile
    from manifesto_check.scanning.runner import Scan, Tally
    from manifesto_check.scanning.settings import Settings
    from manifesto_check.scanning.store import Store

PathsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Folders, files, patterns as '2026/**/*.pdf', or lists (CSV, YAML) of programmes.",
        show_default=False,
    ),
]
StoreOption = Annotated[
    Path,
    typer.Option(
        "--store", metavar="FILE", help="Database (SQLite) for the results.", show_default=False
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, max=512, help="Programmes at a time; else as many as there are cores."
    ),
]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", min=0.1, max=86_400, help="Seconds for one programme.")
]
MemoryOption = Annotated[
    int,
    typer.Option("--memory-limit", min=100, max=1_000_000, help="Megabytes for each worker."),
]
RetryOption = Annotated[
    bool,
    typer.Option(
        "--retry-failed", help="Do again what took too long or too much memory, or crashed."
    ),
]
DaskOption = Annotated[
    str | None,
    typer.Option(
        "--dask",
        metavar="ADDRESS",
        help="Use the workers of a Dask scheduler, such as tcp://host:8786.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Where:
    """Which processes check the programmes, and how long and large each may get."""

    workers: WorkersOption = None
    timeout: TimeoutOption = 120
    memory_limit: MemoryOption = 1500
    dask: DaskOption = None

    def run(
        self,
        job: Scan,
        programmes: Sequence[ProgrammeFile],
        settings: Settings,
        display: ScanDisplay,
        texts: ScanTexts,
    ) -> None:
        """Check the programmes on this machine, or on the workers of ``--dask``.

        Raises:
            UsageError: the scheduler cannot be used.
        """
        from manifesto_check.scanning.checker_process import Limits

        limits = Limits(self.timeout, self.memory_limit * 1_000_000)
        if self.dask is None:
            _run_here(job, programmes, settings, limits, self.workers or cores(), display)
        else:
            _run_on_dask(job, programmes, settings, limits, self.dask, texts)


def _run_here(
    job: Scan,
    programmes: Sequence[ProgrammeFile],
    settings: Settings,
    limits: Limits,
    workers: int,
    display: ScanDisplay,
) -> None:
    from manifesto_check.scanning.pool import CheckerPool
    from manifesto_check.scanning.runner import Places

    pool = CheckerPool(settings, limits, display.step)
    with ThreadPoolExecutor(workers, thread_name_prefix="checker") as executor:
        try:
            job.run(programmes, Places(executor, pool.check, lambda: workers))
        finally:
            pool.close()


def _run_on_dask(
    job: Scan,
    programmes: Sequence[ProgrammeFile],
    settings: Settings,
    limits: Limits,
    address: str,
    texts: ScanTexts,
) -> None:
    try:
        from manifesto_check.scanning.cluster import ClusterError, dask_places
    except ModuleNotFoundError:
        raise UsageError(texts.no_dask) from None
    try:
        with dask_places(address, settings, limits) as places:
            job.run(programmes, places)
    except ClusterError as error:
        raise UsageError(getattr(texts, error.text).format(**error.values)) from None


NAMED = 3
"""Copies with highlights that are named; the rest are counted."""


@guarded
@grouped
def scan(
    paths: PathsArgument,
    *,
    store: StoreOption,
    where: Where,
    retry_failed: RetryOption = False,
    opening: Opening,
    language: LanguageOption = Language.NL,
    asked: Asked,
    quiet: QuietOption = False,
) -> int:
    """Check many programmes, and keep the results in a database.

    Stop it whenever you like: the same command goes on where it was. What is
    done for the same file, list, options and version is not done again. A
    programmes.yaml beside the files, or a list, tells party, municipality, year
    and more, which become columns.

    For instance:

      manifesto-check scan programmes/ --store results.db

      manifesto-check scan programmes.csv --store results.db --workers 8
    """
    from manifesto_check.cli.demands import demands_of
    from manifesto_check.cli.scan_display import scan_display
    from manifesto_check.scanning.runner import Scan
    from manifesto_check.scanning.store import Store

    texts, condition_texts = scan_texts_in(language), condition_texts_in(language)
    wanted = asked.settings(map(Path, paths), condition_texts)
    programmes = _programmes(paths, texts, quiet=quiet)
    _check_store(store, paths, programmes, texts)
    settings = _settings(wanted, opening)
    lists, no_baseline = settings.recommendations, asked.no_baseline
    demands = demands_of(wanted, lists, condition_texts, no_baseline=no_baseline)
    with Store.create(store) as opened:
        if not quiet:
            _tell_outdated(opened, settings, programmes, store, texts)
        try:
            with scan_display(len(programmes), language, quiet=quiet) as display:
                job = Scan(opened, settings, display, retry_failed=retry_failed)
                where.run(job, programmes, settings, display, texts)
        except KeyboardInterrupt:
            say(texts.kept.format(store=store))
            return INTERRUPTED
        code = _ended(job.tally, store, texts, quiet=quiet)
        judging = _Judging(opened, replace(demands, new_allowed=True), opening.password, language)
        return max(code, judging.code({programme.name for programme in programmes}, quiet=quiet))


def _settings(wanted: Config, opening: Opening) -> Settings:
    from manifesto_check.scanning.settings import Settings

    return Settings.load(
        wanted.recommendations,
        dutch_model=wanted.dutch_model,
        password=opening.password,
        ocr=opening.ocr,
    )


def _programmes(
    paths: Iterable[str | Path], texts: ScanTexts, *, quiet: bool
) -> list[ProgrammeFile]:
    """Find the programmes; say which copies with highlights are none."""
    from manifesto_check.scanning.inputs import find_programmes

    copies: list[str] = []
    try:
        return find_programmes(paths, copies.append)
    finally:  # also where there is nothing else
        if copies and not quiet:
            names = ", ".join(copies[:NAMED])
            say(texts.copies_left_out.format(count=Count(len(copies)), paths=names))


def _tell_outdated(
    opened: Store,
    settings: Settings,
    programmes: Sequence[ProgrammeFile],
    store: Path,
    texts: ScanTexts,
) -> None:
    """Say which earlier results are made again, and what changed since."""
    from manifesto_check.scanning.runner import outdated

    for count, changed in outdated(opened, settings, programmes):
        changes = texts.changes(changed)
        say(texts.made_again.format(store=store, count=count, changes=changes))


def _check_store(
    store: Path, paths: Sequence[str], programmes: Sequence[ProgrammeFile], texts: ScanTexts
) -> None:
    named = [*map(Path, paths), *(Path(programme.path) for programme in programmes)]
    if store.exists() and any(path.is_file() and store.samefile(path) for path in named):
        raise UsageError(texts.store_is_input.format(path=store))


@dataclass(frozen=True, slots=True)
class _Judging:
    """Judges the conditions on what is stored, also of programmes that were done before."""

    store: Store
    demands: Demands
    password: str | None
    language: Language

    def code(self, paths: set[str], *, quiet: bool) -> int:
        """Say which of these programmes fails which condition, and return the exit code."""
        from manifesto_check.cli.outcomes import code_after
        from manifesto_check.scanning.reports import reports_of

        demands = self.demands
        if not demands.conditions and demands.baseline is None:
            return DONE
        alone = len(paths) == 1
        options = ReportOptions(language=self.language, min_confidence=demands.min_confidence)
        reports = (self._applied(report, alone=alone) for report in reports_of(self.store, paths))
        return code_after(_with_changes_told(reports, options), demands, options, quiet=quiet)

    def _applied(self, report: Report, *, alone: bool) -> Report:
        """Apply the demands; only where quotes seem to be gone is the programme read again."""
        from manifesto_check.conditions.model import ConditionKind
        from manifesto_check.scanning.rereading import text_again

        found = self.demands.applied(report, alone=alone)
        if not self.demands.asks(ConditionKind.SAME_QUOTES):
            return found
        if not any(change.changed_quotes for change in found.changes):
            return found
        programme = text_again(report.programme, self.password)
        return self.demands.applied(report, programme, alone=alone)


def _with_changes_told(reports: Iterable[Report], options: ReportOptions) -> Iterator[Report]:
    """Say of each programme what changed since the earlier report: a scan makes no report."""
    from manifesto_check.changes.model import ChangeKind
    from manifesto_check.reports.change_words import counts_line

    texts = condition_texts_in(options.language)
    for report in reports:
        changes = [change for change in report.changes if change.kind is not ChangeKind.MOVED]
        if changes:
            path, counts = report.programme.path, counts_line(changes, options)
            say(texts.changed.format(path=path, baseline=report.baseline, counts=counts))
        yield report


def _ended(tally: Tally, store: Path, texts: ScanTexts, *, quiet: bool) -> int:
    if not quiet:
        counts = tally.statuses
        say(
            texts.summary.format(
                total=Count(tally.total),
                read=counts[Status.READ],
                partly=counts[Status.PARTLY_READ],
                unreadable=counts[Status.UNREADABLE],
            )
        )
        if tally.known:
            say(texts.summary_known.format(known=Count(tally.known), store=store))
        if tally.failed:
            say(texts.again.format(count=tally.failed))
        say(texts.next_steps.format(store=store))
    if tally.faults:
        return FAULT
    return UNREADABLE if tally.statuses[Status.UNREADABLE] else DONE
