"""Earlier reports to compare with: JSON reports, or the store of a scan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from manifesto_check.errors import ReportError, ReportProblem
from manifesto_check.model import Report

if TYPE_CHECKING:
    from manifesto_check.recommendations.model import RecommendationList

SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The earlier reports, and the path of the file that they come from."""

    path: str
    reports: Sequence[Report]

    def report_of(self, programme: str, *, alone: bool) -> Report | None:
        """Return the earlier report of a programme.

        Args:
            programme: its path.
            alone: whether it is the only programme now; where there is only
                one report too, the two belong together whatever they are called.

        Returns:
            The report of the same path, else the only one of the same file name;
            None where there is none.

        Raises:
            ReportError: the programme could not be read then.
        """
        found = self._found(programme, alone=alone)
        if found is not None and not found.measures:
            raise _unreadable(self.path, found)
        return found

    def missing(self, programmes: Collection[str]) -> list[str]:
        """Return which programmes of the earlier reports are not among these paths."""
        paths, names = set(map(_plain, programmes)), set(map(_file_name, programmes))
        earlier = [report.programme.path for report in self.reports]
        several = Counter(map(_file_name, earlier))
        return [
            path
            for path in earlier
            if _plain(path) not in paths
            and (_file_name(path) not in names or several[_file_name(path)] > 1)
        ]

    def _found(self, programme: str, *, alone: bool) -> Report | None:
        if alone and len(self.reports) == 1:
            return self.reports[0]
        for key in (_plain, _file_name):
            found = [r for r in self.reports if key(r.programme.path) == key(programme)]
            if len(found) == 1:
                return found[0]
        return None


def read_baseline(path: Path, version: str, recommendations: RecommendationList) -> Baseline:
    """Read earlier reports, and make sure that the verdicts of now can be compared with them.

    Args:
        path: of a JSON report, of an array of them, or of the store of a scan.
        version: of the tool now.
        recommendations: the list now.

    Raises:
        ReportError: there are none, or they were made by another version, with
            another list, or hold not all verdicts, or none of them holds any.
    """
    if not path.is_file():
        raise ReportError.of(ReportProblem.NO_BASELINE, path=path)
    reports = _reports(path)
    for report in reports:
        _check(report, path, version, recommendations)
    if reports and not any(report.measures for report in reports):
        raise _unreadable(str(path), reports[0])
    return Baseline(str(path), reports)


def _reports(path: Path) -> list[Report]:
    from manifesto_check.reports.json_reading import read_reports

    if not is_store(path):
        return read_reports(path)
    from manifesto_check.scanning.reports import reports_of
    from manifesto_check.scanning.store import Store

    with Store.read_only(path) as store:
        return [report for report in reports_of(store) if report.measures]


def is_store(path: Path) -> bool:
    """Return whether a file is the database of a scan."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False  # reading it as JSON tells why


def _check(report: Report, path: Path, version: str, recommendations: RecommendationList) -> None:
    about = {"path": path, "programme": report.programme.path}
    if report.version != version:
        versions = {"version": report.version, "now": version}
        raise ReportError.of(ReportProblem.BASELINE_VERSION, **about, **versions)
    if report.recommendations_sha256 != recommendations.sha256:
        named = report.recommendations_path
        raise ReportError.of(ReportProblem.BASELINE_LIST, **about, list=named)
    if report.measures and [m.id for m in report.measures] != [
        m.id for m in recommendations.measures
    ]:
        raise ReportError.of(ReportProblem.SELECTED, path=path)


def _unreadable(path: str, report: Report) -> ReportError:
    named = report.programme.path
    return ReportError.of(ReportProblem.BASELINE_UNREADABLE, path=path, programme=named)


def _plain(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).as_posix()


def _file_name(path: str) -> str:
    return _plain(path).rsplit("/", 1)[-1]
