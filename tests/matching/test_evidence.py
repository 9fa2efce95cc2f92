"""Quotes: literal, not too long, with their place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_programmes import programme

from manifesto_check.matching.corpus import build_corpus
from manifesto_check.matching.evidence import LEAD_WORDS, MAX_WORDS, make_evidence
from manifesto_check.model import Block, BlockKind, Page, Programme


def quote(corpus, passage, score=0.5, word=None):
    """Quote a passage; ``word`` is the one that meets the measure's concepts."""
    met = [token.i for token in corpus.span(passage) if token.text == word]
    return make_evidence(corpus, passage, score, met)


def test_a_quote_with_its_place(read):
    corpus = read(
        """
        # Wonen
        ---
        ## Huren in de stad
        Wij bouwen elk jaar duizend woningen. De huur blijft laag voor iedereen.
        """
    )
    evidence = quote(corpus, 3, score=0.75)
    assert evidence.quote == "De huur blijft laag voor iedereen."
    assert (evidence.page, evidence.page_end, evidence.page_label) == (2, 2, "12")
    assert evidence.section == "Wonen › Huren in de stad"
    assert evidence.score == 0.75
    assert evidence.line is None


def test_a_passage_outside_any_section(read):
    assert quote(read("De huur blijft laag voor iedereen."), 0).section == ""


def test_a_quote_that_runs_on_over_the_page(read):
    corpus = read(
        "Wij bouwen elk jaar huizen. De huur blijft | laag voor iedereen. Zo is het nu hier."
    )
    places = [(e.page, e.page_end) for e in (quote(corpus, i) for i in range(3))]
    assert places == [(1, 1), (1, 2), (2, 2)]
    assert quote(corpus, 1).quote == "De huur blijft laag voor iedereen."
    assert quote(corpus, 1).page_label == "11"


def test_a_format_without_pages_gives_the_line(nlp):
    block = Block(BlockKind.PARAGRAPH, "De huur blijft laag.", ((0, 1),), line=7)
    corpus = build_corpus(Programme("p.md", "0", (Page(1),), (block,)), nlp)
    evidence = quote(corpus, 0)
    assert (evidence.page, evidence.line, evidence.page_label) == (1, 7, None)


LONG = " ".join(f"woord{number}" for number in range(200)) + "."


@pytest.mark.parametrize(
    ("word", "first"),
    [
        (None, 0),
        ("woord0", 0),
        ("woord5", 0),
        ("woord100", 100 - LEAD_WORDS),
        ("woord199", 200 - MAX_WORDS),
    ],
)
def test_a_long_sentence_is_cut_around_what_was_met(read, word, first):
    text = quote(read(LONG), 0, word=word).quote
    words = text.split()
    assert text in LONG
    assert len(words) == MAX_WORDS
    assert words[0] == f"woord{first}"
    assert word is None or word in text.replace(".", "").split()


def test_a_cut_quote_has_the_pages_of_what_is_quoted(nlp):
    words = LONG.split()
    broken = " ".join([*words[:95], "|", *words[95:150], "|", *words[150:]])
    corpus = build_corpus(programme(broken), nlp)
    evidence = quote(corpus, 0, word="woord120")
    assert (evidence.page, evidence.page_end) == (2, 3)


WORDS = [
    "wij",
    "bouwen",
    "Huizen",
    "€",
    "5,-",
    "(o.a.",
    "zorg)",
    "“nee”,",
    "d'r",
    "–",
    "30%",
    ".",
    ";",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        min_size=1,
        max_size=150,
    ),
    st.randoms(use_true_random=False),
)
def test_every_quote_is_literal_and_of_bounded_length(nlp, words, random):
    text = " ".join(words)
    block = Block(BlockKind.PARAGRAPH, text, ((0, 1),))
    corpus = build_corpus(Programme("p.pdf", "0", (Page(1),), (block,)), nlp)
    for number, passage in enumerate(corpus.passages):
        met = random.sample(range(passage.start, passage.end), min(2, passage.end - passage.start))
        found = make_evidence(corpus, number, 0.5, met).quote
        assert found in text
        assert found == found.strip() != ""
        assert len(found.split()) <= MAX_WORDS
