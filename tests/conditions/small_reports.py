"""Reports made by hand: two sources, three themes, verdicts as the test wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from manifesto_check.coverage import coverage_of
from manifesto_check.model import (
    Block,
    BlockKind,
    Evidence,
    Judgement,
    MeasureResult,
    Page,
    Programme,
    ProgrammeInfo,
    Report,
    SourceResult,
    Status,
    ThemeResult,
    Verdict,
)

IDS = ("V1.1a", "V1.1b", "V1.2a", "V2.1a", "N2.1a")
C, P, A, X = Verdict.COVERED, Verdict.PARTIAL, Verdict.ABSENT, Verdict.OPPOSED
QUOTES = {key: f"Wij doen in de hele stad wat maatregel {key} van ons vraagt." for key in IDS}


def quote(text: str, page: int = 3, section: str = "Wonen") -> Evidence:
    return Evidence(page, page, None, section, text, 0.8)


def judgement(key: str, verdict: Verdict, confidence: float, *quotes: Evidence) -> Judgement:
    evidence = quotes or (quote(QUOTES[key]),)
    found = 0.9 if verdict in (C, P) else 0.1
    return Judgement(key, verdict, confidence, found, () if verdict is A else evidence)


def report(
    verdicts: Mapping[str, Verdict | Judgement] | None = None,
    *,
    confidence: float = 0.9,
    path: str = "concept.pdf",
    partly: bool = False,
) -> Report:
    """A report in which everything is covered but what is given; N2 does not count."""
    given = verdicts or {}
    measures = []
    for key in IDS:
        found = given.get(key, C)
        if not isinstance(found, Judgement):
            found = judgement(key, found, confidence)
        theme = key.split(".")[0]
        text = f"Maatregel {key}."
        measures.append(MeasureResult(key, key[:-1], theme, key[0], text, theme != "N2", found))
    status = Status.PARTLY_READ if partly else Status.READ
    info = ProgrammeInfo(path, "a" * 64, 12, 5000, status, (7,) if partly else ())
    empty = Report("0.1.0", info, "lijst.yaml", "b" * 64)
    return counted(replace(empty, measures=tuple(measures)))


def counted(bare: Report) -> Report:
    """The report with the coverage of its themes and sources."""
    measures = bare.measures
    return replace(
        bare,
        themes=tuple(
            ThemeResult(
                key, key[0], key, key != "N2", coverage_of(m for m in measures if m.theme == key)
            )
            for key in ("V1", "V2", "N2")
        ),
        sources=tuple(
            SourceResult(key, key, coverage_of(m for m in measures if m.source == key))
            for key in ("V", "N")
        ),
    )


def unreadable(path: str = "concept.pdf") -> Report:
    info = ProgrammeInfo(path, "a" * 64, 12, 0, Status.UNREADABLE, reason="leeg")
    return Report("0.1.0", info, "lijst.yaml", "b" * 64)


def programme(*texts: str) -> Programme:
    """A programme of these paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in texts)
    return Programme("concept.pdf", "a" * 64, (Page(1),), blocks)
