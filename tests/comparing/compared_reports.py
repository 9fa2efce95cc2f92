"""Reports of invented parties for the tests of comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from manifesto_check.coverage import coverage_of
from manifesto_check.model import (
    Evidence,
    Judgement,
    MeasureResult,
    ProgrammeInfo,
    Report,
    SourceResult,
    Status,
    ThemeResult,
    Verdict,
)

COVERED, PARTIAL, ABSENT, OPPOSED = Verdict
Said = tuple[Verdict, float, float]
"""A verdict with its confidence and p_found."""

SURE: Said = (COVERED, 0.95, 0.98)
HALF: Said = (PARTIAL, 0.7, 0.9)
NOT: Said = (ABSENT, 0.97, 0.03)
MAYBE_NOT: Said = (ABSENT, 0.6, 0.4)
AGAINST: Said = (OPPOSED, 0.8, 0.1)


def judgement(key: str, said: Said, name: str) -> Judgement:
    verdict, confidence, p_found = said
    quote = Evidence(3, 3, "2", "Wonen", f"Wij van {name} willen dit echt wel doen.", 0.8)
    return Judgement(key, verdict, confidence, p_found, () if verdict is ABSENT else (quote,))


def report(name: str, said: Sequence[Said], status: Status = Status.READ) -> Report:
    """A report with one source, a theme for every ten measures, and a theme that does not count."""
    measures = []
    for number, one in enumerate((*said, NOT)):
        is_last = number == len(said)
        theme = "V9" if is_last else f"V{number // 10 + 1}"
        key = f"{theme}.{number % 10 + 1}"
        measures.append(
            MeasureResult(
                id=key,
                recommendation=theme,
                theme=theme,
                source="V",
                text=f"Maatregel {key} wordt uitgevoerd.",
                counted=not is_last,
                judgement=judgement(key, one, name),
            )
        )
    themes = tuple(
        ThemeResult(
            theme, "V", f"Thema {theme}", theme != "V9",
            coverage_of(m for m in measures if m.theme == theme),
        )
        for theme in dict.fromkeys(m.theme for m in measures)
    )  # fmt: skip
    pages = (2,) if status is Status.PARTLY_READ else ()
    return Report(
        version="0.1.0",
        programme=ProgrammeInfo(f"pdf/{name}.pdf", "ab" * 32, 9, 3000, status, pages),
        recommendations_path="recommendations.yaml",
        recommendations_sha256="cd" * 32,
        sources=(SourceResult("V", "Een lijst", coverage_of(measures)),),
        themes=themes,
        measures=tuple(measures),
    )


def unreadable(name: str) -> Report:
    """A report of a programme that could not be read."""
    read = report(name, [NOT])
    info = replace(read.programme, status=Status.UNREADABLE, words=0, reason="alleen afbeeldingen")
    return replace(read, programme=info, sources=(), themes=(), measures=())


def many(parties: int) -> list[Report]:
    """Reports of parties that differ, twenty measures each."""
    kinds = (SURE, HALF, NOT, MAYBE_NOT, AGAINST)
    return [
        report(f"partij{p}", [kinds[(p * m + p) % len(kinds)] for m in range(20)])
        for p in range(parties)
    ]
