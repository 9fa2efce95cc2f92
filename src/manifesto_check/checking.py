"""The whole job: read a programme, match its passages, judge each measure, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from manifesto_check import __version__
from manifesto_check.coverage import report_of
from manifesto_check.errors import ProgrammeError, UsageError
from manifesto_check.model import (
    Accuracy,
    Explanation,
    FileType,
    Programme,
    Reason,
    Report,
    Status,
)
from manifesto_check.ocr.doubt import doubted, doubted_passages
from manifesto_check.sources import join_programmes, read_programme

if TYPE_CHECKING:
    from spacy.language import Language

    from manifesto_check.matching.judging import Judging
    from manifesto_check.matching.signal_maker import SignalMaker
    from manifesto_check.ocr.engine import Ocr
    from manifesto_check.recommendations.model import RecommendationList

Progress = Callable[[str], None]
"""Called with the name of each step as it begins: ``dutch``, ``matching``."""


class Checker:
    """Checks programmes against one list; loads what is costly once, then serves many."""

    def __init__(
        self, recommendations: RecommendationList, *, dutch_model: str | None = None
    ) -> None:
        """Prepare to check programmes.

        Args:
            recommendations: the list to check against.
            dutch_model: an installed spaCy pipeline to use in place of the
                blank one, such as ``nl_core_news_md``.
        """
        self.recommendations = recommendations
        self._dutch_model = dutch_model

    def load(self) -> None:
        """Load now what the first check would load, such as the Dutch pipeline.

        Raises:
            UsageError: the spaCy pipeline of ``dutch_model`` is not installed.
        """
        _ = self._nlp, self._makers

    def check(self, programme: Programme, progress: Progress | None = None) -> Report:
        """Judge every measure of the list and return the report."""
        programme = self._in_dutch(programme)
        judgements = []
        if programme.status is not Status.UNREADABLE:
            judged = self._judge(programme, progress)
            judgements = doubted(
                [judging.judgement(number) for judging, number in judged], programme
            )
        report = report_of(programme, self.recommendations, judgements, __version__)
        return replace(report, accuracy=self._accuracy) if report.measures else report

    def explain(self, programme: Programme, measure: str, limit: int = 5) -> Explanation:
        """Judge one measure and return its best passages with every signal.

        Raises:
            UsageError: there is no measure with that id.
            ProgrammeError: the programme is unreadable.
        """
        ids = [m.id for m in self.recommendations.measures]
        if measure not in ids:
            raise UsageError(f"onbekende maatregel: {measure}")
        programme = self._in_dutch(programme)
        if programme.status is Status.UNREADABLE:
            reason = programme.unreadable_reason or "er is geen tekst om te lezen"
            raise ProgrammeError(f"{programme.path}: {reason}")
        judged = self._judge(programme, None)
        judgements = doubted([judging.judgement(number) for judging, number in judged], programme)
        report = report_of(programme, self.recommendations, judgements, __version__)
        place = ids.index(measure)
        judging, number = judged[place]
        return Explanation(
            programme=report.programme,
            measure=report.measures[place],
            passages=doubted_passages(judging.explained(number, limit), programme),
            signals=judging.explained_signals(number),
        )

    def _judge(self, programme: Programme, progress: Progress | None) -> list[tuple[Judging, int]]:
        """Return for each measure what judges it, and its number there.

        Each list is judged by itself: none changes the verdicts of another.
        """
        from manifesto_check.matching.corpus import build_corpus
        from manifesto_check.matching.judging import judge_by_preparation, look_by_preparation

        report_step = progress or (lambda step: None)
        report_step("dutch")
        corpus = build_corpus(programme, self._nlp)
        report_step("matching")
        judged: list[tuple[Judging, int]] = []
        for maker, part in zip(self._makers, self.recommendations.lists, strict=True):
            signals, hits = maker.signals(corpus, look_by_preparation(part.measures))
            judged += judge_by_preparation(corpus, maker, part.measures, signals, hits)
        return judged

    def _in_dutch(self, programme: Programme) -> Programme:
        """Return the programme, marked as unreadable where it is mainly in another language."""
        from manifesto_check.dutch.language import is_dutch

        if programme.status is Status.UNREADABLE or is_dutch(programme):
            return programme
        return replace(programme, unreadable_reason=Reason.OTHER_LANGUAGE)

    @cached_property
    def _accuracy(self) -> Accuracy:
        from manifesto_check.accuracy import shipped_accuracy
        from manifesto_check.matching.preparedness import least_preparation

        least = least_preparation(self.recommendations.measures)
        return shipped_accuracy(self.recommendations.sha256, least)

    @cached_property
    def _nlp(self) -> Language:
        from manifesto_check.dutch.pipeline import dutch_pipeline

        return dutch_pipeline(self._dutch_model)

    @cached_property
    def _makers(self) -> list[SignalMaker]:
        from manifesto_check.matching.encoder import UniversalSentenceEncoder
        from manifesto_check.matching.signal_maker import SignalMaker

        encoder = UniversalSentenceEncoder()
        return [
            SignalMaker(part.measures, encoder, part.not_meant)
            for part in self.recommendations.lists
        ]


def read(
    paths: Iterable[str | Path],
    *,
    password: str | None = None,
    as_one: bool = False,
    type_: FileType | None = None,
    ocr: Ocr | None = None,
) -> list[Programme]:
    """Read programmes from files; with ``as_one`` the files make one programme.

    ``-`` is standard input. The type of a file is found from its content,
    unless ``type_`` is given. Pages whose text is only a picture are read with
    ``ocr``, where it is given.

    Raises:
        ProgrammeError: a file cannot be opened or is not a programme.
    """
    programmes = [read_programme(path, password=password, type_=type_, ocr=ocr) for path in paths]
    return [join_programmes(programmes)] if as_one else programmes
