"""Reports made by hand for the tests of all formats."""

from __future__ import annotations

from dataclasses import replace

import pytest

from manifesto_check.model import (
    Coverage,
    Evidence,
    ExplainedPassage,
    Explanation,
    Judgement,
    MeasureResult,
    ProgrammeInfo,
    Report,
    SourceResult,
    Status,
    ThemeResult,
    Verdict,
)


def evidence(quote: str, page: int = 12, **changes: object) -> Evidence:
    base = Evidence(
        page=page, page_end=page, page_label="11", section="Wonen", quote=quote, score=0.78125
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def measure(
    key: str, text: str, verdict: Verdict, confidence: float, *quotes: Evidence
) -> MeasureResult:
    source = key[0]
    theme = key.split(".")[0]
    return MeasureResult(
        id=key,
        recommendation=key.rstrip("abcdef"),
        theme=theme,
        source=source,
        text=text,
        counted=theme != "N2",
        judgement=Judgement(key, verdict, confidence, 0.123456, tuple(quotes)),
    )


@pytest.fixture
def report() -> Report:
    """Two sources, three themes (one only named), six measures, all four verdicts."""
    measures = (
        measure(
            "V1.1a",
            "Bij nieuwbouw geldt een minimumaandeel van 30% sociale (huur)woningen.",
            Verdict.COVERED,
            0.83,
            evidence("In elke nieuwe wijk bouwen wij ten minste veertig procent sociale huur."),
            evidence(
                "Sociale huur blijft sociale huur.",
                page=14,
                page_end=15,
                page_label=None,
                section="Wonen › Huren in Waterdam",
                score=0.6,
            ),
        ),
        measure(
            "V1.3a",
            "Alle dakloze mensen krijgen urgentie voor een woning.",
            Verdict.PARTIAL,
            0.52,
            evidence("Dakloze gezinnen krijgen voorrang bij een woning.", page_label="12"),
        ),
        measure("V1.5b", "Boetes voor buiten slapen worden afgeschaft.", Verdict.ABSENT, 0.91),
        measure("V2.1a", "Genoeg begeleiding aan huis in gezinnen.", Verdict.ABSENT, 0.55),
        measure(
            "N1.2a",
            "Minder plekken in de opvang, meer gewone woningen.",
            Verdict.OPPOSED,
            0.71,
            evidence("Wij openen twee extra opvanglocaties in de stad.", page=3, page_label="3"),
        ),
        measure("N2.1a", "Een lijn die het document alleen noemt.", Verdict.ABSENT, 0.9),
    )
    return Report(
        version="0.1.0",
        programme=ProgrammeInfo(
            path="programma's/waterdam.pdf",
            sha256="ab" * 32,
            pages=63,
            words=26321,
            status=Status.READ,
            title="Samen voor Waterdam",
        ),
        recommendations_path="recommendations.yaml",
        recommendations_sha256="cd" * 32,
        sources=(
            SourceResult("V", "Vijf onderwerpen voor de gemeente", Coverage(1, 1, 2, 0)),
            SourceResult("N", "Naar huis voor iedereen", Coverage(0, 0, 0, 1)),
        ),
        themes=(
            ThemeResult("V1", "V", "Dakloosheid en wonen", True, Coverage(1, 1, 1, 0)),
            ThemeResult("V2", "V", "Veilig thuis", True, Coverage(0, 0, 1, 0)),
            ThemeResult("N1", "N", "Wonen als basis", True, Coverage(0, 0, 0, 1)),
            ThemeResult("N2", "N", "Lijnen zonder uitwerking", False, Coverage()),
        ),
        measures=measures,
    )


@pytest.fixture
def partly_read(report: Report) -> Report:
    return replace(
        report,
        programme=replace(
            report.programme, status=Status.PARTLY_READ, unreadable_pages=(4, 9, 10, 11)
        ),
    )


@pytest.fixture
def unreadable(report: Report) -> Report:
    return replace(
        report,
        programme=replace(
            report.programme,
            status=Status.UNREADABLE,
            words=0,
            unreadable_pages=tuple(range(1, 64)),
            reason="de pagina's zijn afbeeldingen zonder tekst",
        ),
        sources=(),
        themes=(),
        measures=(),
    )


@pytest.fixture
def explanation(report: Report) -> Explanation:
    chosen = report.measures[0]
    return Explanation(
        programme=report.programme,
        measure=chosen,
        passages=(
            ExplainedPassage(
                evidence=chosen.judgement.evidence[0],
                chosen=True,
                signals=(("concepts", 0.92), ("meaning", 0.456789)),
                concepts=(
                    ("sociale huur", "sentence", "sociale huur"),
                    ("nieuwbouw", "neighbour", "nieuwe wijk"),
                    ("minimum", "-", ""),
                ),
                stance=("wants",),
            ),
            ExplainedPassage(
                evidence=chosen.judgement.evidence[1],
                chosen=False,
                signals=(("concepts", 0.4),),
                concepts=(),
                stance=(),
            ),
        ),
        signals=(("best passage", 0.92, 1.84), ("opposition", 0.05, -0.1)),
    )
