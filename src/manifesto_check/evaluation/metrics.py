"""Figures of accuracy: verdicts of the tool against a reader's annotations.

All figures are over all programmes and measures together. They are those of
the annotations' own scorer; docs/accuracy.md explains each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from manifesto_check.evaluation.annotations import Annotation, Quote, overlaps, words
from manifesto_check.model import FOUND, Evidence, Judgement, Verdict

ORDER = (Verdict.OPPOSED, Verdict.ABSENT, Verdict.PARTIAL, Verdict.COVERED)
POINTS = {Verdict.COVERED: 1.0, Verdict.PARTIAL: 0.5, Verdict.ABSENT: 0.0, Verdict.OPPOSED: 0.0}
QUOTES_THAT_COUNT = 3


@dataclass(frozen=True, slots=True)
class Scores:
    """Agreement with annotations.

    Attributes:
        found_f1, found_precision, found_recall: of "covered or partial".
        specificity: share of the rest that is called absent or opposed.
        auc: area under the ROC curve of ``p_found``.
        grounded_f1: found_f1, but a hit counts only if one of its first three
            quotes is right.
        kappa: Cohen's kappa over the four verdicts.
        weighted: quadratic weighted kappa, opposed < absent < partial < covered.
        macro_f1: mean F1 of the verdicts that the annotations hold.
        theme_mae: mean absolute error of a theme's coverage, percentage points.
    """

    pairs: int
    adopted: float
    found_f1: float
    found_precision: float
    found_recall: float
    specificity: float
    auc: float
    grounded_f1: float
    kappa: float
    weighted: float
    macro_f1: float
    opposed_right: int
    opposed_false: int
    opposed_missed: int
    theme_mae: float


@dataclass(frozen=True, slots=True)
class Pair:
    """One measure of one programme: what the reader says and what the tool says."""

    programme: str
    theme: str
    annotation: Annotation
    judgement: Judgement

    @property
    def quoted(self) -> bool:
        """Whether one of the first three quotes is right."""
        first = self.judgement.evidence[:QUOTES_THAT_COUNT]
        return any(is_right(e, q) for e in first for q in self.annotation.evidence)

    @property
    def is_grounded(self) -> bool:
        """Whether both say that the measure is found, and the tool with a right quote."""
        both = {self.annotation.verdict, self.judgement.verdict} <= FOUND
        return both and self.quoted


def is_right(evidence: Evidence, quote: Quote) -> bool:
    """Tell whether a quote of 5 to 60 words is (nearly) the annotated one, give or take a page."""
    return (
        5 <= len(words(evidence.quote)) <= 60
        and abs(evidence.page - quote.page) <= 1
        and overlaps(evidence.quote, quote.quote)
    )


def score(pairs: Sequence[Pair]) -> Scores:
    """Compute all figures over the pairs (at least one)."""
    want = [p.annotation.verdict for p in pairs]
    got = [p.judgement.verdict for p in pairs]
    found = [v in FOUND for v in want]
    says = [v in FOUND for v in got]
    right = [f and s for f, s in zip(found, says, strict=True)]
    tp, hits = sum(right), sum(p.is_grounded for p in pairs)
    negatives = len(pairs) - sum(found)
    opposed = Verdict.OPPOSED
    opposed_right = sum(
        w == g == opposed and p.quoted for w, g, p in zip(want, got, pairs, strict=True)
    )
    return Scores(
        pairs=len(pairs),
        adopted=sum(found) / len(pairs),
        found_f1=_f1(tp, sum(says) - tp, sum(found) - tp),
        found_precision=tp / sum(says) if tp else 0.0,
        found_recall=tp / sum(found) if tp else 0.0,
        specificity=(negatives - (sum(says) - tp)) / negatives if negatives else 0.0,
        auc=auc([p.judgement.p_found for p in pairs], found),
        grounded_f1=_f1(hits, sum(says) - hits, sum(found) - hits),
        kappa=kappa(want, got),
        weighted=kappa(want, got, weighted=True),
        macro_f1=_macro_f1(want, got),
        opposed_right=opposed_right,
        opposed_false=got.count(opposed) - opposed_right,
        opposed_missed=want.count(opposed) - opposed_right,
        theme_mae=_theme_mae(pairs),
    )


def pair_up(
    programme: str,
    annotations: Mapping[str, Annotation],
    judgements: Iterable[Judgement],
    themes: Mapping[str, str] | None = None,
) -> list[Pair]:
    """Pair a programme's judgements with its annotations; measures without one are left out.

    Args:
        programme: its name.
        annotations: what the reader says, by measure.
        judgements: what the tool says.
        themes: the theme of each measure; without it, what stands before the
            first full stop of its id (``V1`` of ``V1.1a``).
    """
    return [
        Pair(
            programme,
            themes[j.measure] if themes is not None else j.measure.split(".")[0],
            annotations[j.measure],
            j,
        )
        for j in judgements
        if j.measure in annotations
    ]


def theme_errors(pairs: Sequence[Pair]) -> list[float]:
    """Return for each theme of each programme the absolute error of its coverage, 0 to 1."""
    themes: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for p in pairs:
        points = (POINTS[p.annotation.verdict], POINTS[p.judgement.verdict])
        themes[p.programme, p.theme].append(points)
    return [
        abs(sum(w for w, _ in rows) - sum(g for _, g in rows)) / len(rows)
        for rows in themes.values()
    ]


def auc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """Return the area under the ROC curve (Mann-Whitney; ties count half; 0.5 with one class)."""
    ranks: dict[float, float] = {}
    ordered = sorted(scores)
    start = 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end] == ordered[start]:
            end += 1
        ranks[ordered[start]] = (start + end + 1) / 2
        start = end
    n = sum(positive)
    rest = len(scores) - n
    if not n or not rest:
        return 0.5
    total = sum(ranks[s] for s, is_positive in zip(scores, positive, strict=True) if is_positive)
    return (total - n * (n + 1) / 2) / (n * rest)


def kappa(want: Sequence[Verdict], got: Sequence[Verdict], *, weighted: bool = False) -> float:
    """Return Cohen's kappa over the four verdicts; quadratic weights where ``weighted``."""
    size, n = len(ORDER), len(want)
    observed = [[0.0] * size for _ in range(size)]
    for w, g in zip(want, got, strict=True):
        observed[ORDER.index(w)][ORDER.index(g)] += 1 / n
    rows = [sum(row) for row in observed]
    columns = [sum(column) for column in zip(*observed, strict=True)]

    def cost(i: int, j: int) -> float:
        return ((i - j) / (size - 1)) ** 2 if weighted else float(i != j)

    cells = [(i, j) for i in range(size) for j in range(size)]
    disagreement = sum(cost(i, j) * observed[i][j] for i, j in cells)
    by_chance = sum(cost(i, j) * rows[i] * columns[j] for i, j in cells)
    return 1 - disagreement / by_chance if by_chance else 1.0


def _f1(tp: int, fp: int, fn: int) -> float:
    return 2 * tp / (2 * tp + fp + fn) if tp else 0.0


def _macro_f1(want: Sequence[Verdict], got: Sequence[Verdict]) -> float:
    present = [v for v in ORDER if v in want]
    figures = []
    for verdict in present:
        tp = sum(w == g == verdict for w, g in zip(want, got, strict=True))
        figures.append(_f1(tp, got.count(verdict) - tp, want.count(verdict) - tp))
    return sum(figures) / len(figures)


def _theme_mae(pairs: Sequence[Pair]) -> float:
    errors = theme_errors(pairs)
    return 100 * sum(errors) / len(errors)
