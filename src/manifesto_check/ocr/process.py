"""OCRmyPDF in processes of their own, which end with this one however that ends.

A scan kills its checkers; nothing may then be left of what they started. So a
keeper (:mod:`manifesto_check.ocr.keeper`) starts OCRmyPDF, and ends it as soon
as its own stdin ends: the system closes that when this process is gone.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import Any

from manifesto_check.ocr.keeper import LENGTH

START_SECONDS = 60
PAGE_SECONDS = 75
"""At most; tesseract gets 60 for a page, and leaves it without text after that."""


def recognise(pictures: bytes, pages: int, jobs: int) -> bytes | None:
    """Return a PDF of pictures with a text layer; None where that did not work in time.

    Args:
        pictures: the PDF.
        pages: how many it has: each adds to the time that it may take.
        jobs: how many are read at a time.
    """
    seconds = START_SECONDS + PAGE_SECONDS * pages
    command = [sys.executable, "-P", "-m", "manifesto_check.ocr.keeper", str(jobs), str(seconds)]
    # Ctrl-C in the terminal is for this process: the keeper tidies up after it.
    apart: dict[str, Any] = {"process_group": 0}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    keeper = subprocess.Popen(  # noqa: S603 - our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        **apart,
    )
    assert keeper.stdin is not None  # noqa: S101 - for the type checker
    assert keeper.stdout is not None  # noqa: S101
    layer = b""
    try:
        with suppress(BrokenPipeError):
            keeper.stdin.write(LENGTH.pack(len(pictures)))
            keeper.stdin.write(pictures)
            keeper.stdin.flush()
            layer = keeper.stdout.read()
    finally:
        with suppress(OSError):
            keeper.stdin.close()
        keeper.stdout.close()
        keeper.wait()
    return layer if keeper.returncode == 0 and layer else None
