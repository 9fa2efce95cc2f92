"""Everything that an evaluation says, computed from a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from manifesto_check import __version__
from manifesto_check.evaluation.baselines import Baseline, baselines
from manifesto_check.evaluation.bootstrap import Interval, intervals
from manifesto_check.evaluation.breakdown import (
    Confusion,
    Group,
    confusion,
    per_level,
    per_programme,
    per_sample,
    per_source,
    per_theme,
)
from manifesto_check.evaluation.calibration import Calibration, of_confidence, of_p_found
from manifesto_check.evaluation.metrics import Pair, Scores, score
from manifesto_check.evaluation.running import Run

WORST = 20
"""Wrong verdicts that are shown unless another number is asked for."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How right the tool is, in every way that a report shows.

    Attributes:
        run: what it was computed from.
        version: of the tool.
        scores: the figures over all programmes and measures.
        intervals: of the main figures, by name; empty for one programme.
        confusion: the reader's verdict, then the tool's.
        samples: the figures apart where the verdict was trained on some of the programmes.
        levels, sources, themes, programmes: the figures by other parts.
        confidence, p_found: how far these probabilities hold.
        baselines: what simpler ways reach.
        worst: wrong verdicts, those that the tool was surest of first.
        wrong: how many verdicts are wrong in all.
        texts: the text of each measure.
    """

    run: Run
    version: str
    scores: Scores
    intervals: Mapping[str, Interval]
    confusion: Confusion
    samples: Sequence[Group]
    levels: Sequence[Group]
    sources: Sequence[Group]
    themes: Sequence[Group]
    programmes: Sequence[Group]
    confidence: Calibration
    p_found: Calibration
    baselines: Sequence[Baseline]
    worst: Sequence[Pair]
    wrong: int
    texts: Mapping[str, str]


def summarise(run: Run, worst: int = WORST) -> Evaluation:
    """Compute all figures of a run.

    Args:
        run: with at least one pair.
        worst: how many wrong verdicts to show.
    """
    pairs = run.pairs
    wrong = worst_errors(pairs)
    return Evaluation(
        run=run,
        version=__version__,
        scores=score(pairs),
        intervals=intervals(pairs),
        confusion=confusion(pairs),
        samples=per_sample(pairs, {t.annotated.name: t.in_sample for t in run.tested}),
        levels=per_level(pairs, {t.annotated.name: t.annotated.level for t in run.tested}),
        sources=per_source(pairs, run.recommendations),
        themes=per_theme(pairs, run.recommendations),
        programmes=per_programme(pairs),
        confidence=of_confidence(pairs),
        p_found=of_p_found(pairs),
        baselines=_baselines(run),
        worst=wrong[:worst],
        wrong=len(wrong),
        texts={measure.id: measure.text for measure in run.recommendations.measures},
    )


def worst_errors(pairs: Sequence[Pair]) -> list[Pair]:
    """Return all wrong verdicts, those that the tool was surest of first."""
    wrong = [p for p in pairs if p.judgement.verdict is not p.annotation.verdict]
    return sorted(wrong, key=lambda p: (-p.judgement.confidence, p.programme, p.annotation.measure))


def _baselines(run: Run) -> tuple[Baseline, ...]:
    if not run.options.baselines:
        return ()
    return baselines(run.pairs, {t.annotated.name: t.nearest for t in run.tested})
