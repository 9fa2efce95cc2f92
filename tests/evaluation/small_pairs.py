"""Verdicts of a reader and of the tool, made up, and an evaluation of them without any PDF."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from manifesto_check.errors import ProgrammeError
from manifesto_check.evaluation.annotations import Annotation, Quote
from manifesto_check.evaluation.files import AnnotatedProgramme
from manifesto_check.evaluation.metrics import ORDER, Pair
from manifesto_check.evaluation.running import Run, RunOptions, Tested
from manifesto_check.evaluation.similarity import Method, Nearest
from manifesto_check.model import Evidence, Judgement, Verdict
from manifesto_check.recommendations.model import (
    Measure,
    Recommendation,
    RecommendationList,
    Source,
    Theme,
)

COVERED, PARTIAL, ABSENT, OPPOSED = (
    Verdict.COVERED,
    Verdict.PARTIAL,
    Verdict.ABSENT,
    Verdict.OPPOSED,
)
QUOTE = "wij bouwen elk jaar duizend huizen"
OTHER = "de bibliotheek blijft ook op zondag open"


def evidence(quote: str = QUOTE, page: int = 4) -> Evidence:
    return Evidence(page, page, None, "", quote, 0.5)


def pair(
    want: Verdict,
    got: Verdict,
    *,
    programme: str = "een",
    measure: str = "T.a",
    confidence: float = 0.5,
    p_found: float = 0.5,
    right_quote: bool = True,
) -> Pair:
    """One measure of one programme; the tool quotes what the reader quotes, or something else."""
    quotes = () if want is ABSENT else (Quote(4, QUOTE),)
    said = () if got is ABSENT else (evidence(QUOTE if right_quote else OTHER),)
    judgement = Judgement(measure, got, confidence, p_found, said)
    return Pair(programme, measure.split(".")[0], Annotation(measure, want, quotes), judgement)


def random_pairs(seed: int, programmes: int = 4, measures: int = 12) -> list[Pair]:
    """Pairs of several programmes that agree about half of the time."""
    chance = random.Random(seed)
    result = []
    for number in range(programmes):
        for position in range(measures):
            want = chance.choice(ORDER)
            got = want if chance.random() < 0.5 else chance.choice(ORDER)
            result.append(
                pair(
                    want,
                    got,
                    programme=f"programma-{number}",
                    measure=f"T{position % 3}.{position}",
                    confidence=round(chance.random(), 2),
                    p_found=round(chance.random(), 1),
                    right_quote=chance.random() < 0.7,
                )
            )
    return result


def small_list() -> RecommendationList:
    """Two sources: S with the themes T0 and T1, and U with T2."""

    def theme(key: str) -> Theme:
        measures = tuple(
            Measure(f"{key}.{n}", f"Maatregel {n} van {key}.")
            for n in range(12)
            if n % 3 == int(key[1])
        )
        return Theme(key, f"Thema {key}", (Recommendation(f"{key}.r", measures),))

    sources = (
        Source("S", "De eerste bron", "s.pdf", (theme("T0"), theme("T1"))),
        Source("U", "De tweede | bron", "u.pdf", (theme("T2"),)),
    )
    return RecommendationList("lijst.yaml", "b" * 64, sources)


def small_run(
    *, leave_one_out: bool = False, left_out: Mapping[str, ProgrammeError] | None = None
) -> Run:
    """Four programmes, two municipal and two national; the verdict was trained on the first."""
    pairs = random_pairs(7)
    names = list(dict.fromkeys(p.programme for p in pairs))
    tested = []
    for number, name in enumerate(names):
        own = [p for p in pairs if p.programme == name]
        annotations = {p.annotation.measure: p.annotation for p in own}
        unfilled = ("T9.9",) if number == 2 else ()
        level = "municipal" if number < 2 else "national"
        annotated = AnnotatedProgramme(name, Path(f"{name}.pdf"), annotations, unfilled, level)
        nearest = {
            method: {
                p.annotation.measure: Nearest(p.judgement.p_found / (1 + n), (evidence(),))
                for p in own
            }
            for n, method in enumerate(Method)
        }
        tested.append(Tested(annotated, number == 0 and not leave_one_out, own, nearest))
    return Run(small_list(), RunOptions(leave_one_out=leave_one_out), tested, left_out or {})
