"""The form of a JSON report, to read one back; docs/report-format.md describes the fields.

Fields that are not known are passed over: later versions may add some.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field, model_validator

from manifesto_check.changes.model import ChangeKind
from manifesto_check.conditions.model import ConditionKind, Exclusion
from manifesto_check.model import FileType, Status, Verdict

Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0)]
PageNumber = Annotated[int, Field(ge=1)]


class JsonTool(BaseModel):
    """What made the report."""

    version: str


class JsonProgramme(BaseModel):
    """What was read."""

    path: str
    type: FileType = FileType.PDF
    sha256: str
    pages: Count
    words: Count
    status: Status
    unreadable_pages: list[PageNumber] = []
    ocr_pages: list[PageNumber] = []
    title: str | None = None
    reason: str | None = None


class JsonListPart(BaseModel):
    """One of several lists."""

    path: str
    sha256: str


class JsonList(JsonListPart):
    """The recommendations that were checked against, with each list where there were several."""

    lists: list[JsonListPart] = []


class JsonCoverage(BaseModel):
    """A source."""

    id: str
    title: str
    covered: Count
    partial: Count
    absent: Count
    opposed: Count


class JsonTheme(JsonCoverage):
    """A theme."""

    source: str
    counted: bool = True


class JsonEvidence(BaseModel):
    """A quote."""

    page: PageNumber
    page_end: PageNumber
    page_label: str | None = None
    section: str = ""
    quote: str
    score: Share
    line: int | None = None
    ocr: bool = False


class JsonJudgement(BaseModel):
    """A verdict."""

    verdict: Verdict
    confidence: Share
    p_found: Share
    evidence: list[JsonEvidence] = []


class JsonMeasure(JsonJudgement):
    """A measure with its verdict."""

    id: str
    recommendation: str
    theme: str
    source: str
    text: str
    counted: bool = True


class JsonIgnored(BaseModel):
    """A measure that is left out."""

    measure: str
    kind: Exclusion
    reason: str


class JsonOutcome(BaseModel):
    """A condition, and what came of it."""

    kind: ConditionKind
    id: str = ""
    least: float | None = None
    verdict: Verdict | None = None
    measures: list[str] = []
    met: bool
    coverage: float | None = None
    failing: list[str] = []
    uncertain: list[str] = []
    unread_pages: bool = False
    compared: bool = True


class JsonChange(BaseModel):
    """What differs from an earlier report."""

    measure: str
    kind: ChangeKind
    old: JsonJudgement
    gone: list[JsonEvidence] = []
    instead: list[str | None] = []
    remains: bool | None = None
    unread_pages: bool = False


class JsonBaseline(BaseModel):
    """The earlier report."""

    path: str


class JsonReport(BaseModel):
    """A report of one programme."""

    tool: JsonTool
    programme: JsonProgramme
    recommendations: JsonList
    sources: list[JsonCoverage]
    themes: list[JsonTheme]
    measures: list[JsonMeasure]
    ignored: list[JsonIgnored] = []
    conditions: list[JsonOutcome] = []
    baseline: JsonBaseline | None = None
    changes: list[JsonChange] = []

    @model_validator(mode="after")
    def _is_whole(self) -> JsonReport:
        if bool(self.measures) == (self.programme.status is Status.UNREADABLE):
            raise ValueError("status and measures contradict each other")
        return self
