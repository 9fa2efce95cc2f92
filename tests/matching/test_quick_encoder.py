"""The quick encoder gives the vectors of the package's own backend."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from manifesto_check.checking import read
from manifesto_check.matching import quick_encoder, tokens
from manifesto_check.matching.encoder import UniversalSentenceEncoder
from manifesto_check.matching.quick_encoder import QuickEncoder, quick

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/brede-dijk.pdf"
ODD = ["", " ", "a", "€ ❤ \U0001f600 中文", "huis " * 500]


@pytest.fixture(scope="module")
def encoder() -> QuickEncoder:
    whole = UniversalSentenceEncoder()
    whole.encode(["laden"])
    assert isinstance(whole._model, QuickEncoder)
    return whole._model


@pytest.fixture(scope="module")
def texts() -> list[str]:
    (programme,) = read([EXAMPLE])
    return [block.text for block in programme.blocks] + ODD


def own(encoder: QuickEncoder, texts: list[str]) -> Any:
    """The vectors of the package's backend, with the same weights."""
    return encoder._weights.encode(texts)


def test_vectors_are_those_of_the_package(encoder: QuickEncoder, texts: list[str]) -> None:
    mine = encoder.encode(texts)
    assert mine.dtype == np.float32
    np.testing.assert_allclose(mine, own(encoder, texts), atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(mine, axis=1), 1, atol=1e-5)


def test_long_texts_are_done_in_parts(
    encoder: QuickEncoder, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = encoder.encode(texts)
    monkeypatch.setattr(quick_encoder, "DISTINCT", 100)
    monkeypatch.setattr(quick_encoder, "TOKENS", 50)
    np.testing.assert_allclose(encoder.encode(texts), whole, atol=1e-6)


def test_nothing_gives_nothing(encoder: QuickEncoder) -> None:
    assert encoder.encode([]).shape == (0, 512)


def test_a_backend_with_other_weights_is_left_as_it_is() -> None:
    backend = object()
    assert quick(backend) is backend


def test_vectors_do_not_depend_on_what_was_encoded_before(
    encoder: QuickEncoder, texts: list[str]
) -> None:
    first = encoder.encode(texts)
    encoder.encode(["Heel andere woorden: xylofoon, Afghaanse windhond, kwik, 1848."])
    np.testing.assert_array_equal(encoder.encode(texts), first)
    np.testing.assert_array_equal(QuickEncoder(encoder._weights).encode(texts), first)


def test_more_different_tokens_than_there_is_room_for(
    encoder: QuickEncoder, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = encoder.encode(texts)
    monkeypatch.setattr(tokens, "RARE", 10)
    np.testing.assert_allclose(QuickEncoder(encoder._weights).encode(texts), whole, atol=1e-6)


def test_threads_do_not_disturb_each_other(encoder: QuickEncoder) -> None:
    texts = [[f"{word} {number}" for number in range(300)] for word in ("xylofoon", "kwikstaart")]
    alone = [encoder.encode(own) for own in texts]
    with ThreadPoolExecutor(2) as executor:
        for _ in range(5):
            for vectors, own in zip(executor.map(encoder.encode, texts), alone, strict=True):
                np.testing.assert_array_equal(vectors, own)
