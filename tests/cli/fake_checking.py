"""A small list, and a reader and a checker that need no PDF and no models."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from manifesto_check.coverage import coverage_of
from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import (
    Block,
    BlockKind,
    Evidence,
    ExplainedPassage,
    Explanation,
    FileType,
    Judgement,
    MeasureResult,
    Page,
    PageState,
    Programme,
    ProgrammeInfo,
    Reason,
    Report,
    SourceResult,
    ThemeResult,
    Verdict,
)
from manifesto_check.recommendations.model import RecommendationList

LIST = """\
schema_version: 1
sources:
- id: A
  title: Een eigen lijst
  file: lijst.pdf
  themes:
  - id: A1
    title: Wonen
    recommendations:
    - id: A1.1
      measures:
      - id: A1.1a
        text: Er komen betaalbare woningen.
        concepts:
        - name: woning
          terms: [woning]
        related: [B1.1a]
      - id: A1.1b
        text: Er komt een loket voor huurders.
- id: B
  title: Een tweede lijst
  file: tweede.pdf
  themes:
  - id: B1
    title: Bouwen
    recommendations:
    - id: B1.1
      measures:
      - id: B1.1a
        text: De gemeente bouwt woningen.
"""


@dataclass
class Result:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def _programme(path: str, name: str) -> Programme:
    if name.startswith("broken"):
        raise ProgrammeError.of(Problem.EMPTY, path)
    if name.startswith("faulty"):
        raise ZeroDivisionError("odd")
    states = {"partly": PageState.UNREADABLE}
    pages = (Page(1), Page(2, state=states.get(name.split(".")[0], PageState.READ)))
    sentences = 1 if name.startswith("short") else 30
    text = " ".join(["Wij bouwen betaalbare woningen."] * sentences)
    blocks = (Block(BlockKind.PARAGRAPH, text, ((0, 1),)),)
    if name.startswith("unreadable"):
        return Programme(path, "a" * 64, pages, (), unreadable_reason=Reason.NO_TEXT)
    return Programme(path, "a" * 64, pages, blocks)


def read(
    paths: Iterable[str | Path],
    *,
    password: str | None = None,
    as_one: bool = False,
    type_: FileType | None = None,
    ocr: object = None,
) -> list[Programme]:
    programmes = [_programme(str(path), Path(path).name) for path in paths]
    return programmes[:1] if as_one else programmes


class FakeChecker:
    """Finds every first measure of a recommendation covered and the rest absent."""

    def __init__(
        self, recommendations: RecommendationList, *, dutch_model: str | None = None
    ) -> None:
        self.list = recommendations

    def check(self, programme: Programme, progress: Callable[[str], None] | None = None) -> Report:
        info = ProgrammeInfo(
            programme.path,
            programme.sha256,
            len(programme.pages),
            programme.words,
            programme.status,
            programme.unreadable_pages,
            programme.unreadable_reason,
        )
        if not programme.blocks:
            return Report("0", info, self.list.path, self.list.sha256)
        if progress:
            progress("verdict")
        measures = tuple(self._results())
        themes = tuple(
            ThemeResult(
                theme.id,
                source.id,
                theme.title,
                True,
                coverage_of(m for m in measures if m.theme == theme.id),
            )
            for source in self.list.sources
            for theme in source.themes
        )
        sources = tuple(
            SourceResult(s.id, s.title, coverage_of(m for m in measures if m.source == s.id))
            for s in self.list.sources
        )
        return Report("0", info, self.list.path, self.list.sha256, sources, themes, measures)

    def _results(self) -> Iterable[MeasureResult]:
        quote = Evidence(1, 1, None, "Wonen", "Wij bouwen betaalbare woningen.", 0.9)
        for source, theme, recommendation, measure in self.list.entries():
            found = measure.id.endswith("a")
            verdict = Verdict.COVERED if found else Verdict.ABSENT
            judgement = Judgement(measure.id, verdict, 0.8, 0.9, (quote,) if found else ())
            yield MeasureResult(
                measure.id, recommendation.id, theme.id, source.id, measure.text, True, judgement
            )

    def explain(self, programme: Programme, measure: str, limit: int = 5) -> Explanation:
        if Path(programme.path).name.startswith("english"):
            raise ProgrammeError(f"{programme.path}: {Reason.OTHER_LANGUAGE}")
        report = self.check(programme)
        result = next(m for m in report.measures if m.id == measure)
        passage = ExplainedPassage(
            Evidence(1, 1, None, "Wonen", "Wij bouwen betaalbare woningen.", 0.9),
            True,
            (("concepts", 1.0),),
            (("woning", "sentence", "woningen"),),
            ("wants",),
        )
        return Explanation(report.programme, result, (passage,) * limit)
