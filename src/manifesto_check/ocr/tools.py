"""Which parts that OCR needs are installed."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from contextlib import suppress
from enum import StrEnum
from functools import cache
from importlib import metadata
from pathlib import Path

LANGUAGE = "nld"
"""What tesseract calls Dutch."""
_SECONDS = 30
_FOLDER = re.compile(r'languages in "([^"]+)"')
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
    # Without tesseract nobody knows whether its Dutch is there.
    asked = Part if Part.TESSERACT.value in found else (Part.OCRMYPDF, Part.TESSERACT)
    return tuple(part for part in asked if part.value not in found)


@cache
def versions() -> dict[str, str]:
    """Return the versions of what is installed, of Dutch a digest; results depend on them."""
    found = {}
    with suppress(metadata.PackageNotFoundError):
        found[Part.OCRMYPDF.value] = metadata.version("ocrmypdf")
    version = _VERSION.match(_said("--version"))
    if version:
        found[Part.TESSERACT.value] = version[1]
        languages = _said("--list-langs")
        if LANGUAGE in languages.split():
            found[Part.DUTCH.value] = _digest_of_dutch(languages)
    return found


def _digest_of_dutch(languages: str) -> str:
    """Return a digest of tesseract's Dutch, of which there are several kinds without a version.

    Args:
        languages: what tesseract prints of them, with their folder.
    """
    folder = _FOLDER.search(languages)
    with suppress(OSError):
        if folder:
            data = (Path(folder[1]) / f"{LANGUAGE}.traineddata").read_bytes()
            return hashlib.sha256(data).hexdigest()[:16]
    return "unknown"


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
