"""A programme as passages: sentences, their words, and what stands around each."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from small_programmes import programme

from manifesto_check.matching.corpus import MIN_WORDS, NONE, build_corpus
from manifesto_check.model import Block, BlockKind, Page, Programme


def test_each_sentence_is_a_passage(read):
    corpus = read("Wij bouwen elk jaar duizend woningen. De huur blijft laag voor iedereen.")
    assert corpus.texts == [
        "Wij bouwen elk jaar duizend woningen.",
        "De huur blijft laag voor iedereen.",
    ]
    assert corpus.word_counts.tolist() == [6, 6]


def test_a_sentence_too_short_to_quote_joins_the_one_before(read):
    corpus = read(
        "Wij bouwen elk jaar duizend woningen. Dat kan. De huur blijft laag voor iedereen."
    )
    assert corpus.texts == [
        "Wij bouwen elk jaar duizend woningen. Dat kan.",
        "De huur blijft laag voor iedereen.",
    ]


def test_five_words_are_enough_to_quote(read):
    assert len(read("Wij bouwen elk jaar huizen. De huur blijft ook laag.").texts) == 2
    assert len(read("Wij bouwen elk jaar huizen. De huur blijft laag.").texts) == 1


def test_a_short_sentence_at_the_start_joins_the_one_after(read):
    corpus = read("Dat kan anders. Wij bouwen elk jaar duizend woningen.")
    assert corpus.texts == ["Dat kan anders. Wij bouwen elk jaar duizend woningen."]


def test_a_short_block_stays_apart_from_other_blocks(read):
    assert read("# Wonen\nMeer huizen.\n- Lage huur").texts == [
        "Wonen",
        "Meer huizen.",
        "Lage huur",
    ]


def test_headings_above_innermost_first(read):
    corpus = read(
        """
        # Wonen
        Een huis is een recht voor iedereen.
        ## Huren in de stad
        Wij houden de huren laag en eerlijk.
        ### Jongeren
        Jongeren krijgen sneller een eigen kamer.
        # Zorg
        Wij houden de zorg dicht bij huis.
        """
    )
    wonen, _, huren, laag, jongeren, kamer, zorg, dichtbij = range(8)
    assert corpus.kinds[jongeren] is BlockKind.HEADING
    assert corpus.headings[kamer] == (jongeren, huren, wonen)
    assert corpus.headings[laag] == (huren, wonen)
    assert corpus.headings[jongeren] == (huren, wonen)
    assert corpus.headings[wonen] == corpus.headings[zorg] == ()
    assert corpus.headings[dichtbij] == (zorg,)


def test_the_same_heading_in_two_chapters_leads_to_the_nearest(read):
    corpus = read(
        """
        # Wonen
        ## Onze plannen
        Wij bouwen elk jaar duizend woningen.
        # Zorg
        ## Onze plannen
        Wij houden de zorg dicht bij huis.
        """
    )
    assert corpus.headings[2] == (1, 0)
    assert corpus.headings[5] == (4, 3)


def test_a_heading_under_one_of_the_same_title(read):
    corpus = read("# Wonen\n## Wonen\nWij bouwen elk jaar duizend woningen.")
    assert corpus.headings == [(), (0,), (1, 0)]


def test_a_heading_of_two_sentences_leads_with_both(read):
    corpus = read(
        """
        # Iedereen heeft recht op een woning. Wij bouwen meer huizen voor jongeren.
        ## Huren
        De huur blijft laag voor iedereen.
        """
    )
    assert corpus.headings == [(), (), (0, 1), (2, 0, 1)]


def test_a_section_whose_heading_was_not_read(nlp):
    text = "Wij bouwen elk jaar duizend woningen."
    blocks = (
        Block(BlockKind.HEADING, "Wonen", ((0, 1),)),
        Block(BlockKind.PARAGRAPH, text, ((0, 1),), section=("Wonen", "Verdwenen")),
        Block(BlockKind.PARAGRAPH, text, ((0, 1),), section=("Verdwenen",)),
    )
    corpus = build_corpus(Programme("p.pdf", "0", (Page(1),), blocks), nlp)
    assert corpus.headings == [(), (0,), ()]


def test_an_empty_block_has_no_passages(nlp):
    texts = ["", "Een huis.", " ", ""]
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in texts)
    corpus = build_corpus(Programme("p.pdf", "0", (Page(1),), blocks), nlp)
    assert [text for text in corpus.texts if text] == ["Een huis."]
    assert corpus.block(0) is blocks[1]


def test_neighbours_stay_inside_their_section(read):
    corpus = read(
        """
        # Wonen
        Wij bouwen elk jaar duizend woningen. De huur blijft laag voor iedereen.
        - Jongeren krijgen sneller een eigen kamer.
        # Zorg
        Wij houden de zorg dicht bij huis.
        """
    )
    assert corpus.previous.tolist() == [NONE, NONE, 1, 2, NONE, NONE]
    assert corpus.next.tolist() == [NONE, 2, 3, NONE, NONE, NONE]


def test_bullets_are_introduced_by_the_last_sentence_before_their_list(read):
    corpus = read(
        """
        # Opvang
        De opvang in de stad is vol. Voor dakloze mensen doen wij daarom dit:
        - Wij openen een nieuwe nachtopvang.
        - Wij helpen mensen aan een eigen huis.
        Ook gezinnen in de stad krijgen hulp:
        - Kinderen slapen nooit in een tent.
        # Zorg
        - Wij houden de zorg dicht bij huis.
        """
    )
    texts = [corpus.texts[i] if i != NONE else None for i in corpus.intro.tolist()]
    assert texts == [
        None,
        None,
        None,
        "Voor dakloze mensen doen wij daarom dit:",
        "Voor dakloze mensen doen wij daarom dit:",
        None,
        "Ook gezinnen in de stad krijgen hulp:",
        None,
        None,
    ]


def test_a_passage_knows_its_block_and_span(read):
    corpus = read("# Wonen\nWij bouwen elk jaar duizend woningen.")
    assert corpus.block(1).section == ("Wonen",)
    assert corpus.span(1).text == "Wij bouwen elk jaar duizend woningen."


def test_a_programme_without_blocks_has_no_passages(nlp):
    corpus = build_corpus(programme(""), nlp)
    assert len(corpus.passages) == len(corpus.types) == len(corpus.passage_of) == 0
    assert corpus.texts == []
    assert corpus.headings == []


PLAIN = ["wij", "bouwen", "Huizen", "in", "de", "stad", "opvang", "zorg,", "'s", "ok", "“nee”"]
SIGNS = [".", "?", "!", ":", ";", "–", ")", "(o.a.", "30%", "€5,-"]
WORDS = st.sampled_from([*PLAIN, *SIGNS])
BLOCKS = st.lists(
    st.tuples(st.sampled_from(list(BlockKind)), st.lists(WORDS, min_size=1, max_size=90)),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_every_token_belongs_to_one_passage_in_order(nlp, content):
    made = [Block(kind, " ".join(words), ((0, 1),)) for kind, words in content]
    corpus = build_corpus(Programme("p.pdf", "0", (Page(1),), tuple(made)), nlp)
    tokens = [token for doc in corpus.docs for token in doc]

    ranges = [(p.first, p.last) for p in corpus.passages]
    assert [i for first, last in ranges for i in range(first, last)] == list(range(len(tokens)))
    assert all(a.block <= b.block for a, b in pairwise(corpus.passages))
    expected = [n for n, (first, last) in enumerate(ranges) for _ in range(first, last)]
    assert corpus.passage_of.tolist() == expected

    forms = [corpus.vocabulary[number][0] for number in corpus.types]
    assert forms == [token.lower_ for token in tokens]
    for number, text in enumerate(corpus.texts):
        assert text in corpus.block(number).text
        place = corpus.passages[number]
        assert place.last - place.first == place.end - place.start
    assert np.array_equal(corpus.word_counts, [len(text.split()) for text in corpus.texts])


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_only_a_block_that_is_short_itself_has_a_short_passage(nlp, content):
    made = [Block(kind, " ".join(words), ((0, 1),)) for kind, words in content]
    corpus = build_corpus(Programme("p.pdf", "0", (Page(1),), tuple(made)), nlp)
    for number, passage in enumerate(corpus.passages):
        words = sum(token.is_alpha for token in corpus.span(number))
        whole = corpus.docs[passage.block]
        assert words >= MIN_WORDS or len(corpus.span(number)) == len(whole)
