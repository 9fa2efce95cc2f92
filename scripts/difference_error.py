"""How far what a comparison says holds: against annotations, leave one programme out.

    python scripts/difference_error.py --gold DIR --programmes DIR [--without NAME ...] [--shipped]

Prints Markdown tables for docs/comparison.md. ``--shipped`` judges with the
model that ships, for programmes that it was not trained on (``examples``).
"""

from __future__ import annotations

import argparse
import itertools
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from manifesto_check.comparing.alone import alone_in, doubts_of
from manifesto_check.comparing.differences import POINTS, WIDENING, clear_pairs, estimate
from manifesto_check.comparing.model import Estimate, MeasureRow
from manifesto_check.evaluation.files import annotated_programmes
from manifesto_check.evaluation.metrics import Pair
from manifesto_check.evaluation.running import RunOptions, run
from manifesto_check.model import FOUND
from manifesto_check.recommendations import load_recommendations
from manifesto_check.reports.interface import ReportOptions

SIDE_BY_SIDE = (2, 3, 4, 6)
"""How many programmes are compared to see how often one is rightly said to be alone."""

Rows = dict[str, dict[str, list[Pair]]]
"""Pairs by theme (or source) and programme."""


@dataclass(frozen=True, slots=True)
class Known:
    """A coverage as it was estimated, and as the annotations have it."""

    estimate: Estimate
    true: float


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--programmes", type=Path, required=True)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--shipped", action="store_true")
    arguments = parser.parse_args()
    recommendations = load_recommendations()
    ids = [measure.id for measure in recommendations.measures]
    found = annotated_programmes(arguments.gold, arguments.programmes, ids, arguments.without)
    options = RunOptions(leave_one_out=not arguments.shipped, baselines=False)
    pairs = run(found, recommendations, options).pairs
    entries = list(recommendations.entries())
    sources = {measure.id: source.id for source, _, _, measure in entries}
    counted = {measure.id for _, theme, _, measure in entries if not theme.title_only}
    counting = [pair for pair in pairs if pair.judgement.measure in counted]
    print(f"Standard errors are widened {WIDENING} times.\n")
    print("| of | coverages | error (mean) | z, coverages | z, differences | beyond 95% |", end="")
    print(" called clear, two parties | of these wrong | called clear, all parties | wrong |")
    print("| --- " * 10 + "|")
    print(_line("themes", counting, lambda pair: pair.theme))
    print(_line("sources", counting, lambda pair: sources[pair.judgement.measure]))
    print("\n| side by side | only | so | perhaps only | so |")
    print("| --- " * 5 + "|")
    for number in SIDE_BY_SIDE:
        if number <= len(found):
            print(_alone_line(pairs, number))


def _line(name: str, pairs: Sequence[Pair], row_of: Callable[[Pair], str]) -> str:
    rows: Rows = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        rows[row_of(pair)][pair.programme].append(pair)
    known = {row: {name: _known(some) for name, some in r.items()} for row, r in rows.items()}
    all_known = [one for row in known.values() for one in row.values()]
    errors = [one.estimate.percentage - one.true for one in all_known]
    z = [error / one.estimate.error for error, one in zip(errors, all_known, strict=True)]
    couples = [c for row in known.values() for c in itertools.combinations(row.values(), 2)]
    z_of_two = [_z(one, other) for one, other in couples]
    beyond = fmean(abs(value) > 1.96 for value in z_of_two)
    two = [_clear({"1": one, "2": other}) for one, other in couples]
    everybody = [_clear(row) for row in known.values()]
    cells = (
        name,
        len(all_known),
        f"{fmean(map(abs, errors)):.1f}",
        f"{_root_mean_square(z):.2f}",
        f"{_root_mean_square(z_of_two):.2f}",
        f"{100 * beyond:.1f}%",
        f"{sum(clear for clear, _ in two)} of {len(couples)}",
        sum(wrong for _, wrong in two),
        f"{sum(clear for clear, _ in everybody)} of {len(couples)}",
        sum(wrong for _, wrong in everybody),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _alone_line(pairs: Sequence[Pair], number: int) -> str:
    """Return how often one programme is said to be alone in each choice of some, and is so."""
    measures: dict[str, dict[str, Pair]] = defaultdict(dict)
    for pair in pairs:
        measures[pair.judgement.measure][pair.programme] = pair
    said: dict[bool, list[bool]] = {True: [], False: []}
    names = sorted({pair.programme for pair in pairs})
    for some in itertools.combinations(names, number):
        for measure, found in measures.items():
            if not set(some) <= set(found):
                continue
            judgements = {name: found[name].judgement for name in some}
            alone, chance = alone_in(judgements)
            if alone is None:
                continue
            row = MeasureRow(measure, "", "", "", "", True, judgements, alone, chance)
            finders = [name for name in some if found[name].annotation.verdict in FOUND]
            said[not doubts_of(row, ReportOptions())].append(finders == [alone])
    cells = (c for sure in (True, False) for c in (len(said[sure]), _percentage(said[sure])))
    return f"| {number} | {' | '.join(map(str, cells))} |"


def _percentage(holds: Sequence[bool]) -> str:
    return f"{100 * fmean(holds):.0f}%" if holds else "-"


def _known(pairs: Sequence[Pair]) -> Known:
    points = fmean(POINTS[pair.annotation.verdict] for pair in pairs)
    return Known(estimate([pair.judgement for pair in pairs]), 100 * points)


def _z(one: Known, other: Known) -> float:
    said = one.estimate.percentage - other.estimate.percentage
    return (said - (one.true - other.true)) / math.hypot(one.estimate.error, other.estimate.error)


def _clear(row: Mapping[str, Known]) -> tuple[int, int]:
    """Return how many differences are called clear, and how many of these are not so."""
    pairs = clear_pairs({name: known.estimate for name, known in row.items()})
    return len(pairs), sum(row[more].true <= row[less].true for more, less in pairs)


def _root_mean_square(values: Sequence[float]) -> float:
    return math.sqrt(fmean(value * value for value in values))


if __name__ == "__main__":
    main()
