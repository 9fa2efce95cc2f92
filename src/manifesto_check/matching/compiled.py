"""What is computed from the words of a list alone, kept from run to run: it takes half a second.

Kept under a name that changes with the list, with the code and data that it is
computed by, and with the libraries: what is found is what would be computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from manifesto_check.keeping import (
    Kind,
    cache_folder,
    digest_of_code,
    keep_few,
    kept_name,
    mark_used,
)

Arrays = Mapping[str, NDArray[Any]]

_CODE = ("dutch/*.py", "dutch/data/*", "matching/*.py", "matching/*.npz")
_LIBRARIES = ("numpy", "simplemma")


def compiled(kind: str, sources: Iterable[str], compute: Callable[[], Arrays]) -> Arrays:
    """Return some arrays, from the cache folder where they are kept already.

    A file that is damaged, or cannot be written, is passed over.

    Args:
        kind: tells apart what is computed from the same sources.
        sources: all of the list that the arrays depend on.
        compute: makes them.
    """
    folder = cache_folder()
    if folder is None:
        return compute()
    key = "\0".join([kind, digest_of_code(_CODE, _LIBRARIES), *sources])
    path = folder / kept_name(Kind.LIST, key, "npz")
    with suppress(Exception), np.load(path, allow_pickle=False) as kept:
        # A damaged file can raise anything: reading checks the checksum of every array.
        found = {name: kept[name] for name in kept.files}
        mark_used(path)
        return found
    arrays = compute()

    def write(file: IO[bytes]) -> None:
        np.savez(file, allow_pickle=False, **arrays)

    with suppress(OSError):
        keep_few(path, write)
    return arrays


def packed(words: Iterable[str]) -> NDArray[Any]:
    """Return words without line ends as an array that can be kept."""
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def unpacked_words(array: NDArray[Any]) -> list[str]:
    """Return the words that :func:`packed` was given."""
    return array.tobytes().decode().split("\n") if array.size else []
