"""Copies of programmes that this tool made: with highlights, beside the programmes themselves.

A copy has a key of its own in the PDF's document information (ISO 32000-1, 14.3.3), which
programs that save it again keep. So a folder with both is not counted twice.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from manifesto_check.sources.interface import MAX_BYTES

COPY_OF = "/ManifestoCheckCopyOf"
"""The key; its value is the sha256 of the programme that the copy was made of."""
_KEY = COPY_OF.encode()
_PART = 1 << 20
"""Bytes that are read at a time."""


def is_marked_copy(path: Path) -> bool:
    """Say whether a file is a copy that ``highlight`` made; not of one that cannot be read.

    What is no plain file (a pipe would wait for ever), or too large for a programme, is none.
    """
    with suppress(OSError, ValueError):
        if path.is_file() and path.stat().st_size <= MAX_BYTES:
            with path.open("rb") as file:
                return _holds_key(file)
    return False


def _holds_key(file: BinaryIO) -> bool:
    """Say whether a PDF, read from its beginning, has the key."""
    before = b""
    while more := file.read(_PART):
        part = before + more
        if not before and not part.startswith(b"%PDF-"):
            return False
        if _KEY in part:
            return True
        before = part[-len(_KEY) :]
    return False
