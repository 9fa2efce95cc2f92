"""simplemma's Dutch dictionary, kept as lines of text: to decode its own file takes 0.3 s."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import IO, Protocol

from manifesto_check.keeping import (
    Kind,
    cache_folder,
    checked,
    keep_few,
    kept_name,
    read_checked,
)


class Dictionary(Protocol):
    """Word forms with their lemmas."""

    def get(self, word: str, /) -> str | None:
        """Return the lemma of a word form, or None where it is not known."""
        ...


class _Kept:
    """The dictionary as bytes: half the memory of text, and read in one go."""

    def __init__(self, lemmas: Mapping[bytes, bytes]) -> None:
        self._lemmas = lemmas

    def get(self, word: str, /) -> str | None:
        lemma = self._lemmas.get(word.encode())
        return None if lemma is None else lemma.decode()


def dutch_dictionary() -> Dictionary:
    """Return the dictionary, from the cache folder where it is kept there already.

    A file that is damaged, or cannot be written, is passed over.
    """
    folder = cache_folder()
    key = f"simplemma-{version('simplemma')}-nl"
    path = None if folder is None else folder / kept_name(Kind.DICTIONARY, key, "words")
    lemmas = None if path is None else _read(path)
    if lemmas is not None:
        return _Kept(lemmas)
    from simplemma.strategies import DefaultDictionaryFactory

    dictionary: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary("nl")
    if path is not None:
        with suppress(OSError):
            _keep(path, dictionary)
    return dictionary


def _read(path: Path) -> dict[bytes, bytes] | None:
    content = read_checked(path)
    if content is None:
        return None
    words, _, lemmas = content.partition(b"\0")
    return dict(zip(words.split(b"\n"), lemmas.split(b"\n"), strict=True))


def _keep(path: Path, dictionary: Mapping[str, str]) -> None:
    words = list(dictionary)
    lemmas = map(dictionary.__getitem__, words)  # in half the time of items()
    content = "\0".join(["\n".join(words), "\n".join(lemmas)]).encode()

    def write(file: IO[bytes]) -> None:
        file.write(checked(content))

    keep_few(path, write)
