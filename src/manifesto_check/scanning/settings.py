"""What the results of a scan depend on, besides the programmes themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from manifesto_check import __version__
from manifesto_check.matching.preparedness import Preparation
from manifesto_check.ocr.mode import OcrMode
from manifesto_check.recommendations.joining import join
from manifesto_check.recommendations.loading import parse_recommendations, read_list
from manifesto_check.recommendations.model import RecommendationList
from manifesto_check.scanning.components import components
from manifesto_check.scanning.frames import Message
from manifesto_check.scanning.outcomes import as_text

MODELS = tuple(preparation.value for preparation in Preparation)


@dataclass(frozen=True)
class Settings:
    """What every programme of a scan is checked against, and how.

    The list travels as its bytes, so that a checker on another machine needs
    no file of this one.

    Attributes:
        list_path: how reports name the list.
        list_data: the bytes of its YAML.
        dutch_model: an installed spaCy pipeline, or None.
        password: opens encrypted PDFs; no part of the key, and stored nowhere.
        more: path and bytes of each further list.
        ocr: whether pictures of text are read, where OCR is installed.
    """

    list_path: str
    list_data: bytes
    dutch_model: str | None = None
    password: str | None = field(default=None, repr=False)
    more: tuple[tuple[str, bytes], ...] = ()
    ocr: OcrMode = OcrMode.OFF

    @classmethod
    def load(
        cls,
        path: Path | Sequence[Path] | None,
        *,
        dutch_model: str | None = None,
        password: str | None = None,
        ocr: OcrMode = OcrMode.OFF,
    ) -> Settings:
        """Read the list or lists at ``path``; None is the one that ships.

        Raises:
            RecommendationsError: one cannot be read.
        """
        paths = [path] if isinstance(path, Path) else path
        (shown, data), *more = [read_list(one) for one in paths or (None,)]
        return cls(shown, data, dutch_model, password, tuple(more), ocr)

    @cached_property
    def recommendations(self) -> RecommendationList:
        """The list, or all lists as one.

        Raises:
            RecommendationsError: something in one is not as the format says, or two clash.
        """
        lists = [(self.list_path, self.list_data), *self.more]
        return join([parse_recommendations(data, path) for path, data in lists])

    @cached_property
    def description(self) -> dict[str, Any]:
        """All that a result depends on, but for the programme itself."""
        return {
            "recommendations": self.recommendations.sha256,
            "version": __version__,
            "verdict_model": model_digest(),
            "options": {"dutch_model": self.dutch_model, "ocr": self.ocr.value},
            "components": components(self.dutch_model, self.ocr),
        }

    @cached_property
    def key(self) -> str:
        """A digest of :attr:`description`: results of the same key need not be made again."""
        return hashlib.sha256(as_text(self.description).encode()).hexdigest()

    def to_message(self) -> Message:
        """Return it as plain data for a checker."""
        return {
            "list_path": self.list_path,
            "list_data": self.list_data.decode("latin-1"),
            "dutch_model": self.dutch_model,
            "password": self.password,
            "more": [[path, data.decode("latin-1")] for path, data in self.more],
            "ocr": self.ocr.value,
        }

    @classmethod
    def from_message(cls, message: Message) -> Settings:
        """Take it from plain data."""
        return cls(
            message["list_path"],
            message["list_data"].encode("latin-1"),
            message["dutch_model"],
            message["password"],
            tuple((path, data.encode("latin-1")) for path, data in message["more"]),
            OcrMode(message["ocr"]),
        )


def model_digest() -> str:
    """Return the sha256 of the weights that turn signals into verdicts."""
    folder = resources.files("manifesto_check.matching")
    digest = hashlib.sha256()
    for name in MODELS:
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return digest.hexdigest()
