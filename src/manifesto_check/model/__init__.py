"""What the parts of the tool hand to each other: a programme, its passages, the report.

Data flows one way: ``sources`` make a :class:`Programme`, ``dutch`` and
``matching`` turn it into :class:`Judgement` objects, and ``reports`` know
nothing but :class:`Report`. Every class is a plain frozen dataclass.
"""

from manifesto_check.model.programme import (
    Block,
    BlockKind,
    FileType,
    Page,
    PageState,
    Programme,
    Reason,
    Status,
)
from manifesto_check.model.report import (
    FOUND,
    Accuracy,
    Coverage,
    Evidence,
    ExplainedPassage,
    Explanation,
    Judgement,
    MeasureResult,
    ProgrammeInfo,
    Report,
    SourceResult,
    ThemeResult,
    Verdict,
)

__all__ = [
    "FOUND",
    "Accuracy",
    "Block",
    "BlockKind",
    "Coverage",
    "Evidence",
    "ExplainedPassage",
    "Explanation",
    "FileType",
    "Judgement",
    "MeasureResult",
    "Page",
    "PageState",
    "Programme",
    "ProgrammeInfo",
    "Reason",
    "Report",
    "SourceResult",
    "Status",
    "ThemeResult",
    "Verdict",
]
