"""Run the check with several lists: each by itself, as ``check`` does, then counted together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from manifesto_check.evaluation.files import AnnotatedProgramme
from manifesto_check.evaluation.running import Progress, Run, RunOptions, Tested, annotated_for, run
from manifesto_check.evaluation.similarity import Method, Nearest
from manifesto_check.recommendations.model import RecommendationList


def run_lists(
    programmes: Sequence[AnnotatedProgramme],
    recommendations: RecommendationList,
    options: RunOptions,
    progress: Progress | None = None,
) -> Run:
    """Judge annotated programmes on every list that ``recommendations`` is put together from.

    A list of whose measures no programme has an annotation tells nothing, and is passed over.

    Args:
        programmes: as for :func:`manifesto_check.evaluation.running.run`.
        recommendations: one list, or several joined.
        options: how to run.
        progress: told as each step begins, for each list anew.

    Raises:
        UsageError: too few programmes, or scikit-learn is missing.
        ProgrammeError: none of the programmes can be read; that of the first.
    """
    parts = [part for part in recommendations.lists if annotated_for(programmes, part)]
    parts = parts or list(recommendations.lists)
    runs = [run(programmes, part, options, progress) for part in parts]
    if len(runs) == 1:
        return runs[0]
    used = replace(
        recommendations,
        sources=tuple(source for one in runs for source in one.recommendations.sources),
        parts=tuple(one.recommendations for one in runs),
    )
    tested = [_together(parts) for parts in zip(*(one.tested for one in runs), strict=True)]
    return Run(used, options, tested, runs[0].left_out)


def _together(parts: Sequence[Tested]) -> Tested:
    nearest: dict[Method, dict[str, Nearest]] = {}
    for part in parts:
        for method, found in part.nearest.items():
            nearest.setdefault(method, {}).update(found)
    pairs = [pair for part in parts for pair in part.pairs]
    return replace(parts[0], pairs=pairs, nearest=nearest)
