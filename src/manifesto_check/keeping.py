"""Files in the user's cache folder, which only save time from run to run."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO


def cache_folder() -> Path | None:
    """Return this user's cache folder, or None where keeping is switched off.

    ``MANIFESTO_CHECK_CACHE`` names another folder, or none where it is empty.
    """
    named = os.environ.get("MANIFESTO_CHECK_CACHE")
    if named is not None:
        return Path(named) if named else None
    with suppress(RuntimeError):
        if sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library/Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return base / "manifesto-check"
    return None


def keep(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file, whole or not at all, and make its folder where it is not there.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        try:
            write(part)
        except BaseException:
            part.close()
            Path(part.name).unlink()
            raise
    Path(part.name).replace(path)
