"""Programmes of a few lines, and stand-ins for what costs time, for the tests of matching."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from manifesto_check.dutch.stance import Stance
from manifesto_check.matching.logistic import LogisticModel
from manifesto_check.matching.signal_maker import SignalMaker
from manifesto_check.matching.signals import PASSAGE_SIGNALS, Signals
from manifesto_check.matching.verdict import (
    MEASURE_SIGNALS,
    OUTCOMES,
    QUESTIONS,
    VerdictModel,
)
from manifesto_check.model import Block, BlockKind, Page, Programme, Verdict
from manifesto_check.recommendations.model import Concept, Measure, Wants

PAGE_BREAK = "---"
"""A line of its own: what follows stands on the next page."""
INNER_PAGE_BREAK = "|"
"""Inside a block: the rest of it stands on the next page."""


def programme(text: str, *, path: str = "waterdam.pdf", title: str | None = None) -> Programme:
    """Make a programme of lines: ``#`` headings, ``-`` bullets, the rest paragraphs.

    The label printed on page n is n + 10, so that the two are never mixed up.
    """
    page = 1
    blocks: list[Block] = []
    above: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line == PAGE_BREAK:
            page += 1
            continue
        kind, level, words = _kind_of(line)
        if kind is BlockKind.HEADING:
            above = above[: level - 1]
        body, anchors = _anchored(words, page)
        blocks.append(Block(kind, body, anchors, tuple(above), level))
        page = anchors[-1][1]
        if kind is BlockKind.HEADING:
            above.append(body)
    pages = tuple(Page(number, str(number + 10)) for number in range(1, page + 1))
    return Programme(path, hashlib.sha256(text.encode()).hexdigest(), pages, tuple(blocks), title)


def _kind_of(line: str) -> tuple[BlockKind, int, str]:
    sign, _, words = line.partition(" ")
    if sign and not sign.strip("#"):
        return BlockKind.HEADING, len(sign), words
    if sign == "-":
        return BlockKind.BULLET, 1, words
    return BlockKind.PARAGRAPH, 1, line


def _anchored(words: str, page: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text without its page breaks, and on which page each part of it stands."""
    first, *rest = words.split(f"{INNER_PAGE_BREAK} ")
    anchors = [(0, page)]
    for part in rest:
        anchors.append((len(first), anchors[-1][1] + 1))
        first += part
    return first, tuple(anchors)


class WordEncoder:
    """An encoder without a model: texts are alike as far as they have words in common."""

    name = "words"
    dimensions = 96

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[_digest(word) % self.dimensions] += 1
            row /= max(float(np.linalg.norm(row)), 1e-9)
        return rows


def _digest(word: str) -> int:
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:4])


def make_maker(measures: Sequence[Measure]) -> SignalMaker:
    """Compile a list with the Dutch words and the encoder without a model."""
    return SignalMaker(measures, WordEncoder())


def make_model(
    *,
    own: float = 6.0,
    bias: float = -3.0,
    least_worth: float = 0.0,
) -> VerdictModel:
    """Make a model that a reader can follow.

    A passage supports a measure as far as its concepts are in it and around
    it, unless it goes against it; then it opposes it. What supports a measure
    covers it, unless it only explores. A measure is found as its best passage
    supports it, and covered as its best passages cover it.
    """
    passages = {
        "supports": ({"own": own / 2, "context": own / 2, "against": -12.0}, bias),
        "covers": ({Stance.EXPLORES: -4.0}, 2.0),
        "opposes": ({"against": 8.0}, -4.0),
    }
    questions = {
        "found": ({"score_1": 2.0}, 0.0),
        "covered_if_found": ({"covers_mean": 8.0}, -4.0),
    }
    return VerdictModel(
        _weighted(PASSAGE_SIGNALS, [({}, 0.0)]),
        _weighted(PASSAGE_SIGNALS, [passages[outcome] for outcome in OUTCOMES]),
        _weighted(MEASURE_SIGNALS, [questions[question] for question in QUESTIONS]),
        least_worth,
    )


def make_convinced_model(verdict: Verdict) -> VerdictModel:
    """Make a model that gives every measure this verdict, whatever its passages.

    Opposed is said of none that no passage opposes, so with that verdict it
    gives it to those, and absent to all others.
    """
    odds = {Verdict.COVERED: [4.0, 4.0], Verdict.PARTIAL: [4.0, -4.0]}
    indifferent = [({}, bias) for bias in odds.get(verdict, [-4.0, 0.0])]
    return replace(make_model(), measure=_weighted(MEASURE_SIGNALS, indifferent))


def _weighted(
    names: Sequence[str], outcomes: Sequence[tuple[Mapping[str, float], float]]
) -> LogisticModel:
    """Make a model of weights by name and a bias for each outcome."""
    weights = np.array([[by_name.get(name, 0.0) for name in names] for by_name, _ in outcomes])
    bias = np.array([bias for _, bias in outcomes], dtype=np.float64)
    return LogisticModel(np.zeros(len(names)), np.ones(len(names)), weights, bias)


def pairs(signals: Signals, maker: SignalMaker) -> list[tuple[str, int]]:
    """Return the candidates as measure id and number of the passage."""
    numbers = zip(signals.measure.tolist(), signals.passage.tolist(), strict=True)
    return [(maker.measures[measure].id, passage) for measure, passage in numbers]


def value(signals: Signals, row: int, name: str) -> float:
    """Return one signal of one candidate by its name."""
    return float(signals.values[row, PASSAGE_SIGNALS.index(name)])


SHELTER = Measure(
    "A1",
    "Er is genoeg nachtopvang voor dakloze mensen.",
    concepts=(
        Concept("opvang", ("opvang", "slaapplek")),
        Concept("dakloos", ("dakloos",), parts=("dakloz", "nacht")),
    ),
    examples=("Wij zorgen voor genoeg bedden in de nachtopvang.",),
    opposed_by=("Wij sluiten de nachtopvang.",),
)
FINES = Measure(
    "A2",
    "Boetes voor slapen op straat worden afgeschaft.",
    concepts=(Concept("boete", ("boete",)), Concept("slapen", ("buiten slapen", "straat slapen"))),
    wants=Wants.LESS,
)
DEBTS = Measure("B1", "Hulp bij schulden begint vroeg.", concepts=(Concept("schuld", ("schuld",)),))
MEASURES = (SHELTER, FINES, DEBTS)

WATERDAM = """
# Een dak voor iedereen
Veel mensen in Waterdam hebben geen eigen huis. Dat vinden wij onacceptabel in deze stad.
## Opvang
Voor de dakloze inwoners van Waterdam doen wij het volgende:
- Wij willen meer nachtopvang in elke wijk van de stad.
- We schaffen de boetes voor buiten slapen af.
- Het hele jaar door staat de deur open.
---
# Rondkomen
Wie schulden heeft, krijgt van ons snel | hulp aan huis. Wij bouwen ook een nieuw zwembad.
"""
"""A programme that says something of each of MEASURES."""
