"""What is marked: each quote once for every verdict that rests on it, with a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from manifesto_check.model import Evidence, MeasureResult, Report, Verdict
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.text import percent, printable
from manifesto_check.reports.texts import Texts, texts_in
from manifesto_check.sources.pdf.places import Place, Quad
from manifesto_check.sources.pdf.points import Point

Key = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight.

    Attributes:
        place: where it is.
        verdict: what gives it its colour.
        note: what is shown when it is opened, one measure a paragraph.
    """

    place: Place
    verdict: Verdict
    note: str


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """A quote with the measures that it is evidence for."""

    evidence: Evidence
    measures: list[MeasureResult] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """What tells this quote from others."""
        return key_of(self.evidence)


def key_of(evidence: Evidence) -> Key:
    """Return what a quote has in common with itself as evidence for another measure."""
    return evidence.page, evidence.page_end, evidence.quote


def group_quotes(report: Report) -> list[QuoteGroup]:
    """Return every quote of a report once, with the measures that rest on it."""
    groups: dict[Key, QuoteGroup] = {}
    for measure in report.measures:
        for evidence in measure.judgement.evidence:
            group = groups.setdefault(key_of(evidence), QuoteGroup(evidence))
            if measure not in group.measures:
                group.measures.append(measure)
    return list(groups.values())


def marks_of(group: QuoteGroup, places: Sequence[Place], options: ReportOptions) -> Iterator[Mark]:
    """Return the highlights of a quote.

    Where measures with several verdicts rest on it, each verdict gets a band of
    the height of the line: colours on top of each other would give another one.
    """
    texts = texts_in(options.language)
    verdicts = [v for v in Verdict if any(m.judgement.verdict is v for m in group.measures)]
    for number, verdict in enumerate(verdicts):
        measures = [m for m in group.measures if m.judgement.verdict is verdict]
        note = "\n\n".join(_note(measure, options, texts) for measure in measures)
        for place in places:
            quads = tuple(_band(quad, number, len(verdicts)) for quad in place.quads)
            yield Mark(Place(place.page, quads), verdict, note)


def heading_of(measure: MeasureResult, texts: Texts) -> str:
    """Return a measure's id and verdict: ``V1.1a · gedekt``."""
    return f"{printable(measure.id)} · {texts.verdicts[measure.judgement.verdict]}"


def _note(measure: MeasureResult, options: ReportOptions, texts: Texts) -> str:
    judgement = measure.judgement
    sure = f"{texts.confidence} {percent(judgement.confidence)}"
    if options.is_uncertain(judgement):
        sure = f"{sure}, {texts.uncertain}"
    return f"{heading_of(measure, texts)} ({sure})\n{printable(measure.text)}"


def _band(quad: Quad, number: int, bands: int) -> Quad:
    top_left, top_right, bottom_left, bottom_right = quad
    above, below = number / bands, (number + 1) / bands
    return (
        _between(top_left, bottom_left, above),
        _between(top_right, bottom_right, above),
        _between(top_left, bottom_left, below),
        _between(top_right, bottom_right, below),
    )


def _between(one: Point, other: Point, share: float) -> Point:
    return (
        one[0] + share * (other[0] - one[0]),
        one[1] + share * (other[1] - one[1]),
    )
