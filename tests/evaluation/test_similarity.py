from collections.abc import Sequence

import numpy as np
import pytest

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.evaluation.similarity import (
    LEAST_WORDS,
    Method,
    RememberingEncoder,
    bm25,
    nearest_passages,
    shared_words,
)
from manifesto_check.matching.corpus import Corpus, build_corpus
from manifesto_check.model import Block, BlockKind, Page, Programme


class LetterEncoder:
    """Counts letters: the same text has likeness 1 with itself."""

    name = "letters"
    dimensions = 26

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        counts = np.array(
            [[t.lower().count(c) for c in "abcdefghijklmnopqrstuvwxyz"] for t in texts]
        )
        vectors = counts.reshape(len(texts), 26).astype(np.float32)
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1)


HOUSES = "De gemeente bouwt elk jaar duizend betaalbare woningen voor starters."
LIBRARY = "De bibliotheek blijft in alle wijken ook op zondag open."
TREES = "Langs iedere straat komen nieuwe bomen, want de stad wordt warmer."


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    heading = Block(BlockKind.HEADING, "De gemeente bouwt veel betaalbare woningen", ((0, 1),))
    blocks = [Block(BlockKind.PARAGRAPH, text, ((0, 2),)) for text in (HOUSES, LIBRARY, TREES)]
    short = Block(BlockKind.BULLET, "Betaalbare woningen", ((0, 3),))
    pages = (Page(1), Page(2), Page(3))
    programme = Programme("x.pdf", "a" * 64, pages, (heading, *blocks, short))
    return build_corpus(programme, dutch_pipeline())


def test_every_method_finds_the_passage_that_says_it(corpus: Corpus) -> None:
    texts = ["Betaalbare woningen voor starters.", "De bibliotheek is op zondag open."]
    for method, found in nearest_passages(texts, corpus, LetterEncoder()).items():
        assert [n.evidence[0].quote for n in found] == [HOUSES, LIBRARY], method
        assert found[0].evidence[0].page == 2
        assert found[0].likeness == pytest.approx(found[0].evidence[0].score)


def test_headings_and_passages_too_short_to_quote_are_passed_over(corpus: Corpus) -> None:
    for found in nearest_passages(["Betaalbare woningen"], corpus, LetterEncoder()).values():
        quotes = [e.quote for e in found[0].evidence]
        assert len(quotes) == 3
        assert all(len(quote.split()) >= LEAST_WORDS and "veel" not in quote for quote in quotes)


def test_a_programme_without_passages() -> None:
    programme = Programme("x.pdf", "a" * 64, (Page(1),), ())
    corpus = build_corpus(programme, dutch_pipeline())
    found = nearest_passages(["Woningen"], corpus, LetterEncoder())
    assert [found[method][0].likeness for method in Method] == [0.0, 0.0, 0.0]


def test_shared_words_take_no_notice_of_order_case_and_points() -> None:
    assert shared_words(["Huizen bouwen."], ["bouwen, HUIZEN"]).tolist() == [[100.0]]


def test_bm25_meets_inflected_words_and_counts_rare_ones_for_more(corpus: Corpus) -> None:
    values = bm25(["woning", "de stad", "een gemeentelijk register"], corpus)
    assert values.shape == (3, len(corpus.passages))
    houses = corpus.texts.index(HOUSES)
    assert values[0, houses] > 0  # "woningen"
    assert not values[2].any()
    both = bm25(["woningen", "starters"], corpus)
    assert both[1, houses] > both[0, houses]  # woningen stand in three passages


def test_bm25_worked_out_by_hand(corpus: Corpus) -> None:
    value = bm25(["starters"], corpus)[0, corpus.texts.index(HOUSES)]
    n, length = len(corpus.passages), 10 / float(np.mean(corpus.word_counts))
    idf = np.log(1 + (n - 1 + 0.5) / 1.5)
    assert value == pytest.approx(idf * 2.5 / (1 + 1.5 * (0.25 + 0.75 * length)), rel=1e-5)


def test_a_text_is_encoded_once() -> None:
    inner = LetterEncoder()
    encoder = RememberingEncoder(inner)
    first = encoder.encode(["een", "twee", "een"])
    again = encoder.encode(["twee", "drie"])
    assert inner.asked == ["een", "twee", "drie"]
    np.testing.assert_array_equal(first[1], again[0])
    np.testing.assert_array_equal(first[0], first[2])
    assert encoder.encode([]).shape == (0, 26)
