"""Whether OCR is wanted; apart from the rest, as it is imported on the way to ``--help``."""

from __future__ import annotations

from enum import StrEnum


class OcrMode(StrEnum):
    """Whether pages that are pictures of text are read by OCR."""

    AUTO = "auto"
    OFF = "off"
