"""OCR as the commands use it: as many pages at a time as there are cores, and what is missing."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from manifesto_check.cli.messages import Messages
from manifesto_check.model import ProgrammeInfo, Status
from manifesto_check.ocr.mode import OcrMode

if TYPE_CHECKING:
    from manifesto_check.ocr.engine import Ocr


def cores() -> int:
    """Return the cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux has it
        return os.cpu_count() or 1


def recogniser(
    mode: OcrMode, step: Callable[[str], None], *, keeps_layers: bool = False
) -> Ocr | None:
    """Return what reads pictures of pages; None where that is not wanted.

    Args:
        mode: as asked for.
        step: is told that OCR begins, and that reading goes on.
        keeps_layers: whether quotes are to be found on those pages later.
    """
    if mode is OcrMode.OFF:
        return None
    from manifesto_check.ocr.engine import Ocr

    return Ocr(cores(), lambda pages: step("ocr" if pages else "reading"), keeps_layers)


def advise(
    info: ProgrammeInfo, mode: OcrMode, messages: Messages, say: Callable[[str], None]
) -> None:
    """Say what to install where pages of a programme are unread for want of OCR.

    Of an unreadable programme its reason says so already.
    """
    if mode is OcrMode.OFF or info.status is not Status.PARTLY_READ:
        return
    from manifesto_check.ocr.tools import missing

    if parts := missing():
        text = messages.ocr_missing.format(path=info.path, parts=", ".join(parts))
        say(messages.warning.format(message=text))
