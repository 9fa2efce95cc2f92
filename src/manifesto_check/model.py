"""What the parts of the tool hand to each other: a programme, its passages, the report.

Data flows one way: ``sources`` make a :class:`Programme`, ``dutch`` and
``matching`` turn it into :class:`Judgement` objects, and ``reports`` know
nothing but :class:`Report`. Every class is a plain frozen dataclass.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from manifesto_check.changes.model import Change
    from manifesto_check.conditions.model import Ignored, Outcome


class Verdict(StrEnum):
    """What a programme says of one measure (``gold/GUIDE.md`` defines the four)."""

    COVERED = "covered"
    PARTIAL = "partial"
    ABSENT = "absent"
    OPPOSED = "opposed"


class Status(StrEnum):
    """How much of a programme could be read."""

    READ = "read"
    PARTLY_READ = "partly-read"
    UNREADABLE = "unreadable"


class Reason(StrEnum):
    """Why nothing of a programme can be read: each is the Dutch text that reports give."""

    NO_TEXT = (
        "de pagina's zijn afbeeldingen zonder leesbare tekst; OCR is nodig: installeer "
        "manifesto-check[ocr] met pip, en tesseract met Nederlands "
        "(apt install tesseract-ocr tesseract-ocr-nld)"
    )
    OCR_OFF = (
        "de pagina's zijn afbeeldingen zonder leesbare tekst; OCR is nodig en staat uit (--ocr off)"
    )
    OCR_JUNK = (
        "de pagina's zijn afbeeldingen die ook OCR niet kan lezen: te veel van wat eruit komt "
        "zijn geen Nederlandse woorden; zoek een betere scan"
    )
    OCR_FAILED = (
        "de pagina's zijn afbeeldingen en OCR maakte er geen tekst van; zoek een betere scan"
    )
    NOTHING = "de pagina's zijn leeg of bevatten alleen beeld"
    JUNK = (
        "de letters in dit bestand hebben geen betekenis (lettertypen zonder Unicode); "
        "OCR is nodig: installeer manifesto-check[ocr] met pip, en tesseract met Nederlands "
        "(apt install tesseract-ocr tesseract-ocr-nld)"
    )
    NO_WORDS = "er staat geen tekst in dit bestand"
    NO_MAIN_TEXT = (
        "in deze webpagina staat geen lopende tekst buiten menu's en dergelijke; bewaar haar "
        "opnieuw wanneer zij geheel geladen is, of bewaar haar als PDF"
    )
    OTHER_LANGUAGE = (
        "het programma is voor het grootste deel niet in het Nederlands; "
        "deze versie leest alleen Nederlandse programma's"
    )


class FileType(StrEnum):
    """The types of file that a programme can be; each is what reports and ``--type`` call it."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"

    @property
    def has_pages(self) -> bool:
        """Whether places in it are pages; in others they are lines."""
        return self is FileType.PDF


class PageState(StrEnum):
    """What one page holds: text, nothing to read (blank, photo, divider), or text in an image."""

    READ = "read"
    BLANK = "blank"
    UNREADABLE = "unreadable"


class BlockKind(StrEnum):
    """The kinds of block that a source tells apart."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        number: from 1.
        label: what is printed on it as its number, where there is one.
        state: whether it was read.
        legible: of a page that was read by OCR, the share of its words that is
            Dutch (0 to 1); else None.
    """

    number: int
    label: str | None = None
    state: PageState = PageState.READ
    legible: float | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or bullet, joined over line, column and page breaks.

    Attributes:
        kind: heading, paragraph or bullet.
        text: the text with white space folded and end-of-line hyphens mended;
            a bullet's sign is not part of it.
        anchors: ``(offset, page)`` pairs, ascending: from character ``offset``
            on, the text stands on page ``page``. The first offset is 0.
        section: the headings above the block, outermost first; for a heading
            those above itself.
        level: depth of a heading (1 is the outermost) or of a bullet's indent.
        line: the line where the block begins, for formats without pages.
        lines: where such a block has several lines: ``(offset, line)`` pairs,
            ascending, as ``anchors`` are for pages.
    """

    kind: BlockKind
    text: str
    anchors: tuple[tuple[int, int], ...]
    section: tuple[str, ...] = ()
    level: int = 1
    line: int | None = None
    lines: tuple[tuple[int, int], ...] = ()

    def page_at(self, offset: int) -> int:
        """Return the number of the page on which character ``offset`` of the text stands."""
        return _at(self.anchors, offset)

    def line_at(self, offset: int) -> int | None:
        """Return the line on which character ``offset`` stands; None for formats with pages."""
        return _at(self.lines, offset) if self.lines else self.line


def _at(anchors: tuple[tuple[int, int], ...], offset: int) -> int:
    return anchors[max(bisect_right(anchors, (offset, 1 << 30)) - 1, 0)][1]


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as its source read it.

    Attributes:
        path: the path as the user gave it.
        sha256: of the file's bytes, hexadecimal.
        pages: all pages, in order.
        blocks: all blocks in reading order; running headers and footers, page
            numbers and the table of contents are left out.
        title: from the file's metadata or its cover, where there is one.
        unreadable_reason: why nothing could be read (for a status of
            unreadable that the pages do not show, such as another language);
            one of :class:`Reason` where this package made the programme.
        files: path and number of pages of each file, where several are one
            programme; else empty.
        type: of the file; of several files PDF where one of them is, else that of the first.
    """

    path: str
    sha256: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    title: str | None = None
    unreadable_reason: str | None = None
    files: tuple[tuple[str, int], ...] = ()
    type: FileType = FileType.PDF

    @property
    def words(self) -> int:
        """The number of words in all blocks."""
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def unreadable_pages(self) -> tuple[int, ...]:
        """The numbers of the pages whose text could not be read."""
        return tuple(p.number for p in self.pages if p.state is PageState.UNREADABLE)

    @property
    def ocr_pages(self) -> tuple[int, ...]:
        """The numbers of the pages that were read by OCR."""
        return tuple(p.number for p in self.pages if p.legible is not None)

    @property
    def status(self) -> Status:
        """Read, partly read (some pages hold text that is only an image) or unreadable."""
        if self.unreadable_reason is not None or not self.blocks:
            return Status.UNREADABLE
        return Status.PARTLY_READ if self.unreadable_pages else Status.READ


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
    """

    evidence: Evidence
    chosen: bool
    signals: tuple[tuple[str, float], ...]
    concepts: tuple[tuple[str, str, str], ...]
    stance: tuple[str, ...]


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
