"""Which parts that OCR needs are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import suppress
from enum import StrEnum
from functools import cache
from importlib import metadata

LANGUAGE = "nld"
"""What tesseract calls Dutch."""
_SECONDS = 30
_VERSION = re.compile(r"tesseract v?(\S+)")


class Part(StrEnum):
    """A part, by its name for users."""

    OCRMYPDF = "ocrmypdf"
    TESSERACT = "tesseract"
    DUTCH = "tesseract-ocr-nld"


@cache
def missing() -> tuple[Part, ...]:
    """Return the parts that are not there; found out once."""
    found = versions()
    parts = [part for part in (Part.OCRMYPDF, Part.TESSERACT) if part.value not in found]
    if Part.TESSERACT not in parts and LANGUAGE not in _said("--list-langs").split():
        parts.append(Part.DUTCH)
    return tuple(parts)


@cache
def versions() -> dict[str, str]:
    """Return the versions of what is installed; results depend on them."""
    found = {}
    with suppress(metadata.PackageNotFoundError):
        found[Part.OCRMYPDF.value] = metadata.version("ocrmypdf")
    version = _VERSION.match(_said("--version"))
    if version:
        found[Part.TESSERACT.value] = version[1]
    return found


def _said(option: str) -> str:
    """Return what tesseract prints; nothing where there is none, or it does not work."""
    program = shutil.which("tesseract")
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - the system's own program
            [program, option],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr
