"""What was found out about a programme: verdicts with their evidence, coverage, the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from manifesto_check.model.programme import FileType, Status

if TYPE_CHECKING:
    from manifesto_check.changes.model import Change
    from manifesto_check.conditions.model import Ignored, Outcome


class Verdict(StrEnum):
    """What a programme says of one measure (``gold/GUIDE.md`` defines the four)."""

    COVERED = "covered"
    PARTIAL = "partial"
    ABSENT = "absent"
    OPPOSED = "opposed"


FOUND = frozenset({Verdict.COVERED, Verdict.PARTIAL})
"""The verdicts of what is there, whole or in part."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A literal quote with its place.

    ``score`` (0 to 1) is the chance that it is right. ``line`` is where it begins in a format
    without pages, whose ``page`` is 1; None elsewhere. ``ocr`` says that it was read by OCR, at
    least in part, so that letters may differ from the page's.
    """

    page: int
    page_end: int
    page_label: str | None
    section: str
    quote: str
    score: float
    line: int | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one measure.

    Attributes:
        confidence: the probability that the verdict is right.
        p_found: the probability that the measure is at least partial.
        evidence: best first; empty if and only if the verdict is absent.
    """

    measure: str
    verdict: Verdict
    confidence: float
    p_found: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of verdicts over a theme or source, and coverage as a percentage.

    ``percentage`` is the mean over the measures with covered 1, partial 0.5,
    else 0, times 100; None where nothing is counted (a ``title_only`` theme).
    """

    covered: int = 0
    partial: int = 0
    absent: int = 0
    opposed: int = 0

    @property
    def measures(self) -> int:
        """How many measures are counted."""
        return self.covered + self.partial + self.absent + self.opposed

    @property
    def percentage(self) -> float | None:
        """Coverage from 0 to 100, or None where nothing is counted."""
        if not self.measures:
            return None
        return 100 * (self.covered + 0.5 * self.partial) / self.measures


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """A measure of the list with its judgement: one row of a report."""

    id: str
    recommendation: str
    theme: str
    source: str
    text: str
    counted: bool
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class ThemeResult:
    """A theme with its coverage; ``counted`` is False for a ``title_only`` theme."""

    id: str
    source: str
    title: str
    counted: bool
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class SourceResult:
    """A source document with its coverage."""

    id: str
    title: str
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class ProgrammeInfo:
    """What a report says of the programme itself; attributes are as in :class:`Programme`."""

    path: str
    sha256: str
    pages: int
    words: int
    status: Status
    unreadable_pages: tuple[int, ...] = ()
    reason: str | None = None
    title: str | None = None
    files: tuple[tuple[str, int], ...] = ()
    type: FileType = FileType.PDF
    ocr_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often verdicts were right on annotated programmes, each judged by a model of the others.

    Attributes:
        programmes: how many were annotated.
        verdicts: how many verdicts were compared.
        precision: of what was called covered or partial, the share that is (0 to 1).
        recall: of what is covered or partial, the share that was found (0 to 1).
        opposed_right: how many opposed measures were recognised.
        opposed_missed: how many were not.
        opposed_false: how many verdicts of opposed were wrong.
        theme_error: mean absolute error of a theme's coverage, in percentage points.
        same_list: whether it was measured with the list of this report.
    """

    programmes: int
    verdicts: int
    precision: float
    recall: float
    opposed_right: int
    opposed_missed: int
    opposed_false: int
    theme_error: float
    same_list: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report format may show of one programme.

    ``sources``, ``themes`` and ``measures`` are empty where the programme is
    unreadable: it is never reported as covering nothing.

    Attributes:
        accuracy: what is known of how right the verdicts are.
        lists: path and sha256 of each list where there were several.
        ignored: the measures that the user keeps out of coverage, with reasons.
        conditions: what the user asked of the programme, and whether it is so.
        baseline: path of the earlier report that this one was compared with.
        changes: what differs from that report, the gravest first.
    """

    version: str
    programme: ProgrammeInfo
    recommendations_path: str
    recommendations_sha256: str
    sources: tuple[SourceResult, ...] = ()
    themes: tuple[ThemeResult, ...] = ()
    measures: tuple[MeasureResult, ...] = field(default=())
    accuracy: Accuracy | None = None
    ignored: tuple[Ignored, ...] = ()
    conditions: tuple[Outcome, ...] = ()
    baseline: str | None = None
    changes: tuple[Change, ...] = ()
    lists: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedPassage:
    """One passage with every signal that the verdict was made from.

    Attributes:
        evidence: the passage as it would be quoted; its score is the chance
            that the passage bears on the measure.
        chosen: whether it is part of the judgement's evidence.
        signals: name and value of each signal, in a fixed order.
        concepts: for each concept of the measure its name, where it was met
            (``sentence``, ``intro``, ``heading``, ``neighbour`` or ``-``) and in which words.
        stance: the stances (wants, rejects, ...) that hold of the matched words.
        says: the sentence of the measure that it says nearly word for word, if any, behind the
            verdict for which the list gives it.
    """

    evidence: Evidence
    chosen: bool
    signals: tuple[tuple[str, float], ...]
    concepts: tuple[tuple[str, str, str], ...]
    stance: tuple[str, ...]
    says: tuple[Verdict, str] | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a measure got its verdict: the judgement and its best passages, best first.

    ``signals`` are those of the measure as a whole, with what each adds to the
    verdict: ``(name, value, weight times value)``.
    """

    programme: ProgrammeInfo
    measure: MeasureResult
    passages: tuple[ExplainedPassage, ...]
    signals: tuple[tuple[str, float, float], ...] = ()
