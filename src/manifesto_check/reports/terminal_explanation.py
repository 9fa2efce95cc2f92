"""``explain`` on a terminal: the verdict, what made it, and the best passages with all signals."""

from __future__ import annotations

from rich.columns import Columns
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from manifesto_check.counting import Count
from manifesto_check.model import ExplainedPassage, Explanation
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.signal_words import in_words, is_of_first
from manifesto_check.reports.terminal_layout import (
    Page,
    programme_lines,
    quote_text,
    reading_problem,
    verdict_text,
)
from manifesto_check.reports.text import number, percent, printable

MOST_SIGNALS = 12
"""Signals of the measure that are shown, those that weigh most first; JSON has them all."""


class TerminalExplanation:
    """``explain --format terminal``."""

    def explain(self, explanation: Explanation, options: ReportOptions) -> bytes:
        """Return the explanation as text."""
        page = Page(options)
        for line in programme_lines(explanation.programme, page):
            page.add(line)
        for line in reading_problem(explanation.programme, page.texts):
            page.add(line)
        _verdict(page, explanation)
        _signals(page, explanation)
        page.heading(Text(page.texts.best_passages, style="bold"))
        if not explanation.passages:
            page.add(Text(page.texts.no_passages))
        for position, passage in enumerate(explanation.passages, start=1):
            _passage(page, position, passage)
        return page.data()


def _verdict(page: Page, explanation: Explanation) -> None:
    texts, measure = page.texts, explanation.measure
    judgement = measure.judgement
    page.heading(
        Text(printable(measure.id), style="bold"), Text(printable(measure.text), style="bold")
    )
    line = verdict_text(judgement.verdict, texts)
    line.append(f" · {texts.confidence} {percent(judgement.confidence)}", style="default")
    if page.options.is_uncertain(judgement):
        line.append(f" ({texts.uncertain})", style="magenta")
    line.append(f" · {texts.p_found} {percent(judgement.p_found)}", style="default")
    page.add(line)


def _signals(page: Page, explanation: Explanation) -> None:
    if not explanation.signals:
        return
    texts = page.texts
    page.heading(Text(texts.measure_signals, style="bold"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_row("", *[Text(word, style="dim") for word in (texts.value, texts.contribution)])
    # What the measure's passages say together comes before what the best of them says.
    by_weight = sorted(explanation.signals, key=lambda s: (is_of_first(s[0]), -abs(s[2])))
    for name, value, share in by_weight[:MOST_SIGNALS]:
        sign = "+" if share > 0 else ""
        table.add_row(
            Text(_word(page, name)),
            number(value, page.language, 2),
            Text(f"{sign}{number(share, page.language, 2)}", style="green" if share > 0 else "red"),
        )
    page.add(table)
    left = len(by_weight) - MOST_SIGNALS
    if left > 0:
        page.add(Text(texts.more_signals.format(count=Count(left)), style="dim"))


def _passage(page: Page, position: int, passage: ExplainedPassage) -> None:
    texts, evidence = page.texts, passage.evidence
    used = (texts.used_as_evidence, "bold green") if passage.chosen else (texts.not_used, "dim")
    score = f"{texts.score} {number(evidence.score, page.language, 2)}"
    page.add()
    page.add(Text.assemble((f"{position}.", "bold"), f" {score} · ", used))
    page.add(_indented(quote_text(evidence, texts)))
    section = printable(evidence.section)
    if section:
        page.add(_indented(Text(f"{texts.section} {section}", style="dim")))
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        table.add_column(overflow="fold")
    heads = (texts.concept, texts.met_in, texts.met_words)
    if passage.concepts:
        table.add_row(*[Text(head, style="dim") for head in heads])
    for name, where, words in passage.concepts:
        place = texts.met_places.get(where, where)
        style = "dim" if where == "-" else ""
        table.add_row(*[Text(printable(cell), style=style) for cell in (name, place, words)])
    if passage.concepts:
        page.add(_indented(table))
    if passage.says:
        verdict, sentence = passage.says
        says = f"{texts.says} ({texts.verdicts[verdict]}): {printable(sentence)}"
        page.add(_indented(Text(says)))
    stance = ", ".join(_word(page, name) for name in passage.stance) or texts.none
    page.add(_indented(Text(f"{texts.stance}: {stance}")))
    page.add(_indented(Text(f"{texts.signals}:" if passage.signals else "", style="dim")))
    signals = [
        Text(f"{_word(page, name)} {number(value, page.language, 2)}", style="dim")
        for name, value in passage.signals
    ]
    page.add(_indented(Columns(signals, equal=True, column_first=True, padding=(0, 3, 0, 0))))


def _word(page: Page, name: str) -> str:
    return printable(in_words(name, page.language))


def _indented(item: RenderableType) -> Padding:
    return Padding(item, (0, 0, 0, 3))
