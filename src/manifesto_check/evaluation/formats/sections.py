"""An evaluation as sections of plain text and tables, which the formats for people set.

Nothing is escaped here: the texts hold quotes and titles as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from manifesto_check.evaluation.bootstrap import DRAWS
from manifesto_check.evaluation.breakdown import Group
from manifesto_check.evaluation.calibration import Calibration
from manifesto_check.evaluation.formats.texts import EvaluationTexts, evaluation_texts
from manifesto_check.evaluation.metrics import ORDER, Pair, Scores
from manifesto_check.evaluation.summary import Evaluation
from manifesto_check.reports.interface import Language
from manifesto_check.reports.text import number
from manifesto_check.reports.texts import texts_in

COLUMNS = (
    "pairs", "adopted", "found_f1", "found_precision", "found_recall", "specificity",
    "auc", "grounded_f1", "weighted", "theme_mae",
)  # fmt: skip
"""The figures that parts are shown by."""
COMPARED = ("found_f1", "found_recall", "specificity", "auc", "grounded_f1", "weighted")
"""The figures that simpler ways are compared by."""
NONE = "–"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; ``align`` has l or r for each column."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    align: str


@dataclass(frozen=True, slots=True)
class Item:
    """A heading with lines below it: one wrong verdict."""

    heading: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, notes, then a table or items."""

    title: str
    notes: Sequence[str] = ()
    table: Table | None = None
    items: Sequence[Item] = ()


def sections(evaluation: Evaluation, language: Language) -> list[Section]:
    """Return what an evaluation says, the most important first; parts that say nothing left out."""
    words = _Words(language)
    texts = words.texts
    parts = [
        (texts.samples, evaluation.samples),
        (texts.levels, evaluation.levels),
        (texts.sources, evaluation.sources),
        (texts.themes, evaluation.themes),
        (texts.programmes, evaluation.programmes),
    ]
    result = [
        Section(texts.title, list(_about(evaluation, words))),
        _figures(evaluation, words),
        *([_baselines(evaluation, words)] if evaluation.baselines else []),
        _confusion(evaluation, words),
        *(_parts(title, groups, words) for title, groups in parts if groups),
        _calibration(texts.confidence, texts.right, evaluation.confidence, words),
        _calibration(texts.p_found, texts.found, evaluation.p_found, words),
    ]
    if evaluation.worst:
        result.append(_errors(evaluation, words))
    return result


class _Words:
    """Words and numbers in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.texts: EvaluationTexts = evaluation_texts(language)
        self.verdicts = texts_in(language).verdicts

    def figure(self, name: str, value: float) -> str:
        """Return a figure as it is shown: counts whole, percentage points with one decimal."""
        decimals = 0 if isinstance(value, int) else 1 if name == "theme_mae" else 2
        return number(value, self.language, decimals)

    def of(self, name: str, scores: Scores) -> str:
        """Return a figure of these scores, a dash where it means nothing."""
        if name == "auc" and scores.adopted in (0, 1):
            return NONE
        return self.figure(name, getattr(scores, name))

    def percent(self, share: float) -> str:
        """Return a share as whole percentages."""
        return f"{number(100 * share, self.language)}%"


def _about(evaluation: Evaluation, words: _Words) -> Iterable[str]:
    run, texts = evaluation.run, words.texts
    pairs = number(evaluation.scores.pairs, words.language)
    yield texts.compared.format(pairs=pairs, programmes=len(run.tested))
    if run.options.leave_one_out:
        yield texts.left_one_out
    else:
        yield texts.shipped
        for line, trained in ((texts.in_sample, True), (texts.out_of_sample, False)):
            names = [t.annotated.name for t in run.tested if t.in_sample is trained]
            if names:
                yield line.format(names=", ".join(names))
    if run.options.text_only:
        yield texts.text_only
    if run.left_out:
        yield texts.left_out.format(names=", ".join(run.left_out))
    for tested in run.tested:
        if tested.annotated.unfilled:
            count = len(tested.annotated.unfilled)
            yield texts.unfilled.format(name=tested.annotated.name, count=count)


def _figures(evaluation: Evaluation, words: _Words) -> Section:
    texts = words.texts
    values: dict[str, float] = {name: getattr(evaluation.scores, name) for name in FIGURES}
    values["confidence_auroc"] = evaluation.confidence.auroc
    values["confidence_error"] = evaluation.confidence.error
    values["p_found_error"] = evaluation.p_found.error
    rows = []
    for name, value in values.items():
        interval = evaluation.intervals.get(name)
        between = NONE
        if interval is not None:
            low, high = (words.figure(name, v) for v in (interval.low, interval.high))
            between = f"{low} – {high}"
        rows.append((texts.labels[name], words.figure(name, value), between, texts.meanings[name]))
    head = (texts.figure, texts.value, texts.interval, texts.meaning)
    notes = [texts.how_intervals.format(draws=number(DRAWS, words.language))]
    return Section(texts.figures, notes if evaluation.intervals else (), Table(head, rows, "lrrl"))


FIGURES = (
    "pairs", "adopted", "found_f1", "found_precision", "found_recall", "specificity", "auc",
    "grounded_f1", "kappa", "weighted", "macro_f1", "opposed_right", "opposed_false",
    "opposed_missed", "theme_mae",
)  # fmt: skip


def _baselines(evaluation: Evaluation, words: _Words) -> Section:
    texts = words.texts
    named = [(texts.methods[b.name], b.scores) for b in evaluation.baselines]
    named.append((texts.this_tool, evaluation.scores))
    rows = [[name, *(words.of(c, scores) for c in COMPARED)] for name, scores in named]
    head = [texts.method, *(texts.labels[c] for c in COMPARED)]
    return Section(
        texts.baselines, [texts.how_baselines], Table(head, rows, "l" + "r" * len(COMPARED))
    )


def _confusion(evaluation: Evaluation, words: _Words) -> Section:
    rows = [
        [words.verdicts[want], *(number(row[got], words.language) for got in ORDER)]
        for want, row in evaluation.confusion.items()
    ]
    head = [words.texts.reader_says, *(words.verdicts[v] for v in ORDER)]
    return Section(
        words.texts.confusion,
        [words.texts.how_confusion],
        Table(head, rows, "l" + "r" * len(ORDER)),
    )


def _parts(title: str, groups: Sequence[Group], words: _Words) -> Section:
    texts = words.texts
    rows = [
        [
            f"{texts.parts.get(group.id, group.id)} {group.title}".strip(),
            *(words.of(c, group.scores) for c in COLUMNS),
        ]
        for group in groups
    ]
    head = [texts.part, *(texts.labels[c] for c in COLUMNS)]
    return Section(title, (), Table(head, rows, "l" + "r" * len(COLUMNS)))


def _calibration(title: str, outcome: str, found: Calibration, words: _Words) -> Section:
    texts = words.texts
    show: Callable[[float], str] = lambda value: number(value, words.language, 2)  # noqa: E731
    rows = [
        [
            f"{show(b.least)} – {show(b.most)}",
            number(b.cases, words.language),
            words.percent(b.said),
            words.percent(b.came_true),
        ]
        for b in found.bins
    ]
    note = texts.calibration.format(
        error=number(found.error, words.language, 3),
        auroc=show(found.auroc),
        share=words.percent(found.came_true),
    )
    head = (texts.bin, texts.cases, texts.said, outcome)
    return Section(title, [note], Table(head, rows, "lrrr"))


def _errors(evaluation: Evaluation, words: _Words) -> Section:
    note = words.texts.how_errors.format(
        shown=number(len(evaluation.worst), words.language),
        wrong=number(evaluation.wrong, words.language),
    )
    items = [_error(pair, evaluation, words) for pair in evaluation.worst]
    return Section(words.texts.errors, [note], items=items)


def _error(pair: Pair, evaluation: Evaluation, words: _Words) -> Item:
    texts = words.texts
    annotated, judged = pair.annotation, pair.judgement
    what = texts.error.format(
        want=words.verdicts[annotated.verdict],
        got=words.verdicts[judged.verdict],
        confidence=words.percent(judged.confidence),
    )
    reader = [(q.page, q.line, q.quote) for q in annotated.evidence]
    tool = [(e.page, e.line, e.quote) for e in judged.evidence]
    return Item(
        f"{pair.programme} {annotated.measure} · {what}",
        [
            evaluation.texts[annotated.measure],
            f"{texts.reader}: {_first(reader, texts)}",
            f"{texts.tool}: {_first(tool, texts)}",
        ],
    )


def _first(quotes: Sequence[tuple[int, int | None, str]], texts: EvaluationTexts) -> str:
    if not quotes:
        return texts.no_quote
    page, line, quote = quotes[0]
    where = texts.page.format(page=page) if line is None else texts.line.format(line=line)
    return f"{where}: “{quote}”"
