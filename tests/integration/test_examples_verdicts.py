"""The verdicts on the example programmes against those that a careful reader gives them.

The three programmes were written to be hard: they never use the list's own
words, and one of them opposes six measures. The floors lie a little under what
was reached when they were set; raise them when the matching gets better.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from manifesto_check.checking import Checker, read
from manifesto_check.evaluation.annotations import read_annotations
from manifesto_check.evaluation.metrics import ORDER, Pair, pair_up, score
from manifesto_check.model import Verdict

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FOUND_F1 = 0.70  # reached: 0.75
GROUNDED_F1 = 0.57  # reached: 0.61
WEIGHTED_KAPPA = 0.55  # reached: 0.60
OPPOSED_CALLED_COVERED = 2  # of seven: a weakness that the README names


@pytest.fixture(scope="module")
def pairs(checker: Checker) -> list[Pair]:
    pairs = []
    for pdf in sorted(EXAMPLES.glob("*.pdf")):
        (programme,) = read([pdf])
        judgements = [m.judgement for m in checker.check(programme).measures]
        pairs += pair_up(pdf.stem, read_annotations(pdf.with_suffix(".jsonl")), judgements)
    return pairs


def confusion(pairs: Sequence[Pair]) -> str:
    """Return a table: a row for each verdict of the reader, a column for each of the tool."""
    counts = Counter((p.annotation.verdict, p.judgement.verdict) for p in pairs)
    header = "reader \\ tool".ljust(14) + "".join(f"{got:>9}" for got in ORDER)
    rows = (f"{want:14}" + "".join(f"{counts[want, got]:9}" for got in ORDER) for want in ORDER)
    return "\n".join([str(score(pairs)), header, *rows])


def test_every_measure_of_the_three_programmes_is_compared(pairs: list[Pair]) -> None:
    assert len(pairs) == 3 * 113


def test_the_tool_agrees_with_the_reader(pairs: list[Pair]) -> None:
    scores = score(pairs)
    assert scores.found_f1 >= FOUND_F1, confusion(pairs)
    assert scores.grounded_f1 >= GROUNDED_F1, confusion(pairs)
    assert scores.weighted >= WEIGHTED_KAPPA, confusion(pairs)


def test_what_a_programme_opposes_is_seldom_reported_as_covered(pairs: list[Pair]) -> None:
    wrong = [
        f"{p.programme} {p.annotation.measure}: {p.judgement.evidence[0].quote}"
        for p in pairs
        if p.annotation.verdict is Verdict.OPPOSED and p.judgement.verdict is Verdict.COVERED
    ]
    assert len(wrong) <= OPPOSED_CALLED_COVERED, "\n".join([*wrong, confusion(pairs)])


def test_what_a_programme_covers_is_never_reported_as_opposed(pairs: list[Pair]) -> None:
    wrong = [
        f"{p.programme} {p.annotation.measure}: {p.judgement.evidence[0].quote}"
        for p in pairs
        if p.annotation.verdict is Verdict.COVERED and p.judgement.verdict is Verdict.OPPOSED
    ]
    assert not wrong, "\n".join([*wrong, confusion(pairs)])
