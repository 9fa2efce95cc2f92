"""How much passages are like a measure's own sentences, with an encoder without a model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from small_programmes import WordEncoder

from manifesto_check.matching.background import shipped_background
from manifesto_check.matching.discriminant import DISCRIMINANT_SIGNALS
from manifesto_check.matching.meaning import (
    APART_SIGNALS,
    MEANING_SIGNALS,
    NEAREST,
    SHORT,
    MeaningMatcher,
)
from manifesto_check.recommendations.model import Measure

SHELTER = Measure(
    "A1",
    "Er is genoeg nachtopvang voor dakloze mensen.",
    examples=("Wij zorgen voor genoeg bedden in de nachtopvang.",),
    partial_examples=("Wij kijken of er ergens extra bedden nodig zijn.",),
    absent_examples=("De nachtopvang ligt naast het station.",),
    opposed_by=("Wij sluiten de nachtopvang.",),
)
ONLY_TEXT = Measure("A2", "Leerlingen krijgen gratis zwemles op school.")


def matched(corpus, measures, pairs):
    """Return the signals of pairs (measure, passage) by name, and the encoder."""
    encoder = WordEncoder()
    measure, passage = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    values = MeaningMatcher(measures, encoder, shipped_background()).signals(
        corpus, measure, passage
    )
    assert values.shape == (len(pairs), len(MEANING_SIGNALS))
    return [dict(zip(MEANING_SIGNALS, row, strict=True)) for row in values.tolist()], encoder


def likeness(read, sentence, measure=SHELTER):
    (row,), _ = matched(read(sentence), [measure], [(0, 0)])
    return row


def test_a_literal_example_is_as_like_as_can_be(read):
    row = likeness(read, SHELTER.examples[0])
    assert row["example_likeness"] == pytest.approx(1.0, abs=1e-3)
    assert row["text_likeness"] < 1
    assert max(row["partial_lead"], row["absent_lead"], row["opposite_lead"]) < 0


@pytest.mark.parametrize(
    ("kind", "lead"),
    [
        ("partial_examples", "partial_lead"),
        ("absent_examples", "absent_lead"),
        ("opposed_by", "opposite_lead"),
    ],
)
def test_what_is_liker_to_another_kind_of_sentence_leads_there(read, kind, lead):
    row = likeness(read, getattr(SHELTER, kind)[0])
    leads = {name: value for name, value in row.items() if name.endswith("_lead")}
    assert leads[lead] > 0
    assert max(leads, key=leads.__getitem__) == lead


def test_likeness_to_an_opposite(read):
    row = likeness(read, SHELTER.opposed_by[0])
    assert row["opposite_likeness"] == pytest.approx(1.0, abs=1e-3)
    assert row["opposite_lead"] == pytest.approx(
        row["opposite_likeness"] - row["example_likeness"], abs=1e-3
    )


def test_a_measure_with_only_a_text(read):
    row = likeness(read, "Elke leerling krijgt gratis zwemles op school.", ONLY_TEXT)
    assert row["example_likeness"] == row["examples_likeness"] == row["text_likeness"] > 0
    unknown = {name for name, value in row.items() if np.isnan(value)}
    assert unknown == {
        "partial_lead",
        "absent_lead",
        "opposite_likeness",
        "opposite_lead",
        *APART_SIGNALS,
        *DISCRIMINANT_SIGNALS,
    }


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("partial_examples", {"partial_lead", "apart_partial"}),
        ("absent_examples", {"absent_lead", "apart_absent", "opposed_apart_absent"}),
        (
            "opposed_by",
            {"opposite_likeness", "opposite_lead", "apart_opposed", "opposed_apart_absent"},
        ),
    ],
)
def test_without_such_sentences_only_that_likeness_is_unknown(read, kind, names):
    row = likeness(read, "Er komen bedden in de nachtopvang bij.", replace(SHELTER, **{kind: ()}))
    unknown = {name for name, value in row.items() if np.isnan(value)}
    # The discriminant is never known here: the background is that of another encoder.
    assert unknown - {*DISCRIMINANT_SIGNALS} == names


def test_the_likeness_to_several_examples_is_that_to_the_nearest(read):
    near = ("Meer bedden erbij.", "Meer bedden nu.", "Meer bedden snel.")
    assert len(near) == NEAREST
    few = likeness(read, near[0], replace(SHELTER, examples=near))
    many = likeness(read, near[0], replace(SHELTER, examples=(*near, "Iets heel anders.") * 3))
    assert few["example_likeness"] == many["example_likeness"] == pytest.approx(1.0, abs=1e-3)
    assert few["examples_likeness"] < many["examples_likeness"] == pytest.approx(1.0, abs=1e-3)


SHORT_BULLET = "- Meer opvang."
LONG_BULLET = "- Wij openen meer opvang in de stad voor wie dat echt nodig heeft."


@pytest.mark.parametrize(
    ("text", "also"),
    [
        (
            f"# Dakloos\nVoor wie op straat leeft doen wij dit:\n{SHORT_BULLET}",
            "Voor wie op straat leeft doen wij dit: Meer opvang.",
        ),
        (
            f"# Dakloos\nEr leven mensen op straat.\n{SHORT_BULLET}",  # no introduction of a list
            "Dakloos: Meer opvang.",
        ),
        (f"# Zorg\n## Dakloos\n{SHORT_BULLET}", "Dakloos: Meer opvang."),
        (SHORT_BULLET, None),
        (f"# Dakloos\nVoor wie op straat leeft doen wij dit:\n{LONG_BULLET}", None),
    ],
)
def test_a_short_passage_is_also_read_with_what_leads_it_in(read, text, also):
    corpus = read(text)
    last = len(corpus.passages) - 1
    assert (corpus.word_counts[last] < SHORT) == (SHORT_BULLET in text)
    _, encoder = matched(corpus, [SHELTER], [(0, last)])
    of_the_programme = encoder.encoded[-2 if also else -1 :]
    assert of_the_programme == [corpus.texts[last], *([also] if also else [])]


def test_what_leads_a_passage_in_never_makes_it_less_alike(read):
    alone = likeness(read, "Meer opvang.")
    led_in, _ = matched(
        read("# Bomen\nEn voor bomen en struiken doen wij dit:\n- Meer opvang."),
        [SHELTER],
        [(0, 2)],
    )
    for name in ("text_likeness", "example_likeness", "opposite_likeness"):
        assert led_in[0][name] >= alone[name] - 1e-6


def test_each_pair_is_compared_with_its_own_measure(read):
    corpus = read(f"{SHELTER.text}\n{ONLY_TEXT.text}\n- Gratis zwemles.")
    pairs = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)]
    together, _ = matched(corpus, [SHELTER, ONLY_TEXT], pairs)
    literal = [row["text_likeness"] == pytest.approx(1.0, abs=1e-3) for row in together]
    assert literal == [True, False, False, True, False]
    for pair, row in zip(pairs, together, strict=True):
        (alone,), _ = matched(corpus, [SHELTER, ONLY_TEXT], [pair])
        assert row == pytest.approx(alone, abs=1e-6, nan_ok=True)


def test_a_passage_is_encoded_once_for_all_measures(read):
    corpus = read(f"{SHELTER.text}\n{ONLY_TEXT.text}")
    _, encoder = matched(corpus, [SHELTER, ONLY_TEXT], [(0, 0), (0, 1), (1, 0), (1, 1)])
    for text in corpus.texts:
        assert encoder.encoded.count(text) == 2  # once for the list, once as a passage


def test_no_pairs_need_no_encoding(read):
    _, encoder = matched(read("Meer opvang."), [SHELTER], [])
    assert "Meer opvang." not in encoder.encoded
