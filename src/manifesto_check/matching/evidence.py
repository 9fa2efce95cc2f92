"""The quotes that a verdict rests on: literal, with their place, best first."""

from __future__ import annotations

from collections.abc import Iterable

from manifesto_check.matching.corpus import Corpus
from manifesto_check.model import Evidence

MAX_WORDS = 60
"""A quote is not longer; a longer passage is quoted around what was met."""
LEAD_WORDS = 12
"""Words before the first that was met, where a passage is cut."""
SECTION_SEPARATOR = " › "


def make_evidence(corpus: Corpus, passage: int, score: float, met: Iterable[int]) -> Evidence:
    """Quote a passage.

    Args:
        corpus: the programme's passages.
        passage: number of the passage.
        score: the chance that the quote is right.
        met: tokens of the passage's Doc that meet the measure's concepts; a
            long passage is cut so that the quote begins a little before the first.
    """
    block = corpus.block(passage)
    start, end = _bounds(corpus, passage, met)
    quote = block.text[start:end]
    page = block.page_at(start)
    return Evidence(
        page=page,
        page_end=block.page_at(max(start, end - 1)),
        page_label=corpus.programme.pages[page - 1].label,
        section=SECTION_SEPARATOR.join(block.section),
        quote=quote,
        score=score,
        line=block.line_at(start),
    )


def _bounds(corpus: Corpus, passage: int, met: Iterable[int]) -> tuple[int, int]:
    """Return the quote's first and last character (exclusive) in its block."""
    span = corpus.span(passage)
    tokens = [t for t in span if not t.is_space]
    if not tokens:
        return span.start_char, span.end_char
    starts = [t.idx for n, t in enumerate(tokens) if n == 0 or tokens[n - 1].whitespace_]
    if len(starts) <= MAX_WORDS:
        return tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    first_met = min((span.doc[i].idx for i in met), default=starts[0])
    before = sum(start < first_met for start in starts)
    first = min(max(before - LEAD_WORDS, 0), len(starts) - MAX_WORDS)
    last = first + MAX_WORDS
    end = starts[last] if last < len(starts) else tokens[-1].idx + len(tokens[-1])
    text = span.doc.text[starts[first] : end].rstrip()
    return starts[first], starts[first] + len(text)
